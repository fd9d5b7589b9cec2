//! Which updates are known, which are done, and how far they may be confirmed.
//! Knows no chat and no order of handling.

use std::collections::{BTreeMap, HashMap};
use tokio::sync::oneshot;

/// So many updates that came by a webhook are known again; Telegram brings at most 100 at a time.
const REMEMBERED: usize = 4_096;

/// Updates that are not confirmed.
#[derive(Default)]
pub(super) struct Window {
    /// Each one, and whether it is done.
    updates: BTreeMap<u32, bool>,
    /// How many are not done.
    pub(super) open: usize,
    /// The offset that confirms all that left the window.
    offset: u32,
    /// Who waits until an update is done.
    awaited: HashMap<u32, Vec<oneshot::Sender<()>>>,
}

impl Window {
    /// True once for each update: a redelivered one is known.
    pub(super) fn is_new(&mut self, id: u32) -> bool {
        let is_new = !self.updates.contains_key(&id);
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

    /// Forgets the oldest that are done: where nothing is confirmed by an offset, they would stay for ever.
    pub(super) fn forget_oldest(&mut self) {
        while self.updates.len() > REMEMBERED
            && let Some((oldest, true)) = self.updates.first_key_value().map(|(id, done)| (*id, *done))
        {
            self.updates.remove(&oldest);
        }
    }
}
