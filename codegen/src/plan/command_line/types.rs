//! Types as data: what flags a body has, and which values are valid.

use std::collections::BTreeSet;

use serde::Serialize;

use super::flags::is_false;
use super::prose::{Notes, Prose};
use super::reference::{Json, Reference, integer, text};
use crate::ir::{
    Access, AdditionalProperties, Constant, EnumValues, Property, Scalar, Shape, Struct, TypeDef,
    TypeId, VariantForm, Variants,
};
use crate::plan::model::Model;
use crate::plan::sample;

/// A named type.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NamedType<'a> {
    /// Its description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Prose<'a>>,
    /// Its rules in words.
    #[serde(skip_serializing_if = "Notes::is_empty")]
    pub notes: Notes<'a>,
    /// A string that the document gives as an example.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<&'a str>,
    /// Whether it is deprecated.
    #[serde(skip_serializing_if = "is_false")]
    pub deprecated: bool,
    /// Its shape.
    #[serde(flatten)]
    pub form: Form<'a>,
}

/// The shape of a type.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Form<'a> {
    /// An object with known properties.
    Object {
        /// The properties.
        fields: Vec<Field<'a>>,
        /// The type of other keys.
        #[serde(skip_serializing_if = "Option::is_none")]
        other: Option<Reference<'a>>,
    },
    /// Known values, besides which others are accepted.
    Enum(Vec<Json>),
    /// One of several types, by the value of a property.
    Tagged {
        /// The property.
        property: &'a str,
        /// The variants.
        variants: Vec<Variant<'a>>,
    },
    /// One of several types, by its form.
    Untagged(Vec<Variant<'a>>),
    /// A string with rules.
    Text {
        /// Its format.
        format: &'static str,
        /// The regular expression (ECMA-262) that it matches.
        #[serde(skip_serializing_if = "Option::is_none")]
        pattern: Option<&'a str>,
        /// Minimum number of code points.
        #[serde(skip_serializing_if = "Option::is_none")]
        min: Option<u64>,
        /// Maximum number of code points.
        #[serde(skip_serializing_if = "Option::is_none")]
        max: Option<u64>,
        /// A string that conforms to the rules.
        #[serde(skip_serializing_if = "Option::is_none")]
        sample: Option<String>,
    },
    /// An integer with rules.
    Integer {
        /// Its width.
        format: &'static str,
        /// Minimum value.
        #[serde(skip_serializing_if = "Option::is_none")]
        min: Option<Box<Json>>,
        /// Maximum value.
        #[serde(skip_serializing_if = "Option::is_none")]
        max: Option<Box<Json>>,
        /// The value is a multiple of this.
        #[serde(skip_serializing_if = "Option::is_none")]
        step: Option<Box<Json>>,
        /// A number that conforms to the rules.
        sample: Box<Json>,
    },
    /// Another name for a type.
    Alias(Reference<'a>),
}

/// A property.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Field<'a> {
    /// The key.
    pub name: &'a str,
    /// The type of its value.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub ty: Option<Reference<'a>>,
    /// The only value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constant: Option<Json>,
    /// Whether it is required.
    #[serde(skip_serializing_if = "is_false")]
    pub required: bool,
    /// The default of the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<Json>,
    /// Its description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Prose<'a>>,
    /// Its rules in words.
    #[serde(skip_serializing_if = "Notes::is_empty")]
    pub notes: Notes<'a>,
    /// Whether it is deprecated.
    #[serde(skip_serializing_if = "is_false")]
    pub deprecated: bool,
}

/// A variant of a union.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Variant<'a> {
    /// Its tag or label.
    pub label: &'a str,
    /// Every value of the discriminator that selects it, if there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<&'a str>,
    /// The type of its value.
    #[serde(rename = "type")]
    pub ty: Reference<'a>,
    /// The key of an object whose value has the type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<&'a str>,
    /// The only value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constant: Option<&'a str>,
}

/// The types in the order of the document.
pub(super) fn plan<'a>(
    model: &Model<'a>,
    reached: &BTreeSet<TypeId>,
) -> Vec<(&'a str, NamedType<'a>)> {
    let types = reached.iter().map(|id| {
        let named = model.get(*id);
        let def = named.def;
        let ty = NamedType {
            about: Prose::description(&def.docs),
            notes: Notes::of(&def.docs),
            example: def.example.as_deref(),
            deprecated: def.deprecated,
            form: form(model, def),
        };
        (named.ident(), ty)
    });
    types.collect()
}

fn form<'a>(model: &Model<'a>, def: &'a TypeDef) -> Form<'a> {
    match &def.shape {
        Shape::Struct(object) => self::object(model, object),
        Shape::Enum(values) => Form::Enum(match &values.values {
            EnumValues::Strings(values) => {
                let values = values.iter().map(|it| it.value.as_str());
                values.map(|it| Json(it.into())).collect()
            }
            EnumValues::Integers(_, values) => {
                values.iter().map(|it| Json(it.value.into())).collect()
            }
        }),
        Shape::Union(union) => self::union(model, &union.variants),
        Shape::Scalar(Scalar::Text(rules, format)) => Form::Text {
            format: text(*format),
            pattern: rules.pattern.as_ref().map(|it| it.source.as_str()),
            min: rules.min_length,
            max: rules.max_length,
            sample: sample::of_text(def, rules),
        },
        Shape::Scalar(Scalar::Integer(bounds, width)) => Form::Integer {
            format: integer(*width),
            min: bounds.minimum.map(Json::integer).map(Box::new),
            max: bounds.maximum.map(Json::integer).map(Box::new),
            step: bounds.multiple_of.map(Json::integer).map(Box::new),
            sample: Box::new(Json::integer(sample::integer(*bounds, *width))),
        },
        Shape::Alias(target) => Form::Alias(Reference::of(model, target)),
    }
}

fn object<'a>(model: &Model<'a>, object: &'a Struct) -> Form<'a> {
    let constants = object.constants.iter().map(constant);
    let properties = object.properties.iter();
    let properties = properties.map(|it| property(model, it));
    Form::Object {
        fields: constants.chain(properties).collect(),
        other: match &object.additional {
            AdditionalProperties::Kept(ty) => Some(Reference::of(model, ty)),
            AdditionalProperties::Ignored => None,
        },
    }
}

/// A property that callers do not set.
fn constant(constant: &Constant) -> Field<'_> {
    Field {
        name: &constant.name,
        ty: None,
        constant: Some(Json::of(&constant.value)),
        required: constant.access != Access::ReadOnly,
        default: None,
        about: None,
        notes: Notes::default(),
        deprecated: false,
    }
}

fn property<'a>(model: &Model<'a>, property: &'a Property) -> Field<'a> {
    Field {
        name: &property.name,
        ty: Some(Reference::of(model, &property.ty)),
        constant: property.constant.as_ref().map(Json::of),
        required: property.required,
        default: property.default.as_ref().map(Json::of),
        about: Prose::description(&property.docs),
        notes: Notes::of(&property.docs),
        deprecated: property.deprecated,
    }
}

fn union<'a>(model: &Model<'a>, variants: &'a Variants) -> Form<'a> {
    let variant = |variant: &'a crate::ir::Variant, tags: Vec<&'a str>, label: &'a str| Variant {
        label,
        tags,
        ty: Reference::of(model, &variant.ty),
        key: match &variant.form {
            VariantForm::Keyed(key) => Some(key),
            VariantForm::Plain | VariantForm::Constant(_) => None,
        },
        constant: match &variant.form {
            VariantForm::Constant(text) => Some(text),
            VariantForm::Plain | VariantForm::Keyed(_) => None,
        },
    };
    match variants {
        Variants::Tagged(discriminator, variants) => Form::Tagged {
            property: &discriminator.property,
            variants: variants
                .iter()
                .map(|it| {
                    let tags = it.nested.iter().map(String::as_str).collect();
                    variant(&it.variant, tags, &it.tag)
                })
                .collect(),
        },
        Variants::Untagged(variants) => {
            let variants = variants.iter();
            Form::Untagged(
                variants
                    .map(|it| variant(it, Vec::new(), &it.label))
                    .collect(),
            )
        }
    }
}
