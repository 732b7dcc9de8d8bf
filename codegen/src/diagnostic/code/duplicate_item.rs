use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "duplicate-item",
    meaning: "An item of a list is repeated, and OpenAPI requires the items of the list to be unique. The repetition is \
             ignored.",
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
      required: [id, id]
      properties:
        id: { type: string }
"##,
    finding: (17, "id"),
    correction: &[("[id, id]", "[id]")],
};
