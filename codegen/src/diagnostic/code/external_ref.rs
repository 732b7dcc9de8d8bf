use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "external-ref",
    meaning: "A `$ref` refers to another document. The generator reads one file: bundle the document first. Nothing \
             else is reported about the meaning of the document, because a part of it is unknown.",
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
        owner: { $ref: "owner.yaml#/Owner" }
"##,
    finding: (18, r#""owner.yaml#/Owner""#),
    correction: &[
        (
            r#""owner.yaml#/Owner""#,
            r##""#/components/schemas/Owner""##,
        ),
        (
            "    Pet:\n",
            "    Owner: { type: object, properties: { name: { type: string } } }\n    Pet:\n",
        ),
    ],
};
