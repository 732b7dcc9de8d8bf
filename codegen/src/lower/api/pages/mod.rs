//! Extensions that declare how lists are divided into pages.

mod declared;
mod fern;
mod ms;
mod path;
mod speakeasy;

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::DeclaredPages;
use crate::load::Operation;
use crate::lower::context::Context;
use declared::Malformed;

/// The pages that an operation declares.
pub(super) fn pages<'d>(
    cx: &mut Context<'d, '_>,
    operation: &Operation<'d>,
) -> Option<DeclaredPages> {
    let fern = || {
        let node = operation.fern_pagination()?;
        let defaults = cx.document.openapi().fern_pagination();
        Some((fern::pages(&node, defaults.as_ref()), node))
    };
    let speakeasy = || {
        let node = operation.speakeasy_pagination()?;
        Some((speakeasy::pages(&node), node))
    };
    let ms = operation.ms_pageable();
    let ms = ms.map(|node| (ms::pages(&node), node));
    let (declared, node) = ms.or_else(speakeasy).or_else(fern)?;
    match declared {
        Ok(pagination) => Some(DeclaredPages {
            origin: node.at,
            pagination,
        }),
        Err(Malformed { node, reason }) => {
            let help = "until it is valid, the pages follow from names and types, if those have a known shape";
            cx.findings
                .report(Diagnostic::warning(Code::InvalidPagination, &node.at, reason).help(help));
            None
        }
    }
}
