use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "missing-reason",
    meaning: "An action of an overlay does not say why it is necessary. With a reason, readers can tell when it is obsolete.",
    settings: "",
    overlay: r#"overlay: 1.1.0
info: { title: Repairs, version: "1" }
actions:
  - target: $.paths['/pet'].get
    update: { summary: A pet }
"#,
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      operationId: getPet
      responses: { "204": { description: Done. } }
"#,
    finding: (4, "$.paths['/pet'].get"),
    correction: &[(
        "summary: A pet }\n",
        "summary: A pet }\n    x-reason: The operation has no summary.\n",
    )],
};
