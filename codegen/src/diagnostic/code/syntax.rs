use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "syntax",
    meaning: "The text is neither YAML nor JSON, or uses a part of YAML that has no meaning in OpenAPI, such as tags. \
             Nothing else is reported, because nothing else is known about the document.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      operationId: getPet
      operationId: getOnePet
      responses: { "204": { description: Done. } }
"#,
    finding: (7, "operationId: getOnePet"),
    correction: &[("      operationId: getOnePet\n", "")],
};
