//! `[waiters]`: the calls that poll, and the meaning of the states in their responses.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::{Deserialize, Deserializer, de};

use super::pointer;

/// How to wait for a resource. Operations are ids, or a method and a path.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WaiterOptions {
    /// The `GET` operation that polls.
    pub poll: String,
    /// The operations that start the work. Default: those that create, change or delete the resource, if the arguments of
    /// the poll are known after them.
    pub after: Option<Vec<String>>,
    /// The list whose items have the state, if the poll returns one; empty if the body itself is the list.
    #[serde(default, deserialize_with = "pointer::optional")]
    pub items: Option<String>,
    /// The state. Without it, every success but 202 ends the wait.
    #[serde(default, deserialize_with = "places")]
    pub state: Vec<Place>,
    /// The states that end the wait.
    #[serde(default)]
    pub success: Vec<String>,
    /// The states that end the wait with an error.
    #[serde(default)]
    pub failure: Vec<String>,
    /// Other states, as a check against the document: any state that is not listed is pending.
    #[serde(default)]
    pub pending: Vec<String>,
    /// Whether 404 means that the resource is deleted, and states with the same meaning.
    pub deleted: Option<Deletion>,
    /// The reason of a failure.
    #[serde(default, deserialize_with = "places")]
    pub reason: Vec<Place>,
    /// The values that parameters of the poll have in the response of the call that starts the work. Default: a parameter
    /// of the same name, a property of the same name, or the `id` of a resource that is created.
    #[serde(default, deserialize_with = "arguments")]
    pub arguments: BTreeMap<String, Vec<Place>>,
    /// The pause between polls, in seconds.
    #[serde(default = "interval")]
    pub interval: u64,
    /// The time limit, in seconds.
    #[serde(default = "at_most")]
    pub at_most: u64,
}

/// The place of a value in a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The value of the discriminator, if the place is one of a variant of a union.
    pub variant: Option<String>,
    /// A JSON Pointer (RFC 6901).
    pub pointer: String,
}

/// How a resource that is deleted looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deletion {
    /// Nothing tells.
    Unknown,
    /// The poll responds with 404, or with one of these states.
    Missing(Vec<String>),
}

fn interval() -> u64 {
    10
}

fn at_most() -> u64 {
    3600
}

fn places<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Place>, D::Error> {
    deserializer.deserialize_any(PlacesVisitor)
}

fn arguments<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, Vec<Place>>, D::Error> {
    let all = BTreeMap::<String, Places>::deserialize(deserializer)?;
    let all = all.into_iter().map(|(name, Places(places))| (name, places));
    Ok(all.collect())
}

struct Places(Vec<Place>);

impl<'de> Deserialize<'de> for Places {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        places(deserializer).map(Self)
    }
}

#[derive(Clone, Copy)]
struct PlacesVisitor;

impl<'de> de::Visitor<'de> for PlacesVisitor {
    type Value = Vec<Place>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON Pointer, a list of them, or one for each variant of a union")
    }

    fn visit_str<E: de::Error>(self, pointer: &str) -> Result<Vec<Place>, E> {
        pointer::check(pointer)?;
        let (variant, pointer) = (None, pointer.to_owned());
        Ok(vec![Place { variant, pointer }])
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, items: A) -> Result<Vec<Place>, A::Error> {
        let pointers = Vec::<String>::deserialize(SeqAccessDeserializer::new(items))?;
        let mut places = Vec::new();
        for pointer in pointers {
            places.extend(self.visit_str::<A::Error>(&pointer)?);
        }
        Ok(places)
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Vec<Place>, A::Error> {
        let pointers = BTreeMap::<String, String>::deserialize(MapAccessDeserializer::new(map))?;
        let places = pointers.into_iter().map(|(variant, pointer)| {
            pointer::check(&pointer)?;
            let variant = Some(variant);
            Ok(Place { variant, pointer })
        });
        places.collect()
    }
}

impl<'de> Deserialize<'de> for Deletion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DeletionVisitor)
    }
}

struct DeletionVisitor;

impl<'de> de::Visitor<'de> for DeletionVisitor {
    type Value = Deletion;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a boolean or a list of states")
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Deletion, E> {
        Ok(if value {
            Deletion::Missing(Vec::new())
        } else {
            Deletion::Unknown
        })
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, items: A) -> Result<Deletion, A::Error> {
        let states = Vec::deserialize(SeqAccessDeserializer::new(items))?;
        Ok(Deletion::Missing(states))
    }
}

#[cfg(test)]
mod tests {
    use super::{Deletion, Place};
    use crate::options::{Options, Switch};

    fn place(variant: Option<&str>, pointer: &str) -> Place {
        Place {
            variant: variant.map(str::to_owned),
            pointer: pointer.to_owned(),
        }
    }

    #[test]
    fn places_are_pointers_lists_or_tables() {
        let text = "[waiters.a]\npoll = \"getA\"\nstate = { AWS = \"/a\", GCP = \"/b\" }\nreason = \"/c\"\n\
            deleted = [\"GONE\"]\narguments = { id = [\"/d\", \"/e\"] }\n";
        let options = Options::parse(text).unwrap();
        let Switch::On(waiter) = &options.waiters["a"] else {
            panic!("a waiter");
        };
        let state = [place(Some("AWS"), "/a"), place(Some("GCP"), "/b")];
        assert_eq!(waiter.state, state);
        assert_eq!(waiter.reason, [place(None, "/c")]);
        assert_eq!(
            waiter.arguments["id"],
            [place(None, "/d"), place(None, "/e")]
        );
        assert_eq!(
            waiter.deleted,
            Some(Deletion::Missing(vec!["GONE".to_owned()]))
        );
        assert_eq!((waiter.interval, waiter.at_most), (10, 3600));
    }

    #[test]
    fn invalid_tables_are_refused() {
        let pointer = "is not a JSON Pointer, which begins with `/`";
        for (text, expected) in [
            ("state = \"status\"", pointer),
            ("items = \"results\"", pointer),
            ("reason = { AWS = \"a\" }", pointer),
            ("arguments = { id = [\"id\"] }", pointer),
            ("stat = \"/a\"", "unknown field `stat`"),
            ("deleted = 404", "expected a boolean or a list of states"),
        ] {
            let text = format!("[waiters.a]\npoll = \"getA\"\n{text}\n");
            let error = Options::parse(&text).unwrap_err();
            assert!(error.message.contains(expected), "{}", error.message);
        }
        let error = Options::parse("[waiters]\na = true\n").unwrap_err();
        assert_eq!(error.message, "the setting is `false` or a value");
        let error = Options::parse("[waiters.a]\nstate = \"/a\"\n").unwrap_err();
        assert_eq!(error.message, "missing field `poll`");
    }
}
