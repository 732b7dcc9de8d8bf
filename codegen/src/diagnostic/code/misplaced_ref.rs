use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "misplaced-ref",
    meaning: "A `$ref` replaces an object that OpenAPI does not allow references to, such as an operation. The client \
             uses the object that it refers to.",
    settings: "",
    overlay: "",
    document: r##"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get: { $ref: "#/x-get" }
x-get:
  operationId: getPet
  responses: { "204": { description: Done. } }
"##,
    finding: (5, "get"),
    correction: &[
        (
            r##"get: { $ref: "#/x-get" }"##,
            "get:\n      operationId: getPet\n      responses: { \"204\": { description: Done. } }",
        ),
        (
            "x-get:\n  operationId: getPet\n  responses: { \"204\": { description: Done. } }\n",
            "",
        ),
    ],
};
