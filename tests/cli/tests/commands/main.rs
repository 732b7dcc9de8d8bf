//! The command line as users run it: what it prints, what it sends, and its exit status.

mod calls;
mod failures;
mod help;
mod invalid;
mod session;
mod shells;
mod shop;
mod streams;
