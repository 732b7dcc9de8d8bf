//! Tables of objects: the fields of each, and the kinds of their values.

use serde_yaml::Value;

use super::keyword;
use crate::load::version::Version;

/// An object of the specification.
pub(crate) struct Object {
    /// As the specification calls it, e.g. `Parameter Object`.
    pub(crate) name: &'static str,
    /// The key of `components` under which such objects are reused; empty when they are not.
    pub(crate) section: &'static str,
    pub(in crate::load) fields: &'static [Field],
    /// The kind of members that are neither fields nor `x-` extensions.
    pub(in crate::load) others: Others,
}

/// A fixed field of an object.
pub(in crate::load) struct Field {
    pub(in crate::load) name: &'static str,
    pub(in crate::load) kind: Kind,
    pub(in crate::load) required: bool,
    /// Why a client ignores the field, where it does.
    pub(in crate::load) ignored: Option<&'static str>,
    /// Whether a client is complete without it, although OpenAPI requires it.
    pub(in crate::load) dispensable: bool,
    /// The first version that has the field.
    pub(in crate::load) since: Version,
}

/// Patterned fields of an object.
#[derive(Clone, Copy)]
pub(in crate::load) enum Others {
    Refused,
    /// Keys for which the predicate holds.
    Keys {
        accepts: fn(&str) -> bool,
        kind: Kind,
        /// A description of such keys.
        form: &'static str,
    },
}

/// The kind of a value.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Any,
    Text,
    Bool,
    Number,
    /// A whole number from 0.
    Count,
    Words(&'static [&'static str]),
    List(&'static Kind),
    Map(&'static Kind),
    Object(Table),
    /// The object, or a reference to one.
    Reusable(Table),
    /// The object, a reference to one, or `true` or `false`.
    ReusableOrBool(Table),
}

/// The table of an object. Tables refer to each other, and in circles, so one is a function.
pub(crate) type Table = fn() -> &'static Object;

/// The relation of a value to the one that contains it.
#[derive(Clone, Copy)]
pub(in crate::load) struct Slot {
    pub(in crate::load) kind: Kind,
    /// The field of the object that has the value there; none for items of lists and entries of maps.
    pub(in crate::load) field: Option<&'static Field>,
}

impl Kind {
    /// The object that the value is, unless it is a reference.
    pub(in crate::load) fn object(self) -> Option<&'static Object> {
        match self {
            Self::Object(table) | Self::Reusable(table) | Self::ReusableOrBool(table) => {
                Some(table())
            }
            _ => None,
        }
    }

    /// Whether a value is of this kind. Nothing is said about the values inside it.
    pub(in crate::load) fn fits(self, value: &Value) -> bool {
        match self {
            Self::Any => true,
            Self::Text => value.is_string(),
            Self::Bool => value.is_bool(),
            Self::Number => value.is_number(),
            Self::Count => value.is_u64(),
            Self::Words(words) => value.as_str().is_some_and(|text| words.contains(&text)),
            Self::List(_) => value.is_sequence(),
            Self::ReusableOrBool(_) => value.is_mapping() || value.is_bool(),
            Self::Map(_) | Self::Object(_) | Self::Reusable(_) => value.is_mapping(),
        }
    }

    /// Whether a value is a word that OpenAPI does not define at its place.
    pub(in crate::load) fn is_undefined(self, value: &Value) -> bool {
        let text = value.as_str();
        matches!((text, self), (Some(text), Self::Words(words)) if !words.contains(&text))
    }

    /// The slot of the member `key` of a value of this kind, if OpenAPI defines it.
    pub(in crate::load) fn member(self, key: &str) -> Option<Slot> {
        match self {
            Self::Map(value) => Some(Slot::from(*value)),
            _ => self.object()?.member(key),
        }
    }

    /// The slot of the items of a value of this kind.
    pub(in crate::load) fn item(self) -> Option<Slot> {
        match self {
            Self::List(item) => Some(Slot::from(*item)),
            _ => None,
        }
    }
}

impl From<Kind> for Slot {
    fn from(kind: Kind) -> Self {
        Self { kind, field: None }
    }
}

impl Object {
    /// An object without patterned fields.
    pub(super) const fn new(name: &'static str, fields: &'static [Field]) -> Self {
        Self {
            name,
            section: "",
            fields,
            others: Others::Refused,
        }
    }

    pub(super) const fn reused_in(mut self, section: &'static str) -> Self {
        self.section = section;
        self
    }

    pub(super) const fn keys(
        mut self,
        form: &'static str,
        accepts: fn(&str) -> bool,
        kind: Kind,
    ) -> Self {
        self.others = Others::Keys {
            accepts,
            kind,
            form,
        };
        self
    }

    /// Whether this is the same object of the specification.
    pub(crate) fn is(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }

    /// Whether an object has what a client needs: the required fields, and values of the right kinds.
    pub(crate) fn is_sound(&self, value: &Value) -> bool {
        self.fields.iter().all(|field| match value.get(field.name) {
            Some(value) => field.ignored.is_some() || field.fits(value),
            None => !field.required || field.is_dispensable(),
        })
    }

    /// The slot of the member `key`, if the object has such a member.
    pub(in crate::load) fn member(&self, key: &str) -> Option<Slot> {
        if let Some(field) = self.fields.iter().find(|field| field.name == key) {
            let kind = field.kind;
            let field = Some(field);
            return Some(Slot { kind, field });
        }
        match self.others {
            Others::Keys { accepts, kind, .. } if accepts(key) => Some(Slot::from(kind)),
            _ => None,
        }
    }
}

impl Field {
    pub(super) const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            required: false,
            ignored: None,
            dispensable: false,
            since: Version::V3_0,
        }
    }

    pub(super) const fn since_3_1(mut self) -> Self {
        self.since = Version::V3_1;
        self
    }

    pub(super) const fn since_3_2(mut self) -> Self {
        self.since = Version::V3_2;
        self
    }

    pub(super) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub(super) const fn dispensable(mut self) -> Self {
        self.dispensable = true;
        self
    }

    pub(super) const fn ignored(mut self, why: &'static str) -> Self {
        self.ignored = Some(why);
        self
    }

    /// Whether the field is for people only. YAML reads one without a text as null, and nothing is lost with it.
    pub(in crate::load) fn is_prose(&self) -> bool {
        matches!(self.name, keyword::DESCRIPTION | keyword::SUMMARY)
    }

    /// Whether a client is complete without the field: text for readers, or what is marked.
    pub(in crate::load) fn is_dispensable(&self) -> bool {
        self.is_prose() || self.dispensable
    }

    /// Whether a value is one that the field may have.
    fn fits(&self, value: &Value) -> bool {
        self.kind.fits(value)
            || (self.is_prose() && value.is_null())
            || (self.dispensable && self.kind.is_undefined(value))
    }
}
