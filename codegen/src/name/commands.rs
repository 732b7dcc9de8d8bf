//! Names of commands: words that are typed, without the rules of Rust.

use heck::{ToKebabCase, ToLowerCamelCase};

/// The command of a text without letters and digits.
const UNNAMED: &str = "default";

/// `cloudBackups`
#[must_use]
pub fn camel_command(text: &str) -> String {
    named(deunicode::deunicode(text).to_lower_camel_case())
}

/// `cloud-backups`
#[must_use]
pub fn kebab_command(text: &str) -> String {
    named(deunicode::deunicode(text).to_kebab_case())
}

fn named(command: String) -> String {
    if command.is_empty() {
        UNNAMED.to_owned()
    } else {
        command
    }
}

#[cfg(test)]
mod tests {
    use super::{camel_command, kebab_command};

    #[test]
    fn commands_are_words_in_one_case() {
        for (text, camel, kebab) in [
            ("Cloud Backups", "cloudBackups", "cloud-backups"),
            (
                "MongoDB Cloud Users",
                "mongoDbCloudUsers",
                "mongo-db-cloud-users",
            ),
            ("Größe/größer", "grosseGrosser", "grosse-grosser"),
            ("--", "default", "default"),
            ("listPets", "listPets", "list-pets"),
        ] {
            assert_eq!(camel_command(text), camel);
            assert_eq!(kebab_command(text), kebab);
        }
    }
}
