//! Rules about attributes.

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{AttrStyle, Attribute, Meta};

use super::{Findings, RustFile, runtime};

pub(super) fn check(file: &RustFile<'_>, findings: &mut Findings) {
    Attributes { file, findings }.visit_file(&file.syntax);
}

struct Attributes<'a> {
    file: &'a RustFile<'a>,
    findings: &'a mut Findings,
}

impl<'ast> Visit<'ast> for Attributes<'_> {
    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if let Some(message) = complaint(self.file.path, attribute) {
            let line = attribute.pound_token.span.start().line;
            self.findings.add(self.file.path, line, message);
        }
        visit::visit_attribute(self, attribute);
    }
}

fn complaint(path: &str, attribute: &Attribute) -> Option<&'static str> {
    let is_inner = matches!(attribute.style, AttrStyle::Inner(_));
    if attribute.path().is_ident("ignore") {
        Some("a test is repaired or deleted, not ignored")
    } else if is_inner && attribute.path().is_ident("allow") && path != runtime::ROOT {
        Some("a lint is expected at one place with a reason, not allowed for a whole module")
    } else if runtime::is_copied(path) && is_test_configuration(attribute) {
        Some("this file is copied into clients, which have no tests; move the tests to src/tests/")
    } else {
        None
    }
}

/// `cfg(test)`, `cfg_attr(not(test), ..)` and the like.
fn is_test_configuration(attribute: &Attribute) -> bool {
    let is_configuration =
        attribute.path().is_ident("cfg") || attribute.path().is_ident("cfg_attr");
    match &attribute.meta {
        Meta::List(list) if is_configuration => mentions_test(list.tokens.clone()),
        _ => false,
    }
}

fn mentions_test(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == "test",
        TokenTree::Group(group) => mentions_test(group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
