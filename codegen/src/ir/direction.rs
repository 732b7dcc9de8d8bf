use super::{Access, Property};

/// The direction of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// The client sends it.
    Request,
    /// The client receives it.
    Response,
}

impl Direction {
    /// Both directions, the request first.
    pub const BOTH: [Self; 2] = [Self::Request, Self::Response];

    /// Whether a value in this direction has the property.
    #[must_use]
    pub fn carries(self, property: &Property) -> bool {
        self.admits(property.access)
    }

    /// Whether the access allows this direction.
    #[must_use]
    pub fn admits(self, access: Access) -> bool {
        match access {
            Access::ReadWrite => true,
            Access::ReadOnly => self == Self::Response,
            Access::WriteOnly => self == Self::Request,
        }
    }
}
