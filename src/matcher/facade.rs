//! The matcher as a whole: built once for a set of reports and word lists, asked for every question.
//! Never changes after it is built.

use crate::matcher::decision::understand;
use crate::matcher::explain::explain;
use crate::matcher::index::documents;
use crate::matcher::index::head_nouns::HeadNouns;
use crate::matcher::index::headings::Headings;
use crate::matcher::index::text_pool::TextPool;
use crate::matcher::index::{Doc, Index};
use crate::matcher::intents::anaphora::Lately;
use crate::matcher::intents::verdict::{Reason, Understanding, Verdict};
use crate::matcher::lexicon::lists::Lexicon;
use crate::matcher::lexicon::role::TimeKind;
use crate::matcher::message;
use crate::matcher::query::tokens;
use crate::matcher::recognize::{Slot, SlotKind, recognize};
use crate::matcher::scoring::budget::{Budget, STEPS};
use crate::matcher::scoring::cache::Cache;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::evidence::{self, Evidence};
use crate::matcher::tokenize;
use crate::matcher::vocabulary::Vocabulary;
use crate::report::Report;
use std::ops::Range;

/// Understands questions about a set of reports.
#[derive(Debug)]
pub struct Matcher {
    lexicon: Lexicon,
    words: Vocabulary,
    index: Index,
    heads: HeadNouns,
    headings: Headings,
}

impl Matcher {
    /// Builds the index of these reports over these words.
    #[must_use]
    pub fn new(reports: &[Report], mut lexicon: Lexicon) -> Self {
        lexicon.add_units(reports.iter().flat_map(|it| &it.figures).map(|it| it.unit.as_str()));
        let mut words = Vocabulary::of(&lexicon);
        let known = documents::known(reports);
        let keys = TextPool::of(&known);
        let index = Index::build(reports, &known, &keys, &lexicon, &mut words);
        let heads = HeadNouns::build(reports, &keys, &index, &words);
        let headings = Headings::build(reports, &words);
        Self { lexicon, words, index, heads, headings }
    }

    /// Understands a question, and what it points back at.
    #[must_use]
    pub fn understand(&self, reports: &[Report], question: &str, lately: Lately<'_>) -> Understanding {
        self.understand_within(&Budget::default(), reports, question, lately)
    }

    /// The years that a folded text names in digits, each with its place, counted in characters; of 2023年底 the year alone.
    #[must_use]
    pub fn years(&self, text: &[char]) -> Vec<(Range<usize>, i64)> {
        let year = |slot: &Slot| match slot.kind {
            SlotKind::Time(TimeKind::Year(year)) => Some((slot.start..slot.end, year)),
            _ => None,
        };
        let within = |slot: &Slot| {
            let starts = (slot.start + 1..slot.end).rev();
            starts.into_iter().find_map(|end| match recognize(&text[slot.start..end], &[], &self.words)[..] {
                [first] => {
                    let (span, year) = year(&first)?;
                    Some((slot.start + span.start..slot.start + span.end, year))
                }
                _ => None,
            })
        };
        let slots = recognize(text, &[], &self.words);
        let times = slots.iter().filter(|it| matches!(it.kind, SlotKind::Time(_)));
        let years = times.filter_map(|it| {
            year(it).or_else(|| text[it.start].is_ascii_digit().then(|| within(it)).flatten())
        });
        years.collect()
    }

    /// How many steps a question costs, and how many it may cost: what bounds the work for any message.
    #[must_use]
    pub fn steps(&self, reports: &[Report], question: &str) -> (u32, u32) {
        let budget = Budget::default();
        let _ = self.understand_within(&budget, reports, question, Lately::default());
        (budget.scored(), STEPS)
    }

    fn understand_within(
        &self,
        budget: &Budget,
        reports: &[Report],
        question: &str,
        lately: Lately<'_>,
    ) -> Understanding {
        let mut first = None;
        for text in message::questions(question, &self.words) {
            let understood = self.look(reports, &text, lately.last, budget, |context| {
                understand(context, &self.headings, lately)
            });
            if !matches!(
                understood.verdict,
                Verdict::Unknown(Reason::Nothing) | Verdict::Chat | Verdict::Help
            ) {
                return understood;
            }
            first.get_or_insert(understood);
        }
        first.unwrap_or(Understanding::of(Verdict::Unknown(Reason::Nothing)))
    }

    /// How a question is read and scored, as a table for people.
    #[must_use]
    pub fn explain(&self, reports: &[Report], question: &str) -> String {
        self.look(reports, question, &[], &Budget::default(), |context| explain(context, &self.headings))
    }

    fn look<T>(
        &self,
        reports: &[Report],
        question: &str,
        last: &[Doc],
        budget: &Budget,
        see: impl FnOnce(&Context<'_>) -> T,
    ) -> T {
        let tokens = tokens::tokens(tokenize::read(question, &self.words), &self.words, &self.lexicon);
        let evidence: Vec<Evidence> =
            tokens.iter().map(|it| evidence::of(it, &self.words, &self.index, &self.lexicon)).collect();
        let mut topic: Vec<usize> = last.iter().filter_map(|it| self.initiative_of(*it)).collect();
        topic.dedup();
        let typed: Vec<char> = question.chars().collect();
        let context = Context {
            typed: &typed,
            reports,
            lexicon: &self.lexicon,
            index: &self.index,
            heads: &self.heads,
            tokens: &tokens,
            evidence: &evidence,
            topic: &topic,
            only_topic: false,
            last_measure: last.iter().find_map(|it| self.measure_of(*it)),
            budget,
            cache: &Cache::default(),
        };
        see(&context)
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

#[cfg(test)]
impl Matcher {
    /// Looks at a question as the matcher itself does, for the tables beside its rules.
    pub(crate) fn seen<T>(
        &self,
        reports: &[Report],
        question: &str,
        last: &[Doc],
        see: impl FnOnce(&Context<'_>, &Headings) -> T,
    ) -> T {
        self.look(reports, question, last, &Budget::default(), |context| see(context, &self.headings))
    }

    /// The words that are known.
    pub(crate) fn words(&self) -> &Vocabulary {
        &self.words
    }
}
