//! Reduces tests to the parts that separate variants.

use super::candidates::{Candidates, Index};
use super::look::add;
use super::values::Values;
use super::{ObjectTest, Test, overlap};

/// By variant, its tests without parts that separate it from no other.
pub(super) fn tests(all: &[Vec<Test>]) -> Vec<Vec<Test>> {
    let constant: Vec<_> = all.iter().map(|tests| with_constants(tests)).collect();
    let others = Others {
        index: Index::new(&constant),
        values: Values::new(all),
        all,
        constant: &constant,
    };
    let of_variant = |place: usize| {
        let mut focused = Vec::new();
        for at in 0..all[place].len() {
            add(&mut focused, others.focused(place, at));
        }
        focused
    };
    (0..all.len()).map(of_variant).collect()
}

/// The variants of a union, as the others of each of them.
struct Others<'t> {
    all: &'t [Vec<Test>],
    /// The same, reduced to the parts that are always checked.
    constant: &'t [Vec<Test>],
    /// Of these.
    index: Index<'t>,
    values: Values<'t>,
}

impl<'t> Others<'t> {
    /// The test of a variant without parts that separate it from no other.
    fn focused(&self, place: usize, at: usize) -> Test {
        match &self.all[place][at] {
            Test::Object(object) => Test::Object(ObjectTest {
                keys: object.keys.clone(),
                values: self.focused_values(place, at, object),
            }),
            test if !self.has_rival(place, test) => alone(test),
            Test::List(items) => Test::List(items.iter().map(alone).collect()),
            test => test.clone(),
        }
    }

    /// Whether another variant has values of the same JSON type.
    fn has_rival(&self, place: usize, test: &Test) -> bool {
        let is_rival = |other: usize| {
            let mut tests = self.all[other].iter();
            tests.any(|other| overlap::same_type(test, other))
        };
        let candidates = self.index.same_type(test);
        candidates.first_before(place, is_rival).is_some()
            || candidates.any_behind(place, self.all.len(), is_rival)
    }

    /// The constants, and the parts that differ from another variant.
    fn focused_values(
        &self,
        place: usize,
        at: usize,
        object: &'t ObjectTest,
    ) -> Vec<(String, Vec<Test>)> {
        let own = &self.constant[place][at];
        match self.index.not_excluded(std::slice::from_ref(own)) {
            Candidates::Some(lists) if lists.iter().all(|list| list.len() < self.all.len() / 2) => {
                let others = lists.into_iter().flatten().filter(|other| **other != place);
                let objects = others.flat_map(|other| {
                    let tests = self.all[*other].iter().zip(&self.constant[*other]);
                    let rivals = tests.filter(|(_, constant)| !overlap::excludes(own, constant));
                    rivals.filter_map(|(test, _)| test.as_object())
                });
                let rivals: Vec<_> = objects.collect();
                focused_values(object, &|key| {
                    let rivals = rivals.iter().filter_map(|rival| rival.value(key));
                    Box::new(rivals)
                })
            }
            _ => focused_values(object, &|key| {
                let is_rival = |(other, at): &(usize, usize)| {
                    *other != place && !overlap::excludes(own, &self.constant[*other][*at])
                };
                let tests = object.value(key).unwrap_or_default();
                let rivals = self.values.perhaps_different(key, tests);
                let rivals = rivals.filter(move |(_, holders)| holders.iter().any(is_rival));
                Box::new(rivals.map(|(tests, _)| *tests))
            }),
        }
    }
}

/// A test that nothing else is of the JSON type of: the JSON type, the keys and the constants of objects.
fn alone(test: &Test) -> Test {
    match test {
        Test::Constant(_) => Test::Boolean,
        Test::Integer(_) => Test::Integer(Vec::new()),
        Test::Text(_) => Test::Text(Vec::new()),
        Test::List(_) => Test::List(Vec::new()),
        Test::Object(object) => Test::Object(constants_of(object)),
        test => test.clone(),
    }
}

/// The constants, and the parts that differ from one of `rivals`, which returns their tests of a key.
fn focused_values<'t, 'r>(
    object: &'t ObjectTest,
    rivals: &dyn Fn(&'t str) -> Box<dyn Iterator<Item = &'r [Test]> + 'r>,
) -> Vec<(String, Vec<Test>)> {
    let focused = object.values.iter().filter_map(|(key, tests)| {
        if is_constant(tests) {
            return Some((key.clone(), tests.clone()));
        }
        let mut differing = rivals(key).filter(|rival| overlap::differ(tests, rival));
        let first = differing.next()?;
        let focused = focused_value(tests, std::iter::once(first).chain(differing));
        Some((key.clone(), focused))
    });
    focused.collect()
}

/// The part of each object's test that is always checked.
fn with_constants(tests: &[Test]) -> Vec<Test> {
    let with_constants = |test: &Test| match test {
        Test::Object(object) => Test::Object(constants_of(object)),
        test => test.clone(),
    };
    tests.iter().map(with_constants).collect()
}

/// The part of a test that is always checked.
fn constants_of(object: &ObjectTest) -> ObjectTest {
    let constants = object.values.iter().filter(|(_, tests)| is_constant(tests));
    ObjectTest {
        keys: object.keys.clone(),
        values: constants.cloned().collect(),
    }
}

/// Whether there is one value, or it is missing.
fn is_constant(tests: &[Test]) -> bool {
    let mut values = tests.iter().filter(|test| **test != Test::Null);
    values.next().is_some_and(Test::is_constant) && values.next().is_none()
}

/// The JSON types if they separate the value from those of all rivals, else the values of an enum, and the same of an
/// object's keys.
fn focused_value<'r>(tests: &[Test], mut rivals: impl Iterator<Item = &'r [Test]>) -> Vec<Test> {
    let bare: Vec<Test> = tests.iter().map(alone).map(without_keys).collect();
    if !tests.iter().any(|test| test.as_object().is_some()) {
        // One rival decides.
        let is_enough = rivals.all(|rival| overlap::differ(&bare, rival));
        return if is_enough { bare } else { tests.to_vec() };
    }
    let rivals: Vec<&[Test]> = rivals.collect();
    if rivals.iter().all(|rival| overlap::differ(&bare, rival)) {
        return bare;
    }
    let objects: Vec<_> = rivals
        .into_iter()
        .flatten()
        .filter_map(Test::as_object)
        .collect();
    let focused = tests.iter().map(|test| match test {
        Test::Object(object) => {
            let values = focused_values(object, &|key| {
                Box::new(objects.iter().filter_map(|rival| rival.value(key)))
            });
            let is_tested = |key: &&String| values.iter().any(|(tested, _)| tested == *key);
            let keys = object.keys.iter().filter(is_tested).cloned().collect();
            Test::Object(ObjectTest { keys, values })
        }
        test => test.clone(),
    });
    focused.collect()
}

fn without_keys(test: Test) -> Test {
    match test {
        Test::Object(_) => Test::Object(ObjectTest::default()),
        test => test,
    }
}
