//! What has come in and is not yet answered: one queue per chat in order, and what may be confirmed.
//! Neither fetches ([`super::polling`]) nor answers; an update is done when its handler says so.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use teloxide::types::{ChatId, Update, UpdateId};
use tokio::sync::Notify;
use tokio::time::timeout;

/// Updates between arrival and confirmation.
#[derive(Default)]
pub(super) struct Intake {
    state: Mutex<State>,
    arrived: Notify,
    finished: Notify,
}

#[derive(Default)]
struct State {
    /// Each update that is not confirmed, and whether it is done.
    window: BTreeMap<u32, bool>,
    /// How many of the window are not done.
    open: usize,
    /// The offset that confirms all that left the window.
    offset: u32,
    /// Chats with an update in hand, and what waits behind it.
    lanes: HashMap<ChatId, VecDeque<Update>>,
    /// What may be handed out now.
    ready: VecDeque<Update>,
    closed: bool,
}

impl Intake {
    /// True once for each update: a redelivered one is known.
    pub(super) fn is_new(&self, id: u32) -> bool {
        let mut state = self.lock();
        let is_new = !state.window.contains_key(&id);
        if is_new {
            state.window.insert(id, false);
            state.open += 1;
        }
        is_new
    }

    /// Queues an update behind the earlier ones of its chat.
    pub(super) fn push(&self, update: Update) {
        let mut state = self.lock();
        match lane(&update).and_then(|lane| state.lanes.get_mut(&lane)) {
            Some(waiting) => waiting.push_back(update),
            None => {
                if let Some(lane) = lane(&update) {
                    state.lanes.insert(lane, VecDeque::new());
                }
                state.ready.push_back(update);
            }
        }
        self.arrived.notify_one();
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

    /// An update is handled: it may be confirmed, and its chat's next one may come.
    pub(super) fn done(&self, update: &Update) {
        self.settle(update.id);
        let mut state = self.lock();
        if let Some(lane) = lane(update) {
            match state.lanes.get_mut(&lane).and_then(VecDeque::pop_front) {
                Some(next) => state.ready.push_back(next),
                None => drop(state.lanes.remove(&lane)),
            }
        }
        self.arrived.notify_one();
    }

    /// An update needs no handler, or no more.
    pub(super) fn settle(&self, id: UpdateId) {
        let mut state = self.lock();
        let was_open = state.window.get_mut(&id.0).is_some_and(|done| !std::mem::replace(done, true));
        state.open -= usize::from(was_open);
        self.finished.notify_one();
    }

    /// The offset that confirms everything before the first update that is not done.
    pub(super) fn offset(&self) -> u32 {
        let state = self.lock();
        let unfinished = state.window.iter().find(|(_, done)| !**done).map(|(id, _)| *id);
        let behind_all = || state.window.last_key_value().map(|(id, _)| id + 1);
        unfinished.or_else(behind_all).unwrap_or(state.offset)
    }

    /// Telegram knows this offset: what it confirms need not be remembered.
    pub(super) fn confirmed(&self, offset: u32) {
        let mut state = self.lock();
        state.offset = offset;
        state.window.retain(|id, done| *id >= offset || !*done);
    }

    /// Stops holding the offset for what is in hand longest: Telegram's window is full of it.
    pub(super) fn overtake(&self) -> usize {
        let mut state = self.lock();
        let late: Vec<u32> = state.window.iter().filter(|(_, done)| !**done).map(|(id, _)| *id).collect();
        for id in &late {
            state.window.insert(*id, true);
        }
        state.open = 0;
        late.len()
    }

    /// Waits until at most `open` updates are unfinished, or for `limit`.
    pub(super) async fn settled(&self, open: usize, limit: Duration) {
        let wait = async {
            while self.lock().open > open {
                self.finished.notified().await;
            }
        };
        // Not in time is as good: the caller looks again anyway.
        let _ = timeout(limit, wait).await;
    }

    /// True where the oldest update is not done: the offset cannot move.
    pub(super) fn offset_is_stuck(&self) -> bool {
        self.lock().window.first_key_value().is_some_and(|(_, done)| !done)
    }

    /// Waits until one more update is finished, or for `limit`.
    pub(super) async fn progress(&self, limit: Duration) {
        let open = self.lock().open;
        self.settled(open.saturating_sub(1), limit).await;
    }

    /// Nothing more comes in; what is there is still handed out.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.arrived.notify_one();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whose order counts: the chat's, or the person's where there is no chat.
fn lane(update: &Update) -> Option<ChatId> {
    let person = || update.from().and_then(|it| i64::try_from(it.id.0).ok()).map(ChatId);
    update.chat().map(|it| it.id).or_else(person)
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::FutureExt;

    fn update(id: u32, chat: i64) -> Update {
        let text = format!(
            r#"{{"update_id":{id},"message":{{"message_id":{id},"date":0,"text":"x",
            "chat":{{"id":{chat},"type":"private"}},"from":{{"id":{chat},"is_bot":false,"first_name":"x"}}}}}}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    fn arrive(intake: &Intake, id: u32, chat: i64) {
        assert!(intake.is_new(id));
        intake.push(update(id, chat));
    }

    fn next(intake: &Intake) -> Option<u32> {
        intake.next().now_or_never().flatten().map(|it| it.id.0)
    }

    #[test]
    fn a_chat_has_one_update_in_hand_and_others_go_on() {
        let intake = Intake::default();
        for (id, chat) in [(1, 1), (2, 1), (3, 2)] {
            arrive(&intake, id, chat);
        }
        assert_eq!([next(&intake), next(&intake), next(&intake)], [Some(1), Some(3), None]);
        intake.done(&update(1, 1));
        assert_eq!(next(&intake), Some(2));
    }

    #[test]
    fn only_what_is_done_is_confirmed() {
        let intake = Intake::default();
        assert_eq!(intake.offset(), 0);
        for (id, chat) in [(1, 1), (2, 1), (3, 2)] {
            arrive(&intake, id, chat);
        }
        intake.done(&update(3, 2));
        assert_eq!(intake.offset(), 1);
        intake.done(&update(1, 1));
        assert_eq!(intake.offset(), 2);
        intake.confirmed(2);
        assert!(!intake.is_new(2) && !intake.is_new(3), "redelivered");
        intake.done(&update(2, 1));
        assert_eq!(intake.offset(), 4);
        intake.confirmed(4);
        assert_eq!(intake.offset(), 4);
    }

    #[test]
    fn what_is_overtaken_neither_comes_again_nor_turns_the_offset_back() {
        let intake = Intake::default();
        arrive(&intake, 1, 1);
        assert_eq!(intake.overtake(), 1);
        intake.confirmed(intake.offset());
        intake.done(&update(1, 1));
        assert_eq!(intake.offset(), 2);
    }

    #[test]
    fn after_a_quiet_week_numbers_may_begin_lower() {
        let intake = Intake::default();
        arrive(&intake, 1000, 1);
        intake.done(&update(1000, 1));
        intake.confirmed(1001);
        arrive(&intake, 5, 1);
        assert_eq!(intake.offset(), 5);
        intake.done(&update(5, 1));
        assert_eq!(intake.offset(), 6);
    }
}
