//! Repeats every text that it is sent, and does nothing else: what teloxide and its HTTP client cost by themselves.
//! Reads the token from TELOXIDE_TOKEN and the server's address from TELOXIDE_API_URL.

use teloxide::prelude::*;

fn main() -> std::io::Result<()> {
    // One thread, as the bot itself has: with more, the same work costs half as much again.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(teloxide::repl(Bot::from_env(), |bot: Bot, message: Message| async move {
        if let Some(text) = message.text() {
            bot.send_message(message.chat.id, text).await?;
        }
        Ok(())
    }));
    Ok(())
}
