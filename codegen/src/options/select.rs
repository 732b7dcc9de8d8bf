//! `[select]`: the part of the document to generate.

use serde::Deserialize;

/// The operations to generate, with the types that they reach: those that match any entry, without those that match an
/// exclusion. Default: all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct SelectOptions {
    /// Every operation that has one of these tags.
    pub tags: Vec<String>,
    /// The operations with these ids, or with this method and path: `GET /pets`.
    pub operations: Vec<String>,
    /// Every operation of these paths, and of the paths below them.
    pub paths: Vec<String>,
    /// Not the operations that have one of these tags.
    pub exclude_tags: Vec<String>,
    /// Not the operations with these ids, or with this method and path.
    pub exclude_operations: Vec<String>,
    /// Not the operations of these paths, nor of the paths below them.
    pub exclude_paths: Vec<String>,
    /// Whether to omit webhooks and callbacks, the requests that the server sends. Default: `false`.
    pub exclude_webhooks: bool,
}

impl SelectOptions {
    /// Whether neither a selection nor an exclusion exists, so that everything is generated.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.selects() && !self.excludes() && !self.exclude_webhooks
    }

    /// Whether there is a selection; without one, every operation that is not excluded is generated.
    #[must_use]
    pub fn selects(&self) -> bool {
        let entries = [&self.tags, &self.operations, &self.paths];
        entries.iter().any(|values| !values.is_empty())
    }

    /// Whether there is an exclusion of operations.
    #[must_use]
    pub fn excludes(&self) -> bool {
        let entries = [
            &self.exclude_tags,
            &self.exclude_operations,
            &self.exclude_paths,
        ];
        entries.iter().any(|values| !values.is_empty())
    }

    /// Replaces the selection if `other` has one, and the exclusions of operations if `other` has any.
    pub fn replace(&mut self, other: Self) {
        let (selects, excludes) = (other.selects(), other.excludes());
        if selects {
            self.tags = other.tags;
            self.operations = other.operations;
            self.paths = other.paths;
        }
        if excludes {
            self.exclude_tags = other.exclude_tags;
            self.exclude_operations = other.exclude_operations;
            self.exclude_paths = other.exclude_paths;
        }
        self.exclude_webhooks |= other.exclude_webhooks;
    }
}

#[cfg(test)]
mod tests {
    use super::SelectOptions;

    #[test]
    fn an_exclusion_of_webhooks_keeps_those_of_operations() {
        let mut options = SelectOptions {
            exclude_tags: vec!["Beta".to_owned()],
            ..SelectOptions::default()
        };
        options.replace(SelectOptions {
            exclude_webhooks: true,
            ..SelectOptions::default()
        });
        assert_eq!(options.exclude_tags, ["Beta"]);
        assert!(options.exclude_webhooks);
        options.exclude_tags.clear();
        assert!(!options.is_empty());
    }
}
