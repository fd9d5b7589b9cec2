//! Several figures asked for in one breath: 各, 分别, 省级和市级, 银奖、铜奖.
//! Which initiative they are of has been decided before.

use super::asked::Asked;
use super::cue::Cue;
use super::index::Doc;
use super::score::Scene;
use super::weights::{ITEM, LABELLED, NAMED_OUTRIGHT};

/// True where the stretch names several things at once: 各, 分别, 省级、市级, or two things joined.
pub(super) fn is_listed(scene: &Scene<'_>, stretch: &[usize], asked: &Asked) -> bool {
    let joins = |at: &usize| joins(scene, stretch, *at);
    let outright = asked.is(Cue::Each) || asked.is(Cue::Total) || scene.are_apart(&asked.scopes);
    outright || (asked.counted.is_none() && stretch.iter().any(joins))
}

/// True for a mark or 和 between two things: not at the start (与社区结对), not behind a whole clause.
fn joins(scene: &Scene<'_>, stretch: &[usize], at: usize) -> bool {
    let said = |it: &&usize| **it < at && scene.pieces[**it].is_content;
    let before = stretch.iter().filter(said).count();
    let piece = &scene.pieces[at];
    (piece.is(Cue::Join) && before > 0) || (piece.mark == Some(',') && (1..=ITEM).contains(&before))
}

/// For each word that fits just one figure of the initiative, that figure.
pub(super) fn each(scene: &Scene<'_>, asked: &Asked, initiative: usize) -> Vec<u32> {
    let hits = scene.hits(asked);
    let open: Vec<u32> = hits
        .iter()
        .filter(|hit| hit.veto.is_none() && scene.index.initiative_of[hit.doc as usize] == initiative)
        .map(|hit| hit.doc)
        .filter(|doc| matches!(scene.index.docs[*doc as usize], Doc::Figure(..)))
        .collect();
    // 各 asks for each outright; things merely joined must be named by their very words.
    let least = if asked.is(Cue::Each) { LABELLED } else { NAMED_OUTRIGHT };
    let mut all: Vec<u32> = Vec::new();
    for piece in asked.content.iter().filter(|it| !scene.pieces[**it].is_light) {
        let strength = |doc: &&u32| scene.evidence[*piece].at(**doc as usize);
        let fits: Vec<u32> = open.iter().filter(|doc| strength(doc) >= least).copied().collect();
        // One word may name both: 省市两级.
        if fits.len() == 1 || scene.are_apart(&scene.pieces[*piece].scopes) {
            all.extend(fits);
        }
    }
    let mut seen = Vec::new();
    all.retain(|doc| {
        !seen.contains(doc) && {
            seen.push(*doc);
            true
        }
    });
    all
}
