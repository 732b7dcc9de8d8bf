//! Values that are read in another place than they are written in.

use std::collections::BTreeMap;

use super::pointer::Pointer;

/// Where the values of a rewritten document are written.
#[derive(Clone, Debug, Default)]
pub struct Moves(BTreeMap<String, Move>);

#[derive(Clone, Debug)]
struct Move {
    itself: Pointer,
    members: Pointer,
}

impl Moves {
    /// Records where a value that is read at `now` is written, and where its members are. Both are places of the text.
    pub fn add(&mut self, now: &Pointer, itself: Pointer, members: Pointer) {
        let text = now.as_str().to_owned();
        self.0.insert(text, Move { itself, members });
    }

    /// The place of the text where the value that is read at `now` is written.
    #[must_use]
    pub fn written(&self, now: &Pointer) -> Pointer {
        match self.0.get(now.as_str()) {
            Some(moved) => moved.itself.clone(),
            None => self.members(now),
        }
    }

    /// The place of the text where the members of the value that is read at `now` are written.
    #[must_use]
    pub fn members(&self, now: &Pointer) -> Pointer {
        if self.0.is_empty() {
            return now.clone();
        }
        let text = now.as_str();
        let ends = text.char_indices().rev();
        let ends = ends
            .filter(|(_, letter)| *letter == '/')
            .map(|(end, _)| end);
        for end in std::iter::once(text.len()).chain(ends) {
            if let Some(moved) = self.0.get(&text[..end]) {
                let members = moved.members.as_str();
                return Pointer::parse(&format!("{members}{}", &text[end..]));
            }
        }
        now.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::{Moves, Pointer};

    #[test]
    fn the_innermost_move_counts() {
        let at = Pointer::parse;
        let mut moves = Moves::default();
        moves.add(&at("/a/enum"), at("/a/const"), at("/a/const"));
        moves.add(&at("/a/anyOf/0"), at("/a/type/1"), at("/a"));
        moves.add(&at("/a/anyOf/0/enum/0"), at("/a/const"), at("/a/const"));
        for (now, written) in [
            ("", ""),
            ("/a", "/a"),
            ("/a/enum", "/a/const"),
            ("/a/enum/0", "/a/const/0"),
            ("/a/enums", "/a/enums"),
            ("/a/anyOf/0", "/a/type/1"),
            ("/a/anyOf/0/items", "/a/items"),
            ("/a/anyOf/0/enum/0", "/a/const"),
            ("/a/anyOf/0/enum/0/b", "/a/const/b"),
        ] {
            assert_eq!(moves.written(&at(now)), at(written), "{now}");
        }
    }
}
