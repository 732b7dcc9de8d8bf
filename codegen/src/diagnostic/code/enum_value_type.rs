use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "enum-value-type",
    meaning: "A value of an `enum` is not of the schema's type, or is an integer of more than 64 bits. A value that \
             another spelling would make valid is converted; it is an error if a number would be lost.",
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
        size: { type: string, enum: [small, 1.0] }
"##,
    finding: (18, "1.0"),
    correction: &[("1.0]", r#""1.0"]"#)],
};
