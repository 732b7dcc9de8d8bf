//! The hand-written half of every generated client; its files are copied verbatim into the output.
