use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "relative-server",
    meaning: "The URL of a server is relative, so the client has no base URL until its user sets one.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
servers:
  - { url: /v1 }
paths:
  /pet:
    get:
      operationId: getPet
      responses: { "204": { description: Done. } }
"#,
    finding: (4, "{ url: /v1 }"),
    correction: &[("url: /v1", r#"url: "https://pets.example/v1""#)],
};
