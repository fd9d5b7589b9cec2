//! What a stretch of a question asks for: the measure, the noun that is counted, what is excluded.
//! Looks at words alone; what a report holds is [`super::score`]'s.

use super::cue::{Cue, CueSet};
use super::lexicon::Lexicon;
use super::phrase::{add_unit_noun, before, behind, strange};
use super::pieces::Piece;

/// What is asked in one stretch of a question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Asked {
    /// Positions of the pieces that say what it is about.
    pub content: Vec<usize>,
    /// Phrases that are excluded, each the positions of its words: 不是联谊的那个.
    pub excluded: Vec<Vec<usize>>,
    /// Positions of pieces that nothing explains.
    pub unknown: Vec<usize>,
    /// The measures that fit what is asked; empty where any does.
    pub measures: Vec<usize>,
    /// Measures that fit what is asked as people say it, carelessly.
    pub said: Vec<usize>,
    /// True where the measure was asked by a unit (几期), not by a noun (期数).
    pub by_unit: bool,
    /// True where a number is asked for.
    pub how_many: bool,
    /// Position of the noun that is counted: 多少名*团员*.
    pub counted: Option<usize>,
    /// Positions of the words of that noun's phrase: 多少支*青年志愿服务队伍*.
    pub phrase: Vec<usize>,
    /// Position of what is counted where nothing explains it: 多少家*商户*.
    pub strange: Option<usize>,
    /// Position of the last noun before the question word, where none stands behind it.
    pub before: Option<usize>,
    /// The scopes that are asked for, and those that are excluded.
    pub scopes: Vec<usize>,
    /// Measures that are excluded: 场次不管.
    pub not_measures: Vec<usize>,
    /// Scopes that are excluded.
    pub not_scopes: Vec<usize>,
    /// Intentions found anywhere in the stretch.
    pub cues: CueSet,
}

impl Asked {
    /// True where names or a description are asked for, not a number.
    #[must_use]
    pub(super) fn wants_text(&self) -> bool {
        self.is(Cue::Which) || self.is(Cue::StandsFor)
    }

    /// Notes an excluded word: to the phrase before it, unless 和 or a mark parts them.
    fn exclude(&mut self, pieces: &[Piece], stretch: &[usize], place: usize) {
        let piece = &pieces[stretch[place]];
        let before = place.checked_sub(1).map(|it| &pieces[stretch[it]]).filter(|it| it.is_excluded);
        let goes_on = before.is_some_and(|it| !it.is(Cue::Join) && !it.is_break());
        if piece.is_content && !piece.is_light {
            match self.excluded.last_mut() {
                Some(phrase) if goes_on => phrase.push(stretch[place]),
                _ => self.excluded.push(vec![stretch[place]]),
            }
        }
        self.not_scopes.extend(&piece.scopes);
        self.not_measures.extend(&piece.nouns);
    }

    /// True where the stretch may express this intention.
    #[must_use]
    pub(super) fn is(&self, cue: Cue) -> bool {
        self.cues.contains(cue)
    }
}

/// The measure of 个: it fits nearly everything, so a noun that asks for a measure says more.
pub(super) const WIDE: &str = "thing";

/// Which pieces ask for a number: 多少, 几, and nouns such as 人数 behind what is counted.
#[must_use]
pub(super) fn asks(pieces: &[Piece], at: usize) -> bool {
    let piece = &pieces[at];
    let counts = !piece.nouns.is_empty() && piece.text.len() >= 2;
    piece.is(Cue::HowMany)
        || piece.is(Cue::Amount) && piece.text.len() >= 2
        || counts && !asked_before(pieces, at)
}

/// 多少钱, 几场活动: the noun belongs to the question word before it.
fn asked_before(pieces: &[Piece], at: usize) -> bool {
    let before = pieces[..at].iter().rev().take(3).take_while(|it| !it.is_break());
    before.into_iter().any(|it| it.is(Cue::HowMany))
}

/// Reads a stretch of pieces, given as positions in order.
#[must_use]
pub(super) fn read(pieces: &[Piece], stretch: &[usize], lexicon: &Lexicon) -> Asked {
    let mut asked = Asked::default();
    for (place, at) in stretch.iter().enumerate() {
        let piece = &pieces[*at];
        asked.cues.join(piece.cues);
        if piece.is_excluded {
            asked.exclude(pieces, stretch, place);
            continue;
        }
        if piece.is_unknown {
            asked.unknown.push(*at);
        }
        let amount = piece.is(Cue::Amount) && piece.text.len() >= 2;
        asked.how_many |= piece.is(Cue::HowMany) || amount;
        asked.scopes.extend(&piece.scopes);
        let unit = is_unit_asked_for(pieces, stretch, place);
        // 人呢,新增几个: 个 says no more than what was said before.
        let is_wide = piece.units.iter().any(|it| lexicon.measures[*it].id == WIDE);
        if unit && asked.by_unit && is_wide {
            continue;
        }
        if unit {
            asked.measures.clone_from(&piece.units);
            asked.said.clone_from(&piece.said);
            asked.by_unit = true;
        }
        if !unit && (piece.is_content || piece.is_elsewhere || piece.is_within) {
            asked.content.push(*at);
        }
    }
    add_nouns(pieces, stretch, lexicon, &mut asked);
    add_unit_noun(pieces, stretch, lexicon, &mut asked);
    let behind = behind(pieces, stretch);
    asked.phrase = behind.iter().copied().take_while(|at| pieces[*at].is_content).take(4).collect();
    asked.strange = strange(pieces, &behind[asked.phrase.len()..]);
    asked.counted = asked.phrase.iter().copied().find(|at| !pieces[*at].is_light);
    asked.before = before(pieces, stretch).filter(|_| asked.counted.is_none());
    add_counted(pieces, lexicon, &mut asked);
    asked
}

/// A unit behind a question word (几期), behind 以 (以支计), or before 呢 (人呢).
fn is_unit_asked_for(pieces: &[Piece], stretch: &[usize], place: usize) -> bool {
    let piece = &pieces[stretch[place]];
    let likewise = stretch.get(place + 1).is_some_and(|next| pieces[*next].is(Cue::Likewise));
    let behind = |cue: Cue| place > 0 && pieces[stretch[place - 1]].is(cue);
    let asked_for = behind(Cue::HowMany) || (behind(Cue::CountedIn) && piece.is_bare_unit());
    piece.is_unit() && (asked_for || (likewise && !piece.is_content))
}

/// A noun such as 人数 or 金额 sets the measure, unless a unit set a narrower one already.
fn add_nouns(pieces: &[Piece], stretch: &[usize], lexicon: &Lexicon, asked: &mut Asked) {
    let is_wide =
        |asked: &Asked| asked.measures.iter().chain(&asked.said).any(|it| lexicon.measures[*it].id == WIDE);
    let nouns: Vec<usize> = stretch
        .iter()
        .filter(|at| !pieces[**at].is_excluded)
        .flat_map(|at| pieces[*at].nouns.iter().copied())
        .collect();
    if !nouns.is_empty() && ((asked.measures.is_empty() && asked.said.is_empty()) || is_wide(asked)) {
        asked.measures = nouns;
        asked.said.clear();
        asked.by_unit = false;
        asked.how_many = true;
    }
}

/// 多少留守儿童: what is counted tells the measure where no unit does.
fn add_counted(pieces: &[Piece], lexicon: &Lexicon, asked: &mut Asked) {
    if !asked.how_many || !asked.measures.is_empty() || !asked.said.is_empty() {
        return;
    }
    let noun = asked.phrase.iter().rfind(|at| !pieces[**at].is_aspect).or(asked.before.as_ref());
    let Some(at) = noun else { return };
    let ids = pieces[*at].groups.iter().filter_map(|group| lexicon.synonyms[*group].measure.as_ref());
    let positions = ids.filter_map(|id| lexicon.measures.iter().position(|it| it.id == *id));
    asked.measures = positions.collect();
}
