//! Several asks in one question: each clause by itself, the topic going on from one to the next.
//! One ask is [`super::single`]'s.

use super::decide::{Decided, Decision};
use super::score::Scene;
use super::single::stretch_decision;
use super::stretch::{Clause, cuts};
use super::weights::ANSWERED;

/// Several asks: each clause by itself, the topic going on from one to the next; inside a clause the best cut.
pub(super) fn several(scene: &Scene<'_>, clauses: &[Clause]) -> Vec<Decided> {
    let mut all: Vec<Decided> = Vec::new();
    let mut topic: Vec<usize> = scene.topic.to_vec();
    let (mut waiting, mut names): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    for clause in clauses {
        if clause.asks.is_empty() {
            waiting.extend(&clause.pieces);
            continue;
        }
        let with_waiting = Clause {
            pieces: waiting.iter().chain(&clause.pieces).copied().collect(),
            asks: clause.asks.clone(),
        };
        let plain = best_cut(scene, clause, &topic);
        let decided =
            if waiting.is_empty() { plain } else { better(plain, best_cut(scene, &with_waiting, &topic)) };
        waiting.clear();
        let says = clause.pieces.iter().any(|at| is_said(scene, *at));
        let decided = if says && found(&decided) {
            decided
        } else {
            with_names(scene, clause, &names, &topic).unwrap_or(decided)
        };
        names.extend(clause.pieces.iter().filter(|at| is_name(scene, **at)));
        for it in decided {
            if let Decision::Figures(docs) = &it.decision {
                topic = vec![scene.index.initiative_of[docs[0] as usize]];
            }
            all.push(it);
        }
    }
    again(scene, clauses, all)
}

fn found(decided: &[Decided]) -> bool {
    decided.iter().all(|it| it.decision.is_found())
}

fn is_said(scene: &Scene<'_>, at: usize) -> bool {
    let piece = &scene.pieces[at];
    piece.is_content && !piece.is_light && !piece.is_excluded
}

/// A name, or a scope that goes on to hold: 西部计划新增了几个项目办、多少人.
fn is_name(scene: &Scene<'_>, at: usize) -> bool {
    let piece = &scene.pieces[at];
    is_said(scene, at) && (piece.is_name || !piece.scopes.is_empty())
}

/// 青马办了几期,多少人: what an ask leaves open the names before it may explain.
fn with_names(scene: &Scene<'_>, clause: &Clause, names: &[usize], topic: &[usize]) -> Option<Vec<Decided>> {
    let pieces = names.iter().chain(&clause.pieces).copied().collect();
    let decided = best_cut(scene, &Clause { pieces, asks: clause.asks.clone() }, topic);
    Some(decided).filter(|it| !names.is_empty() && found(it))
}

fn total(decided: &[Decided]) -> f32 {
    decided.iter().map(|it| if it.decision.is_found() { it.score + ANSWERED } else { 0.0 }).sum()
}

fn better(a: Vec<Decided>, b: Vec<Decided>) -> Vec<Decided> {
    if total(&b) > total(&a) { b } else { a }
}

/// 大讨论几场,乐青学专题学习又是几期: what the first ask left open the second may explain.
fn again(scene: &Scene<'_>, clauses: &[Clause], all: Vec<Decided>) -> Vec<Decided> {
    let missing = all.first().is_some_and(|it| !it.decision.is_found());
    let topic = all.iter().find_map(|it| match &it.decision {
        Decision::Figures(docs) => Some(vec![scene.index.initiative_of[docs[0] as usize]]),
        _ => None,
    });
    let (Some(topic), true) = (topic, missing) else { return all };
    let Some(clause) = clauses.iter().find(|it| !it.asks.is_empty()) else { return all };
    let first = best_cut(scene, clause, &topic);
    first.into_iter().take(1).chain(all.into_iter().skip(1)).collect()
}

fn best_cut(scene: &Scene<'_>, clause: &Clause, topic: &[usize]) -> Vec<Decided> {
    let mut best: Vec<Decided> = Vec::new();
    for cut in cuts(scene.pieces, clause) {
        let mut topic = topic.to_vec();
        let mut decided = Vec::new();
        for stretch in &cut {
            let scene = Scene { topic: &topic, ..*scene };
            let it = stretch_decision(&scene, stretch, None);
            if let Decision::Figures(docs) = &it.decision {
                topic = vec![scene.index.initiative_of[docs[0] as usize]];
            }
            decided.push(it);
        }
        if best.is_empty() || total(&decided) > total(&best) {
            best = decided;
        }
    }
    best
}
