//! A map that cannot grow without end: it has room for so many entries, and each is forgotten so long after it was written.
//! Knows no clock: the caller tells the time, which never runs backwards.

use lru::LruCache;
use rustc_hash::FxBuildHasher;
use std::hash::Hash;
use std::num::NonZeroUsize;
use std::time::{Duration, Instant};

/// The expiry of what is forgotten only to make room.
pub(crate) const NEVER: Duration = Duration::MAX;

/// Values by key, each with the time when it was written last. Reading renews nothing.
#[derive(Debug)]
pub(crate) struct Bounded<K: Eq + Hash, V> {
    /// The first to be forgotten is the one that was written longest ago, so the expired ones stand together at that end.
    entries: LruCache<K, (V, Instant), FxBuildHasher>,
    expiry: Duration,
}

impl<K: Eq + Hash, V> Bounded<K, V> {
    /// Room for `capacity` entries, each forgotten once it is `expiry` old. Takes memory only as it fills.
    pub(crate) fn new(capacity: usize, expiry: Duration) -> Self {
        let capacity = NonZeroUsize::new(capacity).unwrap_or(NonZeroUsize::MIN);
        // `LruCache::with_hasher` would take the memory of a full map at once.
        let mut entries = LruCache::unbounded_with_hasher(FxBuildHasher);
        entries.resize(capacity);
        Self { entries, expiry }
    }

    /// The value under this key at the time `now`.
    pub(crate) fn get(&self, key: &K, now: Instant) -> Option<&V> {
        self.entries.peek(key).filter(|it| self.is_alive(it.1, now)).map(|it| &it.0)
    }

    /// Writes a value and returns the one that it replaces; without room the one written longest ago is forgotten.
    pub(crate) fn insert(&mut self, key: K, value: V, now: Instant) -> Option<V> {
        self.forget_expired(now);
        self.entries.put(key, (value, now)).map(|it| it.0)
    }

    /// The value under this key, to be changed; an empty one where there was none. Counts as written at the time `now`.
    pub(crate) fn renew(&mut self, key: K, now: Instant) -> &mut V
    where
        V: Default,
    {
        self.forget_expired(now);
        let (value, written) = self.entries.get_or_insert_mut(key, || (V::default(), now));
        *written = now;
        value
    }

    /// Takes the value under this key out.
    pub(crate) fn remove(&mut self, key: &K, now: Instant) -> Option<V> {
        self.forget_expired(now);
        self.entries.pop(key).map(|it| it.0)
    }

    /// How many entries take memory.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    fn forget_expired(&mut self, now: Instant) {
        while self.entries.peek_lru().is_some_and(|(_, it)| !self.is_alive(it.1, now)) {
            self.entries.pop_lru();
        }
    }

    fn is_alive(&self, written: Instant, now: Instant) -> bool {
        now.duration_since(written) < self.expiry
    }
}

#[cfg(test)]
mod tests;
