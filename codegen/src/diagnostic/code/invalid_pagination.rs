use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "invalid-pagination",
    meaning: "The pages that the document or the settings describe do not fit the parameters and the result of the operation. \
        A description of the document is ignored; one of the settings is an error.",
    settings: r#"[pagination]
listPets = { cursor = "page", token = "/next" }
"#,
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      parameters: [{ name: pageToken, in: query, schema: { type: string } }]
      responses:
        "200":
          description: A page of pets.
          content:
            application/json:
              schema:
                type: object
                properties:
                  pets: { type: array, items: { type: string } }
                  next: { type: string }
"#,
    finding: (5, "get"),
    correction: &[(r#"cursor = "page""#, r#"cursor = "pageToken""#)],
};
