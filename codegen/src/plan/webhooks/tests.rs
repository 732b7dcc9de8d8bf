//! How requests tell which event they are about.

use crate::sample::planned;

/// The selection and the names of events in the text form of the plan, or the findings.
fn webhooks(settings: &str, document: &str) -> Result<Vec<String>, Vec<String>> {
    let settings = format!("[webhooks]\n{settings}\n");
    let document = format!("openapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\n{document}");
    let plan = planned(&document, &settings, "invalid-webhook")?;
    let section = plan.split("file src/webhooks.rs\n").nth(1);
    let section = section.and_then(|it| it.split("\n\n").next());
    let lines = section.unwrap_or_default().lines();
    let lines = lines.filter(|line| !line.trim_start().starts_with('#'));
    Ok(lines.map(|line| line.trim().to_owned()).collect())
}

fn body(name: &str, properties: &str) -> String {
    let schema = format!("{{ type: object, properties: {{ {properties} }} }}");
    let content = format!("{{ application/json: {{ schema: {schema} }} }}");
    format!("  {name}: {{ post: {{ requestBody: {{ content: {content} }} }} }}\n")
}

#[test]
fn a_constant_of_each_body_is_the_name() {
    let a = body("first", "type: { const: order.paid }, id: { const: x }");
    let b = body(
        "second",
        "type: { enum: [order.sent, order.lost] }, id: { const: x }",
    );
    let document = format!("webhooks:\n{a}{b}");
    let expected = [
        "events by field type (Inferred)",
        "First(FirstEvent) = first | orderpaid",
    ];
    let found = webhooks("", &document).unwrap();
    assert_eq!(&found[..2], expected);
    assert_eq!(
        found[2],
        "Second(SecondEvent) = second | ordersent | orderlost"
    );
    let set = webhooks("header = \"X-Event\"", &document).unwrap();
    assert_eq!(
        &set[..2],
        [
            "events by header x-event (Settings)",
            "First(FirstEvent) = first"
        ]
    );
    let set = webhooks("field = \"id\"", &document).unwrap();
    assert_eq!(set[1], "First(FirstEvent) = first | x");
}

#[test]
fn one_event_needs_no_name_and_several_do() {
    let one = body("only", "a: { type: string }");
    let found = webhooks("", &format!("webhooks:\n{one}")).unwrap();
    assert_eq!(found, ["events (One)", "Only(OnlyEvent) = only"]);
    let two = body("other", "a: { type: string }");
    let unknown = webhooks("", &format!("webhooks:\n{one}{two}"));
    let expected = "nothing tells which event a request is about; `parse` returns every event as an unknown one; \
                    set `header` or `field` below `[webhooks]`";
    assert_eq!(unknown, Err(vec![expected.to_owned()]));
    let none = webhooks("signature = \"stripe\"", "paths: {}");
    let expected = "`[webhooks]` is set, but the document has neither webhooks nor callbacks; \
                    remove the table from the settings";
    assert_eq!(none, Err(vec![expected.to_owned()]));
}

#[test]
fn signatures_are_set() {
    let document = format!("webhooks:\n{}", body("only", "a: { type: string }"));
    for (settings, expected) in [
        ("\"standard-webhooks\"", "signature Standard"),
        ("\"stripe\"", "signature Stripe"),
        (
            "\"github\"",
            "signature Hmac(HmacOptions { header: \"x-hub-signature-256\", prefix: \"sha256=\", encoding: Hex, hash: Sha256 })",
        ),
        (
            "{ header = \"X-Sign\", prefix = \"v1=\", encoding = \"base64\", hash = \"sha512\" }",
            "signature Hmac(HmacOptions { header: \"x-sign\", prefix: \"v1=\", encoding: Base64, hash: Sha512 })",
        ),
        (
            "{ header = \"X-Sign\" }",
            "signature Hmac(HmacOptions { header: \"x-sign\", prefix: \"\", encoding: Hex, hash: Sha256 })",
        ),
    ] {
        let found = webhooks(&format!("signature = {settings}"), &document).unwrap();
        assert_eq!(found[1], expected);
    }
    let wrong = webhooks("signature = \"gitlab\"", &document).unwrap_err();
    assert!(
        wrong[0].starts_with("a signature is `standard-webhooks`"),
        "{wrong:?}"
    );
}

#[test]
fn the_name_of_the_property_may_have_any_case_and_symbols() {
    for property in ["eventType", "event_type", "Event-Type"] {
        let body = |name: &str| body(name, &format!("{property}: {{ const: {name}.done }}"));
        let document = format!("webhooks:\n{}{}", body("pay"), body("send"));
        let found = webhooks("", &document).unwrap();
        assert_eq!(found[0], format!("events by field {property} (Inferred)"));
        assert_eq!(found[1], "Pay(PayEvent) = pay | paydone");
    }
}
