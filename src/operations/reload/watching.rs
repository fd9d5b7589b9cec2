//! The thread that looks at the files of the report data and builds the next engine.
//! Waits for nobody but the clock and who wishes a reload; tells a problem once for each state of the data.

use super::{Outcome, Wish};
use crate::engine::Engine;
use crate::operations::{Data, Metrics, load};
use crate::report::{Problem, Stamps, stamps};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// Looking takes at most the fiftieth part of the time, however many files there are.
const SHARE: u32 = 50;

/// What is watched, and what was seen.
pub(super) struct Watching {
    path: PathBuf,
    home: Option<String>,
    engines: watch::Sender<Arc<Engine>>,
    metrics: Metrics,
    /// The files as they were when they were last loaded, or tried.
    tried: Stamps,
    /// The files at the last look.
    seen: Stamps,
    /// What was wrong at the last try.
    told: Vec<String>,
}

impl Watching {
    pub(super) fn new(
        path: PathBuf,
        home: Option<String>,
        engines: watch::Sender<Arc<Engine>>,
        metrics: Metrics,
        tried: Stamps,
    ) -> Self {
        Self { path, home, engines, metrics, seen: tried.clone(), tried, told: Vec::new() }
    }

    /// Looks and obeys until nobody can wish any more.
    pub(super) fn run(mut self, look: Duration, wishes: &Receiver<Wish>) {
        let mut pause = look;
        loop {
            match wishes.recv_timeout(pause) {
                Ok(wish) => {
                    let outcome = self.reload(true);
                    // Who wished it may be gone.
                    let _ = wish.send(outcome);
                }
                Err(RecvTimeoutError::Timeout) => {
                    let begun = Instant::now();
                    self.look();
                    pause = look.max(begun.elapsed() * SHARE);
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Loads what has changed, once it is the same at two looks.
    fn look(&mut self) {
        let now = stamps(&self.path);
        let is_settled = now == self.seen;
        self.seen = now;
        if is_settled && self.seen != self.tried {
            self.reload(false);
        }
    }

    /// Loads the data and hands out its engine. What is wrong is logged if it was wished, or is news.
    fn reload(&mut self, is_wished: bool) -> Outcome {
        self.tried = stamps(&self.path);
        let data = Data { path: Some(self.path.clone()), home: self.home.clone() };
        let loaded = catch_unwind(AssertUnwindSafe(|| load(&data)));
        match loaded {
            Ok(Ok(engine)) => self.exchange(engine),
            Ok(Err(problems)) => self.refuse(&problems, is_wished),
            Err(_) => {
                self.metrics.reload_failures.inc();
                log::error!("the program broke over the report data; the one loaded before stays");
                Outcome::Broken
            }
        }
    }

    fn exchange(&mut self, engine: Engine) -> Outcome {
        // The old one is dropped here, or with the last answer that it gives.
        drop(self.engines.send_replace(Arc::new(engine)));
        self.told.clear();
        self.metrics.loaded();
        log::info!("the report data has been loaded anew");
        Outcome::Loaded
    }

    fn refuse(&mut self, problems: &[Problem], is_wished: bool) -> Outcome {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        if is_wished || problems != self.told {
            self.metrics.reload_failures.inc();
            log::error!("the report data cannot be used; the one loaded before stays");
            problems.iter().for_each(|it| log::error!("report data: {it}"));
        }
        self.told.clone_from(&problems);
        Outcome::Refused(problems)
    }
}
