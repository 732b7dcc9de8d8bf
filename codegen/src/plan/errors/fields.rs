//! The field errors in the body of an error, by the names of properties.

use super::super::plain::plain;
use super::infer::{is_text, texts};
use crate::diagnostic::Pointer;
use crate::ir::{Property, Shape, TypeRef, TypeTable};
use crate::options::FieldErrorOptions;

/// Properties that name the field, in any list. `pointer` and `parameter` are those of RFC 9457 and JSON:API, `loc` that of
/// `FastAPI`.
const FIELDS: &[&str] = &[
    "field",
    "fieldname",
    "pointer",
    "parameter",
    "param",
    "property",
    "loc",
];

/// Properties that name the field in lists with a usual name only, because items of other lists have names as well.
const WEAK_FIELDS: &[&str] = &["path", "location", "name"];

/// Usual names of lists whose items need not name the field. `invalid-params` is that of the example in RFC 7807.
const LISTS: &[&str] = &[
    "errors",
    "invalidparams",
    "violations",
    "fielderrors",
    "validationerrors",
];

/// The property of JSON:API that contains the name.
const SOURCE: &str = "source";

/// How deep objects with lists are in each other.
const DEPTH: usize = 3;

/// The maximum number of lists.
const PLACES: usize = 4;

/// The lists in errors of these types, the most frequent first.
pub(super) fn infer(types: &TypeTable, errors: &[TypeRef]) -> Vec<FieldErrorOptions> {
    let mut lists = Lists {
        types,
        found: Vec::new(),
    };
    for ty in errors {
        lists.add(ty, &Pointer::root(), DEPTH);
    }
    lists.found
}

struct Lists<'a> {
    types: &'a TypeTable,
    found: Vec<FieldErrorOptions>,
}

impl Lists<'_> {
    fn add(&mut self, ty: &TypeRef, at: &Pointer, depth: usize) {
        let Some(deeper) = depth.checked_sub(1) else {
            return;
        };
        match self.types.resolve_shape(ty) {
            Some(Shape::Struct(object)) => {
                for property in &object.properties {
                    self.add_property(property, &at.key(&property.name), deeper);
                }
            }
            Some(Shape::Union(union)) => {
                for variant in union.variants.iter() {
                    self.add(&variant.ty, at, deeper);
                }
            }
            _ => {}
        }
    }

    fn add_property(&mut self, property: &Property, at: &Pointer, depth: usize) {
        let is_usual = LISTS.contains(&plain(&property.name).as_str());
        let places = match self.types.resolve_value(&property.ty) {
            TypeRef::List(item) => self.item(item, is_usual),
            TypeRef::Map(value) if is_usual && self.is_messages(value) => Some(Item::default()),
            _ => {
                self.add(&property.ty, at, depth);
                None
            }
        };
        if let Some(item) = places {
            self.push(at, item);
        }
    }

    fn push(&mut self, at: &Pointer, item: Item) {
        let is_known = self.found.iter().any(|it| it.list == at.as_str());
        if self.found.len() < PLACES && !is_known {
            self.found.push(FieldErrorOptions {
                list: at.as_str().to_owned(),
                field: item.field,
                code: item.code,
                message: item.message,
            });
        }
    }

    /// Whether a value of a map is a message, or a list of them.
    fn is_messages(&self, ty: &TypeRef) -> bool {
        match self.types.resolve_value(ty) {
            TypeRef::List(item) => is_text(self.types, item),
            _ => is_text(self.types, ty),
        }
    }

    /// The places in an item, if it is a field error.
    fn item(&self, ty: &TypeRef, is_usual: bool) -> Option<Item> {
        if is_text(self.types, ty) {
            return is_usual.then(Item::default);
        }
        let Some(Shape::Struct(object)) = self.types.resolve_shape(ty) else {
            return None;
        };
        let properties = &object.properties;
        let places = texts(self.types, properties).map(|found| {
            let keys = found.into_iter().map(|it| key(&Pointer::root(), it));
            keys.collect::<Vec<_>>()
        });
        let [code, message] = places;
        let mut field = self.fields(properties, FIELDS);
        let is_error = if is_usual {
            field.extend(self.fields(properties, WEAK_FIELDS));
            !message.is_empty() || !code.is_empty()
        } else {
            !message.is_empty() && !field.is_empty()
        };
        is_error.then_some(Item {
            field,
            code,
            message,
        })
    }

    fn fields(&self, properties: &[Property], names: &[&str]) -> Vec<String> {
        let found = names.iter().flat_map(|name| named(properties, name));
        let found = found.filter(|it| {
            is_text(self.types, &it.ty)
                || matches!(self.types.resolve_value(&it.ty), TypeRef::List(_))
        });
        let mut fields: Vec<_> = found.map(|it| key(&Pointer::root(), it)).collect();
        for source in named(properties, SOURCE) {
            if let Some(Shape::Struct(object)) = self.types.resolve_shape(&source.ty) {
                let at = Pointer::root().key(&source.name);
                let found = names
                    .iter()
                    .flat_map(|name| named(&object.properties, name));
                let found = found.filter(|it| is_text(self.types, &it.ty));
                fields.extend(found.map(|it| key(&at, it)));
            }
        }
        fields
    }
}

/// The places in an item.
#[derive(Default)]
struct Item {
    field: Vec<String>,
    code: Vec<String>,
    message: Vec<String>,
}

fn named<'p>(properties: &'p [Property], name: &str) -> impl Iterator<Item = &'p Property> {
    properties.iter().filter(move |it| plain(&it.name) == name)
}

fn key(at: &Pointer, property: &Property) -> String {
    at.key(&property.name).as_str().to_owned()
}
