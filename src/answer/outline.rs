//! The outline of a report as an answer: parts, sections, initiatives.
//! Shows no figure.

use super::compose::{Composer, answer, headline, line};
use super::model::{Answer, Kind, Role, Target};
use super::words;
use crate::matcher::Heading;
use crate::report::Initiative;

impl Composer<'_> {
    /// What stands below a heading.
    pub(super) fn outline(&self, heading: Heading) -> Answer {
        let (targets, what) = self.below(heading);
        let mut lines = vec![headline(words::outline(targets.len(), what), String::new())];
        lines.extend(targets.iter().map(|it| line(Role::Row, words::bullet(&self.heading(*it)))));
        Answer { targets, ..answer(Kind::List, lines) }
    }

    /// What stands right below a heading. A level that the report does not have is passed over.
    fn below(&self, heading: Heading) -> (Vec<Target>, &'static str) {
        let (Heading::Parts(at)
        | Heading::Sections(at)
        | Heading::Initiatives(at)
        | Heading::Part(at, _)
        | Heading::Section(at, _)) = heading;
        let report = &self.reports[at];
        let parts = || (0..report.parts.len()).map(|it| Target::Part(at, it)).collect();
        let sections = |part: Option<usize>| {
            let all =
                report.sections.iter().enumerate().filter(move |(_, it)| part.is_none() || it.part == part);
            all.map(|(it, _)| Target::Section(at, it)).collect()
        };
        let initiatives = |is_meant: &dyn Fn(&Initiative) -> bool| {
            let all = report.initiatives.iter().enumerate().filter(|(_, it)| is_meant(it));
            all.map(|(it, _)| Target::Initiative(at, it)).collect()
        };
        let levels: [(Vec<Target>, &'static str); 3] = match heading {
            Heading::Parts(_) => {
                [(parts(), "个部分"), (sections(None), "节"), (initiatives(&|_| true), "项工作")]
            }
            Heading::Sections(_) => {
                [(sections(None), "节"), (initiatives(&|_| true), "项工作"), Default::default()]
            }
            Heading::Initiatives(_) => {
                [(initiatives(&|_| true), "项工作"), Default::default(), Default::default()]
            }
            Heading::Part(_, part) => {
                let below = initiatives(&|it| it.part == Some(part));
                [(sections(Some(part)), "节"), (below, "项工作"), Default::default()]
            }
            Heading::Section(_, section) => {
                let below = initiatives(&|it| it.section == Some(section));
                [(below, "项工作"), Default::default(), Default::default()]
            }
        };
        levels.into_iter().find(|it| !it.0.is_empty()).unwrap_or_default()
    }

    fn heading(&self, target: Target) -> String {
        match target {
            Target::Part(report, at) => self.reports[report].parts[at].name.name.clone(),
            Target::Section(report, at) => self.reports[report].sections[at].name.name.clone(),
            Target::Initiative(report, at) => self.reports[report].initiatives[at].name.name.clone(),
            Target::Figure(report, at) => self.reports[report].figures[at].label.clone(),
            Target::Report(report) => self.reports[report].title.clone(),
        }
    }
}
