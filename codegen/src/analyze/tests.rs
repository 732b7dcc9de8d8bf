mod groups;
mod nesting;
mod outcomes;

use std::collections::BTreeSet;

use super::{Body, Facts, Holding, Success};
use crate::diagnostic::Sink;
use crate::ir::{
    Api, ApiVersion, Encoding, Literal, Location, MediaTypeId, ParameterId, ResponseId, Shape,
    Status, TypeId, TypeRef,
};
use crate::sample::{
    BOOL, Build, TEXT, Types, api, list, media, nullable, object, operation, property, required,
    strings, union,
};

const OK: Status = Status::Code(200);

fn analyze(api: &Api) -> Facts {
    super::analyze(api, &mut Sink::default())
}

/// The facts of an API with one operation that returns `root`.
fn received(types: Types, root: TypeId) -> Facts {
    let call = operation("call", "/call").answers(OK, TypeRef::Named(root));
    analyze(&api(types, vec![call]))
}

fn boxed(facts: &Facts, id: TypeId) -> Vec<bool> {
    let held = facts.types[id.index()].held.iter();
    held.map(|held| *held == Holding::Boxed).collect()
}

#[test]
fn a_struct_in_itself_is_boxed_and_lists_are_not() {
    let mut types = Types::default();
    let node = types.add("Node", object(vec![]));
    let own = TypeRef::Named(node);
    let fields = vec![
        property("name", TEXT),
        property("next", own.clone()),
        property("other", nullable(own.clone())),
        property("children", list(own.clone())),
        property("by_name", TypeRef::Map(Box::new(own))),
    ];
    types.set(node, object(fields));
    let facts = received(types, node);
    assert_eq!(boxed(&facts, node), [false, true, true, false, false]);
}

#[test]
fn a_cycle_through_an_alias_and_a_union_has_one_box() {
    let mut types = Types::default();
    let expression = types.add("Expression", object(vec![]));
    let alias = types.add("Operand", Shape::Alias(TypeRef::Named(expression)));
    let not = types.add(
        "Not",
        object(vec![required("operand", TypeRef::Named(alias))]),
    );
    types.set(expression, union("op", None, &[("not", not)]));
    let facts = received(types, not);
    assert_eq!(boxed(&facts, expression), [false]);
    assert_eq!(boxed(&facts, not), [true]);
    assert!(boxed(&facts, alias).is_empty());
}

#[test]
fn other_types_do_not_move_the_box_of_a_cycle() {
    for enter_by_b in [false, true] {
        let mut types = Types::default();
        let a = types.add("A", object(vec![]));
        let b = types.add("B", object(vec![property("a", TypeRef::Named(a))]));
        types.set(a, object(vec![property("b", TypeRef::Named(b))]));
        let entry = if enter_by_b { b } else { a };
        let outer = types.add("0", object(vec![property("entry", TypeRef::Named(entry))]));
        let facts = received(types, outer);
        assert_eq!(
            (boxed(&facts, a), boxed(&facts, b)),
            (vec![false], vec![true])
        );
        assert_eq!(boxed(&facts, outer), [false]);
    }
}

#[test]
fn direction_and_default_follow_from_use_and_requirement() {
    let mut types = Types::default();
    let inner = types.add("Inner", object(vec![property("a", TEXT)]));
    let sent = types.add(
        "Sent",
        object(vec![required("inner", TypeRef::Named(inner))]),
    );
    let call = operation("call", "/call")
        .sends(TypeRef::Named(sent))
        .answers(OK, TypeRef::Named(inner));
    let facts = analyze(&api(types, vec![call]));
    let of = |id: TypeId| &facts.types[id.index()];
    assert_eq!((of(sent).in_request, of(sent).in_response), (true, false));
    assert_eq!((of(inner).in_request, of(inner).in_response), (true, true));
    assert_eq!((of(sent).defaultable, of(inner).defaultable), (false, true));
}

fn positions(ids: &[ParameterId]) -> Vec<usize> {
    ids.iter().map(|id| id.index()).collect()
}

/// The shape of the second endpoint: the provider in the path is the discriminator of the body.
#[test]
fn the_body_gives_the_path_its_tag() {
    let mut types = Types::default();
    let provider = types.add("CloudProvider", strings(&["AWS", "AZURE"]));
    let aws = types.add("Aws", object(vec![]));
    let body = types.add("Body", union("cloudProvider", None, &[("AWS", aws)]));
    let path = "/{groupId}/{cloudProvider}/{serviceId}";
    let mut call = operation("call", path)
        .query("pretty", BOOL)
        .with(Location::Header, "X-Reason", TEXT)
        .with(Location::Path, "serviceId", TEXT)
        .with(Location::Path, "cloudProvider", TypeRef::Named(provider))
        .with(Location::Path, "groupId", TEXT)
        .sends(TypeRef::Named(body));
    call.parameters[3].default = Some(Literal::String("AWS".to_owned()));
    let mut api = api(types, vec![call]);
    let facts = analyze(&api);
    let operation = &facts.operations[0];
    assert_eq!(operation.tag_parameter, Some(ParameterId::new(3)));
    assert_eq!(positions(&operation.positional), [4, 2, 1]);
    assert_eq!(positions(&operation.optional), [0]);
    assert_eq!(operation.parameters[3].implied.as_deref(), Some("AWS"));
    let nowhere = &facts.types[provider.index()];
    assert!(!nowhere.in_request && !nowhere.in_response);

    api.operations[0].request_body.as_mut().unwrap().required = false;
    let facts = analyze(&api);
    assert_eq!(
        facts.operations[0].tag_parameter, None,
        "there may be no body"
    );
}

#[test]
fn a_parameter_of_the_same_name_and_other_values_is_no_tag() {
    let mut types = Types::default();
    let kind = TypeRef::Named(types.add("Kind", strings(&["large", "small"])));
    let cat = types.add("Cat", object(vec![]));
    let body = TypeRef::Named(types.add("Body", union("kind", None, &[("cat", cat)])));
    let call = operation("call", "/{kind}")
        .with(Location::Path, "kind", kind)
        .sends(body);
    let facts = analyze(&api(types, vec![call]));
    assert_eq!(facts.operations[0].tag_parameter, None);
    assert_eq!(positions(&facts.operations[0].positional), [0]);
}

#[test]
fn a_required_parameter_with_one_value_or_a_default_is_a_setter() {
    let mut types = Types::default();
    let only = TypeRef::Named(types.add("Provider", strings(&["AWS"])));
    let integer = TypeRef::Primitive(crate::ir::Primitive::Integer(crate::ir::Integer::I64));
    let mut call = operation("call", "/{provider}/{page}/{id}")
        .with(Location::Path, "provider", only)
        .with(Location::Path, "page", integer)
        .with(Location::Path, "id", TEXT);
    call.parameters[1].default = Some(Literal::Integer(1));
    let facts = analyze(&api(types, vec![call]));
    assert_eq!(positions(&facts.operations[0].positional), [2]);
    assert_eq!(positions(&facts.operations[0].optional), [0, 1]);
    let implied = facts.operations[0].parameters.iter();
    let implied = implied.map(|it| it.implied.as_deref());
    assert_eq!(implied.collect::<Vec<_>>(), [Some("AWS"), Some("1"), None]);
}

#[test]
fn the_newest_stable_json_is_preferred() {
    let date = |text: &str| Some(ApiVersion::Date(text.to_owned()));
    let cases = [
        (Encoding::Text, date("2030-01-01")),
        (Encoding::Json, Some(ApiVersion::Preview)),
        (Encoding::Json, date("2023-01-01")),
        (Encoding::Json, date("2024-11-13")),
        (Encoding::Json, None),
    ];
    let mut call = operation("call", "/call").answers(OK, TEXT);
    let content = cases.map(|(encoding, version)| media("x/y", encoding, version, TEXT));
    call.responses[0].content = content.to_vec();
    let facts = analyze(&api(Types::default(), vec![call]));
    let body = Body {
        response: ResponseId::new(0),
        media: MediaTypeId::new(3),
    };
    assert_eq!(facts.operations[0].success, Success::Body(body));
}

/// A deterministic random graph of objects.
fn tangle(count: u64, seed: u64) -> (Types, Vec<Vec<TypeId>>) {
    let mut state = seed;
    let mut random = |below: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut types = Types::default();
    let ids: Vec<_> = (0..count)
        .map(|n| types.add(&format!("T{n}"), object(vec![])))
        .collect();
    let mut held = Vec::new();
    for id in &ids {
        let targets: Vec<_> = (0..random(4))
            .map(|_| ids[usize::try_from(random(count)).unwrap()])
            .collect();
        let fields = targets
            .iter()
            .map(|target| property("p", TypeRef::Named(*target)));
        types.set(*id, object(fields.collect()));
        held.push(targets);
    }
    (types, held)
}

#[test]
fn without_its_boxes_nothing_holds_itself() {
    for seed in 0..500 {
        let (types, held) = tangle(8, seed);
        let boxes = super::boxes::find(&types.0);
        let mut unboxed: Vec<Vec<TypeId>> = Vec::new();
        for (targets, boxes) in held.iter().zip(&boxes) {
            let kept = targets.iter().zip(boxes).filter(|(_, boxed)| !**boxed);
            unboxed.push(kept.map(|(target, _)| *target).collect());
        }
        // Removes types without remaining members; a cycle would never be removed.
        let mut left: BTreeSet<usize> = (0..unboxed.len()).collect();
        while let Some(leaf) = left
            .iter()
            .copied()
            .find(|at| unboxed[*at].iter().all(|id| !left.contains(&id.index())))
        {
            left.remove(&leaf);
        }
        assert!(left.is_empty(), "seed {seed}: {left:?} hold themselves");
    }
}
