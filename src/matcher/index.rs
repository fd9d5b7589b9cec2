//! What each figure, fact and initiative is known by, and where each word stands.
//! Built once for a set of reports; knows no question.

use super::grams::{add_words, longest_piece};
use super::lexicon::Lexicon;
use super::role::Role;
use super::texts::{Field, Known, Texts, add_homes, collect};
use super::trie::TermId;
use super::vocabulary::{Vocabulary, key};
use crate::report::Report;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// Something that a question may be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doc {
    /// A figure: report, position.
    Figure(usize, usize),
    /// A fact: report, position.
    Fact(usize, usize),
    /// An initiative as a whole: report, position.
    Initiative(usize, usize),
}

/// Position of a [`Doc`] in the index.
pub(super) type DocId = u32;

/// The lists of where words stand.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Everything a question may be about.
    pub docs: Vec<Doc>,
    /// For each document the number of its initiative, counted over all reports.
    pub initiative_of: Vec<usize>,
    /// How many initiatives there are in all reports.
    pub initiatives: usize,
    /// For each document the measure that it is counted in: none but for figures.
    pub measures: Vec<Option<usize>>,
    /// For each initiative the positions of its documents.
    pub ranges: Vec<Range<usize>>,
    by_term: Vec<Vec<(DocId, f32)>>,
    by_group: Vec<Vec<(DocId, f32)>>,
    by_scope: Vec<Vec<(DocId, f32)>>,
}

impl Index {
    /// Adds the names and pieces of the reports to the vocabulary and notes where each word stands.
    #[must_use]
    pub(super) fn build(reports: &[Report], lexicon: &Lexicon, words: &mut Vocabulary) -> Self {
        let mut index = Self {
            by_group: vec![Vec::new(); lexicon.synonyms.len()],
            by_scope: vec![Vec::new(); lexicon.scopes.len()],
            ..Self::default()
        };
        let mut all: Vec<Known<'_>> = Vec::new();
        for (at, report) in reports.iter().enumerate() {
            add_homes(at, report, words);
            collect(at, report, index.initiatives, &mut all);
            index.initiatives += report.initiatives.len();
        }
        // A text stands with every figure of its initiative: its words are looked up once.
        let particles: FxHashSet<char> = lexicon.particles.iter().flat_map(|it| it.chars()).collect();
        let mut seen: FxHashSet<(&str, usize)> = FxHashSet::default();
        for (field, text) in all.iter().flat_map(|(_, _, texts)| texts) {
            let longest = longest_piece(*field);
            if seen.insert((text, longest)) {
                add_words(text, longest, &particles, words);
            }
        }
        index.by_term.resize(words.count(), Vec::new());
        index.measures = all.iter().map(|(doc, ..)| measure(*doc, reports, lexicon)).collect();
        let mut found: FxHashMap<&str, Vec<TermId>> = FxHashMap::default();
        for (doc, initiative, texts) in &all {
            index.add(*doc, *initiative, texts, words, &mut found);
        }
        index
    }

    fn add<'a>(
        &mut self,
        doc: Doc,
        initiative: usize,
        texts: &Texts<'a>,
        words: &Vocabulary,
        found: &mut FxHashMap<&'a str, Vec<TermId>>,
    ) {
        let id = DocId::try_from(self.docs.len()).unwrap_or(DocId::MAX);
        if self.ranges.len() <= initiative {
            self.ranges.resize(initiative + 1, self.docs.len()..self.docs.len());
        }
        self.docs.push(doc);
        self.initiative_of.push(initiative);
        self.ranges[initiative].end = self.docs.len();
        for (field, text) in texts {
            let terms = found.entry(text).or_insert_with(|| terms_in(text, words));
            terms.iter().for_each(|term| self.post(id, *field, *term, words));
        }
    }

    fn post(&mut self, doc: DocId, field: Field, term: TermId, words: &Vocabulary) {
        for role in words.roles(term) {
            match role {
                Role::Group(at) => {
                    raise(&mut self.by_group[*at], doc, field.weight());
                    raise(&mut self.by_term[term as usize], doc, field.weight());
                }
                Role::Scope(at) => raise(&mut self.by_scope[*at], doc, field.weight()),
                Role::Name
                | Role::Gram
                | Role::Elsewhere
                | Role::Subject
                | Role::Within
                | Role::Home(_)
                | Role::MeasureNoun(_) => {
                    raise(&mut self.by_term[term as usize], doc, field.weight());
                }
                Role::Stop
                | Role::Infix
                | Role::Cue(_)
                | Role::Unit(_)
                | Role::Said(_)
                | Role::Programme
                | Role::Refused => {}
            }
        }
    }

    /// Where this very word stands.
    #[must_use]
    pub(super) fn of_term(&self, term: TermId) -> &[(DocId, f32)] {
        self.by_term.get(term as usize).map_or(&[], Vec::as_slice)
    }

    /// Where a word of this group stands.
    #[must_use]
    pub(super) fn of_group(&self, group: usize) -> &[(DocId, f32)] {
        &self.by_group[group]
    }

    /// Where a word for this scope stands.
    #[must_use]
    pub(super) fn of_scope(&self, scope: usize) -> &[(DocId, f32)] {
        &self.by_scope[scope]
    }
}

/// Documents come in order, so the newest entry is the only one that can be of the same document.
fn raise(list: &mut Vec<(DocId, f32)>, doc: DocId, weight: f32) {
    match list.last_mut() {
        Some((last, known)) if *last == doc => *known = known.max(weight),
        _ => list.push((doc, weight)),
    }
}

/// Every known word of a text.
fn terms_in(text: &str, words: &Vocabulary) -> Vec<TermId> {
    let text = key(text);
    let mut terms = Vec::with_capacity(text.len() * 2);
    (0..text.len()).for_each(|start| terms.extend(words.prefixes(&text[start..]).map(|(_, term)| term)));
    terms
}

fn measure(doc: Doc, reports: &[Report], lexicon: &Lexicon) -> Option<usize> {
    match doc {
        Doc::Figure(report, at) => lexicon.measure_of(&reports[report].figures[at].unit),
        Doc::Fact(..) | Doc::Initiative(..) => None,
    }
}
