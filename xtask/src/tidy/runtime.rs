//! Rules about the runtime, whose files are copied into every client.

use std::path::Path;

use anyhow::Result;
use codegen::parts;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, ExprBinary};

use super::{Findings, RustFile};
use crate::disk;

/// The root of the runtime, which is not copied: without the code of a document, nothing uses the parts.
pub(super) const ROOT: &str = "codegen/runtime/src/lib.rs";

const SOURCES: &str = "codegen/runtime/src";

/// Whether the file at `path` is copied into clients.
pub(super) fn is_copied(path: &str) -> bool {
    path.strip_prefix(SOURCES)
        .and_then(|rest| rest.strip_prefix('/'))
        .is_some_and(is_copied_source)
}

/// Clients have their own root, their own modules of folders and their own constants, and no tests.
fn is_copied_source(name: &str) -> bool {
    let is_module = name == "mod.rs" || name.ends_with("/mod.rs");
    !matches!(name, "lib.rs" | "constants.rs") && !is_module && !name.starts_with("tests/")
}

/// Clients support versions of Rust without let chains, which Clippy does not check.
pub(super) fn check_version(file: &RustFile<'_>, findings: &mut Findings) {
    if is_copied(file.path) {
        let mut chains = LetChains(Vec::new());
        chains.visit_file(&file.syntax);
        for line in chains.0 {
            findings.add(
                file.path,
                line,
                "clients support Rust 1.85, which has no let chains",
            );
        }
    }
}

/// The lines with let chains.
struct LetChains(Vec<usize>);

impl<'ast> Visit<'ast> for LetChains {
    fn visit_expr_binary(&mut self, binary: &'ast ExprBinary) {
        let sides = [&binary.left, &binary.right];
        if sides.iter().any(|side| matches!(***side, Expr::Let(_))) {
            self.0.push(binary.span().start().line);
        }
        visit::visit_expr_binary(self, binary);
    }
}

/// Every file that clients may have is a part.
pub(super) fn check_table(root: &Path, findings: &mut Findings) -> Result<()> {
    for name in disk::package_files(&root.join(SOURCES))?.into_keys() {
        if is_copied_source(&name) && parts::get(&name).is_none() {
            findings.add(
                &format!("{SOURCES}/{name}"),
                1,
                "the file is missing in the tables of `codegen/src/parts`, so no client has it",
            );
        }
    }
    Ok(())
}
