//! Tests that the index finds the same overlaps as a comparison of all pairs.

use super::overlap::{Overlaps, differ, excludes, overlap, overlaps, same_type};
use super::{ObjectTest, Test, focus};
use crate::ir::UnionKind;

/// Random numbers, the same in each run.
struct Random(u64);

impl Random {
    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % end
    }

    fn list<T>(&mut self, least: usize, end: usize, make: impl Fn(&mut Self) -> T) -> Vec<T> {
        let count = least + self.below(end - least);
        (0..count).map(|_| make(self)).collect()
    }

    fn text(&mut self) -> String {
        ["a", "b", "c", "d"][self.below(4)].to_owned()
    }

    /// A test as it is made for a type, objects only if `depth` is not zero.
    fn test(&mut self, depth: usize) -> Test {
        match self.below(if depth == 0 { 8 } else { 16 }) {
            0 if self.below(4) == 0 => Test::Any,
            0 | 1 => Test::Boolean,
            2 => Test::Constant(self.below(2) == 0),
            3 => Test::Integer(self.list(0, 3, |it| i64::from(it.below(3) == 0))),
            4 => Test::Number,
            5 if depth > 1 => Test::List(self.list(0, 3, |it| it.test(0))),
            5 | 6 => Test::Text(Vec::new()),
            7 => Test::Text(self.list(1, 3, Self::text)),
            _ => Test::Object(self.object(depth - 1)),
        }
    }

    fn object(&mut self, depth: usize) -> ObjectTest {
        let mut values: Vec<(String, Vec<Test>)> = Vec::new();
        for key in ["kind", "a", "b", "c"] {
            if self.below(3) > 0 {
                let mut tests = match self.below(3) {
                    0 => vec![Test::Text(vec![self.text()])],
                    _ => self.list(1, 3, |it| it.test(depth)),
                };
                if self.below(3) == 0 {
                    tests.push(Test::Null);
                }
                values.push((key.to_owned(), tests));
            }
        }
        let mut keys: Vec<String> = values.iter().map(|(key, _)| key.clone()).collect();
        keys.retain(|_| self.below(3) > 0);
        ObjectTest { keys, values }
    }

    fn union(&mut self) -> Vec<Vec<Test>> {
        let size = [4, 12][self.below(2)];
        let mut union = self.list(1, size, |it| it.list(1, 3, |it| it.test(2)));
        for _ in 0..self.below(3) {
            union.push(union[self.below(union.len())].clone());
        }
        union
    }
}

/// The definition of [`overlaps`].
fn overlaps_in_pairs(variants: &[Vec<Test>], kind: UnionKind) -> Vec<Overlaps> {
    let mut found = vec![Overlaps::default(); variants.len()];
    for (later, tests) in variants.iter().enumerate() {
        for (earlier, others) in variants[..later].iter().enumerate() {
            if let Some(at) = overlap(others, tests, kind) {
                found[earlier].is_any = true;
                found[later].is_any = true;
                found[later].earlier.get_or_insert((earlier, at));
            }
        }
    }
    found
}

/// The definition of [`focus::tests`].
fn focused_in_pairs(all: &[Vec<Test>], place: usize) -> Vec<Test> {
    let others = all.iter().enumerate().filter(|(other, _)| *other != place);
    let others: Vec<&Test> = others.flat_map(|(_, tests)| tests).collect();
    let mut focused = Vec::new();
    for test in &all[place] {
        super::look::add(&mut focused, focused_test(test, &others));
    }
    focused
}

fn focused_test(test: &Test, others: &[&Test]) -> Test {
    let is_alone = !others.iter().any(|other| same_type(test, other));
    match test {
        Test::Constant(_) if is_alone => Test::Boolean,
        Test::Integer(_) if is_alone => Test::Integer(Vec::new()),
        Test::Text(_) if is_alone => Test::Text(Vec::new()),
        Test::List(_) if is_alone => Test::List(Vec::new()),
        Test::List(items) => Test::List(items.iter().map(|it| focused_test(it, &[])).collect()),
        Test::Object(object) => {
            let own = Test::Object(constants(object));
            let rivals = others.iter().filter_map(|other| object_of(other));
            let rivals = rivals.filter(|rival| !excludes(&own, &Test::Object(constants(rival))));
            let rivals: Vec<_> = rivals.collect();
            Test::Object(ObjectTest {
                keys: object.keys.clone(),
                values: focused_values(object, &rivals),
            })
        }
        test => test.clone(),
    }
}

fn focused_values(object: &ObjectTest, rivals: &[&ObjectTest]) -> Vec<(String, Vec<Test>)> {
    let mut focused = Vec::new();
    for (key, tests) in &object.values {
        let rivals = rivals.iter().filter_map(|rival| rival.value(key));
        let rivals: Vec<_> = rivals.filter(|rival| differ(tests, rival)).collect();
        if is_constant(tests) {
            focused.push((key.clone(), tests.clone()));
        } else if !rivals.is_empty() {
            focused.push((key.clone(), focused_value(tests, &rivals)));
        }
    }
    focused
}

fn focused_value(tests: &[Test], rivals: &[&[Test]]) -> Vec<Test> {
    let bare = tests.iter().map(|test| match focused_test(test, &[]) {
        Test::Object(_) => Test::Object(ObjectTest::default()),
        test => test,
    });
    let bare: Vec<_> = bare.collect();
    if rivals.iter().all(|rival| differ(&bare, rival)) {
        return bare;
    }
    let objects: Vec<_> = rivals
        .iter()
        .copied()
        .flatten()
        .filter_map(object_of)
        .collect();
    let focused = tests.iter().map(|test| match test {
        Test::Object(object) => {
            let values = focused_values(object, &objects);
            let mut keys = object.keys.clone();
            keys.retain(|key| values.iter().any(|(tested, _)| tested == key));
            Test::Object(ObjectTest { keys, values })
        }
        test => test.clone(),
    });
    focused.collect()
}

fn constants(object: &ObjectTest) -> ObjectTest {
    let mut constants = object.clone();
    constants.values.retain(|(_, tests)| is_constant(tests));
    constants
}

fn is_constant(tests: &[Test]) -> bool {
    let mut values = tests.iter().filter(|test| **test != Test::Null);
    values.next().is_some_and(Test::is_constant) && values.next().is_none()
}

fn object_of(test: &Test) -> Option<&ObjectTest> {
    match test {
        Test::Object(object) => Some(object),
        _ => None,
    }
}

#[test]
fn random_unions_are_compared_as_in_pairs() {
    let mut random = Random(12);
    let (mut met, mut apart) = (0, 0);
    for _ in 0..2_000 {
        let union = random.union();
        let focused = focus::tests(&union);
        for (place, tests) in focused.iter().enumerate() {
            assert_eq!(
                *tests,
                focused_in_pairs(&union, place),
                "{place} of {union:#?}"
            );
        }
        for (variants, kind) in [
            (&focused, UnionKind::OneOf),
            (&focused, UnionKind::AnyOf),
            (&union, UnionKind::OneOf),
            (&union, UnionKind::AnyOf),
        ] {
            let found = overlaps(variants, kind);
            assert_eq!(found, overlaps_in_pairs(variants, kind), "{variants:#?}");
            let count = found.iter().filter(|it| it.is_any).count();
            met += count;
            apart += found.len() - count;
        }
    }
    assert!(met > 1_000 && apart > 1_000, "{met} {apart}");
}
