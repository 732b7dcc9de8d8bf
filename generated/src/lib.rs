//! Stub until the generator writes it.
