//! Private features for parts that many tags share.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::super::condition::Condition;
use super::super::gate::Gate;
use crate::parts::{self, FEATURES};

/// The maximum number of tags in a condition. Longer lists are hard to read, and several files would repeat them.
const LISTED: usize = 16;

/// A private feature that the features of several tags enable. By convention, its name begins with two underscores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared<'a> {
    /// The name, derived from the first part.
    pub feature: &'static str,
    /// The features of tags that enable it.
    pub tags: BTreeSet<&'a str>,
}

/// The names of the features of each part: with the client, and without it.
static NAMES: LazyLock<BTreeMap<&str, [String; 2]>> = LazyLock::new(|| {
    let names = parts::all().map(|part| {
        let path = part.file.strip_suffix(".rs").unwrap_or(part.file);
        let name = format!("__{}", path.replace(['/', '_'], "-"));
        let alone = format!("{name}-alone");
        (part.file, [name, alone])
    });
    names.collect()
});

/// Replaces each long list of tags by a private feature.
pub(super) fn shorten<'a>(gates: &mut BTreeMap<&'static str, Gate<'a>>) -> Vec<Shared<'a>> {
    let mut shared = Vec::new();
    for (file, gate) in gates {
        let [client, alone] = NAMES
            .get(file)
            .map_or(["", ""], |it| it.each_ref().map(String::as_str));
        let alone = gate.alone.iter_mut().map(|it| (alone, it));
        for (name, condition) in [(client, &mut gate.client)].into_iter().chain(alone) {
            let is_of_runtime = |name: &&str| FEATURES.iter().any(|it| it.name == *name);
            let names = condition.0.iter().copied();
            let (of_runtime, tags): (Vec<_>, Vec<_>) = names.partition(is_of_runtime);
            if tags.len() > LISTED {
                let feature = feature(name, tags.into_iter().collect(), &mut shared);
                *condition = Condition(of_runtime.into_iter().chain([feature]).collect());
            }
        }
    }
    shared
}

/// The feature of these tags. Its name is new unless an earlier part has the same tags.
fn feature<'a>(
    name: &'static str,
    tags: BTreeSet<&'a str>,
    shared: &mut Vec<Shared<'a>>,
) -> &'static str {
    if let Some(known) = shared.iter().find(|it| it.tags == tags) {
        return known.feature;
    }
    shared.push(Shared {
        feature: name,
        tags,
    });
    name
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{LISTED, shorten};
    use crate::plan::condition::Condition;
    use crate::plan::gate::Gate;

    #[test]
    fn parts_of_the_same_many_tags_share_a_feature() {
        let many: [&str; LISTED + 1] = [
            "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q",
        ];
        let few = &many[..LISTED];
        let reversed: Vec<_> = many.iter().rev().copied().chain(["cli"]).collect();
        let gate = |client: &[&'static str]| Gate {
            alone: Some(Condition::default()),
            client: Condition(client.to_vec()),
        };
        let mut gates = BTreeMap::from([
            ("call/body.rs", gate(&many)),
            ("call/json_body.rs", gate(&reversed)),
            ("call/query.rs", gate(few)),
        ]);

        let shared = shorten(&mut gates);

        let conditions = gates.into_values().map(|gate| gate.client.0);
        let conditions: Vec<_> = conditions.collect();
        assert_eq!(conditions[0], ["__call-body"]);
        assert_eq!(conditions[1], ["cli", "__call-body"]);
        assert_eq!(conditions[2], few);
        let [only] = shared.as_slice() else {
            unreachable!("one feature: {shared:?}");
        };
        assert_eq!((only.feature, only.tags.len()), ("__call-body", LISTED + 1));
    }

    #[test]
    fn two_long_lists_of_a_part_have_two_features() {
        let many: [&str; LISTED + 2] = [
            "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q",
            "r",
        ];
        let gate = Gate {
            alone: Some(Condition(many[1..].to_vec())),
            client: Condition(many.to_vec()),
        };
        let mut gates = BTreeMap::from([("auth/secret.rs", gate)]);

        let shared = shorten(&mut gates);

        let gate = &gates["auth/secret.rs"];
        assert_eq!(gate.client.0, ["__auth-secret"]);
        let alone = gate.alone.as_ref().map(|it| it.0.as_slice());
        assert_eq!(alone, Some(["__auth-secret-alone"].as_slice()));
        let sizes: Vec<_> = shared.iter().map(|it| it.tags.len()).collect();
        assert_eq!(sizes, [LISTED + 2, LISTED + 1]);
    }
}
