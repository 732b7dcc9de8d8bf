//! The objects of an overlay (Overlay 1.1).

use super::keyword;
use super::kind::{Field, Kind, Object};
use super::objects::Info;
use super::view::{Located, Member, Read, View, object, view};
use crate::load::Node;

object! {
    /// An overlay.
    Overlay = "Overlay Object" {
        OVERLAY fn overlay: Option<Located<&'d str>>, required;
        INFO: Option<Info<'d>>, required;
        EXTENDS fn extends: Option<Located<&'d str>>;
        ACTIONS fn actions: Vec<Action<'d>>, required;
    }
}

impl<'d> Overlay<'d> {
    pub(crate) fn of(overlay: Node<'d>) -> Self {
        Self(overlay)
    }
}

object! {
    /// A change of the document.
    Action = "Action Object" {
        TARGET fn target: Option<Located<&'d str>>, required;
        DESCRIPTION: Option<&'d str>;
        UPDATE fn update: Option<Node<'d>>;
        COPY fn copy: Option<Located<&'d str>>;
        REMOVE fn remove: bool;
    }
}

impl<'d> Action<'d> {
    /// Why the change is necessary: an extension of this generator.
    pub(crate) fn reason(&self) -> Option<&'d str> {
        self.str(keyword::REASON)
    }
}
