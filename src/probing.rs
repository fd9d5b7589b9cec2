//! Asks a running bot whether it is ready, for a container's health check.
//! Knows nothing of the bot but where it serves its health.

use crate::{Failure, NOTHING_FOUND};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::process::ExitCode;
use std::time::Duration;

/// On one machine a reply takes less than a millisecond.
const PATIENCE: Duration = Duration::from_secs(3);

/// Ends with 0 where the bot is ready, with 1 where it is not or where none is.
pub(crate) fn probe(at: Option<SocketAddr>) -> Result<ExitCode, Failure> {
    let Some(at) = at else {
        return Err(Failure::Said("there is nothing to probe: --metrics-listen is off".to_owned()));
    };
    Ok(if is_ready(reachable(at)) { ExitCode::SUCCESS } else { ExitCode::from(NOTHING_FOUND) })
}

/// Who listens everywhere is asked on loopback.
fn reachable(mut at: SocketAddr) -> SocketAddr {
    match at {
        SocketAddr::V4(it) if it.ip().is_unspecified() => at.set_ip(Ipv4Addr::LOCALHOST.into()),
        SocketAddr::V6(it) if it.ip().is_unspecified() => at.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    at
}

fn is_ready(at: SocketAddr) -> bool {
    let ask = || {
        let mut stream = TcpStream::connect_timeout(&at, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.write_all(b"GET /readyz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")?;
        let mut status = [0; 12];
        stream.read_exact(&mut status)?;
        Ok::<_, std::io::Error>(status)
    };
    ask().is_ok_and(|it| it == *b"HTTP/1.1 200")
}
