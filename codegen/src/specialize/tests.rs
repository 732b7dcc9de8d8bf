mod tags;
mod values;

use crate::diagnostic::{Code, Sink};
use crate::ir::{
    Access, Api, Location, NameHint, Owner, Primitive, Role, Shape, Status, TypeDef, TypeId,
    TypeRef, UnionKind, Variants,
};
use crate::options::VersionOptions;
use crate::sample::{
    BOOL, BYTES, Build, TEXT, Types, api, list, marked, nullable, object, operation, property,
    required, strings, union, untagged,
};

/// The specialized API, and the codes of the findings.
fn specialized(api: Api) -> (Api, Vec<Code>) {
    let mut sink = Sink::default();
    let api = super::specialize(api, &VersionOptions::default(), &mut sink);
    (
        api,
        sink.into_vec()
            .into_iter()
            .map(|finding| finding.code)
            .collect(),
    )
}

fn specialize(api: Api) -> Api {
    specialized(api).0
}

const OK: Status = Status::Code(200);

fn component<'a>(api: &'a Api, key: &str) -> Option<&'a TypeDef> {
    let hint = NameHint::Component(key.to_owned());
    api.types.iter().find(|ty| ty.hint == hint)
}

fn request_form<'a>(api: &'a Api, key: &str) -> Option<&'a TypeDef> {
    let owner = Owner::Type(component(api, key)?.id);
    let hint = NameHint::Nested {
        owner,
        role: Role::Request,
    };
    api.types.iter().find(|ty| ty.hint == hint)
}

fn keys(ty: Option<&TypeDef>) -> Vec<&str> {
    match ty.map(|ty| &ty.shape) {
        Some(Shape::Struct(object)) => object.properties.iter().map(|p| &*p.name).collect(),
        other => panic!("no object: {other:?}"),
    }
}

fn marks() -> Vec<crate::ir::Property> {
    vec![
        marked(Access::ReadOnly, property("id", TEXT)),
        property("name", TEXT),
        marked(Access::WriteOnly, property("password", TEXT)),
    ]
}

#[test]
fn a_one_way_type_loses_the_marks_of_the_other_way() {
    let mut types = Types::default();
    let sent = TypeRef::Named(types.add("Sent", object(marks())));
    let received = TypeRef::Named(types.add("Received", object(marks())));
    let call = operation("call", "/call").sends(sent).answers(OK, received);
    let api = specialize(api(types, vec![call]));
    assert_eq!(api.types.len(), 2);
    assert_eq!(keys(component(&api, "Sent")), ["name", "password"]);
    assert_eq!(keys(component(&api, "Received")), ["id", "name"]);
}

#[test]
fn a_type_free_of_marks_stays_one() {
    let mut types = Types::default();
    let inner = types.add("Inner", object(vec![property("a", TEXT)]));
    let both = types.add(
        "Both",
        object(vec![property("inner", TypeRef::Named(inner))]),
    );
    let both = TypeRef::Named(both);
    let call = operation("call", "/call")
        .sends(both.clone())
        .answers(OK, both);
    let api = specialize(api(types, vec![call]));
    assert_eq!(api.types.len(), 2);
}

#[test]
fn a_split_extends_to_users_of_the_type_only() {
    let mut types = Types::default();
    let free = TypeRef::Named(types.add("Free", strings(&["x"])));
    let inner = TypeRef::Named(types.add("Inner", object(marks())));
    let fields = vec![property("inners", list(inner)), property("free", free)];
    let outer = TypeRef::Named(types.add("Outer", object(fields)));
    let call = operation("call", "/call")
        .sends(outer.clone())
        .answers(OK, outer);
    let api = specialize(api(types, vec![call]));
    assert_eq!(api.types.len(), 5);
    assert_eq!(keys(request_form(&api, "Inner")), ["name", "password"]);
    assert_eq!(keys(component(&api, "Inner")), ["id", "name"]);
    let sent = &api.operations[0].request_body.as_ref().unwrap().content[0].ty;
    assert_eq!(
        *sent,
        TypeRef::Named(request_form(&api, "Outer").unwrap().id)
    );
    let received = &api.operations[0].responses[0].content[0].ty;
    assert_eq!(
        *received,
        TypeRef::Named(component(&api, "Outer").unwrap().id)
    );
}

#[test]
fn a_cycle_is_split_whole() {
    let mut types = Types::default();
    let node = types.add("Node", object(vec![]));
    let mut fields = marks();
    fields.push(property("children", list(TypeRef::Named(node))));
    types.set(node, object(fields));
    let call = operation("call", "/call")
        .sends(TypeRef::Named(node))
        .answers(OK, TypeRef::Named(node));
    let api = specialize(api(types, vec![call]));
    for ty in &api.types {
        let Shape::Struct(object) = &ty.shape else {
            panic!("{ty:?}")
        };
        assert_eq!(object.properties[2].ty, list(TypeRef::Named(ty.id)));
    }
}

/// The shape of the third endpoint: one union both ways, its tag marked as read-only.
#[test]
fn a_union_both_ways_sends_its_tag_and_no_other_read_only_property() {
    let mut types = Types::default();
    let provider = types.add("CloudProvider", strings(&["AZURE", "AWS"]));
    let variant = || {
        object(vec![
            marked(
                Access::ReadOnly,
                property("cloudProvider", TypeRef::Named(provider)),
            ),
            marked(Access::ReadOnly, property("id", TEXT)),
            property("regionName", TEXT),
        ])
    };
    let azure = types.add("EARPrivateEndpointAzure", variant());
    let aws = types.add("EARPrivateEndpointAWS", variant());
    let shape = union(
        "cloudProvider",
        Some(provider),
        &[("AZURE", azure), ("AWS", aws)],
    );
    let endpoint = TypeRef::Named(types.add("EARPrivateEndpoint", shape));
    let call = operation("createRestPrivateEndpoint", "/groups/{groupId}")
        .with(Location::Path, "groupId", TEXT)
        .sends(endpoint.clone())
        .answers(Status::Code(202), endpoint);
    let api = specialize(api(types, vec![call]));
    assert_eq!(
        api.types.len(),
        6,
        "the enum of tags is gone with its last use"
    );
    for key in ["EARPrivateEndpointAzure", "EARPrivateEndpointAWS"] {
        assert_eq!(keys(request_form(&api, key)), ["regionName"]);
        assert_eq!(keys(component(&api, key)), ["id", "regionName"]);
    }
    let sent = request_form(&api, "EARPrivateEndpoint").unwrap();
    let Shape::Union(union) = &sent.shape else {
        panic!("{sent:?}")
    };
    let azure = request_form(&api, "EARPrivateEndpointAzure").unwrap().id;
    let Variants::Tagged(tag, variants) = &union.variants else {
        panic!("{union:?}")
    };
    assert_eq!(variants[0].variant.ty, TypeRef::Named(azure));
    assert_eq!((&*tag.property, tag.values), ("cloudProvider", None));
}

#[test]
fn a_variant_with_other_uses_has_its_tag_as_a_constant() {
    let mut types = Types::default();
    let values = TypeRef::Named(types.add("Kind", strings(&["cat", "dog"])));
    let kind = || marked(Access::ReadOnly, required("kind", values.clone()));
    let cat = types.add("Cat", object(vec![kind(), property("indoor", BOOL)]));
    let dog = types.add("Dog", object(vec![kind()]));
    let pet = types.add("Pet", union("kind", None, &[("cat", cat), ("dog", dog)]));
    let feed = operation("feed", "/feed").sends(TypeRef::Named(pet));
    let groom = operation("groom", "/groom").sends(list(TypeRef::Named(cat)));
    let api = specialize(api(types, vec![feed, groom]));
    assert_eq!(keys(component(&api, "Cat")), ["indoor"]);
    assert!(keys(component(&api, "Dog")).is_empty());
}

#[test]
fn types_are_in_the_order_of_their_first_use() {
    let mut types = Types::default();
    types.add("Unused", strings(&["x"]));
    let late = types.add("Late", strings(&["x"]));
    let inner = types.add("Inner", strings(&["x"]));
    let early = types.add(
        "Early",
        object(vec![property("inner", TypeRef::Named(inner))]),
    );
    let first = operation("first", "/1").answers(OK, TypeRef::Named(early));
    let second = operation("second", "/2").answers(OK, TypeRef::Named(late));
    let api = specialize(api(types, vec![first, second]));
    let order = api.types.iter().map(|ty| ty.hint.clone());
    let wanted = ["Early", "Inner", "Late"].map(|key| NameHint::Component(key.to_owned()));
    assert_eq!(order.collect::<Vec<_>>(), wanted);
    assert!(
        api.types
            .iter()
            .enumerate()
            .all(|(at, ty)| ty.id.index() == at)
    );
}

#[test]
fn an_owner_that_nothing_reaches_still_lends_its_name() {
    let mut types = Types::default();
    let base = types.add("Base", object(vec![]));
    let role = Role::Property("status".to_owned());
    let status = types.nested(Owner::Type(base), role.clone(), strings(&["x"]));
    let call = operation("call", "/call").answers(OK, TypeRef::Named(status));
    let api = specialize(api(types, vec![call]));
    let owner = Owner::Component("Base".to_owned());
    let hints: Vec<_> = api.types.iter().map(|ty| &ty.hint).collect();
    assert_eq!(hints, [&NameHint::Nested { owner, role }]);
}

#[test]
fn a_cycle_of_aliases_is_opened_once() {
    let mut types = Types::default();
    let tree = types.add("Tree", object(vec![]));
    let branch = types.add("Branch", Shape::Alias(list(TypeRef::Named(tree))));
    types.set(tree, Shape::Alias(list(TypeRef::Named(branch))));
    let node = types.add("Node", object(vec![property("tree", TypeRef::Named(tree))]));
    let nodes = types.add("Nodes", Shape::Alias(list(TypeRef::Named(node))));
    let call = operation("call", "/call").answers(OK, TypeRef::Named(nodes));
    let (api, codes) = specialized(api(types, vec![call]));
    assert_eq!(codes, [Code::UnsupportedSchema]);
    let shape = |key| component(&api, key).map(|ty| ty.shape.clone());
    let branch = component(&api, "Branch").unwrap().id;
    assert_eq!(
        shape("Tree"),
        Some(Shape::Alias(list(TypeRef::Named(branch))))
    );
    assert_eq!(shape("Branch"), Some(Shape::Alias(list(TypeRef::Any))));
}

#[test]
fn a_union_that_is_its_own_variant_is_opened_once() {
    let mut types = Types::default();
    let outer = types.add("Outer", object(vec![]));
    let inner = untagged(UnionKind::OneOf, vec![TypeRef::Named(outer), BOOL]);
    let inner = types.add("Inner", inner);
    let variants = vec![TEXT, TypeRef::Named(inner), list(TypeRef::Named(outer))];
    types.set(outer, untagged(UnionKind::OneOf, variants));
    let call = operation("call", "/call").answers(OK, TypeRef::Named(outer));
    let (api, codes) = specialized(api(types, vec![call]));
    assert_eq!(codes, [Code::UnsupportedSchema]);
    let variants = |key| match component(&api, key).map(|ty| &ty.shape) {
        Some(Shape::Union(union)) => union.variants.iter().map(|it| it.ty.clone()).collect(),
        other => panic!("no union: {other:?}"),
    };
    let id = |key| TypeRef::Named(component(&api, key).unwrap().id);
    let outer: Vec<_> = variants("Outer");
    assert_eq!(outer, [TEXT, id("Inner"), list(id("Outer"))]);
    let inner: Vec<_> = variants("Inner");
    assert_eq!(inner, [TypeRef::Any, BOOL]);
}

const FILE: TypeRef = TypeRef::Primitive(Primitive::File);

/// The types of the properties.
fn types_of(ty: &TypeDef) -> Vec<&TypeRef> {
    match &ty.shape {
        Shape::Struct(object) => object.properties.iter().map(|p| &p.ty).collect(),
        other => panic!("no object: {other:?}"),
    }
}

/// The type of the first request.
fn form(api: &Api) -> &TypeRef {
    let body = api.operations[0].request_body.as_ref().unwrap();
    &body.content[0].ty
}

#[test]
fn bytes_in_a_form_are_files() {
    let mut types = Types::default();
    let alias = TypeRef::Named(types.add("Bytes", Shape::Alias(BYTES)));
    let inner = types.add("Inner", object(vec![property("deep", BYTES)]));
    let properties = vec![
        required("file", BYTES),
        property("none", nullable(alias.clone())),
        property("many", list(alias)),
        property("text", TEXT),
        property("inner", TypeRef::Named(inner)),
    ];
    let upload = TypeRef::Named(types.add("Upload", object(properties)));
    let (api, codes) = specialized(api(types, vec![operation("a", "/a").uploads(upload)]));
    let upload = component(&api, "Upload").unwrap();
    let inner = TypeRef::Named(component(&api, "Inner").unwrap().id);
    assert_eq!(types_of(upload), [&FILE, &FILE, &list(FILE), &TEXT, &inner]);
    // It is a part of JSON.
    assert_eq!(types_of(component(&api, "Inner").unwrap()), [&BYTES]);
    assert_eq!(codes, []);
}

#[test]
fn an_object_that_is_json_as_well_has_a_form_of_its_own() {
    let mut types = Types::default();
    let both = TypeRef::Named(types.add("Both", object(vec![property("file", BYTES)])));
    let upload = operation("a", "/a").uploads(both.clone()).answers(OK, both);
    let api = specialize(api(types, vec![upload]));
    let both = component(&api, "Both").unwrap();
    assert_eq!(types_of(both), [&BYTES]);
    let TypeRef::Named(form) = form(&api) else {
        panic!("the form has a name");
    };
    assert_ne!(*form, both.id);
    assert_eq!(types_of(api.types.get(*form)), [&FILE]);
}

#[test]
fn a_form_that_is_no_object_is_parts_of_any_name() {
    let parts = TypeRef::Map(Box::new(FILE));
    for (ty, wanted) in [
        (list(TEXT), &[Code::UnsupportedMediaType][..]),
        (TypeRef::Any, &[]),
    ] {
        let upload = operation("a", "/a").uploads(ty);
        let (api, codes) = specialized(api(Types::default(), vec![upload]));
        assert_eq!(form(&api), &parts);
        assert_eq!(codes, wanted);
    }
}

/// A chain of aliases, each of which wraps the next; returns the place of raw JSON.
fn opened(length: usize, wrap: impl Fn(TypeRef) -> TypeRef) -> (Vec<usize>, usize) {
    let mut types = Types::default();
    let ids: Vec<_> = (0..length)
        .map(|n| types.add(&format!("T{n:03}"), Shape::Alias(TEXT)))
        .collect();
    for pair in ids.windows(2) {
        types.set(pair[0], Shape::Alias(wrap(TypeRef::Named(pair[1]))));
    }
    let call = operation("call", "/call").answers(Status::Code(200), TypeRef::Named(ids[0]));
    let mut api = api(types, vec![call]);
    let mut sink = Sink::default();
    super::layers::open(&mut api, &mut sink);
    let is_open = |id: &TypeId| match &api.types.get(*id).shape {
        Shape::Alias(target) => target.parts().contains(&TypeRef::Any),
        _ => false,
    };
    let open = (0..length).filter(|at| is_open(&ids[*at])).collect();
    (open, sink.into_vec().len())
}

#[test]
fn lists_and_maps_end_where_rustc_would_give_up() {
    // From the end of 40 types: ten lists of four steps, or four maps of ten.
    assert_eq!(opened(40, list), (vec![8, 18, 28], 3));
    let map = |value| TypeRef::Map(Box::new(value));
    assert_eq!(opened(14, map), (vec![0, 4, 8], 3));
    assert_eq!(opened(11, list), (Vec::new(), 0));
}
