//! What has come in and is not yet answered: one queue per chat in order, and what may be confirmed.
//! Neither fetches ([`super::polling`]) nor answers; an update is done when its handler says so.
//!
//! A chat gets its next answer only once Telegram knows that the earlier one is out: whatever kills the process,
//! at most one answer a chat is given twice. While another chat's answer holds up the confirmation, order alone counts.

mod counting;
mod waiting;
mod window;

use super::update::Update;
use crate::operations::Metrics;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;
use teloxide_core::types::ChatId;
use tokio::sync::{Notify, oneshot};
use window::Window;

/// So many updates of one chat wait behind the one in hand: more than a group asks while one answer is out.
const LANE: usize = 30;

/// Updates between arrival and confirmation.
#[derive(Default)]
pub(super) struct Intake {
    state: Mutex<State>,
    arrived: Notify,
    finished: Notify,
    metrics: Metrics,
}

#[derive(Default)]
struct State {
    window: Window,
    /// How many are handed out, or may be.
    in_hand: usize,
    /// Chats with an update in hand or answered and not confirmed, and what waits behind it.
    lanes: FxHashMap<ChatId, VecDeque<Update>>,
    /// What was answered and is not confirmed: its chat waits.
    answered: BTreeMap<u32, ChatId>,
    /// What fell out of a chat's queue: it is not answered, at most the chat is told.
    fallen: FxHashSet<u32>,
    /// Nothing is ever confirmed by an offset: a webhook's updates are confirmed one by one.
    is_pushed: bool,
    /// When each one came that is not handled yet.
    arrived_at: FxHashMap<u32, Instant>,
    /// What may be handed out now.
    ready: VecDeque<Update>,
    closed: bool,
}

impl Intake {
    /// True once for each update: a redelivered one is known.
    pub(super) fn is_new(&self, id: u32) -> bool {
        self.lock().window.is_new(id, Instant::now())
    }

    /// Queues an update behind the earlier ones of its chat; where too many wait, the oldest falls out.
    pub(super) fn push(&self, update: Update) {
        let mut state = self.lock();
        self.count_in(&mut state, update.id);
        let Some(lane) = update.lane() else { return self.hand_out(&mut state, update) };
        let Some(waiting) = state.lanes.get_mut(&lane) else {
            state.lanes.insert(lane, VecDeque::new());
            return self.hand_out(&mut state, update);
        };
        // Pushed over several connections at once, a later one may come in first.
        let place = waiting.iter().rposition(|it| it.id < update.id).map_or(0, |at| at + 1);
        waiting.insert(place, update);
        if waiting.len() > LANE
            && let Some(oldest) = waiting.pop_front()
        {
            state.fallen.insert(oldest.id);
            self.hand_out(&mut state, oldest);
        }
    }

    fn hand_out(&self, state: &mut State, update: Update) {
        state.in_hand += 1;
        state.ready.push_back(update);
        self.arrived.notify_one();
    }

    /// True for an update that fell out of its chat's queue.
    pub(super) fn is_fallen(&self, id: u32) -> bool {
        self.lock().fallen.contains(&id)
    }

    /// The next update whose chat has none in hand; nothing after the end.
    pub(super) async fn next(&self) -> Option<Update> {
        loop {
            {
                let mut state = self.lock();
                if let Some(update) = state.ready.pop_front() {
                    return Some(update);
                }
                if state.closed && state.lanes.is_empty() {
                    return None;
                }
            }
            self.arrived.notified().await;
        }
    }

    /// An update is handled: it may be confirmed. Its chat's next one comes at once if nothing was said, else once
    /// this one is confirmed.
    pub(super) fn done(&self, update: &Update, spoke: bool) {
        self.settle(update.id);
        let mut state = self.lock();
        state.in_hand = state.in_hand.saturating_sub(1);
        self.count_out(&mut state, update.id);
        self.finished.notify_one();
        let has_fallen = state.fallen.remove(&update.id);
        let Some(lane) = update.lane().filter(|_| !has_fallen) else { return self.arrived.notify_one() };
        if spoke && !state.is_pushed && !state.closed && state.window.holds(update.id) {
            state.answered.insert(update.id, lane);
        } else {
            self.release(&mut state, lane);
        }
        self.arrived.notify_one();
    }

    /// Hands out a chat's next update, or forgets the chat.
    fn release(&self, state: &mut State, lane: ChatId) {
        match state.lanes.get_mut(&lane).and_then(VecDeque::pop_front) {
            Some(next) => self.hand_out(state, next),
            None => drop(state.lanes.remove(&lane)),
        }
    }

    /// One answer holds up the confirmation of all: the other chats go on without it.
    pub(super) fn go_on(&self) {
        let mut state = self.lock();
        let lanes = std::mem::take(&mut state.answered);
        lanes.into_values().for_each(|it| self.release(&mut state, it));
        self.arrived.notify_one();
    }

    /// Comes when an update is handled; at once where it was already.
    pub(super) fn handled(&self, id: u32) -> oneshot::Receiver<()> {
        self.lock().window.wait_for(id)
    }

    /// An update needs no handler, or no more.
    pub(super) fn settle(&self, id: u32) {
        let mut state = self.lock();
        state.window.settle(id);
        if state.is_pushed {
            state.window.leave(id, Instant::now());
        }
        self.finished.notify_one();
    }

    /// The offset that confirms everything before the first update that is not done.
    pub(super) fn offset(&self) -> u32 {
        self.lock().window.offset()
    }

    /// Telegram knows this offset: the chats whose answers it confirms go on.
    pub(super) fn confirmed(&self, offset: u32) {
        let mut state = self.lock();
        state.window.confirmed(offset);
        let later = state.answered.split_off(&offset);
        let confirmed = std::mem::replace(&mut state.answered, later);
        confirmed.into_values().for_each(|it| self.release(&mut state, it));
    }

    /// Stops holding the offset for what is in hand longest: Telegram's window is full of it.
    pub(super) fn overtake(&self) -> usize {
        self.lock().window.overtake()
    }

    /// Nothing more comes in; what is there is still handed out.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.go_on();
    }

    /// True where a chat goes on as soon as its answer is confirmed.
    pub(super) fn has_waiting(&self) -> bool {
        let state = self.lock();
        state.answered.values().any(|it| state.lanes.get(it).is_some_and(|it| !it.is_empty()))
    }

    /// True once nothing more comes in.
    pub(super) fn is_closed(&self) -> bool {
        self.lock().closed
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
