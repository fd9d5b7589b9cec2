//! Whether a question asks what its numbers stand for, and which figures they are.
//! Which numbers fit which figures is [`super::numbers`]'s.

use super::asked::Asked;
use super::cue::Cue;
use super::index::Doc;
use super::numbers;
use super::pieces::Piece;
use super::score::Scene;
use super::understand::{Reason, Verdict};

/// What a number stands for: where nothing asks how many, or the words ask for its meaning.
pub(super) fn number(scene: &Scene<'_>, asked: &Asked) -> Option<Verdict> {
    let found = numbers::lookups(scene.pieces);
    let is = |cue: Cue| scene.pieces.iter().any(|it| it.is(cue));
    let is_place = |at: &usize| scene.pieces[*at].number.as_ref().is_some_and(|it| it.ordinal);
    let which = is(Cue::Which) && !is(Cue::HowMany) && !found.iter().any(is_place);
    let meaning = is(Cue::StandsFor) || which;
    if found.is_empty() || (!meaning && asked.how_many) {
        return None;
    }
    let says = |at: &&usize| !scene.pieces[**at].is_light && !scene.pieces[**at].is_unit();
    let named = asked.content.iter().filter(says).count();
    let unread: usize = asked.unknown.iter().map(|at| scene.pieces[*at].text.len()).sum();
    // 1, or 一个: too small to be looked up unless it is typed as a figure with its unit.
    let trifle = |at: &usize| {
        let text = &scene.pieces[*at].text;
        text.len() == 1 && (!text[0].is_ascii_digit() || (!meaning && !has_unit(scene, *at)))
    };
    if (!meaning && (named > 0 || unread > 3)) || found.iter().all(trifle) {
        return None;
    }
    let rows: Vec<(String, Vec<Doc>)> = found.iter().map(|at| look_up(scene, *at)).collect();
    if rows.iter().all(|(_, docs)| docs.is_empty()) {
        return Some(Verdict::Unknown(Reason::Nothing));
    }
    Some(Verdict::Numbers(rows))
}

fn has_unit(scene: &Scene<'_>, at: usize) -> bool {
    scene.pieces.get(at + 1).is_some_and(Piece::is_unit)
}

fn look_up(scene: &Scene<'_>, at: usize) -> (String, Vec<Doc>) {
    let piece = &scene.pieces[at];
    let next = scene.pieces.get(at + 1).filter(|it| it.is_unit());
    let unit: String = next.map(|it| it.text.iter().collect()).unwrap_or_default();
    let typed: String = piece.text.iter().collect();
    let docs =
        piece.number.as_ref().map_or_else(Vec::new, |number| numbers::figures(scene.reports, number, &unit));
    (format!("{typed}{unit}"), docs)
}
