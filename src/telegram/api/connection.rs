//! HTTP to the Bot API: connections that are kept, through a proxy where there is one.
//! Knows no method and no token; retries nothing, and names what went wrong.

mod way;

use super::USUAL;
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONTENT_TYPE, HeaderValue};
use hyper::{Request, Response, Uri};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::{Client, Error};
use hyper_util::client::proxy::matcher::Matcher;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use std::time::Duration;
use tokio::time::{Instant, timeout_at};
use way::Way;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const LATE: &str = "no reply in time";
const BROKE: &str = "the connection broke";

/// What comes of a call.
pub(super) struct Reply {
    /// HTTP's status.
    pub(super) status: u16,
    /// The body as far as it came.
    pub(super) body: Vec<u8>,
    /// Why the rest of it did not come, if it did not.
    pub(super) broke: Option<&'static str>,
}

/// Connections to one server: on what teloxide's own HTTP client is built on, without its redirects, for which it reads
/// the address again at each call.
pub(super) struct Connection {
    client: Client<HttpsConnector<Way>, Full<Bytes>>,
}

impl Connection {
    /// The way to this address; nothing is connected yet, and nothing is where a proxy's address cannot be used.
    pub(super) fn to(address: &Uri, proxies: &Matcher) -> Option<Self> {
        let connector = HttpsConnectorBuilder::new()
            .with_webpki_roots()
            .https_or_http()
            .enable_http1()
            .wrap_connector(Way::to(address, proxies)?);
        let client = Client::builder(TokioExecutor::new()).pool_timer(TokioTimer::new()).build(connector);
        Some(Self { client })
    }

    /// Posts JSON, and waits for the reply no longer than `limit`. A failure says in a few words why none came.
    pub(super) async fn post(&self, to: Uri, json: Vec<u8>, limit: Duration) -> Result<Reply, &'static str> {
        let until = Instant::now() + limit;
        let mut request = Request::new(json.into());
        *request.method_mut() = hyper::Method::POST;
        *request.uri_mut() = to;
        request.headers_mut().insert(CONTENT_TYPE, JSON);
        let reply = timeout_at(until, self.client.request(request)).await.map_err(|_| LATE)?;
        let reply = reply.map_err(|error| cause(&error))?;
        Ok(read(reply, until).await)
    }
}

/// The body as far as it comes before `until`.
async fn read(reply: Response<Incoming>, until: Instant) -> Reply {
    let status = reply.status().as_u16();
    let (mut body, mut parts) = (Vec::with_capacity(USUAL), reply.into_body());
    let broke = loop {
        match timeout_at(until, parts.frame()).await {
            Ok(Some(Ok(frame))) => body.extend_from_slice(frame.data_ref().map_or(&[], |it| it)),
            Ok(None) => break None,
            Ok(Some(Err(_))) => break Some(BROKE),
            Err(_) => break Some(LATE),
        }
    };
    Reply { status, body, broke }
}

fn cause(error: &Error) -> &'static str {
    if error.is_connect() { "no connection" } else { BROKE }
}
