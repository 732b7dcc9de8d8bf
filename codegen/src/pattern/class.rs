//! Character classes: `[...]`.

use regex_syntax::hir::ClassUnicode;

use super::escape::Escaped;
use super::parse::Parser;
use super::refused::Refused;
use super::sets;

impl Parser<'_> {
    /// `CharacterClass`, from its `[` on. `[]` matches nothing, `[^]` anything.
    pub(super) fn class(&mut self) -> Result<ClassUnicode, Refused> {
        let open = self.at;
        self.at += 1;
        let negated = self.eat("^");
        let mut set = ClassUnicode::empty();
        while !self.eat("]") {
            if self.peek().is_none() {
                return Err(Refused::invalid(open, "unterminated character class"));
            }
            set.union(&self.class_range()?);
        }
        Ok(if negated { sets::negated(set) } else { set })
    }

    /// One member, or a range of them. A `-` beside a set is literal (Annex B).
    fn class_range(&mut self) -> Result<ClassUnicode, Refused> {
        let offset = self.at;
        let first = self.class_atom()?;
        let ranged =
            self.rest().starts_with('-') && !self.rest().starts_with("-]") && self.rest().len() > 1;
        if !ranged {
            return Ok(first.into_set());
        }
        self.at += 1;
        match (first, self.class_atom()?) {
            (Escaped::CodePoint(first), Escaped::CodePoint(last)) if first > last => Err(
                Refused::invalid(offset, "range out of order in a character class"),
            ),
            (Escaped::CodePoint(first), Escaped::CodePoint(last)) => Ok(sets::range(first, last)),
            (first, last) => {
                let mut set = first.into_set();
                set.union(&last.into_set());
                set.union(&sets::range(u32::from('-'), u32::from('-')));
                Ok(set)
            }
        }
    }

    fn class_atom(&mut self) -> Result<Escaped, Refused> {
        if self.eat("\\b") {
            return Ok(Escaped::CodePoint(0x08));
        }
        if self.eat("\\") {
            return self.class_control().map_or_else(|| self.escape(), Ok);
        }
        let Some(literal) = self.peek() else {
            return Err(self.invalid("unterminated character class"));
        };
        self.at += literal.len_utf8();
        Ok(Escaped::CodePoint(u32::from(literal)))
    }

    /// `\c0` and `\c_`, which Annex B allows inside a class only.
    fn class_control(&mut self) -> Option<Escaped> {
        let control = self.rest().strip_prefix('c')?.chars().next()?;
        if !control.is_ascii_digit() && control != '_' {
            return None;
        }
        self.at += 2;
        Some(Escaped::CodePoint(u32::from(control) % 32))
    }
}

impl Escaped {
    fn into_set(self) -> ClassUnicode {
        match self {
            Self::CodePoint(code_point) => sets::range(code_point, code_point),
            Self::Set(set) => set,
        }
    }
}
