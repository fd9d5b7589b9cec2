//! Holds a report file against the text that was published: every figure stands there, in order, and every
//! number there is a figure or waived. Judges neither text nor data by themselves.

mod ledger;
mod numerals;
mod view;

use super::document::{Document, placed};
use super::problem::{Finding, Problem, Severity};
use super::qualifier;
use super::words;
use super::written::{FigureFile, InitiativeFile, ReportFile, SectionFile};
use std::ops::Range;
use std::path::Path;
use view::View;

/// Words that end like one of how near a number is: 节约11.98万元 is no 约.
const NO_BOUNDS: [&str; 10] =
    ["节约", "预约", "契约", "条约", "签约", "附近", "最近", "临近", "打破", "高超"];

/// Where a text writes a number that counts something in words (三百余名), in characters: `check --source` asks for each.
#[must_use]
pub fn counted_in_words(text: &[char]) -> Vec<Range<usize>> {
    numerals::counted(text)
}

pub(super) use ledger::differences;

/// Everything in which the document and the text at `path` differ.
pub(super) fn compare(document: &Document, path: &Path, text: &str) -> Vec<Problem> {
    let mut reading = Reading::new(text);
    reading.figures(&document.file);
    reading.waived(&document.file);
    let mut problems = placed(&document.path, &document.text, std::mem::take(&mut reading.findings));
    problems.extend(reading.unknown_numbers(path));
    problems
}

/// So many unknown numbers are told one by one.
const MOST_NUMBERS: usize = 200;

/// A number with more digits is told by its first ones.
const LONGEST: usize = 30;

/// A number as it is told.
fn shortened(number: &str) -> String {
    let kept: String = number.chars().take(LONGEST).collect();
    if kept.len() < number.len() { format!("{kept}…") } else { kept }
}

/// A text that is read along with the data.
struct Reading {
    view: View,
    /// How far the data has been followed.
    cursor: usize,
    /// What the data knows of the text.
    known: Vec<Range<usize>>,
    findings: Vec<Finding>,
}

impl Reading {
    fn new(text: &str) -> Self {
        Self { view: View::of(text), cursor: 0, known: Vec::new(), findings: Vec::new() }
    }

    fn figures(&mut self, file: &ReportFile) {
        for (number, part) in file.parts.iter().enumerate() {
            let at = format!("/parts/{number}");
            self.sections(&part.sections, &at);
            self.initiatives(&part.initiatives, &at);
        }
        self.sections(&file.sections, "");
        self.initiatives(&file.initiatives, "");
    }

    fn sections(&mut self, all: &[SectionFile], around: &str) {
        for (number, section) in all.iter().enumerate() {
            self.initiatives(&section.initiatives, &format!("{around}/sections/{number}"));
        }
    }

    fn initiatives(&mut self, all: &[InitiativeFile], around: &str) {
        for (number, initiative) in all.iter().enumerate() {
            self.initiative(initiative, &format!("{around}/initiatives/{number}"));
        }
    }

    fn initiative(&mut self, it: &InitiativeFile, at: &str) {
        match self.view.find(&it.title, self.cursor) {
            Some(found) => self.cursor = found.end,
            None => {
                let what = words::title_not_in_source(&it.title);
                self.findings.push(Finding::warning(format!("{at}/title"), what));
            }
        }
        for (number, figure) in it.figures.iter().enumerate() {
            self.figure(figure, format!("{at}/figures/{number}/printed"));
        }
    }

    fn figure(&mut self, figure: &FigureFile, pointer: String) {
        let printed = &figure.printed;
        match self.view.find(printed, self.cursor) {
            Some(found) => {
                self.cursor = found.end;
                self.findings.extend(self.lost_bound(figure, &pointer, &found));
                self.known.push(found);
            }
            None => {
                let elsewhere = self.view.find(printed, 0);
                let what = if elsewhere.is_some() { words::out_of_order } else { words::not_in_source };
                self.findings.push(Finding::error(pointer, what(printed)));
                self.known.extend(elsewhere);
            }
        }
    }

    /// A word of the text at a figure that says how near it is, and that the data does not have.
    fn lost_bound(&self, figure: &FigureFile, pointer: &str, found: &Range<usize>) -> Option<Finding> {
        let (before, behind) = self.view.around(found);
        let is_other = NO_BOUNDS.iter().any(|it| before.ends_with(it));
        let ends = |it: &&&str| before.ends_with(**it) && !is_other;
        let front = qualifier::BEFORE.iter().filter(ends).max_by_key(|it| it.len());
        let back = qualifier::BEHIND.iter().find(|it| behind.starts_with(**it));
        let (word, printed) = match (front, back) {
            (Some(word), _) => (word, format!("{word}{}", figure.printed)),
            (None, Some(word)) => (word, format!("{}{word}", figure.printed)),
            (None, None) => return None,
        };
        let has = figure.qualifiers.iter().any(|it| it == word);
        let hint = || words::lost_bound(&figure.printed, word, &printed);
        (!has).then(|| Finding::warning(pointer.to_owned(), hint()))
    }

    fn waived(&mut self, file: &ReportFile) {
        for (number, waived) in file.waived.iter().enumerate() {
            let known = self.known.len();
            let mut from = 0;
            while let Some(found) = self.view.find(&waived.printed, from) {
                from = found.end;
                self.known.push(found);
            }
            if self.known.len() == known && !self.view.is_page(&waived.printed) {
                let what = words::waived_not_in_source(&waived.printed);
                self.findings.push(Finding::error(format!("/waived/{number}/printed"), what));
            }
        }
    }

    /// Numbers of the text that the data does not know, in digits and in words.
    fn unknown_numbers(&self, path: &Path) -> Vec<Problem> {
        let is_known = |it: &Range<usize>| self.known.iter().any(|k| k.start <= it.start && it.end <= k.end);
        // A figure may end before the unit does that is read here: 三百余名 of 三百余名次.
        let touches = |it: &Range<usize>| self.known.iter().any(|k| k.start < it.end && it.start < k.end);
        let problem = |it: Range<usize>, what: fn(&str) -> String| Problem {
            path: path.to_owned(),
            at: Some(self.view.line_column(it.start)),
            severity: Severity::Error,
            what: what(&shortened(&self.view.shown(it))),
        };
        let digits = self.view.numbers().into_iter().filter(|it| !is_known(it));
        let in_words = numerals::counted(self.view.letters()).into_iter().filter(|it| !touches(it));
        let mut problems: Vec<Problem> = digits
            .map(|it| problem(it, words::unknown_number))
            .chain(in_words.map(|it| problem(it, words::unknown_numeral)))
            .collect();
        problems.sort_by_key(|it| it.at);
        // A text of something else holds thousands.
        let more = problems.len().saturating_sub(MOST_NUMBERS);
        if let Some(last) = problems.get_mut(MOST_NUMBERS) {
            last.what = words::more_numbers(more);
            problems.truncate(MOST_NUMBERS + 1);
        }
        problems
    }
}
