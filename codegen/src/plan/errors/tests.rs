use super::fields;
use super::infer::{Places, infer};
use crate::ir::{Property, TypeRef};
use crate::options::FieldErrorOptions;
use crate::sample::{BOOL, TEXT, Types, list, object, property};

/// The places in errors of these types.
fn places(types: &Types, errors: &[TypeRef]) -> [Vec<String>; 2] {
    let Places { code, message } = infer(&types.0, errors);
    [code, message]
}

/// Those in an object with these properties.
fn of_object(properties: Vec<Property>) -> [Vec<String>; 2] {
    let mut types = Types::default();
    let error = TypeRef::Named(types.add("Error", object(properties)));
    places(&types, &[error])
}

fn texts(names: &[&str]) -> Vec<Property> {
    names.iter().map(|name| property(name, TEXT)).collect()
}

#[test]
fn usual_names_are_found_in_any_spelling_and_order() {
    let cases: [(&[&str], &[&str], &[&str]); 7] = [
        (&["detail", "errorCode"], &["/errorCode"], &["/detail"]),
        (&["message", "code"], &["/code"], &["/message"]),
        // RFC 9457
        (
            &["type", "title", "detail", "instance"],
            &["/type"],
            &["/detail", "/title"],
        ),
        // RFC 6749
        (
            &["error", "error_description"],
            &["/error"],
            &["/error_description"],
        ),
        (&["error"], &[], &["/error"]),
        (&["reason"], &[], &["/reason"]),
        (&["id", "status"], &[], &[]),
    ];
    for (names, code, message) in cases {
        assert_eq!(of_object(texts(names)), [code, message], "{names:?}");
    }
}

#[test]
fn only_strings_are_codes_and_messages() {
    let properties = vec![property("code", BOOL), property("message", list(TEXT))];
    assert_eq!(of_object(properties), [Vec::<String>::new(), Vec::new()]);
}

#[test]
fn an_object_inside_is_better_and_a_list_inside_is_worse() {
    let mut types = Types::default();
    let inner = TypeRef::Named(types.add("Inner", object(texts(&["code", "message"]))));
    let mut properties = texts(&["message"]);
    properties.push(property("errors", list(inner.clone())));
    properties.push(property("error", inner));
    let outer = TypeRef::Named(types.add("Outer", object(properties)));
    let code = ["/error/code", "/errors/0/code"];
    let message = ["/error/message", "/message", "/errors/0/message"];
    assert_eq!(places(&types, &[outer]), [code.to_vec(), message.to_vec()]);
}

#[test]
fn a_bare_string_is_a_message_and_places_are_listed_once() {
    let mut types = Types::default();
    let one = TypeRef::Named(types.add("One", object(texts(&["code", "message"]))));
    let other = TypeRef::Named(types.add("Other", object(texts(&["message", "reason"]))));
    let found = places(&types, &[one, other, TEXT]);
    assert_eq!(found, [vec!["/code", "/reason"], vec!["/message", ""]]);
}

#[test]
fn a_type_that_contains_itself_has_an_end() {
    let mut types = Types::default();
    let id = types.add("Error", object(Vec::new()));
    let properties = vec![
        property("error", TypeRef::Named(id)),
        property("message", TEXT),
    ];
    types.0.get_mut(id).shape = object(properties);
    let [code, message] = places(&types, &[TypeRef::Named(id)]);
    assert_eq!(code, Vec::<String>::new());
    assert_eq!(
        message,
        ["/error/error/message", "/error/message", "/message"]
    );
}

/// The lists of field errors in an object with these properties.
fn lists(types: &mut Types, properties: Vec<Property>) -> Vec<FieldErrorOptions> {
    let error = TypeRef::Named(types.add("Error", object(properties)));
    fields::infer(&types.0, &[error])
}

fn list_at(list: &str, field: &[&str], code: &[&str], message: &[&str]) -> Vec<FieldErrorOptions> {
    let owned = |texts: &[&str]| texts.iter().map(|it| (*it).to_owned()).collect();
    vec![FieldErrorOptions {
        list: list.to_owned(),
        field: owned(field),
        code: owned(code),
        message: owned(message),
    }]
}

#[test]
fn lists_of_field_errors_are_found_by_the_names_in_their_items() {
    let mut types = Types::default();
    let mut of_items = |name: &str, items: Vec<Property>| {
        let item = TypeRef::Named(types.add(&format!("Item{name}"), object(items)));
        lists(&mut types, vec![property(name, list(item))])
    };
    // RFC 9457
    let found = of_items("errors", texts(&["detail", "pointer"]));
    assert_eq!(found, list_at("/errors", &["/pointer"], &[], &["/detail"]));
    // RFC 7807
    let found = of_items("invalid-params", texts(&["name", "reason"]));
    let expected = list_at("/invalid-params", &["/name"], &[], &["/reason"]);
    assert_eq!(found, expected);
    // FastAPI
    let mut items = texts(&["msg", "type"]);
    items.push(property("loc", list(TEXT)));
    let found = of_items("detail", items);
    assert_eq!(found, list_at("/detail", &["/loc"], &["/type"], &["/msg"]));
    // Any other list with a field and a message, and none without a field.
    let found = of_items("fields", texts(&["description", "field"]));
    assert_eq!(
        found,
        list_at("/fields", &["/field"], &[], &["/description"])
    );
    assert_eq!(of_items("links", texts(&["name", "description"])), []);
    assert_eq!(of_items("violations", texts(&["id"])), []);
}

#[test]
fn lists_of_field_errors_are_found_in_objects_and_as_maps() {
    let mut types = Types::default();
    let source = TypeRef::Named(types.add("Source", object(texts(&["pointer"]))));
    let mut items = texts(&["code", "title"]);
    items.push(property("source", source));
    let item = TypeRef::Named(types.add("Item", object(items)));
    let inner = TypeRef::Named(types.add("Inner", object(vec![property("errors", list(item))])));
    let found = lists(&mut types, vec![property("error", inner)]);
    // JSON:API
    let expected = list_at(
        "/error/errors",
        &["/source/pointer"],
        &["/code"],
        &["/title"],
    );
    assert_eq!(found, expected);
    let map = TypeRef::Map(Box::new(list(TEXT)));
    let mut types = Types::default();
    let found = lists(&mut types, vec![property("errors", map.clone())]);
    assert_eq!(found, list_at("/errors", &[], &[], &[]));
    assert_eq!(lists(&mut types, vec![property("links", map)]), []);
}
