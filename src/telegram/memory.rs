//! Remembers what conversations and single replies are about, and which reply answers which question.
//! Positions and message numbers only, nobody's words. Bounded; the one written longest ago is forgotten first.

use super::update::{self, Message};
use crate::answer::Target;
use crate::engine::{Bounded, Conversations, NEVER, Topic};
use std::time::{Duration, Instant};
use teloxide_core::types::{ChatId, MessageId, UserId};

/// At most this many replies are remembered: some days of a busy group, about 2 MiB.
const REPLIES: usize = 10_000;

/// At most this many albums are remembered: their pictures come within seconds.
const ALBUMS: usize = 1_000;

/// A figure told longer ago has scrolled away: it is told again.
const FRESH: Duration = Duration::from_secs(600);

/// Who talks where: one person in one topic of one chat.
type Talk = (ChatId, Option<update::Topic>, Option<UserId>);
type Place = (ChatId, MessageId);

/// What is remembered.
pub(super) struct Memory {
    /// The mark of the data that all positions belong to.
    data: String,
    talks: Conversations<Talk>,
    /// What each reply of the bot is about.
    topics: Bounded<Place, Topic>,
    /// Where each figure was told a few minutes ago.
    told: Bounded<(ChatId, Option<update::Topic>, Target), MessageId>,
    /// The reply to each question.
    replies: Bounded<Place, MessageId>,
    /// What the league that a chat has chosen is called.
    homes: Bounded<ChatId, String>,
    /// Albums of which one picture was heard.
    albums: Bounded<(ChatId, String), ()>,
}

impl Default for Memory {
    fn default() -> Self {
        Self {
            data: String::new(),
            talks: Conversations::default(),
            topics: Bounded::new(REPLIES, NEVER),
            told: Bounded::new(REPLIES, FRESH),
            replies: Bounded::new(REPLIES, NEVER),
            homes: Bounded::new(REPLIES, NEVER),
            albums: Bounded::new(ALBUMS, FRESH),
        }
    }
}

impl Memory {
    /// From now on positions are in this data: those in other data are forgotten.
    pub(super) fn belong_to(&mut self, data: &str) {
        if self.data != data {
            let Self { replies, homes, .. } = std::mem::take(self);
            *self = Self { data: data.to_owned(), replies, homes, ..Self::default() };
        }
    }

    /// What a message is about before it is read: the reply that it answers to, else its writer's conversation.
    pub(super) fn topic(&self, message: &Message, now: Instant) -> Topic {
        let replied = message.replied_to().and_then(|it| self.topics.get(&(message.chat.id, it.id()), now));
        replied.cloned().unwrap_or_else(|| self.talks.topic(&talk(message), now))
    }

    /// Remembers what the conversation is about now, and the reply that said so; positions in `data`.
    pub(super) fn remember(
        &mut self,
        message: &Message,
        reply: MessageId,
        topic: Topic,
        data: &str,
        now: Instant,
    ) {
        if self.data != data {
            return;
        }
        self.talks.remember(talk(message), topic.clone(), now);
        self.tell((message.chat.id, reply), message.topic(), topic, now);
    }

    /// Remembers what a message of the bot shows since somebody tapped one of its buttons.
    pub(super) fn showed(
        &mut self,
        message: &Message,
        person: UserId,
        topic: Topic,
        data: &str,
        now: Instant,
    ) {
        if self.data != data {
            return;
        }
        let thread = message.topic();
        let talk = (message.chat.id, thread, Some(person));
        let topic = self.talks.topic(&talk, now).after(&topic.targets);
        self.talks.remember(talk, topic.clone(), now);
        self.tell((message.chat.id, message.id()), thread, topic, now);
    }

    fn tell(&mut self, place: Place, thread: Option<update::Topic>, topic: Topic, now: Instant) {
        // A line that links to an answer is not what the next one links to.
        if let [only @ Target::Figure(..)] = topic.targets[..]
            && self.told(place.0, thread, only, now).is_none()
        {
            self.told.insert((place.0, thread, only), place.1, now);
        }
        self.topics.insert(place, topic, now);
    }

    /// The message that told this figure here a few minutes ago, if it still shows it.
    pub(super) fn told(
        &self,
        chat: ChatId,
        thread: Option<update::Topic>,
        figure: Target,
        now: Instant,
    ) -> Option<MessageId> {
        let reply = *self.told.get(&(chat, thread, figure), now)?;
        let shows = self.topics.get(&(chat, reply), now).is_some_and(|it| it.targets == [figure]);
        shows.then_some(reply)
    }

    /// The league that a chat has chosen, by what it is called.
    pub(super) fn home(&self, chat: ChatId, now: Instant) -> Option<&str> {
        self.homes.get(&chat, now).map(String::as_str)
    }

    /// Remembers the league that a chat has chosen.
    pub(super) fn choose_home(&mut self, chat: ChatId, name: String, now: Instant) {
        self.homes.insert(chat, name, now);
    }

    /// True for the first picture of an album that is heard, and for a message that belongs to none.
    pub(super) fn is_first_of_album(&mut self, message: &Message, now: Instant) -> bool {
        let album = message.album().map(|it| (message.chat.id, it.to_owned()));
        album.is_none_or(|it| self.albums.insert(it, (), now).is_none())
    }

    /// The reply that this message got already.
    pub(super) fn reply(&self, message: &Message, now: Instant) -> Option<MessageId> {
        self.replies.get(&(message.chat.id, message.id()), now).copied()
    }

    /// Remembers that a message got this reply.
    pub(super) fn replied(&mut self, message: &Message, reply: MessageId, now: Instant) {
        self.replies.insert((message.chat.id, message.id()), reply, now);
    }
}

fn talk(message: &Message) -> Talk {
    (message.chat.id, message.topic(), message.from.as_ref().map(|it| it.id))
}

#[cfg(test)]
mod tests;
