//! What the contract tests share: where the servers are, and a proxy that breaks connections.

mod proxy;

pub use proxy::{Fault, Proxy};

use std::io::Write;
use std::sync::Once;
use std::time::Duration;

/// One message tells of all the tests of a binary.
static SKIPPED: Once = Once::new();

/// Writes a line to standard error, also from a test that passes: of that, `eprintln!` shows nothing.
pub fn tell(line: &str) {
    let _unseen = writeln!(std::io::stderr(), "\n{line}");
}

/// The servers that `cargo xtask contract` has started.
#[derive(Clone, Debug)]
pub struct Servers {
    /// Prism, which serves the curated document and answers a violation of it with an error.
    pub prism: String,
    /// An OAuth 2.0 authorization server, and Prism behind a check of its tokens.
    pub oauth: String,
    /// Apache with HTTP digest in front of Prism.
    pub apache: String,
    /// How long Apache takes a nonce, and the lifetime of the short-lived tokens.
    pub lifetime: Duration,
}

impl Servers {
    /// The servers, or `None` and a message on standard error when the tests run without them.
    #[must_use]
    pub fn running() -> Option<Self> {
        let servers = Self::from_environment();
        if servers.is_none() {
            SKIPPED.call_once(|| tell("skipped: no servers; `cargo xtask contract` starts them"));
        }
        servers
    }

    fn from_environment() -> Option<Self> {
        let variable = |name| std::env::var(name).ok();
        Some(Self {
            prism: variable("CONTRACT_PRISM_URL")?,
            oauth: variable("CONTRACT_OAUTH_URL")?,
            apache: variable("CONTRACT_APACHE_URL")?,
            lifetime: Duration::from_secs(variable("CONTRACT_LIFETIME_SECONDS")?.parse().ok()?),
        })
    }
}
