//! Escapes, outside and inside of character classes.

use regex_syntax::hir::ClassUnicode;

use super::ast::Node;
use super::parse::Parser;
use super::refused::{Refused, Unchecked};
use super::sets;

/// The meaning of an escape.
pub(super) enum Escaped {
    /// One code point, perhaps a lone surrogate.
    CodePoint(u32),
    Set(ClassUnicode),
}

impl<'s> Parser<'s> {
    /// An escape outside a class, other than `\b` and `\B`.
    pub(super) fn atom_escape(&mut self) -> Result<Node, Refused> {
        if self.backreference()? {
            return Ok(Node::Empty);
        }
        self.at += 1;
        Ok(match self.escape()? {
            Escaped::CodePoint(code_point) => self.character(code_point),
            Escaped::Set(set) => self.set(&set),
        })
    }

    /// Consumes `\1` or `\k<name>`. A number without its group is an octal escape, and `\k` is
    /// a plain `k` in a pattern without named groups (Annex B).
    fn backreference(&mut self) -> Result<bool, Refused> {
        let escaped = &self.rest()[1..];
        let digits = escaped
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(escaped.len());
        let numbered = !escaped.starts_with('0')
            && escaped[..digits]
                .parse()
                .is_ok_and(|number: usize| number <= self.groups.count);
        if numbered {
            self.at += 1 + digits;
        } else if escaped.starts_with('k') && !self.groups.names.is_empty() {
            self.at += "\\k".len();
            let name = if self.eat("<") { self.name() } else { None };
            if !name.is_some_and(|name| self.groups.names.iter().any(|known| known == name)) {
                return Err(self.invalid("reference to an unknown group"));
            }
        } else {
            return Ok(false);
        }
        self.refuse(Unchecked::Backreference);
        Ok(true)
    }

    /// The name of a group up to its `>`, which is not consumed.
    pub(super) fn name(&mut self) -> Option<&'s str> {
        let (name, _) = self.rest().split_once('>')?;
        let part = |c: char| c.is_alphanumeric() || "$_\\{}\u{200c}\u{200d}".contains(c);
        let starts_well = name.starts_with(|c: char| c.is_alphabetic() || "$_\\".contains(c));
        if !starts_well || !name.chars().all(part) {
            return None;
        }
        self.at += name.len() + 1;
        Some(name)
    }

    /// The escape after its backslash.
    pub(super) fn escape(&mut self) -> Result<Escaped, Refused> {
        let Some(letter) = self.peek() else {
            self.at -= 1;
            return Err(self.invalid("backslash at the end"));
        };
        if let Some(set) = self.set_escape(letter) {
            return Ok(Escaped::Set(set));
        }
        if letter.is_digit(8) {
            return Ok(Escaped::CodePoint(self.octal()));
        }
        self.at += letter.len_utf8();
        let code_point = match letter {
            't' => 0x09,
            'n' => 0x0a,
            'v' => 0x0b,
            'f' => 0x0c,
            'r' => 0x0d,
            'c' => self.control(),
            'x' => self.hex(2).unwrap_or(u32::from('x')),
            'u' => self.unicode().unwrap_or(u32::from('u')),
            // Annex B: any other character is literal.
            other => u32::from(other),
        };
        Ok(Escaped::CodePoint(code_point))
    }

    /// `\d`, `\w`, `\s`, `\p{..}` and their complements.
    fn set_escape(&mut self, letter: char) -> Option<ClassUnicode> {
        let set = match letter {
            'd' | 'D' => sets::digit(),
            'w' | 'W' => sets::word(),
            's' | 'S' => sets::space(),
            'p' | 'P' => return self.property(letter == 'P'),
            _ => return None,
        };
        self.at += 1;
        Some(if letter.is_ascii_uppercase() {
            sets::negated(set)
        } else {
            set
        })
    }

    fn property(&mut self, negated: bool) -> Option<ClassUnicode> {
        let (expression, _) = self.rest()[1..].strip_prefix('{')?.split_once('}')?;
        let known = sets::property(expression);
        if known.is_none() {
            self.refuse(Unchecked::UnicodeProperty(expression.to_owned()));
        }
        self.at += "p{}".len() + expression.len();
        let set = known.unwrap_or_else(ClassUnicode::empty);
        Some(if negated { sets::negated(set) } else { set })
    }

    /// Up to three octal digits, at most `\377`; `\0` is one of them.
    fn octal(&mut self) -> u32 {
        let mut value = 0;
        for _ in 0..3 {
            let Some(digit) = self.peek().and_then(|c| c.to_digit(8)) else {
                break;
            };
            if value * 8 + digit > 0o377 {
                break;
            }
            value = value * 8 + digit;
            self.at += 1;
        }
        value
    }

    /// `\cX`. Without a letter the backslash is literal and the `c` is read again.
    fn control(&mut self) -> u32 {
        let Some(letter) = self.peek().filter(char::is_ascii_alphabetic) else {
            self.at -= 1;
            return u32::from('\\');
        };
        self.at += 1;
        u32::from(letter) % 32
    }

    /// `\u{..}`, or four digits, or two surrogates of four digits that make one code point.
    fn unicode(&mut self) -> Option<u32> {
        if let Some(code_point) = self.braced_hex() {
            return Some(code_point);
        }
        let high = self.hex(4)?;
        let back = self.at;
        if (0xd800..0xdc00).contains(&high) && self.eat("\\u") {
            if let Some(low) = self.hex(4).filter(|low| (0xdc00..0xe000).contains(low)) {
                return Some(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00));
            }
            self.at = back;
        }
        Some(high)
    }

    fn braced_hex(&mut self) -> Option<u32> {
        let (digits, _) = self.rest().strip_prefix('{')?.split_once('}')?;
        let value = hex(digits).filter(|&value| value <= u32::from(char::MAX))?;
        self.at += digits.len() + 2;
        Some(value)
    }

    fn hex(&mut self, length: usize) -> Option<u32> {
        let value = hex(self.rest().get(..length)?)?;
        self.at += length;
        Some(value)
    }
}

/// A number of hexadecimal digits only, where `from_str_radix` would also take a sign.
fn hex(digits: &str) -> Option<u32> {
    let valid = digits.bytes().all(|b| b.is_ascii_hexdigit());
    valid
        .then(|| u32::from_str_radix(digits, 16).ok())
        .flatten()
}
