//! The same identifier has one type: what one call returns fits the next.

use std::collections::{BTreeMap, BTreeSet};
use std::{fs, io};

use codegen::diagnostic::Sink;
use codegen::ir::{Location, Scalar, Shape, TypeRef};
use codegen::{Options, Stages};
use workspace_tests::documents::published;

/// Path parameters of the whole Atlas API whose name has several types: the document gives them different patterns or enums
/// in different operations, or rules in some only. Strings convert into each of them.
const SEVERAL: [&str; 11] = [
    "cloudProvider",
    "clusterName",
    "endpointId",
    "groupId",
    "id",
    "identityProviderId",
    "invitationId",
    "invoiceId",
    "limitName",
    "mcpConfigId",
    "secretId",
];

/// The types of path parameters by name: named ones with their rules, since only those differ in Rust.
fn path_parameters(stages: &Stages) -> BTreeMap<&str, BTreeSet<String>> {
    let types = &stages.api.types;
    let mut names = BTreeMap::<_, BTreeSet<_>>::new();
    for operation in &stages.api.operations {
        let parameters = operation.parameters.iter();
        for parameter in parameters.filter(|it| it.location == Location::Path) {
            let ty = match (
                types.resolve(&parameter.ty),
                types.resolve_shape(&parameter.ty),
            ) {
                (TypeRef::Named(id), Some(shape)) => {
                    let rules = match shape {
                        Shape::Scalar(Scalar::Text(rules, _)) => {
                            let pattern = rules.pattern.as_ref().map(|it| it.source.as_str());
                            pattern.unwrap_or_default()
                        }
                        _ => "",
                    };
                    format!("{} {rules}", stages.names.types[id.index()].ident)
                }
                (ty, _) => format!("{ty:?}"),
            };
            names.entry(parameter.name.as_str()).or_default().insert(ty);
        }
    }
    names
}

#[test]
fn a_path_parameter_has_one_type_unless_its_rules_differ() -> io::Result<()> {
    let Some(path) = published("v30/atlas__full-spec.yaml") else {
        return Ok(());
    };
    let document = fs::read_to_string(path)?;
    let stages = Stages::run(&document, &Options::default(), &mut Sink::default());
    let stages = stages.ok_or_else(|| io::Error::other("the document is read"))?;
    let parameters = path_parameters(&stages);
    let several = parameters.iter().filter(|(_, types)| types.len() > 1);
    let several: Vec<_> = several
        .inspect(|(name, types)| println!("{name}: {types:?}"))
        .map(|(name, _)| *name)
        .collect();
    assert_eq!(several, SEVERAL);
    assert_eq!(parameters.len(), 76);
    Ok(())
}
