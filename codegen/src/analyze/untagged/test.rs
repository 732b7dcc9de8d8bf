//! What a JSON value has to be like.

/// What a JSON value has to be like.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Test {
    /// Anything.
    Any,
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// The one of the two.
    Constant(bool),
    /// A whole number, one of these if there are any.
    Integer(Vec<i64>),
    /// A number.
    Number,
    /// A string, one of these if there are any.
    Text(Vec<String>),
    /// An array, of which each item passes one of these if there are any.
    List(Vec<Test>),
    /// An object.
    Object(ObjectTest),
}

/// What an object has to be like.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ObjectTest {
    /// The keys that it has to have.
    pub keys: Vec<String>,
    /// By key, the tests of which its value passes one if it is there.
    pub values: Vec<(String, Vec<Test>)>,
}

impl ObjectTest {
    /// The tests for the value of a key.
    pub(super) fn value(&self, key: &str) -> Option<&[Test]> {
        let found = self.values.iter().find(|(tested, _)| tested == key);
        found.map(|(_, tests)| tests.as_slice())
    }
}

impl Test {
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
