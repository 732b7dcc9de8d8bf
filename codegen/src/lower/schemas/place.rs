//! Names of schemas that several references lead to; they do not depend on the order of the references.

use super::index::Schemas;
use crate::diagnostic::Pointer;
use crate::ir::{NameHint, Owner, Role};
use crate::load::{Node, Read, Schema, keyword, section_at};

/// A schema inside a component that a reference leads to: it is called as if nothing led there.
pub(in crate::lower) fn inside_component(schemas: &Schemas<'_>, at: &Pointer) -> Option<NameHint> {
    let segments: Vec<_> = at.segments().collect();
    let [root, section, key, way @ ..] = segments.as_slice() else {
        return None;
    };
    let component = section_at(keyword::SCHEMAS).key(key);
    let component = Schema::read(schemas.document.node(&component)?)?;
    let is_schema = root == keyword::COMPONENTS && section == keyword::SCHEMAS;
    let mut roles = roles(schemas, component, way).filter(|_| is_schema)?;
    let last = roles.pop()?;
    let words = roles.into_iter().map(|role| match role {
        Role::Property(name) | Role::Variant(name) => name,
        Role::Value => "value".to_owned(),
        _ => "item".to_owned(),
    });
    let owner: Vec<_> = [key.clone()].into_iter().chain(words).collect();
    Some(NameHint::nested(Owner::Component(owner.join(" ")), last))
}

/// The places of the schemas on a way down. An array or a map within something has no name of its own.
fn roles<'d>(schemas: &Schemas<'d>, mut node: Schema<'d>, mut way: &[String]) -> Option<Vec<Role>> {
    let mut roles = Vec::new();
    while let [keyword, rest @ ..] = way {
        let is_named = roles.is_empty() || !node.properties().is_empty();
        let (role, depth) = match (keyword.as_str(), rest) {
            (keyword::ITEMS, _) => (roles.is_empty().then_some(Role::Item), 1),
            (keyword::PREFIX_ITEMS, _) => (roles.is_empty().then_some(Role::Item), 2),
            (keyword::ADDITIONAL_PROPERTIES, _) => (is_named.then_some(Role::Value), 1),
            (keyword::PROPERTIES, [name, ..]) => (Some(Role::Property(name.clone())), 2),
            (keyword::ONE_OF | keyword::ANY_OF, [position, ..]) => {
                let member = node
                    .members_of(keyword)
                    .into_iter()
                    .nth(position.parse().ok()?)?;
                (Some(schemas.role_of(&node, &member)), 2)
            }
            _ => return None,
        };
        roles.extend(role);
        let (passed, rest) = way.split_at(depth);
        let mut inner = Node::clone(&node);
        for segment in passed {
            let index = segment.parse::<usize>().ok();
            let item = index.and_then(|index| inner.items().into_iter().nth(index));
            inner = item.or_else(|| inner.get(segment))?;
        }
        node = Schema::read(inner)?;
        way = rest;
    }
    Some(roles)
}
