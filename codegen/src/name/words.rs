//! Converts text to words, and words to identifiers.

use heck::ToSnakeCase;

use super::generics;
use crate::symbol;

/// The words of a name: lower case, ASCII letters and digits, none empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words(Vec<String>);

/// Spellings whose capitals do not start words, with a replacement that keeps them together.
const ONE_WORD: &[(&str, &str)] = &[
    ("GitHub", "Github"),
    ("GraphQL", "Graphql"),
    ("IPv", "Ipv"),
    ("MongoDB", "Mongodb"),
    ("OAuth", "Oauth"),
    ("OpenID", "Openid"),
];

impl Words {
    /// The words of `text`; if it has neither letters nor digits, the names of its characters.
    pub(super) fn of(text: &str) -> Self {
        let mut text = deunicode::deunicode(text);
        // `mongoDB` is `MongoDB` at the beginning of a name, and `vCPU` is one word.
        if let Some(first) = text.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        let mut readable = lower_plurals(&text);
        for (written, read) in ONE_WORD {
            if readable.contains(written) {
                readable = readable.replace(written, read);
            }
        }
        let snake = with_signs(&readable).to_snake_case();
        let words: Vec<_> = snake
            .split('_')
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        match (words.is_empty(), text.is_empty()) {
            (false, _) => Self(words),
            (true, false) => Self(spelled(&text)),
            (true, true) => Self(vec!["empty".to_owned()]),
        }
    }

    /// The words of a component's key; those of a generic type are its own name and the names of its arguments.
    pub(super) fn of_component(key: &str) -> Self {
        match generics::readable(key) {
            Some(names) => Self::of(&names),
            None => Self::of(key),
        }
    }

    /// These words and then those of `text`.
    pub(super) fn and(mut self, text: &str) -> Self {
        self.0.extend(Self::of(text).0);
        self
    }

    /// These words with `word` appended, unless it is the last one already.
    pub(super) fn ending_in(self, word: &str) -> Self {
        if self.ends_in(word) {
            self
        } else {
            self.and(word)
        }
    }

    /// As many of these words as fit into `length` characters with separators, but at least one.
    pub(super) fn up_to(&self, length: usize) -> Self {
        let mut used = 0;
        let words = self.0.iter().enumerate().take_while(|(position, word)| {
            used += word.len() + 1;
            *position == 0 || used <= length
        });
        let kept = words.map(|(_, word)| word.chars().take(length).collect());
        Self(kept.collect())
    }

    /// The words behind `prefix`, if there are any.
    pub(super) fn behind(&self, prefix: &Self) -> Option<Self> {
        let rest = self.0.strip_prefix(prefix.0.as_slice())?;
        (!rest.is_empty()).then(|| Self(rest.to_vec()))
    }

    /// These words and then others.
    pub(super) fn followed_by(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// The words without the digits at their end, and these.
    pub(super) fn split_numeral(mut self) -> (Self, Option<String>) {
        let last = self.0.last_mut();
        let numeral = last.and_then(|last| {
            let length = last.trim_end_matches(|it: char| it.is_ascii_digit()).len();
            (0 < length && length < last.len()).then(|| last.split_off(length))
        });
        (self, numeral)
    }

    /// Whether the last word looks like a plural: `charges`, but not `address` or `status`.
    pub(super) fn is_plural(&self) -> bool {
        let stem = self.0.last().and_then(|last| last.strip_suffix('s'));
        stem.is_some_and(|stem| stem.len() > 1 && !stem.ends_with(['s', 'u', 'i']))
    }

    /// Whether `word` is the last one.
    pub(super) fn ends_in(&self, word: &str) -> bool {
        self.0.last().is_some_and(|last| last == word)
    }

    /// `UpperCamelCase`. Adjacent digits of two words are separated, so that `1.0` is not `10`.
    pub(super) fn camel(&self) -> String {
        let mut name = String::new();
        for word in &self.0 {
            let mut letters = word.chars();
            let first = letters.next().unwrap_or_default();
            match name.chars().next_back() {
                Some(last) if last.is_ascii_digit() && first.is_ascii_digit() => name.push('_'),
                None if first.is_ascii_digit() => name.push('V'),
                _ => {}
            }
            name.push(first.to_ascii_uppercase());
            name.push_str(letters.as_str());
        }
        name
    }

    /// `snake_case`
    pub(super) fn snake(&self) -> String {
        let name = self.0.join("_");
        if name.starts_with(|first: char| first.is_ascii_digit()) {
            return format!("v{name}");
        }
        name
    }

    /// `kebab-case`
    pub(super) fn kebab(&self) -> String {
        self.snake().replace('_', "-")
    }

    /// `SCREAMING_SNAKE_CASE`
    pub(super) fn screaming(&self) -> String {
        self.snake().to_ascii_uppercase()
    }
}

/// Replaces `listURLs` by `listUrls`: the plural `s` belongs to the capitals before it.
fn lower_plurals(text: &str) -> String {
    let mut lowered: Vec<char> = Vec::with_capacity(text.len());
    // From the end, so that the `s` is found before the capitals that precede it.
    let mut in_plural = false;
    let mut letters = text.chars().rev().peekable();
    while let Some(letter) = letters.next() {
        let after_next = lowered.iter().nth_back(1);
        let before_s =
            lowered.last() == Some(&'s') && !after_next.is_some_and(char::is_ascii_lowercase);
        in_plural = letter.is_ascii_uppercase() && (in_plural || before_s);
        let starts_run = !letters.peek().is_some_and(char::is_ascii_uppercase);
        lowered.push(if in_plural && !starts_run {
            letter.to_ascii_lowercase()
        } else {
            letter
        });
    }
    lowered.iter().rev().collect()
}

/// Comparisons, the longer ones first, as filters write them around a name: `EndTime>=`.
const COMPARISONS: &[(&str, &str)] = &[
    ("<=", "lte"),
    (">=", "gte"),
    ("!=", "ne"),
    ("<>", "ne"),
    ("==", "eq"),
    ("<", "lt"),
    (">", "gt"),
    ("=", "eq"),
];

/// Spells out a comparison in front of a name or behind it. Brackets such as those of `Page<Pet>` are none.
fn with_comparison(text: &str) -> Option<String> {
    let has_name = |rest: &str| {
        rest.contains(|c: char| c.is_ascii_alphanumeric()) && !rest.contains(['<', '>'])
    };
    COMPARISONS.iter().find_map(|(sign, name)| {
        let behind = text.strip_suffix(sign).filter(|rest| has_name(rest));
        let in_front = || text.strip_prefix(sign).filter(|rest| has_name(rest));
        let behind = behind.map(|rest| format!("{rest} {name}"));
        behind.or_else(|| in_front().map(|rest| format!("{name} {rest}")))
    })
}

/// Spells out significant signs: comparisons, `+` anywhere, `-` in front. A `-` elsewhere separates words.
fn with_signs(text: &str) -> String {
    let text = with_comparison(text).unwrap_or_else(|| text.to_owned());
    let text = text.replace('+', " plus ");
    match text.strip_prefix('-') {
        Some(rest) if rest.contains(|c: char| c.is_ascii_alphanumeric()) => format!("minus {rest}"),
        _ => text,
    }
}

/// The names of characters that are neither letters nor digits, one by one.
fn spelled(text: &str) -> Vec<String> {
    text.chars()
        .map(|symbol| symbol::name(symbol).to_owned())
        .collect()
}
