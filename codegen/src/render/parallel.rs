//! Maps a function over values on all processors. The result does not depend on their number.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// The stack size of a program's main thread.
const STACK: usize = 8 << 20;

/// The results in the order of the values.
pub(super) fn map<T: Sync, R: Send + Sync>(values: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let results: Vec<OnceLock<R>> = values.iter().map(|_| OnceLock::new()).collect();
    let next = AtomicUsize::new(0);
    let share = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let (Some(value), Some(result)) = (values.get(index), results.get(index)) else {
                break;
            };
            // No other thread has this index.
            result.get_or_init(|| work(value));
        }
    };
    let helpers = thread::available_parallelism().map_or(0, |count| count.get().saturating_sub(1));
    thread::scope(|scope| {
        for _ in 0..helpers {
            let thread = thread::Builder::new().stack_size(STACK);
            // If a thread cannot be started, the others do its work.
            drop(thread.spawn_scoped(scope, share));
        }
        share();
    });
    results
        .into_iter()
        .filter_map(OnceLock::into_inner)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn results_keep_the_order() {
        let values: Vec<usize> = (0..1000).collect();
        assert_eq!(
            map(&values, |value| value + 1),
            (1..1001).collect::<Vec<_>>()
        );
        assert!(map(&[], |(): &()| ()).is_empty());
    }
}
