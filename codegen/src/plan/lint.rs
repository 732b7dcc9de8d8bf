/// A lint that the document decides about, and that an item expects for that reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lint {
    /// `deprecated`: code of the crate uses a deprecated property.
    Deprecated,
    /// `clippy::too_many_arguments`
    ManyParameters,
    /// `clippy::struct_excessive_bools`
    ManyFlags,
    /// `clippy::fn_params_excessive_bools`
    ManyFlagParameters,
}

/// More fields of type `bool` than this are a lint.
const FLAGS: usize = 3;

impl Lint {
    /// The lint of a struct with these flags, if there are too many of them.
    pub(super) fn many_flags(flags: impl Iterator) -> Option<Self> {
        (flags.count() > FLAGS).then_some(Self::ManyFlags)
    }
}
