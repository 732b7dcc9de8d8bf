use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "security-scheme",
    meaning: "A security requirement names a scheme that is not declared, or the client cannot authenticate with a \
             declared scheme by itself.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
security: [{ tokn: [] }]
paths:
  /pet:
    get:
      operationId: getPet
      responses: { "204": { description: Done. } }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
"#,
    finding: (3, "tokn"),
    correction: &[("tokn", "token")],
};
