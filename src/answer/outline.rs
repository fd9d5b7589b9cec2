//! The outline of a report as an answer: parts, sections, initiatives.
//! Shows no figure.

use super::compose::{Composer, answer, headline, line};
use super::model::{Answer, Kind, Role, Target};
use super::words;
use crate::matcher::Heading;

impl Composer<'_> {
    /// What stands below a heading.
    pub(super) fn outline(&self, heading: Heading) -> Answer {
        let (targets, what) = self.below(heading);
        let mut lines = vec![headline(words::outline(targets.len(), what), String::new())];
        lines.extend(targets.iter().map(|it| line(Role::Row, words::bullet(&self.heading(*it)))));
        Answer { targets, ..answer(Kind::List, lines) }
    }

    fn below(&self, heading: Heading) -> (Vec<Target>, &'static str) {
        match heading {
            Heading::Parts(report) => {
                ((0..self.reports[report].parts.len()).map(|it| Target::Part(report, it)).collect(), "个部分")
            }
            Heading::Sections(report) => (
                (0..self.reports[report].sections.len()).map(|it| Target::Section(report, it)).collect(),
                "节",
            ),
            Heading::Initiatives(report) => {
                let all = 0..self.reports[report].initiatives.len();
                (all.map(|it| Target::Initiative(report, it)).collect(), "项工作")
            }
            Heading::Part(report, part) => {
                let sections =
                    self.reports[report].sections.iter().enumerate().filter(|(_, it)| it.part == part);
                (sections.map(|(at, _)| Target::Section(report, at)).collect(), "节")
            }
            Heading::Section(report, section) => {
                let all = self.reports[report].initiatives_in(section);
                (all.map(|it| Target::Initiative(report, it)).collect(), "项工作")
            }
        }
    }

    fn heading(&self, target: Target) -> String {
        match target {
            Target::Part(report, at) => self.reports[report].parts[at].name.name.clone(),
            Target::Section(report, at) => self.reports[report].sections[at].name.name.clone(),
            Target::Initiative(report, at) => self.reports[report].initiatives[at].name.name.clone(),
            Target::Figure(report, at) => self.reports[report].figures[at].label.clone(),
        }
    }
}
