//! Finds variants that may overlap, without comparing every pair.
//!
//! An index of variants by their tests. It may return variants without an overlap, and never omits one
//! with an overlap, so the result equals a comparison of all pairs (`pairs.rs`).

use std::collections::BTreeMap;

use super::{ObjectTest, Test};

/// A value in a test.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Point<'t> {
    Null,
    Bool(bool),
    Integer(i64),
    Text(&'t str),
}

/// Features of a test besides values, by which variants are indexed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Any,
    Null,
    Boolean,
    Number,
    Text,
    List,
}

/// A requirement of an object: a key, or a test of its value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Feature<'t> {
    Key(&'t str),
    Value(&'t str),
}

/// Variants in order.
type Places = Vec<usize>;

/// The variants whose objects test the value of a key.
#[derive(Default)]
struct KeyUse<'t> {
    /// By value that they list.
    listed: BTreeMap<Point<'t>, Places>,
    /// The variants that do not list values.
    open: Places,
    /// All of them.
    all: Places,
    /// The variants with other objects, if these are fewer than half of all.
    others: Option<Places>,
}

/// The variants that a variant is to be compared with, in lists that may overlap.
pub(super) enum Candidates<'i> {
    All,
    Some(Vec<&'i [usize]>),
}

pub(super) struct Index<'t> {
    variants: &'t [Vec<Test>],
    classes: BTreeMap<Class, Places>,
    listed: BTreeMap<Point<'t>, Places>,
    /// The variants with tests of strings and whole numbers that list no values.
    open: BTreeMap<Class, Places>,
    objects: Places,
    keys: BTreeMap<&'t str, KeyUse<'t>>,
    /// The variants with objects that have a feature.
    features: BTreeMap<Feature<'t>, Places>,
    /// The same, each object by its rarest feature, if any.
    rarest: BTreeMap<Option<Feature<'t>>, Places>,
}

impl<'t> Index<'t> {
    pub(super) fn new(variants: &'t [Vec<Test>]) -> Self {
        let mut index = Self {
            variants,
            classes: BTreeMap::new(),
            listed: BTreeMap::new(),
            open: BTreeMap::new(),
            objects: Vec::new(),
            keys: BTreeMap::new(),
            features: BTreeMap::new(),
            rarest: BTreeMap::new(),
        };
        for (place, test) in entries(variants) {
            match test {
                Test::Object(object) => index.add_object(place, object),
                test => index.add_other(place, test),
            }
        }
        index.add_others();
        for (place, test) in entries(variants) {
            if let Test::Object(object) = test {
                let rarest = index.rarest_of(object);
                push(index.rarest.entry(rarest).or_default(), place);
            }
        }
        index
    }

    fn add_other(&mut self, place: usize, test: &'t Test) {
        let Some(class) = class(test) else {
            return;
        };
        push(self.classes.entry(class).or_default(), place);
        match points(std::slice::from_ref(test)) {
            Some(points) => {
                for point in points {
                    push(self.listed.entry(point).or_default(), place);
                }
            }
            None => push(self.open.entry(class).or_default(), place),
        }
    }

    fn add_object(&mut self, place: usize, object: &'t ObjectTest) {
        push(&mut self.objects, place);
        for feature in features(object) {
            push(self.features.entry(feature).or_default(), place);
        }
        for (key, tests) in &object.values {
            let key = self.keys.entry(key).or_default();
            push(&mut key.all, place);
            match points(tests) {
                Some(points) => {
                    for point in points {
                        push(key.listed.entry(point).or_default(), place);
                    }
                }
                None => push(&mut key.open, place),
            }
        }
    }

    /// Records the variants that do not test a key that most test. There are few such keys, because all uses of keys are many times half
    /// of all objects.
    fn add_others(&mut self) {
        let has_others: Vec<_> = entries(self.variants)
            .filter_map(|(place, test)| match test {
                Test::Object(object) => Some((place, object)),
                _ => None,
            })
            .collect();
        for (key, used) in &mut self.keys {
            if used.all.len() * 2 > self.objects.len() {
                let lacks = |(_, object): &&(usize, &ObjectTest)| object.value(key).is_none();
                let mut others = Vec::new();
                for (place, _) in has_others.iter().filter(lacks) {
                    push(&mut others, *place);
                }
                used.others = Some(others);
            }
        }
    }

    fn rarest_of(&self, object: &'t ObjectTest) -> Option<Feature<'t>> {
        let count = |feature: &Feature<'t>| self.features.get(feature).map_or(0, Vec::len);
        features(object).min_by_key(count)
    }

    /// The variants with a test of the same JSON type.
    pub(super) fn same_type(&self, test: &Test) -> Candidates<'_> {
        let same = match class(test) {
            Some(Class::Any) => return Candidates::All,
            Some(class) => self.classes.get(&class),
            None => Some(&self.objects),
        };
        let lists = same.into_iter().chain(self.classes.get(&Class::Any));
        Candidates::Some(lists.map(Vec::as_slice).collect())
    }

    /// The variants with a test that does not exclude one of `tests`.
    pub(super) fn not_excluded(&self, tests: &'t [Test]) -> Candidates<'_> {
        self.candidates(tests, |object| self.by_value(object))
    }

    /// The variants with a test that does not exclude one of `tests`, of objects only those of which the one asks for all
    /// that the other asks for.
    pub(super) fn implied(&self, tests: &'t [Test]) -> Candidates<'_> {
        self.candidates(tests, |object| {
            let by_feature = self.by_feature(object);
            let length = |lists: &[&[usize]]| lists.iter().map(|list| list.len()).sum::<usize>();
            match self.by_value(object) {
                Some(by_value) if length(&by_value) < length(&by_feature) => Some(by_value),
                _ => Some(by_feature),
            }
        })
    }

    fn candidates<'i>(
        &'i self,
        tests: &'t [Test],
        of_object: impl Fn(&'t ObjectTest) -> Option<Vec<&'i [usize]>>,
    ) -> Candidates<'i> {
        let mut lists: Vec<&[usize]> = Vec::new();
        let of_class = |class| self.classes.get(&class).map(Vec::as_slice);
        for test in tests {
            match test {
                Test::Any => return Candidates::All,
                Test::Object(object) => match of_object(object) {
                    Some(found) => lists.extend(found),
                    None => lists.push(&self.objects),
                },
                test => lists.extend(self.by_class(test)),
            }
        }
        lists.extend(of_class(Class::Any));
        Candidates::Some(lists)
    }

    fn by_class(&self, test: &'t Test) -> Vec<&[usize]> {
        let Some(class) = class(test) else {
            return Vec::new();
        };
        if let Some(points) = points(std::slice::from_ref(test)) {
            let listed = points.iter().filter_map(|point| self.listed.get(point));
            let open = self.open.get(&class);
            return listed.chain(open).map(Vec::as_slice).collect();
        }
        let all = self.classes.get(&class);
        all.map(Vec::as_slice).into_iter().collect()
    }

    /// By a required key with listed values: the variants that list one of them, list none, or do not test the key.
    fn by_value(&self, object: &'t ObjectTest) -> Option<Vec<&[usize]>> {
        let length = |lists: &Vec<&[usize]>| lists.iter().map(|list| list.len()).sum::<usize>();
        let mut best: Option<Vec<&[usize]>> = None;
        for (key, tests) in &object.values {
            let Some(points) = points(tests).filter(|_| object.keys.contains(key)) else {
                continue;
            };
            let Some(used) = self.keys.get(key.as_str()) else {
                continue;
            };
            let Some(others) = &used.others else {
                continue;
            };
            let listed = points.iter().filter_map(|point| used.listed.get(point));
            let lists = listed.chain([&used.open, others]).map(Vec::as_slice);
            let lists: Vec<&[usize]> = lists.collect();
            if best
                .as_ref()
                .is_none_or(|best| length(&lists) < length(best))
            {
                best = Some(lists);
            }
        }
        best
    }

    /// The variants whose requirements are a subset of the object's, and those with a superset.
    fn by_feature(&self, object: &'t ObjectTest) -> Vec<&[usize]> {
        let own = features(object).map(Some).chain([None]);
        let less = own.filter_map(|feature| self.rarest.get(&feature));
        let more = match self.rarest_of(object) {
            Some(rarest) => self.features.get(&rarest),
            None => Some(&self.objects),
        };
        less.chain(more).map(Vec::as_slice).collect()
    }
}

impl Candidates<'_> {
    /// The first variant before `place` for which `is_it`, of `count` variants.
    pub(super) fn first_before(
        &self,
        place: usize,
        is_it: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        match self {
            Self::All => (0..place).find(|other| is_it(*other)),
            Self::Some(lists) => lists.iter().fold(None, |first, list| {
                let end = first.unwrap_or(place);
                let mut before = list.iter().copied().take_while(|other| *other < end);
                before.find(|other| is_it(*other)).or(first)
            }),
        }
    }

    /// Whether there is a variant after `place` for which `is_it`, of `count` variants.
    pub(super) fn any_behind(
        &self,
        place: usize,
        count: usize,
        is_it: impl Fn(usize) -> bool,
    ) -> bool {
        match self {
            Self::All => (place + 1..count).any(is_it),
            Self::Some(lists) => lists.iter().any(|list| {
                let behind = &list[list.partition_point(|other| *other <= place)..];
                behind.iter().any(|other| is_it(*other))
            }),
        }
    }
}

/// Every test with the place of its variant.
fn entries(variants: &[Vec<Test>]) -> impl Iterator<Item = (usize, &Test)> {
    let variants = variants.iter().enumerate();
    variants.flat_map(|(place, tests)| tests.iter().map(move |test| (place, test)))
}

/// Adds the place of a variant, which come in order.
fn push(places: &mut Places, place: usize) {
    if places.last() != Some(&place) {
        places.push(place);
    }
}

fn class(test: &Test) -> Option<Class> {
    match test {
        Test::Any => Some(Class::Any),
        Test::Null => Some(Class::Null),
        Test::Boolean | Test::Constant(_) => Some(Class::Boolean),
        Test::Integer(_) | Test::Number => Some(Class::Number),
        Test::Text(_) => Some(Class::Text),
        Test::List(_) => Some(Class::List),
        Test::Object(_) => None,
    }
}

/// The values that pass one of `tests`, if they are listed.
fn points(tests: &[Test]) -> Option<Vec<Point<'_>>> {
    let mut points = Vec::new();
    for test in tests {
        match test {
            Test::Null => points.push(Point::Null),
            Test::Constant(value) => points.push(Point::Bool(*value)),
            Test::Integer(listed) if !listed.is_empty() => {
                points.extend(listed.iter().copied().map(Point::Integer));
            }
            Test::Text(listed) if !listed.is_empty() => {
                points.extend(listed.iter().map(|text| Point::Text(text)));
            }
            _ => return None,
        }
    }
    Some(points)
}

fn features(object: &ObjectTest) -> impl Iterator<Item = Feature<'_>> {
    let keys = object.keys.iter().map(|key| Feature::Key(key));
    let values = object.values.iter().map(|(key, _)| Feature::Value(key));
    keys.chain(values)
}
