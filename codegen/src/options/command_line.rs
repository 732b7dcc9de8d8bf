//! `[cli]`: the command line of the client.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, de};

/// The command line of the client. Without the table, the crate has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct CliOptions {
    /// The name of the program. Default: that of the crate.
    #[serde(deserialize_with = "name")]
    pub name: Option<String>,
    /// The case of the names of groups and operations.
    pub case: CommandCase,
    /// Other names of operations, by id or by method and path.
    #[serde(deserialize_with = "aliases")]
    pub operation_aliases: BTreeMap<String, Vec<String>>,
    /// Other names of parameters, by name.
    #[serde(deserialize_with = "aliases")]
    pub parameter_aliases: BTreeMap<String, Vec<String>>,
}

/// The case of the names of groups and operations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CommandCase {
    /// `cloudBackups`; ids of operations as in the document.
    #[default]
    Camel,
    /// `cloud-backups`
    Kebab,
}

/// The maximum length of the name of the program, which is that of a file.
const LONGEST: usize = 120;

fn name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let name = String::deserialize(deserializer)?;
    if !is_word(&name) || name.len() > LONGEST {
        let message = format!(
            "`{name}` cannot name a program, which has at most {LONGEST} letters, digits, `-` and `_`, with a letter in front"
        );
        return Err(de::Error::custom(message));
    }
    Ok(Some(name))
}

fn aliases<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, Vec<String>>, D::Error> {
    let aliases = BTreeMap::<String, Vec<String>>::deserialize(deserializer)?;
    match aliases.values().flatten().find(|alias| !is_word(alias)) {
        Some(wrong) => Err(de::Error::custom(format!(
            "`{wrong}` cannot be an alias, which is letters, digits, `-` and `_`, with a letter in front"
        ))),
        None => Ok(aliases),
    }
}

fn is_word(name: &str) -> bool {
    let is_part = |it: char| it.is_ascii_alphanumeric() || "-_".contains(it);
    name.starts_with(|it: char| it.is_ascii_alphabetic()) && name.chars().all(is_part)
}

#[cfg(test)]
mod tests {
    use super::CommandCase;
    use crate::options::Options;

    #[test]
    fn a_program_has_a_name_a_case_and_aliases() {
        let text = "[cli]\nname = \"atlas\"\ncase = \"kebab\"\nparameter-aliases = { groupId = [\"projectId\"] }\n";
        let cli = Options::parse(text).unwrap().cli.unwrap();
        assert_eq!(cli.name.as_deref(), Some("atlas"));
        assert_eq!(cli.case, CommandCase::Kebab);
        assert_eq!(cli.parameter_aliases["groupId"], ["projectId"]);
        assert_eq!(Options::parse("").unwrap().cli, None);
    }

    #[test]
    fn other_values_are_refused() {
        for (setting, message) in [
            (
                "name = \"a b\"",
                "`a b` cannot name a program, which has at most 120 letters, digits, `-` and `_`, with a letter in front",
            ),
            (
                "case = \"snake\"",
                "unknown variant `snake`, expected `camel` or `kebab`",
            ),
            (
                "operation-aliases = { a = [\"--b\"] }",
                "`--b` cannot be an alias, which is letters, digits, `-` and `_`, with a letter in front",
            ),
        ] {
            let refused = Options::parse(&format!("[cli]\n{setting}\n")).unwrap_err();
            assert_eq!(refused.message, message);
        }
    }
}
