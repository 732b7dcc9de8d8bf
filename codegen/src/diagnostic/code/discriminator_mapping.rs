use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "discriminator-mapping",
    meaning: "The mapping of a discriminator names a schema that does not exist.",
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
      discriminator:
        propertyName: kind
        mapping:
          cat: Cat
          dog: Dig
    Cat: { type: object, properties: { kind: { type: string } } }
    Dog: { type: object, properties: { kind: { type: string } } }
"##,
    finding: (23, "Dig"),
    correction: &[("dog: Dig", "dog: Dog")],
};
