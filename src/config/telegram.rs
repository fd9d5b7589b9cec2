//! Settings of the Telegram bot, each with its flag and its environment variable.
//! Starts nothing.

use super::environment::variable;
use super::operations::OperationsArgs;
use super::token;
use clap::Args;
use clap::builder::OsStringValueParser;
use league_bot::telegram::Webhook;
use std::ffi::OsString;
use std::net::SocketAddr;

#[derive(Debug, Clone, Args)]
pub(crate) struct TelegramArgs {
    /// The Bot API server.
    #[arg(long, value_name = "URL", env = "TELOXIDE_API_URL", default_value = "https://api.telegram.org")]
    #[arg(hide_env_values = true)]
    pub(crate) api_url: String,
    /// A file that holds the token alone, instead of `TELOXIDE_TOKEN`.
    #[arg(long, value_name = "FILE", env = "LEAGUE_BOT_TOKEN_FILE", hide_env_values = true)]
    #[arg(value_parser = OsStringValueParser::new())]
    token_file: Option<OsString>,
    /// Have updates pushed to this public address instead of polling for them; a proxy passes them on to --listen.
    ///
    /// The secret that Telegram sends along is made up, or taken from `LEAGUE_BOT_WEBHOOK_SECRET`.
    #[arg(long, value_name = "URL", env = "LEAGUE_BOT_WEBHOOK_URL", hide_env_values = true)]
    webhook_url: Option<String>,
    /// Where the webhook, /healthz and /readyz are served.
    #[arg(long, value_name = "ADDR", env = "LEAGUE_BOT_LISTEN", default_value = "127.0.0.1:8443")]
    #[arg(hide_env_values = true)]
    listen: SocketAddr,
    /// Names that call the bot at the start of a message in a group, with commas between them.
    #[arg(
        long,
        value_name = "NAMES",
        env = "LEAGUE_BOT_NICKNAMES",
        default_value = "",
        hide_env_values = true
    )]
    nicknames: String,
    /// How many questions a person may ask within a minute in private.
    #[arg(
        long,
        value_name = "N",
        env = "LEAGUE_BOT_PER_MINUTE",
        default_value_t = 20,
        hide_env_values = true
    )]
    pub(crate) per_minute: usize,
    /// How many questions a person may ask within a minute in a group.
    #[arg(long, value_name = "N", env = "LEAGUE_BOT_PER_MINUTE_IN_GROUP", default_value_t = 10)]
    #[arg(hide_env_values = true)]
    pub(crate) per_minute_in_group: usize,
    #[command(flatten)]
    pub(crate) operations: OperationsArgs,
}

impl TelegramArgs {
    /// The bot's token, from the file that was named or from the environment.
    pub(crate) fn token(&self) -> std::io::Result<Option<String>> {
        match self.token_file.as_ref().filter(|it| !it.is_empty()) {
            Some(path) => std::fs::read_to_string(path).map(|it| Some(bare(&it).to_owned())),
            None => Ok(token()),
        }
    }

    /// The webhook, where one is wanted.
    pub(crate) fn webhook(&self) -> Option<Webhook> {
        let url = self.webhook_url.clone().filter(|it| !it.is_empty())?;
        let secret = variable("LEAGUE_BOT_WEBHOOK_SECRET").unwrap_or_default();
        Some(Webhook { url, listen: self.listen, secret })
    }

    /// The names that call the bot.
    pub(crate) fn nicknames(&self) -> Vec<String> {
        let names = self.nicknames.split([',', '\u{ff0c}', '、']).map(str::trim);
        names.filter(|it| !it.is_empty()).map(str::to_owned).collect()
    }
}

/// What stands in a file without blanks round it, and without the mark that Windows puts before a text.
fn bare(text: &str) -> &str {
    text.trim_matches(|it: char| it.is_whitespace() || it == '\u{feff}')
}
