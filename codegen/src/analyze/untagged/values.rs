//! The values of properties that the objects of a union have.

use std::collections::BTreeMap;

use super::{ObjectTest, Test};

/// By key, the tests of values that objects have.
pub(super) struct Values<'t>(BTreeMap<&'t str, Property<'t>>);

/// The tests of the values of one key.
#[derive(Default)]
struct Property<'t> {
    /// Each once.
    held: Vec<Held<'t>>,
    /// For a string or a number that most tests list, the places of those that do not.
    unlisted: BTreeMap<Listed<'t>, Vec<usize>>,
}

/// The tests of a value, and the objects that have it: the places of the variant and of the object in it.
pub(super) type Held<'t> = (&'t [Test], Vec<(usize, usize)>);

/// A value of an enum.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Listed<'t> {
    Integer(i64),
    Text(&'t str),
}

impl<'t> Values<'t> {
    pub(super) fn new(all: &'t [Vec<Test>]) -> Self {
        let mut places: BTreeMap<(&str, &[Test]), usize> = BTreeMap::new();
        let mut values: BTreeMap<&str, Property<'_>> = BTreeMap::new();
        for (place, at, object) in objects(all) {
            for (key, tests) in &object.values {
                let held = &mut values.entry(key).or_default().held;
                let found = *places.entry((key, tests)).or_insert(held.len());
                if found == held.len() {
                    held.push((tests, Vec::new()));
                }
                held[found].1.push((place, at));
            }
        }
        for property in values.values_mut() {
            property.unlisted = unlisted(&property.held);
        }
        Self(values)
    }

    /// The tests of a key among which all are that have no value in common with `tests`.
    pub(super) fn perhaps_different(
        &self,
        key: &str,
        tests: &'t [Test],
    ) -> Box<dyn Iterator<Item = &Held<'t>> + '_> {
        let Some(property) = self.0.get(key) else {
            return Box::new(std::iter::empty());
        };
        let without = listed(tests).filter_map(|value| property.unlisted.get(&value));
        match without.min_by_key(|places| places.len()) {
            Some(places) => Box::new(places.iter().map(|place| &property.held[*place])),
            None => Box::new(property.held.iter()),
        }
    }
}

/// By value that most tests list, the places of the others. There are few such values, as tests have few on average.
fn unlisted<'t>(held: &[Held<'t>]) -> BTreeMap<Listed<'t>, Vec<usize>> {
    let mut places: BTreeMap<Listed<'_>, Vec<usize>> = BTreeMap::new();
    for (place, (tests, _)) in held.iter().enumerate() {
        for value in listed(tests) {
            places.entry(value).or_default().push(place);
        }
    }
    places.retain(|_, places| places.len() > held.len() / 2);
    for places in places.values_mut() {
        let mut listing = std::mem::take(places).into_iter().peekable();
        places.extend((0..held.len()).filter(|place| listing.next_if_eq(place).is_none()));
    }
    places
}

/// The values that enums among tests list.
fn listed(tests: &[Test]) -> impl Iterator<Item = Listed<'_>> {
    tests.iter().flat_map(|test| {
        let (whole, strings): (&[i64], &[String]) = match test {
            Test::Integer(values) => (values, &[]),
            Test::Text(values) => (&[], values),
            _ => (&[], &[]),
        };
        let numbers = whole.iter().map(|value| Listed::Integer(*value));
        numbers.chain(strings.iter().map(|value| Listed::Text(value)))
    })
}

/// Every object with the places of its variant and of the object in it.
fn objects(all: &[Vec<Test>]) -> impl Iterator<Item = (usize, usize, &ObjectTest)> {
    let variants = all.iter().enumerate();
    variants.flat_map(|(place, tests)| {
        let tests = tests.iter().enumerate();
        tests.filter_map(move |(at, test)| Some((place, at, test.as_object()?)))
    })
}
