use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "invalid-pattern",
    meaning: "A `pattern` is not a regular expression of ECMA-262.",
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
        tag: { type: string, pattern: "^[a-z" }
"##,
    finding: (18, r#""^[a-z""#),
    correction: &[(r#""^[a-z""#, r#""^[a-z]""#)],
};
