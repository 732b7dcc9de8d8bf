//! A test of a JSON value.

/// A test of a JSON value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Test {
    /// Anything.
    Any,
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// One of the two.
    Constant(bool),
    /// An integer; one of these if the list is not empty.
    Integer(Vec<i64>),
    /// A number.
    Number,
    /// A string; one of these if the list is not empty.
    Text(Vec<String>),
    /// An array, whose items each pass one of these if the list is not empty.
    List(Vec<Test>),
    /// An object.
    Object(ObjectTest),
}

/// A test of an object.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ObjectTest {
    /// The required keys.
    pub keys: Vec<String>,
    /// By key, the tests, of which its value must pass one if present.
    pub values: Vec<(String, Vec<Test>)>,
}

impl ObjectTest {
    /// The tests for the value of a key.
    pub(super) fn value(&self, key: &str) -> Option<&[Test]> {
        let found = self.values.iter().find(|(tested, _)| tested == key);
        found.map(|(_, tests)| tests.as_slice())
    }

    /// The required keys whose values may be anything.
    pub fn untested(&self) -> impl Iterator<Item = &String> {
        let keys = self.keys.iter();
        keys.filter(|key| self.value(key).is_none())
    }
}

impl Test {
    /// The test of an object.
    pub(super) fn as_object(&self) -> Option<&ObjectTest> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    /// Whether it allows one value only.
    pub(super) fn is_constant(&self) -> bool {
        match self {
            Self::Constant(_) => true,
            Self::Integer(listed) => listed.len() == 1,
            Self::Text(listed) => listed.len() == 1,
            _ => false,
        }
    }
}
