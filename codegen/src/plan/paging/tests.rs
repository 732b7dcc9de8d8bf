//! Settings about pages.

use crate::sample::planned;

const DOCUMENT: &str = r#"
openapi: "3.0.3"
info: { title: Things, version: "1" }
paths:
  /things:
    get:
      operationId: listThings
      parameters:
        - { name: page, in: query, schema: { type: integer, default: 1 } }
        - { name: limit, in: query, schema: { type: integer, default: 20 } }
        - { name: since, in: query, schema: { type: string } }
      responses:
        "200":
          description: A page.
          content:
            application/json:
              schema:
                type: object
                properties:
                  things: { type: array, items: { $ref: '#/components/schemas/Thing' } }
                  meta: { type: object, properties: { total: { type: integer }, later: { type: string } } }
components:
  schemas:
    Thing: { type: object, properties: { id: { type: string } } }
"#;

/// The pages of the operation in the text form of the plan, or the findings.
fn pages(settings: &str) -> Result<String, Vec<String>> {
    let settings = format!("[pagination]\n{settings}\n");
    let plan = planned(DOCUMENT, &settings, "invalid-pagination")?;
    let mut lines = plan
        .lines()
        .filter_map(|line| line.strip_prefix("    pages "));
    Ok(lines.next().unwrap_or("none").to_owned())
}

#[test]
fn a_setting_corrects_what_is_inferred_or_switches_it_off() {
    for (settings, expected) in [
        (
            "",
            "of Thing in things by number page from 1 size limit = 20, total meta.total (inferred)",
        ),
        ("listThings = false", "none"),
        ("\"GET /things\" = false", "none"),
        (
            "listThings = { first = 0 }",
            "of Thing in things by number page from 0 size limit = 20, total meta.total (settings)",
        ),
        (
            "listThings = { offset = \"page\", first = 3, total = \"/meta/total\" }",
            "of Thing in things by offset page from 3 size limit = 20, total meta.total (settings)",
        ),
        (
            "listThings = { cursor = \"since\", token = \"/meta/later\", items = \"/things\" }",
            "of Thing in things by since = meta.later, total meta.total (settings)",
        ),
        (
            "listThings = { cursor = \"since\", last-item = \"/id\" }",
            "of Thing in things by since = last item's id, total meta.total (settings)",
        ),
        (
            "listThings = { link-header = true }",
            "of Thing in things by Link header, total meta.total (settings)",
        ),
        (
            "listThings = { url = \"/meta/later\" }",
            "of Thing in things by URL meta.later, total meta.total (settings)",
        ),
    ] {
        assert_eq!(pages(settings).unwrap(), expected, "{settings}");
    }
}

#[test]
fn a_setting_that_does_not_fit_is_an_error() {
    for (settings, expected) in [
        (
            "listThing = false",
            "`[pagination]` names `listThing`, which is not an operation; did you mean `listThings`?",
        ),
        (
            "listThings = { page = \"pages\" }",
            "`listThings` does not have exactly one parameter `pages`; did you mean `page`?",
        ),
        (
            "listThings = { total = \"/meta/totla\" }",
            "`listThings` returns nothing at `/meta/totla`; did you mean `/meta/total`?",
        ),
        (
            "listThings = { items = \"/meta\" }",
            "`listThings` returns no list at `/meta`; ",
        ),
        (
            "listThings = { page = \"limit\" }",
            "`listThings` has pages, but nothing tells whether `limit` begins with 0 or 1; set `first` below `[pagination]`",
        ),
    ] {
        assert_eq!(pages(settings).unwrap_err(), [expected], "{settings}");
    }
}
