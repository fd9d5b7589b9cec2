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
}

impl<'f> Check<'f> {
    fn report(&mut self, file: &'f ReportFile) {
        let at = At::ROOT;
        self.findings.extend(ids::form(&file.id, at.field("id")));
        if !YEARS.contains(&file.year) {
            self.error(at.field("year"), words::odd_year(file.year));
        }
        self.filled(&file.title, at.field("title"), "title");
        self.filled(&file.source, at.field("source"), "source");
        self.not_empty(file.parts.len(), at.field("parts"), "parts");
        for (number, part) in file.parts.iter().enumerate() {
            self.part(part, at.item("parts", number));
        }
        if self.figures == 0 {
            self.error(at.field("parts"), words::no_figures());
        }
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
        self.not_empty(part.sections.len(), at.field("sections"), "sections");
        for (number, section) in part.sections.iter().enumerate() {
            self.section(section, at.item("sections", number));
        }
    }

    fn section(&mut self, section: &'f SectionFile, at: At<'_>) {
        self.filled(&section.title, at.field("title"), "title");
        self.not_empty(section.initiatives.len(), at.field("initiatives"), "initiatives");
        for (number, initiative) in section.initiatives.iter().enumerate() {
            self.initiative(initiative, at.item("initiatives", number));
        }
    }

    fn initiative(&mut self, it: &'f InitiativeFile, at: At<'_>) {
        self.findings.extend(self.ids.add(&it.id, at.field("id")));
        self.filled(&it.title, at.field("title"), "title");
        self.filled(&it.description, at.field("description"), "description");
        if it.description.chars().any(char::is_numeric) {
            self.error(at.field("description"), words::digits_in_description());
        }
        for (number, figure) in it.figures.iter().enumerate() {
            let at = at.item("figures", number);
            self.figures += 1;
            self.findings.extend(self.ids.add(&figure.id, at.field("id")));
            self.filled(&figure.label, at.field("label"), "label");
            self.findings.extend(figure::check(figure, it, at));
        }
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
        }
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

/// True where a Chinese numeral stands in the text.
fn has_numeral(text: &str) -> bool {
    text.contains(|letter| "〇零一二两三四五六七八九十百千万亿".contains(letter))
}
