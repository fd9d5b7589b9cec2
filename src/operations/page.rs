//! What can be fetched of the process: `/healthz`, `/readyz`, and `/metrics` as Prometheus reads it.
//! Listens nowhere itself ([`super::http`] does).

use super::{Operations, exposition};
use axum::Router;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use std::sync::Arc;

/// The form that Prometheus understands.
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
/// The form of before, for whoever asks for it.
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// `/healthz`: the process answers; `/readyz`: questions come in.
pub fn health_routes(operations: &Arc<Operations>) -> Router {
    let operations = Arc::clone(operations);
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(move || async move { readiness(operations.health.is_ready()) }))
}

/// Health and metrics.
pub fn routes(operations: &Arc<Operations>) -> Router {
    let metrics = operations.metrics.clone();
    let page = move |headers: HeaderMap| async move {
        let accept: Vec<&str> =
            headers.get_all(header::ACCEPT).iter().filter_map(|it| it.to_str().ok()).collect();
        match wants_text(&accept.join(",")) {
            true => ([(header::CONTENT_TYPE, TEXT)], exposition::text(&metrics.page())),
            false => ([(header::CONTENT_TYPE, OPEN_METRICS)], metrics.page()),
        }
    };
    health_routes(operations).route("/metrics", get(page))
}

/// True where `Accept` likes `text/plain` better than `OpenMetrics`. Who says nothing gets `OpenMetrics`.
fn wants_text(accept: &str) -> bool {
    liking(accept, ["text/plain", "text/*", "*/*"])
        > liking(accept, ["application/openmetrics-text", "application/*", "*/*"])
}

/// How much `Accept` likes a type, by its name or by what stands for it; the first of the names that it has counts.
fn liking(accept: &str, names: [&str; 3]) -> f32 {
    let liked = |name: &str| accept.split(',').filter_map(|it| weight_of(it, name)).reduce(f32::max);
    names.iter().find_map(|it| liked(it)).unwrap_or_default()
}

fn weight_of(entry: &str, name: &str) -> Option<f32> {
    let mut parts = entry.split(';').map(str::trim);
    parts.next().filter(|it| it.eq_ignore_ascii_case(name))?;
    let weight = parts.find_map(|it| it.strip_prefix("q=").or_else(|| it.strip_prefix("Q=")));
    Some(weight.and_then(|it| it.trim().parse().ok()).unwrap_or(1.0))
}

fn readiness(is_ready: bool) -> impl IntoResponse {
    match is_ready {
        true => (StatusCode::OK, "ready\n"),
        false => (StatusCode::SERVICE_UNAVAILABLE, "Telegram is not reached\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::wants_text;

    #[test]
    fn who_asks_for_text_gets_it() {
        for (accept, expected) in [
            ("", false),
            ("*/*", false),
            ("text/plain", true),
            ("text/plain;version=0.0.4;q=1,*/*;q=0.1", true),
            ("TEXT/PLAIN", true),
            ("text/*", true),
            ("application/openmetrics-text", false),
            // Prometheus 2 and 3.
            (
                "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1",
                false,
            ),
            ("application/openmetrics-text; version=0.0.1,text/plain;version=0.0.4;q=0.5,*/*;q=0.1", false),
            ("application/openmetrics-text;q=0.2, text/plain;q=0.9", true),
            ("text/plain;q=0", false),
            ("text/plain;q=x", true),
            ("nonsense", false),
        ] {
            assert_eq!(wants_text(accept), expected, "{accept}");
        }
    }
}
