use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "unused-action",
    meaning: "An action of an overlay changes nothing: its target does not exist, or the document already is as the action wants it. The document has probably been corrected, so that the action is obsolete.",
    settings: "",
    overlay: r#"overlay: 1.1.0
info: { title: Repairs, version: "1" }
actions:
  - target: $.paths['/pets'].get
    update: { summary: A pet }
    x-reason: The operation has no summary.
"#,
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      operationId: getPet
      responses: { "204": { description: Done. } }
"#,
    finding: (4, "$.paths['/pets'].get"),
    correction: &[("/pets", "/pet")],
};
