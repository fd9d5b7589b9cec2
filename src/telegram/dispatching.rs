//! Runs the routes for what came in: different chats' updates side by side, one chat's one after the other.
//! Knows no route; the order is the intake's, which hands out nothing that has to wait.
//!
//! teloxide's own dispatcher would bring a queue between the two, and ask once more who the bot is.

use super::api::Failure;
use super::desk::Desk;
use super::intake::Intake;
use super::{guard, routes};
use futures::stream::{StreamExt, unfold};
use std::sync::Arc;

/// Handles updates until the intake ends and all of them are handled.
pub(super) async fn serve(desk: Arc<Desk>, intake: Arc<Intake>) {
    let (desk, intake) = (&*desk, &*intake);
    let updates = unfold((), |()| async move { Some((intake.next().await?, ())) });
    let handling = updates.for_each_concurrent(None, |update| async move {
        // In a box, so that what stands round it moves a pointer and not some kilobytes.
        let handler = Box::pin(routes::handle(desk, intake, &update));
        match guard::run(desk, intake, &update, handler).await {
            // That a chat has shut the bot out was logged when it was first seen.
            Ok(()) | Err(Failure::Shut) => {}
            Err(failure) => log::warn!("a reply could not be sent: {failure}"),
        }
    });
    handling.await;
}
