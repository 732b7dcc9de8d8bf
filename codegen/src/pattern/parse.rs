//! Parses disjunctions, quantifiers and groups.
//!
//! The grammar is the lenient one of browsers (ECMA-262, Annex B.1.2), because
//! published patterns escape needlessly (`\-`, `\_`). Where its meaning differs from that of the
//! grammar of the `u` flag, the meaning under the `u` flag is taken if the text has one: `\u{..}` and
//! `\p{..}` are what their authors meant, and a surrogate pair is one code point.

use super::ast::{Direction, Look, LookId, Node, Pattern};
use super::groups::Groups;
use super::refused::{Refused, Unchecked};
use super::{limits, sets};
use regex_syntax::hir::ClassUnicode;

/// Parses a pattern; an uncheckable construct is reported only if the pattern is valid.
pub(super) fn parse(source: &str) -> Result<Pattern, Refused> {
    limits::SOURCE.check(source.len())?;
    let mut parser = Parser {
        source,
        at: 0,
        depth: 0,
        groups: Groups::scan(source),
        pattern: Pattern::default(),
        unchecked: None,
    };
    let root = parser.disjunction()?;
    if parser.peek().is_some() {
        return Err(parser.invalid("unmatched `)`"));
    }
    if let Some(reason) = parser.unchecked {
        return Err(reason.into());
    }
    Ok(Pattern {
        root,
        ..parser.pattern
    })
}

/// The state of the parser.
pub(super) struct Parser<'s> {
    pub(super) source: &'s str,
    /// The cursor, in bytes.
    pub(super) at: usize,
    depth: usize,
    pub(super) groups: Groups,
    pattern: Pattern,
    /// The first reason why the pattern cannot be checked.
    unchecked: Option<Unchecked>,
}

impl<'s> Parser<'s> {
    /// `Disjunction`: alternatives separated by `|`, up to a `)` or the end.
    pub(super) fn disjunction(&mut self) -> Result<Node, Refused> {
        self.depth += 1;
        limits::NESTING.check(self.depth)?;
        let names = self.groups.enter();
        let mut alternatives = vec![self.alternative()?];
        while self.eat("|") {
            self.groups.next_alternative(names);
            alternatives.push(self.alternative()?);
        }
        self.groups.leave(names);
        self.depth -= 1;
        Ok(Node::alternation(alternatives))
    }

    /// `Alternative`: a sequence of terms.
    fn alternative(&mut self) -> Result<Node, Refused> {
        let mut terms = Vec::new();
        while let Some(next) = self.peek().filter(|&c| c != '|' && c != ')') {
            terms.push(self.term(next)?);
        }
        Ok(Node::concat(terms))
    }

    /// `Term`: an assertion, or an atom and its quantifier.
    fn term(&mut self, next: char) -> Result<Node, Refused> {
        if let Some(assertion) = self.assertion(next)? {
            return Ok(assertion);
        }
        let atom = match next {
            '(' => self.group()?,
            '[' => {
                let set = self.class()?;
                self.set(&set)
            }
            '\\' => self.atom_escape()?,
            '+' if self.is_possessive() => return Err(Unchecked::OtherDialect.into()),
            '*' | '+' | '?' => return Err(self.invalid("nothing to repeat")),
            '{' if self.braces().is_some() => return Err(self.invalid("nothing to repeat")),
            '.' => {
                self.at += 1;
                self.set(&sets::dot())
            }
            literal => {
                self.at += literal.len_utf8();
                self.character(u32::from(literal))
            }
        };
        self.quantified(atom)
    }

    /// An assertion without a quantifier. Annex B allows quantifiers of look-aheads, which are parsed as groups.
    fn assertion(&mut self, next: char) -> Result<Option<Node>, Refused> {
        let rest = self.rest();
        let node = match next {
            '^' => self.edge(Direction::Behind),
            '$' => self.edge(Direction::Ahead),
            '\\' if rest.starts_with("\\b") => self.word_boundary(true),
            '\\' if rest.starts_with("\\B") => self.word_boundary(false),
            '(' if rest.starts_with("(?<=") => self.look(Direction::Behind, false)?,
            '(' if rest.starts_with("(?<!") => self.look(Direction::Behind, true)?,
            _ => return Ok(None),
        };
        Ok(Some(node))
    }

    /// `^` or `$`: no character on that side.
    fn edge(&mut self, direction: Direction) -> Node {
        self.at += 1;
        let body = self.set(&sets::any());
        Node::Look(self.add_look(direction, true, body))
    }

    /// `\b` if `crossed`, else `\B`: whether one side is a word character and the other is not.
    fn word_boundary(&mut self, crossed: bool) -> Node {
        self.at += 2;
        let word = self.set(&sets::word());
        let cases = [true, false].map(|before| {
            let after = before != crossed;
            let behind = self.add_look(Direction::Behind, !before, word.clone());
            let ahead = self.add_look(Direction::Ahead, !after, word.clone());
            Node::concat(vec![Node::Look(behind), Node::Look(ahead)])
        });
        Node::alternation(cases.into())
    }

    /// Everything that starts with `(` except for look-behinds.
    fn group(&mut self) -> Result<Node, Refused> {
        let rest = self.rest();
        if rest.starts_with("(?=") {
            return self.look(Direction::Ahead, false);
        }
        if rest.starts_with("(?!") {
            return self.look(Direction::Ahead, true);
        }
        let open = self.at;
        self.at += 1;
        if self.eat("?<") {
            self.group_name()?;
        } else if self.eat("?") {
            if is_of_other_dialect(self.rest()) {
                return Err(Unchecked::OtherDialect.into());
            }
            self.modifiers()?;
        }
        self.closed(open)
    }

    /// Whether a `+` follows a quantifier, which makes it possessive in other dialects.
    fn is_possessive(&self) -> bool {
        let before = self.source.get(..self.at).unwrap_or_default();
        before.ends_with(['*', '+', '?', '}'])
    }

    /// The name of a capturing group; it may be used again only in another alternative.
    fn group_name(&mut self) -> Result<(), Refused> {
        let offset = self.at;
        let name = self
            .name()
            .ok_or_else(|| self.invalid("invalid group name"))?;
        if self.groups.declare(name) {
            Ok(())
        } else {
            Err(Refused::invalid(
                offset,
                format!("duplicate group name `{name}`"),
            ))
        }
    }

    /// The flags between `(?` and `:`, as in `(?i-s:`.
    fn modifiers(&mut self) -> Result<(), Refused> {
        let flags = self.rest().split(':').next().unwrap_or_default();
        let letters: Vec<char> = flags.chars().filter(|&c| c != '-').collect();
        let repeated = letters
            .iter()
            .enumerate()
            .any(|(i, c)| letters[..i].contains(c));
        let valid = flags.len() < self.rest().len()
            && flags != "-"
            && flags.matches('-').count() <= 1
            && letters.iter().all(|c| "ims".contains(*c))
            && !repeated;
        if !valid {
            return Err(self.invalid("invalid group"));
        }
        if !flags.is_empty() {
            self.refuse(Unchecked::Modifiers);
        }
        self.at += flags.len() + 1;
        Ok(())
    }

    /// A look-around of either direction, from its `(` on.
    fn look(&mut self, direction: Direction, negated: bool) -> Result<Node, Refused> {
        let open = self.at;
        self.at += match direction {
            Direction::Ahead => "(?=".len(),
            Direction::Behind => "(?<=".len(),
        };
        let body = self.closed(open)?;
        let looks = &self.pattern.looks;
        let looks_ahead = body.any_look(&|look| looks[look].direction == Direction::Ahead);
        if direction == Direction::Behind && looks_ahead {
            self.refuse(Unchecked::LookBehind);
        }
        Ok(Node::Look(self.add_look(direction, negated, body)))
    }

    /// A disjunction and its `)`.
    fn closed(&mut self, open: usize) -> Result<Node, Refused> {
        let node = self.disjunction()?;
        if self.eat(")") {
            Ok(node)
        } else {
            Err(Refused::invalid(open, "unterminated group"))
        }
    }

    fn add_look(&mut self, direction: Direction, negated: bool, body: Node) -> LookId {
        let look = Look {
            direction,
            negated,
            body,
        };
        self.pattern.looks.insert_full(look).0
    }

    /// A node for one code point; a lone surrogate matches nothing.
    pub(super) fn character(&mut self, code_point: u32) -> Node {
        self.set(&sets::range(code_point, code_point))
    }

    /// A node for a set of code points.
    pub(super) fn set(&mut self, set: &ClassUnicode) -> Node {
        Node::Set(self.pattern.sets.insert_full(sets::to_ranges(set)).0)
    }

    /// Records why the pattern cannot be checked, and continues.
    pub(super) fn refuse(&mut self, reason: Unchecked) {
        self.unchecked.get_or_insert(reason);
    }

    /// An error at the cursor.
    pub(super) fn invalid(&self, message: &str) -> Refused {
        Refused::invalid(self.at, message)
    }

    /// The rest of the source.
    pub(super) fn rest(&self) -> &'s str {
        self.source.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Consumes `text` if it is next.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }
}

/// Whether a group that starts like this exists in Perl-compatible dialects: flags for the enclosing group, a name, an
/// atomic group, a comment.
fn is_of_other_dialect(rest: &str) -> bool {
    let flags = rest.trim_start_matches(|c: char| "imsxuU-".contains(c));
    let has_flags = flags.len() < rest.len() && flags.starts_with(')');
    has_flags
        || ["P<", "P=", "P>", ">", "#", "|"]
            .iter()
            .any(|start| rest.starts_with(start))
}
