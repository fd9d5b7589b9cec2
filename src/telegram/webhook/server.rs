//! What a webhook serves: one path for updates, `/healthz` and `/readyz`, with limits on size and time.
//! Answers nobody but who has the secret, and says nothing of what came in.

use super::secret::Secret;
use crate::operations::{Operations, health_routes};
use crate::telegram::arrivals;
use crate::telegram::intake::Intake;
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::routing::post;
use serde_json::value::RawValue;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// The header that carries the secret.
const SECRET: &str = "x-telegram-bot-api-secret-token";
/// An update is some kilobytes; with a long message it replies to, a few dozen.
const LARGEST: usize = 512 * 1024;
/// A whole body must come within this.
const PATIENCE: Duration = Duration::from_secs(5);
/// An update that is not handled within this is pushed again.
const HANDLED: Duration = Duration::from_secs(50);

/// What stands between the outside and the intake.
pub(super) struct Door {
    pub(super) secret: Secret,
    pub(super) intake: Arc<Intake>,
}

/// True for a path that can be served, and is none of ours.
pub(super) fn may_be_a_path(path: &str) -> bool {
    let allowed = |it: char| it.is_ascii_alphanumeric() || "/-_.~:".contains(it);
    path.starts_with('/')
        && path.chars().all(allowed)
        && !["/healthz", "/readyz"].contains(&path)
        && !path.contains("/:")
}

/// The path for updates, and whether the bot is well.
pub(super) fn routes(path: &str, door: Door, operations: &Arc<Operations>) -> Router {
    let updates = Router::new().route(path, post(update)).with_state(Arc::new(door));
    updates.merge(health_routes(operations))
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
