//! Is a message for the bot, and what does it ask? The one place that decides between speaking and silence.
//! Understands no question and sends nothing.

use super::command::{self, Command};
use super::desk::Desk;
use super::names::Calls;
use super::update::{Mention, Message};
use super::{names, quoting};
use std::time::Instant;

/// What somebody wants of the bot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Heard {
    /// Opened by `/start`, or by a link that carries the identifier of a place.
    Start(String),
    /// How does one ask?
    Help,
    /// What is in the report?
    List,
    /// The largest figures of a unit, or of one to choose.
    Top(String),
    /// What does a number stand for?
    Number(String),
    /// Which report, how old, which version?
    About,
    /// `/home`, with the name of a league or without.
    Home(String),
    /// A question.
    Ask(String),
    /// How is the bot?
    Status,
    /// Load the report data anew.
    Reload,
    /// Which questions found no answer?
    Unanswered,
    /// Called by name, and nothing asked.
    Called,
    /// Something without a word: a voice message, a sticker.
    Wordless,
}

/// What a message asks of the bot; nothing where it is not for the bot.
pub(super) fn heard(desk: &Desk, message: &Message) -> Option<Heard> {
    let private = message.chat.is_private();
    if !(message.is_from_person() || private && message.is_from_somebody_but(desk.me.id)) {
        return None;
    }
    let text = command::trim(message.text().unwrap_or_default());
    if text.is_empty() {
        return (private && is_wordless(desk, message)).then_some(Heard::Wordless);
    }
    if private {
        // The other pictures of its album need no word then.
        desk.memory().is_first_of_album(message, Instant::now());
    }
    if message.is_forwarded() {
        return private.then(|| Heard::Ask(text.to_owned()));
    }
    match command::parse(text) {
        Some(command) if !is_ours(&command, desk) => None,
        Some(command) => match wish(&command, message, desk) {
            Some(wish) => Some(wish),
            None => meaning(command, message).or(private.then_some(Heard::Help)),
        },
        None => match addressed(text, message, desk) {
            Some(question) => Some(ask(question, message)),
            None => private.then(|| ask(text.to_owned(), message)),
        },
    }
}

/// True for something without a word that is to be answered: of an album one picture, and no place that moves.
fn is_wordless(desk: &Desk, message: &Message) -> bool {
    let is_sent = message.edit_date.is_none() && (message.has_media() || message.text().is_some());
    is_sent && desk.memory().is_first_of_album(message, Instant::now())
}

/// An edit that comes later than this is no slip of the hand; Telegram sends one too when a link gets its preview.
const SLIP_SECONDS: i64 = 120;

/// Is an edited message one that was answered, or so fresh that it was meant to be?
pub(super) fn is_worth_a_change(desk: &Desk, message: &Message) -> bool {
    let is_fresh = message.edit_date.is_some_and(|it| it - message.date <= SLIP_SECONDS);
    is_fresh || desk.memory().reply(message, Instant::now()).is_some()
}

/// True where the one who sent a message wrote this, and neither quoted nor forwarded it.
pub(super) fn is_written_by_asker(question: &str, message: &Message) -> bool {
    !message.is_forwarded() && message.text().is_some_and(|it| it.contains(question))
}

fn is_ours(command: &Command, desk: &Desk) -> bool {
    command.bot.as_ref().is_none_or(|it| desk.me.username.eq_ignore_ascii_case(it))
}

/// What only administrators may ask for, and only in private; for others there is no such command.
fn wish(command: &Command, message: &Message, desk: &Desk) -> Option<Heard> {
    let asker = message.from.as_ref().filter(|_| message.chat.is_private())?;
    let wish = match command.name.as_str() {
        "status" => Heard::Status,
        "reload" => Heard::Reload,
        "unanswered" => Heard::Unanswered,
        _ => return None,
    };
    desk.admins.contains(&asker.id.0).then_some(wish)
}

fn meaning(command: Command, message: &Message) -> Option<Heard> {
    match command.name.as_str() {
        "start" => Some(Heard::Start(command.rest)),
        "help" => Some(Heard::Help),
        "list" => Some(Heard::List),
        "top" => Some(Heard::Top(command.rest)),
        "number" => Some(Heard::Number(command.rest)),
        "about" => Some(Heard::About),
        "home" => Some(Heard::Home(command.rest)),
        "ask" => Some(ask(command.rest, message)),
        _ => None,
    }
}

/// A question, or what the message quotes: people select a question and call the bot.
fn ask(question: String, message: &Message) -> Heard {
    let question = quoting::meant(question, message);
    if question.is_empty() { Heard::Called } else { Heard::Ask(question) }
}

/// The question in a text that turns to the bot: by its name, a mention or a reply.
fn addressed(text: &str, message: &Message, desk: &Desk) -> Option<String> {
    if let Some(question) = desk.names.at_the_start(text) {
        return Some(question.to_owned());
    }
    let (ours, others): (Vec<_>, Vec<_>) = message.mentions().into_iter().partition(|it| is_me(*it, desk));
    let name = |it: &Mention| match *it {
        Mention::Named(name) | Mention::Linked(name, _) => name.to_owned(),
    };
    let calls = Calls { ours: ours.iter().map(name).collect(), others: others.iter().map(name).collect() };
    if let Some(call) = desk.names.called(text, &calls) {
        return names::asked(&call, &calls.others);
    }
    let reply = message.replied_to().filter(|_| calls.others.is_empty())?;
    let to_me = reply.from.as_ref().is_some_and(|it| it.id == desk.me.id);
    to_me.then(|| text.to_owned())
}

fn is_me(mention: Mention<'_>, desk: &Desk) -> bool {
    match mention {
        Mention::Named(name) => name.trim_start_matches('@').eq_ignore_ascii_case(&desk.me.username),
        Mention::Linked(_, id) => id == desk.me.id,
    }
}
