//! A message as it is sent: text, buttons, and what the talk is about then.
//! Puts together what others make; understands nothing and sends nothing.

use super::buttons::{Buttons, ENTRIES};
use super::view::View;
use super::{rendering, words};
use crate::answer::{Answer, Kind, Role, Target, html};
use crate::engine::{Engine, Topic};
use teloxide_core::types::{InlineKeyboardMarkup, UserId};

/// A message of the bot.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    pub(super) html: String,
    pub(super) keyboard: Option<InlineKeyboardMarkup>,
    pub(super) topic: Topic,
}

impl From<String> for Page {
    fn from(html: String) -> Self {
        Self { html, ..Self::default() }
    }
}

impl From<&str> for Page {
    fn from(html: &str) -> Self {
        html.to_owned().into()
    }
}

/// Makes pages for one asker.
pub(super) struct Pages<'a> {
    pub(super) engine: &'a Engine,
    /// The bot's name, for links to a place of the report.
    pub(super) bot: &'a str,
    /// Whom the buttons obey.
    pub(super) asker: Option<UserId>,
}

impl Pages<'_> {
    /// An answer.
    pub(super) fn answer(&self, answer: &Answer, topic: Topic) -> Page {
        self.answer_from(answer, topic, None)
    }

    /// What a button or a link opens.
    pub(super) fn view(&self, view: &View, back: Option<View>) -> Page {
        let about = |target| Topic::of(vec![target]);
        match view {
            View::Place(target) => self.answer_from(&self.engine.open(*target), about(*target), back),
            View::Choices(targets) => self.choices(targets, back),
            View::List(under, page) => self.list(*under, *page, back),
            View::Units => self.units(self.which_unit()),
            View::Top(unit) => match self.engine.units().get(*unit).and_then(|it| self.engine.top(it)) {
                Some(answer) => {
                    let topic = Topic::of(answer.targets.clone());
                    self.answer_from(&answer, topic, back)
                }
                None => self.units(self.which_unit()),
            },
            View::Help => self.answer_from(&self.engine.help(), Topic::default(), back),
        }
    }

    /// A word on units, and the units.
    pub(super) fn units(&self, html: String) -> Page {
        let html = if self.engine.units().is_empty() { words::no_units().to_owned() } else { html };
        Page { html, keyboard: self.buttons(None).of_units(), topic: Topic::default() }
    }

    fn which_unit(&self) -> String {
        words::which_unit(self.engine.units().first().copied())
    }

    fn answer_from(&self, answer: &Answer, topic: Topic, back: Option<View>) -> Page {
        let view = shown(answer);
        let html = rendering::message(answer, &self.links(answer, &topic));
        Page { html, keyboard: self.buttons(back).of_answer(answer, view.as_ref()), topic }
    }

    fn choices(&self, targets: &[Target], back: Option<View>) -> Page {
        let rows: Vec<String> = targets.iter().map(|it| words::choice(self.short_name(*it))).collect();
        let suggestions = targets.iter().map(|it| {
            let label = self.short_name(*it).to_owned();
            crate::answer::Suggestion { question: label.clone(), label, target: Some(*it) }
        });
        let answer = Answer {
            kind: Kind::Choose,
            lines: Vec::new(),
            targets: Vec::new(),
            suggestions: suggestions.collect(),
        };
        let view = View::Choices(targets.to_vec());
        let html = html::escape(&words::which(&rows));
        Page { html, keyboard: self.buttons(back).of_answer(&answer, Some(&view)), topic: Topic::default() }
    }

    /// What a choice calls it: as the engine does where it offers the choice first.
    fn short_name(&self, target: Target) -> &str {
        match target {
            Target::Initiative(report, at) => self.engine.reports()[report].short_name(at),
            other => self.engine.name_of(other),
        }
    }

    fn list(&self, under: Option<Target>, page: usize, back: Option<View>) -> Page {
        let answer = under.map_or_else(|| self.engine.contents(), |it| self.engine.open(it));
        let pages = answer.targets.len().div_ceil(ENTRIES).max(1);
        let page = page.min(pages - 1);
        let entries: Vec<Target> =
            answer.targets.iter().copied().skip(page * ENTRIES).take(ENTRIES).collect();
        let mut lines: Vec<String> = answer.lines.iter().take(1).map(html::line).collect();
        if let Some(under) = under {
            lines[0] = format!("<b>{}</b> · {}", html::escape(self.engine.name_of(under)), lines[0]);
        }
        lines.extend(
            entries.iter().enumerate().map(|(at, it)| {
                html::escape(&words::entry(page * ENTRIES + at + 1, self.engine.name_of(*it)))
            }),
        );
        if pages > 1 {
            lines.push(words::page(page + 1, pages));
        }
        let keyboard = self.buttons(back).of_list(&entries, under, page, pages);
        Page { html: lines.join("\n"), keyboard, topic: Topic::default() }
    }

    fn buttons(&self, back: Option<View>) -> Buttons<'_> {
        Buttons { engine: self.engine, asker: self.asker, back }
    }

    /// A link for each source of an answer, in their order; none where that cannot be told.
    /// An answer that tells no figure stands on what the talk is about then.
    fn links(&self, answer: &Answer, topic: &Topic) -> Vec<String> {
        let targets = if answer.targets.is_empty() { &topic.targets } else { &answer.targets };
        let initiative = |it: &Target| match it {
            Target::Figure(..) => self.engine.above(*it),
            other => Some(*other),
        };
        let mut places: Vec<Target> = targets.iter().filter_map(initiative).collect();
        places.dedup();
        let sources = answer.lines.iter().filter(|it| it.role == Role::Source).count();
        // A single figure is linked itself.
        if let [only] = targets[..] {
            places = vec![only];
        }
        if places.len() < sources {
            return Vec::new();
        }
        places.iter().map(|it| link(self.bot, &self.engine.link_of(*it))).collect()
    }
}

/// What an answer shows, if a button can lead back to it.
fn shown(answer: &Answer) -> Option<View> {
    match (answer.kind, &answer.targets[..]) {
        (Kind::Choose, _) => {
            answer.suggestions.iter().map(|it| it.target).collect::<Option<_>>().map(View::Choices)
        }
        (Kind::Help, _) => Some(View::Help),
        (_, [only @ (Target::Figure(..) | Target::Initiative(..))]) => Some(View::Place(*only)),
        _ => None,
    }
}

/// A link that opens a place in the private chat; empty where Telegram allows no such link.
fn link(bot: &str, id: &str) -> String {
    let allowed = |it: char| it.is_ascii_alphanumeric() || it == '-' || it == '_';
    let fits = (1..=64).contains(&id.len()) && id.chars().all(allowed);
    if fits { format!("https://t.me/{bot}?start={id}") } else { String::new() }
}
