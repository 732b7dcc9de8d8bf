//! Prints each path and text of a document's client, for tests that need a separate process.

use std::{env, fs, process};

fn main() {
    let Some(path) = env::args_os().nth(1) else {
        eprintln!("which document?");
        process::exit(2);
    };
    let text = fs::read_to_string(path).unwrap_or_else(|error| {
        eprintln!("{error}");
        process::exit(2);
    });
    let generated = codegen::generate(&text, &codegen::Options::default());
    for (path, text) in generated.tree.unwrap_or_default() {
        println!("=== {path} ({} bytes)\n{text}", text.len());
    }
}
