use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "unchecked-pattern",
    meaning: "The client does not check a `pattern`: it is not regular, or its automaton would be too large.",
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
        tag: { type: string, pattern: '^(a|b)\1$' }
"##,
    finding: (18, r"'^(a|b)\1$'"),
    correction: &[(r"'^(a|b)\1$'", "'^(aa|bb)$'")],
};
