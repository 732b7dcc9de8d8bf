//! The objects of OpenAPI 3.0.3 as data: which fields each has, and of what kind. What 3.1 adds to them is marked;
//! how it writes schemas is rewritten before (see [`super::v31`]).
//!
//! One generic walk ([`super::lint`]) holds a document against these tables. It finds what has the wrong structure,
//! what OpenAPI 3.0 does not know, and what a client has no use for, each with its place; the parser behind
//! `openapiv3` drops unknown keywords silently and has no locations.

mod external_docs;
mod objects;
mod schema;

pub(crate) use objects::{
    EXAMPLE, HEADER, OPENAPI, PARAMETER, PATH_ITEM, REQUEST_BODY, RESPONSE, SECURITY_SCHEME,
};
pub(crate) use schema::{SCHEMA, keyword};

use serde_yaml::{Mapping, Value};

use super::Node;
use super::version::Version;
use crate::diagnostic::{Pointer, Sink};

/// An object of the specification.
pub(crate) struct Object {
    /// As the specification calls it, e.g. `Parameter Object`.
    pub(crate) name: &'static str,
    /// The key of `components` under which such objects are reused; empty when they are not.
    pub(crate) section: &'static str,
    pub(super) fields: &'static [Field],
    /// What keys that are neither fields nor `x-` extensions may hold.
    pub(super) others: Others,
    /// What a table cannot say.
    pub(super) rule: fn(&Node<'_>, &mut Sink),
}

/// A fixed field of an object.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) required: bool,
    /// Why a client ignores the field, where it does.
    pub(super) ignored: Option<&'static str>,
    /// Whether a client is complete without it, although OpenAPI requires it.
    pub(super) dispensable: bool,
    /// The first version that has the field.
    pub(super) since: Version,
}

/// Patterned fields of an object.
#[derive(Clone, Copy)]
pub(super) enum Others {
    Refused,
    /// Keys for which the predicate holds.
    Keys {
        accepts: fn(&str) -> bool,
        kind: &'static Kind,
        /// What such a key looks like.
        form: &'static str,
    },
}

/// What a value may be.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Any,
    Text,
    Bool,
    Number,
    /// A whole number from 0.
    Count,
    Words(&'static [&'static str]),
    List(&'static Kind),
    Map(&'static Kind),
    Object(&'static Object),
    /// The object, or a reference to one.
    Reusable(&'static Object),
    /// A schema, or `true` or `false`.
    SchemaOrBool,
}

impl Kind {
    /// The values inside a value of this kind that have a kind as well. References are not followed.
    pub(super) fn children<'v>(self, node: &Node<'v>) -> Vec<(Node<'v>, Self)> {
        let object = |grammar: &'static Object| {
            let members = node.entries().into_iter();
            let known = members.filter_map(|(key, child)| Some((child, grammar.kind_of(key)?)));
            known.collect()
        };
        match self {
            Self::List(item) => node.items().into_iter().map(|it| (it, *item)).collect(),
            Self::Map(value) => {
                let entries = node.entries().into_iter();
                entries.map(|(_, it)| (it, *value)).collect()
            }
            Self::Object(grammar) | Self::Reusable(grammar) => object(grammar),
            Self::SchemaOrBool => object(&SCHEMA),
            Self::Any | Self::Text | Self::Bool | Self::Number | Self::Count | Self::Words(_) => {
                Vec::new()
            }
        }
    }
}

/// What OpenAPI has at a place, where the place is one that it defines.
pub(super) fn kind_at(pointer: &Pointer) -> Option<Kind> {
    let mut segments = pointer.segments();
    segments.try_fold(Kind::Object(&OPENAPI), |kind, segment| match kind {
        Kind::Object(grammar) | Kind::Reusable(grammar) => grammar.kind_of(&segment),
        Kind::SchemaOrBool => SCHEMA.kind_of(&segment),
        Kind::List(item) | Kind::Map(item) => Some(*item),
        Kind::Any | Kind::Text | Kind::Bool | Kind::Number | Kind::Count | Kind::Words(_) => None,
    })
}

/// An object without patterned fields and without further rules.
const fn object(name: &'static str, fields: &'static [Field]) -> Object {
    Object {
        name,
        section: "",
        fields,
        others: Others::Refused,
        rule: |_, _| {},
    }
}

impl Object {
    /// The kind of the member `key`, if the object has such a member.
    pub(super) fn kind_of(&self, key: &str) -> Option<Kind> {
        if let Some(field) = self.fields.iter().find(|field| field.name == key) {
            return Some(field.kind);
        }
        match self.others {
            Others::Keys { accepts, kind, .. } if accepts(key) => Some(*kind),
            _ => None,
        }
    }

    const fn reused_in(mut self, section: &'static str) -> Self {
        self.section = section;
        self
    }

    const fn keys(
        mut self,
        form: &'static str,
        accepts: fn(&str) -> bool,
        kind: &'static Kind,
    ) -> Self {
        self.others = Others::Keys {
            accepts,
            kind,
            form,
        };
        self
    }

    const fn rule(mut self, rule: fn(&Node<'_>, &mut Sink)) -> Self {
        self.rule = rule;
        self
    }
}

const fn field(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        required: false,
        ignored: None,
        dispensable: false,
        since: Version::V3_0,
    }
}

impl Field {
    const fn since_3_1(mut self) -> Self {
        self.since = Version::V3_1;
        self
    }

    /// Whether the field is for people only. YAML reads one without a text as null, and nothing is lost with it.
    pub(super) fn is_prose(&self) -> bool {
        matches!(self.name, "description" | "summary")
    }

    /// The value of a missing required field that does not affect the client: text for readers, or responses, which are
    /// optional in OpenAPI 3.1.
    pub(super) fn stand_in(&self) -> Option<Value> {
        match self.name {
            _ if self.is_prose() || self.dispensable => Some("".into()),
            "responses" => Some(Value::Mapping(Mapping::new())),
            _ => None,
        }
    }

    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    const fn dispensable(mut self) -> Self {
        self.dispensable = true;
        self
    }

    const fn ignored(mut self, why: &'static str) -> Self {
        self.ignored = Some(why);
        self
    }
}
