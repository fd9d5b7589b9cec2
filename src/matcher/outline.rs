//! The headings of a report: which one a question names, and what stands below it.
//! Knows no figures.

use super::cue::Cue;
use super::index::Doc;
use super::keys::key;
use super::pieces::Piece;
use super::texts::named;
use super::trie::TermId;
use super::vocabulary::Vocabulary;
use crate::report::Report;
use rustc_hash::FxHashMap;

/// A level of a report's outline that can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// The parts of a report.
    Parts(usize),
    /// All sections of a report.
    Sections(usize),
    /// All initiatives of a report.
    Initiatives(usize),
    /// The sections of a part.
    Part(usize, usize),
    /// The initiatives of a section.
    Section(usize, usize),
}

/// The outline that a question asks for, if it asks for one.
#[must_use]
pub(super) fn asked(pieces: &[Piece], reports: &[Report], headings: &Headings) -> Option<Heading> {
    let is = |cue: Cue| pieces.iter().any(|it| it.is(cue));
    let orders = is(Cue::Most) || is(Cue::Least);
    let asks =
        is(Cue::Which) || is(Cue::HowMany) || is(Cue::List) || is(Cue::Each) || is(Cue::Data) || orders;
    if let Some(found) = ordinal(pieces, reports) {
        return (asks || pieces.len() <= 3).then_some(found);
    }
    let named = pieces.iter().find_map(|piece| headings.of(piece)).or_else(|| headings.like(pieces));
    if let Some(found) = named {
        return (asks || is(Cue::Part) || is(Cue::Section)).then_some(found);
    }
    if !asks || !is(Cue::Report) {
        return None;
    }
    let strange = |it: &Piece| it.is_unknown || (it.is_content && it.cues.is_empty() && !it.is_light);
    if pieces.iter().any(strange) {
        return None;
    }
    if is(Cue::Section) {
        Some(Heading::Sections(0))
    } else if is(Cue::Initiative) {
        Some(Heading::Initiatives(0))
    } else if is(Cue::Part) {
        Some(Heading::Parts(0))
    } else {
        None
    }
}

/// The figures below a part or a section, in the order printed; none for other levels.
#[must_use]
pub(super) fn figures(heading: Heading, reports: &[Report]) -> Vec<Doc> {
    let (report, is_in): (usize, Box<dyn Fn(usize) -> bool>) = match heading {
        Heading::Part(report, part) => {
            (report, Box::new(move |it| reports[report].section_of(it).part == part))
        }
        Heading::Section(report, section) => {
            (report, Box::new(move |it| reports[report].initiatives[it].section == section))
        }
        _ => return Vec::new(),
    };
    let all = reports[report].figures.iter().enumerate();
    all.filter(|(_, it)| is_in(it.initiative)).map(|(at, _)| Doc::Figure(report, at)).collect()
}

/// 第三部分.
fn ordinal(pieces: &[Piece], reports: &[Report]) -> Option<Heading> {
    let at = pieces.iter().position(|it| it.number.as_ref().is_some_and(|number| number.ordinal))?;
    let number = pieces[at].number.as_ref()?.value.as_whole()?;
    let next = pieces.get(at + 1)?;
    let place = usize::try_from(number).ok()?.checked_sub(1)?;
    let report = reports.first()?;
    let is_part = next.is(Cue::Part) || pieces[at].text.ends_with(&['部', '分']);
    (is_part && place < report.parts.len()).then_some(Heading::Part(0, place))
}

/// The headings of the reports by the words that name them.
#[derive(Debug, Default)]
pub(crate) struct Headings {
    by_term: FxHashMap<TermId, Heading>,
    names: Vec<(Vec<char>, Heading)>,
}

impl Headings {
    /// Of all parts and sections whose names the vocabulary knows; of two with one name the first.
    #[must_use]
    pub(crate) fn build(reports: &[Report], words: &Vocabulary) -> Self {
        let mut headings = Self::default();
        for (at, report) in reports.iter().enumerate() {
            let parts = report.parts.iter().enumerate().map(|(part, it)| (&it.name, Heading::Part(at, part)));
            let sections = report
                .sections
                .iter()
                .enumerate()
                .map(|(it, section)| (&section.name, Heading::Section(at, it)));
            for (name, heading) in parts.chain(sections) {
                for name in named(name).map(key) {
                    if let Some(term) = words.get(&name) {
                        headings.by_term.entry(term).or_insert(heading);
                    }
                    headings.names.push((name, heading));
                }
            }
        }
        headings
    }

    /// 统一战线那一节: the one heading of that level whose name holds every word that says something.
    fn like(&self, pieces: &[Piece]) -> Option<Heading> {
        let is = |cue: Cue| pieces.iter().any(|it| it.is(cue));
        let (part, section) = (is(Cue::Part), is(Cue::Section));
        if !part && !section {
            return None;
        }
        let says = |it: &&Piece| it.is_content && !it.is_light && it.nouns.is_empty() && it.cues.is_empty();
        let words: Vec<&[char]> = pieces.iter().filter(says).map(|it| it.text.as_slice()).collect();
        let fits = |(name, heading): &&(Vec<char>, Heading)| {
            let level = match heading {
                Heading::Section(..) => section,
                _ => part,
            };
            level && words.iter().all(|word| name.windows(word.len()).any(|it| it == *word))
        };
        let mut found = self.names.iter().filter(fits).map(|(_, heading)| *heading);
        let first = found.next().filter(|_| !words.is_empty())?;
        found.all(|it| it == first).then_some(first)
    }

    /// The heading whose name a piece is.
    fn of(&self, piece: &Piece) -> Option<Heading> {
        piece.terms.iter().find_map(|term| self.by_term.get(term).copied())
    }
}
