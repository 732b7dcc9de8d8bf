//! Random patterns over a small alphabet, rich in anchors, looks and repeats.

use workspace_tests::strings::Random;

/// A word character, another, and one that is none.
const ALPHABET: [&str; 3] = ["a", "b", "-"];

/// `count` patterns, the same each time.
pub(crate) fn patterns(count: usize) -> impl Iterator<Item = String> {
    let mut random = Random::new(1);
    (0..count).map(move |_| {
        let body = disjunction(&mut random, 4);
        // Half of them have to match the whole text, which tells more apart.
        if random.below(2) == 0 {
            format!("^(?:{body})$")
        } else {
            body
        }
    })
}

/// All texts over the alphabet of at most `length` characters.
pub(crate) fn texts(length: usize) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut done = 0;
    for _ in 0..length {
        let longer: Vec<String> = texts[done..]
            .iter()
            .flat_map(|text| ALPHABET.map(|character| format!("{text}{character}")))
            .collect();
        done = texts.len();
        texts.extend(longer);
    }
    texts
}

fn disjunction(random: &mut Random, depth: usize) -> String {
    let alternatives = if random.below(3) == 0 { 2 } else { 1 };
    let alternatives: Vec<String> = (0..alternatives)
        .map(|_| (0..random.below(4)).map(|_| term(random, depth)).collect())
        .collect();
    alternatives.join("|")
}

fn term(random: &mut Random, depth: usize) -> String {
    let character = random.pick(&ALPHABET).unwrap_or_default();
    let nested = depth.checked_sub(1);
    let atom = match (random.below(14), nested) {
        (0 | 1, Some(depth)) => format!("(?:{})", disjunction(random, depth)),
        (2 | 3, Some(depth)) => {
            let look = random.pick(&["?=", "?!", "?<=", "?<!"]).unwrap_or_default();
            return format!("({look}{})", disjunction(random, depth));
        }
        (4, _) => return random.pick(&["^", "$"]).unwrap_or_default().to_owned(),
        (5, _) => return random.pick(&[r"\b", r"\B"]).unwrap_or_default().to_owned(),
        (6, _) => format!("[^{character}]"),
        (7, _) => random
            .pick(&[r"\w", r"\W", ".", "[ab]"])
            .unwrap_or_default()
            .to_owned(),
        _ => character.to_owned(),
    };
    let quantifier = match random.below(8) {
        0 => "*",
        1 => "+",
        2 => "?",
        3 => random
            .pick(&["{2}", "{1,2}", "{2,}", "*?", "{0}"])
            .unwrap_or_default(),
        _ => "",
    };
    atom + quantifier
}
