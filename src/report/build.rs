//! From what is written to what is meant: flattens the tree of a report file into [`Report`].
//! Judges nothing: [`super::check`] has looked at the file before.

use super::model::{Fact, Figure, Initiative, Named, Part, Report, Section};
use super::written::{self, FactFile, FigureFile, InitiativeFile, ReportFile};
use crate::text::numerals::parse_value;

/// Builds the model of one report file.
#[must_use]
pub fn build(file: ReportFile) -> Report {
    let mut report = Report {
        id: file.id,
        title: file.title,
        year: file.year,
        body: named(file.body),
        place: file.place,
        source: file.source,
        parts: Vec::new(),
        sections: Vec::new(),
        initiatives: Vec::new(),
        figures: Vec::new(),
        facts: Vec::new(),
        waived: file.waived.into_iter().map(|w| (w.printed, w.reason)).collect(),
    };
    for (part, written) in file.parts.into_iter().enumerate() {
        let name = Named { name: written.title, aliases: written.aliases };
        report.parts.push(Part { name, subtitle: written.subtitle });
        for (number, section) in written.sections.into_iter().enumerate() {
            let name = Named { name: section.title, aliases: section.aliases };
            report.sections.push(Section { name, part, number });
            section.initiatives.into_iter().for_each(|it| add_initiative(&mut report, it));
        }
    }
    report
}

fn named(written: written::Named) -> Named {
    Named { name: written.name, aliases: written.aliases }
}

fn add_initiative(report: &mut Report, written: InitiativeFile) {
    let at = report.initiatives.len();
    let (first_figure, first_fact) = (report.figures.len(), report.facts.len());
    report.figures.extend(written.figures.into_iter().map(|it| figure(it, at)));
    report.facts.extend(written.facts.into_iter().map(|it| fact(it, at)));
    report.initiatives.push(Initiative {
        id: written.id,
        name: Named { name: written.title, aliases: written.aliases },
        description: written.description,
        section: report.sections.len().saturating_sub(1),
        programmes: written.programmes.into_iter().map(named).collect(),
        figures: (first_figure..report.figures.len()).collect(),
        facts: (first_fact..report.facts.len()).collect(),
    });
}

fn figure(it: FigureFile, initiative: usize) -> Figure {
    Figure {
        id: it.id,
        label: it.label,
        size: parse_value(&it.value, &it.unit).map(|amount| amount.value),
        value: it.value,
        unit: it.unit,
        qualifiers: it.qualifiers,
        printed: it.printed,
        nature: it.nature,
        scope: it.scope,
        programmes: it.programmes,
        aliases: it.aliases,
        initiative,
    }
}

fn fact(it: FactFile, initiative: usize) -> Fact {
    Fact { label: it.label, items: it.items, open: it.open, aliases: it.aliases, initiative }
}
