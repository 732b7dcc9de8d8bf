use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "ref-sibling",
    meaning: "`nullable` is a sibling of `$ref`, where OpenAPI 3.0 ignores it. The client accepts null.",
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
        owner: { $ref: "#/components/schemas/Owner", nullable: true }
    Owner: { type: object, properties: { name: { type: string } } }
"##,
    finding: (18, "nullable"),
    correction: &[(
        r##"{ $ref: "#/components/schemas/Owner", nullable: true }"##,
        r##"{ allOf: [{ $ref: "#/components/schemas/Owner" }], nullable: true }"##,
    )],
};
