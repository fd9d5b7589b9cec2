//! The channel's life: waits until Telegram answers, serves until it is told to stop, finishes what is in hand.
//! Knows nothing of messages.

use super::account::Account;
use super::api::{Api, Failure};
use super::desk::Desk;
use super::intake::Intake;
use super::webhook::{self, Hook};
use super::{Engines, Error, Settings, dispatching, guard, polling, presence};
use std::sync::Arc;
use std::time::Duration;
use teloxide_core::payloads::{DeleteWebhook, GetMe};
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
    log::info!("@{} hears", me.username);
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
    let end = until_end(hear(hook, &api, &intake), &mut serving, stop).await;
    if end == Err(Error::Ended) {
        return end;
    }
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

/// Waits for what ends the bot: the token is refused, it is told to stop, or the part that answers ends, which it never
/// should: without it the bot would hear and stay silent.
async fn until_end(
    hearing: impl Future<Output = Failure>,
    serving: &mut JoinSet<()>,
    stop: impl Future<Output = ()>,
) -> Result<(), Error> {
    tokio::select! {
        _refused = hearing => Err(Error::RefusedToken),
        _ended = serving.join_next() => Err(Error::Ended),
        () = stop => Ok(()),
    }
}

/// Takes in updates until the token is refused.
async fn hear(hook: Option<Hook>, api: &Api, intake: &Arc<Intake>) -> Failure {
    match hook {
        Some(hook) => hook.hear(api, Arc::clone(intake)).await,
        None => polling::listen(api, intake).await,
    }
}

/// Waits until Telegram says who the bot is, and takes over from a webhook unless one will be set.
async fn introduce(api: &Api, keeps_webhook: bool) -> Result<Account, Error> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::{pending, ready};

    #[tokio::test]
    async fn the_part_that_answers_ends_the_bot_with_an_error() {
        let panics = async { panic!("on purpose") };
        let ends = async {};
        let (mut ended, mut broken, mut serving) = (JoinSet::new(), JoinSet::new(), JoinSet::new());
        ended.spawn(ends);
        broken.spawn(panics);
        serving.spawn(pending());
        assert_eq!(until_end(pending(), &mut ended, pending()).await, Err(Error::Ended));
        assert_eq!(until_end(pending(), &mut broken, pending()).await, Err(Error::Ended));
        // What ends it otherwise.
        assert_eq!(until_end(pending(), &mut serving, ready(())).await, Ok(()));
        let refused = until_end(ready(Failure::Unauthorised), &mut serving, pending());
        assert_eq!(refused.await, Err(Error::RefusedToken));
    }
}
