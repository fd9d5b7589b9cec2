//! What is counted, and how Prometheus reads it.
//! Counts only: no label holds a question, a person or a chat.

use super::health::unix_time;
use crate::answer::Kind;
use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Metric, Registry};
use std::sync::Arc;
use std::time::Duration;

/// Understanding takes microseconds; a tenth of a second is a mistake of ours.
const ENGINE: [f64; 9] = [2e-5, 5e-5, 1e-4, 2e-4, 5e-4, 1e-3, 5e-3, 2e-2, 0.1];
/// A reply takes one call to Telegram; behind a limit of Telegram's it may take minutes.
const REPLY: [f64; 11] = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 30.0, 120.0];

/// Where a question was asked, and what sort of answer it got.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Asked {
    kind: &'static str,
    channel: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Dropped {
    reason: &'static str,
}

/// Everything that is counted; clones count into the same.
#[derive(Debug, Clone)]
pub struct Metrics {
    questions: Family<Asked, Counter>,
    dropped: Family<Dropped, Counter>,
    engine: Histogram,
    registry: Arc<Registry>,
    /// From an update's arrival to the reply that is sent, in seconds.
    pub reply: Histogram,
    /// Updates of known kinds that came in, redelivered ones not counted.
    pub received: Counter,
    /// Updates that came in and are not handled yet.
    pub queue: Gauge,
    /// Calls to Telegram that were tried again.
    pub retries: Counter,
    /// Questions that found no answer.
    pub unanswered: Counter,
    /// Handlers that broke.
    pub panics: Counter,
    /// When Telegram answered a poll last, in seconds of Unix time.
    pub contact: Gauge,
    /// When the report data was loaded, in seconds of Unix time.
    loaded: Gauge,
    /// Report data that could not be used.
    pub reload_failures: Counter,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("league_bot");
        registry.register(
            "build",
            "The version that runs",
            Info::new([("version", env!("CARGO_PKG_VERSION"))]),
        );
        let mut own = Own(&mut registry);
        let mut all = Self {
            questions: own.keep("questions", "Questions by kind of answer and channel"),
            unanswered: own.keep("unanswered", "Questions that found no answer"),
            engine: own.of("engine_seconds", "Time to find an answer", Histogram::new(ENGINE)),
            reply: own.of("reply_seconds", "From an update's arrival to its reply", Histogram::new(REPLY)),
            received: own.keep("updates_received", "Updates that came in"),
            dropped: own.keep("updates_dropped", "Questions not answered because too many came"),
            queue: own.keep("queue_depth", "Updates that came in and are not handled yet"),
            retries: own.keep("send_retries", "Calls to Telegram that were tried again"),
            panics: own.keep("handler_panics", "Handlers that broke"),
            contact: own.keep("telegram_contact_timestamp_seconds", "When Telegram answered a poll last"),
            loaded: own.keep("report_loaded_timestamp_seconds", "When the report data was loaded"),
            reload_failures: own.keep("report_reload_failures", "Report data that could not be used"),
            registry: Arc::default(),
        };
        all.registry = Arc::new(registry);
        all.begin();
        all
    }
}

/// Registers metrics and hands them back.
struct Own<'a>(&'a mut Registry);

impl Own<'_> {
    fn keep<M: Metric + Clone + Default>(&mut self, name: &str, help: &str) -> M {
        self.of(name, help, M::default())
    }

    fn of<M: Metric + Clone>(&mut self, name: &str, help: &str, metric: M) -> M {
        self.0.register(name, help, metric.clone());
        metric
    }
}

impl Metrics {
    /// The channels that are counted apart.
    pub const CHANNELS: [&'static str; 3] = ["private", "group", "inline"];

    /// Every series is there from the start, so that the first of a kind is seen as an increase.
    fn begin(&self) {
        for (kind, channel) in Kind::ALL.iter().flat_map(|it| Self::CHANNELS.map(|channel| (it, channel))) {
            drop(self.questions.get_or_create(&Asked { kind: kind.name(), channel }));
        }
        for reason in ["flood", "limit"] {
            drop(self.dropped.get_or_create(&Dropped { reason }));
        }
        self.loaded();
    }

    /// A question got an answer of this kind, found within this time.
    pub fn asked(&self, kind: Kind, channel: &'static str, took: Duration) {
        self.questions.get_or_create(&Asked { kind: kind.name(), channel }).inc();
        self.engine.observe(took.as_secs_f64());
    }

    /// How many questions got an answer of this kind.
    #[must_use]
    pub fn asked_so_far(&self, kind: Kind) -> u64 {
        let of = |channel| self.questions.get_or_create(&Asked { kind: kind.name(), channel }).get();
        Self::CHANNELS.map(of).iter().sum()
    }

    /// A question was dropped: its chat asks too fast (`flood`), or its writer does (`limit`).
    pub fn dropped(&self, reason: &'static str) {
        self.dropped.get_or_create(&Dropped { reason }).inc();
    }

    /// How many questions were dropped.
    #[must_use]
    pub fn dropped_so_far(&self) -> u64 {
        ["flood", "limit"].map(|reason| self.dropped.get_or_create(&Dropped { reason }).get()).iter().sum()
    }

    /// The report data has been loaded just now.
    pub fn loaded(&self) {
        self.loaded.set(unix_time());
    }

    /// Everything, as Prometheus reads it.
    #[must_use]
    pub fn page(&self) -> String {
        let mut page = String::new();
        // Writing to a text cannot fail.
        let _ = text::encode(&mut page, &self.registry);
        page
    }
}
