//! The headings of the reports: their levels, and which of them a word names.
//! Reads no question.

use crate::matcher::index::documents::named;
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::key::key;
use crate::matcher::vocabulary::trie::TermId;
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

    /// The one heading whose name holds each of these words; nothing where several do or no word is given.
    #[must_use]
    pub(crate) fn only_one_with(
        &self,
        words: &[&[char]],
        fits: impl Fn(&Heading) -> bool,
    ) -> Option<Heading> {
        let holds = |name: &[char]| words.iter().all(|word| name.windows(word.len()).any(|it| it == *word));
        let mut found = self.names.iter().filter(|(name, it)| fits(it) && holds(name)).map(|(_, it)| *it);
        let first = found.next().filter(|_| !words.is_empty())?;
        found.all(|it| it == first).then_some(first)
    }

    /// The heading whose name one of these words is.
    #[must_use]
    pub(crate) fn of(&self, terms: &[TermId]) -> Option<Heading> {
        terms.iter().find_map(|term| self.by_term.get(term).copied())
    }
}
