//! Remembers for a while what each conversation is about: bounded, expiring, positions only.
//! Holds nobody's words; knows no chat: the key is the channel's.

use super::{Bounded, Topic};
use std::hash::Hash;
use std::time::{Duration, Instant};

/// A conversation is forgotten after this long without a question: a chat group has moved on by then.
const EXPIRY: Duration = Duration::from_secs(15 * 60);

/// At most this many conversations are remembered: at about 200 bytes each, 2 MiB.
const CAPACITY: usize = 10_000;

/// What each conversation is about.
#[derive(Debug)]
pub struct Conversations<K: Eq + Hash> {
    topics: Bounded<K, Topic>,
}

impl<K: Eq + Hash> Default for Conversations<K> {
    fn default() -> Self {
        Self { topics: Bounded::new(CAPACITY, EXPIRY) }
    }
}

impl<K: Eq + Hash> Conversations<K> {
    /// What this conversation is about at the time `now`; nothing where it is new or expired.
    #[must_use]
    pub fn topic(&self, key: &K, now: Instant) -> Topic {
        self.topics.get(key, now).cloned().unwrap_or_default()
    }

    /// Remembers what a conversation is about from the time `now` on.
    pub fn remember(&mut self, key: K, topic: Topic, now: Instant) {
        self.topics.insert(key, topic, now);
    }
}
