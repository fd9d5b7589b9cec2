//! What every endpoint works with: the engine, who the bot is, what conversations are about, and how to reply.
//! Decides neither whether to speak nor what to say.

use super::account::Account;
use super::api::{Api, Failure};
use super::limits::Limits;
use super::memory::Memory;
use super::names::Names;
use super::outbox::{self, Sent};
use super::page::{Page, Pages};
use super::update::Message;
use super::{Engines, Settings, guard};
use crate::engine::{Bounded, Engine, NEVER};
use crate::operations::Operations;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;
use teloxide_core::payloads::{
    AnswerCallbackQuery, AnswerCallbackQuerySetters, AnswerInlineQuery, EditMessageText,
    EditMessageTextSetters, GetChatMember, SendMessage, SendMessageSetters,
};
use teloxide_core::types::{
    CallbackQueryId, ChatId, ChatMember, LinkPreviewOptions, MessageId, ParseMode, ReplyParameters, True,
    UserId,
};

/// At most this many chats are remembered as shut; beyond it one may be logged twice.
const SHUT: usize = 10_000;

/// Shared by all handlers.
pub(super) struct Desk {
    api: Arc<Api>,
    engines: Engines,
    memory: Mutex<Memory>,
    limits: Mutex<Limits>,
    /// Chats in which the bot may not speak, each logged once.
    shut: Mutex<Bounded<ChatId, ()>>,
    /// The bot's account.
    pub(super) me: Account,
    /// What the bot is called.
    pub(super) names: Names,
    /// How many questions a person may ask within a minute, in private and in a group.
    pub(super) per_minute: (usize, usize),
    /// Who may ask for the bot's state and for a reload.
    pub(super) admins: Vec<u64>,
}

impl Desk {
    pub(super) fn new(api: Arc<Api>, engines: Engines, me: Account, settings: &Settings) -> Self {
        let own = [me.first_name.clone(), me.username.clone()];
        let names = Names::of(settings.nicknames.iter().chain(&own));
        let per_minute = (settings.per_minute_in_private, settings.per_minute_in_group);
        let (memory, limits) = Default::default();
        let shut = Mutex::new(Bounded::new(SHUT, NEVER));
        let admins = settings.admins.clone();
        Self { api, engines, memory, limits, shut, me, names, per_minute, admins }
    }

    /// What counts, reloads and keeps.
    pub(super) fn operations(&self) -> &Operations {
        &self.api.operations
    }

    /// The engine over the reports as they are loaded now.
    pub(super) fn engine(&self) -> Arc<Engine> {
        self.engines.borrow().clone()
    }

    /// What conversations are about; what belonged to data that is no longer loaded is forgotten.
    pub(super) fn memory(&self) -> MutexGuard<'_, Memory> {
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        memory.belong_to(self.engines.borrow().fingerprint());
        memory
    }

    /// How often people asked.
    pub(super) fn limits(&self) -> MutexGuard<'_, Limits> {
        self.limits.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes pages whose buttons obey `asker`.
    pub(super) fn pages<'a>(&'a self, engine: &'a Engine, asker: Option<UserId>) -> Pages<'a> {
        Pages { engine, bot: &self.me.username, asker }
    }

    /// Whom the buttons under the reply obey: in private nobody else is there, and a group's voice is nobody.
    pub(super) fn asker(&self, message: &Message) -> Option<UserId> {
        let person = message.from.as_ref().filter(|_| message.sender_chat.is_none())?;
        (!message.chat.is_private()).then_some(person.id)
    }

    /// Replies to a message, in its topic; a message that was edited gets its earlier reply changed.
    pub(super) async fn reply(&self, to: &Message, page: &Page) -> Result<MessageId, Failure> {
        let earlier = self.memory().reply(to, Instant::now());
        if let (Some(reply), Some(_)) = (earlier, to.edit_date) {
            return self.change(to.chat.id, reply, page).await.map(|()| reply);
        }
        let mut message = SendMessage::new(to.chat.id, page.html.as_str())
            .parse_mode(ParseMode::Html)
            .link_preview_options(no_preview())
            .reply_parameters(ReplyParameters::new(to.id()).allow_sending_without_reply());
        message.reply_markup = page.keyboard.clone().map(Into::into);
        let sent = outbox::send(&self.api, message, to.topic()).await;
        guard::has_spoken();
        let reply = MessageId(self.noting(to.chat.id, sent)?.message_id);
        self.memory().replied(to, reply, Instant::now());
        Ok(reply)
    }

    /// Makes a message of the bot show something else.
    pub(super) async fn change(&self, chat: ChatId, id: MessageId, page: &Page) -> Result<(), Failure> {
        let mut change = EditMessageText::new(chat, id, page.html.as_str())
            .parse_mode(ParseMode::Html)
            .link_preview_options(no_preview());
        change.reply_markup = page.keyboard.clone();
        match self.noting(chat, outbox::deliver::<_, Sent>(&self.api, &change).await) {
            Ok(_) | Err(Failure::Unchanged) => Ok(()),
            Err(failure) => Err(failure),
        }
    }

    /// Tells Telegram that a tap was heard, with a short notice or without.
    pub(super) async fn acknowledge(
        &self,
        tap: &CallbackQueryId,
        notice: Option<&str>,
    ) -> Result<(), Failure> {
        let mut answer = AnswerCallbackQuery::new(tap.clone());
        if let Some(notice) = notice {
            answer = answer.text(notice);
        }
        outbox::deliver::<_, True>(&self.api, &answer).await.map(drop)
    }

    /// What somebody is in a chat: its owner, an administrator, a member.
    pub(super) async fn member(&self, chat: ChatId, person: UserId) -> Result<ChatMember, Failure> {
        outbox::deliver(&self.api, &GetChatMember::new(chat, person)).await
    }

    /// Sends the results for what somebody types.
    pub(super) async fn answer_inline(&self, answer: &AnswerInlineQuery) -> Result<(), Failure> {
        match outbox::deliver::<_, True>(&self.api, answer).await {
            // Who types on has a newer query by then.
            Ok(_) | Err(Failure::Refused(_)) => Ok(()),
            Err(failure) => Err(failure),
        }
    }

    /// The bot may not speak in that chat; logged once.
    pub(super) fn shut(&self, chat: ChatId) {
        let mut shut = self.shut.lock().unwrap_or_else(PoisonError::into_inner);
        if shut.insert(chat, (), Instant::now()).is_none() {
            log::info!("a chat has shut the bot out; it is silent there until it is let in again");
        }
    }

    /// The bot may speak in that chat.
    pub(super) fn opened(&self, chat: ChatId) {
        let mut shut = self.shut.lock().unwrap_or_else(PoisonError::into_inner);
        if shut.remove(&chat, Instant::now()).is_some() {
            log::info!("a chat lets the bot in again");
        }
    }

    /// Remembers whether a chat let the bot speak.
    fn noting<T>(&self, chat: ChatId, result: Result<T, Failure>) -> Result<T, Failure> {
        match &result {
            Ok(_) => self.opened(chat),
            Err(Failure::Shut) => self.shut(chat),
            Err(_) => {}
        }
        result
    }
}

/// No preview of links: an answer is to stay small.
pub(super) fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}
