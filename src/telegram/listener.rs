//! Hands what came in to teloxide's dispatcher, each chat's updates one after the other.
//! The dispatcher runs all that it is given at once; the order is kept by giving it no more.

use super::intake::Intake;
use futures::stream::{BoxStream, StreamExt, unfold};
use std::convert::Infallible;
use std::sync::Arc;
use teloxide::stop::{StopToken, mk_stop_token};
use teloxide::types::Update;
use teloxide::update_listeners::{AsUpdateStream, UpdateListener};

/// The dispatcher's side of an [`Intake`].
pub(super) struct Listener {
    intake: Arc<Intake>,
    stop: StopToken,
}

impl Listener {
    pub(super) fn new(intake: Arc<Intake>) -> Self {
        // The intake itself says when nothing more comes; nobody waits for the flag.
        let (stop, _flag) = mk_stop_token();
        Self { intake, stop }
    }
}

impl UpdateListener for Listener {
    type Err = Infallible;

    fn stop_token(&mut self) -> StopToken {
        self.stop.clone()
    }
}

impl<'a> AsUpdateStream<'a> for Listener {
    type StreamErr = Infallible;
    type Stream = BoxStream<'a, Result<Update, Infallible>>;

    fn as_stream(&'a mut self) -> Self::Stream {
        unfold(&self.intake, |intake| async move { Some((Ok(intake.next().await?), intake)) }).boxed()
    }
}
