//! Compiles patterns, each source once.

use std::collections::BTreeMap;

use super::findings::Findings;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Check, Pattern};
use crate::load::Node;
use crate::pattern::{self, Budget, Checked, Length, Refused};

/// The patterns so far.
#[derive(Default)]
pub(super) struct Patterns {
    /// The check of each pattern, by its source.
    compiled: BTreeMap<String, Result<(Check, Length), Refused>>,
    /// The states left for other patterns.
    budget: Budget,
}

impl Patterns {
    /// The check of a `pattern`, and the length of the text where the automaton does not count.
    pub(super) fn check(
        &mut self,
        node: &Node<'_>,
        findings: &mut Findings<'_>,
    ) -> Option<(Pattern, Length)> {
        let source = node.value.as_str()?;
        // Documents repeat their patterns, and some take long to compile.
        let budget = &mut self.budget;
        let compiled = self.compiled.entry(source.to_owned()).or_insert_with(|| {
            let Checked { automaton, length } = pattern::compile_within(source, budget)?;
            Ok((Check::Automaton(Box::new(automaton)), length))
        });
        let (check, length) = match compiled {
            Ok(checked) => checked.clone(),
            // An error, which was reported when the document was read.
            Err(Refused::Invalid { .. }) => return None,
            Err(Refused::Unchecked(reason)) => {
                let text = format!("the client does not check the `pattern`: {reason}");
                findings.report(Diagnostic::warning(Code::UncheckedPattern, &node.at, text));
                (Check::Unchecked(reason.clone()), Length::default())
            }
        };
        let source = source.to_owned();
        Some((Pattern { source, check }, length))
    }
}
