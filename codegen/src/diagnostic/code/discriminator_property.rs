use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "discriminator-property",
    meaning: "A variant of a union does not declare the property of the discriminator. The client writes the property \
             all the same; if no variant declares it, the discriminator is ignored.",
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
          dog: Dog
    Cat: { type: object, properties: { kind: { type: string } } }
    Dog: { type: object, properties: { name: { type: string } } }
"##,
    finding: (23, "Dog"),
    correction: &[(
        "Dog: { type: object, properties: { name: { type: string } } }",
        "Dog: { type: object, properties: { kind: { type: string }, name: { type: string } } }",
    )],
};
