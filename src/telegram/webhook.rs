//! Hears by webhook: tells Telegram where to push, and takes what it pushes, each update confirmed once it is handled.
//! The HTTP side is `webhook/server.rs`; nothing here understands an update.

mod secret;
mod server;

use super::api::{Api, Failure};
use super::intake::Intake;
use super::{Error, Settings, polling};
use crate::operations;
use secret::Secret;
use server::Door;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use teloxide_core::payloads::{DeleteWebhook, SetWebhook, SetWebhookSetters};
use tokio::net::TcpListener;
use url::Url;

/// So many updates Telegram may push at a time: the bot answers one in far less than a second.
const CONNECTIONS: u8 = 40;
/// One try to tell Telegram.
const TRY: Duration = Duration::from_secs(10);
/// The longest pause between two tries.
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// Where Telegram pushes updates to, and where they come in.
#[derive(Clone)]
pub struct Webhook {
    /// The public address; its path is the only one that takes updates.
    pub url: String,
    /// Where the bot listens, usually behind a proxy that ends TLS.
    pub listen: SocketAddr,
    /// What Telegram must send along; made up where it is empty.
    pub secret: String,
}

/// A webhook that is open for Telegram.
pub(super) struct Hook {
    url: Url,
    secret: Secret,
    listener: TcpListener,
}

impl Hook {
    /// Listens, before Telegram is told.
    pub(super) async fn open(settings: &Settings) -> Result<Option<Self>, Error> {
        let Some(webhook) = &settings.webhook else { return Ok(None) };
        let url = Url::parse(&webhook.url).ok().filter(|it| it.has_host()).ok_or(Error::MalformedWebhook)?;
        if !server::may_be_a_path(url.path()) {
            return Err(Error::MalformedWebhook);
        }
        let secret = Secret::new(&webhook.secret).ok_or(Error::MalformedSecret)?;
        let listener = TcpListener::bind(webhook.listen).await.map_err(|_| Error::CannotListen)?;
        Ok(Some(Self { url, secret, listener }))
    }

    /// Tells Telegram and serves until the token is refused.
    pub(super) async fn hear(self, api: &Api, intake: Arc<Intake>) -> Failure {
        let door = Door { secret: self.secret.clone(), intake };
        let routes = server::routes(self.url.path(), door, &api.operations);
        let serving = tokio::spawn(operations::serve(self.listener, routes));
        let refused = tell(api, &self.url, &self.secret).await;
        if let Err(failure) = refused {
            serving.abort();
            return failure;
        }
        api.operations.health.pushed(true);
        log::info!("Telegram pushes updates here");
        std::future::pending().await
    }
}

/// Takes the webhook away; Telegram keeps what comes meanwhile.
pub(super) async fn remove(api: &Api) {
    api.operations.health.pushed(false);
    if let Err(failure) = api.call::<_, bool>(&DeleteWebhook::new(), TRY).await {
        log::warn!("the webhook could not be taken away: {failure}");
    }
}

async fn tell(api: &Api, url: &Url, secret: &Secret) -> Result<(), Failure> {
    let payload = SetWebhook::new(url.clone())
        .secret_token(secret.text())
        .max_connections(CONNECTIONS)
        .allowed_updates(polling::allowed());
    let mut pause = Duration::from_millis(200);
    loop {
        let failure = match api.call::<_, bool>(&payload, TRY).await {
            Ok(_) => return Ok(()),
            Err(failure @ (Failure::Unauthorised | Failure::NotFound)) => return Err(failure),
            Err(failure) => failure,
        };
        log::warn!("the webhook is not set yet: {failure}; trying again");
        tokio::time::sleep(if let Failure::Wait(asked) = failure { asked } else { pause }).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}
