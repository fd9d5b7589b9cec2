//! The same work on many things, on all processors, in the order of the things.
//! Knows not what the work is.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::thread;

/// Fewer things than this for each thread are done sooner than threads begin.
const FEWEST: usize = 8;
/// More threads than this do no more: they wait for memory.
const MOST_THREADS: usize = 16;

/// What `work` makes of each thing.
pub(super) fn each<T: Send, R: Send>(things: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let processors = thread::available_parallelism().map_or(1, NonZeroUsize::get).min(MOST_THREADS);
    let threads = processors.min(things.len() / FEWEST);
    if threads < 2 {
        return things.into_iter().map(work).collect();
    }
    let size = things.len().div_ceil(threads);
    let mut things = things.into_iter();
    let shares: Vec<Vec<T>> = (0..threads).map(|_| things.by_ref().take(size).collect()).collect();
    let work = &work;
    thread::scope(|scope| {
        let run = |share: Vec<T>| scope.spawn(move || share.into_iter().map(work).collect::<Vec<R>>());
        let running: Vec<_> = shares.into_iter().map(run).collect();
        running.into_iter().flat_map(|it| it.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn every_thing_is_worked_on_once_and_in_order() {
        for count in [0, 1, 7, 16, 17, 1000] {
            let made = each((0..count).collect(), |it: usize| it * 2);
            assert_eq!(made, (0..count).map(|it| it * 2).collect::<Vec<usize>>(), "{count}");
        }
    }
}
