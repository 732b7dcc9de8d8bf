use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "unsupported-media-type",
    meaning: "Values of a media type cannot be expressed by a type. The client falls back to text or bytes, or to parts \
             of any name for a form.",
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
            application/cbor:
              schema: { $ref: "#/components/schemas/Pet" }
components:
  schemas:
    Pet: { type: object, properties: { name: { type: string } } }
"##,
    finding: (11, "application/cbor"),
    correction: &[("application/cbor", "application/json")],
};
