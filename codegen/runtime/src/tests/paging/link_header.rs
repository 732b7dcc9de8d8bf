//! The syntax of `Link` (RFC 8288).

use crate::paging::link_header::target;

#[test]
fn targets_by_relation() {
    for (field, expected) in [
        ("", None),
        ("next", None),
        ("<a", None),
        ("<a>", None),
        (r#"<a>; rel="next""#, Some("a")),
        ("<a>;rel=next", Some("a")),
        ("< a > ; REL = NEXT", Some("a")),
        (r#"<a>; rel="prev next""#, Some("a")),
        (r#"<a>; rel="nextpage""#, None),
        (r#"<a>; rel="prev"; rel="next""#, None),
        (r#"<a>; rel="next"; rel="prev""#, Some("a")),
        (r#"<a>; rel="prev", <b>; rel="next""#, Some("b")),
        (r#"<a>; rel="next", <b>; rel="next""#, Some("a")),
        // Commas and semicolons in URLs and quotes end nothing.
        (
            r#"<a?x=1,2;3>; title="a, <b>; rel=\"next\""; rel="prev", <c>; rel="next""#,
            Some("c"),
        ),
        (r#"<a>; title="x" , ,, <b>; rel="next""#, Some("b")),
        ("<a>; preload; rel=next", Some("a")),
        (r#"<a>; title="unclosed; rel=next"#, None),
        // A link from another resource.
        (
            r##"<a>; rel="next"; anchor="#part", <b>; rel="next""##,
            Some("b"),
        ),
        (r#"<a>; rel="ne\xt""#, Some("a")),
    ] {
        assert_eq!(target(field, "next"), expected, "{field}");
    }
}
