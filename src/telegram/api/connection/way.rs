//! How a connection is made: straight, or through a proxy. Encrypts nothing for the server.

use hyper::Uri;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder, MaybeHttpsStream};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::proxy::{SocksV5, Tunnel};
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use hyper_util::rt::TokioIo;
use std::error::Error;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::net::TcpStream;
use tower_service::Service;

/// A connection takes no longer to be made.
const CONNECT: Duration = Duration::from_secs(5);
/// A quiet connection is tried this often: one that died unseen is known a minute later.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// The way to a server.
#[derive(Clone)]
pub(super) enum Way {
    Straight(HttpConnector),
    Http(Tunnel<HttpsConnector<HttpConnector>>),
    Socks(SocksV5<HttpConnector>),
}

type Failure = Box<dyn Error + Send + Sync>;
/// To a proxy that itself speaks TLS the stream is encrypted; what goes to the server is encrypted within.
type Stream = MaybeHttpsStream<TokioIo<TcpStream>>;
type Connecting = Pin<Box<dyn Future<Output = Result<Stream, Failure>> + Send>>;

impl Way {
    /// The way to this address; nothing where its proxy is of an unknown kind.
    pub(super) fn to(address: &Uri, proxies: &Matcher) -> Option<Self> {
        let mut straight = HttpConnector::new();
        straight.enforce_http(false);
        straight.set_nodelay(true);
        straight.set_connect_timeout(Some(CONNECT));
        straight.set_keepalive(Some(KEEP_ALIVE));
        match proxies.intercept(address) {
            None => Some(Self::Straight(straight)),
            Some(proxy) => Self::through(&proxy, straight),
        }
    }

    fn through(proxy: &Intercept, straight: HttpConnector) -> Option<Self> {
        match proxy.uri().scheme_str() {
            Some("http" | "https") => {
                let builder = HttpsConnectorBuilder::new().with_webpki_roots();
                let straight = builder.https_or_http().enable_http1().wrap_connector(straight);
                let tunnel = Tunnel::new(proxy.uri().clone(), straight);
                Some(Self::Http(match proxy.basic_auth() {
                    Some(auth) => tunnel.with_auth(auth.clone()),
                    None => tunnel,
                }))
            }
            Some(scheme @ ("socks5" | "socks5h")) => {
                let socks = SocksV5::new(proxy.uri().clone(), straight).local_dns(scheme == "socks5");
                Some(Self::Socks(match proxy.raw_auth() {
                    Some((user, password)) => socks.with_auth(user.to_owned(), password.to_owned()),
                    None => socks,
                }))
            }
            _ => None,
        }
    }
}

impl Service<Uri> for Way {
    type Response = Stream;
    type Error = Failure;
    type Future = Connecting;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Failure>> {
        match self {
            Self::Straight(way) => way.poll_ready(context).map_err(Into::into),
            Self::Http(way) => way.poll_ready(context).map_err(Into::into),
            Self::Socks(way) => way.poll_ready(context).map_err(Into::into),
        }
    }

    fn call(&mut self, to: Uri) -> Connecting {
        match self {
            Self::Straight(way) => boxed(way.call(to), Stream::Http),
            Self::Http(way) => boxed(way.call(with_port(&to)), |it| it),
            Self::Socks(way) => boxed(way.call(to), Stream::Http),
        }
    }
}

/// The tunnel takes an address without a port for one of TLS.
fn with_port(to: &Uri) -> Uri {
    let port = if to.scheme_str() == Some("http") { 80 } else { 443 };
    let host = to.host().filter(|_| to.port().is_none());
    let authority = host.map(|it| format!("{it}:{port}"));
    authority.and_then(|it| Uri::builder().authority(it).build().ok()).unwrap_or_else(|| to.clone())
}

fn boxed<S, E: Into<Failure>>(
    connecting: impl Future<Output = Result<S, E>> + Send + 'static,
    stream: impl Fn(S) -> Stream + Send + 'static,
) -> Connecting {
    Box::pin(async move { connecting.await.map(stream).map_err(Into::into) })
}
