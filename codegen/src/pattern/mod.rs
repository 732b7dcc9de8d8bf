//! Compiles ECMA-262 regular expressions to small tables, or returns the reason why they are unchecked.
//!
//! The meaning is that of `RegExp(source, "u").test(text)`: the pattern may match anywhere, and text is
//! a sequence of code points. The grammar is nevertheless the lenient one without the `u` flag (see
//! `parse`), which published patterns use.
//!
//! # How it works
//!
//! 1. `parse` reduces the source to sets of code points, sequences, alternatives, repeats and *looks*.
//!    An anchor is a look too: `$` is "no character ahead", `^` is "no character behind".
//! 2. `alphabet` splits the code points into a few *atoms* that no set of the pattern tells apart.
//! 3. `program` writes all of it down as a nondeterministic automaton.
//! 4. `determinize` runs every possible match side by side. What a match has to know about the text
//!    before it is a *context*, computed by automata of the look-behinds. What it demands of the text
//!    after it are *duties*: automata of the look-aheads, which have to accept what follows.
//!    Those automata are deterministic, so a negative look is one with its answers swapped.
//! 5. `minimize` merges states that accept the same.
//! 6. `utf8` replaces atoms by bytes, `automaton` packs the transitions, and `table` orders them for the runtime.
//!
//! No match backtracks, and no feature is approximated. What a finite automaton cannot do, and
//! what would take more than `limits` allows, is [`Unchecked`].

mod alphabet;
mod ast;
mod automaton;
mod class;
mod context;
mod determinize;
mod dfa;
mod escape;
mod groups;
mod length;
mod limits;
mod looks;
mod minimize;
pub(crate) mod numeric;
mod parse;
mod program;
mod quantifier;
mod refused;
mod sets;
mod shortest;
mod table;
mod utf8;

pub use automaton::Automaton;
pub use length::{Checked, Length};
pub use limits::Budget;
pub use refused::{Refused, Unchecked};
pub use table::Table;

use alphabet::Alphabet;
use ast::Pattern;
use context::Contexts;
use limits::Work;

/// Returns why `source` is not a regular expression, and at which byte; `None` if it is one.
#[must_use]
pub fn flaw(source: &str) -> Option<(usize, String)> {
    match parse::parse(source) {
        Err(Refused::Invalid { offset, message }) => Some((offset, message)),
        _ => None,
    }
}

/// Compiles the `pattern` of a schema, as the Schema Object of `OpenAPI` 3.0 has it.
///
/// ```
/// let id = codegen::pattern::compile("^[a-f0-9]{24}$")?;
/// assert!(id.accepts("32b6e34b3d91647abb20e7b8"));
/// assert!(!id.accepts("32b6e34b3d91647abb20e7b8\n"));
/// # Ok::<(), codegen::pattern::Refused>(())
/// ```
///
/// # Errors
///
/// [`Refused::Invalid`] if `source` is not a regular expression, [`Refused::Unchecked`] if it is one
/// that has no automaton or only a large one.
pub fn compile(source: &str) -> Result<Automaton, Refused> {
    Ok(build(&parse::parse(source)?, &mut Budget::default())?)
}

/// Compiles one of several patterns, which share a budget. A pattern that is too large may be small without the length
/// of the text: `^\p{L}{1,64}$`.
///
/// # Errors
///
/// As [`compile`], except for those patterns.
pub fn compile_within(source: &str, budget: &mut Budget) -> Result<Checked, Refused> {
    let mut pattern = parse::parse(source)?;
    let whole = build(&pattern, budget);
    let length = match &whole {
        Err(Unchecked::TooLarge { .. }) => length::take(&mut pattern),
        _ => None,
    };
    Ok(match length {
        Some(length) => Checked {
            automaton: build(&pattern, budget)?,
            length,
        },
        None => Checked {
            automaton: whole?,
            length: Length::default(),
        },
    })
}

fn build(pattern: &Pattern, budget: &mut Budget) -> Result<Automaton, Unchecked> {
    limits::SETS.check(pattern.sets.len())?;
    let alphabet = Alphabet::new(&pattern.sets);
    let mut work = Work::within(*budget);
    let automaton = automaton(pattern, &alphabet, &mut work);
    let table = automaton
        .as_ref()
        .map_or(0, |automaton| automaton.transitions.len());
    budget.pay(&work, table);
    automaton
}

fn automaton(
    pattern: &Pattern,
    alphabet: &Alphabet,
    work: &mut Work,
) -> Result<Automaton, Unchecked> {
    let dfa = determinize::determinize(pattern, alphabet, work)?;
    let rows = utf8::rows(&dfa, alphabet, work)?;
    Automaton::pack(&rows, dfa.starts[Contexts::START], &dfa.accepting)
}
