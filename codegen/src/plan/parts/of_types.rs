use super::roots::Roots;
use crate::analyze::Secrecy;
use crate::plan::condition::Condition;
use crate::plan::ty::{Argument, Box_, Type};
use crate::plan::types::{
    Constructor, EnumKind, Setter, SharedForm, Struct, Text, TypeItem, Union, UnionKind,
};

/// The parts that read and write a type.
pub(super) fn item<'a>(item: &TypeItem<'a>, condition: &Condition<'a>, roots: &mut Roots<'a>) {
    match item {
        TypeItem::Struct(item) => object(item, condition, roots),
        TypeItem::Enum(item) => roots.under(
            condition,
            match &item.variants {
                EnumKind::Strings(_) => &["wire/string_enum.rs"],
                EnumKind::Integers(_) => &["wire/integer_enum.rs"],
            },
        ),
        TypeItem::Union(item) => union(item, condition, roots),
        TypeItem::Text(item) => text(item, condition, roots),
        TypeItem::Integer(_) => roots.under(condition, &["wire/integer.rs"]),
        TypeItem::Alias(_, _, target) => reference(target, condition, roots),
    }
}

fn object<'a>(item: &Struct<'a>, condition: &Condition<'a>, roots: &mut Roots<'a>) {
    roots.under(condition, &["wire/object_macro.rs"]);
    if item.xml.is_some() {
        roots.under(condition, &["wire/xml.rs"]);
    }
    let fields = item.fields.iter().map(|field| &field.ty);
    for ty in fields.chain(item.rest.iter().map(|rest| &rest.ty)) {
        reference(ty, condition, roots);
    }
    if let Constructor::New(new) = &item.constructor {
        let arguments = new.arguments.iter();
        arguments.for_each(|(_, it)| roots.under(condition, of_argument(it)));
    }
    for setter in &item.setters {
        if let Setter::Optional { field, .. } | Setter::Patch { field, .. } = setter {
            roots.under(condition, of_argument(&field.argument));
        }
    }
}

/// The parts that convert an argument.
pub(super) fn of_argument(argument: &Argument<'_>) -> &'static [&'static str] {
    match argument {
        Argument::Integer(_) => &["wire/plain_integer.rs"],
        Argument::Entries(..) => &["wire/entry.rs"],
        _ => &[],
    }
}

fn union<'a>(item: &Union<'a>, condition: &Condition<'a>, roots: &mut Roots<'a>) {
    match &item.variants {
        UnionKind::Tagged(tagged) => {
            roots.under(condition, &["wire/tagged_union.rs"]);
            for variant in &tagged.variants {
                reference(&variant.payload, condition, roots);
            }
        }
        UnionKind::Untagged(untagged) => {
            roots.under(condition, &["wire/untagged_union.rs"]);
            for payload in untagged
                .variants
                .iter()
                .filter_map(|it| it.payload.as_ref())
            {
                reference(payload, condition, roots);
            }
        }
    }
    let is_decoded = |form| {
        matches!(
            form,
            SharedForm::Copied | SharedForm::List | SharedForm::Value
        )
    };
    if item.shared.iter().any(|field| is_decoded(field.form)) {
        roots.under(condition, &["wire/shared_field.rs"]);
    }
    if !item.conversions.is_empty() {
        roots.under(condition, &["wire/from_variants.rs"]);
    }
}

fn text<'a>(item: &Text<'a>, condition: &Condition<'a>, roots: &mut Roots<'a>) {
    roots.under(
        condition,
        match item.secrecy {
            Secrecy::Secret => &["wire/secret_text.rs"],
            Secrecy::Shown => &["wire/plain_text.rs"],
        },
    );
    if let Some(rich) = item.rich {
        roots.under(condition, &["wire/formatted_text.rs"]);
        roots.under(condition, rich.files);
    }
    if item.automaton.is_some() {
        roots.under(condition, &["wire/automaton.rs"]);
    }
}

/// The parts of a type without a name.
pub(super) fn reference<'a>(ty: &Type<'a>, condition: &Condition<'a>, roots: &mut Roots<'a>) {
    let files: &[_] = match ty {
        Type::Decimal(None) => &["wire/decimal.rs"],
        Type::Decimal(Some(rich)) | Type::Formatted(rich) => rich.files,
        Type::Part => &["wire/part.rs"],
        Type::Secret => &["auth/secret.rs"],
        Type::Tuple(_) => &["wire/tuple.rs"],
        Type::Patch(_) => &["wire/patch.rs"],
        Type::Boxed(Box_::Opaque, _) => &["wire/opaque_box.rs"],
        _ => &[],
    };
    roots.under(condition, files);
    for part in ty.parts() {
        reference(part, condition, roots);
    }
}
