use super::{ObjectTest, Test, VariantFacts};
use crate::analyze::analyze;
use crate::diagnostic::Sink;
use crate::ir::{Literal, Property, Status, TypeId, TypeRef, UnionKind};
use crate::sample::{
    BOOL, Build, TEXT, Types, api, list, nullable, object, operation, property, required, strings,
    union, untagged,
};

/// The facts about the variants of a received union, and the findings.
fn facts(
    mut types: Types,
    kind: UnionKind,
    variants: Vec<TypeRef>,
) -> (Vec<VariantFacts>, Vec<String>) {
    let it = TypeRef::Named(types.add("It", untagged(kind, variants)));
    let call = operation("call", "/call").answers(Status::Code(200), it);
    let mut sink = Sink::default();
    let facts = analyze(&api(types, vec![call]), &mut sink);
    let variants = facts.types.into_iter().last().unwrap_or_default().variants;
    let messages = sink.into_vec().into_iter().map(|finding| finding.message);
    (variants, messages.collect())
}

fn tests(types: Types, variants: Vec<TypeRef>) -> Vec<Vec<Test>> {
    let (facts, _) = facts(types, UnionKind::OneOf, variants);
    facts.into_iter().map(|variant| variant.tests).collect()
}

fn findings(types: Types, kind: UnionKind, variants: &[TypeId]) -> Vec<String> {
    let variants = variants.iter().map(|id| TypeRef::Named(*id)).collect();
    facts(types, kind, variants).1
}

fn texts(values: &[&str]) -> Test {
    Test::Text(values.iter().map(|value| (*value).to_owned()).collect())
}

fn with_keys(keys: &[&str]) -> ObjectTest {
    ObjectTest {
        keys: keys.iter().map(|key| (*key).to_owned()).collect(),
        values: Vec::new(),
    }
}

fn constant(name: &str, value: bool) -> Property {
    Property {
        constant: Some(Literal::Bool(value)),
        ..required(name, BOOL)
    }
}

#[test]
fn an_enum_is_open_unless_another_variant_takes_strings() {
    let mut types = Types::default();
    let level = TypeRef::Named(types.add("Level", strings(&["low", "high"])));
    let alone = tests(Types(types.0.clone()), vec![level.clone(), BOOL]);
    assert_eq!(alone, [vec![texts(&[])], vec![Test::Boolean]]);
    let beside_text = tests(types, vec![level, TEXT]);
    assert_eq!(
        beside_text,
        [vec![texts(&["low", "high"])], vec![texts(&[])]]
    );
}

#[test]
fn constants_and_required_keys_are_asked_for_and_other_values_where_they_differ() {
    let mut types = Types::default();
    let level = TypeRef::Named(types.add("Level", strings(&["low", "high"])));
    let kind = TypeRef::Named(types.add("Kind", strings(&["cat"])));
    let fields = vec![
        required("kind", kind),
        required("level", level),
        property("a", TEXT),
    ];
    let cat = TypeRef::Named(types.add("Cat", object(fields)));
    let dog = object(vec![constant("barks", true), property("a", BOOL)]);
    let dog = TypeRef::Named(types.add("Dog", dog));
    let mut object = with_keys(&["kind", "level"]);
    object
        .values
        .push(("kind".to_owned(), vec![texts(&["cat"])]));
    let alone = tests(Types(types.0.clone()), vec![cat.clone(), TEXT]);
    assert_eq!(alone[0], [Test::Object(object.clone())]);
    let mut other = with_keys(&["barks"]);
    let barks = ("barks".to_owned(), vec![Test::Constant(true)]);
    other.values.push(barks);
    let both = tests(types, vec![cat, dog]);
    let a = |test| ("a".to_owned(), vec![test, Test::Null]);
    object.values.push(a(texts(&[])));
    other.values.push(a(Test::Boolean));
    assert_eq!(both, [[Test::Object(object)], [Test::Object(other)]]);
}

#[test]
fn a_nested_union_has_the_tests_of_its_variants() {
    let mut types = Types::default();
    let cat = types.add("Cat", object(vec![]));
    let tagged = TypeRef::Named(types.add("Tagged", union("kind", None, &[("cat", cat)])));
    let inner = untagged(UnionKind::OneOf, vec![TEXT, nullable(BOOL)]);
    let inner = TypeRef::Named(types.add("Inner", inner));
    let mut object = with_keys(&["kind"]);
    object
        .values
        .push(("kind".to_owned(), vec![texts(&["cat"])]));
    assert_eq!(
        tests(types, vec![tagged, inner, list(TEXT)]),
        [
            vec![Test::Object(object)],
            vec![texts(&[]), Test::Null, Test::Boolean],
            vec![Test::List(Vec::new())],
        ]
    );
}

#[test]
fn a_union_of_itself_has_an_end() {
    let mut types = Types::default();
    let own = types.add("Own", object(vec![]));
    let lists = list(TypeRef::Named(own));
    types.set(own, untagged(UnionKind::OneOf, vec![TEXT, lists]));
    let found = tests(types, vec![TypeRef::Named(own), list(BOOL)]);
    let items = vec![texts(&[]), Test::List(Vec::new())];
    assert_eq!(found[0], [texts(&[]), Test::List(items)]);
    assert_eq!(found[1], [Test::List(vec![Test::Boolean])]);
}

#[test]
fn more_required_keys_are_more_specific() {
    let mut types = Types::default();
    let base = types.add("Base", object(vec![required("id", TEXT)]));
    let full = object(vec![required("id", TEXT), required("size", TEXT)]);
    let full = types.add("Full", full);
    assert!(findings(types, UnionKind::AnyOf, &[base, full]).is_empty());
}

#[test]
fn objects_that_require_other_keys_may_be_both_in_an_any_of_alone() {
    let mut types = Types::default();
    let cat = types.add("Cat", object(vec![required("purrs", BOOL)]));
    let dog = types.add("Dog", object(vec![required("barks", BOOL)]));
    let either = findings(Types(types.0.clone()), UnionKind::OneOf, &[cat, dog]);
    assert!(either.is_empty(), "{either:?}");
    assert_eq!(
        findings(types, UnionKind::AnyOf, &[cat, dog]),
        ["`Cat` and `Dog` are ambiguous: an object with `purrs` and `barks` matches both"]
    );
}

#[test]
fn values_of_a_required_key_separate_objects() {
    let mut types = Types::default();
    let gone = types.add("Gone", object(vec![constant("deleted", true)]));
    let here = types.add("Here", object(vec![constant("deleted", false)]));
    let text = types.add("Text", object(vec![required("deleted", TEXT)]));
    assert!(findings(types, UnionKind::AnyOf, &[gone, here, text]).is_empty());
}

#[test]
fn an_optional_constant_separates_objects_that_have_it() {
    let mut types = Types::default();
    let kind = |types: &mut Types, key: &str, value| {
        let kind = TypeRef::Named(types.add(&format!("{key}Kind"), strings(&[value])));
        types.add(key, object(vec![property("kind", kind)]))
    };
    let cat = kind(&mut types, "Cat", "cat");
    let dog = kind(&mut types, "Dog", "dog");
    let variants = [cat, dog].map(TypeRef::Named);
    let found = tests(Types(types.0.clone()), variants.to_vec());
    let mut object = ObjectTest::default();
    let values = vec![texts(&["cat"]), Test::Null];
    object.values.push(("kind".to_owned(), values));
    assert_eq!(found[0], [Test::Object(object)]);
    assert_eq!(
        findings(types, UnionKind::OneOf, &[cat, dog]),
        ["`Cat` and `Dog` are ambiguous: an object without `kind` matches both"]
    );
}

#[test]
fn nested_values_separate_objects() {
    let mut types = Types::default();
    let settings = |types: &mut Types, key: &str, field| {
        let inner = types.add(
            &format!("{key}Settings"),
            object(vec![field, property("a", TEXT)]),
        );
        types.add(
            key,
            object(vec![required("settings", TypeRef::Named(inner))]),
        )
    };
    let one = settings(&mut types, "One", constant("fast", true));
    let two = settings(&mut types, "Two", constant("fast", false));
    let variants = [one, two].map(TypeRef::Named);
    let found = tests(Types(types.0.clone()), variants.to_vec());
    let mut inner = with_keys(&["fast"]);
    inner
        .values
        .push(("fast".to_owned(), vec![Test::Constant(true)]));
    let mut outer = with_keys(&["settings"]);
    let values = ("settings".to_owned(), vec![Test::Object(inner)]);
    outer.values.push(values);
    assert_eq!(found[0], [Test::Object(outer)]);
    assert!(findings(types, UnionKind::AnyOf, &[one, two]).is_empty());
}

#[test]
fn any_items_are_no_rival_of_some() {
    let types = Types::default();
    let variants = vec![list(TEXT), list(TypeRef::Any)];
    assert!(facts(types, UnionKind::AnyOf, variants).1.is_empty());
    let variants = vec![list(TEXT), list(BOOL)];
    assert_eq!(
        facts(Types::default(), UnionKind::AnyOf, variants).1,
        ["`list<string>` and `list<bool>` are ambiguous: an empty array matches both"]
    );
}

#[test]
fn unions_that_are_only_sent_are_not_reported() {
    let mut types = Types::default();
    let one = types.add("One", object(vec![]));
    let two = types.add("Two", object(vec![]));
    let variants = vec![TypeRef::Named(one), TypeRef::Named(two)];
    let it = TypeRef::Named(types.add("It", untagged(UnionKind::OneOf, variants)));
    let call = operation("call", "/call").sends(it);
    let mut sink = Sink::default();
    let facts = analyze(&api(types, vec![call]), &mut sink);
    assert!(sink.into_vec().is_empty());
    assert!(!facts.types[2].variants[0].is_distinct);
}
