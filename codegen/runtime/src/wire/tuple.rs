//! Arrays with a type for each position (JSON Schema 2020-12, *prefixItems*), which are tuples in Rust.
//!
//! Items beyond the last position are ignored, like unknown keys of an object. A missing item is an error.

use super::decode::{Decode, Slot};
use super::encode::{Encode, Items, View};
use super::kinds::Kind;
use super::read_tuple::TupleSlot;

macro_rules! tuples {
    ($($count:literal: $($index:tt $item:ident),*;)*) => {$(
        impl<$($item: Encode),*> Encode for ($($item,)*) {
            fn view(&self) -> View<'_> {
                View::List(self)
            }
        }

        impl<$($item: Encode),*> Items for ($($item,)*) {
            fn count(&self) -> usize {
                $count
            }

            fn item(&self, index: usize) -> View<'_> {
                match index {
                    $($index => self.$index.view(),)*
                    _ => View::Absent,
                }
            }
        }

        impl<$($item: Decode),*> Decode for ($($item,)*) {
            fn blank() -> Self {
                ($($item::blank(),)*)
            }

            fn slot(&mut self) -> Slot<'_> {
                Slot::Kind(Kind::Tuple(self))
            }
        }

        impl<$($item: Decode),*> TupleSlot for ($($item,)*) {
            fn position(&mut self, index: usize) -> Option<Slot<'_>> {
                match index {
                    $($index => Some(self.$index.slot()),)*
                    _ => None,
                }
            }
        }
    )*};
}

tuples! {
    2: 0 A, 1 B;
    3: 0 A, 1 B, 2 C;
    4: 0 A, 1 B, 2 C, 3 D;
    5: 0 A, 1 B, 2 C, 3 D, 4 E;
    6: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F;
    7: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G;
    8: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H;
    9: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I;
    10: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J;
    11: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J, 10 K;
    12: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J, 10 K, 11 L;
}
