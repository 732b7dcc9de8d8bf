//! Text to a raw value: YAML or JSON, with the same rules for both.
//!
//! The stock `Value` of either parser is not enough: JSON's keeps the last of two equal keys without a word, YAML's
//! lets `200:` be a number where `"200":` is a string, and a few aliases can expand to gigabytes. So the value is
//! built here: equal keys are an error at the second key, every key is a string, and the size is bounded.

use std::cell::Cell;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, Visitor};
use serde_yaml::{Mapping, Value};

/// Why a text is neither YAML nor JSON, and where (in bytes).
pub(super) struct SyntaxError {
    pub(super) offset: usize,
    pub(super) message: String,
}

/// The byte order mark that some editors put in front of UTF-8.
pub(super) const MARK: char = '\u{feff}';

/// Reads JSON when the text begins like it, YAML else. A byte order mark in front is skipped.
pub(super) fn read(text: &str) -> Result<Value, SyntaxError> {
    let bare = text.strip_prefix(MARK).unwrap_or(text);
    read_bare(bare).map_err(|error| SyntaxError {
        offset: error.offset + (text.len() - bare.len()),
        ..error
    })
}

fn read_bare(text: &str) -> Result<Value, SyntaxError> {
    if let Some(offset) = too_deep(text) {
        let message = format!("more than {BRACKETS} brackets are nested");
        return Err(SyntaxError { offset, message });
    }
    if text.trim_start().starts_with('{') {
        // `{` may also begin a YAML flow mapping; when both parsers refuse, JSON's reason is the better one.
        read_json(text).or_else(|error| read_yaml(text).map_err(|_| error))
    } else {
        read_yaml(text)
    }
}

/// How many brackets may be open at once, whatever they are part of.
const BRACKETS: usize = 10_000;

/// Where brackets are nested so deep that the YAML scanner, which takes quadratic time in that, should not see them.
/// Both parsers refuse a depth of 128 anyway; the limit is higher because brackets in texts need not pair up.
fn too_deep(text: &str) -> Option<usize> {
    let mut open: usize = 0;
    text.bytes().position(|byte| {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open > BRACKETS
    })
}

fn read_yaml(text: &str) -> Result<Value, SyntaxError> {
    let budget = Cell::new(allowance(text));
    let mut value = Tree { budget: &budget }
        .deserialize(serde_yaml::Deserializer::from_str(text))
        .map_err(|error| {
            let (line, column) = error
                .location()
                .map_or((1, 1), |place| (place.line(), place.column()));
            SyntaxError {
                offset: offset_of(text, line, column),
                message: plain(&error.to_string()),
            }
        })?;
    value.apply_merge().map_err(|error| SyntaxError {
        offset: 0,
        message: error.to_string(),
    })?;
    Ok(value)
}

fn read_json(text: &str) -> Result<Value, SyntaxError> {
    let budget = Cell::new(allowance(text));
    let mut json = serde_json::Deserializer::from_str(text);
    Tree { budget: &budget }
        .deserialize(&mut json)
        .and_then(|value| json.end().map(|()| value))
        .map_err(|error| {
            let offset = byte_column(text, error.line(), error.column());
            let message = plain(&error.to_string());
            // The parser reports a duplicate key after it has read the key.
            let key = text[..offset]
                .rfind('"')
                .filter(|_| message.starts_with(DUPLICATE));
            SyntaxError {
                offset: key.unwrap_or(offset),
                message,
            }
        })
}

/// How large a value may grow: far beyond what its text says, far below what hurts.
fn allowance(text: &str) -> usize {
    100_000 + text.len().saturating_mul(8)
}

/// Byte offset of a line and column that count characters from 1.
pub(super) fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let start = line_start(text, line);
    let rest = text.get(start..).unwrap_or_default();
    let within = rest.char_indices().nth(column.saturating_sub(1));
    within.map_or(text.len(), |(offset, _)| start + offset)
}

/// Byte offset of a line and column that count bytes from 1, moved to the character it is in.
fn byte_column(text: &str, line: usize, column: usize) -> usize {
    let mut offset = (line_start(text, line) + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

fn line_start(text: &str, line: usize) -> usize {
    text.split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum()
}

const DUPLICATE: &str = "duplicate key";
const TAGGED: &str = "YAML tags such as `!name` are not supported";
const EXPANDED: &str = "aliases expand the document beyond the size limit";

/// The message of a parser, without its path and positions: the diagnostic has a place.
fn plain(message: &str) -> String {
    let own = [DUPLICATE, TAGGED, EXPANDED];
    let start = own.iter().find_map(|phrase| message.find(phrase));
    let mut rest = &message[start.unwrap_or_default()..];
    let mut text = String::new();
    while let Some((before, position)) = rest.split_once(" at line ") {
        text.push_str(before);
        let digits = |c: char| c.is_ascii_digit();
        let after = position.trim_start_matches(digits);
        let after = after.strip_prefix(" column ").unwrap_or(after);
        rest = after.trim_start_matches(digits);
    }
    text.push_str(rest);
    text.chars().take(200).collect()
}

/// Builds a value.
#[derive(Clone, Copy)]
struct Tree<'b> {
    budget: &'b Cell<usize>,
}

impl Tree<'_> {
    fn spend<E: de::Error>(self, cost: usize) -> Result<(), E> {
        let left = self.budget.get().checked_sub(cost);
        self.budget.set(left.ok_or_else(|| E::custom(EXPANDED))?);
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.spend(1)?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an untagged YAML or JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    /// The value of a YAML text without content.
    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "JSON has no integers of this size either: its parser does the same"
    )]
    fn visit_u128<E>(self, value: u128) -> Result<Value, E> {
        Ok(Value::Number((value as f64).into()))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "JSON has no integers of this size either: its parser does the same"
    )]
    fn visit_i128<E>(self, value: i128) -> Result<Value, E> {
        Ok(Value::Number((value as f64).into()))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Value, E> {
        self.spend(value.len())?;
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            list.push(item);
        }
        Ok(Value::Sequence(list))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Value, A::Error> {
        Err(de::Error::custom(TAGGED))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut map = Mapping::new();
        while let Some(key) = members.next_key_seed(Key { earlier: &map })? {
            self.spend(key.len())?;
            let value = members.next_value_seed(self)?;
            map.insert(Value::String(key), value);
        }
        Ok(Value::Mapping(map))
    }
}

/// Reads a key as text, whatever it looks like; refuses one that was there before.
struct Key<'m> {
    earlier: &'m Mapping,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<String, E> {
        if self.earlier.contains_key(key) {
            return Err(E::custom(format_args!("{DUPLICATE} `{key}`")));
        }
        Ok(key.to_owned())
    }
}
