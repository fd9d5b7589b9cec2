//! What is counted of the updates on their way: how many came, how many are not handled, how long a reply took.
//! Changes no order.

use super::{Intake, State};
use crate::operations::Metrics;
use crate::telegram::update::Update;
use std::sync::Mutex;
use std::time::Instant;

impl Intake {
    /// Counts with these metrics. Updates that are pushed are confirmed one by one, by the reply to each.
    pub(in crate::telegram) fn new(is_pushed: bool, metrics: Metrics) -> Self {
        let state = Mutex::new(State { is_pushed, ..State::default() });
        Self { state, metrics, ..Self::default() }
    }

    /// An update got its reply just now.
    pub(in crate::telegram) fn replied(&self, update: &Update) {
        if let Some(arrived) = self.lock().arrived_at.get(&update.id) {
            self.metrics.reply.observe(arrived.elapsed().as_secs_f64());
        }
    }

    /// An update came in.
    pub(super) fn count_in(&self, state: &mut State, id: u32) {
        state.arrived_at.insert(id, Instant::now());
        self.metrics.received.inc();
        self.metrics.queue.inc();
    }

    /// An update is handled.
    pub(super) fn count_out(&self, state: &mut State, id: u32) {
        if state.arrived_at.remove(&id).is_some() {
            self.metrics.queue.dec();
        }
    }
}
