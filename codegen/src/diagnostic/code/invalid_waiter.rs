use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "invalid-waiter",
    meaning: "A waiter of the settings does not fit the parameters and the result of the operation that polls, or it cannot \
        poll after an operation. A state that an enum of the document does not have is only a warning, since a server may \
        have more states than the document.",
    settings: r#"[waiters.pet]
poll = "getPet"
state = "/state"
success = ["READY"]
"#,
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: A pet.
          content:
            application/json:
              schema:
                type: object
                properties:
                  status: { type: string }
"#,
    finding: (5, "get"),
    correction: &[(r#"state = "/state""#, r#"state = "/status""#)],
};
