use super::super::{Body, Failure, Outcome, Success};
use super::analyze;
use crate::ir::{
    ApiVersion, Encoding, Location, MediaTypeId, Method, Operation, ResponseId, Shape, Status,
    TypeId, TypeRef,
};
use crate::sample::{Build, TEXT, Types, api, list, media, object, operation};

const OK: Status = Status::Code(200);
const NONE: Status = Status::Code(204);

fn body(response: usize) -> Body {
    Body {
        response: ResponseId::new(response),
        media: MediaTypeId::new(0),
    }
}

fn outcome(response: usize, has_body: bool, statuses: &[(u16, u16)]) -> Outcome {
    Outcome {
        response: ResponseId::new(response),
        media: has_body.then_some(MediaTypeId::new(0)),
        statuses: statuses.to_vec(),
    }
}

fn success(call: Operation) -> Success {
    let facts = analyze(&api(Types::default(), vec![call]));
    facts.operations[0].success.clone()
}

/// An operation with these responses, whose bodies are lists of the given depth; `None` for no body.
fn answering(responses: &[(Status, Option<usize>)]) -> Operation {
    let mut call = operation("call", "/call");
    for (status, depth) in responses {
        let ty = (0..depth.unwrap_or_default()).fold(TEXT, |ty, _| list(ty));
        call = call.answers(*status, ty);
        if depth.is_none() {
            call.responses.last_mut().unwrap().content.clear();
        }
    }
    call
}

#[test]
fn a_single_body_is_the_success_for_all_statuses() {
    let created = Status::Code(201);
    assert_eq!(success(answering(&[])), Success::Nothing);
    assert_eq!(success(answering(&[(NONE, None)])), Success::Nothing);
    assert_eq!(
        success(answering(&[
            (Status::Code(404), Some(0)),
            (OK, Some(0)),
            (created, Some(0))
        ])),
        Success::Body(body(1))
    );
}

#[test]
fn the_default_is_a_success_without_another() {
    let other = Status::Default;
    assert_eq!(
        success(answering(&[(other, Some(0))])),
        Success::Body(body(0))
    );
    assert_eq!(
        success(answering(&[(other, Some(0)), (NONE, None)])),
        Success::Nothing
    );
}

#[test]
fn a_status_without_a_body_makes_the_body_optional() {
    let statuses = |call| match success(call) {
        Success::Optional(_, statuses) => statuses,
        other => panic!("{other:?}"),
    };
    let range = Status::Range(2);
    assert_eq!(
        statuses(answering(&[(OK, Some(0)), (NONE, None)])),
        [(204, 204)]
    );
    assert_eq!(
        statuses(answering(&[(range, None), (Status::Code(250), Some(0))])),
        [(200, 249), (251, 299)]
    );
}

#[test]
fn different_bodies_are_selected_by_status() {
    let call = answering(&[
        (Status::Range(2), Some(2)),
        (Status::Default, Some(3)),
        (OK, Some(0)),
        (NONE, None),
    ]);
    let expected = vec![
        outcome(0, true, &[(201, 203), (205, 299)]),
        outcome(2, true, &[(200, 200)]),
        outcome(3, false, &[(204, 204)]),
    ];
    assert!(Outcome::cover_successes(&expected));
    assert!(!Outcome::cover_successes(&expected[1..]));
    assert_eq!(success(call), Success::ByStatus(expected));
}

#[test]
fn missing_text_and_bytes_are_empty() {
    let mut call = answering(&[(OK, Some(0)), (NONE, None)]);
    call.responses[0].content = vec![media("text/csv", Encoding::Text, None, TEXT)];
    assert_eq!(success(call), Success::Body(body(0)));
}

#[test]
fn a_response_to_head_has_no_body() {
    let mut call = answering(&[(OK, Some(0))]);
    call.method = Method::Head;
    assert_eq!(success(call), Success::Nothing);
}

#[test]
fn a_response_of_another_version_is_not_expected() {
    let mut call = answering(&[(OK, Some(1)), (Status::Code(201), Some(2))]);
    for (response, date) in call.responses.iter_mut().zip(["2023-01-01", "2024-05-30"]) {
        response.content[0].version = Some(ApiVersion::Date(date.to_owned()));
    }
    assert_eq!(success(call), Success::Body(body(1)));
}

#[test]
fn a_redirect_beside_another_success_is_selected_by_status() {
    let see_other = Status::Code(303);
    let call = answering(&[(NONE, None), (see_other, None)]);
    let expected = vec![
        outcome(0, false, &[(204, 204)]),
        outcome(1, false, &[(303, 303)]),
    ];
    assert!(!Outcome::cover_successes(&expected));
    assert_eq!(success(call), Success::ByStatus(expected));
    let call = answering(&[(Status::Range(2), None), (Status::Range(3), Some(0))]);
    let expected = vec![
        outcome(0, false, &[(200, 299)]),
        outcome(1, true, &[(300, 399)]),
    ];
    assert!(Outcome::cover_successes(&expected));
    assert_eq!(success(call), Success::ByStatus(expected));
}

#[test]
fn a_single_redirect_is_the_success_with_an_optional_body() {
    let other = Status::Default;
    let call = answering(&[(Status::Code(303), None), (other, Some(1))]);
    assert_eq!(success(call), Success::Nothing);
    let call = answering(&[(Status::Code(303), Some(0)), (other, Some(1))]);
    assert_eq!(success(call), Success::Optional(body(0), Vec::new()));
    let call = answering(&[(Status::Code(303), Some(0)), (Status::Code(307), None)]);
    assert_eq!(success(call), Success::Optional(body(0), vec![(307, 307)]));
}

#[test]
fn not_modified_is_a_success_of_conditional_requests() {
    let not_modified = Status::Code(304);
    let unchanged = Success::Optional(body(0), vec![(304, 304)]);
    let call = || answering(&[(OK, Some(0)), (not_modified, None)]);
    assert_eq!(success(call()), unchanged);
    let mut read = call();
    read.method = Method::Get;
    assert_eq!(success(read.clone()), Success::Body(body(0)));
    let conditional = read.with(Location::Header, "If-None-Match", TEXT);
    assert_eq!(success(conditional), unchanged);
    // The default response covers the rest.
    let call = answering(&[(Status::Default, Some(0)), (not_modified, None)]);
    assert_eq!(success(call), unchanged);
}

#[test]
fn a_redirect_with_the_body_of_a_failure_is_a_failure() {
    let call = |redirect| {
        answering(&[
            (OK, Some(0)),
            (Status::Code(301), Some(redirect)),
            (Status::Default, Some(2)),
        ])
    };
    assert_eq!(success(call(2)), Success::Body(body(0)));
    assert!(matches!(success(call(1)), Success::ByStatus(_)));
}

/// Two types, and one that is another name for the first.
fn errors() -> (Types, [TypeRef; 3], TypeId) {
    let mut types = Types::default();
    let error = types.add("ApiError", object(vec![]));
    let other = types.add("Other", object(vec![]));
    let alias = types.add("Alias", Shape::Alias(TypeRef::Named(error)));
    (types, [error, other, alias].map(TypeRef::Named), error)
}

#[test]
fn an_error_body_is_shared_when_most_failures_agree() {
    let (types, [error, other, _], id) = errors();
    let base = || {
        let mut call = operation("a", "/a").answers(Status::Code(404), error.clone());
        let html = media("text/html", Encoding::Text, None, TEXT);
        call.responses[0].content.push(html);
        call
    };
    let same = operation("b", "/b").answers(Status::Default, error.clone());
    // A redirect with the body of a success is not a failure.
    let only = operation("e", "/e").answers(Status::Default, other.clone());
    let same = same.answers(OK, TEXT);
    let differs = operation("c", "/c").answers(Status::Range(5), other);
    let untyped = operation("d", "/d").answers(Status::Code(400), TypeRef::Any);
    let of = |operations| analyze(&api(Types(types.0.clone()), operations)).error;
    assert_eq!(of(vec![base(), same.clone(), only]), Some(id));
    assert_eq!(of(vec![base(), differs.clone()]), None);
    assert_eq!(of(vec![base(), untyped]), None);
    assert_eq!(of(vec![base(), differs, same]), Some(id));
    assert_eq!(of(vec![operation("e", "/e")]), None);
}

#[test]
fn other_error_bodies_are_selected_by_status() {
    let (types, [error, other, alias], id) = errors();
    let usual = |name: &str| {
        let call = operation(name, name).answers(Status::Code(400), error.clone());
        call.answers(Status::Code(403), alias.clone())
            .answers(OK, TEXT)
    };
    let own = usual("b").answers(Status::Range(4), other.clone());
    let several = usual("c")
        .answers(Status::Default, list(other))
        .answers(Status::Code(404), TypeRef::Any)
        .answers(Status::Code(409), TEXT);
    let facts = analyze(&api(
        types,
        vec![usual("a"), usual("d"), usual("e"), own, several],
    ));
    assert_eq!(facts.error, Some(id));
    let [first, .., own, several] = facts.operations.as_slice() else {
        panic!("five operations");
    };
    assert_eq!((&first.failure, first.unshared.len()), (&None, 0));
    let spans = vec![(401, 402), (404, 499)];
    assert_eq!(own.unshared, spans);
    assert_eq!(own.failure, Some(Failure::Body(body(3), spans)));
    let default = vec![(300, 399), (401, 402), (405, 408), (410, 599)];
    let outcomes = vec![outcome(3, true, &default), outcome(5, true, &[(409, 409)])];
    assert_eq!(several.failure, Some(Failure::ByStatus(outcomes)));
    // A body without a type (404) is not shared either.
    assert_eq!(several.unshared, [(300, 399), (401, 402), (404, 599)]);
}
