//! Whether Telegram is reached: by a poll a moment ago, or because it knows where to push.
//! Calls nobody itself.

use prometheus_client::metrics::gauge::Gauge;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// A poll lasts 10 s and may be followed by one that fails; later than this something is wrong.
const RECENTLY: i64 = 30;

/// What is known of the way to Telegram.
#[derive(Debug)]
pub struct Health {
    /// When Telegram answered last, in seconds of Unix time.
    contact: Gauge,
    is_pushed: AtomicBool,
}

impl Health {
    /// Tells the time of the last contact in this gauge.
    pub(super) fn new(contact: Gauge) -> Self {
        Self { contact, is_pushed: AtomicBool::new(false) }
    }

    /// Telegram has answered just now.
    pub fn reached(&self) {
        self.contact.set(unix_time());
    }

    /// Telegram pushes updates from now on, or no longer.
    pub fn pushed(&self, is_pushed: bool) {
        self.is_pushed.store(is_pushed, Ordering::Relaxed);
    }

    /// True where questions come in.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.is_pushed.load(Ordering::Relaxed) || unix_time().saturating_sub(self.contact.get()) < RECENTLY
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
        health.reached();
        assert!(health.is_ready());
        contact.set(unix_time() - RECENTLY);
        assert!(!health.is_ready());
        health.pushed(true);
        assert!(health.is_ready());
    }
}
