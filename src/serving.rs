//! Runs the Telegram bot with what stands round it: reloading, metrics and health, the file of unanswered questions.
//! Answers nothing itself.

use crate::config::{self, Config, OperationsArgs};
use crate::{Failure, probing};
use league_bot::operations::{self, Hangups, LOOK, Metrics, Operations, Reloader, Unanswered};
use league_bot::telegram::{self, Engines, Settings};
use std::io;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;

/// The file of unanswered questions has this long to be finished at the end.
const FAREWELL: Duration = Duration::from_secs(2);

/// Runs the Telegram bot until it is told to stop, on one thread: answering takes microseconds.
pub(crate) fn telegram(config: &Config) -> Result<ExitCode, Failure> {
    let args = config.telegram();
    if args.operations.probe {
        return probing::probe(args.operations.metrics().map(|it| it.0));
    }
    let token = args.token().map_err(|it| Failure::Said(unreadable_token(&it)))?;
    let Some(token) = token else {
        return Err(Failure::Said(
            "no Telegram token: set TELOXIDE_TOKEN to the token that @BotFather gave you".to_owned(),
        ));
    };
    let proxies = config::proxies().map_err(Failure::Said)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let _inside = runtime.enter();
    // Before anything takes time: a service manager may ask for a reload at once.
    let hangups = Hangups::take_over()?;
    let (operations, engines) = around(config, &args.operations)?;
    let settings = Settings {
        api_url: args.api_url.clone(),
        nicknames: args.nicknames(),
        per_minute_in_private: args.per_minute,
        per_minute_in_group: args.per_minute_in_group,
        webhook: args.webhook(),
        admins: args.operations.admins(),
        proxies: Arc::new(proxies),
        operations: Arc::clone(&operations),
        ..Settings::new(token)
    };
    runtime.block_on(serve(settings, engines, hangups, args.operations.metrics()))?;
    Ok(ExitCode::SUCCESS)
}

/// Without the path: who mixes up the two gives the token there.
fn unreadable_token(error: &io::Error) -> String {
    format!("the token file cannot be read ({error}): --token-file names a file that holds the token alone")
}

/// What the bot counts with and answers from.
fn around(config: &Config, args: &OperationsArgs) -> Result<(Arc<Operations>, Engines), Failure> {
    let metrics = Metrics::default();
    let started = Reloader::start(config.report_data(), LOOK, metrics.clone());
    let (reloader, engines) = started.map_err(Failure::Data)?;
    let unanswered = match args.unanswered_file() {
        Some(path) => Unanswered::kept_in(path)?,
        None => Unanswered::default(),
    };
    Ok((Arc::new(Operations::new(metrics, reloader, unanswered)), engines))
}

async fn serve(
    settings: Settings,
    engines: Engines,
    hangups: Hangups,
    metrics: Option<(SocketAddr, bool)>,
) -> Result<(), Failure> {
    if let Some((address, is_wanted)) = metrics {
        serve_metrics(&settings.operations, address, is_wanted).await?;
    }
    tokio::spawn(hangups.reload(settings.operations.reloader.clone()));
    let operations = Arc::clone(&settings.operations);
    // A task of its own: what the thread itself waits for is woken by a system call each time, a task is not.
    let running = tokio::spawn(telegram::run(settings, engines));
    // A panic there ends the program as one here would.
    let end = running.await.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()));
    // A disk that hangs is no reason to stay.
    let _ = tokio::time::timeout(FAREWELL, operations.unanswered.written()).await;
    end.map_err(failure)
}

/// What ends the process by itself is started again by whoever watches over it; a wrong setting is not.
fn failure(error: telegram::Error) -> Failure {
    match error {
        telegram::Error::Ended => Failure::Ended(error.to_string()),
        error => Failure::Said(error.to_string()),
    }
}

/// Serves metrics and health there. Only where the operator named the address is it a failure that it is taken.
async fn serve_metrics(
    operations: &Arc<Operations>,
    address: SocketAddr,
    is_wanted: bool,
) -> Result<(), Failure> {
    match TcpListener::bind(address).await {
        Ok(listener) => {
            log::info!("metrics and health are served at http://{address}");
            tokio::spawn(operations::serve(listener, operations::routes(operations)));
        }
        Err(error) if is_wanted => {
            let why = error.kind();
            return Err(Failure::Said(format!(
                "metrics cannot be served at {address} ({why}): give --metrics-listen a free address of this \
                 machine, or off"
            )));
        }
        Err(error) => {
            log::warn!(
                "no metrics: {address} cannot be used ({}); --metrics-listen names another",
                error.kind()
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::failure;
    use crate::{exit_code_of, failure_words};
    use league_bot::telegram::Error;

    #[test]
    fn who_ends_by_itself_is_started_again() {
        for (error, expected) in [(Error::Ended, 1), (Error::RefusedToken, 2), (Error::CannotListen, 2)] {
            let failure = failure(error.clone());
            assert_eq!(exit_code_of(&failure), expected, "{error}");
            assert_eq!(failure_words(&failure), Some(format!("league-bot: {error}")));
        }
    }
}
