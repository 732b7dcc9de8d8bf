//! When items of the runtime are compiled.

use super::condition::Condition;
use crate::parts::{CLIENT, FEATURES, Feature};

/// The features of tags under which a part is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate<'a> {
    /// Without the client, which only types and webhooks can do; never if there is none.
    pub alone: Option<Condition<'a>>,
    /// With the client.
    pub client: Condition<'a>,
}

/// The conditions of an item of the runtime, all of which hold if it is compiled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cfg<'a>(pub Vec<Condition<'a>>);

impl<'a> Gate<'a> {
    /// The gate of an item that is needed where any of these is.
    pub(super) fn any<'g>(gates: impl Iterator<Item = &'g Self> + Clone) -> Self
    where
        'a: 'g,
    {
        let mut alone = gates.clone().filter_map(|gate| gate.alone.as_ref());
        let first = alone.next();
        Self {
            alone: first.map(|first| Condition::any(std::iter::once(first).chain(alone))),
            client: Condition::any(gates.map(|gate| &gate.client)),
        }
    }
}

impl<'a> Cfg<'a> {
    /// The condition of an item that only the client has.
    pub(super) fn client() -> Self {
        Self(vec![Condition(vec![CLIENT])])
    }

    /// The conditions of an operation with the condition of its group.
    pub(super) fn operation(group: Condition<'a>) -> Self {
        let gate = Gate {
            alone: None,
            client: group,
        };
        Self::new(None, &gate)
    }

    /// The conditions of an item with this gate and a feature of the runtime.
    pub(super) fn new(feature: Option<&'static str>, gate: &Gate<'a>) -> Self {
        let known = |name: &str| FEATURES.iter().find(|it| it.name == name);
        let feature = feature.and_then(known);
        let enables = |it: Option<&Feature>| it.is_some_and(Feature::has_client);
        let mut needed = gate.client.0.iter();
        // Each feature that the client needs the item under may enable the client.
        let has_client =
            enables(feature) || (needed.len() > 0 && needed.all(|name| enables(known(name))));
        let client = match &gate.alone {
            _ if has_client => None,
            Some(alone) if alone.is_same(&gate.client) => None,
            // Types need an item under fewer features than the client does.
            Some(alone) => Some(alone.or(&Condition(vec![CLIENT]))),
            None => Some(Condition(vec![CLIENT])),
        };
        let feature = feature.map(|it| Condition(vec![it.name]));
        let all = feature.into_iter().chain(client);
        let all = all.chain([gate.client.clone()]);
        let mut conditions: Vec<Condition<'a>> = Vec::new();
        for condition in all.filter(|it| !it.0.is_empty()) {
            // A part with a feature may be needed under the same one.
            if !conditions.contains(&condition) {
                conditions.push(condition);
            }
        }
        Self(conditions)
    }

    /// The conditions that the item around it does not have already.
    pub(super) fn within(self, outer: &Self) -> Self {
        let own = self.0.into_iter().filter(|it| !outer.0.contains(it));
        Self(own.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::{Cfg, Gate};
    use crate::plan::condition::Condition;

    fn cfg(
        feature: Option<&'static str>,
        alone: Option<&[&'static str]>,
        client: &[&'static str],
    ) -> Vec<String> {
        let gate = Gate {
            alone: alone.map(|it| Condition(it.to_vec())),
            client: Condition(client.to_vec()),
        };
        let all = Cfg::new(feature, &gate).0;
        all.iter().map(|it| it.0.join(" | ")).collect()
    }

    #[test]
    fn an_item_of_the_client_needs_it() {
        assert_eq!(cfg(None, None, &[]), ["client"]);
        assert_eq!(cfg(None, None, &["a"]), ["client", "a"]);
        assert_eq!(cfg(Some("xml"), None, &["a"]), ["xml", "client", "a"]);
    }

    #[test]
    fn a_feature_with_the_client_is_enough() {
        assert_eq!(cfg(Some("tracing"), None, &["a"]), ["tracing", "a"]);
    }

    #[test]
    fn an_item_of_the_command_line_needs_no_other_feature() {
        assert_eq!(cfg(None, None, &["cli"]), ["cli"]);
        assert_eq!(cfg(None, None, &["cli", "a"]), ["client", "cli | a"]);
    }

    #[test]
    fn an_item_of_types_needs_no_client() {
        assert!(cfg(None, Some(&[]), &[]).is_empty());
        assert_eq!(cfg(None, Some(&["a"]), &["a"]), ["a"]);
        // The client needs it always, the types of one group alone.
        assert_eq!(cfg(None, Some(&["a"]), &[]), ["a | client"]);
        assert_eq!(
            cfg(None, Some(&["a"]), &["a", "b"]),
            ["a | client", "a | b"]
        );
    }
}
