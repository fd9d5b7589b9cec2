//! How well each document fits what is asked. The only file that weighs: every number here has a name and a reason.

use super::asked::Asked;
use super::evidence::{EXPLAINED, Evidence};
use super::heads::Heads;
use super::index::{Doc, DocId, Index};
use super::lexicon::{Cue, Lexicon, ScopeWords};
use super::pieces::Piece;
use super::reading::Tier;
use crate::report::{Nature, Report};

/// The figure has just the measure that was asked for. Worth a third of a rare word: it decides between neighbours,
/// never between initiatives.
const MEASURE: f32 = 0.35;
/// The measure word is what people say for the unit: 位 for 名, 次 for 场.
const SAID_FOR: f32 = 0.25;
/// The measure is one that people use for it carelessly (几个 for 名).
const LOOSE: f32 = 0.1;
/// The noun behind 多少 is what the label ends with: just that is counted.
const HEAD: f32 = 0.3;
/// The noun before 多少 is what the label ends with: 青年之家有多少个 counts them, not what is done there.
const HEAD_BEFORE: f32 = 0.15;
/// The noun behind 多少 is not what the label ends with.
const NOT_HEAD: f32 = 0.25;
/// A figure for one scope is not meant when no scope is said and a neighbour has none.
const MARKED: f32 = 0.15;
/// A word in the text of an initiative explains the question, though it does not choose the figure: for how much is
/// explained it counts this much.
const IN_TEXT: f32 = 0.85;
/// From this strength on a word stands in the text of the initiative at least.
const STANDS: f32 = 0.4;
/// From this strength on a word stands in the label, or is the programme that a figure is about.
const LABELLED: f32 = 0.85;
/// From this strength on a word stands in the name of the initiative or of one of its programmes.
const NAMES: f32 = 0.6;
/// What the figure of the last answer was counted in.
const TOPIC_MEASURE: f32 = 0.04;
/// The dimension of scopes that say what was added: a plain question means what stands.
const CHANGE: &str = "change";
/// Words that say little still break ties.
const LIGHT: f32 = 0.12;
/// How much of the label the question says: breaks ties in favour of the figure that is described most fully.
const SAID: f32 = 0.15;
/// What the conversation is about.
const TOPIC: f32 = 0.3;
/// A run of unknown Chinese characters weighs this much for each, up to [`UNKNOWN_MOST`]: two or three make a word.
const UNKNOWN: f32 = 0.17;
/// See [`UNKNOWN`].
const UNKNOWN_MOST: f32 = 0.75;
/// An unknown Latin word.
const UNKNOWN_LATIN: f32 = 0.3;
/// A word of the lists that the report has nowhere: known to be about something else.
const ABSENT_WORD: f32 = 0.8;

/// Why a document cannot be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Veto {
    /// It is counted in something else.
    Measure,
    /// It is of another scope.
    Scope,
    /// The question is about another aspect: 参加, 观看, 女性.
    Aspect,
    /// The question names another place, body or subject.
    Elsewhere,
    /// The question names a place inside the report's place.
    Within,
    /// The question asks what stands, and the figure is what was added.
    Standing,
    /// The question names another initiative.
    Name,
}

/// A document with its score and the parts of it.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The document.
    pub doc: DocId,
    /// What it scores.
    pub score: f32,
    /// How much of what is asked it explains, 0 to 1.
    pub coverage: f32,
    /// How strongly the question names it by words that stand in its label, programmes or initiative's name.
    pub named: f32,
    /// Why it cannot be meant.
    pub veto: Option<Veto>,
}

/// What scoring looks at.
pub struct Scene<'a> {
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
    /// The unit of the figure that the last answer showed.
    pub last_unit: Option<&'a String>,
}

impl Scene<'_> {
    /// Scores every document for one stretch of a question.
    #[must_use]
    pub fn hits(&self, asked: &Asked) -> Vec<Hit> {
        let whole = self.whole(asked);
        let pinned = self.pinned(asked);
        (0..self.index.docs.len()).map(|at| self.hit(at, asked, whole, pinned)).collect()
    }

    fn hit(&self, at: usize, asked: &Asked, whole: f32, pinned: Option<usize>) -> Hit {
        let (mut sum, mut explained, mut named, mut light) = (0.0, 0.0, 0.0_f32, 0.0);
        for piece in &asked.content {
            let (strength, weight) = (self.evidence[*piece].of[at], self.weight(*piece));
            if self.pieces[*piece].is_light {
                light += strength * LIGHT;
            } else {
                sum += strength * weight;
                explained += weight * if strength >= STANDS { strength.max(IN_TEXT) } else { strength };
                named = named.max(strength * weight);
            }
        }
        let coverage = if whole > 0.0 { (explained / whole).min(1.0_f32) } else { 0.0 };
        let mut veto = self.veto(at, asked, pinned);
        let mut score = sum + light + self.said(at, asked) - (whole - sum).max(0.0) * 0.5;
        if let Doc::Figure(report, figure) = self.index.docs[at] {
            match self.measure(report, figure, asked) {
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
        Hit { doc, score, coverage, named, veto }
    }

    /// The weight of all that must be explained.
    fn whole(&self, asked: &Asked) -> f32 {
        let content =
            asked.content.iter().filter(|it| !self.pieces[**it].is_light).map(|it| self.weight(*it));
        let unknown = asked.unknown.iter().map(|it| unknown_weight(&self.pieces[*it]));
        content.chain(unknown).sum()
    }

    /// The weight of a piece: rare words more, words that the report has nowhere as words of another subject.
    #[must_use]
    pub fn weight(&self, at: usize) -> f32 {
        let evidence = &self.evidence[at];
        if evidence.spread == 0 && evidence.of.iter().all(|it| *it < 0.2) {
            ABSENT_WORD
        } else {
            evidence.weight
        }
    }

    /// The one initiative that the question names outright, by a name that no other has.
    fn pinned(&self, asked: &Asked) -> Option<usize> {
        let mut pinned = None;
        for at in &asked.content {
            let (piece, evidence) = (&self.pieces[*at], &self.evidence[*at]);
            let whole = !piece.is_gram && !piece.is_aspect && piece.tier <= Some(Tier::Sound);
            if whole && piece.text.len() >= 3 && evidence.spread == 1 && evidence.weight > 0.9 {
                let doc =
                    (0..evidence.of.len()).max_by(|a, b| evidence.of[*a].total_cmp(&evidence.of[*b]))?;
                let initiative = self.index.initiative_of[doc];
                if !self.is_only_in(&evidence.of, initiative) {
                    continue;
                }
                if pinned.is_some_and(|other| other != initiative) {
                    return None;
                }
                pinned = Some(initiative);
            }
        }
        pinned
    }

    /// True where a word says hardly anything for other initiatives.
    fn is_only_in(&self, of: &[f32], initiative: usize) -> bool {
        of.iter().zip(&self.index.initiative_of).all(|(strength, it)| *strength < NAMES || *it == initiative)
    }

    fn veto(&self, at: usize, asked: &Asked, pinned: Option<usize>) -> Option<Veto> {
        let is_figure = matches!(self.index.docs[at], Doc::Figure(..));
        for piece in &asked.content {
            let (it, strength) = (&self.pieces[*piece], self.evidence[*piece].of[at]);
            let named = it.is_name && strength >= EXPLAINED;
            if it.is_programme && strength < NAMES && self.is_of_neighbour(*piece, at, asked) {
                return Some(Veto::Name);
            }
            if it.is_elsewhere && strength < EXPLAINED {
                return Some(Veto::Elsewhere);
            }
            if it.is_within && strength < EXPLAINED {
                return Some(Veto::Within);
            }
            let is_head = asked.counted != Some(*piece) || self.heads.ends(at, it);
            let other = is_figure && it.is_aspect && !self.is_modifier(it, at, asked);
            if other && !named && (strength < NAMES || !is_head) {
                return Some(Veto::Aspect);
            }
        }
        if self.only_topic && !self.topic.contains(&self.index.initiative_of[at]) {
            return Some(Veto::Name);
        }
        if pinned.is_some_and(|initiative| initiative != self.index.initiative_of[at]) {
            return Some(Veto::Name);
        }
        let Doc::Figure(report, figure) = self.index.docs[at] else { return None };
        self.figure_veto(at, report, figure, asked)
    }

    /// 走出校门参加的实践有多少场: a word for people says nothing of what is counted where the unit is another and fits.
    fn is_modifier(&self, piece: &Piece, at: usize, asked: &Asked) -> bool {
        let Doc::Figure(report, figure) = self.index.docs[at] else { return false };
        let measures = &self.lexicon.measures;
        let of_group = piece.groups.iter().find_map(|it| self.lexicon.synonyms[*it].measure.as_ref());
        let unit = &self.reports[report].figures[figure].unit;
        let fits = |it: &usize| measures[*it].units.contains(unit) && Some(&measures[*it].id) != of_group;
        asked.by_unit && of_group.is_some() && asked.measures.iter().any(fits)
    }

    /// True where a name is that of a programme which other figures of the initiative are about, not this one.
    /// Unless another word names this figure and none of those: 突击队储备的骨干.
    fn is_of_neighbour(&self, piece: usize, at: usize, asked: &Asked) -> bool {
        let evidence = &self.evidence[piece];
        let initiative = self.index.initiative_of[at];
        let is_figure = |doc: &usize| matches!(self.index.docs[*doc], Doc::Figure(..));
        let here = |doc: &usize| self.index.initiative_of[*doc] == initiative;
        let owners = || {
            (0..evidence.of.len()).filter(here).filter(is_figure).filter(|doc| evidence.of[*doc] >= LABELLED)
        };
        let names_this = |word: &usize| {
            let it = &self.evidence[*word].of;
            !self.pieces[*word].is_light && it[at] >= LABELLED && owners().all(|owner| it[owner] < NAMES)
        };
        let is_rival = evidence.of[at] > 0.0 && is_figure(&at) && owners().next().is_some();
        is_rival && !asked.content.iter().any(names_this)
    }

    fn figure_veto(&self, at: usize, report: usize, figure: usize, asked: &Asked) -> Option<Veto> {
        let figure = &self.reports[report].figures[figure];
        let scopes = &self.lexicon.scopes;
        let has = |scope: usize| figure.scope.contains(&scopes[scope].scope);
        let rival = |scope: usize| {
            let same = |it: &&String| scopes.iter().any(|s| s.scope == **it && apart(s, &scopes[scope]));
            !has(scope) && figure.scope.iter().any(|it| same(&it))
        };
        let any_asked = asked.scopes.iter().any(|it| has(*it));
        if !any_asked && asked.scopes.iter().any(|it| rival(*it))
            || asked.not_scopes.iter().any(|it| has(*it) && !asked.scopes.contains(it))
        {
            return Some(Veto::Scope);
        }
        if asked.excluded.iter().any(|phrase| self.is_excluded(phrase, at, asked)) {
            return Some(Veto::Scope);
        }
        let changed = figure.nature == Nature::Flow && asked.is(Cue::Standing) && asked.how_many;
        let verb = asked.content.iter().any(|it| {
            !self.pieces[*it].is_light && self.evidence[*it].of[at] >= LABELLED && asked.counted != Some(*it)
        });
        (changed && !verb).then_some(Veto::Standing)
    }

    /// True where an excluded phrase describes the figure, and is not what is asked for nor what all neighbours share.
    fn is_excluded(&self, phrase: &[usize], at: usize, asked: &Asked) -> bool {
        let again = |it: &usize| asked.content.iter().any(|c| self.pieces[*c].text == self.pieces[*it].text);
        let left: Vec<usize> = phrase.iter().copied().filter(|it| !again(it)).collect();
        let describes = left.iter().all(|it| self.evidence[*it].of[at] >= LABELLED);
        !left.is_empty() && describes && !left.iter().all(|it| self.shared(*it, at))
    }

    /// True where scopes are asked for that exclude each other: several things are asked.
    #[must_use]
    pub fn are_apart(&self, scopes: &[usize]) -> bool {
        let of = |at: &usize| &self.lexicon.scopes[*at];
        scopes.iter().any(|a| scopes.iter().any(|b| apart(of(a), of(b))))
    }

    /// True where an excluded word fits all figures of an initiative alike, and so excludes none of them.
    fn shared(&self, piece: usize, at: usize) -> bool {
        let initiative = self.index.initiative_of[at];
        let mut siblings = (0..self.index.docs.len()).filter(|it| {
            self.index.initiative_of[*it] == initiative && matches!(self.index.docs[*it], Doc::Figure(..))
        });
        siblings.all(|it| self.evidence[piece].of[it] >= 0.8)
    }

    /// What the measure adds; nothing where the figure is counted in something else.
    fn measure(&self, report: usize, figure: usize, asked: &Asked) -> Option<f32> {
        if asked.measures.is_empty() && asked.said.is_empty() {
            return Some(self.carried_measure(report, figure));
        }
        let unit = &self.reports[report].figures[figure].unit;
        let own = self.lexicon.measures.iter().position(|it| it.units.contains(unit));
        let asks_for = |own: usize| asked.measures.contains(&own);
        if own.is_some_and(asks_for) {
            return Some(MEASURE);
        }
        if own.is_some_and(|own| asked.said.contains(&own)) {
            return Some(SAID_FOR);
        }
        let loosely = |at: &usize| {
            let measure = &self.lexicon.measures[*at];
            own.is_some_and(|own| measure.loosely.contains(&self.lexicon.measures[own].id))
        };
        asked.measures.iter().chain(&asked.said).any(loosely).then_some(LOOSE)
    }

    /// 新增的呢: what the last answer was counted in goes on.
    fn carried_measure(&self, report: usize, figure: usize) -> f32 {
        let unit = &self.reports[report].figures[figure].unit;
        let same = |units: &[String]| units.contains(unit) && units.contains(self.last_unit.unwrap_or(unit));
        let carried = self.last_unit.is_some() && self.lexicon.measures.iter().any(|it| same(&it.units));
        if carried { TOPIC_MEASURE } else { 0.0 }
    }

    fn counted(&self, at: usize, asked: &Asked) -> f32 {
        let ends = |piece: usize| self.heads.ends(at, &self.pieces[piece]);
        match (asked.counted, asked.before) {
            (Some(_), _) if asked.phrase.iter().any(|it| ends(*it)) => HEAD,
            (Some(piece), _) if self.evidence[piece].of[at] < 0.85 && !self.pieces[piece].is_light => {
                -NOT_HEAD
            }
            (Some(_), _) if asked.is(Cue::Which) && matches!(self.index.docs[at], Doc::Fact(..)) => -NOT_HEAD,
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

    /// How much of the label the question says.
    fn said(&self, at: usize, asked: &Asked) -> f32 {
        let said: usize = asked
            .content
            .iter()
            .filter(|it| self.evidence[**it].of[at] >= LABELLED)
            .map(|it| self.pieces[*it].text.len())
            .sum();
        #[expect(clippy::cast_precision_loss, reason = "lengths below a hundred")]
        let share = said as f32 / self.heads.label_length(at).max(1) as f32;
        SAID * share.min(1.0)
    }
}

/// Two scopes exclude each other: of one dimension, and no word means both (新 is 新增 and 新建).
fn apart(a: &ScopeWords, b: &ScopeWords) -> bool {
    a.dimension == b.dimension && a.scope != b.scope && !a.words.iter().any(|word| b.words.contains(word))
}

fn unknown_weight(piece: &Piece) -> f32 {
    if piece.text.iter().any(char::is_ascii) {
        return UNKNOWN_LATIN;
    }
    #[expect(clippy::cast_precision_loss, reason = "lengths below a thousand")]
    let letters = piece.text.len() as f32;
    if piece.text.len() == 1 { 0.1 } else { (UNKNOWN * letters).min(UNKNOWN_MOST) }
}
