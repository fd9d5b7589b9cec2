//! Repeats every text that it is sent, and does nothing else: what teloxide and its HTTP client cost by themselves.
//! Reads the token from `TELOXIDE_TOKEN` and the server's address from `TELOXIDE_API_URL`; with the argument `one-thread`
//! it runs on one thread, as the bot does, else on as many as the machine has cores, as `#[tokio::main]` gives.

use teloxide::prelude::*;
use tokio::runtime::Builder;

fn main() -> std::io::Result<()> {
    let one_thread = std::env::args().any(|it| it == "one-thread");
    let mut builder = if one_thread { Builder::new_current_thread() } else { Builder::new_multi_thread() };
    builder.enable_all().build()?.block_on(teloxide::repl(
        Bot::from_env(),
        |bot: Bot, message: Message| async move {
            if let Some(text) = message.text() {
                bot.send_message(message.chat.id, text).await?;
            }
            Ok(())
        },
    ));
    Ok(())
}
