//! How well each document fits what is question: adds up what speaks for it. The numbers stand in [`crate::matcher::scoring::weights`].

use crate::matcher::index::{Doc, DocId};
use crate::matcher::query::question::Question;
use crate::matcher::scoring::accumulators::{Accumulator, accumulators};
use crate::matcher::scoring::constraints::{Veto, rulings};
use crate::matcher::scoring::context::{Bounds, Context};
use crate::matcher::scoring::weights::{
    CHANGE, HEAD, HEAD_BEFORE, LABELLED, MARKED, NOT_HEAD, SAID, TOPIC, TOPIC_MEASURE, UNEXPLAINED,
};
use crate::report::Nature;
use std::rc::Rc;

/// A document with its score and the parts of it.
#[derive(Debug, Clone)]
pub(crate) struct Hit {
    /// The document.
    pub doc: DocId,
    /// What it scores.
    pub score: f32,
    /// How much of what is asked it explains, 0 to 1.
    pub coverage: f32,
    /// The weight of the words that speak for it.
    pub explained: f32,
    /// How strongly the question names it by words that stand in its label, programmes or initiative's name.
    pub named: f32,
    /// Why it cannot be meant.
    pub veto: Option<Veto>,
}

impl Context<'_> {
    /// Scores the documents for which one span of a question speaks, in their order.
    #[must_use]
    pub(crate) fn hits(&self, question: &Question) -> Rc<Vec<Hit>> {
        let plain = self.cache.hits(question, || self.plain_hits(question));
        if self.topic.is_empty() && self.last_measure.is_none() && !self.only_topic {
            return plain;
        }
        let mut hits = plain.to_vec();
        hits.iter_mut().for_each(|it| self.carry(it, question));
        Rc::new(hits)
    }

    /// What the talk adds.
    fn carry(&self, hit: &mut Hit, question: &Question) {
        let at = hit.doc as usize;
        let is_in_topic = self.topic.contains(&self.index.initiative_of[at]);
        if is_in_topic {
            hit.score += TOPIC;
        } else if self.only_topic {
            hit.veto = Some(Veto::Name);
        }
        // 新增的呢: what the last answer was counted in goes on.
        let is_same = self.last_measure.is_some() && self.last_measure == self.index.measures[at];
        if is_same && question.measures.is_empty() && question.said.is_empty() {
            hit.score += TOPIC_MEASURE;
        }
    }

    /// The same, whatever the talk is about.
    fn plain_hits(&self, question: &Question) -> Vec<Hit> {
        self.budget.note_scored(question.content.len());
        let accumulators = accumulators(self, question);
        let bounds = Bounds { rulings: rulings(self, question), pinned: self.pinned(question) };
        let touched = accumulators.iter().enumerate().filter(|(_, accumulator)| accumulator.is_touched);
        touched.map(|(at, accumulator)| self.hit(at, question, accumulator, &bounds)).collect()
    }

    fn hit(&self, at: usize, question: &Question, accumulator: &Accumulator, bounds: &Bounds) -> Hit {
        let Accumulator { sum, named, whole, .. } = *accumulator;
        let coverage = if whole > 0.0 { (accumulator.explained / whole).min(1.0_f32) } else { 0.0 };
        let mut veto = self.veto(at, question, bounds);
        let said = self.said(at, accumulator.said);
        let mut score = sum + accumulator.light + said - (whole - sum).max(0.0) * UNEXPLAINED;
        if let Doc::Figure(report, figure) = self.index.docs[at] {
            match self.measure(at, question) {
                Some(bonus) => score += bonus,
                None => veto = veto.or(Some(Veto::Measure)),
            }
            score -= self.marked(at, self.reports[report].figures[figure].nature, question);
        }
        score += self.counted(at, question);
        let doc = DocId::try_from(at).unwrap_or(DocId::MAX);
        Hit { doc, score, coverage, explained: sum, named, veto }
    }

    /// The weight of a token: rare words more, words that the report has nowhere as words of another subject.
    #[must_use]
    pub(crate) fn weight(&self, at: usize) -> f32 {
        self.evidence[at].weight
    }

    fn counted(&self, at: usize, question: &Question) -> f32 {
        let ends = |token: usize| self.evidence[token].at(at) > 0.0 && self.ends(at, &self.tokens[token]);
        match (question.counted, question.before) {
            _ if question.phrase.iter().any(|it| ends(*it)) => HEAD,
            (Some(token), _) if self.evidence[token].at(at) < LABELLED && !self.tokens[token].is_light => {
                -NOT_HEAD
            }
            (Some(_), _) if question.wants_text() && matches!(self.index.docs[at], Doc::Fact(..)) => {
                -NOT_HEAD
            }
            (None, Some(token)) if ends(token) => HEAD_BEFORE,
            _ => 0.0,
        }
    }

    fn marked(&self, at: usize, nature: Nature, question: &Question) -> f32 {
        let scopes = &self.lexicon.scopes;
        let said = |own: usize| question.scopes.iter().any(|it| scopes[*it].scope == scopes[own].scope);
        let unsaid = |own: &usize| scopes[*own].dimension == CHANGE && !said(*own);
        let silent = nature == Nature::Flow && self.index.scopes[at].iter().any(unsaid);
        if silent { MARKED } else { 0.0 }
    }

    /// How much of the label the question says, of which it says so many characters.
    fn said(&self, at: usize, characters: f32) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "lengths below a hundred")]
        let share = characters / self.heads.label_length(at).max(1) as f32;
        SAID * share.min(1.0)
    }
}

/// The figures, facts and initiatives that may be meant, best first.
pub(crate) fn sorted<'a>(context: &Context<'_>, hits: &'a [Hit]) -> [Vec<&'a Hit>; 3] {
    let mut kept = [Vec::with_capacity(hits.len()), Vec::new(), Vec::new()];
    for hit in hits.iter().filter(|it| it.veto.is_none()) {
        let sort = match context.index.docs[hit.doc as usize] {
            Doc::Figure(..) => 0,
            Doc::Fact(..) => 1,
            Doc::Initiative(..) => 2,
        };
        kept[sort].push(hit);
    }
    kept.iter_mut().for_each(|hits| hits.sort_by(|a, b| b.score.total_cmp(&a.score)));
    kept
}
