use crate::parts::Part;

/// The files of `blocking/`.
pub(super) const PARTS: &[Part] = &[
    part!("blocking/block.rs")
        .needs(&["blocking/drive.rs", "error/call_error.rs"])
        .public(&["Block"])
        .feature("blocking"),
    part!("blocking/block_iter.rs")
        .needs(&["blocking/drive.rs", "error/call_error.rs"])
        .crates(&["futures-core"])
        .public(&["BlockIter", "BlockingIter"])
        .feature("blocking"),
    part!("blocking/drive.rs")
        .needs(&["error/call_error.rs"])
        .crates(&["tokio"])
        .feature("blocking"),
];
