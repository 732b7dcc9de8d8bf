/// A lint that the document decides about, and that an item expects for that reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lint {
    /// `deprecated`: code of the crate uses a deprecated property.
    Deprecated,
    /// `clippy::too_many_arguments`, of parameters.
    ManyParameters,
    /// `clippy::too_many_arguments`, of properties.
    ManyProperties,
    /// `clippy::struct_excessive_bools`
    ManyFlags,
    /// `clippy::fn_params_excessive_bools`
    ManyFlagParameters,
}
