//! New names from the settings, by pattern.

use std::collections::BTreeMap;

use serde::Deserialize;

/// New names of schemas or operations, by the name in the document. A `*` in both stands for the same text, which is not empty.
/// Exact names take precedence over patterns, and longer patterns over shorter ones.
///
/// ```
/// let settings = r#"
/// [names.schemas]
/// "io.k8s.api.core.v1.*" = "*"
/// "PaginatedAtlas*View" = "*Page"
/// "Org" = "Organization"
/// "#;
/// let options = codegen::Options::parse(settings).expect("the settings are valid");
/// let schemas = &options.names.schemas;
/// assert_eq!(schemas.rename(&["io.k8s.api.core.v1.Pod"]).as_deref(), Some("Pod"));
/// assert_eq!(schemas.rename(&["PaginatedAtlasGroupView"]).as_deref(), Some("GroupPage"));
/// assert_eq!(schemas.rename(&["Org"]).as_deref(), Some("Organization"));
/// assert_eq!(schemas.rename(&["Orgs"]), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "BTreeMap<String, String>")]
pub struct Renames(Vec<Rename>);

/// A pattern and the name of what it matches.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Rename {
    pattern: String,
    name: String,
}

impl TryFrom<BTreeMap<String, String>> for Renames {
    type Error = String;

    fn try_from(table: BTreeMap<String, String>) -> Result<Self, String> {
        let renames = table.into_iter();
        let renames = renames.map(|(pattern, name)| Rename { pattern, name }.checked());
        let mut renames = renames.collect::<Result<Vec<_>, _>>()?;
        renames.sort_by_key(|it| (it.pattern.contains('*'), usize::MAX - it.pattern.len()));
        Ok(Self(renames))
    }
}

impl Renames {
    /// The new name of an item, by the first pattern that matches one of its names.
    #[must_use]
    pub fn rename(&self, names: &[impl AsRef<str>]) -> Option<String> {
        let mut renames = self.0.iter();
        renames.find_map(|it| names.iter().find_map(|name| it.rename(name.as_ref())))
    }

    /// The patterns that match none of these names.
    pub(crate) fn unused<'s>(&'s self, names: &'s [&str]) -> impl Iterator<Item = &'s str> {
        let is_unused = |it: &&Rename| !names.iter().any(|name| it.rename(name).is_some());
        let unused = self.0.iter().filter(is_unused);
        unused.map(|it| it.pattern.as_str())
    }
}

impl Rename {
    fn checked(self) -> Result<Self, String> {
        let Self { pattern, name } = &self;
        if pattern.matches('*').count() > 1 {
            return Err(format!("the pattern `{pattern}` has several `*`; use one"));
        }
        let (wanted, used) = (pattern.contains('*'), name.matches('*').count());
        match (wanted, used) {
            (false, 1..) => Err(format!(
                "the name `{name}` has a `*`, but `{pattern}` has none"
            )),
            (true, 0) => Err(format!(
                "the pattern `{pattern}` gives everything that it matches the name `{name}`; add a `*` to the name"
            )),
            (_, 2..) => Err(format!("the name `{name}` has several `*`; use one")),
            _ if !name.contains(|it: char| it.is_ascii_alphabetic() || it == '*') => {
                Err(format!("the name `{name}` of `{pattern}` has no letter"))
            }
            _ => Ok(self),
        }
    }

    fn rename(&self, name: &str) -> Option<String> {
        let Some((before, after)) = self.pattern.split_once('*') else {
            return (name == self.pattern).then(|| self.name.clone());
        };
        let matched = name.strip_prefix(before)?.strip_suffix(after)?;
        (!matched.is_empty()).then(|| self.name.replace('*', matched))
    }
}
