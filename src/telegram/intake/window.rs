//! Which updates are known, which are done, and how far they may be confirmed.
//! Knows no chat and no order of handling.

use crate::engine::Bounded;
use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, Instant};
use tokio::sync::oneshot;

/// So many updates that came by a webhook are known again; Telegram brings at most 100 at a time.
const REMEMBERED: usize = 4_096;

/// Telegram keeps no update longer than a day: one with the same number after that is another one.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);

/// Updates that are not confirmed.
pub(super) struct Window {
    /// Each one, and whether it is done.
    updates: BTreeMap<u32, bool>,
    /// How many are not done.
    pub(super) open: usize,
    /// The offset that confirms all that left the window.
    offset: u32,
    /// Who waits until an update is done.
    awaited: HashMap<u32, Vec<oneshot::Sender<()>>>,
    /// What is done and was confirmed by itself: known again, should it come again.
    known: Bounded<u32, ()>,
}

impl Default for Window {
    fn default() -> Self {
        Self {
            updates: BTreeMap::new(),
            open: 0,
            offset: 0,
            awaited: HashMap::new(),
            known: Bounded::new(REMEMBERED, KEPT),
        }
    }
}

impl Window {
    /// True once for each update: a redelivered one is known.
    pub(super) fn is_new(&mut self, id: u32, now: Instant) -> bool {
        let is_new = !self.updates.contains_key(&id) && self.known.get(&id, now).is_none();
        if is_new {
            self.updates.insert(id, false);
            self.open += 1;
        }
        is_new
    }

    pub(super) fn holds(&self, id: u32) -> bool {
        self.updates.contains_key(&id)
    }

    /// An update is done; whoever waits for it is told.
    pub(super) fn settle(&mut self, id: u32) {
        let was_open = self.updates.get_mut(&id).is_some_and(|done| !std::mem::replace(done, true));
        self.open -= usize::from(was_open);
        for waiting in self.awaited.remove(&id).unwrap_or_default() {
            // Who waited may be gone.
            let _ = waiting.send(());
        }
    }

    /// Comes when an update is done; at once where it is already.
    pub(super) fn wait_for(&mut self, id: u32) -> oneshot::Receiver<()> {
        let (sender, receiver) = oneshot::channel();
        if self.updates.get(&id) == Some(&false) {
            self.awaited.entry(id).or_default().push(sender);
        } else {
            // The receiver is here: it cannot be gone.
            let _ = sender.send(());
        }
        receiver
    }

    /// The offset that confirms everything before the first update that is not done.
    pub(super) fn offset(&self) -> u32 {
        let unfinished = self.updates.iter().find(|(_, done)| !**done).map(|(id, _)| *id);
        let behind_all = || self.updates.last_key_value().map(|(id, _)| id + 1);
        unfinished.or_else(behind_all).unwrap_or(self.offset)
    }

    /// Telegram knows this offset: what it confirms need not be remembered.
    pub(super) fn confirmed(&mut self, offset: u32) {
        self.offset = offset;
        self.updates.retain(|id, done| *id >= offset || !*done);
    }

    /// Counts everything as done, and returns how many were not.
    pub(super) fn overtake(&mut self) -> usize {
        let late: Vec<u32> = self.updates.iter().filter(|(_, done)| !**done).map(|(id, _)| *id).collect();
        late.iter().for_each(|id| self.settle(*id));
        late.len()
    }

    /// True where the oldest update is not done: the offset cannot move.
    pub(super) fn is_stuck(&self) -> bool {
        self.updates.first_key_value().is_some_and(|(_, done)| !done)
    }

    /// An update that is done leaves the window without an offset: the reply to its webhook confirms it.
    pub(super) fn leave(&mut self, id: u32, now: Instant) {
        if self.updates.remove(&id).is_some() {
            self.known.insert(id, (), now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A new update comes, is done and leaves the window.
    fn pass(window: &mut Window, id: u32, now: Instant) {
        assert!(window.is_new(id, now), "{id}");
        window.settle(id);
        window.leave(id, now);
    }

    #[test]
    fn what_was_pushed_is_known_for_a_day() {
        let (mut window, begun) = (Window::default(), Instant::now());
        pass(&mut window, 1, begun);
        assert!(!window.is_new(1, begun + KEPT - Duration::from_secs(1)));
        assert!(window.is_new(1, begun + KEPT));
    }

    #[test]
    fn a_bounded_number_is_known_even_while_an_early_one_is_in_hand() {
        let (mut window, now) = (Window::default(), Instant::now());
        assert!(window.is_new(1, now));
        let last = u32::try_from(REMEMBERED).unwrap() + 2;
        (2..=last).for_each(|id| pass(&mut window, id, now));
        assert_eq!((window.updates.len(), window.known.len()), (1, REMEMBERED));
        assert_eq!([1, last].map(|id| window.is_new(id, now)), [false, false]);
        assert!(window.is_new(2, now), "the one that left first is forgotten first");
    }

    #[test]
    fn after_a_quiet_week_lower_numbers_are_known_too() {
        let (mut window, now) = (Window::default(), Instant::now());
        let high = 1_000_000;
        (high..high + u32::try_from(REMEMBERED).unwrap()).for_each(|id| pass(&mut window, id, now));
        pass(&mut window, 5, now);
        assert!(!window.is_new(5, now));
    }
}
