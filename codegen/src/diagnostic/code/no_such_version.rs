use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "no-such-version",
    meaning: "The selected version is older than every version of an operation. The oldest version of the operation is \
             used.",
    settings: r#"[versions]
api-version = "2024-01-01"
"#,
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      operationId: getPet
      responses:
        "200":
          description: The pet.
          content:
            application/vnd.pets.2024-05-01+json: { schema: { type: string } }
"#,
    finding: (5, "get"),
    correction: &[(r#""2024-01-01""#, r#""2024-06-01""#)],
};
