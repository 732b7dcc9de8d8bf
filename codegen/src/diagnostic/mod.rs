//! Findings about a document: located, with a code, all at once.
//!
//! A stage builds a [`Diagnostic`] and reports it to the [`Sink`]:
//!
//! ```
//! use codegen::diagnostic::{Code, Diagnostic, Pointer, Sink};
//!
//! let mut sink = Sink::default();
//! let (first, second) = (Pointer::parse("/tags/0"), Pointer::parse("/tags/1"));
//! sink.report(
//!     Diagnostic::warning(Code::DuplicateItem, &second, "the tag `pets` is declared twice")
//!         .help("remove one of them")
//!         .label(&first, "first declared here"),
//! );
//! assert!(!sink.has_errors());
//! ```

mod cause;
mod code;
mod finding;
mod location;
mod moves;
mod origins;
mod page;
mod pointer;
mod sink;
mod suggest;

pub use cause::Cause;
pub use code::Code;
pub use finding::{Diagnostic, Label, Severity};
pub use location::Location;
pub use moves::Moves;
pub use origins::Origins;
pub use page::Page;
pub use pointer::Pointer;
pub use sink::Sink;
pub(crate) use suggest::did_you_mean;
