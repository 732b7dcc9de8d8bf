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
            let rivals: Vec<&ObjectTest> = rivals()
                .filter_map(|other| match other {
                    Test::Object(object) => Some(object),
                    _ => None,
                })
                .collect();
            Test::Object(ObjectTest {
                keys: object.keys.clone(),
                values: focused_values(object, &rivals),
            })
        }
        _ => test.clone(),
    }
}

/// Constants of required keys, and what differs from a rival.
fn focused_values(object: &ObjectTest, rivals: &[&ObjectTest]) -> Vec<(String, Vec<Test>)> {
    let mut focused = Vec::new();
    for (key, tests) in &object.values {
        let is_constant = object.keys.contains(key) && tests.iter().all(Test::is_constant);
        let differing: Vec<_> = rivals
            .iter()
            .filter_map(|rival| rival.values.iter().find(|(other, _)| other == key))
            .filter(|(_, other)| overlap::disjoint(tests, other))
            .collect();
        let bare: Vec<Test> = tests.iter().map(|test| focused_on(test, &[])).collect();
        let suffices = |(_, other): &&(String, Vec<Test>)| overlap::disjoint(&bare, other);
        if is_constant {
            focused.push((key.clone(), tests.clone()));
        } else if !differing.is_empty() {
            let bare_suffices = differing.iter().all(suffices);
            focused.push((
                key.clone(),
                if bare_suffices { bare } else { tests.clone() },
            ));
        }
    }
    focused
}
