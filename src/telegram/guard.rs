//! What stands round every handler: its update is done when it is done, however it ends, and a panic ends only itself.
//! Knows no route; a panic is logged by its place alone, since its words may be somebody's.

use super::api::Failure;
use super::desk::Desk;
use super::intake::Intake;
use super::update::{Kind, Update};
use super::words;
use futures::FutureExt;
use std::cell::Cell;
use std::panic::AssertUnwindSafe;

tokio::task_local! {
    /// Whether the handler that runs has said something that would be said twice if the update came again.
    static SPOKE: Cell<bool>;
}

/// From now on the update that is handled must not come again.
pub(super) fn has_spoken() {
    // Outside a handler nobody asks.
    let _ = SPOKE.try_with(|it| it.set(true));
}

/// Runs the handler of an update, apologises where it panics, and marks the update done.
pub(super) async fn run(
    desk: &Desk,
    intake: &Intake,
    update: &Update,
    handler: impl Future<Output = Result<(), Failure>>,
) -> Result<(), Failure> {
    let whole = async {
        let end = match AssertUnwindSafe(handler).catch_unwind().await {
            Ok(end) => end,
            Err(_) => {
                desk.operations().metrics.panics.inc();
                // A second panic is logged like the first; there is nothing left to say.
                AssertUnwindSafe(Box::pin(apologise(desk, update))).catch_unwind().await.unwrap_or(Ok(()))
            }
        };
        (end, SPOKE.with(Cell::get))
    };
    let (end, spoke) = SPOKE.scope(Cell::new(false), whole).await;
    if spoke && end.is_ok() {
        intake.replied(update);
    }
    intake.done(update, spoke);
    end
}

async fn apologise(desk: &Desk, update: &Update) -> Result<(), Failure> {
    match &update.kind {
        Kind::Message(message) | Kind::Edited(message) => {
            desk.reply(message, &words::sorry().into()).await.map(drop)
        }
        Kind::Tap(tap) => desk.acknowledge(&tap.id, Some(words::sorry())).await,
        Kind::Typed(_) | Kind::Membership(_) => Ok(()),
    }
}

/// From now on a panic is logged as its place.
pub(super) fn log_panics_by_place() {
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => log::error!("a handler panicked at {place}; please report it"),
        None => log::error!("a handler panicked; please report it"),
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Engine;
    use crate::matcher::Lexicon;
    use crate::telegram::{Settings, api::Api, update};
    use std::sync::Arc;

    #[tokio::test]
    async fn a_handler_that_panics_has_handled_its_update() {
        let settings = Settings::new("1:abc".to_owned());
        let me = r#"{"id":1,"is_bot":true,"first_name":"b","username":"b"}"#;
        let engine = Arc::new(Engine::new(Vec::new(), Lexicon::default()));
        let (_sender, engines) = tokio::sync::watch::channel(engine);
        let api = Arc::new(Api::new(&settings).unwrap());
        let desk = Desk::new(api, engines, serde_json::from_str(me).unwrap(), &settings);
        let raw = r#"{"update_id":7,"my_chat_member":{"chat":{"id":1,"type":"group"},"new_chat_member":{"status":"left"}}}"#;
        let update = update::read(serde_json::from_str(raw).unwrap()).unwrap();
        let intake = Intake::default();
        assert!(intake.is_new(7));
        assert_eq!(run(&desk, &intake, &update, async { panic!("on purpose") }).await, Ok(()));
        assert_eq!(intake.offset(), 8);
        assert_eq!(desk.operations().metrics.panics.get(), 1);
    }
}
