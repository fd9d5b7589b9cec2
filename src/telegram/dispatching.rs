//! Runs the routes for what came in: different chats' updates side by side, one chat's one after the other.
//! Knows no route; the order is the intake's, which hands out nothing that has to wait.
//!
//! teloxide's own dispatcher would bring a queue between the two, and ask once more who the bot is.

use super::api::Failure;
use super::desk::Desk;
use super::intake::Intake;
use super::routes;
use futures::stream::{StreamExt, unfold};
use std::ops::ControlFlow;
use std::sync::Arc;
use teloxide::dispatching::UpdateHandler;
use teloxide::dptree::{self, di::DependencyMap};

/// Handles updates until the intake ends and all of them are handled.
pub(super) async fn serve(desk: Arc<Desk>, intake: Arc<Intake>) {
    let (routes, shared) = (routes::schema(), dptree::deps![desk, Arc::clone(&intake)]);
    let updates = unfold(&intake, |intake| async move { Some((intake.next().await?, intake)) });
    let handling = updates.for_each_concurrent(None, |update| {
        let mut deps = shared.clone();
        deps.insert(update);
        handle(&routes, deps)
    });
    handling.await;
}

async fn handle(routes: &UpdateHandler<Failure>, deps: DependencyMap) {
    match routes.dispatch(deps).await {
        // That a chat has shut the bot out was logged when it was first seen.
        ControlFlow::Break(Err(Failure::Shut)) => {}
        ControlFlow::Break(Err(failure)) => log::warn!("a reply could not be sent: {failure}"),
        ControlFlow::Break(Ok(())) | ControlFlow::Continue(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telegram::{Settings, api::Api};
    use teloxide::dptree::Type;
    use teloxide::types::{Me, Update};

    /// The library panics where a handler asks for what it is not given.
    #[test]
    fn every_handler_finds_what_it_depends_on() {
        let settings = Settings::new("1:abc".to_owned());
        let api = Arc::new(Api::new(&settings).unwrap());
        let me = r#"{"id":1,"is_bot":true,"first_name":"b","username":"b","can_join_groups":true,
            "can_read_all_group_messages":false,"supports_inline_queries":true,"has_main_web_app":false}"#;
        let me: Me = serde_json::from_str(me).unwrap();
        let engine = crate::engine::Engine::new(Vec::new(), crate::matcher::Lexicon::default());
        let (_sender, engines) = tokio::sync::watch::channel(Arc::new(engine));
        let desk = Arc::new(Desk::new(api, engines, me, &settings));
        let deps = dptree::deps![desk, Arc::<Intake>::default()];
        dptree::type_check(routes::schema().sig(), &deps, &[Type::of::<Update>()]);
    }
}
