//! The items of the module `types`.

use super::super::spell;
use super::super::surface::{Fact, Item, Kind};
use super::places::{Places, condition};
use crate::analyze::Secrecy;
use crate::plan::Condition;
use crate::plan::types::{
    Constructor, Conversion, Creator, Declared, Enum, EnumKind, Integer, KeyPresence, Setter,
    SetterOf, Struct, Text, TypeItem, Union, UnionKind, UntaggedVariant,
};

pub(super) fn item(declared: &Declared<'_>, when: &Condition<'_>, places: &Places<'_>) -> Item {
    let origin = places.at(declared.origin);
    let ident = declared.item.ident();
    let item = match &declared.item {
        TypeItem::Struct(item) => structure(item, &origin, places),
        TypeItem::Enum(item) => values(item, places),
        TypeItem::Union(item) => union(item, places),
        TypeItem::Text(item) => text(item),
        TypeItem::Integer(item) => integer(item),
        TypeItem::Alias(_, name, target) => {
            let target = spell::ty(target);
            let signature = format!("type {name} = {target}");
            Item::new(Kind::Alias, "", "", signature).with(Fact::Target, target)
        }
    };
    let item = Item {
        name: format!("types::{ident}"),
        pointer: origin,
        ..item
    };
    item.with_some(Fact::When, condition(when))
}

fn structure(item: &Struct<'_>, origin: &str, places: &Places<'_>) -> Item {
    let mut all = Item::new(Kind::Struct, "", "", format!("struct {}", item.ident));
    let constructor = match (&item.constructor, item.creator) {
        // Only tests create the value, by `default` or by `new`.
        (Constructor::Empty, Creator::Tests) => None,
        (Constructor::Empty, Creator::Callers) => Some(Item::new(Kind::New, "new", origin, "")),
        (Constructor::New(new), _) => {
            let arguments = new.arguments.iter();
            let arguments = arguments.map(|(name, ty)| format!("{name}: {}", spell::argument(ty)));
            let arguments: Vec<_> = arguments.collect();
            let named = new.required.as_ref().map(|it| it.ident);
            let new = Item::new(Kind::New, "new", origin, arguments.join(", "));
            Some(new.with_some(Fact::Named, named))
        }
    };
    if !matches!(item.constructor, Constructor::New(_)) {
        all = all.with(Fact::Default, "yes");
    }
    all.members.extend(constructor);
    for constant in item.constants {
        let place = places.at(&constant.origin.0);
        let value = constant.value.to_string();
        let member = Item::new(Kind::Constant, &constant.name, place, value);
        all.members.push(member);
    }
    for field in &item.fields {
        let member = Item::new(
            Kind::Field,
            field.ident,
            places.at(field.origin),
            spell::ty(&field.ty),
        );
        let member = member.with(Fact::Key, field.key);
        let member = match field.key_presence {
            KeyPresence::Required => member.with(Fact::Required, "yes"),
            KeyPresence::Optional => member,
        };
        let deprecated = field.deprecated.as_ref().map(|_| "yes");
        all.members
            .push(member.with_some(Fact::Deprecated, deprecated));
    }
    if let Some(rest) = &item.rest {
        let signature = spell::ty(&rest.ty);
        let member = Item::new(Kind::Field, rest.ident, origin, signature);
        all.members.push(member.with(Fact::Key, "*"));
    }
    let setters = match item.creator {
        Creator::Callers => item.setters.as_slice(),
        Creator::Tests => &[],
    };
    let setters = setters.iter();
    let setters = setters.filter_map(|it| setter(item, it, origin, places));
    all.members.extend(setters);
    if let Some(xml) = &item.xml {
        all = all.with(Fact::Xml, format!("{xml:?}"));
    }
    all
}

fn setter(
    item: &Struct<'_>,
    setter: &Setter<'_>,
    origin: &str,
    places: &Places<'_>,
) -> Option<Item> {
    match setter {
        Setter::Optional { field, .. } | Setter::Patch { field, .. } => {
            Some(setter_of(item, field, places))
        }
        Setter::Rest => {
            let rest = item.rest.as_ref()?;
            let signature = format!("impl Into<{}>", spell::ty(&rest.map));
            Some(Item::new(Kind::Setter, rest.ident, origin, signature))
        }
    }
}

fn setter_of(item: &Struct<'_>, setter: &SetterOf<'_>, places: &Places<'_>) -> Item {
    let field = item.fields.iter().find(|it| it.ident == setter.ident);
    let place = field.map(|field| places.at(field.origin));
    let signature = spell::argument(&setter.argument);
    let place = place.unwrap_or_default();
    Item::new(Kind::Setter, setter.ident, place, signature)
}

fn values(item: &Enum<'_>, places: &Places<'_>) -> Item {
    let mut all = Item::new(Kind::Enum, "", "", format!("enum {}", item.ident));
    let (kind, payload) = match &item.variants {
        EnumKind::Strings(variants) => {
            all.members.extend(variants.iter().map(|variant| {
                let place = places.at(variant.origin);
                let member = Item::new(Kind::Variant, variant.ident, place, "");
                member.with(Fact::Value, format!("{:?}", variant.value))
            }));
            ("strings", "wire::UnknownValue")
        }
        EnumKind::Integers(variants) => {
            all.members.extend(variants.iter().map(|variant| {
                let place = places.at(variant.origin);
                let member = Item::new(Kind::Variant, variant.ident, place, "");
                member.with(Fact::Value, variant.value.to_string())
            }));
            ("integers", "wire::UnknownInteger")
        }
    };
    all.members.push(rest(item.rest, payload));
    all.with(Fact::Values, kind)
}

/// The variant that keeps any other value.
fn rest(ident: &str, payload: &str) -> Item {
    Item::new(Kind::Variant, ident, "", payload)
}

fn union(item: &Union<'_>, places: &Places<'_>) -> Item {
    let mut all = Item::new(Kind::Union, "", "", format!("enum {}", item.ident));
    match &item.variants {
        UnionKind::Tagged(tagged) => {
            all = all.with(Fact::Tag, tagged.property);
            all.members.extend(tagged.variants.iter().map(|variant| {
                let payload = spell::ty(&variant.payload);
                let place = places.at(variant.origin);
                let tags = match variant.nested {
                    [] => format!("{:?}", variant.tag),
                    nested => format!("{nested:?}"),
                };
                Item::new(Kind::Variant, variant.ident, place, payload).with(Fact::Value, tags)
            }));
        }
        UnionKind::Untagged(untagged) => {
            if untagged.secrecy == Secrecy::Secret {
                all = all.with(Fact::Secret, "yes");
            }
            let variants = untagged.variants.iter();
            all.members
                .extend(variants.map(|it| untagged_variant(it, places)));
        }
    }
    all.members.push(rest(item.rest, "wire::UnknownVariant"));
    all.members.extend(item.conversions.iter().map(|it| {
        let payload = match it {
            Conversion::Value(_, payload) => spell::ty(payload),
            Conversion::Text(_) => "String".to_owned(),
        };
        let name = format!("From<{payload}>");
        Item::new(Kind::From, name, "", payload)
    }));
    all.members.extend(item.shared.iter().map(|field| {
        let ident = &*field.ident;
        let signature = format!("fn {ident}(&self) -> {}", field.signature());
        let deprecated = field.deprecated.as_ref().map(|_| "yes");
        Item::new(Kind::Method, ident, places.at(field.origin), signature)
            .with(Fact::Key, field.key)
            .with_some(Fact::Deprecated, deprecated)
    }));
    all
}

fn untagged_variant(variant: &UntaggedVariant<'_>, places: &Places<'_>) -> Item {
    let payload = variant.payload.as_ref().map(spell::ty).unwrap_or_default();
    let place = places.at(variant.origin);
    Item::new(Kind::Variant, variant.ident, place, payload)
        .with(Fact::Form, format!("{:?}", variant.form))
        .with(Fact::Tests, format!("{:?}", variant.tests))
}

fn text(item: &Text<'_>) -> Item {
    let signature = format!("struct {}(Cow<'static, str>)", item.ident);
    let secret = (item.secrecy == Secrecy::Secret).then_some("yes");
    Item::new(Kind::Text, "", "", signature)
        .with_some(Fact::Pattern, item.pattern)
        .with_some(Fact::MinLength, item.min_length.map(|it| it.to_string()))
        .with_some(Fact::MaxLength, item.max_length.map(|it| it.to_string()))
        .with_some(Fact::Secret, secret)
}

fn integer(item: &Integer<'_>) -> Item {
    let bounds = &item.bounds;
    let text = |value: Option<i128>| value.map(|it| it.to_string());
    let signature = format!("struct {}({})", item.ident, spell::ty(&item.repr()));
    Item::new(Kind::Integer, "", "", signature)
        .with_some(Fact::Minimum, text(bounds.minimum))
        .with_some(Fact::Maximum, text(bounds.maximum))
        .with_some(Fact::MultipleOf, text(bounds.multiple_of))
}
