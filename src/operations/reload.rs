//! Exchanges the report data while the bot serves: on request, and when its files change. A thread of its own looks
//! and builds, so that nobody who asks waits. Data that cannot be used changes nothing and is told once.

mod watching;

use super::{Data, Metrics, load};
use crate::engine::Engine;
use crate::report::{Problem, stamps};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;
use tokio::sync::{oneshot, watch};
use watching::Watching;

/// So often the files are looked at. A change counts once it is there at two looks: a file may be half written.
pub const LOOK: Duration = Duration::from_secs(2);
/// Loading takes milliseconds; even the reports of a whole country are built within this.
const PATIENCE: Duration = Duration::from_secs(120);

/// What became of a wish to reload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The data was loaded and answers from now on.
    Loaded,
    /// The report is built in: there is nothing to reload.
    BuiltIn,
    /// The data cannot be used, for these reasons; the old one stays.
    Refused(Vec<String>),
    /// The program broke over the data, or took too long; the old one stays.
    Broken,
}

/// Whom to ask for a reload; clones ask the same.
#[derive(Debug, Clone, Default)]
pub struct Reloader {
    wishes: Option<Sender<Wish>>,
}

/// Where the outcome is told.
type Wish = oneshot::Sender<Outcome>;

impl Reloader {
    /// Loads the data and looks at its files every `look` from then on.
    ///
    /// # Errors
    /// Every problem of the data as it is now.
    pub fn start(
        data: impl Into<Data>,
        look: Duration,
        metrics: Metrics,
    ) -> Result<(Self, watch::Receiver<Arc<Engine>>), Vec<Problem>> {
        // Taken before: what changes while it is read is seen at the next look.
        let data = data.into();
        let before = data.path.as_deref().map(stamps).unwrap_or_default();
        let (engines, receiver) = watch::channel(Arc::new(load(&data)?));
        metrics.loaded();
        let Some(path) = data.path else { return Ok((Self::default(), receiver)) };
        let (sender, wishes) = channel();
        let watching = Watching::new(path, data.home, engines, metrics, before);
        let started =
            thread::Builder::new().name("reload".to_owned()).spawn(move || watching.run(look, &wishes));
        if started.is_err() {
            log::warn!("changes of the report data will not be seen: no thread could be started");
        }
        Ok((Self { wishes: Some(sender) }, receiver))
    }

    /// Loads the data anew, whether or not its files have changed, and says what became of it.
    pub async fn reload(&self) -> Outcome {
        let Some(wishes) = &self.wishes else {
            log::info!("nothing to reload: the report is built in");
            return Outcome::BuiltIn;
        };
        let (wish, outcome) = oneshot::channel();
        // A thread that is gone drops the wish, which is seen below.
        let _ = wishes.send(wish);
        match tokio::time::timeout(PATIENCE, outcome).await {
            Ok(Ok(outcome)) => outcome,
            _ => Outcome::Broken,
        }
    }
}
