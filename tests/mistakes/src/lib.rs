//! Programs with common mistakes, and what the compiler says about each.
