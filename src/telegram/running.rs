//! The channel's life: waits until Telegram answers, serves until it is told to stop, finishes what is in hand.
//! Knows nothing of messages.

use super::api::{Api, Failure};
use super::desk::Desk;
use super::intake::Intake;
use super::webhook::{self, Hook};
use super::{Engines, Error, Settings, dispatching, guard, polling, presence};
use std::sync::Arc;
use std::time::Duration;
use teloxide_core::payloads::{DeleteWebhook, GetMe};
use teloxide_core::types::Me;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

/// What is in hand when the bot is told to stop has this long to be finished.
const FAREWELL: Duration = Duration::from_secs(10);
/// One try of a call at the start.
const TRY: Duration = Duration::from_secs(10);
/// While an earlier timer is set, a later one is set without a system call: with this one set, the time limit of a call,
/// which is never so short, costs next to nothing.
const PULSE: Duration = Duration::from_secs(1);
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
    let (mut serving, mut pulse) = (JoinSet::new(), JoinSet::new());
    pulse.spawn(async {
        loop {
            sleep(PULSE).await;
        }
    });
    serving.spawn(dispatching::serve(desk, Arc::clone(&intake)));
    let end = tokio::select! {
        _refused = hear(hook, &api, &intake) => Err(Error::RefusedToken),
        _ended = serving.join_next() => return Ok(()),
        () = stop => Ok(()),
    };
    intake.close();
    announcing.abort();
    if timeout(FAREWELL, serving.join_next()).await.is_err() {
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
