use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "dangling-ref",
    meaning: "A `$ref` refers to nothing, or to an object of another kind than is required at its place.",
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
        owner: { $ref: "#/components/schemas/Ownr" }
    Owner: { type: object, properties: { name: { type: string } } }
"##,
    finding: (18, r##""#/components/schemas/Ownr""##),
    correction: &[("Ownr", "Owner")],
};
