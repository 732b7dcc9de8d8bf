use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "exclusive-fields",
    meaning: "Two fields of an object exclude each other.",
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
        id: { type: string, readOnly: true, writeOnly: true }
"##,
    finding: (18, "id"),
    correction: &[(", writeOnly: true", "")],
};
