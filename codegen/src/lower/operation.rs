//! Operations.

use super::security::Schemes;
use super::{Lowerer, api, docs};
use crate::ir::{Operation, Requirement};
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
        Operation {
            id: operation.id.clone(),
            origin: operation.node.at.clone(),
            tag: api::tag(operation),
            method: operation.method,
            path: operation.path.clone(),
            parameters: self.parameters(operation),
            request_body: self.request_body(operation),
            responses: self.responses(operation),
            servers: self.operation_servers(operation),
            security,
            docs: docs::operation(&operation.node),
            deprecated: operation.value.deprecated,
        }
    }
}
