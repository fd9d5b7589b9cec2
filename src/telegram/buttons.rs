//! The buttons under a message: at most two rows, made from what the message shows.
//! Decides what can be tapped, not what a tap does ([`super::presses`]).

use super::view::{Press, View};
use super::words;
use crate::answer::{Answer, Kind, Line, Role, Target, plain};
use crate::engine::Engine;
use teloxide_core::types::{
    CopyTextButton, InlineKeyboardButton, InlineKeyboardButtonKind, InlineKeyboardMarkup, UserId,
};

/// In one row three labels of together so many characters can be read on a phone; else two.
const THREE_FIT: usize = 18;
/// Telegram's limit for text that is copied.
const LONGEST_COPY: usize = 256;
/// Units in one row.
const UNITS_A_ROW: usize = 4;
/// Entries of a list that have a button, all in one row: Telegram shows at most eight beside each other.
pub(super) const ENTRIES: usize = 6;

/// Makes the buttons of one message.
pub(super) struct Buttons<'a> {
    pub(super) engine: &'a Engine,
    /// Whom they obey.
    pub(super) asker: Option<UserId>,
    /// Where the message itself came from, if a tap brought it.
    pub(super) back: Option<View>,
}

impl Buttons<'_> {
    /// Under an answer that shows `view`, if it is something that one can come back to.
    pub(super) fn of_answer(&self, answer: &Answer, view: Option<&View>) -> Option<InlineKeyboardMarkup> {
        let further = self.further(answer, view);
        let mut below = Vec::new();
        below.extend(self.section(answer, view));
        below.extend(copy(answer));
        below.extend(self.back());
        let mut rows: Vec<Vec<InlineKeyboardButton>> = match answer.kind {
            Kind::Choose if below.is_empty() => further.chunks(2).map(<[_]>::to_vec).collect(),
            Kind::Help | Kind::Unknown if below.is_empty() => {
                further.into_iter().take(2).map(|it| vec![it]).collect()
            }
            _ => vec![further],
        };
        rows.push(below);
        keyboard(rows)
    }

    /// Under one page of a list: its entries by number, then turning and the way up.
    pub(super) fn of_list(
        &self,
        entries: &[Target],
        under: Option<Target>,
        page: usize,
        pages: usize,
    ) -> Option<InlineKeyboardMarkup> {
        let here = View::List(under, page);
        let open = |(at, target): (usize, &Target)| {
            let (view, back) = match target {
                Target::Part(..) | Target::Section(..) => (View::List(Some(*target), 0), None),
                _ => (View::Place(*target), Some(here.clone())),
            };
            self.press((page * ENTRIES + at + 1).to_string(), view, back)
        };
        let turn =
            |to: usize, label: &str| self.press(label.to_owned(), View::List(under, to), self.back.clone());
        let mut below = Vec::new();
        if page > 0 {
            below.push(turn(page - 1, words::earlier()));
        }
        let up = || under.map(|it| View::List(self.engine.above(it), 0));
        if let Some(up) = self.back.clone().or_else(up) {
            below.push(self.press(words::back().to_owned(), up, None));
        }
        if page + 1 < pages {
            below.push(turn(page + 1, words::later()));
        }
        keyboard(vec![entries.iter().enumerate().map(open).collect(), below])
    }

    /// The units to rank by.
    pub(super) fn of_units(&self) -> Option<InlineKeyboardMarkup> {
        let units = self.engine.units();
        let button =
            |(at, unit): (usize, &&str)| self.press((*unit).to_owned(), View::Top(at), Some(View::Units));
        let buttons: Vec<_> = units.iter().enumerate().map(button).collect();
        keyboard(buttons.chunks(UNITS_A_ROW).take(2).map(<[_]>::to_vec).collect())
    }

    fn further(&self, answer: &Answer, view: Option<&View>) -> Vec<InlineKeyboardButton> {
        let shows_questions = matches!(answer.kind, Kind::Help | Kind::Unknown);
        let open = answer.suggestions.iter().map(|it| {
            // A no without anything near offers the outline, which is no place of its own.
            let label = if shows_questions && it.target.is_some() { &it.question } else { &it.label };
            (label, it.target.map_or(View::List(None, 0), View::Place))
        });
        let letters: usize = answer.suggestions.iter().map(|it| it.label.chars().count()).sum();
        let all = answer.kind == Kind::Choose || letters <= THREE_FIT;
        let button = |(label, to): (&String, View)| self.press(label.clone(), to, view.cloned());
        open.take(if all { 3 } else { 2 }).map(button).collect()
    }

    /// The section, or the part without sections, that the answer stands in, if it stands in one alone.
    fn section(&self, answer: &Answer, view: Option<&View>) -> Option<InlineKeyboardButton> {
        let section = |it: &Target| {
            let mut place = *it;
            while !matches!(place, Target::Section(..) | Target::Part(..)) {
                place = self.engine.above(place)?;
            }
            Some(place)
        };
        let first = section(answer.targets.first()?)?;
        let together = answer.targets.iter().all(|it| section(it) == Some(first));
        let shown = together && !matches!(answer.kind, Kind::Rank | Kind::List);
        shown.then(|| self.press(words::section().to_owned(), View::List(Some(first), 0), view.cloned()))
    }

    fn back(&self) -> Option<InlineKeyboardButton> {
        let back = self.back.clone()?;
        Some(self.press(words::back().to_owned(), back, None))
    }

    fn press(&self, label: String, view: View, back: Option<View>) -> InlineKeyboardButton {
        let press = Press { view, back, asker: self.asker };
        InlineKeyboardButton::callback(label, press.data(self.engine))
    }
}

/// Copies the figures with their qualifiers, the year and where they stand.
fn copy(answer: &Answer) -> Option<InlineKeyboardButton> {
    answer.targets.first().filter(|it| matches!(it, Target::Figure(..)))?;
    if answer.kind != Kind::Figure && answer.kind != Kind::Number {
        return None;
    }
    let said = |role: Role| answer.lines.iter().filter(move |it: &&Line| it.role == role).map(plain::line);
    let figures: Vec<String> = said(Role::Headline).chain(said(Role::Row)).collect();
    let sources: Vec<String> = said(Role::Source).collect();
    let text = words::copied(&figures.join("\n"), &sources.join("\n"));
    let fits = text.encode_utf16().count() <= LONGEST_COPY;
    let kind = InlineKeyboardButtonKind::CopyText(CopyTextButton { text });
    fits.then(|| InlineKeyboardButton::new(words::copy(), kind))
}

fn keyboard(mut rows: Vec<Vec<InlineKeyboardButton>>) -> Option<InlineKeyboardMarkup> {
    rows.retain(|it| !it.is_empty());
    (!rows.is_empty()).then(|| InlineKeyboardMarkup::new(rows))
}
