use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "ambiguous-union",
    meaning: "Two variants of a union are ambiguous: some values match both. Such values stay raw JSON.",
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
      oneOf:
        - { $ref: "#/components/schemas/Cat" }
        - { $ref: "#/components/schemas/Dog" }
    Cat: { type: object, properties: { name: { type: string }, lives: { type: integer } } }
    Dog: { type: object, properties: { name: { type: string }, tricks: { type: integer } } }
"##,
    finding: (18, r##"{ $ref: "#/components/schemas/Dog" }"##),
    correction: &[
        (
            "    Cat: { type: object,",
            "    Cat: { type: object, required: [lives],",
        ),
        (
            "    Dog: { type: object,",
            "    Dog: { type: object, required: [tricks],",
        ),
    ],
};
