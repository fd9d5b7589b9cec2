//! The matcher as a whole: built once for a set of reports and word lists, asked for every question.
//! Never changes after it is built.

use super::evidence::{self, Evidence};
use super::explain::explain;
use super::heads::Heads;
use super::index::{Doc, Index};
use super::keys::Keys;
use super::lexicon::Lexicon;
use super::memo::Memo;
use super::outline::Headings;
use super::pieces;
use super::reading;
use super::recall::Lately;
use super::score::Scene;
use super::texts;
use super::understand::{Understanding, understand};
use super::vocabulary::Vocabulary;
use crate::report::Report;

/// Understands questions about a set of reports.
#[derive(Debug)]
pub struct Matcher {
    lexicon: Lexicon,
    words: Vocabulary,
    index: Index,
    heads: Heads,
    headings: Headings,
}

impl Matcher {
    /// Builds the index of these reports over these words.
    #[must_use]
    pub fn new(reports: &[Report], mut lexicon: Lexicon) -> Self {
        lexicon.add_units(reports.iter().flat_map(|it| &it.figures).map(|it| it.unit.as_str()));
        let mut words = Vocabulary::of(&lexicon);
        let known = texts::known(reports);
        let keys = Keys::of(&known);
        let index = Index::build(reports, &known, &keys, &lexicon, &mut words);
        let heads = Heads::build(reports, &keys, &index, &words);
        let headings = Headings::build(reports, &words);
        Self { lexicon, words, index, heads, headings }
    }

    /// Understands a question, and what it points back at.
    #[must_use]
    pub fn understand(&self, reports: &[Report], question: &str, lately: Lately<'_>) -> Understanding {
        self.look(reports, question, lately.last, |scene| understand(scene, &self.headings, lately))
    }

    /// How a question is read and scored, as a table for people.
    #[must_use]
    pub fn explain(&self, reports: &[Report], question: &str) -> String {
        self.look(reports, question, &[], explain)
    }

    fn look<T>(
        &self,
        reports: &[Report],
        question: &str,
        last: &[Doc],
        see: impl FnOnce(&Scene<'_>) -> T,
    ) -> T {
        let pieces = pieces::pieces(reading::read(question, &self.words), &self.words, &self.lexicon);
        let evidence: Vec<Evidence> =
            pieces.iter().map(|it| evidence::of(it, &self.words, &self.index, &self.lexicon)).collect();
        let mut topic: Vec<usize> = last.iter().filter_map(|it| self.initiative_of(*it)).collect();
        topic.dedup();
        let scene = Scene {
            reports,
            lexicon: &self.lexicon,
            index: &self.index,
            heads: &self.heads,
            pieces: &pieces,
            evidence: &evidence,
            topic: &topic,
            only_topic: false,
            last_measure: last.iter().find_map(|it| self.measure_of(*it)),
            memo: &Memo::default(),
        };
        see(&scene)
    }

    fn measure_of(&self, doc: Doc) -> Option<usize> {
        let at = self.index.docs.iter().position(|it| *it == doc)?;
        self.index.measures[at]
    }

    fn initiative_of(&self, doc: Doc) -> Option<usize> {
        let at = self.index.docs.iter().position(|it| *it == doc)?;
        Some(self.index.initiative_of[at])
    }
}
