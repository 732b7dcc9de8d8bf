use std::fmt::{self, Display, Formatter};

use super::super::overview::{Overview, Section};
use super::docs::Docs;
use super::value::list;

impl Display for Overview<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Docs("  ", &self.docs))?;
        let mut sections = self.sections.iter();
        sections.try_for_each(|section| write!(f, "{section}"))
    }
}

/// The operations are those of the groups, and the features those of the crate.
impl Display for Section<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::FirstCall(example) => write!(f, "  section first call\n{example}"),
            Self::Credentials(environment) => {
                writeln!(f, "  section credentials{environment}")
            }
            Self::Operations(_) => writeln!(f, "  section operations"),
            Self::Skipped(operations) => {
                writeln!(f, "  section skipped operations")?;
                operations.iter().try_for_each(|skipped| {
                    writeln!(f, "    {} {:?}", skipped.request, skipped.reasons)
                })
            }
            Self::Errors(failures) => writeln!(f, "  section errors, bodies {failures:?}"),
            Self::Pagination(pagination) => {
                write!(f, "  section pagination\n{}", pagination.example)?;
                writeln!(f, "    inferred {}", list(pagination.inferred.iter()))
            }
            Self::Waiting(waiting) => {
                writeln!(f, "  section waiting")?;
                let mut example = waiting.example.iter();
                example.try_for_each(|example| write!(f, "{example}"))?;
                writeln!(f, "    inferred {:?}", waiting.inferred)
            }
            Self::Streams(streams) => {
                write!(f, "  section streams\n{}", streams.example)?;
                writeln!(f, "    of {}", list(streams.operations.iter()))?;
                writeln!(f, "    inferred {}", list(streams.inferred.iter()))
            }
            Self::Webhooks(webhooks) => {
                writeln!(f, "  section webhooks {:?}", webhooks.verification)
            }
            Self::Validation => writeln!(f, "  section validation"),
            Self::RequiredValues(example) => write!(f, "  section required values\n{example}"),
            Self::Retries(example) => write!(f, "  section retries\n{example}"),
            Self::Idempotency(headers) => {
                writeln!(f, "  section idempotency keys {}", list(headers.iter()))
            }
            Self::OtherRequests(example) => write!(f, "  section other requests\n{example}"),
            Self::Troubleshooting => writeln!(f, "  section troubleshooting"),
            Self::Interceptors => writeln!(f, "  section interceptors"),
            Self::Tests(_) => writeln!(f, "  section tests"),
            Self::Features => writeln!(f, "  section features"),
            Self::Limits(gaps) => {
                writeln!(f, "  section limits")?;
                let mut gaps = gaps.iter();
                gaps.try_for_each(|gap| writeln!(f, "    {gap:?}"))
            }
        }
    }
}
