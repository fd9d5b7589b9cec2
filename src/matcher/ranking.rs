//! Which figures are ranked, and how many of them are shown.
//! Their order is [`super::sides`]'s.

use super::asked::Asked;
use super::cue::Cue;
use super::index::{Doc, DocId};
use super::score::Scene;
use super::understand::{Verdict, doc};
use super::{lists, row, sides};

/// So many equals are shown beyond what was asked for.
const EQUALS: usize = 3;

/// The figures by size that a question asks for; nothing where none fit.
pub(super) fn rank(scene: &Scene<'_>, asked: &Asked) -> Option<Verdict> {
    let smallest = scene.pieces.iter().any(|it| it.is(Cue::Least));
    let mut row = row::of(scene, &asked.measures);
    if row.is_empty() {
        row = row::adjoining(scene, &asked.measures);
    }
    let all = row.len() >= 2;
    let docs = if all { row } else { lists::of(scene, asked) };
    if docs.is_empty() {
        return None;
    }
    Some(ordered(scene, docs, smallest, all))
}

/// The figures below a heading by size, where one measure of them is asked for.
pub(super) fn within(scene: &Scene<'_>, asked: &Asked, figures: &[Doc]) -> Option<Verdict> {
    let is = |cue: Cue| scene.pieces.iter().any(|it| it.is(cue));
    let counted = |at: &usize| {
        let own = scene.index.measures[*at];
        figures.contains(&scene.index.docs[*at]) && own.is_some_and(|own| asked.measures.contains(&own))
    };
    let docs: Vec<DocId> = (0..scene.index.docs.len())
        .filter(|at| (is(Cue::Most) || is(Cue::Least)) && counted(at))
        .filter_map(|at| DocId::try_from(at).ok())
        .collect();
    (!docs.is_empty()).then(|| ordered(scene, docs, is(Cue::Least), false))
}

fn ordered(scene: &Scene<'_>, docs: Vec<DocId>, smallest: bool, all: bool) -> Verdict {
    let ranked = sides::ranked(scene, docs, smallest);
    let count = if all { ranked.len() } else { with_equals(scene, &ranked, how_many_places(scene)) };
    let shown = ranked.into_iter().take(count).map(|it| doc(scene, it)).collect();
    Verdict::Rank(shown, smallest)
}

/// As many places as asked for, and those behind them that are as large as the last one: a tie is shown as a tie.
fn with_equals(scene: &Scene<'_>, ranked: &[DocId], count: usize) -> usize {
    let value = |at: usize| ranked.get(at).and_then(|doc| sides::size(scene, *doc));
    let last = count.checked_sub(1).and_then(value);
    (count..ranked.len()).find(|at| value(*at) != last).unwrap_or(ranked.len()).min(count + EQUALS)
}

/// 前三 is three places, 最多 one, 排名 five.
fn how_many_places(scene: &Scene<'_>) -> usize {
    let typed: Vec<char> = scene
        .pieces
        .iter()
        .filter(|it| it.is(Cue::Most) || it.is(Cue::Least))
        .flat_map(|it| it.text.clone())
        .collect();
    let said = typed.iter().find_map(|it| "一二三四五六七八九十".chars().position(|digit| digit == *it));
    let number = scene
        .pieces
        .iter()
        .find_map(|it| it.number.as_ref()?.value.as_whole())
        .and_then(|it| usize::try_from(it).ok());
    let ordered = typed.iter().any(|it| matches!(it, '排' | '从'));
    said.map(|it| it + 1).or(number).unwrap_or(if ordered { 5 } else { 1 }).clamp(1, 10)
}
