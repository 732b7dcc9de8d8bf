//! The value of a success.

use super::super::model::{Model, NamedOperation};
use super::super::ty::Type;
use crate::analyze::{Outcome, Span, Success};
use crate::ir::{Encoding, MediaType, Primitive, StringFormat, TypeRef};

/// The value of a success, in the types of the document.
pub(in crate::plan) enum Answer<'a> {
    Nothing,
    Value(&'a TypeRef),
    /// A value in XML.
    Xml(&'a TypeRef),
    /// A value, or nothing: with these statuses, or if there is no body.
    Optional(&'a TypeRef, &'a [Span]),
    Text,
    /// A text that is a secret.
    Secret,
    Bytes,
    /// An enum by status.
    ByStatus(&'a str),
    /// The same, and some of its bodies can be read as a stream.
    StreamedByStatus(&'a str),
}

/// The type of the body of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payload<'a> {
    /// Nothing.
    Nothing,
    /// A value.
    Value(Type<'a>),
    /// A value in XML.
    Xml(Type<'a>),
    /// A value, or nothing: with these statuses, or if there is no body.
    Optional(Type<'a>, &'a [Span]),
    /// Text.
    Text,
    /// Text that is a secret.
    Secret,
    /// Bytes.
    Bytes,
    /// The enum of this name, by status.
    Outcome(&'a str),
    /// The same, and some of its bodies can be read as a stream.
    StreamedOutcome(&'a str),
}

/// How a caller can read a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As a whole.
    Whole,
    /// As a stream of bytes, too.
    Streamed,
}

impl<'a> NamedOperation<'a> {
    pub(in crate::plan) fn answer(self) -> Answer<'a> {
        match (&self.facts.success, &self.names.success) {
            (Success::ByStatus(outcomes), Some(names)) => {
                let mut bodies = outcomes.iter().filter_map(Outcome::body);
                let is_read = |encoding| matches!(encoding, Encoding::Json | Encoding::Xml);
                if bodies.any(|body| !is_read(self.media(body).encoding)) {
                    Answer::StreamedByStatus(&names.ident)
                } else {
                    Answer::ByStatus(&names.ident)
                }
            }
            (Success::Body(body), _) => Answer::of(self.media(*body)),
            (Success::Optional(body, statuses), _) => {
                Answer::Optional(&self.media(*body).ty, statuses)
            }
            (Success::Nothing | Success::ByStatus(_), _) => Answer::Nothing,
        }
    }
}

impl<'a> Answer<'a> {
    pub(super) fn of(media: &'a MediaType) -> Self {
        match media.encoding {
            Encoding::Json => Self::Value(&media.ty),
            Encoding::Xml => Self::Xml(&media.ty),
            Encoding::Text if is_secret(&media.ty) => Self::Secret,
            Encoding::Text => Self::Text,
            Encoding::Form | Encoding::Multipart | Encoding::Binary => Self::Bytes,
        }
    }

    pub(in crate::plan) fn payload(self, model: &Model<'a>) -> Payload<'a> {
        match self {
            Self::Nothing => Payload::Nothing,
            Self::Value(ty) => Payload::Value(model.nullable(ty)),
            Self::Xml(ty) => Payload::Xml(model.ty(ty)),
            Self::Optional(ty, statuses) => Payload::Optional(model.ty(ty), statuses),
            Self::Text => Payload::Text,
            Self::Secret => Payload::Secret,
            Self::Bytes => Payload::Bytes,
            Self::ByStatus(name) => Payload::Outcome(name),
            Self::StreamedByStatus(name) => Payload::StreamedOutcome(name),
        }
    }
}

impl<'a> Payload<'a> {
    /// How a caller can read the body.
    #[must_use]
    pub fn reading(&self) -> Reading {
        match self {
            Self::Text | Self::Secret | Self::Bytes | Self::StreamedOutcome(_) => Reading::Streamed,
            Self::Nothing
            | Self::Value(_)
            | Self::Xml(_)
            | Self::Optional(..)
            | Self::Outcome(_) => Reading::Whole,
        }
    }

    /// The type of the payload in an enum by status.
    #[must_use]
    pub fn ty(&self) -> Type<'a> {
        match self {
            Self::Value(ty) | Self::Xml(ty) => ty.clone(),
            Self::Optional(ty, _) => Type::Optional(Box::new(ty.clone())),
            Self::Text => Type::String,
            Self::Secret => Type::Secret,
            Self::Nothing | Self::Bytes | Self::Outcome(_) | Self::StreamedOutcome(_) => {
                Type::Bytes
            }
        }
    }
}

fn is_secret(ty: &TypeRef) -> bool {
    *ty == TypeRef::Primitive(Primitive::String(StringFormat::Password))
}
