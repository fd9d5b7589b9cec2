//! Remembers what conversations and single replies are about: positions in the report, nobody's words.
//! Bounded; the oldest is forgotten first.

use crate::engine::{Conversations, Topic};
use std::collections::{HashMap, VecDeque};
use std::time::Instant;
use teloxide::types::{ChatId, Message, MessageId, ThreadId, UserId};

/// At most this many replies are remembered: some days of a busy group, about 2 MiB.
const REPLIES: usize = 10_000;

/// Who talks where: one person in one topic of one chat.
type Talk = (ChatId, Option<ThreadId>, Option<UserId>);
type Place = (ChatId, MessageId);

/// What is remembered.
#[derive(Default)]
pub(super) struct Memory {
    talks: Conversations<Talk>,
    replies: HashMap<Place, Topic>,
    order: VecDeque<Place>,
}

impl Memory {
    /// What a message is about before it is read: the reply that it answers to, else its writer's conversation.
    pub(super) fn topic(&self, message: &Message, now: Instant) -> Topic {
        let replied = super::desk::replied_to(message).map(|(id, _)| (message.chat.id, id));
        replied
            .and_then(|place| self.replies.get(&place).cloned())
            .unwrap_or_else(|| self.talks.topic(&talk(message), now))
    }

    /// Remembers what the conversation is about now, and the reply that said so.
    pub(super) fn remember(&mut self, message: &Message, reply: MessageId, topic: Topic, now: Instant) {
        self.talks.remember(talk(message), topic.clone(), now);
        let place = (message.chat.id, reply);
        if self.replies.insert(place, topic).is_none() {
            self.order.push_back(place);
        }
        if self.order.len() > REPLIES
            && let Some(oldest) = self.order.pop_front()
        {
            self.replies.remove(&oldest);
        }
    }
}

fn talk(message: &Message) -> Talk {
    (message.chat.id, super::desk::topic(message), message.from.as_ref().map(|it| it.id))
}
