use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "invalid-key",
    meaning: "A key does not have the required form: that of a path, a status code, a media type or the name of a \
             component. It is a warning if the client can be generated all the same.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      operationId: getPet
      responses:
        ok: { description: Done. }
"#,
    finding: (8, "ok"),
    correction: &[("ok:", r#""204":"#)],
};
