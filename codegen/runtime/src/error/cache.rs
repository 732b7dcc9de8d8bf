//! Values that are decoded once.

use std::any::Any;
use std::sync::OnceLock;

/// One value for each type, decoded when it is first needed.
#[derive(Default)]
pub(crate) struct Cache(OnceLock<Box<Entry>>);

struct Entry {
    value: Box<dyn Any + Send + Sync>,
    next: Cache,
}

impl Cache {
    /// The value of type `T`, if there is one; `decode` is called once.
    pub(crate) fn get_or_init<T: Any + Send + Sync>(
        &self,
        decode: impl FnOnce() -> Option<T>,
    ) -> Option<&T> {
        let mut decode = Some(decode);
        let mut cache = self;
        loop {
            let entry = cache.0.get_or_init(|| {
                let decoded = decode.take().and_then(|decode| decode());
                Box::new(Entry {
                    value: Box::new(decoded),
                    next: Self::default(),
                })
            });
            match entry.value.downcast_ref::<Option<T>>() {
                Some(value) => return value.as_ref(),
                None => cache = &entry.next,
            }
        }
    }
}
