//! Schemas without a type of their own, because other items have their content. Derived from the raw document.

use std::collections::BTreeSet;

use serde_yaml::Value;

use super::reach::{Reference, at, members, references};

/// Keys of a string, number or boolean without rules.
const PLAIN: [&str; 6] = [
    "type",
    "format",
    "title",
    "description",
    "example",
    "deprecated",
];

/// The reached schemas of `components`, and whether they need a type.
pub(crate) struct Absorbed<'d> {
    document: &'d Value,
    references: Vec<Reference>,
    /// The properties that discriminate unions.
    discriminators: BTreeSet<&'d str>,
}

impl<'d> Absorbed<'d> {
    pub(crate) fn of(document: &'d Value) -> Self {
        let mut discriminators = BTreeSet::new();
        collect_discriminators(document, &mut discriminators);
        Self {
            document,
            references: references(document),
            discriminators,
        }
    }

    /// Whether a schema needs no type: it is a reference, a scalar without rules, an enum of one value (a constant), a
    /// base that `allOf` merges into others, or the type of discriminators.
    pub(crate) fn contains(&self, schema: &str) -> bool {
        let value = &self.document["components"]["schemas"][schema];
        let is_constant = value["enum"]
            .as_sequence()
            .is_some_and(|values| values.len() == 1);
        let is_plain = value["type"].is_string()
            && !["object", "array"].iter().any(|ty| value["type"] == **ty)
            && members(value).all(|(key, _)| PLAIN.contains(&key));
        !value["$ref"].is_null()
            || is_constant
            || is_plain
            || self.is_only(schema, |place| self.is_base(place))
            || self.is_only(schema, |place| self.is_discriminator(place))
    }

    /// Whether all references to a schema are at such a place.
    fn is_only(&self, schema: &str, is_such: impl Fn(&str) -> bool) -> bool {
        let target = format!("/components/schemas/{schema}");
        let mut places = self.references.iter().filter(|it| it.target == target);
        let mut places = places.by_ref().map(|it| it.place.as_str()).peekable();
        places.peek().is_some() && places.all(is_such)
    }

    /// Whether the place is a member of an `allOf` with more members or properties.
    fn is_base(&self, place: &str) -> bool {
        self.all_of(place).is_some_and(|owner| {
            let owner = at(self.document, owner);
            let count = owner["allOf"].as_sequence().map_or(0, Vec::len);
            count > 1 || !owner["properties"].is_null()
        })
    }

    /// Whether the place is a property or a path parameter with the name of a discriminator.
    fn is_discriminator(&self, place: &str) -> bool {
        let place = self.all_of(place).unwrap_or(place);
        let Some((parent, last)) = place.rsplit_once('/') else {
            return false;
        };
        let parameter = at(self.document, parent);
        let name = match last {
            "schema" if parameter["in"] == "path" => parameter["name"].as_str(),
            _ if parent.ends_with("/properties") => Some(last),
            _ => None,
        };
        name.is_some_and(|name| self.discriminators.contains(name))
    }

    /// The schema whose `allOf` has the place as a member.
    fn all_of<'p>(&self, place: &'p str) -> Option<&'p str> {
        let (list, _) = place.rsplit_once('/')?;
        let owner = list.strip_suffix("/allOf")?;
        at(self.document, list).is_sequence().then_some(owner)
    }
}

fn collect_discriminators<'d>(value: &'d Value, found: &mut BTreeSet<&'d str>) {
    found.extend(value["discriminator"]["propertyName"].as_str());
    for (_, member) in members(value) {
        collect_discriminators(member, found);
    }
    for item in value.as_sequence().into_iter().flatten() {
        collect_discriminators(item, found);
    }
}
