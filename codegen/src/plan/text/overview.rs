use std::fmt::{self, Display, Formatter};

use super::super::installation::{Choice, Installation};
use super::super::operations::Listing;
use super::super::overview::{Overview, Section};
use super::super::streaming::Overview as Streams;
use super::super::waiting::Overview as Waiting;
use super::docs::Docs;
use super::value::list;

impl Display for Overview<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Docs("  ", &self.docs))?;
        self.choice.iter().try_for_each(|it| write!(f, "{it}"))?;
        write!(f, "{}", self.installation)?;
        let mut sections = self.sections.iter();
        sections.try_for_each(|section| write!(f, "{section}"))
    }
}

impl Display for Choice<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self {
            operations,
            features,
            default,
        } = self;
        writeln!(
            f,
            "  choice of {features} features for {operations} operations, default {default:?}"
        )
    }
}

impl Display for Installation<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self {
            source,
            features,
            runtime,
        } = self;
        writeln!(
            f,
            "  installation from {source:?} with {features:?} and {runtime:?}"
        )
    }
}

impl Display for Listing<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Operations(_) => writeln!(f, "  section operations"),
            Self::Groups => writeln!(f, "  section operations by group"),
        }
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
            Self::Operations(operations) => write!(f, "{}", operations.readme),
            Self::Bodies(example) => write!(f, "  section bodies\n{example}"),
            Self::Skipped(operations) => {
                writeln!(f, "  section skipped operations")?;
                operations.iter().try_for_each(|skipped| {
                    writeln!(f, "    {} {:?}", skipped.request, skipped.reasons)
                })
            }
            Self::Errors(failures, example) => {
                writeln!(f, "  section errors, bodies {failures:?}")?;
                let mut example = example.iter();
                example.try_for_each(|example| write!(f, "{example}"))
            }
            Self::Pagination(pagination) => {
                write!(f, "  section pagination\n{}", pagination.example)?;
                writeln!(f, "    inferred {}", list(pagination.inferred.iter()))
            }
            Self::Waiting(waiting) => self::waiting(waiting, f),
            Self::Streams(streams) => self::streams(streams, f),
            Self::Webhooks(webhooks) => {
                writeln!(f, "  section webhooks {:?}", webhooks.verification)
            }
            Self::Validation => writeln!(f, "  section validation"),
            Self::Formats(formats) => {
                let names = formats.iter().map(|rich| rich.name);
                writeln!(f, "  section formats {}", list(names))
            }
            Self::RequiredValues(example) => write!(f, "  section required values\n{example}"),
            Self::Retries(example) => write!(f, "  section retries\n{example}"),
            Self::Blocking(example, iteration) => {
                write!(f, "  section blocking, iteration {iteration:?}\n{example}")
            }
            Self::Idempotency(headers) => {
                writeln!(f, "  section idempotency keys {}", list(headers.iter()))
            }
            Self::OtherRequests(example) => write!(f, "  section other requests\n{example}"),
            Self::Troubleshooting => writeln!(f, "  section troubleshooting"),
            Self::Interceptors => writeln!(f, "  section interceptors"),
            Self::Tests(_) => writeln!(f, "  section tests"),
            Self::CommandLine(shown) => {
                writeln!(
                    f,
                    "  section command line {} {}",
                    shown.program, shown.command
                )
            }
            Self::Features => writeln!(f, "  section features"),
            Self::Compatibility => writeln!(f, "  section compatibility"),
            Self::Limits(gaps) => {
                writeln!(f, "  section limits")?;
                let mut gaps = gaps.iter();
                gaps.try_for_each(|gap| writeln!(f, "    {gap:?}"))
            }
        }
    }
}

fn waiting(waiting: &Waiting<'_>, f: &mut Formatter<'_>) -> fmt::Result {
    writeln!(f, "  section waiting")?;
    let mut example = waiting.example.iter();
    example.try_for_each(|example| write!(f, "{example}"))?;
    writeln!(f, "    inferred {:?}", waiting.inferred)
}

fn streams(streams: &Streams<'_>, f: &mut Formatter<'_>) -> fmt::Result {
    write!(f, "  section streams\n{}", streams.example)?;
    writeln!(f, "    of {}", list(streams.operations.iter()))?;
    writeln!(f, "    inferred {}", list(streams.inferred.iter()))
}
