//! Places of the loaded reports: what they are called, what stands above them, whether they are there.
//! Finds nothing by words and says nothing.

use super::Engine;
use crate::answer::Target;

impl Engine {
    /// The short mark of the loaded data; positions and identifiers that were handed out belong to it.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// True where the loaded reports have such a place.
    #[must_use]
    pub fn has(&self, target: Target) -> bool {
        let (report, at) = position(target);
        self.reports().get(report).is_some_and(|it| match target {
            Target::Report(_) => true,
            Target::Figure(..) => at < it.figures.len(),
            Target::Initiative(..) => at < it.initiatives.len(),
            Target::Part(..) => at < it.parts.len(),
            Target::Section(..) => at < it.sections.len(),
        })
    }

    /// What a place is called: a heading, a lead phrase, what a figure counts.
    #[must_use]
    pub fn name_of(&self, target: Target) -> &str {
        let (report, at) = position(target);
        let report = &self.reports()[report];
        match target {
            Target::Figure(..) => &report.figures[at].label,
            Target::Initiative(..) => &report.initiatives[at].name.name,
            Target::Part(..) => &report.parts[at].name.name,
            Target::Section(..) => &report.sections[at].name.name,
            Target::Report(_) => &report.title,
        }
    }

    /// The place that this one stands in; nothing above the highest level that its report has.
    #[must_use]
    pub fn above(&self, target: Target) -> Option<Target> {
        match target {
            Target::Figure(report, at) => {
                Some(Target::Initiative(report, self.reports()[report].figures[at].initiative))
            }
            Target::Initiative(report, at) => {
                let it = &self.reports()[report].initiatives[at];
                let section = it.section.map(|section| Target::Section(report, section));
                section.or_else(|| Some(Target::Part(report, it.part?))).or_else(|| self.whole(report))
            }
            Target::Section(report, at) => {
                let part = self.reports()[report].sections[at].part;
                part.map(|part| Target::Part(report, part)).or_else(|| self.whole(report))
            }
            Target::Part(report, _) => self.whole(report),
            Target::Report(_) => None,
        }
    }

    /// A report as a place of its own: only where there are several to choose from.
    fn whole(&self, report: usize) -> Option<Target> {
        (self.reports().len() > 1).then_some(Target::Report(report))
    }

    /// The year that a place's figures are of.
    #[must_use]
    pub fn year_of(&self, target: Target) -> u16 {
        self.reports()[position(target).0].year
    }
}

/// The report of a place, and its position there.
pub(super) fn position(target: Target) -> (usize, usize) {
    match target {
        Target::Figure(report, at)
        | Target::Initiative(report, at)
        | Target::Part(report, at)
        | Target::Section(report, at) => (report, at),
        Target::Report(report) => (report, 0),
    }
}

/// A place at the same position of another report.
pub(super) fn moved(target: Target, report: usize) -> Target {
    match target {
        Target::Figure(_, at) => Target::Figure(report, at),
        Target::Initiative(_, at) => Target::Initiative(report, at),
        Target::Part(_, at) => Target::Part(report, at),
        Target::Section(_, at) => Target::Section(report, at),
        Target::Report(_) => Target::Report(report),
    }
}
