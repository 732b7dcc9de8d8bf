//! The closed sets of words that OpenAPI defines.

use std::fmt;

use super::kind::Kind;
use super::view::Read;
use crate::load::Node;

/// The type that values have in 3.1 beside those of 3.0.
pub(crate) const NULL: &str = "null";

/// Declares a set of words as an enum, and where it is a kind of value.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident $word:literal)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum $name {
            $($variant),+
        }

        impl $name {
            /// All of them, in this order.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The one that a document spells so.
            pub(crate) fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.as_str() == word)
            }

            /// As a document spells it.
            pub(crate) fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl<'d> Read<'d> for $name {
            const KIND: Kind = Kind::Words(&[$($word),+]);

            fn read(node: Node<'d>) -> Option<Self> {
                Self::parse(node.value.as_str()?)
            }
        }
    )+};
}

words! {
    /// A `type` of a schema.
    JsonType {
        Array "array"
        Boolean "boolean"
        Integer "integer"
        Number "number"
        Object "object"
        String "string"
    }

    /// Where a parameter is.
    ParameterLocation {
        Path "path"
        Query "query"
        Header "header"
        Cookie "cookie"
    }

    /// How the value of a parameter is written.
    ParameterStyle {
        Matrix "matrix"
        Label "label"
        Form "form"
        Simple "simple"
        SpaceDelimited "spaceDelimited"
        PipeDelimited "pipeDelimited"
        DeepObject "deepObject"
    }

    /// How the value of a header is written.
    HeaderStyle {
        Simple "simple"
    }

    /// How a property of a form is written.
    FormStyle {
        Form "form"
        SpaceDelimited "spaceDelimited"
        PipeDelimited "pipeDelimited"
        DeepObject "deepObject"
    }

    /// The type of a security scheme.
    SchemeType {
        ApiKey "apiKey"
        Http "http"
        OAuth2 "oauth2"
        OpenIdConnect "openIdConnect"
    }

    /// Where an API key is.
    KeyLocation {
        Query "query"
        Header "header"
        Cookie "cookie"
    }
}

impl JsonType {
    /// Whether the values are numbers.
    pub(crate) fn is_numeric(self) -> bool {
        matches!(self, Self::Integer | Self::Number)
    }
}
