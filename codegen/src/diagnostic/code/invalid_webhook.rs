use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "invalid-webhook",
    meaning: "The settings describe webhooks that the document does not have, or nothing tells which event a request of the server is \
        about. Then the client decodes events by their names only.",
    settings: "[webhooks]\n",
    overlay: "",
    document: r#"openapi: "3.1.0"
info: { title: Pets, version: "1" }
webhooks:
  born:
    post:
      requestBody: { content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }
  sold:
    post:
      requestBody: { content: { application/json: { schema: { type: object, properties: { price: { type: number } } } } } }
"#,
    finding: (5, "post"),
    correction: &[("[webhooks]\n", "[webhooks]\nheader = \"X-Pet-Event\"\n")],
};
