//! A small HTTP server with limits on size, time and number of connections, for health, metrics and a webhook.
//! Knows no route; what it serves is handed in.

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

/// Headers of Telegram and a proxy take less than a quarter of it.
const HEADERS: usize = 16 * 1024;
/// A whole head must come within this.
const PATIENCE: Duration = Duration::from_secs(5);
/// Telegram opens forty; a proxy and its checks take a few more.
const CONNECTIONS: usize = 128;

/// Serves until it is aborted.
pub async fn serve(listener: TcpListener, routes: Router) {
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
        log::debug!("a connection broke");
    }
}
