//! The HTTP server of a webhook: one path for updates, `/healthz` and `/readyz`, with limits on size and time.
//! Answers nobody but who has the secret, and says nothing of what came in.

use super::secret::Secret;
use crate::telegram::arrivals;
use crate::telegram::intake::Intake;
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use serde_json::value::RawValue;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// The header that carries the secret.
const SECRET: &str = "x-telegram-bot-api-secret-token";
/// An update is some kilobytes; with a long message it replies to, a few dozen.
const LARGEST: usize = 512 * 1024;
/// Headers of Telegram and a proxy take less than a quarter of it.
const HEADERS: usize = 16 * 1024;
/// A whole head must come within this, a whole body as well.
const PATIENCE: Duration = Duration::from_secs(5);
/// An update that is not handled within this is pushed again.
const HANDLED: Duration = Duration::from_secs(50);
/// Telegram opens forty; a proxy and its checks take a few more.
const CONNECTIONS: usize = 128;

/// What stands between the outside and the intake.
pub(super) struct Door {
    pub(super) secret: Secret,
    pub(super) intake: Arc<Intake>,
    /// Telegram knows where to push.
    pub(super) is_set: Arc<AtomicBool>,
}

/// True for a path that can be served, and is none of ours.
pub(super) fn may_be_a_path(path: &str) -> bool {
    let allowed = |it: char| it.is_ascii_alphanumeric() || "/-_.~:".contains(it);
    path.starts_with('/')
        && path.chars().all(allowed)
        && !["/healthz", "/readyz"].contains(&path)
        && !path.contains("/:")
}

/// Serves until it is aborted.
pub(super) async fn serve(listener: TcpListener, path: String, door: Door) {
    let routes = Router::new()
        .route(&path, post(update))
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready))
        .with_state(Arc::new(door));
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&room).acquire_owned().await else { return };
        match listener.accept().await {
            Ok((stream, _)) => {
                let routes = routes.clone();
                tokio::spawn(async move {
                    connection(stream, routes).await;
                    drop(place);
                });
            }
            // Out of file descriptors, for instance: others will be free in a moment.
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
}

async fn connection(stream: TcpStream, routes: Router) {
    let served = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .max_buf_size(HEADERS)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(routes))
        .await;
    if served.is_err() {
        log::debug!("a connection to the webhook broke");
    }
}

async fn ready(State(door): State<Arc<Door>>) -> StatusCode {
    if door.is_set.load(Ordering::Relaxed) { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }
}

/// Takes one update: 200 once it is handled, and not before, so that Telegram brings it again otherwise.
async fn update(State(door): State<Arc<Door>>, request: Request) -> StatusCode {
    let secret = request.headers().get(SECRET);
    if !secret.is_some_and(|it| door.secret.is(it.as_bytes())) {
        return StatusCode::UNAUTHORIZED;
    }
    if door.intake.is_closed() {
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    let body = match timeout(PATIENCE, to_bytes(request.into_body(), LARGEST)).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return StatusCode::PAYLOAD_TOO_LARGE,
        Err(_) => return StatusCode::REQUEST_TIMEOUT,
    };
    let raw = serde_json::from_slice::<Box<RawValue>>(&body).ok();
    let Some((number, _)) = raw.and_then(|it| arrivals::queue(&door.intake, &it)) else {
        return StatusCode::BAD_REQUEST;
    };
    match timeout(HANDLED, door.intake.handled(number)).await {
        Ok(Ok(())) => StatusCode::OK,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    }
}
