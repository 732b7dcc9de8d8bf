//! The order of alternatives changes nothing, and another alternative in front of them renames nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use codegen::analyze::Facts;
use codegen::diagnostic::Sink;
use codegen::ir::{
    AdditionalProperties, Api, EnumValues, Shape, Struct, TypeDef, TypeRef, Union, VariantForm,
    Variants,
};
use codegen::name::{Names, TypeNames};
use codegen::{Options, Stages};
use serde_yaml::{Value, from_str};
use workspace_tests::documents;

use crate::{DATA, Random};

/// Objects that no fixture has: one with a label of its own, and one without.
const INSERTED: [&str; 2] = [
    "{ type: object, required: [zebra], properties: { zebra: { type: object, properties: { stripes: { type: integer } } } } }",
    "{ type: object, required: [zebra, gnu, yak, elk], properties: { zebra: {}, gnu: {}, yak: {}, elk: {} } }",
];

/// What stands between a variant and how it looks on the wire.
const LOOK: &str = " when ";

/// The types of a client, by what callers see of them.
struct Client {
    api: Api,
    facts: Facts,
    names: Names,
}

impl Client {
    fn of(document: &Value) -> io::Result<Self> {
        let text = serde_json::to_string(document).map_err(io::Error::other)?;
        let options = Options::default();
        let stages = Stages::run(&text, &options, &mut Sink::default());
        let Stages {
            api, facts, names, ..
        } = stages.ok_or_else(|| io::Error::other("the document is read"))?;
        Ok(Self { api, facts, names })
    }

    /// By name of the type: its members with their types and how they look on the wire.
    fn types(&self) -> BTreeMap<&str, BTreeSet<String>> {
        let types = self.api.types.iter().zip(&self.names.types);
        types
            .map(|(ty, names)| (names.ident.as_str(), self.members(ty)))
            .collect()
    }

    fn names_of(&self, ty: &TypeDef) -> &TypeNames {
        &self.names.types[ty.id.index()]
    }

    fn members(&self, ty: &TypeDef) -> BTreeSet<String> {
        match &ty.shape {
            Shape::Struct(object) => self.fields(ty, object),
            Shape::Enum(listed) => {
                let values: Vec<_> = match &listed.values {
                    EnumValues::Strings(values) => {
                        values.iter().map(|it| format!("{:?}", it.value)).collect()
                    }
                    EnumValues::Integers(_, values) => {
                        values.iter().map(|it| it.value.to_string()).collect()
                    }
                };
                let members = self.names_of(ty).members.iter().zip(values);
                members
                    .map(|(name, value)| format!("{name} = {value}"))
                    .collect()
            }
            Shape::Union(union) => self.variants(ty, union),
            Shape::Scalar(scalar) => BTreeSet::from([format!("{scalar:?}")]),
            // Which of two types with one value has it does not matter.
            Shape::Alias(TypeRef::Named(id)) => self.members(self.api.types.get(*id)),
            Shape::Alias(target) => BTreeSet::from([self.text(target)]),
        }
    }

    fn fields(&self, ty: &TypeDef, object: &Struct) -> BTreeSet<String> {
        let constants = object.constants.iter();
        let constants = constants.map(|it| format!("{} = {}", it.name, it.value));
        let fields = object.properties.iter().zip(&self.names_of(ty).members);
        let fields = fields.map(|(property, name)| {
            let (wire, ty) = (&property.name, self.text(&property.ty));
            format!("{name} {wire}: {ty} {}", property.required)
        });
        let rest = match &object.additional {
            AdditionalProperties::Kept(ty) => Some(self.text(ty)),
            AdditionalProperties::Ignored => None,
        };
        constants.chain(fields).chain(rest).collect()
    }

    fn variants(&self, ty: &TypeDef, union: &Union) -> BTreeSet<String> {
        let looks: Vec<_> = match &union.variants {
            Variants::Tagged(tag, variants) => variants
                .iter()
                .map(|it| (&it.variant, format!("{} {:?}", tag.property, it.tags())))
                .collect(),
            Variants::Untagged(variants) => {
                let facts = &self.facts.types[ty.id.index()].variants;
                let variants = variants.iter().zip(facts);
                variants
                    .map(|(it, facts)| (it, in_order(&format!("{:?}", facts.tests))))
                    .collect()
            }
        };
        let names = self.names_of(ty).members.iter();
        names
            .zip(looks)
            .map(|(name, (variant, look))| {
                format!(
                    "{name}({} {:?}){LOOK}{look}",
                    self.text(&variant.ty),
                    variant.form
                )
            })
            .collect()
    }

    fn text(&self, ty: &TypeRef) -> String {
        match ty {
            TypeRef::Named(id) => self.names.types[id.index()].ident.clone(),
            TypeRef::List(item) => format!("[{}]", self.text(item)),
            TypeRef::Tuple(positions) => {
                let positions: Vec<_> = positions.iter().map(|it| self.text(it)).collect();
                format!("({})", positions.join(", "))
            }
            TypeRef::Map(value) => format!("{{{}}}", self.text(value)),
            TypeRef::Nullable(inner) => format!("{} | null", self.text(inner)),
            TypeRef::Primitive(_) | TypeRef::Any => format!("{ty:?}"),
        }
    }
}

/// The words of a text in alphabetical order: tests of nested alternatives have the order of the document.
fn in_order(text: &str) -> String {
    let mut words: Vec<_> = text.split(|c: char| !c.is_alphanumeric()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// Puts alternatives into another order, everywhere.
fn permute(value: &mut Value, random: &mut Random) {
    match value {
        Value::Mapping(members) => {
            for (key, member) in members {
                let key = key.as_str().unwrap_or_default();
                if DATA.contains(&key) {
                    continue;
                }
                if let (Value::Sequence(items), "oneOf" | "anyOf") = (&mut *member, key) {
                    let mut rest = std::mem::take(items);
                    while !rest.is_empty() {
                        items.push(rest.swap_remove(random.below(rest.len())));
                    }
                }
                permute(member, random);
            }
        }
        Value::Sequence(items) => items.iter_mut().for_each(|item| permute(item, random)),
        _ => {}
    }
}

/// The places of alternatives that become a union without a discriminator.
fn places(client: &Client) -> BTreeSet<Vec<String>> {
    let unions = client.api.types.iter().filter(|ty| match &ty.shape {
        Shape::Union(union) => union.variants.discriminator().is_none(),
        _ => false,
    });
    unions.map(|ty| ty.origin.segments().collect()).collect()
}

/// The document with one more alternative in front of those at a place; nothing if there are none.
fn with_another(document: &Value, place: &[String], inserted: &str) -> Option<Value> {
    let mut changed = document.clone();
    let mut node = &mut changed;
    for segment in place {
        node = match node {
            Value::Sequence(items) => items.get_mut(segment.parse::<usize>().ok()?)?,
            node => node.get_mut(segment)?,
        };
    }
    let keyword = ["oneOf", "anyOf"]
        .into_iter()
        .find(|key| node.get(key).is_some())?;
    let inserted = from_str(inserted).ok()?;
    node.get_mut(keyword)?
        .as_sequence_mut()?
        .insert(0, inserted);
    Some(changed)
}

#[test]
fn the_order_of_alternatives_changes_nothing() -> io::Result<()> {
    for document in documents::good()? {
        let value: Value = from_str(&document.text).map_err(io::Error::other)?;
        let before = Client::of(&value)?;
        for round in 0..4 {
            let mut changed = value.clone();
            permute(&mut changed, &mut Random(round));
            let after = Client::of(&changed)?;
            assert_eq!(
                before.types(),
                after.types(),
                "{}, round {round}",
                document.file
            );
        }
    }
    Ok(())
}

/// Calls `check` with the types of each document before and after an alternative is put in front of others.
fn insert(inserted: &str, check: impl Fn(&str, &Client, &Client)) -> io::Result<()> {
    let mut count = 0;
    for document in documents::good()? {
        let value: Value = from_str(&document.text).map_err(io::Error::other)?;
        let before = Client::of(&value)?;
        for place in places(&before) {
            if let Some(changed) = with_another(&value, &place, inserted) {
                let what = format!("{} {}", document.file, place.join("/"));
                check(&what, &before, &Client::of(&changed)?);
                count += 1;
            }
        }
    }
    assert!(count > 20, "{count} unions");
    Ok(())
}

/// A member without what is asked for on the wire, which depends on the other variants.
fn bare(member: &str) -> &str {
    member.split(LOOK).next().unwrap_or_default()
}

#[test]
fn another_alternative_in_front_renames_nothing() -> io::Result<()> {
    insert(INSERTED[0], |what, before, after| {
        let after = after.types();
        for (name, members) in before.types() {
            let kept: BTreeSet<_> = after
                .get(name)
                .into_iter()
                .flatten()
                .map(|it| bare(it))
                .collect();
            let mut lost = members
                .iter()
                .map(|it| bare(it))
                .filter(|it| !kept.contains(it));
            assert_eq!(lost.next(), None, "{what}: {name}");
        }
    })
}

#[test]
fn another_alternative_in_front_gives_no_name_another_meaning() -> io::Result<()> {
    insert(INSERTED[1], |what, before, after| {
        let after = after.types();
        for (name, members) in before.types() {
            let Some(kept) = after.get(name) else {
                continue;
            };
            let name_of = |member: &&str| member.split('(').next().map(str::to_owned);
            let kept: BTreeSet<_> = kept.iter().map(|it| bare(it)).collect();
            let names: BTreeSet<_> = kept.iter().filter_map(name_of).collect();
            let mut other = members.iter().map(|it| bare(it)).filter(|it| {
                let is_there = name_of(it).is_some_and(|name| names.contains(&name));
                is_there && !kept.contains(it)
            });
            assert_eq!(other.next(), None, "{what}: {name}");
        }
    })
}

/// Alternatives whose keys and constants differ from others in case or symbols alone.
const CLOSE: [[&str; 2]; 4] = [
    ["self", "Self"],
    ["a-b", "a_b"],
    ["user.id", "userId"],
    ["ON", "On"],
];

/// A union of these alternatives: by key, the name of the variant that has it.
fn variants(pairs: &[[&str; 2]]) -> io::Result<BTreeMap<String, String>> {
    let objects: Vec<_> = pairs
        .iter()
        .flatten()
        .map(|key| serde_json::json!({"type": "object", "required": [key], "properties": {*key: {"type": "string"}}}))
        .collect();
    let document = serde_json::json!({
        "openapi": "3.0.3",
        "info": {"title": "Close", "version": "1"},
        "paths": {"/u": {"get": {
            "operationId": "getU",
            "responses": {"200": {"description": "", "content": {"application/json": {"schema": {"oneOf": objects}}}}}
        }}}
    });
    let value = from_str(&document.to_string()).map_err(io::Error::other)?;
    let client = Client::of(&value)?;
    let union = client.api.types.iter().find_map(|ty| match &ty.shape {
        Shape::Union(union) => Some((ty, union)),
        _ => None,
    });
    let Some((ty, union)) = union else {
        return Err(io::Error::other("the union is one"));
    };
    let names = client.names_of(ty).members.iter().cloned();
    let keys = union.variants.iter().map(|it| match &it.form {
        VariantForm::Keyed(key) => key.clone(),
        _ => match &it.ty {
            TypeRef::Named(id) => only_key(client.api.types.get(*id)),
            ty => client.text(ty),
        },
    });
    Ok(keys.zip(names).collect())
}

fn only_key(ty: &TypeDef) -> String {
    match &ty.shape {
        Shape::Struct(object) => object.properties[0].name.clone(),
        shape => format!("{shape:?}"),
    }
}

#[test]
fn keys_that_differ_in_case_or_symbols_keep_their_names_whatever_stands_before_them()
-> io::Result<()> {
    let expected = [
        ("self", "LowercaseSelf"),
        ("Self", "CapitalizedSelf"),
        ("a-b", "AMinusB"),
        ("a_b", "AUnderscoreB"),
        ("user.id", "UserDotId"),
        ("userId", "CamelCaseUserId"),
        ("ON", "UppercaseOn"),
        ("On", "CapitalizedOn"),
    ];
    let all = variants(&CLOSE)?;
    let expected: BTreeMap<_, _> = expected
        .map(|(key, name)| (key.to_owned(), name.to_owned()))
        .into();
    assert_eq!(all, expected);
    for count in 1..CLOSE.len() {
        for some in [&CLOSE[..count], &CLOSE[CLOSE.len() - count..]] {
            for (key, name) in variants(some)? {
                assert_eq!(all.get(&key), Some(&name), "{key} of {some:?}");
            }
        }
    }
    // A third spelling changes neither of the two.
    let three = variants(&[["SELF", "zebra"], ["self", "Self"]])?;
    assert_eq!(three["self"], "LowercaseSelf");
    assert_eq!(three["Self"], "CapitalizedSelf");
    assert_eq!(three["SELF"], "UppercaseSelf");
    Ok(())
}
