use super::keyword;
use super::kind::{Field, Kind, Object};
use super::view::{Member, Read, View, object, view};
use crate::load::Node;

object! {
    /// A link to documentation elsewhere.
    ExternalDocs = "External Documentation Object" {
        URL fn url: Option<&'d str>, required;
        DESCRIPTION fn description: Option<&'d str>;
    }
}
