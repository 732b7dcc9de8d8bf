use std::fmt::{self, Display, Formatter};

use super::{In, Indented};
use crate::ir::Webhook;

impl Display for In<'_, Webhook> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(types, webhook) = self;
        let deprecated = if webhook.deprecated {
            " deprecated"
        } else {
            ""
        };
        let ty = In(types, &webhook.ty);
        writeln!(f, "webhook {}: {ty}{deprecated}", webhook.name)?;
        write!(f, "{}", Indented("  ", &webhook.docs))?;
        for name in &webhook.headers {
            writeln!(f, "  header {name}")?;
        }
        Ok(())
    }
}
