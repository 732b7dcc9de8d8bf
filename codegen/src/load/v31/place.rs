use crate::diagnostic::{Moves, Pointer};

/// The place of an object that is rewritten.
pub(in crate::load) struct Place<'m> {
    pub(in crate::load) at: &'m Pointer,
    pub(in crate::load) moves: &'m mut Moves,
}

impl Place<'_> {
    /// Records where a value inside the object is read now, and where it is written.
    pub(super) fn moved(
        &mut self,
        now: impl Fn(&Pointer) -> Pointer,
        written: impl Fn(&Pointer) -> Pointer,
    ) {
        self.merged(now, &written, &written);
    }

    /// The same for a value whose members are written in another place than the value itself.
    pub(super) fn merged(
        &mut self,
        now: impl Fn(&Pointer) -> Pointer,
        itself: impl Fn(&Pointer) -> Pointer,
        members: impl Fn(&Pointer) -> Pointer,
    ) {
        let written = self.moves.members(self.at);
        let (itself, members) = (itself(&written), members(&written));
        self.moves.add(&now(self.at), itself, members);
    }
}
