use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "name-collision",
    meaning: "Two items of one scope have the same name in Rust. One of them gets a numeral.",
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
        pet-name: { type: string }
        pet_name: { type: string }
"##,
    finding: (18, "pet-name"),
    correction: &[(
        "pet-name: { type: string }",
        "pet-name: { type: string, x-rust-name: other_name }",
    )],
};
