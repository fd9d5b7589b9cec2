//! Whether Telegram is reached: by a poll a moment ago, or because it knows where to push.
//! Calls nobody itself.

use prometheus_client::metrics::gauge::Gauge;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// A poll lasts 10 s and may be followed by one that fails; later than this something is wrong.
const RECENTLY: Duration = Duration::from_secs(30);

/// What is known of the way to Telegram.
#[derive(Debug)]
pub struct Health {
    /// When Telegram answered last, in seconds of Unix time: for people to read.
    contact: Gauge,
    /// The same by a clock that nobody sets: the one of the machine may be put back an hour.
    reached: Mutex<Option<Instant>>,
    is_pushed: AtomicBool,
}

impl Health {
    /// Tells the time of the last contact in this gauge.
    pub(super) fn new(contact: Gauge) -> Self {
        Self { contact, reached: Mutex::default(), is_pushed: AtomicBool::new(false) }
    }

    /// Telegram has answered just now.
    pub fn reached(&self) {
        self.reached_at(Instant::now());
    }

    fn reached_at(&self, now: Instant) {
        self.contact.set(unix_time());
        *self.reached.lock().unwrap_or_else(PoisonError::into_inner) = Some(now);
    }

    /// Telegram pushes updates from now on, or no longer.
    pub fn pushed(&self, is_pushed: bool) {
        self.is_pushed.store(is_pushed, Ordering::Relaxed);
    }

    /// True where questions come in.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.is_ready_at(Instant::now())
    }

    fn is_ready_at(&self, now: Instant) -> bool {
        let reached = *self.reached.lock().unwrap_or_else(PoisonError::into_inner);
        let is_recent = reached.is_some_and(|it| now.saturating_duration_since(it) < RECENTLY);
        self.is_pushed.load(Ordering::Relaxed) || is_recent
    }
}

/// Seconds of Unix time; 0 where the clock stands before.
pub(super) fn unix_time() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ready_is_who_was_reached_lately_or_is_pushed_to() {
        let contact = Gauge::default();
        let health = Health::new(contact.clone());
        assert!(!health.is_ready());
        let begun = Instant::now();
        health.reached_at(begun);
        let late = begun + RECENTLY;
        assert!(health.is_ready() && health.is_ready_at(late - Duration::from_secs(1)));
        assert!(!health.is_ready_at(late));
        health.pushed(true);
        assert!(health.is_ready_at(late));
    }

    #[test]
    fn a_clock_that_is_set_changes_nothing() {
        let contact = Gauge::default();
        let health = Health::new(contact.clone());
        let begun = Instant::now();
        health.reached_at(begun);
        // The machine's clock is put back an hour: the last contact seems to be still to come.
        contact.set(unix_time() + 3_600);
        assert!(!health.is_ready_at(begun + RECENTLY));
        // And forward by a day: it seems to be long ago.
        contact.set(unix_time() - 86_400);
        assert!(health.is_ready_at(begun + Duration::from_secs(1)));
    }
}
