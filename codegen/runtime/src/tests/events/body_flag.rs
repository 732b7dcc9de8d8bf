//! Flags in bodies.

use crate::events::body_flag::with_flag;

#[test]
fn the_rest_of_the_body_is_unchanged() {
    let cases = [
        (r"{}", r#"{"stream":true}"#),
        (r#"{"a":1.10}"#, r#"{"stream":true,"a":1.10}"#),
        (
            r#"{"stream":false,"a":12345678901234567890123}"#,
            r#"{"stream":true,"a":12345678901234567890123}"#,
        ),
        (
            r#"{"a":{"stream":false}, "stream":null}"#,
            r#"{"a":{"stream":false}, "stream":true}"#,
        ),
    ];
    for (json, expected) in cases {
        let changed = with_flag(json.as_bytes(), "stream").unwrap();
        assert_eq!(String::from_utf8(changed).unwrap(), expected);
    }
    assert_eq!(with_flag(b"[1]", "stream"), None);
    assert_eq!(with_flag(b"a=1", "stream"), None);
    assert_eq!(with_flag(b"", "stream"), None);
}
