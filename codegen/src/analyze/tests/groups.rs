use std::collections::BTreeSet;

use super::analyze;
use crate::analyze::Availability;
use crate::ir::{Owner, Role, Status, TagId, TypeId, TypeRef};
use crate::sample::{Build, Types, api, object, operation, property, strings, tag};

const OK: Status = Status::Code(200);

fn tags(positions: &[usize]) -> BTreeSet<TagId> {
    positions.iter().map(|it| TagId::new(*it)).collect()
}

#[test]
fn a_type_has_the_features_of_the_groups_that_need_it() {
    let mut types = Types::default();
    let error = types.add("Problem", object(vec![]));
    let shared = types.add("Shared", object(vec![]));
    let own = types.add(
        "Own",
        object(vec![property("shared", TypeRef::Named(shared))]),
    );
    let everywhere = types.add("Everywhere", object(vec![]));
    let ty = |id| TypeRef::Named(id);
    let call = |tag, id| {
        let mut call = operation("call", "/call").answers(OK, ty(id));
        call.tag = TagId::new(tag);
        call
    };
    let mut operations: Vec<_> = (1..6).map(|tag| call(tag, everywhere)).collect();
    operations.push(call(0, own));
    operations.push(call(2, shared));
    let failing = operations.pop().unwrap();
    operations.push(failing.answers(Status::Code(404), ty(error)));
    let mut api = api(types, operations);
    api.tags = (0..6).map(|number| tag(&format!("Tag {number}"))).collect();
    let facts = analyze(&api);
    let of = |id: TypeId| &facts.types[id.index()].availability;
    assert_eq!(of(own), &Availability::With(tags(&[0])));
    assert_eq!(of(shared), &Availability::With(tags(&[0, 2])));
    assert_eq!(of(everywhere), &Availability::Always, "most groups need it");
    assert_eq!(of(error), &Availability::Always, "every error may be it");
}

#[test]
fn types_in_one_file_have_the_same_features() {
    let mut types = Types::default();
    let leaf = types.add("Leaf", object(vec![]));
    let owner = types.add(
        "Owner",
        object(vec![property("leaf", TypeRef::Named(leaf))]),
    );
    let role = Role::Property("state".to_owned());
    let inline = types.nested(Owner::Type(owner), role, strings(&["a"]));
    let call = |group, ty| {
        let mut call = operation("call", "/call").answers(OK, TypeRef::Named(ty));
        call.tag = TagId::new(group);
        call
    };
    let operations = vec![call(0, owner), call(1, inline)];
    let mut api = api(types, operations);
    api.tags = ["First", "Second", "Third"].map(tag).into();
    let facts = analyze(&api);
    let both = Availability::With(tags(&[0, 1]));
    for id in [owner, inline, leaf] {
        assert_eq!(facts.types[id.index()].availability, both);
    }
}
