//! One person's conversation in a terminal: what it is about, and what the last answer offered.
//! Holds nobody's words beyond the offered questions.

use super::look::picked;
use crate::answer::{Answer, Suggestion};
use crate::engine::{Engine, Topic};

/// A conversation with one person.
#[derive(Debug)]
pub(super) struct Session<'e> {
    engine: &'e Engine,
    topic: Topic,
    offered: Vec<Suggestion>,
}

impl<'e> Session<'e> {
    pub(super) fn new(engine: &'e Engine) -> Self {
        Self { engine, topic: Topic::default(), offered: Vec::new() }
    }

    /// Answers one line: a question, or the number of a suggestion that the last answer offered.
    pub(super) fn answer(&mut self, line: &str) -> Answer {
        let choice = picked(line).and_then(|number| self.offered.get(number));
        let question = choice.map_or(line, |it| it.question.as_str());
        let (answer, topic) = self.engine.ask(question, &self.topic);
        self.topic = topic;
        self.offered.clone_from(&answer.suggestions);
        answer
    }
}
