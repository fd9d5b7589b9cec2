//! What has come in and is not yet answered: one queue per chat in order, and what may be confirmed.
//! Neither fetches ([`super::polling`]) nor answers; an update is done when its handler says so.
//!
//! A chat gets its next answer only once Telegram knows that the earlier one is out: whatever kills the process,
//! at most one answer a chat is given twice. While another chat's answer holds up the confirmation, order alone counts.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use teloxide::types::{ChatId, Update, UpdateId};
use tokio::sync::{Notify, oneshot};
use tokio::time::timeout;

/// So many updates of one chat wait behind the one in hand: more than a group asks while one answer is out.
const LANE: usize = 30;
/// So many updates that came by a webhook are known again; Telegram brings at most 100 at a time.
const REMEMBERED: usize = 4_096;

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
    /// How many are handed out, or may be.
    in_hand: usize,
    /// Chats with an update in hand or answered and not confirmed, and what waits behind it.
    lanes: HashMap<ChatId, VecDeque<Update>>,
    /// What was answered and is not confirmed: its chat waits.
    answered: BTreeMap<u32, ChatId>,
    /// What fell out of a chat's queue: it is not answered, at most the chat is told.
    fallen: HashSet<u32>,
    /// Who waits until an update is handled.
    awaited: HashMap<u32, Vec<oneshot::Sender<()>>>,
    /// Nothing is ever confirmed by an offset: a webhook's updates are confirmed one by one.
    is_pushed: bool,
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

    /// Updates come by a webhook: each is confirmed by the reply to it.
    pub(super) fn for_webhook() -> Self {
        Self { state: Mutex::new(State { is_pushed: true, ..State::default() }), ..Self::default() }
    }

    /// Queues an update behind the earlier ones of its chat; where too many wait, the oldest falls out.
    pub(super) fn push(&self, update: Update) {
        let mut state = self.lock();
        let Some(lane) = lane(&update) else { return self.hand_out(&mut state, update) };
        let Some(waiting) = state.lanes.get_mut(&lane) else {
            state.lanes.insert(lane, VecDeque::new());
            return self.hand_out(&mut state, update);
        };
        waiting.push_back(update);
        if waiting.len() > LANE
            && let Some(oldest) = waiting.pop_front()
        {
            state.fallen.insert(oldest.id.0);
            self.hand_out(&mut state, oldest);
        }
    }

    fn hand_out(&self, state: &mut State, update: Update) {
        state.in_hand += 1;
        state.ready.push_back(update);
        self.arrived.notify_one();
    }

    /// True for an update that fell out of its chat's queue.
    pub(super) fn is_fallen(&self, id: UpdateId) -> bool {
        self.lock().fallen.contains(&id.0)
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
        self.finished.notify_one();
        let has_fallen = state.fallen.remove(&update.id.0);
        let Some(lane) = lane(update).filter(|_| !has_fallen) else { return self.arrived.notify_one() };
        if spoke && !state.is_pushed && !state.closed && state.window.contains_key(&update.id.0) {
            state.answered.insert(update.id.0, lane);
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
        let (sender, receiver) = oneshot::channel();
        let mut state = self.lock();
        if state.window.get(&id) == Some(&false) {
            state.awaited.entry(id).or_default().push(sender);
        } else {
            // Nobody may be waiting any more; that is as good.
            let _ = sender.send(());
        }
        receiver
    }

    /// An update needs no handler, or no more.
    pub(super) fn settle(&self, id: UpdateId) {
        let mut state = self.lock();
        let was_open = state.window.get_mut(&id.0).is_some_and(|done| !std::mem::replace(done, true));
        state.open -= usize::from(was_open);
        for waiting in state.awaited.remove(&id.0).unwrap_or_default() {
            let _ = waiting.send(());
        }
        if state.is_pushed {
            state.forget_oldest();
        }
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
        let later = state.answered.split_off(&offset);
        let confirmed = std::mem::replace(&mut state.answered, later);
        confirmed.into_values().for_each(|it| self.release(&mut state, it));
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

    /// Waits until nothing is in hand, or for `limit`.
    pub(super) async fn idle(&self, limit: Duration) {
        self.until(limit, |state| state.in_hand == 0).await;
    }

    /// True where the oldest update is not done: the offset cannot move.
    pub(super) fn offset_is_stuck(&self) -> bool {
        self.lock().window.first_key_value().is_some_and(|(_, done)| !done)
    }

    /// Waits until one more update is finished, or for `limit`.
    pub(super) async fn progress(&self, limit: Duration) {
        let open = self.lock().open;
        self.until(limit, |state| state.open < open || state.open == 0).await;
    }

    async fn until(&self, limit: Duration, holds: impl Fn(&State) -> bool) {
        let wait = async {
            while !holds(&self.lock()) {
                self.finished.notified().await;
            }
        };
        // Not in time is as good: the caller looks again anyway.
        let _ = timeout(limit, wait).await;
    }

    /// Nothing more comes in; what is there is still handed out.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.go_on();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// A webhook's update that comes again was handled already, as far back as this reaches.
    fn forget_oldest(&mut self) {
        while self.window.len() > REMEMBERED
            && let Some((oldest, true)) = self.window.first_key_value().map(|(id, done)| (*id, *done))
        {
            self.window.remove(&oldest);
        }
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
        intake.done(&update(1, 1), false);
        assert_eq!(next(&intake), Some(2));
    }

    #[test]
    fn what_was_answered_is_confirmed_before_the_chat_goes_on() {
        let intake = Intake::default();
        for (id, chat) in [(1, 1), (2, 1), (3, 2), (4, 2)] {
            arrive(&intake, id, chat);
        }
        assert_eq!([next(&intake), next(&intake)], [Some(1), Some(3)]);
        intake.done(&update(1, 1), true);
        assert_eq!(next(&intake), None);
        intake.confirmed(intake.offset());
        assert_eq!(next(&intake), Some(2));
        intake.done(&update(3, 2), true);
        intake.confirmed(intake.offset());
        assert_eq!(next(&intake), None, "2 holds up 3");
        intake.go_on();
        assert_eq!(next(&intake), Some(4));
    }

    #[test]
    fn of_a_flood_the_oldest_fall_out() {
        let intake = Intake::default();
        let count = u32::try_from(LANE).unwrap() + 3;
        (1..=count).for_each(|id| arrive(&intake, id, 1));
        assert_eq!(
            [next(&intake), next(&intake), next(&intake), next(&intake)],
            [Some(1), Some(2), Some(3), None]
        );
        assert_eq!([1, 2, 3, 4].map(|it| intake.is_fallen(UpdateId(it))), [false, true, true, false]);
        intake.done(&update(2, 1), true);
        assert_eq!(next(&intake), None, "1 is still in hand");
        intake.done(&update(1, 1), false);
        assert_eq!(next(&intake), Some(4));
    }

    #[test]
    fn who_waits_for_an_update_is_told() {
        let intake = Intake::for_webhook();
        arrive(&intake, 1, 1);
        let mut waiting = intake.handled(1);
        assert!(waiting.try_recv().is_err());
        intake.done(&update(1, 1), true);
        assert!(waiting.try_recv().is_ok());
        assert!(!intake.is_new(1) && intake.handled(1).try_recv().is_ok(), "it comes again");
    }

    #[test]
    fn only_what_is_done_is_confirmed() {
        let intake = Intake::default();
        assert_eq!(intake.offset(), 0);
        for (id, chat) in [(1, 1), (2, 1), (3, 2)] {
            arrive(&intake, id, chat);
        }
        intake.done(&update(3, 2), false);
        assert_eq!(intake.offset(), 1);
        intake.done(&update(1, 1), false);
        assert_eq!(intake.offset(), 2);
        intake.confirmed(2);
        assert!(!intake.is_new(2) && !intake.is_new(3), "redelivered");
        intake.done(&update(2, 1), false);
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
        intake.done(&update(1, 1), false);
        assert_eq!(intake.offset(), 2);
    }

    #[test]
    fn after_a_quiet_week_numbers_may_begin_lower() {
        let intake = Intake::default();
        arrive(&intake, 1000, 1);
        intake.done(&update(1000, 1), false);
        intake.confirmed(1001);
        arrive(&intake, 5, 1);
        assert_eq!(intake.offset(), 5);
        intake.done(&update(5, 1), false);
        assert_eq!(intake.offset(), 6);
    }
}
