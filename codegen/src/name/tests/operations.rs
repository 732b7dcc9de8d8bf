use super::{OK, named};
use crate::ir::{Location, Status, TypeRef};
use crate::sample::{Build, TEXT, Types, api, list, object, operation};

#[test]
fn bodies_by_status_are_called_as_http_calls_the_status() {
    let mut types = Types::default();
    let taken = TypeRef::Named(types.add("GetPetFailure", object(vec![])));
    let statuses = [Status::Code(200), Status::Code(299), Status::Range(2)];
    let call = operation("getPet", "/pet").answers(Status::Code(409), taken);
    let call = statuses
        .iter()
        .enumerate()
        .fold(call, |call, (depth, status)| {
            call.answers(*status, (0..depth).fold(TEXT, |ty, _| list(ty)))
        });
    let call = call
        .answers(Status::Code(404), TEXT)
        .answers(Status::Default, list(TEXT));
    let (names, findings) = named(&api(types, vec![call]));
    let names = &names.operations[0];
    let success = names.success.as_ref().unwrap();
    assert_eq!(success.ident, "GetPetSuccess");
    assert_eq!(success.variants, ["Ok", "Status299", "Success"]);
    let failure = names.failure.as_ref().unwrap();
    assert_eq!(failure.ident, "GetPetFailureOutcome");
    assert_eq!(failure.variants, ["Conflict", "NotFound", "Other"]);
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn operations_tags_and_types_share_one_crate() {
    let mut types = Types::default();
    let pet = TypeRef::Named(types.add("Pet", object(vec![])));
    let add = TypeRef::Named(types.add("AddPet", object(vec![])));
    let call = operation("addPet", "/pet/{id}")
        .with(Location::Path, "id", TEXT)
        .query("id", TEXT)
        .query("body", TEXT)
        .query("send", TEXT)
        .query("with_timeout", TEXT)
        .query("type", TEXT)
        .sends(add)
        .answers(OK, pet);
    let mut api = api(types, vec![call, operation("move", "/move")]);
    api.tags = super::tags(&["Pet", "Client", "type", "api"]);
    let (names, findings) = named(&api);
    let tags: Vec<_> = names
        .tags
        .iter()
        .map(|tag| (&*tag.ident, &*tag.module))
        .collect();
    assert_eq!(
        tags,
        [
            ("PetApi", "pet"),
            ("ClientApi", "client_api"),
            ("Type", "type_api"),
            ("Api", "api_operations")
        ]
    );
    let call = &names.operations[0];
    assert_eq!(
        (&*call.method, &*call.builder, &*call.constant),
        ("add_pet", "AddPetCall", "ADD_PET")
    );
    assert_eq!(
        call.parameters,
        ["id", "id_query", "body", "send_", "with_timeout_", "r#type"]
    );
    assert_eq!(call.body, "request_body");
    assert_eq!(
        (&*names.operations[1].method, &*names.operations[1].constant),
        ("r#move", "MOVE")
    );
    assert!(findings.is_empty(), "{findings:?}");
}
