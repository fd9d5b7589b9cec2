//! Answers the stretches of a question: which clauses belong to what is asked, and what several asks come to together.
//! One stretch alone is [`super::decide`]'s.

use super::asked::{self};
use super::decide::{Decided, Decision, decide};
use super::score::Scene;
use super::stretch::{Clause, clauses};
use super::weights::{CONDITION, FEW, WHOLE, WINDOWS};
use super::{each, several};

/// Decides the whole question; several asks give several figures.
#[must_use]
pub(super) fn answer(scene: &Scene<'_>) -> Vec<Decided> {
    let clauses = clauses(scene.pieces);
    let asks: usize = clauses.iter().map(|it| it.asks.len()).sum();
    if asks >= 2 {
        let several = several::several(scene, &clauses);
        if several.iter().filter(|it| it.decision.is_found()).count() >= 2 {
            return several;
        }
        let one = one(scene, &clauses);
        return if one.decision.is_found() { vec![one] } else { best_of(several, one) };
    }
    vec![one(scene, &clauses)]
}

fn best_of(several: Vec<Decided>, one: Decided) -> Vec<Decided> {
    if several.iter().any(|it| it.decision.is_found()) { several } else { vec![one] }
}

/// One ask: the window of clauses round it that is explained best, wide ones first.
fn one(scene: &Scene<'_>, clauses: &[Clause]) -> Decided {
    let Some(last) = clauses.len().checked_sub(1) else {
        return Decided::unknown();
    };
    let asking: Vec<usize> = (0..=last).filter(|at| !clauses[*at].asks.is_empty()).collect();
    let (from, to) = match (asking.first(), asking.last()) {
        (Some(from), Some(to)) => (*from, *to),
        _ => return widest(scene, clauses, 0, last, last),
    };
    widest(scene, clauses, from, from, to)
}

fn widest(scene: &Scene<'_>, clauses: &[Clause], low: usize, high: usize, must: usize) -> Decided {
    let last = clauses.len() - 1;
    let mut windows: Vec<(usize, usize)> = Vec::new();
    for start in 0..=high.min(must) {
        for end in must.max(low)..=last {
            windows.push((start, end));
        }
    }
    windows.sort_by_key(|(start, end)| std::cmp::Reverse(end - start));
    windows.truncate(WINDOWS);
    let mut best: Option<Decided> = None;
    let mut absent: Option<usize> = None;
    for (start, end) in windows {
        let mut decided = window(scene, clauses, start, end);
        match &decided.decision {
            Decision::Absent(doc, _) if start == 0 && end == last => {
                absent = Some(scene.index.initiative_of[*doc as usize]);
            }
            // What a clause of the question ruled out is not found by leaving that clause out.
            Decision::Figures(docs)
                if clauses.len() <= FEW
                    && start > 0
                    && absent == Some(scene.index.initiative_of[docs[0] as usize]) =>
            {
                decided.decision = Decision::Unknown;
            }
            _ => {}
        }
        if start == 0 && end == last && dropped_condition(scene, clauses, &decided) {
            return decided;
        }
        let better = |known: &Decided| rank(&decided) > rank(known);
        if best.as_ref().is_none_or(better) {
            if decided.decision.is_found() && decided.coverage >= WHOLE {
                return decided;
            }
            best = Some(decided);
        }
    }
    let best = best.unwrap_or(Decided::unknown());
    if must > low || best.coverage >= WHOLE { best } else { with_remark(scene, clauses, low, best) }
}

/// 我们街上开了个青年之家,巴适得很,全市建了好多个嘛: the clause that asks, with an earlier one that names what is meant.
fn with_remark(scene: &Scene<'_>, clauses: &[Clause], asking: usize, best: Decided) -> Decided {
    let names = |clause: &&Clause| clause.pieces.iter().any(|at| scene.pieces[*at].is_name);
    let earlier = clauses[..asking.saturating_sub(1)].iter().filter(names).take(WINDOWS);
    let together = |clause: &Clause| {
        let stretch: Vec<usize> = clause.pieces.iter().chain(&clauses[asking].pieces).copied().collect();
        stretch_decision(scene, &stretch, None)
    };
    earlier.map(together).fold(best, |best, it| if rank(&it) > rank(&best) { it } else { best })
}

/// Found beats a tie beats absent beats nothing; then what explains more.
fn rank(decided: &Decided) -> (u8, u32) {
    let sort = match decided.decision {
        Decision::Figures(_) | Decision::Fact(_) | Decision::Initiative(_) => 3,
        Decision::Tie(_) => 2,
        Decision::Absent(..) => 1,
        Decision::Unknown => 0,
    };
    (sort, decided.explained.max(0.0).to_bits())
}

/// 成都呢,青马多少人: a short clause that leads elsewhere must not be dropped to find an answer.
fn dropped_condition(scene: &Scene<'_>, clauses: &[Clause], whole: &Decided) -> bool {
    let leads_out = |clause: &Clause| {
        let out = clause.pieces.iter().any(|at| scene.pieces[*at].is_place || scene.pieces[*at].is_within);
        out && clause.pieces.len() <= CONDITION && clause.asks.is_empty()
    };
    !whole.decision.is_found() && clauses.len() > 1 && clauses.iter().any(leads_out)
}

fn window(scene: &Scene<'_>, clauses: &[Clause], start: usize, end: usize) -> Decided {
    let first = clauses[start].pieces[0];
    let last = clauses[end].pieces.last().copied().unwrap_or(first);
    let stretch: Vec<usize> = (first..=last).collect();
    stretch_decision(scene, &stretch, None)
}

/// Decides one stretch; `measures` are those of the whole question, for sides that name none.
pub(super) fn stretch_decision(scene: &Scene<'_>, stretch: &[usize], measures: Option<&[usize]>) -> Decided {
    let mut asked = asked::read(scene.pieces, stretch, scene.lexicon);
    if let Some(measures) = measures {
        if asked.measures.is_empty() {
            asked.measures = measures.to_vec();
        }
        asked.how_many = true;
    }
    let decided = decide(scene, &asked);
    match &decided.decision {
        Decision::Figures(docs) | Decision::Tie(docs) if each::is_listed(scene, stretch, &asked) => {
            let all = each::each(scene, &asked, scene.index.initiative_of[docs[0] as usize]);
            if all.len() >= 2 { Decided { decision: Decision::Figures(all), ..decided } } else { decided }
        }
        _ => decided,
    }
}
