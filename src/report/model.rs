//! A report as it is meant: one flat list of each kind of thing, linked by position.
//! Knows nothing of files ([`super::written`], `files`) nor of questions.

pub use super::written::{Nature, Place};

use super::qualifier::{self, Bound, Kind};
use crate::text::numerals::Decimal;

/// A name and what else people call it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Named {
    /// The name as printed.
    pub name: String,
    /// Other names that people use for the same.
    pub aliases: Vec<String>,
}

/// One body's report on one year. Never changes once it is built.
#[derive(Debug, Clone, Hash)]
pub struct Report {
    /// Short identifier, such as `anyplace-2024`.
    pub id: String,
    /// What the report is called in a reply.
    pub title: String,
    /// The year that the figures are of.
    pub year: u16,
    /// Whose report it is.
    pub body: Named,
    /// Where the figures are of.
    pub place: Place,
    /// Where it was published.
    pub source: String,
    /// The parts, in the order printed.
    pub parts: Vec<Part>,
    /// The sections, in the order printed.
    pub sections: Vec<Section>,
    /// The initiatives, in the order printed.
    pub initiatives: Vec<Initiative>,
    /// The figures, in the order printed.
    pub figures: Vec<Figure>,
    /// The facts, in the order printed.
    pub facts: Vec<Fact>,
    /// Numbers of the published text that are no figures: printed form and reason.
    pub waived: Vec<(String, String)>,
}

/// A part of a report.
#[derive(Debug, Clone, Hash)]
pub struct Part {
    /// The heading and other names for it.
    pub name: Named,
    /// The second line of the heading; empty if there is none.
    pub subtitle: String,
}

/// A section of a part.
#[derive(Debug, Clone, Hash)]
pub struct Section {
    /// The heading and other names for it.
    pub name: Named,
    /// Position of its part in [`Report::parts`]; none in a report without parts.
    pub part: Option<usize>,
    /// Its place within the part, or within a report without parts, from 0.
    pub number: usize,
}

/// One paragraph of a report.
#[derive(Debug, Clone, Hash)]
pub struct Initiative {
    /// Identifier as it is written in the data, or made from the title; unique in the report.
    pub id: String,
    /// The same for links, where nothing but letters, digits and hyphens may stand.
    pub link: String,
    /// The lead phrase as printed, and other names for it.
    pub name: Named,
    /// What was done, in our own words, without figures.
    pub description: String,
    /// Position of its part in [`Report::parts`]; none in a report without parts.
    pub part: Option<usize>,
    /// Position of its section in [`Report::sections`]; none where its part or report has no sections.
    pub section: Option<usize>,
    /// Projects, brands, events and teams named in it.
    pub programmes: Vec<Named>,
    /// Positions of its figures in [`Report::figures`].
    pub figures: Vec<usize>,
    /// Positions of its facts in [`Report::facts`].
    pub facts: Vec<usize>,
}

/// A figure of achievement.
#[derive(Debug, Clone, Hash)]
pub struct Figure {
    /// Identifier as it is written in the data, or made from the label; unique in the report.
    pub id: String,
    /// The same for links, where nothing but letters, digits and hyphens may stand.
    pub link: String,
    /// What is counted, in a few words.
    pub label: String,
    /// The number as printed, such as `15.2`, `九百` or `12-15`.
    pub value: String,
    /// How much that is, the 万 and 亿 of the unit multiplied in: what figures are compared by. None for a range.
    pub size: Option<Decimal>,
    /// The unit as printed, such as `万人次`.
    pub unit: String,
    /// The words of [`super::qualifier`] that are printed with it: 余 近 累计 年均.
    pub qualifiers: Vec<String>,
    /// Number, 余 and unit as they stand in the text.
    pub printed: String,
    /// Counted over the year, or standing at its end.
    pub nature: Nature,
    /// The time that it is of, as printed, where that is not the report's year alone: `五年来`.
    pub period: Option<String>,
    /// What narrows it against its neighbours.
    pub scope: Vec<String>,
    /// Names of the programmes that it is about.
    pub programmes: Vec<String>,
    /// Other ways to say what is counted.
    pub aliases: Vec<String>,
    /// Position of its initiative in [`Report::initiatives`].
    pub initiative: usize,
}

/// Something that an initiative says without a figure.
#[derive(Debug, Clone, Hash)]
pub struct Fact {
    /// What the items are.
    pub label: String,
    /// The items.
    pub items: Vec<String>,
    /// True where the list is not complete.
    pub open: bool,
    /// Other ways to ask for it.
    pub aliases: Vec<String>,
    /// Position of its initiative in [`Report::initiatives`].
    pub initiative: usize,
}

impl Report {
    /// The section that an initiative stands in; none where it stands in a part or in the report itself.
    #[must_use]
    pub fn section_of(&self, initiative: usize) -> Option<&Section> {
        self.initiatives[initiative].section.map(|at| &self.sections[at])
    }

    /// The part that an initiative stands in; none in a report without parts.
    #[must_use]
    pub fn part_of(&self, initiative: usize) -> Option<&Part> {
        self.initiatives[initiative].part.map(|at| &self.parts[at])
    }

    /// What people call an initiative: its first alias, which is shorter than the lead phrase.
    #[must_use]
    pub fn short_name(&self, initiative: usize) -> &str {
        let name = &self.initiatives[initiative].name;
        name.aliases.first().unwrap_or(&name.name)
    }

    /// Positions of the initiatives of one section.
    pub fn initiatives_in(&self, section: usize) -> impl Iterator<Item = usize> {
        self.initiatives
            .iter()
            .enumerate()
            .filter(move |(_, it)| it.section == Some(section))
            .map(|(at, _)| at)
    }
}

impl Figure {
    /// How near the number is to what is meant; nothing where it is exact. What is about so much is no floor: 约4.5万余人.
    #[must_use]
    pub fn bound(&self) -> Option<Bound> {
        let bounds = self.qualifiers.iter().filter_map(|word| match qualifier::kind(word) {
            Some(Kind::Bound(bound)) => Some(bound),
            _ => None,
        });
        bounds.reduce(|one, other| if one == Bound::About { one } else { other })
    }

    /// True where the report prints 余, 多 or 超过: the number is a floor.
    #[must_use]
    pub fn is_floor(&self) -> bool {
        self.bound() == Some(Bound::AtLeast)
    }

    /// True for a part of another figure and for a rate: neither is added to others.
    #[must_use]
    pub fn is_share(&self) -> bool {
        self.qualifiers.iter().any(|it| it == qualifier::PART || qualifier::kind(it) == Some(Kind::Rate))
    }
}

#[cfg(test)]
mod tests {
    use super::super::load_builtin;
    use super::super::qualifier::Bound;

    #[test]
    fn words_at_a_figure_say_how_near_it_is_and_whether_it_may_be_added() {
        let loaded = load_builtin().expect("the built-in data is well");
        let mut figure = loaded.reports[0].figures[0].clone();
        let rows: &[(&[&str], Option<Bound>, bool)] = &[
            (&[], None, false),
            (&["累计", "余"], Some(Bound::AtLeast), false),
            (&["近"], Some(Bound::About), false),
            (&["约", "余"], Some(Bound::About), false),
            (&["其中"], None, true),
            (&["年均", "超"], Some(Bound::AtLeast), true),
        ];
        for (words, bound, is_share) in rows {
            figure.qualifiers = words.iter().map(|it| (*it).to_owned()).collect();
            assert_eq!((figure.bound(), figure.is_share()), (*bound, *is_share), "{words:?}");
        }
    }
}
