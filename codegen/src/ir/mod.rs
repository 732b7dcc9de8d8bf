//! The intermediate representation: an API as plain data.
//!
//! It contains wire names, and no Rust identifiers, OpenAPI objects or tokens. Order is document order
//! everywhere. Illegal states do not compile: a shape is an enum, not a struct with a field for every case.
//!
//! [`Api`] prints itself ([`std::fmt::Display`]) in a compact, stable form that reads like a specification.

mod api;
mod constraint;
mod direction;
mod docs;
mod given;
mod id;
mod media_range;
mod mentions;
mod note;
mod operation;
mod origin;
mod pagination;
mod resolve;
mod security;
mod server;
mod success;
mod text;
mod type_ref;
mod types;
mod union;
mod version;
mod webhook;
mod work;
mod xml;

pub use api::{Api, Info, Tag, TagSource};
pub use constraint::{Check, IntegerBounds, Literal, Pattern, TextRules};
pub use direction::Direction;
pub use docs::{Docs, ExternalDocs};
pub use given::GivenName;
pub use id::{MediaTypeId, ParameterId, ResponseId, TagId, TypeId};
pub use media_range::{Encoding, MediaRange, Sequence};
pub use note::{Counted, Limit, Note};
pub use operation::{
    Header, Items, Location, MediaType, Method, Operation, Parameter, PathSegment, PathTemplate,
    PropertyEncoding, RecordPart, RequestBody, Reserved, Response, Status, Style,
};
pub use origin::Origin;
pub use pagination::{BodyPath, DeclaredPages, MorePages, NextPage, Pagination};
pub use security::{KeyLocation, OAuthFlow, Requirement, SchemeKind, SecurityScheme};
pub use server::{Server, ServerVariable};
pub use type_ref::{Integer, Number, Primitive, StringFormat, TypeRef};
pub use types::{
    Access, AdditionalProperties, Constant, Enum, EnumValues, EnumVariant, NameHint, Owner,
    Property, Role, Scalar, Shape, Struct, TypeDef, TypeTable,
};
pub use union::{Discriminator, TaggedVariant, Union, UnionKind, Variant, VariantForm, Variants};
pub use version::ApiVersion;
pub(crate) use version::is_date;
pub use webhook::Webhook;
pub use work::{DeclaredWork, WorkOutcome};
pub use xml::Xml;
