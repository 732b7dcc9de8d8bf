use super::{OK, component, specialize};
use crate::ir::{Api, Owner, Role, Scalar, Shape, StringFormat, TextRules, TypeRef};
use crate::sample::{Build, TEXT, Types, api, list, object, operation, property, strings};

/// An inline string of at most so many characters, in a property of that name.
fn text(types: &mut Types, name: &str, max_length: u64) -> TypeRef {
    let rules = TextRules {
        max_length: Some(max_length),
        ..TextRules::default()
    };
    let shape = Shape::Scalar(Scalar::Text(rules, StringFormat::Plain));
    let owner = Owner::Operation("call".to_owned());
    TypeRef::Named(types.nested(owner, Role::Parameter(name.to_owned()), shape))
}

/// The types of the parameters of the first operation.
fn parameters(api: &Api) -> Vec<&TypeRef> {
    api.operations[0]
        .parameters
        .iter()
        .map(|it| &it.ty)
        .collect()
}

#[test]
fn rules_of_received_types_are_removed() {
    let mut types = Types::default();
    let sent = text(&mut types, "name", 5);
    let received = text(&mut types, "title", 5);
    let both = text(&mut types, "code", 5);
    let fields = vec![
        property("title", list(received)),
        property("code", both.clone()),
    ];
    let answer = TypeRef::Named(types.add("Answer", object(fields)));
    let call = operation("call", "/call")
        .query("name", sent)
        .query("code", both)
        .answers(OK, answer);
    let api = specialize(api(types, vec![call]));
    let Some(Shape::Struct(answer)) = component(&api, "Answer").map(|ty| &ty.shape) else {
        panic!("no object");
    };
    assert_eq!(answer.properties[0].ty, list(TEXT));
    assert_eq!(answer.properties[1].ty, *parameters(&api)[1]);
    assert!(matches!(parameters(&api)[0], TypeRef::Named(_)));
}

#[test]
fn equal_inline_types_are_merged() {
    let mut types = Types::default();
    let pet = types.add("Pet", object(Vec::new()));
    let place = |name: &str| Role::Property(name.to_owned());
    let first = types.nested(Owner::Type(pet), place("kind"), strings(&["CAT"]));
    let other = types.nested(Owner::Type(pet), place("sort"), strings(&["CAT"]));
    let twin = types.nested(
        Owner::Operation("buy".to_owned()),
        Role::Parameter("kind".to_owned()),
        strings(&["CAT"]),
    );
    let wider = types.nested(
        Owner::Operation("sell".to_owned()),
        Role::Parameter("kind".to_owned()),
        strings(&["CAT", "DOG"]),
    );
    let ids = [first, other, twin, wider];
    let mut table = api(types, Vec::new()).types;
    crate::specialize::duplicates::merge(&mut table);
    let aliases = ids.map(|id| matches!(table.get(id).shape, Shape::Alias(_)));
    assert_eq!(aliases, [false, false, true, false]);
    assert_eq!(table.get(twin).shape, Shape::Alias(TypeRef::Named(first)));
}
