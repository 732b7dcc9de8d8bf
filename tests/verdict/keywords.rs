//! Each keyword of OpenAPI has a mutation.

use std::io;

use codegen::load::KEYWORDS;

use super::mutation;

/// Keywords that no mutation changes, and why.
const WITHOUT: &[(&str, &[&str])] = &[
    (
        "documentation alone",
        &[
            "externalDocs",
            "termsOfService",
            "contact",
            "email",
            "license",
            "identifier",
            "links",
            "bearerFormat",
            "openIdConnectUrl",
            "refreshUrl",
            "value",
            "externalValue",
            "$comment",
        ],
    ),
    (
        "a version or an address of the document",
        &[
            "openapi",
            "swagger",
            "jsonSchemaDialect",
            "$schema",
            "$self",
            "extends",
        ],
    ),
    (
        "a container, whose content has mutations",
        &[
            "paths",
            "components",
            "webhooks",
            "variables",
            "headers",
            "schemas",
            "requestBodies",
            "securitySchemes",
            "pathItems",
            "flows",
            "definitions",
        ],
    ),
    (
        "operations of other methods, which are not generated",
        &["additionalOperations"],
    ),
];

/// Whether a line has the keyword as a key.
fn has(line: &str, keyword: &str) -> bool {
    line.match_indices(keyword).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = &line[at + keyword.len()..];
        before.is_none_or(|it| " {'\"".contains(it))
            && after.trim_start_matches(['\'', '"']).starts_with(':')
    })
}

#[test]
fn each_keyword_that_reaches_the_plan_has_a_mutation() -> io::Result<()> {
    let table = mutation::table()?;
    let edits = table.lines().filter(|it| it.starts_with(['-', '+', '~']));
    let edits: Vec<_> = edits.collect();
    let without = |keyword: &str| WITHOUT.iter().any(|(_, all)| all.contains(&keyword));
    let missing = KEYWORDS
        .iter()
        .filter(|it| !without(it) && !edits.iter().any(|line| has(line, it)));
    let missing: Vec<_> = missing.collect();
    assert!(missing.is_empty(), "{missing:?}");
    Ok(())
}
