use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "version",
    meaning: "The document is not OpenAPI 3.0, 3.1 or 3.2. Patch versions change no meaning, so each of them is accepted.",
    settings: "",
    overlay: "",
    document: r#"swagger: "2.0"
info: { title: Pets, version: "1" }
paths: {}
"#,
    finding: (1, r#""2.0""#),
    correction: &[(r#"swagger: "2.0""#, r#"openapi: "3.0.3""#)],
};
