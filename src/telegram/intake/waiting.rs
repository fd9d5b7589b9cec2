//! Waiting until something is finished, or for so long.
//! Changes nothing; one task at a time waits.

use super::{Intake, State};
use std::time::Duration;
use tokio::time::timeout;

impl Intake {
    /// Waits until nothing is in hand, or for `limit`.
    pub(in crate::telegram) async fn idle(&self, limit: Duration) {
        self.until(limit, |state| state.in_hand == 0).await;
    }

    /// True where the oldest update is not done: the offset cannot move.
    pub(in crate::telegram) fn offset_is_stuck(&self) -> bool {
        self.lock().window.is_stuck()
    }

    /// Waits until one more update is finished, or for `limit`.
    pub(in crate::telegram) async fn progress(&self, limit: Duration) {
        let open = self.lock().window.open;
        self.until(limit, |state| state.window.open < open || state.window.open == 0).await;
    }

    async fn until(&self, limit: Duration, holds: impl Fn(&State) -> bool) {
        let wait = async {
            while !holds(&self.lock()) {
                self.finished.notified().await;
            }
        };
        // Not in time is as good: the caller looks again anyway.
        let _ = timeout(limit, wait).await;
    }
}
