//! `*`, `+`, `?`, `{n}`, `{n,}` and `{n,m}`, greedy or lazy.

use super::ast::Node;
use super::parse::Parser;
use super::refused::Refused;

/// A quantifier: its bounds, and the length of its text in bytes.
pub(super) struct Quantifier {
    min: u32,
    max: Option<u32>,
    length: usize,
}

impl Parser<'_> {
    /// The atom, repeated by the quantifier that follows it, if any.
    pub(super) fn quantified(&mut self, atom: Node) -> Result<Node, Refused> {
        let Some(quantifier) = self.quantifier() else {
            return Ok(atom);
        };
        let Quantifier { min, max, length } = quantifier;
        if max.is_some_and(|max| max < min) {
            return Err(self.invalid("numbers out of order in a quantifier"));
        }
        self.at += length;
        self.eat("?");
        Ok(Node::Repeat {
            node: Box::new(atom),
            min,
            max,
        })
    }

    fn quantifier(&self) -> Option<Quantifier> {
        match self.peek()? {
            '*' => Some(Quantifier {
                min: 0,
                max: None,
                length: 1,
            }),
            '+' => Some(Quantifier {
                min: 1,
                max: None,
                length: 1,
            }),
            '?' => Some(Quantifier {
                min: 0,
                max: Some(1),
                length: 1,
            }),
            _ => self.braces(),
        }
    }

    /// A quantifier in braces. Other braces are literal text (Annex B, `InvalidBracedQuantifier`).
    pub(super) fn braces(&self) -> Option<Quantifier> {
        let (inside, _) = self.rest().strip_prefix('{')?.split_once('}')?;
        let (min, max) = match inside.split_once(',') {
            None => (number(inside)?, Some(number(inside)?)),
            Some((min, "")) => (number(min)?, None),
            Some((min, max)) => (number(min)?, Some(number(max)?)),
        };
        Some(Quantifier {
            min,
            max,
            length: inside.len() + 2,
        })
    }
}

/// A decimal number, saturated at the maximum of `u32`.
fn number(digits: &str) -> Option<u32> {
    let decimal = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    decimal.then(|| digits.parse().unwrap_or(u32::MAX))
}
