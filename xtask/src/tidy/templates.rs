//! The templates of `emit` have no condition other than a `match`: the plan decides.

use syn::visit::{self, Visit};
use syn::{ExprIf, ExprMethodCall, Macro, PatGuard};

use super::stages::is_for_tests;
use super::{Findings, RustFile};

/// The folder of the templates.
const EMIT: &str = "codegen/src/emit/";

/// Modules that spell texts and numbers, which depends on their characters and digits.
const SPELLING: [&str; 4] = ["markdown", "printable", "literal", "docs/text"];

/// Methods that decide whether something is written.
const DECISIONS: [&str; 11] = [
    "all",
    "any",
    "filter",
    "find",
    "find_map",
    "is_empty",
    "is_none",
    "is_some",
    "retain",
    "then",
    "then_some",
];

pub(super) fn check(file: &RustFile<'_>, findings: &mut Findings) {
    let Some(path) = file.path.strip_prefix(EMIT) else {
        return;
    };
    let path = path.trim_end_matches(".rs");
    let spells = SPELLING.iter().any(|name| {
        let rest = path.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    let module: Vec<_> = path.split('/').map(str::to_owned).collect();
    if !spells && !is_for_tests(&module) {
        Templates { file, findings }.visit_file(&file.syntax);
    }
}

struct Templates<'a> {
    file: &'a RustFile<'a>,
    findings: &'a mut Findings,
}

impl Templates<'_> {
    fn add(&mut self, line: usize, construct: &str) {
        let message = format!(
            "`{construct}` decides in a template; decide in `plan`, and match on an enum of the plan"
        );
        self.findings.add(self.file.path, line, message);
    }
}

impl<'ast> Visit<'ast> for Templates<'_> {
    fn visit_expr_if(&mut self, condition: &'ast ExprIf) {
        self.add(condition.if_token.span.start().line, "if");
        visit::visit_expr_if(self, condition);
    }

    fn visit_pat_guard(&mut self, pattern: &'ast PatGuard) {
        self.add(pattern.if_token.span.start().line, "if");
        visit::visit_pat_guard(self, pattern);
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        let name = call.method.to_string();
        if DECISIONS.contains(&&*name) {
            self.add(call.method.span().start().line, &name);
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        if call.path.is_ident("matches") {
            self.add(call.bang_token.span.start().line, "matches!");
        }
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        // Tests assert what they want.
        if module.ident != "tests" {
            visit::visit_item_mod(self, module);
        }
    }
}
