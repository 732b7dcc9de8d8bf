use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "unsupported-keyword",
    meaning: "A keyword has no effect on the client: it is not defined by OpenAPI, belongs to another version, or \
             cannot be expressed by a type.",
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
      requierd: [id]
      properties:
        id: { type: string }
"##,
    finding: (17, "requierd"),
    correction: &[("requierd", "required")],
};
