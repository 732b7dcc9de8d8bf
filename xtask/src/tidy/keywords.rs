//! Keywords of OpenAPI are spelled in the grammar only.

use codegen::load::KEYWORDS;
use syn::visit::{self, Visit};
use syn::{Expr, ExprLit, ExprMethodCall, Lit};

use super::stages::is_for_tests;
use super::{Findings, RustFile};

/// The stages that read the document.
const STAGES: [&str; 3] = ["load", "resolve", "lower"];

/// The folder that spells the keywords.
const GRAMMAR: [&str; 2] = ["load", "grammar"];

pub(super) fn check(file: &RustFile<'_>, findings: &mut Findings) {
    let Some(path) = file.path.strip_prefix("codegen/src/") else {
        return;
    };
    let module = path.trim_end_matches(".rs").split('/');
    let module: Vec<_> = module.map(str::to_owned).collect();
    let reads = module.first().is_some_and(|it| STAGES.contains(&&**it));
    let is_grammar = module.iter().take(2).eq(GRAMMAR);
    if reads && !is_grammar && !is_for_tests(&module) {
        Keywords { file, findings }.visit_file(&file.syntax);
    }
}

struct Keywords<'a> {
    file: &'a RustFile<'a>,
    findings: &'a mut Findings,
}

impl<'ast> Visit<'ast> for Keywords<'_> {
    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        for argument in &call.args {
            if let Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) = argument
                && KEYWORDS.contains(&&*text.value())
            {
                let line = text.span().start().line;
                let message = format!(
                    "`{}` is spelled in `load/grammar/keyword.rs` only; read it by a method of a view",
                    text.value()
                );
                self.findings.add(self.file.path, line, message);
            }
        }
        visit::visit_expr_method_call(self, call);
    }
}
