//! Operations.

use super::security::Schemes;
use super::{Lowerer, api, docs};
use crate::ir::{GivenName, Operation, Requirement};
use crate::resolve;

impl<'d> Lowerer<'d, '_> {
    pub(super) fn operation(
        &mut self,
        operation: &resolve::Operation<'d>,
        schemes: &Schemes,
        global: &[Requirement],
    ) -> Operation {
        let security = match &operation.value.security {
            None => global.to_vec(),
            Some(own) => self.requirements(own, &operation.node.at.key("security"), schemes),
        };
        let given = self.given_operation(&operation.node);
        // What is inline is called after the operation, as callers know it.
        let name = given
            .as_ref()
            .map_or(operation.id.as_str(), GivenName::as_str);
        Operation {
            id: operation.id.clone(),
            alternative: None,
            origin: operation.node.at.clone(),
            tag: api::tag(operation),
            method: operation.method,
            path: operation.path.clone(),
            parameters: self.parameters(operation, name),
            request_body: self.request_body(operation, name),
            responses: self.responses(operation, name),
            servers: self.operation_servers(operation),
            given,
            security,
            docs: docs::operation(&operation.node, &self.document.extensions.operation),
            deprecated: operation.value.deprecated,
        }
    }
}
