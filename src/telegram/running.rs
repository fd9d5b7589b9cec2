//! The channel's life: waits until Telegram answers, serves until it is told to stop, finishes what is in hand.
//! Knows nothing of messages.

use super::api::{Api, Failure};
use super::desk::Desk;
use super::intake::Intake;
use super::listener::Listener;
use super::webhook::{self, Hook};
use super::{Engines, Error, Settings, guard, polling, presence, routes};
use std::future::ready;
use std::sync::Arc;
use std::time::Duration;
use teloxide::Bot;
use teloxide::dispatching::Dispatcher;
use teloxide::dptree;
use teloxide::error_handlers::LoggingErrorHandler;
use teloxide::payloads::{DeleteWebhook, GetMe};
use teloxide::types::Me;
use tokio::time::{sleep, timeout};

/// What is in hand when the bot is told to stop has this long to be finished.
const FAREWELL: Duration = Duration::from_secs(10);
/// One try of a call at the start.
const TRY: Duration = Duration::from_secs(10);
/// The longest pause between two tries at the start.
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// Serves until SIGTERM or Ctrl-C, by long polling unless the settings have a webhook.
///
/// # Errors
/// Where the settings are wrong or Telegram refuses the token; other trouble is waited out.
pub async fn run(settings: Settings, engines: Engines) -> Result<(), Error> {
    guard::log_panics_by_place();
    run_until(settings, engines, signal()?).await
}

/// As [`run`], until `stop` comes.
///
/// # Errors
/// As [`run`].
pub async fn run_until(
    settings: Settings,
    engines: Engines,
    stop: impl Future<Output = ()>,
) -> Result<(), Error> {
    let api = Arc::new(Api::new(&settings)?);
    let hook = Hook::open(&settings).await?;
    let is_pushed = hook.is_some();
    let mut stop = std::pin::pin!(stop);
    let me = tokio::select! {
        me = introduce(&api, is_pushed) => me?,
        () = &mut stop => return Ok(()),
    };
    log::info!("@{} hears", me.username());
    let announcing = tokio::spawn(presence::announce(Arc::clone(&api), settings.admins.clone()));
    let desk = Arc::new(Desk::new(Arc::clone(&api), engines, me, &settings));
    let intake = Arc::new(Intake::new(is_pushed, settings.operations.metrics.clone()));
    let serving = serve(api.bot(), desk, Arc::clone(&intake));
    let mut serving = std::pin::pin!(serving);
    let end = tokio::select! {
        _refused = hear(hook, &api, &intake) => Err(Error::RefusedToken),
        () = &mut serving => return Ok(()),
        () = stop => Ok(()),
    };
    intake.close();
    announcing.abort();
    if timeout(FAREWELL, serving).await.is_err() {
        log::warn!("not all was answered within {} s; Telegram will bring it again", FAREWELL.as_secs());
    }
    match end {
        Ok(()) if is_pushed => webhook::remove(&api).await,
        Ok(()) => polling::confirm(&api, &intake).await,
        Err(_) => {}
    }
    end
}

/// Takes in updates until the token is refused.
async fn hear(hook: Option<Hook>, api: &Api, intake: &Arc<Intake>) -> Failure {
    match hook {
        Some(hook) => hook.hear(api, Arc::clone(intake)).await,
        None => polling::listen(api, intake).await,
    }
}

/// Waits until Telegram says who the bot is, and takes over from a webhook unless one will be set.
async fn introduce(api: &Api, keeps_webhook: bool) -> Result<Me, Error> {
    let mut pause = Duration::from_millis(200);
    loop {
        let failure = match api.call(&GetMe::new(), TRY).await {
            Ok(me) if keeps_webhook => return Ok(me),
            Ok(me) => match api.call::<_, bool>(&DeleteWebhook::new(), TRY).await {
                Ok(_) => return Ok(me),
                Err(failure) => failure,
            },
            Err(failure) => failure,
        };
        match failure {
            Failure::Unauthorised | Failure::NotFound => return Err(Error::RefusedToken),
            Failure::Wait(asked) => sleep(asked).await,
            _ => sleep(pause).await,
        }
        log::warn!("Telegram does not answer yet: {failure}; trying again");
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// Dispatches until the intake ends.
async fn serve(bot: Bot, desk: Arc<Desk>, intake: Arc<Intake>) {
    let mut dispatcher = dispatcher(bot, desk, Arc::clone(&intake));
    // The dispatcher asks once more who the bot is; where that fails, it asks again.
    loop {
        let listener = Listener::new(Arc::clone(&intake));
        match dispatcher.try_dispatch_with_listener(listener, LoggingErrorHandler::new()).await {
            Ok(()) => return,
            Err(_) => log::warn!("Telegram does not answer yet; trying again"),
        }
        sleep(LONGEST_PAUSE).await;
    }
}

/// The dispatcher with everything that its handlers depend on.
///
/// It puts no order of its own on updates: its queue for one chat would hold up all others.
fn dispatcher(bot: Bot, desk: Arc<Desk>, intake: Arc<Intake>) -> Dispatcher<Bot, Failure, ()> {
    Dispatcher::builder(bot, routes::schema())
        .dependencies(dptree::deps![desk, intake])
        .distribution_function(|_| None::<()>)
        .default_handler(|_| ready(()))
        .error_handler(Arc::new(|failure: Failure| {
            // That a chat has shut the bot out was logged when it was first seen.
            if failure != Failure::Shut {
                log::warn!("a reply could not be sent: {failure}");
            }
            ready(())
        }))
        .build()
}

/// Comes when the process is asked to end.
#[cfg(unix)]
fn signal() -> Result<impl Future<Output = ()>, Error> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).map_err(|_| Error::NoSignals)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(|_| Error::NoSignals)?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => log::info!("asked to stop: finishing what is in hand"),
            _ = interrupt.recv() => log::info!("interrupted: finishing what is in hand"),
        }
    })
}

/// Comes when the process is asked to end.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "on Unix it may fail")]
fn signal() -> Result<impl Future<Output = ()>, Error> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let desk = Desk::new(Arc::clone(&api), engines, me, &settings);
        drop(dispatcher(api.bot(), Arc::new(desk), Arc::default()));
    }
}
