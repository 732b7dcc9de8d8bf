use super::{block, cell, code, inline, link};

#[test]
fn plain_text_stays_plain() {
    for text in [
        "A sentence, with punctuation; and more.",
        "Two\nlines.\n\nAnd a paragraph with *emphasis* and `code`.",
        "GitHub, IPv4 and MongoDB are names.",
    ] {
        assert_eq!(block(text), text);
    }
}

#[test]
fn what_looks_like_a_link_to_an_item_is_text() {
    assert_eq!(
        block("see [x], [y][z] and [`T`]"),
        r"see \[x\], \[y\]\[z\] and \[`T`\]"
    );
    assert_eq!(block("[text](../page) and [fn](f@x)"), "text and fn");
    assert_eq!(block("[a](https://b.c)"), "[a](https://b.c)");
}

#[test]
fn quotation_marks_are_around_a_link() {
    assert_eq!(
        block("See [\"a *b* c\"](https://b.c), ['d'](https://b.c) and [\"e\" f](https://b.c)."),
        "See \"[a *b* c](https://b.c)\", '[d](https://b.c)' and [\"e\" f](https://b.c)."
    );
    assert_eq!(block("[\"\"](https://b.c)"), "[\"\"](https://b.c)");
}

#[test]
fn a_bare_address_is_a_link() {
    assert_eq!(
        block("See https://example.com/a_b?c=d. Or (http://x.y)."),
        "See <https://example.com/a_b?c=d>. Or (<http://x.y>)."
    );
    assert_eq!(
        block("[https://x.y](https://x.y)"),
        "[https://x.y](https://x.y)"
    );
    assert_eq!(
        block("\"https://x.y/?a=b\">Status"),
        "\"<https://x.y/?a=b>\">Status"
    );
    assert_eq!(block("Use 'gs://a/b-c.jar'."), "Use '`gs://a/b-c.jar`'.");
    assert_eq!(block("Use hdfs:/a/b."), "Use `hdfs:/a/b`.");
}

#[test]
fn an_identifier_is_code() {
    assert_eq!(
        block("Set US_EAST_1, privateEndpointIPAddress or a::b (FooBar)."),
        "Set `US_EAST_1`, `privateEndpointIPAddress` or `a::b` (`FooBar`)."
    );
    assert_eq!(block("Now run()."), "Now `run()`.");
}

#[test]
fn a_reference_to_a_variable_is_one_span_of_code() {
    assert_eq!(
        block(
            "References $(VAR_NAME), $$(VAR_NAME) and ${OTHER_NAME}[some_key] are expanded (see $(A_B))."
        ),
        "References `$(VAR_NAME)`, `$$(VAR_NAME)` and `${OTHER_NAME}[some_key]` are expanded (see `$(A_B)`)."
    );
    assert_eq!(
        block("Write $(name), or list_of(a_b(c_d))."),
        "Write $(name), or `list_of(a_b(c_d))`."
    );
}

#[test]
fn html_loses_its_markup_and_never_is_any() {
    assert_eq!(
        block("a <b>bold</b> <code>some_word</code>"),
        "a bold `some_word`"
    );
    assert_eq!(block("one<br/>two"), "one\ntwo");
    assert_eq!(
        block("<p>See <a href=\"https://x.y\">FooBar</a>.\nThen\n</p>"),
        "See `FooBar`.\nThen"
    );
    assert_eq!(
        block("a <script>x()</script>"),
        r"a \<script>`x()`\</script>"
    );
    assert_eq!(
        block("<script>\nx()\n</script>"),
        "\\<script>\n`x()`\n\\</script>"
    );
}

#[test]
fn no_code_block_is_a_test() {
    for source in [
        "```\nx\n```",
        "```rust\nx\n```",
        "~~~no_run\nx\n~~~",
        "    x",
    ] {
        assert_eq!(block(source), "```text\nx\n```", "{source}");
    }
    assert_eq!(block("```json\n{}\n```"), "```json\n{}\n```");
    assert_eq!(block("- a\n\n      x"), "* a\n  \n  ```text\n  x\n  ```");
}

#[test]
fn an_open_block_is_closed() {
    assert_eq!(block("```\nx"), "```text\nx\n```");
    assert!(block("> ```\n> x").ends_with("> x\n > ```"));
}

#[test]
fn headings_stand_below_the_sections_of_an_item() {
    assert_eq!(block("# Title"), "## Title");
    assert_eq!(block("###### Deep"), "###### Deep");
}

#[test]
fn control_characters_and_reordering_are_gone() {
    assert_eq!(block("a\u{1}code b\u{202e}c\r\nd"), "acode bc\nd");
}

#[test]
fn a_summary_is_one_line() {
    assert_eq!(inline("Two\n  lines\n\nof text"), "Two lines of text");
    assert_eq!(cell("a|b"), r"a\|b");
}

#[test]
fn code_is_fenced_by_more_backticks_than_it_has() {
    assert_eq!(code("x"), "`x`");
    assert_eq!(code("a``b"), "```a``b```");
    assert_eq!(code("`x`"), "`` `x` ``");
    assert_eq!(code(""), "`  `");
}

#[test]
fn a_link_needs_an_absolute_address() {
    assert_eq!(link("More", "https://x.y/z"), "[More](https://x.y/z)");
    assert_eq!(link("More", "/z"), "More");
    assert_eq!(link("More", "javascript:x()"), "More");
}

#[test]
fn elements_that_begin_a_line_part_words() {
    assert_eq!(
        block("For <strong>Resellers</strong><ul><li>This</li><li>That</li></ul>."),
        "For Resellers\nThis\nThat\n."
    );
    assert_eq!(
        block("<p>For <b>Resellers</b><ul><li>This</li></ul></p>"),
        "For Resellers This"
    );
    assert_eq!(
        block("| a | b |\n|---|---|\n| x<br>y | z |"),
        "|a|b|\n|-|-|\n|x y|z|"
    );
}
