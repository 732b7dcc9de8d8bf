//! Handles of tags whose features are disabled.

/// Explains that the accessor of a handle needs a feature, where that is disabled:
/// `disabled!(Client { accessor: "feature" "the feature `feature` is disabled", .. })`. A method that is not compiled would be unknown
/// to the compiler, whose message could not name the feature.
macro_rules! disabled {
    ($client:ident { $($accessor:ident: $feature:tt $message:tt,)* }) => {$(
        #[cfg(not(feature = $feature))]
        const _: () = {
            #[diagnostic::on_unimplemented(
                message = $message,
                label = "needs a feature of the crate",
                note = "add the feature to the dependency in Cargo.toml, or keep its default features"
            )]
            pub trait Enabled {}

            #[must_use]
            pub struct Disabled;

            impl $crate::$client {
                #[doc(hidden)]
                pub fn $accessor(&self) -> Disabled
                where
                    // A bound that never holds is an error where a caller needs it, and not here, if it has a lifetime.
                    for<'a> &'a (): Enabled,
                {
                    Disabled
                }
            }
        };
    )*};
}
pub(crate) use disabled;
