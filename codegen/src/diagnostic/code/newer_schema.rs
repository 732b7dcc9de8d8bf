use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "newer-schema",
    meaning: "A schema in a document of OpenAPI 3.0 is written in the syntax of OpenAPI 3.1, for example with a list of \
             types. It is read as OpenAPI 3.1 defines it.",
    settings: "",
    overlay: "",
    document: r##"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      operationId: getPet
      responses:
        "200":
          description: The pet.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Pet" }
components:
  schemas:
    Pet:
      type: object
      properties:
        name: { type: [string, "null"] }
"##,
    finding: (18, "name"),
    correction: &[(r#"type: [string, "null"]"#, "type: string, nullable: true")],
};
