//! How often one person may ask: enough for anybody in a hurry, too little for a loop.
//! Counts only; what is said beyond the limit is an endpoint's.

use super::desk::Desk;
use super::update::{Message, Tap};
use crate::engine::Bounded;
use std::collections::VecDeque;
use std::time::{Duration, Instant};
use teloxide_core::types::{ChatId, UserId};

/// The time over which questions are counted.
const SPAN: Duration = Duration::from_secs(60);
/// At most this many people are counted at a time; beyond it, who was silent longest is counted anew.
const PEOPLE: usize = 10_000;

/// As often may one person tap a button within a minute.
const PER_MINUTE_TAPPED: usize = 60;
/// Stands for all who write in a chat; nobody has this number.
const EVERYBODY: UserId = UserId(u64::MAX);
/// Stands for the chat where taps are counted; no chat has this number.
const TAPS: ChatId = ChatId(0);

/// What becomes of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// It is answered.
    Answered,
    /// It is the first one too many: its writer is told.
    TooMany,
    /// Its chat's questions come faster than they can be answered: it is the first one dropped.
    Flooded,
    /// Its writer was told already.
    Ignored,
}

/// What becomes of the question in this message, which may have fallen out of its chat's queue.
pub(super) fn turn(desk: &Desk, has_fallen: bool, message: &Message) -> Turn {
    let turn = judge(desk, has_fallen, message);
    if turn != Turn::Answered {
        desk.operations().metrics.dropped(if has_fallen { "flood" } else { "limit" });
    }
    turn
}

fn judge(desk: &Desk, has_fallen: bool, message: &Message) -> Turn {
    if has_fallen {
        return match desk.limits().turn((message.chat.id, EVERYBODY), 1, Instant::now()) {
            Turn::Answered => Turn::Flooded,
            _ => Turn::Ignored,
        };
    }
    let limit = if message.chat.is_private() { desk.per_minute.0 } else { desk.per_minute.1 };
    let person = message.from.as_ref().map_or(UserId(0), |it| it.id);
    desk.limits().turn((message.chat.id, person), limit, Instant::now())
}

/// When each person asked lately.
pub(super) struct Limits {
    people: Bounded<(ChatId, UserId), Asked>,
}

impl Default for Limits {
    fn default() -> Self {
        Self { people: Bounded::new(PEOPLE, SPAN) }
    }
}

#[derive(Default)]
struct Asked {
    times: VecDeque<Instant>,
    is_told: bool,
}

impl Limits {
    /// What becomes of a tap on a button; people who look through a list tap often.
    pub(super) fn tap(&mut self, tap: &Tap, now: Instant) -> Turn {
        self.turn((TAPS, tap.from.id), PER_MINUTE_TAPPED, now)
    }

    fn turn(&mut self, who: (ChatId, UserId), limit: usize, now: Instant) -> Turn {
        let asked = self.people.renew(who, now);
        while asked.times.front().is_some_and(|at| now.duration_since(*at) >= SPAN) {
            asked.times.pop_front();
        }
        if asked.times.len() < limit {
            asked.times.push_back(now);
            asked.is_told = false;
            return Turn::Answered;
        }
        match std::mem::replace(&mut asked.is_told, true) {
            false => Turn::TooMany,
            true => Turn::Ignored,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_notice_then_silence_until_it_passes() {
        let mut limits = Limits::default();
        let begun = Instant::now();
        let mut at = |seconds| limits.turn((ChatId(1), UserId(1)), 3, begun + Duration::from_secs(seconds));
        let turns = [0, 1, 2, 3, 4, 59].map(&mut at);
        use Turn::{Answered, Ignored, TooMany};
        assert_eq!(turns, [Answered, Answered, Answered, TooMany, Ignored, Ignored]);
        assert_eq!([60, 60].map(&mut at), [Answered, TooMany]);
    }

    #[test]
    fn one_person_does_not_use_up_anothers_turn() {
        let mut limits = Limits::default();
        let now = Instant::now();
        for person in 0..3 * PEOPLE as u64 {
            assert_eq!(limits.turn((ChatId(1), UserId(person)), 1, now), Turn::Answered);
        }
        assert!(limits.people.len() <= PEOPLE);
    }
}
