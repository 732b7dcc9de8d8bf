//! The compact text form of the IR that snapshots show.
