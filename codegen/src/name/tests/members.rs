use super::received;
use crate::diagnostic::{Code, Severity};
use crate::ir::{
    AdditionalProperties, Enum, EnumValues, EnumVariant, Integer, Owner, Role, Shape, Struct,
    TypeRef, Union, UnionKind, Variants,
};
use crate::sample::{BOOL, TEXT, Types, list, object, property, strings, union, untagged, variant};

/// The names in a type of this shape.
fn members(shape: Shape) -> (Vec<String>, String) {
    let mut types = Types::default();
    types.add("It", shape);
    let names = received(types).0.types.remove(0);
    (names.members, names.rest)
}

#[test]
fn fields_keep_clear_of_keywords_setters_and_each_other() {
    let names = [
        "type",
        "self",
        "new",
        "regionName",
        "region_name",
        "additionalProperties",
    ];
    let mut fields: Vec<_> = names.iter().map(|name| property(name, TEXT)).collect();
    fields.push(property("", TEXT));
    let shape = Shape::Struct(Struct {
        constants: Vec::new(),
        properties: fields,
        additional: AdditionalProperties::Kept(TEXT),
    });
    let (fields, rest) = members(shape);
    let wanted = [
        "r#type",
        "self_",
        "new_",
        "region_name_2",
        "region_name",
        "additional_properties",
        "empty",
    ];
    assert_eq!(fields, wanted);
    assert_eq!(rest, "additional_properties_2");
}

#[test]
fn an_enum_has_a_catch_all_that_no_value_has() {
    let of = |values: &[&str]| members(strings(values));
    assert_eq!(
        of(&["AWS", "self"]),
        (vec!["Aws".into(), "Self_".into()], "Unknown".into())
    );
    assert_eq!(
        of(&["UNKNOWN"]),
        (vec!["Unknown".into()], "Unrecognized".into())
    );
    assert_eq!(of(&["unknown", "unrecognized"]).1, "Unrecognized2");
    let values = [-1, 1].map(|value| EnumVariant {
        value,
        origin: crate::ir::Origin::default(),
        given: None,
        description: None,
    });
    let values = EnumValues::Integers(Integer::I32, values.to_vec());
    let shape = Shape::Enum(Enum { values });
    assert_eq!(members(shape).0, ["Minus1", "V1"]);
}

#[test]
fn colliding_values_get_numerals_and_are_reported() {
    let mut types = Types::default();
    types.add("Level", strings(&["a-b", "a_b", "A B", "1-1", "1_1"]));
    let (names, findings) = received(types);
    assert_eq!(
        names.types[0].members,
        ["AB2", "AB3", "AB", "V1_1", "V1_1_2"]
    );
    assert_eq!(findings.len(), 3);
    let message = "`a-b` and `A B` have the same name in Rust; `a-b` becomes `AB2`";
    assert_eq!(
        findings[0],
        (Code::EnumCollision, Severity::Warning, message.to_owned())
    );
}

#[test]
fn values_that_differ_in_case_only_are_named_after_it() {
    let of = |values: &[&str]| {
        let mut types = Types::default();
        types.add("Level", strings(values));
        let (mut names, findings) = received(types);
        assert!(findings.is_empty(), "{findings:?}");
        names.types.remove(0).members
    };
    assert_eq!(of(&["m", "M", "y"]), ["MLowercase", "M", "Y"]);
    assert_eq!(
        of(&["asc", "ASC", "Asc"]),
        ["AscLowercase", "AscUppercase", "Asc"]
    );
    assert_eq!(of(&["GitHub", "GITHUB"]), ["GithubMixedCase", "Github"]);
}

#[test]
fn a_value_that_is_listed_twice_is_an_error() {
    let mut types = Types::default();
    types.add("Level", strings(&["a", "a"]));
    let findings = received(types).1;
    let message = "the enum lists `a` twice".to_owned();
    assert_eq!(findings[0], (Code::EnumCollision, Severity::Error, message));
}

#[test]
fn a_variant_is_named_after_its_tag_or_type() {
    let mut types = Types::default();
    let cat = types.add("Cat", object(vec![]));
    types.add(
        "Tagged",
        union("kind", None, &[("house-cat", cat), ("UNKNOWN", cat)]),
    );
    let variants = vec![TypeRef::Named(cat), TEXT, list(BOOL), TypeRef::Any];
    types.add("Loose", untagged(UnionKind::AnyOf, variants));
    let names = received(types).0.types;
    assert_eq!(
        (&*names[1].members, &*names[1].rest),
        (&["HouseCat".into(), "Unknown".into()][..], "Unrecognized")
    );
    assert_eq!(names[2].members, ["Cat", "String", "BoolList", "Any"]);
}

#[test]
fn an_inline_variant_is_named_after_its_place() {
    let mut types = Types::default();
    let it = types.add("It", object(vec![]));
    let mut inline = |label: &str| {
        let role = Role::Variant(label.to_owned());
        TypeRef::Named(types.nested(Owner::Type(it), role, object(vec![])))
    };
    let variants = vec![
        variant("Big one", inline("Big one")),
        variant("many", list(inline("many item"))),
    ];
    let shape = Shape::Union(Union {
        kind: UnionKind::OneOf,
        variants: Variants::Untagged(variants),
    });
    types.set(it, shape);
    let names = received(types).0.types;
    assert_eq!(names[0].members, ["BigOne", "Many"]);
    assert_eq!(
        [&*names[1].ident, &*names[2].ident],
        ["ItBigOne", "ItManyItem"]
    );
}
