//! What rules a figure out by its own bounds: scope, what was excluded, what stands and what was added.
//! Names and aspects are [`super::veto`]'s.

use super::asked::{Asked, WIDE};
use super::cue::Cue;
use super::index::Doc;
use super::lexicon::ScopeWords;
use super::score::Scene;
use super::veto::Veto;
use super::weights::{CHANGE, LABELLED, SHARED};
use crate::report::Nature;

impl Scene<'_> {
    /// Why this figure cannot be meant, by its scope, its unit and what was excluded; nothing where it may be.
    pub(super) fn figure_veto(&self, at: usize, report: usize, figure: usize, asked: &Asked) -> Option<Veto> {
        let figure = &self.reports[report].figures[figure];
        let scopes = &self.lexicon.scopes;
        let own_scopes = &self.index.scopes[at];
        let has = |scope: usize| own_scopes.contains(&scope);
        let rival =
            |scope: usize| !has(scope) && own_scopes.iter().any(|own| apart(&scopes[*own], &scopes[scope]));
        let any_asked = asked.scopes.iter().any(|it| has(*it));
        if !any_asked && asked.scopes.iter().any(|it| rival(*it))
            || asked.not_scopes.iter().any(|it| has(*it) && !asked.scopes.contains(it))
        {
            return Some(Veto::Scope);
        }
        let own = self.index.measures[at];
        let silent = asked.measures.is_empty() && asked.said.is_empty();
        let is_excluded =
            |own: usize| self.lexicon.measures[own].id != WIDE && asked.not_measures.contains(&own);
        if silent && own.is_some_and(is_excluded) {
            return Some(Veto::Measure);
        }
        if asked.excluded.iter().any(|phrase| self.is_excluded(phrase, at, asked)) {
            return Some(Veto::Scope);
        }
        let changed = figure.nature == Nature::Flow && asked.is(Cue::Standing) && asked.how_many;
        if changed && !any_asked && own_scopes.iter().any(|it| scopes[*it].dimension == CHANGE) {
            return Some(Veto::Standing);
        }
        let verb = asked.content.iter().any(|it| {
            !self.pieces[*it].is_light && self.evidence[*it].at(at) >= LABELLED && asked.counted != Some(*it)
        });
        (changed && !verb).then_some(Veto::Standing)
    }

    /// True where an excluded phrase describes the figure, and is not what is asked for nor what all neighbours share.
    fn is_excluded(&self, phrase: &[usize], at: usize, asked: &Asked) -> bool {
        let again = |it: &usize| asked.content.iter().any(|c| self.pieces[*c].text == self.pieces[*it].text);
        let left: Vec<usize> = phrase.iter().copied().filter(|it| !again(it)).collect();
        let describes = left.iter().all(|it| self.evidence[*it].at(at) >= LABELLED);
        let counts = |it: &usize| {
            !self.pieces[*it].is_light
                && self.evidence[*it].at(at) >= LABELLED
                && self.heads.ends(at, &self.pieces[*it])
        };
        // What the question counts is meant, whatever else is said of it: 结对的社区几个,不问队伍.
        let bare = left.iter().all(|it| self.pieces[*it].scopes.is_empty());
        let is_counted = bare && asked.content.iter().any(counts);
        !left.is_empty() && !is_counted && describes && !left.iter().all(|it| self.shared(*it, at))
    }

    /// True where scopes are asked for that exclude each other: several things are asked.
    #[must_use]
    pub(super) fn are_apart(&self, scopes: &[usize]) -> bool {
        let of = |at: &usize| &self.lexicon.scopes[*at];
        scopes.iter().any(|a| scopes.iter().any(|b| apart(of(a), of(b))))
    }

    /// True where an excluded word fits all figures of an initiative alike, and so excludes none of them.
    fn shared(&self, piece: usize, at: usize) -> bool {
        let initiative = self.index.initiative_of[at];
        let mut siblings = self.index.ranges[initiative]
            .clone()
            .filter(|it| matches!(self.index.docs[*it], Doc::Figure(..)));
        siblings.all(|it| self.evidence[piece].at(it) >= SHARED)
    }
}

/// Two scopes exclude each other: of one dimension, and no word may be short for either (新 for 新增 and 新建).
fn apart(a: &ScopeWords, b: &ScopeWords) -> bool {
    let is_either = |word: &&String| {
        b.words.contains(word) && a.scope.starts_with(word.as_str()) && b.scope.starts_with(word.as_str())
    };
    a.dimension == b.dimension && a.scope != b.scope && !a.words.iter().any(|word| is_either(&word))
}
