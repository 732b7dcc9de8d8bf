//! What of a look tells a variant from others.

use super::look::add;
use super::{ObjectTest, Test, overlap};

/// The tests of the variant at `index` without what tells it from no other.
pub(super) fn tests(all: &[Vec<Test>], index: usize) -> Vec<Test> {
    let others: Vec<&Test> = (0..)
        .zip(all)
        .filter(|(other, _)| *other != index)
        .flat_map(|(_, tests)| tests)
        .collect();
    let mut focused = Vec::new();
    for test in &all[index] {
        add(&mut focused, focused_on(test, &others));
    }
    focused
}

fn focused_on(test: &Test, others: &[&Test]) -> Test {
    let rivals = || {
        others
            .iter()
            .filter(|other| overlap::same_type(test, other))
    };
    match test {
        Test::Constant(_) if rivals().next().is_none() => Test::Boolean,
        Test::Integer(_) if rivals().next().is_none() => Test::Integer(Vec::new()),
        Test::Text(_) if rivals().next().is_none() => Test::Text(Vec::new()),
        Test::List(_) if rivals().next().is_none() => Test::List(Vec::new()),
        Test::List(items) => Test::List(items.iter().map(|item| focused_on(item, &[])).collect()),
        Test::Object(object) => {
            let own = with_constants(object);
            let is_rival = |other: &&ObjectTest| !overlap::exclude(&own, &with_constants(other));
            let rivals = others.iter().copied().filter_map(as_object);
            let rivals: Vec<_> = rivals.filter(is_rival).collect();
            Test::Object(ObjectTest {
                keys: object.keys.clone(),
                values: focused_values(object, &rivals),
            })
        }
        _ => test.clone(),
    }
}

/// Constants, and what differs from a rival.
fn focused_values(object: &ObjectTest, rivals: &[&ObjectTest]) -> Vec<(String, Vec<Test>)> {
    let mut focused = Vec::new();
    for (key, tests) in &object.values {
        let differing: Vec<_> = rivals
            .iter()
            .filter_map(|rival| rival.value(key))
            .filter(|rival| overlap::differ(tests, rival))
            .collect();
        if is_constant(tests) {
            focused.push((key.clone(), tests.clone()));
        } else if !differing.is_empty() {
            focused.push((key.clone(), focused_value(tests, &differing)));
        }
    }
    focused
}

/// What is always asked for.
fn with_constants(object: &ObjectTest) -> ObjectTest {
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

/// The JSON types where they tell the value from those of all rivals, else what an enum lists, and the same of an
/// object's keys.
fn focused_value(tests: &[Test], rivals: &[&[Test]]) -> Vec<Test> {
    let bare: Vec<Test> = tests.iter().map(|test| focused_on(test, &[])).collect();
    let bare: Vec<Test> = bare.into_iter().map(without_keys).collect();
    if rivals.iter().all(|rival| overlap::differ(&bare, rival)) {
        return bare;
    }
    let objects: Vec<&ObjectTest> = rivals
        .iter()
        .copied()
        .flatten()
        .filter_map(as_object)
        .collect();
    let focused = tests.iter().map(|test| match test {
        Test::Object(object) => {
            let values = focused_values(object, &objects);
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

fn as_object(test: &Test) -> Option<&ObjectTest> {
    match test {
        Test::Object(object) => Some(object),
        _ => None,
    }
}
