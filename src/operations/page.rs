//! What can be fetched of the process: `/healthz`, `/readyz`, and `/metrics` as Prometheus reads it.
//! Listens nowhere itself ([`super::http`] does).

use super::Operations;
use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use std::sync::Arc;

/// The form that Prometheus understands.
const METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

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
    let page = move || async move { ([(header::CONTENT_TYPE, METRICS)], metrics.page()) };
    health_routes(operations).route("/metrics", get(page))
}

fn readiness(is_ready: bool) -> impl IntoResponse {
    match is_ready {
        true => (StatusCode::OK, "ready\n"),
        false => (StatusCode::SERVICE_UNAVAILABLE, "Telegram is not reached\n"),
    }
}
