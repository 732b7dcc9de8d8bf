//! Derives the complete tests of a type.

use std::collections::BTreeSet;

use super::{ObjectTest, Test};
use crate::ir::{
    Enum, EnumValues, Literal, Primitive, Property, Scalar, Shape, Struct, TaggedVariant, TypeRef,
    TypeTable, Variant, VariantForm, Variants,
};

/// The maximum number of tests of a variant; nested unions have many.
const TESTS: usize = 64;

/// The tests for a type that is a variant.
pub(super) fn of_variant(types: &TypeTable, variant: &Variant) -> Vec<Test> {
    let mut tests = Vec::new();
    let seen = &mut BTreeSet::new();
    self::variant(types, variant, Depth::Variant, seen, &mut tests);
    few(tests)
}

/// The depth of a test.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// A value of the union.
    Variant,
    /// An item of an array.
    Item,
    /// The value of a key.
    Value,
    /// The value of a nested key: only its JSON type and the values of an enum.
    Inner,
}

impl Depth {
    /// That of the values of an object's keys, if they count.
    fn below(self) -> Option<Self> {
        match self {
            Self::Variant | Self::Item => Some(Self::Value),
            Self::Value => Some(Self::Inner),
            Self::Inner => None,
        }
    }
}

fn of_type(types: &TypeTable, ty: &TypeRef, depth: Depth) -> Vec<Test> {
    let mut tests = Vec::new();
    collect(types, ty, depth, &mut BTreeSet::new(), &mut tests);
    few(tests)
}

fn few(tests: Vec<Test>) -> Vec<Test> {
    if tests.len() > TESTS {
        return vec![Test::Any];
    }
    tests
}

fn variant(
    types: &TypeTable,
    variant: &Variant,
    depth: Depth,
    seen: &mut BTreeSet<usize>,
    tests: &mut Vec<Test>,
) {
    match &variant.form {
        VariantForm::Plain => collect(types, &variant.ty, depth, seen, tests),
        VariantForm::Constant(text) => add(tests, Test::Text(vec![text.clone()])),
        VariantForm::Keyed(key) => {
            let object = depth.below().map(|depth| ObjectTest {
                keys: vec![key.clone()],
                values: vec![(key.clone(), of_type(types, &variant.ty, depth))],
            });
            add(tests, Test::Object(object.unwrap_or_default()));
        }
    }
}

fn collect(
    types: &TypeTable,
    ty: &TypeRef,
    depth: Depth,
    seen: &mut BTreeSet<usize>,
    tests: &mut Vec<Test>,
) {
    match ty {
        TypeRef::Any => add(tests, Test::Any),
        TypeRef::Primitive(Primitive::Bool) => add(tests, Test::Boolean),
        TypeRef::Primitive(Primitive::Integer(_)) => add(tests, Test::Integer(Vec::new())),
        TypeRef::Primitive(Primitive::Number(_)) => add(tests, Test::Number),
        // A file is only sent; as a response it would be text.
        TypeRef::Primitive(Primitive::String(_) | Primitive::File) => {
            add(tests, Test::Text(Vec::new()));
        }
        TypeRef::List(item) => {
            let mut items = match depth {
                Depth::Variant => of_type(types, item, Depth::Item),
                Depth::Item | Depth::Value | Depth::Inner => Vec::new(),
            };
            if items.contains(&Test::Any) {
                items.clear();
            }
            add(tests, Test::List(items));
        }
        // Lengths and nested items are ignored.
        TypeRef::Tuple(_) => add(tests, Test::List(Vec::new())),
        TypeRef::Map(_) => add(tests, Test::Object(ObjectTest::default())),
        TypeRef::Nullable(inner) => {
            add(tests, Test::Null);
            collect(types, inner, depth, seen, tests);
        }
        TypeRef::Named(id) => {
            // What is met again on the way adds nothing.
            if seen.insert(id.index()) && tests.len() <= TESTS {
                shape(types, &types.get(*id).shape, depth, seen, tests);
            }
        }
    }
}

fn shape(
    types: &TypeTable,
    shape: &Shape,
    depth: Depth,
    seen: &mut BTreeSet<usize>,
    tests: &mut Vec<Test>,
) {
    match shape {
        Shape::Struct(object) => add(tests, Test::Object(object_test(types, object, depth))),
        Shape::Enum(Enum { values }) => add(
            tests,
            match values {
                EnumValues::Strings(listed) => {
                    Test::Text(listed.iter().map(|it| it.value.clone()).collect())
                }
                EnumValues::Integers(_, listed) => {
                    Test::Integer(listed.iter().map(|it| it.value).collect())
                }
            },
        ),
        Shape::Scalar(Scalar::Text(..)) => add(tests, Test::Text(Vec::new())),
        Shape::Scalar(Scalar::Integer(..)) => add(tests, Test::Integer(Vec::new())),
        Shape::Alias(target) => collect(types, target, depth, seen, tests),
        Shape::Union(union) => match &union.variants {
            Variants::Untagged(variants) => {
                for variant in variants {
                    self::variant(types, variant, depth, seen, tests);
                }
            }
            // The outer union does not know unlisted tags.
            Variants::Tagged(discriminator, variants) => {
                let tags = variants.iter().flat_map(TaggedVariant::tags);
                let tags = tags.cloned().collect();
                let key = discriminator.property.clone();
                let values = match depth {
                    Depth::Inner => Vec::new(),
                    _ => vec![(key.clone(), vec![Test::Text(tags)])],
                };
                let keys = vec![key];
                add(tests, Test::Object(ObjectTest { keys, values }));
            }
        },
    }
}

/// Adds a test if it is new.
pub(super) fn add(tests: &mut Vec<Test>, test: Test) {
    if !tests.contains(&test) {
        tests.push(test);
    }
}

fn object_test(types: &TypeTable, object: &Struct, depth: Depth) -> ObjectTest {
    let Some(depth) = depth.below() else {
        return ObjectTest::default();
    };
    let required = object.properties.iter().filter(|it| it.required);
    let values = object.properties.iter().map(|property| {
        let tests = value_tests(types, property, depth);
        (property.name.clone(), tests)
    });
    let constants = object.constants.iter();
    let constant_values = constants
        .clone()
        .map(|it| (it.name.clone(), vec![only(&it.value)]));
    ObjectTest {
        keys: constants
            .map(|constant| constant.name.clone())
            .chain(required.map(|property| property.name.clone()))
            .collect(),
        values: constant_values.chain(values).collect(),
    }
}

/// The test for a constant.
fn only(value: &Literal) -> Test {
    match value {
        Literal::String(text) => Test::Text(vec![text.clone()]),
        Literal::Bool(value) => Test::Constant(*value),
        Literal::Integer(value) => Test::Integer(i64::try_from(*value).into_iter().collect()),
        Literal::Number(_) => Test::Number,
        Literal::Null | Literal::Json(_) => Test::Any,
    }
}

fn value_tests(types: &TypeTable, property: &Property, depth: Depth) -> Vec<Test> {
    let mut tests = match &property.constant {
        Some(constant) => vec![only(constant)],
        None => of_type(types, &property.ty, depth),
    };
    // Servers send null for missing values.
    if !property.required {
        add(&mut tests, Test::Null);
    }
    tests
}
