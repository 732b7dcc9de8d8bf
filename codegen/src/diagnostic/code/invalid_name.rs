use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "invalid-name",
    meaning: "A name that the document gives for Rust is not an identifier. The default name is used.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      operationId: getPet
      x-rust-name: 1st pet
      responses: { "204": { description: Done. } }
"#,
    finding: (7, "1st pet"),
    correction: &[("1st pet", "first_pet")],
};
