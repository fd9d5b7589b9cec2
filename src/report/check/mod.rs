//! Looks at what a report file says and finds every problem at once; form was looked at before, in `decode`.
//! Changes nothing and reads no file.

mod at;
mod figure;
mod ids;
mod names;

use super::problem::Finding;
use super::words;
use super::written::{FactFile, InitiativeFile, PartFile, ReportFile, SectionFile};
use at::At;
use ids::Ids;

/// Years that a report can be of: the league was founded in 1922, and a year has four digits.
const YEARS: std::ops::RangeInclusive<u16> = 1922..=2999;

/// Every problem of one report file, in the order in which it stands there.
pub(super) fn check(file: &ReportFile) -> Vec<Finding> {
    let mut check = Check::default();
    check.report(file);
    names::check(file, &mut check.findings);
    check.findings
}

/// What was found, and what must not be found twice.
#[derive(Default)]
struct Check<'f> {
    findings: Vec<Finding>,
    ids: Ids<'f>,
    figures: usize,
    /// Numbers of the text that are no figures, as printed.
    waived: Vec<&'f str>,
}

impl<'f> Check<'f> {
    fn report(&mut self, file: &'f ReportFile) {
        let at = At::ROOT;
        self.waived = file.waived.iter().map(|it| it.printed.as_str()).collect();
        self.findings.extend(file.id.as_ref().and_then(|it| ids::form(it, at.field("id"))));
        if !YEARS.contains(&file.year) {
            self.error(at.field("year"), words::odd_year(&file.year));
        }
        self.filled(&file.title, at.field("title"), "title");
        self.filled(&file.source, at.field("source"), "source");
        let (parts, sections, initiatives) = (file.parts.len(), file.sections.len(), file.initiatives.len());
        self.one_level(at, &[("parts", parts), ("sections", sections), ("initiatives", initiatives)]);
        for (number, part) in file.parts.iter().enumerate() {
            self.part(part, at.item("parts", number));
        }
        self.sections(&file.sections, at);
        self.initiatives(&file.initiatives, at);
        if self.figures == 0 {
            self.error(at, words::no_figures());
        }
        self.review(&file.review, at);
        for (number, waived) in file.waived.iter().enumerate() {
            let at = at.item("waived", number);
            if !waived.printed.chars().any(char::is_numeric) && !has_numeral(&waived.printed) {
                self.error(at.field("printed"), words::waived_without_number(&waived.printed));
            }
            self.filled(&waived.reason, at.field("reason"), "reason");
        }
    }

    fn part(&mut self, part: &'f PartFile, at: At<'_>) {
        self.filled(&part.title, at.field("title"), "title");
        self.one_level(at, &[("sections", part.sections.len()), ("initiatives", part.initiatives.len())]);
        self.sections(&part.sections, at);
        self.initiatives(&part.initiatives, at);
    }

    fn sections(&mut self, all: &'f [SectionFile], around: At<'_>) {
        for (number, section) in all.iter().enumerate() {
            let at = around.item("sections", number);
            self.filled(&section.title, at.field("title"), "title");
            self.not_empty(section.initiatives.len(), at.field("initiatives"), "initiatives");
            self.initiatives(&section.initiatives, at);
        }
    }

    fn initiatives(&mut self, all: &'f [InitiativeFile], around: At<'_>) {
        for (number, initiative) in all.iter().enumerate() {
            self.initiative(initiative, around.item("initiatives", number));
        }
    }

    /// Of the levels that may stand here exactly one does.
    fn one_level(&mut self, at: At<'_>, levels: &[(&'static str, usize)]) {
        let names: Vec<&str> = levels.iter().map(|it| it.0).collect();
        let mut filled = levels.iter().filter(|it| it.1 > 0);
        if filled.next().is_none() {
            self.error(at, words::no_level(&names));
        }
        if let Some((second, _)) = filled.next() {
            self.error(at.field(second), words::several_levels(&names));
        }
    }

    /// What the office should look at, as a mark for each sentence.
    fn review(&mut self, sentences: &[String], at: At<'_>) {
        for (number, sentence) in sentences.iter().enumerate() {
            let at = at.item("review", number);
            match sentence.trim() {
                "" => self.error(at, words::blank("review")),
                sentence => self.findings.push(Finding::mark(at.pointer(), one_line(sentence))),
            }
        }
    }

    fn initiative(&mut self, it: &'f InitiativeFile, at: At<'_>) {
        self.findings.extend(it.id.as_ref().and_then(|id| self.ids.add(id, at.field("id"))));
        self.filled(&it.title, at.field("title"), "title");
        self.filled(&it.description, at.field("description"), "description");
        if let Some(number) = self.unknown_number(&it.description) {
            self.error(at.field("description"), words::digits_in_description(&number));
        }
        for (number, figure) in it.figures.iter().enumerate() {
            let at = at.item("figures", number);
            self.figures += 1;
            self.findings.extend(figure.id.as_ref().and_then(|id| self.ids.add(id, at.field("id"))));
            self.filled(&figure.label, at.field("label"), "label");
            self.findings.extend(figure::check(figure, it, at));
            self.review(&figure.review, at);
        }
        self.review(&it.review, at);
        for (number, fact) in it.facts.iter().enumerate() {
            self.fact(fact, at.item("facts", number));
        }
    }

    fn fact(&mut self, fact: &'f FactFile, at: At<'_>) {
        self.filled(&fact.label, at.field("label"), "label");
        self.not_empty(fact.items.len(), at.field("items"), "items");
        for (number, item) in fact.items.iter().enumerate() {
            self.filled(item, at.item("items", number), "items");
        }
    }

    fn filled(&mut self, text: &str, at: At<'_>, what: &str) {
        if text.trim().is_empty() {
            self.error(at, words::blank(what));
        } else if breaks_line(text) {
            self.error(at, words::line_break(what));
        }
    }

    /// The first number of a description that the report does not waive.
    fn unknown_number(&self, description: &str) -> Option<String> {
        let numbers = description.split(|it: char| !it.is_numeric()).filter(|it| !it.is_empty());
        let is_waived = |number: &&str| self.waived.iter().any(|it| it.contains(*number));
        numbers.into_iter().find(|it| !is_waived(it)).map(str::to_owned)
    }

    fn not_empty(&mut self, count: usize, at: At<'_>, what: &str) {
        if count == 0 {
            self.error(at, words::nothing_inside(what));
        }
    }

    fn error(&mut self, at: At<'_>, what: String) {
        self.findings.push(Finding::error(at.pointer(), what));
    }
}

/// True where a text would not stand in one line.
pub(super) fn breaks_line(text: &str) -> bool {
    text.contains(char::is_control)
}

/// A sentence of a data file without its line breaks: each finding is told in a line.
fn one_line(text: &str) -> String {
    text.split(char::is_control).collect::<Vec<_>>().join(" ")
}

/// True where a Chinese numeral stands in the text.
fn has_numeral(text: &str) -> bool {
    text.contains(|letter| "〇零一二两兩三四五六七八九十百千万萬亿億".contains(letter))
}
