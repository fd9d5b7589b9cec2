//! How well each document fits what is asked: adds up what speaks for it. The numbers stand in [`super::weights`].

use super::asked::Asked;
use super::evidence::Evidence;
use super::heads::Heads;
use super::index::{Doc, DocId, Index};
use super::lexicon::Lexicon;
use super::memo::Memo;
use super::pieces::Piece;
use super::tally::{Tally, tallies};
use super::veto::{Ruling, Veto, rulings};
use super::weights::{
    CHANGE, HEAD, HEAD_BEFORE, LABELLED, MARKED, NOT_HEAD, SAID, TOPIC, TOPIC_MEASURE, UNEXPLAINED,
};
use crate::report::{Nature, Report};
use std::rc::Rc;

/// A document with its score and the parts of it.
#[derive(Debug, Clone)]
pub(super) struct Hit {
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

/// What may rule documents out, looked up once for all of them.
pub(super) struct Bounds {
    /// The words that may, with what they rule out.
    pub rulings: Vec<Ruling>,
    /// The one initiative that may be meant, if a name says so.
    pub pinned: Option<usize>,
}

/// What scoring looks at.
pub(super) struct Scene<'a> {
    /// The reports.
    pub reports: &'a [Report],
    /// The lists of words.
    pub lexicon: &'a Lexicon,
    /// Where words stand.
    pub index: &'a Index,
    /// What labels end with.
    pub heads: &'a Heads,
    /// The words of the question.
    pub pieces: &'a [Piece],
    /// What each of them says.
    pub evidence: &'a [Evidence],
    /// Initiatives that the conversation is about, counted over all reports.
    pub topic: &'a [usize],
    /// True where nothing but the topic may be meant.
    pub only_topic: bool,
    /// What the figure of the last answer was counted in.
    pub last_measure: Option<usize>,
    /// What was scored already.
    pub memo: &'a Memo,
}

impl Scene<'_> {
    /// Scores the documents for which one stretch of a question speaks, in their order.
    #[must_use]
    pub(super) fn hits(&self, asked: &Asked) -> Rc<Vec<Hit>> {
        let plain = self.memo.hits(asked, || self.plain_hits(asked));
        if self.topic.is_empty() && self.last_measure.is_none() && !self.only_topic {
            return plain;
        }
        let mut hits = plain.to_vec();
        hits.iter_mut().for_each(|it| self.carry(it, asked));
        Rc::new(hits)
    }

    /// What the talk adds.
    fn carry(&self, hit: &mut Hit, asked: &Asked) {
        let at = hit.doc as usize;
        let is_in_topic = self.topic.contains(&self.index.initiative_of[at]);
        if is_in_topic {
            hit.score += TOPIC;
        } else if self.only_topic {
            hit.veto = Some(Veto::Name);
        }
        // 新增的呢: what the last answer was counted in goes on.
        let is_same = self.last_measure.is_some() && self.last_measure == self.index.measures[at];
        if is_same && asked.measures.is_empty() && asked.said.is_empty() {
            hit.score += TOPIC_MEASURE;
        }
    }

    /// The same, whatever the talk is about.
    fn plain_hits(&self, asked: &Asked) -> Vec<Hit> {
        let tallies = tallies(self, asked);
        let bounds = Bounds { rulings: rulings(self, asked), pinned: self.pinned(asked) };
        let touched = tallies.iter().enumerate().filter(|(_, tally)| tally.is_touched);
        touched.map(|(at, tally)| self.hit(at, asked, tally, &bounds)).collect()
    }

    fn hit(&self, at: usize, asked: &Asked, tally: &Tally, bounds: &Bounds) -> Hit {
        let Tally { sum, named, whole, .. } = *tally;
        let coverage = if whole > 0.0 { (tally.explained / whole).min(1.0_f32) } else { 0.0 };
        let mut veto = self.veto(at, asked, bounds);
        let said = self.said(at, tally.said);
        let mut score = sum + tally.light + said - (whole - sum).max(0.0) * UNEXPLAINED;
        if let Doc::Figure(report, figure) = self.index.docs[at] {
            match self.measure(at, asked) {
                Some(bonus) => score += bonus,
                None => veto = veto.or(Some(Veto::Measure)),
            }
            score -= self.marked(at, self.reports[report].figures[figure].nature, asked);
        }
        score += self.counted(at, asked);
        let doc = DocId::try_from(at).unwrap_or(DocId::MAX);
        Hit { doc, score, coverage, explained: sum, named, veto }
    }

    /// The weight of a piece: rare words more, words that the report has nowhere as words of another subject.
    #[must_use]
    pub(crate) fn weight(&self, at: usize) -> f32 {
        self.evidence[at].weight
    }

    fn counted(&self, at: usize, asked: &Asked) -> f32 {
        let ends =
            |piece: usize| self.evidence[piece].at(at) > 0.0 && self.heads.ends(at, &self.pieces[piece]);
        match (asked.counted, asked.before) {
            _ if asked.phrase.iter().any(|it| ends(*it)) => HEAD,
            (Some(piece), _) if self.evidence[piece].at(at) < LABELLED && !self.pieces[piece].is_light => {
                -NOT_HEAD
            }
            (Some(_), _) if asked.wants_text() && matches!(self.index.docs[at], Doc::Fact(..)) => -NOT_HEAD,
            (None, Some(piece)) if ends(piece) => HEAD_BEFORE,
            _ => 0.0,
        }
    }

    fn marked(&self, at: usize, nature: Nature, asked: &Asked) -> f32 {
        let scopes = &self.lexicon.scopes;
        let said = |own: usize| asked.scopes.iter().any(|it| scopes[*it].scope == scopes[own].scope);
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
pub(super) fn sorted<'a>(scene: &Scene<'_>, hits: &'a [Hit]) -> [Vec<&'a Hit>; 3] {
    let mut kept = [Vec::with_capacity(hits.len()), Vec::new(), Vec::new()];
    for hit in hits.iter().filter(|it| it.veto.is_none()) {
        let sort = match scene.index.docs[hit.doc as usize] {
            Doc::Figure(..) => 0,
            Doc::Fact(..) => 1,
            Doc::Initiative(..) => 2,
        };
        kept[sort].push(hit);
    }
    kept.iter_mut().for_each(|hits| hits.sort_by(|a, b| b.score.total_cmp(&a.score)));
    kept
}
