//! Settings for those who run the bot: metrics, administrators, the file of unanswered questions.
//! Starts nothing and opens nothing.

use clap::Args;
use clap::builder::OsStringValueParser;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Where metrics are served if nothing else is said: a port that nothing else of ours uses, on loopback.
const METRICS: &str = "127.0.0.1:9464";

#[derive(Debug, Clone, Args)]
pub(crate) struct OperationsArgs {
    /// Where /metrics, /healthz and /readyz are served, or `off`. [default: 127.0.0.1:9464]
    #[arg(long, value_name = "ADDR", env = "LEAGUE_BOT_METRICS_LISTEN", hide_env_values = true)]
    #[arg(value_parser = place)]
    metrics_listen: Option<Place>,
    /// Who may use /status, /reload and /unanswered in private: numbers of Telegram accounts, with commas between.
    #[arg(long, value_name = "IDS", env = "LEAGUE_BOT_ADMINS", hide_env_values = true)]
    #[arg(value_parser = admins)]
    admins: Option<Admins>,
    /// Keep questions that found no answer in this file, without sender. Without it they are only counted.
    #[arg(long, value_name = "FILE", env = "LEAGUE_BOT_UNANSWERED_FILE", hide_env_values = true)]
    #[arg(value_parser = OsStringValueParser::new())]
    unanswered_file: Option<OsString>,
    /// Ask the bot that runs with the same settings whether it is ready, and end with 0 or 1.
    #[arg(long)]
    pub(crate) probe: bool,
}

/// Where metrics are to be served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Nowhere.
    Off,
    /// There.
    At(SocketAddr),
}

/// Numbers of accounts.
#[derive(Debug, Clone)]
struct Admins(Vec<u64>);

impl OperationsArgs {
    /// Where metrics are served, and whether the operator has said so; nothing where they are not.
    pub(crate) fn metrics(&self) -> Option<(SocketAddr, bool)> {
        match self.metrics_listen {
            Some(Place::Off) => None,
            Some(Place::At(address)) => Some((address, true)),
            None => METRICS.parse().ok().map(|it| (it, false)),
        }
    }

    /// Who may ask for more.
    pub(crate) fn admins(&self) -> Vec<u64> {
        self.admins.clone().map(|it| it.0).unwrap_or_default()
    }

    /// Where unanswered questions are kept, if they are.
    pub(crate) fn unanswered_file(&self) -> Option<PathBuf> {
        self.unanswered_file.clone().map(PathBuf::from)
    }
}

fn place(text: &str) -> Result<Place, String> {
    match text.trim() {
        "off" => Ok(Place::Off),
        address => address
            .parse()
            .map(Place::At)
            .map_err(|_| format!("an address with its port, such as {METRICS}, or off")),
    }
}

fn admins(text: &str) -> Result<Admins, String> {
    let ids = text.split([',', '\u{ff0c}', '、']).map(str::trim).filter(|it| !it.is_empty());
    let ids: Result<Vec<u64>, _> = ids.map(str::parse).collect();
    ids.map(Admins).map_err(|_| "numbers of accounts with commas between, such as 123456,234567".to_owned())
}
