//! One person's conversation in a terminal: what is shown, what can be picked, and the way back.
//! Holds nobody's words beyond the offered questions.

use super::examples;
use super::screen::{Offer, Opens, Row, Screen};
use super::wish::{Wish, picked, wish};
use super::words;
use crate::answer::{Answer, Line, Role, Target};
use crate::engine::{Engine, Topic};
use crate::text::fold;

/// So many screens one gets back.
const BACK: usize = 20;

/// A conversation with one person.
#[derive(Debug)]
pub(super) struct Session<'e> {
    engine: &'e Engine,
    shown: Screen,
    before: Vec<Screen>,
}

/// What a line leads to.
#[derive(Debug)]
pub(super) enum Reply<'a> {
    /// A screen, which is remembered.
    Screen(&'a Screen),
    /// A screen in between, which changes nothing.
    Aside(Screen),
    /// One line in between.
    Line(String),
    /// The end of the chat.
    Leave,
}

impl<'e> Session<'e> {
    pub(super) fn new(engine: &'e Engine) -> Self {
        Self { engine, shown: Screen::default(), before: Vec::new() }
    }

    /// What one line leads to: a question, something that was offered, or a wish of the chat.
    pub(super) fn hear(&mut self, line: &str) -> Reply<'_> {
        // What is offered may be called like a wish: 报告目录.
        let wish = if self.chosen(line).is_some() { Wish::Say } else { wish(line) };
        let screen = match wish {
            Wish::Leave => return Reply::Leave,
            Wish::Greet => return Reply::Line(words::greets().to_owned()),
            Wish::Unknown(name) => return Reply::Line(words::no_such_command(&name)),
            Wish::Back => return self.back(),
            Wish::More if self.shown.waiting.is_empty() => return Reply::Line(words::no_more().to_owned()),
            Wish::More => Self::page(None, self.shown.waiting.clone(), self.shown.topic.clone()),
            Wish::Help => self.help(),
            // Of several reports one is chosen first.
            Wish::List if self.engine.reports().len() > 1 => self.asked(words::which_reports()),
            Wish::List => self.screen_of(&self.engine.contents(), self.shown.topic.clone()),
            Wish::Top(unit) => self.top(&unit),
            Wish::Number(number) => match self.engine.number(&number) {
                Some(answer) => self.opened(&answer),
                None => return Reply::Line(words::no_number(&number)),
            },
            Wish::Say => self.said(line),
        };
        if screen.is_aside { Reply::Aside(screen) } else { self.show(screen) }
    }

    fn said(&self, line: &str) -> Screen {
        match self.chosen(line) {
            Some(offer) => match &offer.opens {
                Opens::Question(question) => self.asked(question),
                Opens::Place(target) => self.place(*target),
                Opens::Unit(unit) => self.top(unit),
            },
            None => self.asked(line),
        }
    }

    /// What was offered and is picked by its number or by its words.
    fn chosen(&self, line: &str) -> Option<&Offer> {
        let by_number = picked(line).filter(|it| !(it.is_ordinal && self.shown.is_list));
        if let Some(picked) = by_number {
            return self.shown.offers.get(picked.at);
        }
        let said = fold(line);
        self.shown.offers.iter().find(|it| !said.is_empty() && fold(&it.label) == said)
    }

    fn asked(&self, question: &str) -> Screen {
        let (answer, topic) = self.engine.ask(question, &self.shown.topic);
        self.screen_of(&answer, topic)
    }

    fn place(&self, target: Target) -> Screen {
        let answer = self.engine.open(target);
        match target {
            Target::Figure(..) | Target::Initiative(..) => {
                let topic = self.shown.topic.after(&[target]);
                self.screen_of(&answer, topic)
            }
            // What is asked next is asked of the report that is shown.
            Target::Report(_) => self.screen_of(&answer, Topic::of(vec![target])),
            Target::Part(..) | Target::Section(..) => self.screen_of(&answer, self.shown.topic.clone()),
        }
    }

    fn opened(&self, answer: &Answer) -> Screen {
        self.screen_of(answer, Topic::of(answer.targets.clone()))
    }

    fn top(&self, unit: &str) -> Screen {
        if let Some(answer) = self.engine.top(unit) {
            return self.opened(&answer);
        }
        let units = self.engine.units();
        let head = match (units.is_empty(), unit.is_empty()) {
            (true, _) => words::no_units(),
            (false, true) => words::which_unit(),
            (false, false) => words::no_such_unit(),
        };
        let offer = |it: &&str| Offer { label: (*it).to_owned(), opens: Opens::Unit((*it).to_owned()) };
        let head = Line { role: Role::Headline, strong: String::new(), text: head.to_owned() };
        Self::page(Some(head), units.iter().map(offer).collect(), self.shown.topic.clone())
    }

    fn help(&self) -> Screen {
        let mut screen = self.screen_of(&self.engine.help(), self.shown.topic.clone());
        screen.say(words::more_ways().to_owned());
        let ways = [
            examples::follow_up(self.engine).map(|(first, next)| words::way_on(&first, &next)),
            self.engine.units().first().map(|it| words::way_to_rank(it)),
            examples::sum(self.engine).map(|it| words::way_to_add(&it)),
            examples::number(self.engine).map(|it| words::way_of_numbers(&it)),
            Some(words::way_about().to_owned()),
        ];
        ways.into_iter().flatten().for_each(|it| screen.say(it));
        screen
    }

    fn screen_of(&self, answer: &Answer, topic: Topic) -> Screen {
        Self::closed(Screen::of(answer, topic))
    }

    fn page(head: Option<Line>, offers: Vec<Offer>, topic: Topic) -> Screen {
        Self::closed(Screen::list(head, offers, topic))
    }

    /// With a word on what did not fit.
    fn closed(mut screen: Screen) -> Screen {
        if !screen.waiting.is_empty() {
            let text = words::more_waits().to_owned();
            screen.rows.push(Row::Said(Line { role: Role::Note, strong: String::new(), text }));
        }
        screen
    }

    fn back(&mut self) -> Reply<'_> {
        match self.before.pop() {
            Some(screen) => {
                self.shown = screen;
                Reply::Screen(&self.shown)
            }
            None => Reply::Line(words::nothing_before().to_owned()),
        }
    }

    fn show(&mut self, screen: Screen) -> Reply<'_> {
        let before = std::mem::replace(&mut self.shown, screen);
        if !before.rows.is_empty() {
            self.before.push(before);
        }
        if self.before.len() > BACK {
            self.before.remove(0);
        }
        Reply::Screen(&self.shown)
    }
}
