//! What the process needs to be run for years: counters, health, reloading, the list of unanswered questions.
//! Knows no chat and no wording of answers; holds no question in anything that is logged or counted.

mod hangup;
mod exposition;
mod health;
mod http;
mod loading;
mod metrics;
mod page;
mod reload;
mod unanswered;

pub use hangup::Hangups;
pub use health::Health;
pub use http::serve;
pub use loading::{Data, load};
pub use metrics::Metrics;
pub use page::{health_routes, routes};
pub use reload::{LOOK, Outcome, Reloader};
pub use unanswered::{Kept, Unanswered};

use std::time::Instant;

/// Shared by the process and the channel that it serves.
#[derive(Debug)]
pub struct Operations {
    /// What is counted.
    pub metrics: Metrics,
    /// Whether Telegram is reached.
    pub health: Health,
    /// Exchanges the report data.
    pub reloader: Reloader,
    /// Where questions without an answer go.
    pub unanswered: Unanswered,
    /// When the process began to serve.
    pub started: Instant,
}

impl Operations {
    /// Counts with these metrics, reloads so, keeps unanswered questions there.
    #[must_use]
    pub fn new(metrics: Metrics, reloader: Reloader, unanswered: Unanswered) -> Self {
        let health = Health::new(metrics.contact.clone());
        Self { metrics, health, reloader, unanswered, started: Instant::now() }
    }
}

impl Default for Operations {
    /// Counts; has nothing to reload and keeps no question.
    fn default() -> Self {
        Self::new(Metrics::default(), Reloader::default(), Unanswered::default())
    }
}
