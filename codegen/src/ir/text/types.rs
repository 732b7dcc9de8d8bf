//! Types and their names.

use std::fmt::{self, Display, Formatter, Write};

use super::{Given, In, Indented};
use crate::ir::{
    Access, AdditionalProperties, Constant, Enum, EnumValues, EnumVariant, Integer, NameHint,
    Number, Owner, Primitive, Property, Role, Scalar, Shape, StringFormat, Struct, TypeDef, TypeId,
    TypeRef, Union, UnionKind, Variant, VariantForm, Variants, Xml,
};

impl Display for In<'_, TypeDef> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(types, def) = self;
        let name = In(types, &def.id);
        match &def.shape {
            Shape::Struct(_) => write!(f, "struct {name}"),
            Shape::Enum(_) => write!(f, "enum {name}"),
            Shape::Union(union) => write!(f, "union {name}{}", In(types, &union.variants)),
            Shape::Scalar(Scalar::Text(rules, format)) => {
                write!(f, "text {name}{rules}")?;
                match format {
                    StringFormat::Plain => Ok(()),
                    _ => write!(f, " {}", Primitive::String(*format)),
                }
            }
            Shape::Scalar(Scalar::Integer(bounds, width)) => {
                write!(f, "{} {name}{bounds}", Primitive::Integer(*width))
            }
            Shape::Alias(ty) => write!(f, "alias {name} = {}", In(types, ty)),
        }?;
        write!(f, "{}", Given(&def.given))?;
        if let Some(example) = &def.example {
            write!(f, " such as {example:?}")?;
        }
        f.write_str(if def.deprecated {
            " deprecated\n"
        } else {
            "\n"
        })?;
        write!(f, "{}", Indented("  ", &def.docs))?;
        match &def.shape {
            Shape::Struct(object) => In(types, object).fmt(f),
            Shape::Enum(values) => values.fmt(f),
            Shape::Union(union) => In(types, union).fmt(f),
            Shape::Scalar(_) | Shape::Alias(_) => Ok(()),
        }
    }
}

impl Display for In<'_, Struct> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(types, object) = self;
        for Constant { name, value, .. } in &object.constants {
            writeln!(f, "  {name} = {value}")?;
        }
        for property in &object.properties {
            write!(f, "{}", In(types, property))?;
        }
        match &object.additional {
            AdditionalProperties::Ignored => Ok(()),
            AdditionalProperties::Kept(ty) => writeln!(f, "  ..: {}", In(types, ty)),
        }
    }
}

impl Display for In<'_, Property> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(types, property) = self;
        write!(f, "  {}: {}", property.name, In(types, &property.ty))?;
        if let Some(default) = &property.default {
            write!(f, " = {default}")?;
        }
        write!(f, "{}", Given(&property.given))?;
        if let Some(constant) = &property.constant {
            write!(f, " of {constant}")?;
        }
        let marks = [
            (property.required, " required"),
            (property.access == Access::ReadOnly, " read-only"),
            (property.access == Access::WriteOnly, " write-only"),
            (property.deprecated, " deprecated"),
        ];
        for (_, mark) in marks.iter().filter(|(holds, _)| *holds) {
            f.write_str(mark)?;
        }
        if let Some(xml) = &property.xml {
            write!(f, " {xml}")?;
        }
        write!(f, "\n{}", Indented("    ", &property.docs))
    }
}

impl Display for Xml {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("xml")?;
        f.write_str(if self.attribute { " attribute" } else { "" })?;
        f.write_str(if self.wrapped { " wrapped" } else { "" })?;
        if let Some(name) = &self.name {
            write!(f, " {name:?}")?;
        }
        if let Some(namespace) = &self.namespace {
            let prefix = self.prefix.as_deref().unwrap_or_default();
            write!(f, " in {prefix}={namespace:?}")?;
        }
        self.item
            .iter()
            .try_for_each(|item| write!(f, " of {item}"))
    }
}

impl Display for Enum {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.values {
            EnumValues::Strings(variants) => variants.iter().try_for_each(|v| variant(f, v)),
            EnumValues::Integers(width, variants) => {
                writeln!(f, "  of {}", Primitive::Integer(*width))?;
                variants.iter().try_for_each(|v| variant(f, v))
            }
        }
    }
}

fn variant<T: fmt::Debug>(f: &mut Formatter<'_>, variant: &EnumVariant<T>) -> fmt::Result {
    write!(f, "  {:?}{}", variant.value, Given(&variant.given))?;
    match &variant.description {
        Some(description) => writeln!(f, " # {}", description.replace('\n', " ")),
        None => f.write_char('\n'),
    }
}

/// The discriminator or the shapes of the variants.
impl Display for In<'_, Variants> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(types, variants) = self;
        let Some(discriminator) = variants.discriminator() else {
            return f.write_str(" untagged");
        };
        write!(f, " by {}", discriminator.property)?;
        match &discriminator.values {
            Some(values) => write!(f, ": {}", In(types, values)),
            None => Ok(()),
        }
    }
}

impl Display for In<'_, Union> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(types, union) = self;
        if union.kind == UnionKind::AnyOf {
            f.write_str("  any of\n")?;
        }
        match &union.variants {
            Variants::Tagged(_, variants) => variants.iter().try_for_each(|tagged| {
                let ty = In(types, &tagged.variant.ty);
                writeln!(f, "  {} -> {ty}", tagged.tags().join(" | "))
            }),
            Variants::Untagged(variants) => variants
                .iter()
                .try_for_each(|variant| writeln!(f, "  _ -> {}", In(types, variant))),
        }
    }
}

impl Display for In<'_, Variant> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(types, variant) = self;
        let ty = In(types, &variant.ty);
        match &variant.form {
            VariantForm::Plain => ty.fmt(f),
            VariantForm::Keyed(key) => {
                write!(f, "{label}: {{ {key}: {ty} }}", label = variant.label)
            }
            VariantForm::Constant(text) => write!(f, "{}: {text:?}", variant.label),
        }
    }
}

impl Display for In<'_, TypeRef> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(types, ty) = self;
        match ty {
            TypeRef::Primitive(primitive) => primitive.fmt(f),
            TypeRef::Named(id) => In(types, id).fmt(f),
            TypeRef::List(item) => write!(f, "list<{}>", In(types, &**item)),
            TypeRef::Tuple(positions) => {
                f.write_str("tuple<")?;
                for (index, position) in positions.iter().enumerate() {
                    let comma = if index == 0 { "" } else { ", " };
                    write!(f, "{comma}{}", In(types, position))?;
                }
                f.write_str(">")
            }
            TypeRef::Map(value) => write!(f, "map<{}>", In(types, &**value)),
            TypeRef::Nullable(inner) => write!(f, "{} | null", In(types, &**inner)),
            TypeRef::Any => f.write_str("any"),
        }
    }
}

/// The path from a component or operation to a type.
impl Display for In<'_, TypeId> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(types, id) = self;
        match &types.get(**id).hint {
            NameHint::Component(name) => f.write_str(name),
            NameHint::Nested { owner, role } => {
                match owner {
                    Owner::Type(owner) => write!(f, "{}.", In(types, owner))?,
                    Owner::Operation(name) | Owner::Component(name) => write!(f, "{name}.")?,
                }
                role.fmt(f)
            }
        }
    }
}

impl Display for Role {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Property(name) => f.write_str(name),
            Self::Item => f.write_str("item"),
            Self::Position(role, position) => write!(f, "{role}[{position}]"),
            Self::Value => f.write_str("value"),
            Self::Variant(label) => write!(f, "variant({label})"),
            Self::RequestBody => f.write_str("body"),
            Self::Response(status) => status.fmt(f),
            Self::Parameter(name) => write!(f, "parameter({name})"),
            Self::Header(name) => write!(f, "header({name})"),
            Self::Event => f.write_str("event"),
            Self::Request => f.write_str("request"),
            Self::ResponseForm => f.write_str("response"),
            Self::MergePatch => f.write_str("merge patch"),
            Self::InVersion(role, version) => write!(f, "{role}@{version}"),
        }
    }
}

impl Display for Primitive {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bool => "bool",
            Self::Integer(Integer::I8) => "i8",
            Self::Integer(Integer::I16) => "i16",
            Self::Integer(Integer::I32) => "i32",
            Self::Integer(Integer::I64) => "i64",
            Self::Integer(Integer::U8) => "u8",
            Self::Integer(Integer::U16) => "u16",
            Self::Integer(Integer::U32) => "u32",
            Self::Integer(Integer::U64) => "u64",
            Self::Number(Number::F32) => "f32",
            Self::Number(Number::F64) => "f64",
            Self::Number(Number::Decimal) => "decimal",
            Self::File => "file",
            Self::String(format) => match format {
                StringFormat::Plain => "string",
                StringFormat::DateTime => "date-time",
                StringFormat::Date => "date",
                StringFormat::Time => "time",
                StringFormat::Duration => "duration",
                StringFormat::Uuid => "uuid",
                StringFormat::Ip => "ip",
                StringFormat::Ipv4 => "ipv4",
                StringFormat::Ipv6 => "ipv6",
                StringFormat::Decimal => "decimal text",
                StringFormat::Uri => "uri",
                StringFormat::Byte => "base64",
                StringFormat::Base64Url => "base64url",
                StringFormat::Binary => "bytes",
                StringFormat::Password => "password",
            },
        })
    }
}
