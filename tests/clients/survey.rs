//! How many unions there are of each kind, over documents of other people.

use std::{fs, io};

use codegen::ir::{Shape, Variants};
use workspace_tests::documents::published;

use super::Client;

/// How many unions a document has.
#[derive(Default)]
pub(super) struct Counts {
    pub(super) tagged: usize,
    /// Told apart by what the JSON looks like, whatever the value is.
    pub(super) decided: usize,
    /// The same, but for some values, which stay JSON.
    pub(super) ambiguous: usize,
}

/// Counts and prints a line for each document that has unions.
pub(super) fn all() -> io::Result<Counts> {
    let mut sum = Counts::default();
    println!("| document | tagged | told apart | ambiguous |\n|---|---|---|---|");
    for folder in ["v30", "v31"].into_iter().filter_map(published) {
        let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
        let mut files: Vec<_> = entries.iter().map(fs::DirEntry::path).collect();
        files.sort();
        for file in files {
            if let Some(client) = Client::of(&fs::read_to_string(&file)?) {
                let counts = Counts::of(&client);
                counts.print(&file.file_name().unwrap_or_default().to_string_lossy());
                sum.add(&counts);
            }
        }
    }
    sum.print("all");
    Ok(sum)
}

impl Counts {
    fn of(client: &Client) -> Self {
        let mut counts = Self::default();
        for (ty, facts) in client.api.types.iter().zip(&client.facts.types) {
            let Shape::Union(union) = &ty.shape else {
                continue;
            };
            let is_distinct = facts.variants.iter().all(|variant| variant.is_distinct);
            *match &union.variants {
                Variants::Tagged(..) => &mut counts.tagged,
                Variants::Untagged(_) if is_distinct => &mut counts.decided,
                Variants::Untagged(_) => &mut counts.ambiguous,
            } += 1;
        }
        counts
    }

    fn add(&mut self, other: &Self) {
        self.tagged += other.tagged;
        self.decided += other.decided;
        self.ambiguous += other.ambiguous;
    }

    fn print(&self, name: &str) {
        let Self {
            tagged,
            decided,
            ambiguous,
        } = self;
        if tagged + decided + ambiguous > 0 {
            println!("| {name} | {tagged} | {decided} | {ambiguous} |");
        }
    }
}
