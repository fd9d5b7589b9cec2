//! Remembers for a while what each conversation is about: bounded, expiring, positions only.
//! Holds nobody's words; knows no chat: the key is the channel's.

use super::Topic;
use rustc_hash::FxHashMap;
use std::hash::Hash;
use std::time::{Duration, Instant};

/// A conversation is forgotten after this long without a question: a chat group has moved on by then.
pub(super) const EXPIRY: Duration = Duration::from_secs(15 * 60);

/// At most this many conversations are remembered: at about 200 bytes each, 2 MiB.
pub(super) const CAPACITY: usize = 10_000;

/// What each conversation is about.
#[derive(Debug)]
pub struct Conversations<K> {
    topics: FxHashMap<K, (Topic, Instant)>,
    capacity: usize,
}

impl<K: Eq + Hash + Clone> Default for Conversations<K> {
    fn default() -> Self {
        Self::with_capacity(CAPACITY)
    }
}

impl<K: Eq + Hash + Clone> Conversations<K> {
    /// Remembers at most `capacity` conversations.
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self {
        Self { topics: FxHashMap::default(), capacity: capacity.max(1) }
    }

    /// What this conversation is about at the time `now`; nothing where it is new or expired.
    #[must_use]
    pub fn topic(&self, key: &K, now: Instant) -> Topic {
        match self.topics.get(key) {
            Some((topic, at)) if now.duration_since(*at) < EXPIRY => topic.clone(),
            _ => Topic::default(),
        }
    }

    /// Remembers what a conversation is about from the time `now` on.
    pub fn remember(&mut self, key: K, topic: Topic, now: Instant) {
        if self.topics.len() >= self.capacity && !self.topics.contains_key(&key) {
            self.forget_some(now);
        }
        self.topics.insert(key, (topic, now));
    }

    /// Makes room: drops what is expired, and if nothing is, the older half.
    fn forget_some(&mut self, now: Instant) {
        self.topics.retain(|_, (_, at)| now.duration_since(*at) < EXPIRY);
        if self.topics.len() >= self.capacity {
            let mut times: Vec<Instant> = self.topics.values().map(|(_, at)| *at).collect();
            let middle = times.len() / 2;
            let (_, median, _) = times.select_nth_unstable(middle);
            let median = *median;
            self.topics.retain(|_, (_, at)| *at > median);
        }
    }
}
