use std::panic::{RefUnwindSafe, UnwindSafe};
use std::rc::Rc;

use crate::wire::{self, OpaqueBox};

type Value = Vec<Option<String>>;

#[test]
fn a_value_is_read_and_written_as_without_the_box() {
    let text = br#"["a","b"]"#;
    let mut boxed: OpaqueBox<Value> = wire::from_slice(text).unwrap();
    assert_eq!(*boxed, [Some("a".to_owned()), Some("b".to_owned())]);
    boxed.pop();
    assert_eq!(wire::to_vec(&boxed).unwrap(), br#"["a"]"#);
    assert_eq!(format!("{boxed:?}"), r#"[Some("a")]"#);
    assert_eq!(boxed.clone(), boxed);
    assert_ne!(boxed, OpaqueBox::default());
    assert_eq!(boxed.into_inner(), [Some("a".to_owned())]);
}

#[test]
fn a_box_goes_to_another_thread_whatever_it_may_hold() {
    fn goes<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    goes::<OpaqueBox<Value>>();
    // The compiler does not look: there is such a type, and no value of it.
    goes::<OpaqueBox<Rc<u8>>>();
}
