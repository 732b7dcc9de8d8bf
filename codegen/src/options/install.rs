//! `install`: where users get the crate.

use std::fmt;

use serde::de::{self, MapAccess, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer};

/// Where users get the crate, for the line in their manifest that the README shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InstallOption {
    /// The package registry.
    Registry,
    /// A folder, relative to the manifest of the user.
    Path(String),
    /// A git repository.
    Git {
        /// Its URL.
        url: String,
        /// The key and the value that select a commit; default: the newest one.
        commit: Option<(&'static str, String)>,
    },
}

impl<'de> Deserialize<'de> for InstallOption {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor)
    }
}

/// The keys of a table, as Cargo names them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    path: Option<String>,
    git: Option<String>,
    tag: Option<String>,
    branch: Option<String>,
    rev: Option<String>,
}

struct Visitor;

impl<'de> de::Visitor<'de> for Visitor {
    type Value = InstallOption;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`\"registry\"`, `{ path = \"..\" }` or `{ git = \"..\" }`")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<InstallOption, E> {
        match text {
            "registry" => Ok(InstallOption::Registry),
            _ => Err(E::invalid_value(de::Unexpected::Str(text), &self)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<InstallOption, A::Error> {
        let table = Table::deserialize(MapAccessDeserializer::new(map))?;
        let commits = [
            ("tag", table.tag),
            ("branch", table.branch),
            ("rev", table.rev),
        ];
        let commits = commits.into_iter();
        let mut commits = commits.filter_map(|(key, value)| Some((key, value?)));
        match (table.path, table.git, commits.next(), commits.next()) {
            (Some(path), None, None, None) => Ok(InstallOption::Path(path)),
            (None, Some(url), commit, None) => Ok(InstallOption::Git { url, commit }),
            _ => Err(de::Error::custom(
                "`install` has either `path`, or `git` with at most one of `tag`, `branch` and `rev`",
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::InstallOption;
    use crate::options::Options;

    fn install(value: &str) -> Result<Option<InstallOption>, String> {
        let options = Options::parse(&format!("[crate]\ninstall = {value}\n"));
        let options =
            options.map_err(|error| format!("{:?}: {}", error.location, error.message))?;
        Ok(options.package.install)
    }

    #[test]
    fn a_crate_is_in_a_registry_a_folder_or_a_repository() {
        assert_eq!(install("\"registry\""), Ok(Some(InstallOption::Registry)));
        let path = InstallOption::Path("../x".to_owned());
        assert_eq!(install("{ path = \"../x\" }"), Ok(Some(path)));
        let git = |commit| InstallOption::Git {
            url: "https://a.b/c".to_owned(),
            commit,
        };
        assert_eq!(install("{ git = \"https://a.b/c\" }"), Ok(Some(git(None))));
        let tag = Some(("tag", "v1".to_owned()));
        assert_eq!(
            install("{ git = \"https://a.b/c\", tag = \"v1\" }"),
            Ok(Some(git(tag)))
        );
    }

    #[test]
    fn other_sources_are_rejected_at_their_place() {
        let refused = |value| install(value).unwrap_err();
        assert_eq!(
            refused("\"npm\""),
            "Offset(18): invalid value: string \"npm\", expected `\"registry\"`, `{ path = \"..\" }` or `{ git = \"..\" }`"
        );
        let neither = "Offset(18): `install` has either `path`, or `git` with at most one of `tag`, `branch` and `rev`";
        assert_eq!(refused("{ path = \"a\", git = \"b\" }"), neither);
        assert_eq!(
            refused("{ git = \"b\", tag = \"c\", rev = \"d\" }"),
            neither
        );
        assert_eq!(refused("{ tag = \"c\" }"), neither);
    }
}
