//! How well each document fits what is asked: adds up what speaks for it. The numbers stand in [`super::weights`].

use super::asked::Asked;
use super::evidence::Evidence;
use super::heads::Heads;
use super::index::{Doc, DocId, Index};
use super::lexicon::Lexicon;
use super::pieces::Piece;
use super::tally::Tally;
use super::veto::Veto;
use super::weights::{CHANGE, HEAD, HEAD_BEFORE, LABELLED, MARKED, NOT_HEAD, SAID, TOPIC, UNEXPLAINED};
use crate::report::{Nature, Report};

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

impl Hit {
    /// A document for which nothing speaks.
    fn none(at: usize) -> Self {
        let doc = DocId::try_from(at).unwrap_or(DocId::MAX);
        Self { doc, score: f32::NEG_INFINITY, coverage: 0.0, explained: 0.0, named: 0.0, veto: None }
    }
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
}

impl Scene<'_> {
    /// Scores every document for one stretch of a question.
    #[must_use]
    pub(super) fn hits(&self, asked: &Asked) -> Vec<Hit> {
        let tally = Tally::of(self, asked);
        let pinned = self.pinned(asked);
        let hit =
            |at: usize| if tally.touched[at] { self.hit(at, asked, &tally, pinned) } else { Hit::none(at) };
        (0..self.index.docs.len()).map(hit).collect()
    }

    fn hit(&self, at: usize, asked: &Asked, tally: &Tally, pinned: Option<usize>) -> Hit {
        let (sum, named, whole) = (tally.sum[at], tally.named[at], tally.whole[at]);
        let coverage = if whole > 0.0 { (tally.explained[at] / whole).min(1.0_f32) } else { 0.0 };
        let mut veto = self.veto(at, asked, pinned);
        let said = self.said(at, tally.said[at]);
        let mut score = sum + tally.light[at] + said - (whole - sum).max(0.0) * UNEXPLAINED;
        if let Doc::Figure(report, figure) = self.index.docs[at] {
            match self.measure(at, asked) {
                Some(bonus) => score += bonus,
                None => veto = veto.or(Some(Veto::Measure)),
            }
            score -= self.marked(report, figure, asked);
        }
        score += self.counted(at, asked);
        if self.topic.contains(&self.index.initiative_of[at]) {
            score += TOPIC;
        }
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
            |piece: usize| self.evidence[piece].of[at] > 0.0 && self.heads.ends(at, &self.pieces[piece]);
        match (asked.counted, asked.before) {
            _ if asked.phrase.iter().any(|it| ends(*it)) => HEAD,
            (Some(piece), _) if self.evidence[piece].of[at] < LABELLED && !self.pieces[piece].is_light => {
                -NOT_HEAD
            }
            (Some(_), _) if asked.wants_text() && matches!(self.index.docs[at], Doc::Fact(..)) => -NOT_HEAD,
            (None, Some(piece)) if ends(piece) => HEAD_BEFORE,
            _ => 0.0,
        }
    }

    fn marked(&self, report: usize, figure: usize, asked: &Asked) -> f32 {
        let scopes = &self.lexicon.scopes;
        let said = |scope: &String| asked.scopes.iter().any(|it| scopes[*it].scope == *scope);
        let change = |scope: &String| scopes.iter().any(|it| it.scope == *scope && it.dimension == CHANGE);
        let figure = &self.reports[report].figures[figure];
        let silent = figure.nature == Nature::Flow && figure.scope.iter().any(|it| change(it) && !said(it));
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
    for hit in hits.iter().filter(|it| it.veto.is_none() && it.score > f32::NEG_INFINITY) {
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
