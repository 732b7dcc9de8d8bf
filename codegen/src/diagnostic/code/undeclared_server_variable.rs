use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "undeclared-server-variable",
    meaning: "The URL of a server contains a variable that is not declared under `variables`, so it has no default.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
servers:
  - url: "https://{region}.pets.example"
paths:
  /pet:
    get:
      operationId: getPet
      responses: { "204": { description: Done. } }
"#,
    finding: (4, r#"url: "https://{region}.pets.example""#),
    correction: &[(
        "pets.example\"\n",
        "pets.example\"\n    variables: { region: { default: eu } }\n",
    )],
};
