use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "invalid-cli",
    meaning: "The settings of the command line name an operation or a parameter that the document does not have.",
    settings: r#"[cli.operation-aliases]
createPets = ["addPet"]
"#,
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pets:
    post:
      operationId: createPet
      responses: { "204": { description: Done. } }
"#,
    finding: (3, "paths"),
    correction: &[("createPets =", "createPet =")],
};
