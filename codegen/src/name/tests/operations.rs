use super::{OK, named};
use crate::ir::{GivenName, Location, Method, Status, Tag, TagSource, TypeRef};
use crate::sample::{Build, TEXT, Types, api, list, object, operation, tag};

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
            ("ClientApi", "client"),
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

#[test]
fn no_group_has_the_feature_of_something_else() {
    let manifest = include_str!("../../../runtime/Cargo.toml");
    let sections = ["[features]", "[dependencies]"];
    let taken = sections.into_iter().flat_map(|section| {
        let lines = manifest.lines().skip_while(move |line| *line != section);
        let lines = lines.skip(1).take_while(|line| !line.starts_with('['));
        lines.filter_map(|line| line.split_once(" = "))
    });
    let taken: Vec<_> = taken.map(|(name, _)| name).collect();
    assert!(taken.contains(&"rustls") && taken.contains(&"serde_json"));
    let mut api = api(Types::default(), vec![]);
    api.tags = super::tags(&[&taken[..], &["Cat toys", "cat-toys"]].concat());
    let (names, _) = named(&api);
    let features = names.tags.iter().filter_map(|tag| tag.feature.as_deref());
    let features: Vec<_> = features.collect();
    assert!(features.iter().all(|feature| !taken.contains(feature)));
    assert_eq!(features[taken.len()..], ["cat-toys-2", "cat-toys"]);
    api.tags.truncate(1);
    assert_eq!(
        named(&api).0.tags[0].feature,
        None,
        "one group is no choice"
    );
}

#[test]
fn given_names_come_first_and_in_the_case_of_rust() {
    let mut types = Types::default();
    let old = types.add("Thing", object(vec![]));
    let new = types.add("LegacyThing", object(vec![]));
    types.0.get_mut(new).given = GivenName::new("thing");
    let call = operation("a", "/a")
        .answers(OK, TypeRef::Named(old))
        .sends(TypeRef::Named(new));
    let mut api = api(types, vec![call]);
    api.operations[0].given = GivenName::new("doIt");
    let (names, findings) = named(&api);
    let idents = [old, new].map(|id| names.types[id.index()].ident.clone());
    assert_eq!(idents, ["Thing2", "Thing"]);
    assert_eq!(names.operations[0].method, "do_it");
    assert_eq!(findings.len(), 1);
}

#[test]
fn a_given_name_is_an_identifier() {
    let is_given = |text: &str| GivenName::new(text).is_some();
    assert!(
        ["a", "A1", "a_b_", "type", "Self"]
            .into_iter()
            .all(is_given)
    );
    let refused = [
        "", "1a", "_a", "a b", "a-b", "größe", "a;b", "a\n", "r#type",
    ];
    assert!(!refused.into_iter().any(is_given));
}

/// The methods of operations with these ids and paths, in a group of this name.
fn methods(group: &str, source: TagSource, operations: &[(Method, &str, &str)]) -> Vec<String> {
    let operations = operations.iter().map(|(method, path, id)| {
        let mut operation = operation(id, path);
        operation.method = *method;
        operation
    });
    let mut api = api(Types::default(), operations.collect());
    api.tags = vec![Tag {
        source,
        ..tag(group)
    }];
    let names = named(&api).0.operations.into_iter();
    names.map(|it| it.method).collect()
}

#[test]
fn a_method_does_not_repeat_the_name_of_its_group() {
    use Method::{Get, Post};
    let of_ids = [
        (Get, "/gists", "gists/list"),
        (Get, "/gists/public", "gists/list-public"),
        (Get, "/gists", "listGists"),
    ];
    let short = ["list", "list_public", "list_gists"];
    assert_eq!(methods("gists", TagSource::Declared, &of_ids), short);
    let of_paths = [
        (Get, "/v1/charges", "GetCharges"),
        (Get, "/v1/charges/{charge}", "GetChargesCharge"),
        (Post, "/v1/charges", "PostCharges"),
        (
            Post,
            "/v1/charges/{charge}/capture",
            "PostChargesChargeCapture",
        ),
        (Get, "/v1/charges/", "GetCharges2"),
    ];
    let short = [
        "list",
        "get_charge",
        "create",
        "post_charge_capture",
        "list_2",
    ];
    assert_eq!(methods("charges", TagSource::Derived, &of_paths), short);
    let single = [(Get, "/v1/account", "GetAccount")];
    assert_eq!(methods("account", TagSource::Derived, &single), ["get"]);
}
