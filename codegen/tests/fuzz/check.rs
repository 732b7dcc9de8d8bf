//! What holds of every text.

use std::ops::RangeInclusive;
use std::sync::mpsc;
use std::time::Duration;

use codegen::diagnostic::{Diagnostic, Severity};
use codegen::load::locate::locate;
use codegen::{FileTree, Generated, Options, generate};
use proc_macro2::{TokenStream, TokenTree};
use proptest::test_runner::{TestCaseError, TestCaseResult};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::words::MARK;

/// How long an answer may take: thousands of times as long as it does, so that a busy machine is no finding.
const PATIENCE: Duration = Duration::from_secs(60);

/// Generates a client of the text and looks at it. If it is accepted, its number of operations is among `operations`.
pub(crate) fn text(text: &str, operations: Option<RangeInclusive<usize>>) -> TestCaseResult {
    let generated = answer(text)?;
    let again = answer(text)?;
    ensure(
        again.diagnostics == generated.diagnostics,
        "other findings the second time",
        text,
    )?;
    ensure(
        files(&again) == files(&generated),
        "other files the second time",
        text,
    )?;
    let is_refused = generated
        .diagnostics
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    ensure(
        generated.tree.is_none() == is_refused,
        "files and errors exclude each other",
        text,
    )?;
    places(text, &generated.diagnostics)?;
    let Some(tree) = &generated.tree else {
        return Ok(());
    };
    if let Some(operations) = operations {
        let count = generated.summary.operations;
        ensure(
            operations.contains(&count),
            &format!("{count} operations, not {operations:?}"),
            text,
        )?;
    }
    for (path, content) in tree {
        file(path, content)
            .map_err(|reason| failure(&format!("{path}: {reason}\n{content}"), text))?;
    }
    Ok(())
}

fn failure(reason: &str, text: &str) -> TestCaseError {
    TestCaseError::fail(format!("{reason}\n--- the document ---\n{text}"))
}

fn ensure(holds: bool, reason: &str, text: &str) -> TestCaseResult {
    if holds {
        Ok(())
    } else {
        Err(failure(reason, text))
    }
}

/// The answer of the generator, on a thread of its own: with the usual stack, and only for so long.
fn answer(text: &str) -> Result<Generated, TestCaseError> {
    if std::env::var_os("FUZZ_MINUTES").is_some() {
        // What overflows the stack ends the process, and leaves nothing but this.
        let name = format!("fuzz-{:?}.txt", std::thread::current().id());
        std::fs::write(std::env::temp_dir().join(name), text)
            .map_err(|error| failure(&error.to_string(), text))?;
    }
    let (sender, receiver) = mpsc::channel();
    let document = text.to_owned();
    // Nobody waits for a result that is late.
    std::thread::spawn(move || sender.send(generate(&document, &Options::default())).ok());
    receiver
        .recv_timeout(PATIENCE)
        .map_err(|reason| failure(&format!("no answer: {reason}"), text))
}

fn files(generated: &Generated) -> Vec<(&String, &String)> {
    generated.tree.iter().flat_map(FileTree::iter).collect()
}

/// Every finding has a place in the text.
fn places(text: &str, findings: &[Diagnostic]) -> TestCaseResult {
    let locations: Vec<_> = findings
        .iter()
        .map(|finding| finding.location.clone())
        .collect();
    for range in locate(text, &locations) {
        ensure(
            text.get(range).is_some(),
            "a place that is not in the text",
            text,
        )?;
    }
    Ok(())
}

/// What is wrong with an emitted file.
fn file(path: &str, content: &str) -> Result<(), String> {
    let ending = path.rsplit('.').next();
    if ending == Some("toml") {
        let manifest: toml::Table = content.parse().map_err(|error| format!("{error}"))?;
        return keys(&manifest);
    }
    if ending != Some("rs") {
        return Ok(());
    }
    syn::parse_file(content).map_err(|error| format!("not Rust: {error}"))?;
    let tokens: TokenStream = content.parse().map_err(|error| format!("{error}"))?;
    let mut docs = String::new();
    code(tokens, &mut docs)?;
    tests(&docs)
}

fn keys(table: &toml::Table) -> Result<(), String> {
    for (key, value) in table {
        if key.contains(MARK) {
            return Err(format!("the key `{key}` comes from the document"));
        }
        value.as_table().map_or(Ok(()), keys)?;
    }
    Ok(())
}

/// No token but a literal has the mark. Collects the documentation: the literals of `#[doc = ..]`.
fn code(tokens: TokenStream, docs: &mut String) -> Result<(), String> {
    let mut before = [String::new(), String::new()];
    for token in tokens {
        if let TokenTree::Group(group) = token {
            code(group.stream(), docs)?;
            continue;
        }
        let text = token.to_string();
        match token {
            TokenTree::Ident(ident) if text.contains(MARK) => {
                return Err(format!("`{ident}` is an identifier"));
            }
            TokenTree::Literal(_) if before == ["doc", "="] => documentation(&text, docs),
            _ => {}
        }
        before = [std::mem::take(&mut before[1]), text];
    }
    Ok(())
}

fn documentation(literal: &str, docs: &mut String) {
    if let Ok(text) = syn::parse_str::<syn::LitStr>(literal) {
        let text = text.value();
        docs.push_str(text.strip_prefix(' ').unwrap_or(&text));
        docs.push('\n');
    }
}

/// No code block that rustdoc would compile has the mark but in a literal.
fn tests(docs: &str) -> Result<(), String> {
    let mut block = None;
    for event in Parser::new(docs) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => block = is_test(&kind).then(String::new),
            Event::Text(text) => {
                if let Some(block) = &mut block {
                    block.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => test(&block.take().unwrap_or_default())?,
            _ => {}
        }
    }
    Ok(())
}

fn is_test(kind: &CodeBlockKind<'_>) -> bool {
    match kind {
        CodeBlockKind::Indented => true,
        CodeBlockKind::Fenced(language) => {
            ["", "rust", "no_run", "should_panic"].contains(&&**language)
        }
    }
}

fn test(block: &str) -> Result<(), String> {
    if !block.contains(MARK) {
        return Ok(());
    }
    // Lines that rustdoc hides are code as well.
    let lines = block
        .lines()
        .map(|line| line.strip_prefix("# ").unwrap_or(line));
    let tokens: TokenStream = lines
        .collect::<Vec<_>>()
        .join("\n")
        .parse()
        .map_err(|_| format!("rustdoc would compile `{block}`"))?;
    code(tokens, &mut String::new())
}
