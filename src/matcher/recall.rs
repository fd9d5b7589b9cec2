//! Questions that point back at what was shown: 第二个呢, 两个加起来呢, 这三家谁最多.
//! Looks for no figure by its words.

use super::cue::Cue;
use super::decide::Decision;
use super::index::{Doc, DocId};
use super::refusing::is_strong_word;
use super::score::Scene;
use super::sides;
use super::single::stretch_decision;
use super::understand::{Verdict, doc};

/// What a talk has come to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lately<'a> {
    /// What the last answer showed, the first one first.
    pub last: &'a [Doc],
    /// What was shown lately, in the order shown.
    pub shown: &'a [Doc],
    /// What the last reply offered to choose from.
    pub offered: &'a [Doc],
}

/// What a question asks of what was shown or offered; nothing where it names something new.
pub(super) fn shown(scene: &Scene<'_>, lately: Lately<'_>) -> Option<Verdict> {
    if scene.pieces.iter().any(is_strong_word) {
        return None;
    }
    let listed = if lately.offered.is_empty() { lately.shown } else { lately.offered };
    place(scene, listed).or_else(|| together(scene, lately.shown))
}

/// 第二个呢, 最后一个呢: a place among them.
fn place(scene: &Scene<'_>, shown: &[Doc]) -> Option<Verdict> {
    if shown.len() < 2 {
        return None;
    }
    let is_last = scene.pieces.iter().any(|it| it.is(Cue::Last));
    let ordinal = || scene.pieces.iter().find_map(|it| it.number.as_ref().filter(|number| number.ordinal));
    let place = if is_last {
        shown.len() - 1
    } else {
        usize::try_from(ordinal()?.value.as_whole()?).ok()?.checked_sub(1)?
    };
    Some(match *shown.get(place)? {
        whole @ Doc::Initiative(..) => Verdict::Initiative(whole),
        doc => Verdict::Figures { docs: vec![doc], total: false },
    })
}

/// 两个加起来, 这三家谁最多, 哪个更多: as many of them as are said, the last ones.
fn together(scene: &Scene<'_>, shown: &[Doc]) -> Option<Verdict> {
    let is = |cue: Cue| scene.pieces.iter().any(|it| it.is(cue));
    let said = scene.pieces.iter().find_map(|it| it.number.as_ref()?.value.as_whole());
    let said = said.and_then(|it| usize::try_from(it).ok());
    let count = match said {
        Some(count) => (2..=shown.len()).contains(&count).then_some(count)?,
        None => (is(Cue::Those) && shown.len() >= 2).then_some(shown.len())?,
    };
    let all = &shown[shown.len() - count..];
    if !all.iter().all(|it| matches!(it, Doc::Figure(..))) {
        return None;
    }
    let place =
        |it: &Doc| scene.index.docs.iter().position(|doc| doc == it).and_then(|at| DocId::try_from(at).ok());
    let ids: Vec<DocId> = all.iter().filter_map(place).collect();
    if is(Cue::Total) {
        return Some(Verdict::Figures { docs: all.to_vec(), total: true });
    }
    let compares = is(Cue::Compare) || (is(Cue::Which) && is(Cue::More));
    match (all, compares) {
        ([a, b], true) => Some(Verdict::Compare(*a, *b)),
        _ if compares || is(Cue::Most) || is(Cue::Least) => {
            let ranked = sides::ranked(scene, ids, is(Cue::Least));
            Some(Verdict::Rank(ranked.into_iter().map(|it| doc(scene, it)).collect(), is(Cue::Least)))
        }
        _ => None,
    }
}

/// 跟刚才的走播队哪个多: the figure that was shown last beside the one that the question names.
pub(super) fn against(scene: &Scene<'_>, shown: &[Doc]) -> Option<Verdict> {
    let is = |cue: Cue| scene.pieces.iter().any(|it| it.is(cue));
    let compares = (is(Cue::Compare) && !is(Cue::HowMany)) || (is(Cue::Which) && is(Cue::More));
    let last = *shown.last().filter(|it| compares && matches!(it, Doc::Figure(..)))?;
    let stretch: Vec<usize> = (0..scene.pieces.len()).collect();
    let named = match stretch_decision(scene, &stretch, Some(&[])).decision {
        Decision::Figures(docs) => doc(scene, *docs.first()?),
        _ => return None,
    };
    (named != last).then_some(Verdict::Compare(last, named))
}
