//! Partitions the code points into atoms: each set of the pattern contains all or none of an atom.
//!
//! All steps before the final table use these few atoms instead of 1.1 million code points.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexSet;

use super::ast::{CodePoints, SetId};
use super::sets;

/// Index of an atom.
pub(super) type Atom = usize;

/// The atoms of a pattern.
pub(super) struct Alphabet {
    /// All characters in order, as ranges that lie within one atom each.
    pub(super) ranges: Vec<(char, char, Atom)>,
    /// For each atom, the sets that contain it.
    atoms: IndexSet<BTreeSet<SetId>>,
}

impl Alphabet {
    /// The coarsest partition that all `sets` allow.
    pub(super) fn new(sets: &IndexSet<CodePoints>) -> Self {
        // The boundaries of sets, by code point.
        let mut changes: BTreeMap<u32, Vec<SetId>> = BTreeMap::from([(0, vec![])]);
        for (id, set) in sets.iter().enumerate() {
            for &(first, last) in set {
                changes.entry(first.into()).or_default().push(id);
                changes.entry(u32::from(last) + 1).or_default().push(id);
            }
        }
        let ends = changes
            .keys()
            .skip(1)
            .map(|next| next - 1)
            .chain([u32::from(char::MAX)]);
        let mut alphabet = Self {
            ranges: Vec::new(),
            atoms: IndexSet::new(),
        };
        let mut members = BTreeSet::new();
        for ((first, toggled), last) in changes.iter().zip(ends) {
            for &id in toggled {
                if !members.remove(&id) {
                    members.insert(id);
                }
            }
            if let Some((first, last)) = sets::characters(*first, last) {
                let (atom, _) = alphabet.atoms.insert_full(members.clone());
                alphabet.ranges.push((first, last, atom));
            }
        }
        alphabet
    }

    /// The number of atoms.
    pub(super) fn len(&self) -> usize {
        self.atoms.len()
    }

    /// Whether the set contains the atom: all of it or nothing.
    pub(super) fn contains(&self, set: SetId, atom: Atom) -> bool {
        self.atoms[atom].contains(&set)
    }
}
