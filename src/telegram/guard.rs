//! What stands round every handler: it is done when it is done, however it ends, and a panic ends only itself.
//! Knows no route; a panic is logged by its place alone, since its words may be somebody's.

use super::api::Failure;
use super::desk::Desk;
use super::intake::Intake;
use super::words;
use futures::FutureExt;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, Location};
use std::sync::Arc;
use teloxide::dispatching::{DpHandlerDescription, UpdateHandler};
use teloxide::dptree::{self, HandlerDescription, HandlerSignature, Type};
use teloxide::types::{Update, UpdateKind};

tokio::task_local! {
    /// Whether the handler that runs has said something that would be said twice if the update came again.
    static SPOKE: Cell<bool>;
}

/// From now on the update that is handled must not come again.
pub(super) fn has_spoken() {
    // Outside a handler nobody asks.
    let _ = SPOKE.try_with(|it| it.set(true));
}

/// Marks the update done once the rest of the chain is through with it.
pub(super) fn done() -> UpdateHandler<Failure> {
    let run = |mut deps: dptree::di::DependencyMap, rest: dptree::Cont<'static, _>| async move {
        let update: Arc<Update> = deps.get();
        let intake: Arc<Arc<Intake>> = deps.get();
        // Handlers share it from here on: a copy of a whole update for each of them would cost more than most answers.
        deps.insert(Arc::clone(&update));
        let chain = async {
            let end = AssertUnwindSafe(rest(deps)).catch_unwind().await;
            (end, SPOKE.with(Cell::get))
        };
        let (end, spoke) = SPOKE.scope(Cell::new(false), chain).await;
        if spoke && matches!(end, Ok(ControlFlow::Break(Ok(())))) {
            intake.replied(&update);
        }
        intake.done(&update, spoke);
        end.unwrap_or(ControlFlow::Break(Ok(())))
    };
    dptree::from_fn_with_description(
        DpHandlerDescription::entry(),
        run,
        signature([Type::of::<Update>(), Type::of::<Arc<Intake>>()], [Type::of::<Arc<Update>>()]),
    )
}

/// Apologises to whoever asked where the rest of the chain panics.
pub(super) fn apology() -> UpdateHandler<Failure> {
    let run = |deps: dptree::di::DependencyMap, rest: dptree::Cont<'static, _>| async move {
        let update: Arc<Arc<Update>> = deps.get();
        let desk: Arc<Arc<Desk>> = deps.get();
        match AssertUnwindSafe(rest(deps)).catch_unwind().await {
            Ok(end) => end,
            Err(_) => {
                desk.operations().metrics.panics.inc();
                ControlFlow::Break(apologise(&desk, &update).await)
            }
        }
    };
    dptree::from_fn_with_description(
        DpHandlerDescription::entry(),
        run,
        signature([Type::of::<Arc<Update>>(), Type::of::<Arc<Desk>>()], []),
    )
}

async fn apologise(desk: &Desk, update: &Update) -> Result<(), Failure> {
    match &update.kind {
        UpdateKind::Message(message) | UpdateKind::EditedMessage(message) => {
            desk.reply(message, &words::sorry().into()).await.map(drop)
        }
        UpdateKind::CallbackQuery(tap) => desk.acknowledge(&tap.id, Some(words::sorry())).await,
        _ => Ok(()),
    }
}

/// What a guard takes from what the dispatching gives, and what it adds; it lets everything pass.
fn signature<const ADDED: usize>(needs: [Type; 2], adds: [Type; ADDED]) -> HandlerSignature {
    HandlerSignature::Other {
        obligations: needs.into_iter().map(|it| (it, Location::caller())).collect(),
        guaranteed_outcomes: adds.into(),
        conditional_outcomes: BTreeSet::new(),
        continues: true,
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

    #[tokio::test]
    async fn a_handler_that_panics_has_handled_its_update() {
        let update: Update = serde_json::from_str(r#"{"update_id":7,"poll":{}}"#).unwrap();
        let intake = Arc::new(Intake::default());
        assert!(intake.is_new(7));
        let schema = done().endpoint(|| async { panic!("on purpose") });
        let end = schema.dispatch(dptree::deps![update, Arc::clone(&intake)]).await;
        assert!(matches!(end, ControlFlow::Break(Ok(()))));
        assert_eq!(intake.offset(), 8);
    }
}
