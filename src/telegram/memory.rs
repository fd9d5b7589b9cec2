//! Remembers what conversations and single replies are about, and which reply answers which question.
//! Positions and message numbers only, nobody's words. Bounded; the oldest is forgotten first.

use super::update::Message;
use crate::answer::Target;
use crate::engine::{Conversations, Topic};
use rustc_hash::FxHashMap;
use std::collections::VecDeque;
use std::hash::Hash;
use std::time::{Duration, Instant};
use teloxide_core::types::{ChatId, MessageId, ThreadId, UserId};

/// At most this many replies are remembered: some days of a busy group, about 2 MiB.
const REPLIES: usize = 10_000;

/// A figure told longer ago has scrolled away: it is told again.
const FRESH: Duration = Duration::from_secs(600);

/// Who talks where: one person in one topic of one chat.
type Talk = (ChatId, Option<ThreadId>, Option<UserId>);
type Place = (ChatId, MessageId);

/// What is remembered.
#[derive(Default)]
pub(super) struct Memory {
    /// The mark of the data that all positions belong to.
    data: String,
    talks: Conversations<Talk>,
    /// What each reply of the bot is about.
    topics: Recent<Place, Topic>,
    /// Where and when each figure was told last.
    told: Recent<(ChatId, Option<ThreadId>, Target), (MessageId, Instant)>,
    /// The reply to each question.
    replies: Recent<Place, MessageId>,
}

impl Memory {
    /// From now on positions are in this data: those in other data are forgotten.
    pub(super) fn belong_to(&mut self, data: &str) {
        if self.data != data {
            *self =
                Self { data: data.to_owned(), replies: std::mem::take(&mut self.replies), ..Self::default() };
        }
    }

    /// What a message is about before it is read: the reply that it answers to, else its writer's conversation.
    pub(super) fn topic(&self, message: &Message, now: Instant) -> Topic {
        let replied = message.replied_to().and_then(|it| self.topics.get(&(message.chat.id, it.id())));
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

    fn tell(&mut self, place: Place, thread: Option<ThreadId>, topic: Topic, now: Instant) {
        // A line that links to an answer is not what the next one links to.
        if let [only @ Target::Figure(..)] = topic.targets[..]
            && self.told(place.0, thread, only, now).is_none()
        {
            self.told.insert((place.0, thread, only), (place.1, now));
        }
        self.topics.insert(place, topic);
    }

    /// The message that told this figure here a few minutes ago, if it still shows it.
    pub(super) fn told(
        &self,
        chat: ChatId,
        thread: Option<ThreadId>,
        figure: Target,
        now: Instant,
    ) -> Option<MessageId> {
        let (reply, at) = self.told.get(&(chat, thread, figure))?;
        let shows = self.topics.get(&(chat, *reply)).is_some_and(|it| it.targets == [figure]);
        (shows && now.duration_since(*at) < FRESH).then_some(*reply)
    }

    /// The reply that this message got already.
    pub(super) fn reply(&self, message: &Message) -> Option<MessageId> {
        self.replies.get(&(message.chat.id, message.id())).copied()
    }

    /// Remembers that a message got this reply.
    pub(super) fn replied(&mut self, message: &Message, reply: MessageId) {
        self.replies.insert((message.chat.id, message.id()), reply);
    }
}

fn talk(message: &Message) -> Talk {
    (message.chat.id, message.topic(), message.from.as_ref().map(|it| it.id))
}

/// A map that forgets its oldest entry when it is full.
struct Recent<K, V> {
    values: FxHashMap<K, V>,
    order: VecDeque<K>,
}

impl<K, V> Default for Recent<K, V> {
    fn default() -> Self {
        Self { values: FxHashMap::default(), order: VecDeque::new() }
    }
}

impl<K: Eq + Hash + Clone, V> Recent<K, V> {
    fn get(&self, key: &K) -> Option<&V> {
        self.values.get(key)
    }

    fn insert(&mut self, key: K, value: V) {
        if self.values.insert(key.clone(), value).is_none() {
            self.order.push_back(key);
        }
        if self.order.len() > REPLIES
            && let Some(oldest) = self.order.pop_front()
        {
            self.values.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests;
