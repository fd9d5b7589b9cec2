//! Holds a report file against the text that was published: every figure stands there, in order, and every
//! number there is a figure or waived. Judges neither text nor data by themselves.

use super::document::{Document, placed};
use super::problem::{Finding, Problem, Severity};
use super::words;
use super::written::{FigureFile, InitiativeFile, ReportFile, SectionFile};
use std::ops::Range;
use std::path::Path;

/// Everything in which the document and the text at `path` differ.
pub(super) fn compare(document: &Document, path: &Path, text: &str) -> Vec<Problem> {
    let mut reading = Reading::new(text);
    reading.figures(&document.file);
    reading.waived(&document.file);
    let mut problems = placed(&document.path, &document.text, std::mem::take(&mut reading.findings));
    problems.extend(reading.unknown_numbers(path));
    problems
}

/// A text that is read along with the data.
struct Reading {
    text: Vec<char>,
    /// How far the data has been followed.
    cursor: usize,
    /// What the data knows of the text.
    known: Vec<Range<usize>>,
    findings: Vec<Finding>,
}

impl Reading {
    fn new(text: &str) -> Self {
        let text = text.chars().map(plain_digit).collect();
        Self { text, cursor: 0, known: Vec::new(), findings: Vec::new() }
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
        match self.find(&it.title, self.cursor) {
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
        match self.find(printed, self.cursor) {
            Some(found) => {
                self.cursor = found.end;
                self.known.push(found);
            }
            None => {
                let elsewhere = self.find(printed, 0);
                let what = if elsewhere.is_some() { words::out_of_order } else { words::not_in_source };
                self.findings.push(Finding::error(pointer, what(printed)));
                self.known.extend(elsewhere);
            }
        }
    }

    fn waived(&mut self, file: &ReportFile) {
        for (number, waived) in file.waived.iter().enumerate() {
            let known = self.known.len();
            let mut from = 0;
            while let Some(found) = self.find(&waived.printed, from) {
                from = found.end;
                self.known.push(found);
            }
            if self.known.len() == known {
                let what = words::waived_not_in_source(&waived.printed);
                self.findings.push(Finding::error(format!("/waived/{number}/printed"), what));
            }
        }
    }

    /// Where words stand in the text, from a place on, without cutting a number in two.
    fn find(&self, words: &str, from: usize) -> Option<Range<usize>> {
        let words: Vec<char> = words.chars().map(plain_digit).collect();
        let windows = self.text.get(from..)?.windows(words.len().max(1)).enumerate();
        let ranges = windows.filter(|(_, it)| *it == words).map(|(at, _)| from + at..from + at + words.len());
        ranges.into_iter().find(|it| !self.cuts(it.start) && !self.cuts(it.end))
    }

    /// True where a number runs across this place.
    fn cuts(&self, at: usize) -> bool {
        at > 0 && at < self.text.len() && in_number(&self.text, at - 1) && in_number(&self.text, at)
    }

    /// Numbers of the text that the data does not know.
    fn unknown_numbers(&self, path: &Path) -> Vec<Problem> {
        let unknown = |it: &Range<usize>| !self.known.iter().any(|k| k.start <= it.start && it.end <= k.end);
        let problem = |it: Range<usize>| {
            let number: String = self.text[it.clone()].iter().collect();
            let at = Some(self.line_column(it.start));
            Problem {
                path: path.to_owned(),
                at,
                severity: Severity::Error,
                what: words::unknown_number(&number),
            }
        };
        numbers(&self.text).into_iter().filter(unknown).map(problem).collect()
    }

    fn line_column(&self, at: usize) -> (usize, usize) {
        let before = &self.text[..at];
        let line_start = before.iter().rposition(|&it| it == '\n').map_or(0, |it| it + 1);
        (before.iter().filter(|&&it| it == '\n').count() + 1, at - line_start + 1)
    }
}

/// The runs of digits, each with a point inside it.
fn numbers(text: &[char]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in (0..text.len()).filter(|&at| in_number(text, at)) {
        match found.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => found.push(at..at + 1),
        }
    }
    found
}

/// A digit, or a point between two.
fn in_number(text: &[char], at: usize) -> bool {
    let digit = |at: usize| text.get(at).is_some_and(char::is_ascii_digit);
    digit(at) || (text[at] == '.' && at > 0 && digit(at - 1) && digit(at + 1))
}

/// Full-width digits are the same number.
fn plain_digit(letter: char) -> char {
    match letter {
        '\u{ff10}'..='\u{ff19}' => char::from_u32(letter as u32 - 0xff10 + 0x30).unwrap_or(letter),
        '\u{ff0e}' => '.',
        _ => letter,
    }
}
