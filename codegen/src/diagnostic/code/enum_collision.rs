use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "enum-collision",
    meaning: "Two values of an `enum` have the same name in Rust. One of them gets a numeral.",
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
        size: { type: string, enum: [x-large, x_large] }
"##,
    finding: (18, "x_large"),
    correction: &[(
        "enum: [x-large, x_large] }",
        "enum: [x-large, x_large], x-enum-varnames: [XLarge, OldXLarge] }",
    )],
};
