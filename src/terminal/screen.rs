//! What the chat shows at a time: lines, and what can be picked by number, each once.
//! Finds nothing and says nothing of its own; how it looks is [`super::look`]'s.

use crate::answer::{Answer, Kind, Line, Role, Target};
use crate::engine::Topic;

/// So many entries of a list are shown at a time: half of a terminal's 24 lines.
const PAGE: usize = 10;

/// Something that can be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Offer {
    pub(super) label: String,
    pub(super) opens: Opens,
}

/// What picking it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Opens {
    Question(String),
    Place(Target),
    Unit(String),
}

/// A line of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    /// Something that is said.
    Said(Line),
    /// Something to pick; the first one is number 1.
    Offered(String),
}

/// What is shown at a time.
#[derive(Debug, Clone, Default)]
pub(super) struct Screen {
    pub(super) rows: Vec<Row>,
    pub(super) offers: Vec<Offer>,
    /// Entries of a list that did not fit.
    pub(super) waiting: Vec<Offer>,
    /// What the talk is about.
    pub(super) topic: Topic,
    /// True where the answer is a list itself: 第一个 means its first row then, and not the first offer.
    pub(super) is_list: bool,
    /// True for a word in between: what was offered before it still is.
    pub(super) is_aside: bool,
}

impl Screen {
    /// The screen of an answer in a chat, where the entries of an outline are picked too.
    pub(super) fn of(answer: &Answer, topic: Topic) -> Self {
        Self::of_outline(answer, &topic).unwrap_or_else(|| Self::of_answer(answer, topic))
    }

    /// An answer. A choice that stands among its lines is marked there, and not named again below.
    pub(super) fn of_answer(answer: &Answer, topic: Topic) -> Self {
        let is_aside = answer.kind == Kind::Help && answer.suggestions.is_empty();
        let mut screen = Self { topic, is_list: answer.targets.len() > 1, is_aside, ..Self::default() };
        for line in &answer.lines {
            let named = entry(line);
            let offer = answer
                .suggestions
                .iter()
                .find(|it| named.is_some_and(|name| it.label == name || it.question == name));
            match (offer, named) {
                (Some(it), Some(name)) => screen.offer(name, Opens::Question(it.question.clone())),
                _ => screen.rows.push(Row::Said(line.clone())),
            }
        }
        for it in &answer.suggestions {
            screen.offer(&it.label, Opens::Question(it.question.clone()));
        }
        if screen.offers.is_empty() && screen.is_list {
            // Not marked, and picked all the same.
            let offer = |it: &Target| Offer { label: String::new(), opens: Opens::Place(*it) };
            screen.offers = answer.targets.iter().map(offer).collect();
            screen.is_list = false;
        }
        screen
    }

    /// A line and what can be picked below it, as much as fits.
    pub(super) fn list(head: Option<Line>, mut offers: Vec<Offer>, topic: Topic) -> Self {
        let waiting = offers.split_off(offers.len().min(PAGE));
        let rows = head.map(Row::Said).into_iter();
        let rows = rows.chain(offers.iter().map(|it| Row::Offered(it.label.clone()))).collect();
        Self { rows, offers, waiting, topic, ..Self::default() }
    }

    /// A line of its own.
    pub(super) fn say(&mut self, text: String) {
        self.rows.push(Row::Said(Line { role: Role::Detail, strong: String::new(), text }));
    }

    /// An outline: every entry of it opens what it names.
    fn of_outline(answer: &Answer, topic: &Topic) -> Option<Self> {
        let (head, entries) = answer.lines.split_first()?;
        let names: Vec<&str> = entries.iter().map_while(entry).collect();
        let is_outline =
            answer.kind == Kind::List && !names.is_empty() && names.len() == answer.targets.len();
        let offer = |(name, target): (&&str, &Target)| Offer {
            label: (*name).to_owned(),
            opens: Opens::Place(*target),
        };
        let offers = names.iter().zip(&answer.targets).map(offer).collect();
        is_outline.then(|| Self::list(Some(head.clone()), offers, topic.clone()))
    }

    fn offer(&mut self, label: &str, opens: Opens) {
        if self.offers.iter().all(|it| it.label != label && it.opens != opens) {
            self.offers.push(Offer { label: label.to_owned(), opens });
            self.rows.push(Row::Offered(label.to_owned()));
        }
    }
}

/// What an entry of a list names.
fn entry(line: &Line) -> Option<&str> {
    line.text.strip_prefix("· ").filter(|_| line.strong.is_empty())
}
