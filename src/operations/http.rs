//! A small HTTP server with limits on size, time and number of connections, for health, metrics and a webhook.
//! Knows no route; what it serves is handed in.

use axum::Router;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;

/// Headers of Telegram and a proxy take less than a quarter of it.
const HEADERS: usize = 16 * 1024;
/// A whole head must come within this.
const PATIENCE: Duration = Duration::from_secs(5);
/// Telegram opens forty; a proxy and its checks take a few more.
const CONNECTIONS: usize = 128;
/// Where every connection is being served, the next one waits so long before it is looked for room again.
const NO_ROOM: Duration = Duration::from_millis(20);

/// No request has come: the first connections to be closed for want of room.
const SILENT: u8 = 0;
/// A request is being served: it is never closed.
const SERVED: u8 = 1;
/// A request was served, and none has come since.
const IDLE: u8 = 2;

/// Serves until it is aborted.
pub async fn serve(listener: TcpListener, routes: Router) {
    let mut guests = Guests::default();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                guests.make_room().await;
                guests.seat(stream, routes.clone());
            }
            // Out of file descriptors, for instance: others will be free in a moment.
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
}

/// The open connections, the oldest first. Who opens many and asks nothing keeps nobody out: where there is no room, the oldest
/// one without a request is closed.
#[derive(Default)]
struct Guests(VecDeque<Guest>);

struct Guest {
    state: Arc<AtomicU8>,
    task: AbortHandle,
}

impl Guests {
    async fn make_room(&mut self) {
        loop {
            self.0.retain(|it| !it.task.is_finished());
            if self.0.len() < CONNECTIONS {
                return;
            }
            match self.oldest(SILENT).or_else(|| self.oldest(IDLE)).and_then(|at| self.0.remove(at)) {
                Some(guest) => guest.task.abort(),
                None => tokio::time::sleep(NO_ROOM).await,
            }
        }
    }

    fn oldest(&self, state: u8) -> Option<usize> {
        self.0.iter().position(|it| it.state.load(Ordering::Relaxed) == state)
    }

    fn seat(&mut self, stream: TcpStream, routes: Router) {
        let state = Arc::new(AtomicU8::new(SILENT));
        let task = tokio::spawn(connection(stream, routes, Arc::clone(&state))).abort_handle();
        self.0.push_back(Guest { state, task });
    }
}

async fn connection(stream: TcpStream, routes: Router, state: Arc<AtomicU8>) {
    let routes = TowerToHyperService::new(routes);
    let service = service_fn(|request: Request<Incoming>| {
        state.store(SERVED, Ordering::Relaxed);
        let (reply, state) = (routes.call(request), Arc::clone(&state));
        async move {
            let reply = reply.await;
            state.store(IDLE, Ordering::Relaxed);
            reply
        }
    });
    let served = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .max_buf_size(HEADERS)
        .serve_connection(TokioIo::new(stream), service)
        .await;
    if served.is_err() {
        log::debug!("a connection broke");
    }
}
