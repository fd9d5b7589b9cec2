//! The texts by which figures, facts and initiatives are known, and where each stands.
//! Looks no word up: that is [`crate::matcher::index`]'s.

use crate::matcher::index::Doc;
use crate::matcher::lexicon::role::Role;
use crate::matcher::vocabulary::Vocabulary;
use crate::report::{Initiative, Named, Report};

/// How much a word says for a figure, by where it stands. A label names the figure itself; a programme may have several
/// figures; an initiative has them all; a description mentions in passing; a heading covers a dozen initiatives.
const FIELD: [f32; 6] = [1.0, 0.9, 0.75, 0.5, 0.35, 0.25];

/// Where a word stands in relation to a figure, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    /// In its own label, aliases or scope.
    Label,
    /// In the name of a programme that it is about.
    Bound,
    /// In the name of its initiative.
    Name,
    /// In what its initiative says: description and facts.
    Text,
    /// In the name of a programme of its initiative that other figures are about.
    Other,
    /// In the heading of its section or part.
    Heading,
}

impl Field {
    /// What a word in this field says for the figure, 0 to 1.
    #[must_use]
    pub(crate) fn weight(self) -> f32 {
        FIELD[self as usize]
    }
}

/// The texts of one document, with where they stand.
pub(crate) type Texts<'a> = Vec<(Field, &'a str)>;

/// A document, its initiative counted over all reports, and its texts.
pub(crate) type Known<'a> = (Doc, usize, Texts<'a>);

/// The documents of all reports.
pub(crate) fn known(reports: &[Report]) -> Vec<Known<'_>> {
    let (mut all, mut first) = (Vec::new(), 0);
    for (at, report) in reports.iter().enumerate() {
        collect(at, report, first, &mut all);
        first += report.initiatives.len();
    }
    all
}

/// Adds the documents of one report; `first` is the number of its first initiative over all reports.
fn collect<'a>(at: usize, report: &'a Report, first: usize, all: &mut Vec<Known<'a>>) {
    for (number, initiative) in report.initiatives.iter().enumerate() {
        let common = common_texts(report, number);
        for figure in &initiative.figures {
            let texts = figure_texts(report, initiative, *figure).chain(common.iter().copied()).collect();
            all.push((Doc::Figure(at, *figure), first + number, texts));
        }
        let names = || initiative.programmes.iter().flat_map(named);
        for fact in &initiative.facts {
            let (fact_at, fact) = (*fact, &report.facts[*fact]);
            let label = std::iter::once(fact.label.as_str()).chain(fact.aliases.iter().map(String::as_str));
            let items = fact.items.iter().map(|it| (Field::Bound, it.as_str()));
            let texts = label.map(|it| (Field::Label, it)).chain(items);
            let texts =
                texts.chain(names().map(|it| (Field::Name, it))).chain(common.iter().copied()).collect();
            all.push((Doc::Fact(at, fact_at), first + number, texts));
        }
        let texts = names().map(|it| (Field::Label, it)).chain(common.iter().copied());
        let own = named(&initiative.name).map(|it| (Field::Label, it));
        all.push((Doc::Initiative(at, number), first + number, own.chain(texts).collect()));
    }
}

/// The name and what else people say for it.
pub(crate) fn named(name: &Named) -> impl Iterator<Item = &str> {
    std::iter::once(name.name.as_str()).chain(name.aliases.iter().map(String::as_str))
}

/// What a figure alone is known by, and the programmes of its initiative, near and far.
fn figure_texts<'a>(
    report: &'a Report,
    it: &'a Initiative,
    at: usize,
) -> impl Iterator<Item = (Field, &'a str)> {
    let figure = &report.figures[at];
    let own = std::iter::once(&figure.label).chain(&figure.aliases).chain(&figure.scope);
    let bound_to_any =
        |name: &str| it.figures.iter().any(|f| report.figures[*f].programmes.iter().any(|p| p == name));
    let programmes = it.programmes.iter().flat_map(move |programme| {
        let field = if figure.programmes.contains(&programme.name) {
            Field::Bound
        } else if bound_to_any(&programme.name) {
            Field::Other
        } else {
            Field::Name
        };
        named(programme).map(move |name| (field, name))
    });
    // 童伴计划活动 names a fact, and is short for 童伴计划关爱活动.
    let facts = it.facts.iter().map(|at| report.facts[*at].label.as_str());
    let short = facts.filter(|it| is_short_form(it, &figure.label)).map(|it| (Field::Bound, it));
    own.map(|text| (Field::Label, text.as_str())).chain(programmes).chain(short)
}

/// So many characters at either end of a label stay in its short form.
const KEPT: usize = 2;

/// True where a text is a label with something left out of its middle.
fn is_short_form(short: &str, label: &str) -> bool {
    let (short, label): (Vec<char>, Vec<char>) = (short.chars().collect(), label.chars().collect());
    let mut rest = label.iter();
    short.len() < label.len()
        && short.len() > 2 * KEPT
        && short[..KEPT] == label[..KEPT]
        && short[short.len() - KEPT..] == label[label.len() - KEPT..]
        && short.iter().all(|letter| rest.any(|it| it == letter))
}

/// What everything in an initiative is known by.
fn common_texts(report: &Report, at: usize) -> Texts<'_> {
    let initiative = &report.initiatives[at];
    let mut texts: Texts<'_> = named(&initiative.name).map(|it| (Field::Name, it)).collect();
    texts.push((Field::Text, &initiative.description));
    for fact in &initiative.facts {
        let fact = &report.facts[*fact];
        texts.push((Field::Text, &fact.label));
        texts.extend(fact.items.iter().map(|it| (Field::Text, it.as_str())));
    }
    if let Some(section) = report.section_of(at) {
        texts.extend(named(&section.name).map(|it| (Field::Heading, it)));
    }
    if let Some(part) = report.part_of(at) {
        texts.extend(named(&part.name).map(|it| (Field::Heading, it)));
        texts.push((Field::Heading, &part.subtitle));
    }
    texts
}

/// Adds the names of a report, its place and what lies around and in it, and its programmes.
pub(crate) fn add_homes(at: usize, report: &Report, words: &mut Vocabulary) {
    let body = std::iter::once(&report.body.name).chain(&report.body.aliases);
    let place = std::iter::once(&report.place.name).chain(&report.place.aliases);
    body.chain(place).for_each(|name| words.add(name, Role::Home(at)));
    report.place.within.iter().for_each(|name| words.add(name, Role::Elsewhere));
    let programmes = report.initiatives.iter().flat_map(|it| &it.programmes).flat_map(named);
    programmes.for_each(|name| words.add(name, Role::Programme));
    report.place.contains.iter().for_each(|name| words.add(name, Role::Within));
}

#[cfg(test)]
mod tests {
    use super::is_short_form;

    #[test]
    fn a_label_with_its_middle_left_out_is_its_short_form() {
        let rows = [
            ("童伴计划活动", "童伴计划关爱活动", true),
            ("城市治理志愿队伍", "城市治理青年志愿服务队伍", true),
            // The same, too short, another end, another word inside
            ("童伴计划活动", "童伴计划活动", false),
            ("童伴活动", "童伴计划关爱活动", false),
            ("童伴计划做法", "童伴计划关爱活动", false),
            ("童伴小组活动", "童伴计划关爱活动", false),
        ];
        for (short, label, expected) in rows {
            assert_eq!(is_short_form(short, label), expected, "{short} of {label}");
        }
    }
}
