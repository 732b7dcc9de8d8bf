//! Why a waiter does not fit the document.

/// Why a waiter does not fit the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// There is no operation of this name.
    Operation(String),
    /// The operation of this name does not poll, since it is not a `GET`.
    NotGet(String),
    /// Another waiter, of this name, polls by the same operation.
    SamePoll(String),
    /// The operation does not return JSON of one type.
    NoBody(String),
    /// The type has no value at this JSON Pointer; those that it has.
    Place(String, Vec<String>),
    /// The type is not a union with a discriminator, of which this would be a variant.
    NoUnion(String),
    /// The union has no variant of this name; those that it has.
    Variant(String, Vec<String>),
    /// The value at this JSON Pointer is not a list.
    NotAList(String),
    /// It has a list and no state.
    NoState,
    /// It has a state, and none of success.
    NoSuccess,
    /// Nothing tells the value that this parameter of the poll has after this operation.
    Argument(String, String),
    /// The poll has no parameter of this name.
    Parameter(String, Vec<String>),
}

impl Problem {
    /// The end of a message about a waiter.
    pub(super) fn message(&self) -> String {
        match self {
            Self::Operation(name) => format!("names `{name}`, which is not an operation"),
            Self::NotGet(name) => format!("polls by `{name}`, which is not a `GET`"),
            Self::SamePoll(other) => format!("polls by the operation of the waiter `{other}`"),
            Self::NoBody(name) => format!("names `{name}`, which does not return JSON of one type"),
            Self::Place(pointer, _) => {
                format!("reads `{pointer}`, which the response does not have")
            }
            Self::NoUnion(name) => {
                format!("names the variant `{name}` of a response that has no discriminator")
            }
            Self::Variant(name, _) => {
                format!("names the variant `{name}`, which the response does not have")
            }
            Self::NotAList(pointer) => format!("reads a list at `{pointer}`, which is not one"),
            Self::NoState => "has `items` and no `state`".to_owned(),
            Self::NoSuccess => "has a `state`, but no state is one of success".to_owned(),
            Self::Argument(operation, parameter) => {
                format!("cannot poll after `{operation}`: the value of `{parameter}` is unknown")
            }
            Self::Parameter(name, _) => {
                format!("has an argument `{name}`, which is not a parameter of the poll")
            }
        }
    }
}
