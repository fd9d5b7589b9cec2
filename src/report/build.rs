//! From what is written to what is meant: flattens the tree of a report file into [`Report`].
//! Judges nothing: [`super::check`] has looked at the file before.

use super::identify::{identify, report_id};
use super::model::{Fact, Figure, Initiative, Named, Part, Report, Section};
use super::written::{self, FactFile, FigureFile, InitiativeFile, PartFile, ReportFile, SectionFile};
use crate::text::numerals::{Decimal, parse_value, power_alone};

/// Builds the model of one report file.
#[must_use]
pub fn build(file: ReportFile) -> Report {
    let report = Report {
        id: file.id.unwrap_or_else(|| report_id(&file.body.name, file.year)),
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
    let mut building = Building { report, part: None, section: None, ids: (Vec::new(), Vec::new()) };
    file.parts.into_iter().for_each(|it| building.part(it));
    building.part = None;
    building.sections(file.sections);
    building.initiatives(file.initiatives);
    let Building { mut report, ids, .. } = building;
    identify(&mut report, ids.0, ids.1);
    report
}

/// A report as far as it is built, and where the next initiative stands.
struct Building {
    report: Report,
    part: Option<usize>,
    section: Option<usize>,
    /// Identifiers as written, of initiatives and of figures.
    ids: (Vec<Option<String>>, Vec<Option<String>>),
}

impl Building {
    fn part(&mut self, written: PartFile) {
        self.part = Some(self.report.parts.len());
        let name = Named { name: written.title, aliases: written.aliases };
        self.report.parts.push(Part { name, subtitle: written.subtitle });
        self.sections(written.sections);
        self.initiatives(written.initiatives);
    }

    fn sections(&mut self, all: Vec<SectionFile>) {
        for (number, written) in all.into_iter().enumerate() {
            self.section = Some(self.report.sections.len());
            let name = Named { name: written.title, aliases: written.aliases };
            self.report.sections.push(Section { name, part: self.part, number });
            self.initiatives(written.initiatives);
        }
        self.section = None;
    }

    fn initiatives(&mut self, all: Vec<InitiativeFile>) {
        all.into_iter().for_each(|it| self.initiative(it));
    }

    fn initiative(&mut self, written: InitiativeFile) {
        let report = &mut self.report;
        let at = report.initiatives.len();
        let (first_figure, first_fact) = (report.figures.len(), report.facts.len());
        self.ids.0.push(written.id);
        self.ids.1.extend(written.figures.iter().map(|it| it.id.clone()));
        report.figures.extend(written.figures.into_iter().map(|it| figure(it, at)));
        report.facts.extend(written.facts.into_iter().map(|it| fact(it, at)));
        report.initiatives.push(Initiative {
            id: String::new(),
            link: String::new(),
            name: Named { name: written.title, aliases: written.aliases },
            description: written.description,
            part: self.part,
            section: self.section,
            programmes: written.programmes.into_iter().map(named).collect(),
            figures: (first_figure..report.figures.len()).collect(),
            facts: (first_fact..report.facts.len()).collect(),
        });
    }
}

fn named(written: written::Named) -> Named {
    Named { name: written.name, aliases: written.aliases }
}

/// How much a value says with its unit; 百 by itself is a hundred (近百个).
fn size(value: &str, unit: &str) -> Option<Decimal> {
    let alone = || power_alone(&value.chars().collect::<Vec<_>>()).map(|it| it.to_string());
    let amount = parse_value(value, unit).or_else(|| parse_value(&alone()?, unit));
    amount.map(|amount| amount.value)
}

fn figure(it: FigureFile, initiative: usize) -> Figure {
    Figure {
        id: String::new(),
        link: String::new(),
        label: it.label,
        size: size(&it.value, &it.unit),
        value: it.value,
        unit: it.unit,
        qualifiers: it.qualifiers,
        printed: it.printed,
        nature: it.nature,
        period: it.period,
        scope: it.scope,
        programmes: it.programmes,
        aliases: it.aliases,
        initiative,
    }
}

fn fact(it: FactFile, initiative: usize) -> Fact {
    Fact { label: it.label, items: it.items, open: it.open, aliases: it.aliases, initiative }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_of_values() {
        let rows = [
            ("600", "万元", Some("6000000")),
            ("1,218", "场", Some("1218")),
            ("九百", "家", Some("900")),
            ("百", "个", Some("100")),
            ("万", "", Some("10000")),
            ("12-15", "场", None),
            ("12至15", "场", None),
        ];
        for (value, unit, expected) in rows {
            assert_eq!(size(value, unit).map(|it| it.to_string()).as_deref(), expected, "{value}{unit}");
        }
    }
}
