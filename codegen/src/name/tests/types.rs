use super::{OK, received};
use crate::diagnostic::{Code, Severity};
use crate::ir::{Owner, Role, Status, TypeId};
use crate::sample::{Types, object};

/// The names of the types that `add` makes, with one type that is always there first.
fn names_of(owner: &str, add: impl FnOnce(&mut Types, TypeId)) -> Vec<String> {
    let mut types = Types::default();
    let id = types.add(owner, object(vec![]));
    add(&mut types, id);
    let names = received(types).0.types.into_iter();
    names.skip(1).map(|ty| ty.ident).collect()
}

#[test]
fn inline_types_are_named_after_their_place() {
    let names = names_of("AzurePrivateEndpoint", |types, azure| {
        let status = Role::Property("status".to_owned());
        let status = types.nested(Owner::Type(azure), status, object(vec![]));
        let tagged = Role::Variant("AWS".to_owned());
        for role in [Role::Item, Role::Value, tagged] {
            types.nested(Owner::Type(status), role, object(vec![]));
        }
        types.nested(Owner::Type(azure), Role::Request, object(vec![]));
    });
    let wanted = [
        "AzurePrivateEndpointStatus",
        "AzurePrivateEndpointStatusItem",
        "AzurePrivateEndpointStatusValue",
        "AzurePrivateEndpointStatusAws",
        "AzurePrivateEndpointRequest",
    ];
    assert_eq!(names, wanted);
}

#[test]
fn types_in_an_operation_are_named_after_it() {
    let names = names_of("Unrelated", |types, _| {
        let responses = [
            OK,
            Status::Code(201),
            Status::Code(404),
            Status::Range(5),
            Status::Default,
        ];
        let roles = [Role::RequestBody, Role::Parameter("sortBy".to_owned())];
        for role in roles.into_iter().chain(responses.map(Role::Response)) {
            let owner = Owner::Operation("createThing".to_owned());
            types.nested(owner, role, object(vec![]));
        }
        let group = Role::Parameter("groupId".to_owned());
        types.nested(
            Owner::Component("groupId".to_owned()),
            group,
            object(vec![]),
        );
    });
    let wanted = [
        "CreateThingRequest",
        "CreateThingSortBy",
        "CreateThingResponse",
        "CreateThingResponse201",
        "CreateThingResponse404",
        "CreateThingResponse5xx",
        "CreateThingResponseDefault",
        "GroupId",
    ];
    assert_eq!(names, wanted);
}

#[test]
fn request_is_not_said_twice() {
    let names = names_of("CreateThingRequest", |types, creates| {
        types.nested(Owner::Type(creates), Role::Request, object(vec![]));
        let operation = Owner::Operation("postRequest".to_owned());
        types.nested(operation, Role::RequestBody, object(vec![]));
    });
    assert_eq!(names, ["CreateThingRequestInput", "PostRequest"]);
}

#[test]
fn reserved_names_get_the_suffix_model() {
    let mut types = Types::default();
    for key in [
        "Error", "option", "Client", "Patterns", "Mod", "Type", "Aux",
    ] {
        types.add(key, object(vec![]));
    }
    let (names, findings) = received(types);
    let pairs: Vec<_> = names
        .types
        .iter()
        .map(|ty| (&*ty.ident, &*ty.module))
        .collect();
    let wanted = [
        ("ErrorModel", "error_model"),
        ("OptionModel", "option_model"),
        ("ClientModel", "client_model"),
        ("Patterns", "patterns_"),
        ("Mod", "mod_"),
        ("Type", "type_"),
        ("Aux", "aux_"),
    ];
    assert_eq!(pairs, wanted);
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn types_that_differ_in_case_alone_get_a_numeral_and_a_warning() {
    let mut types = Types::default();
    types.add("FooBar", object(vec![]));
    types.add("Foobar", object(vec![]));
    let (names, findings) = received(types);
    assert_eq!(names.types[1].ident, "Foobar2");
    let message = "`Foobar` and `FooBar` have the same name in Rust; `Foobar` becomes `Foobar2`";
    assert_eq!(
        findings,
        [(Code::NameCollision, Severity::Warning, message.to_owned())]
    );
}

#[test]
fn a_component_keeps_its_key_regardless_of_order() {
    let mut types = Types::default();
    let owner = types.add("Azure", object(vec![]));
    types.nested(
        Owner::Type(owner),
        Role::Property("status".to_owned()),
        object(vec![]),
    );
    types.add("AzureStatus", object(vec![]));
    let idents = received(types).0.types.into_iter().map(|ty| ty.ident);
    assert_eq!(
        idents.collect::<Vec<_>>(),
        ["Azure", "AzureStatus2", "AzureStatus"]
    );
}

#[test]
fn a_long_name_still_fits_a_file() {
    let mut types = Types::default();
    for _ in 0..2 {
        types.add(&"LongName".repeat(100), object(vec![]));
    }
    types.add(&"x".repeat(1000), object(vec![]));
    for ty in received(types).0.types {
        assert!(ty.module.len() < 130, "{}", ty.module);
    }
}
