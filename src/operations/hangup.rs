//! SIGHUP: the way in which operators and service managers ask for a reload.
//! Reloads nothing itself.

use super::Reloader;
use std::io;

/// SIGHUP does not end the process from the moment on when this is made.
#[derive(Debug)]
pub struct Hangups(#[cfg(unix)] tokio::signal::unix::Signal);

impl Hangups {
    /// Takes the signal over; needs a runtime around it.
    ///
    /// # Errors
    /// Where the operating system lets nobody wait for signals.
    #[cfg(unix)]
    pub fn take_over() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        signal(SignalKind::hangup()).map(Self)
    }

    /// There is no such signal here.
    ///
    /// # Errors
    /// None.
    #[cfg(not(unix))]
    pub fn take_over() -> io::Result<Self> {
        Ok(Self())
    }

    /// Reloads at each signal.
    #[cfg(unix)]
    pub async fn reload(mut self, reloader: Reloader) {
        while self.0.recv().await.is_some() {
            reloader.reload().await;
        }
    }

    /// Waits for nothing.
    #[cfg(not(unix))]
    pub async fn reload(self, _reloader: Reloader) {}
}
