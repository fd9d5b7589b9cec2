//! Answers the stretches of a question: which clauses belong to what is asked, and what several asks come to together.
//! One stretch alone is [`super::decide`]'s.

use super::asked::{self, Asked};
use super::decide::{Decided, Decision, decide};
use super::lexicon::Cue;
use super::score::Scene;
use super::stretch::{Clause, clauses, cuts};
use super::veto::Veto;
use super::weights::{CONDITION, FEW, LABELLED, NAMED_OUTRIGHT, WHOLE};

/// Decides the whole question; several asks give several figures.
#[must_use]
pub fn answer(scene: &Scene<'_>) -> Vec<Decided> {
    let clauses = clauses(scene.pieces);
    let asks: usize = clauses.iter().map(|it| it.asks.len()).sum();
    if asks >= 2 {
        let several = several(scene, &clauses);
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
        return Decided { decision: Decision::Unknown, coverage: 0.0, score: 0.0 };
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
    windows.truncate(24);
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
        let found = decided.decision.is_found();
        if found && decided.coverage >= WHOLE {
            return decided;
        }
        let better = |known: &Decided| rank(&decided) > rank(known);
        if best.as_ref().is_none_or(better) {
            best = Some(decided);
        }
    }
    best.unwrap_or(Decided { decision: Decision::Unknown, coverage: 0.0, score: 0.0 })
}

/// Found beats a tie beats absent beats nothing; then what explains more.
fn rank(decided: &Decided) -> (u8, u32) {
    let sort = match decided.decision {
        Decision::Figures(_) | Decision::Fact(_) | Decision::Initiative(_) => 3,
        Decision::Tie(_) => 2,
        Decision::Absent(..) => 1,
        Decision::Unknown => 0,
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share between 0 and 1")]
    let coverage = (decided.coverage * 1000.0) as u32;
    (sort, coverage)
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
pub fn stretch_decision(scene: &Scene<'_>, stretch: &[usize], measures: Option<&[usize]>) -> Decided {
    let mut asked = asked::read(scene.pieces, stretch, scene.lexicon);
    if let Some(measures) = measures {
        if asked.measures.is_empty() {
            asked.measures = measures.to_vec();
        }
        asked.how_many = true;
    }
    let decided = decide(scene, &asked);
    match &decided.decision {
        Decision::Figures(docs) | Decision::Tie(docs) if is_listed(scene, stretch, &asked) => {
            let all = each(scene, &asked, scene.index.initiative_of[docs[0] as usize]);
            if all.len() >= 2 { Decided { decision: Decision::Figures(all), ..decided } } else { decided }
        }
        _ => decided,
    }
}

/// True where the stretch names several things at once: 各, 分别, 省级、市级, or two things joined.
fn is_listed(scene: &Scene<'_>, stretch: &[usize], asked: &Asked) -> bool {
    let joins = |at: &usize| scene.pieces[*at].mark == Some(',') || scene.pieces[*at].is(Cue::Join);
    let outright = asked.is(Cue::Each) || asked.is(Cue::Total) || scene.are_apart(&asked.scopes);
    outright || (asked.counted.is_none() && stretch.iter().any(joins))
}

/// For each word that fits just one figure of the initiative, that figure.
fn each(scene: &Scene<'_>, asked: &Asked, initiative: usize) -> Vec<u32> {
    let hits = scene.hits(asked);
    let open: Vec<u32> = hits
        .iter()
        .filter(|hit| hit.veto.is_none() && scene.index.initiative_of[hit.doc as usize] == initiative)
        .map(|hit| hit.doc)
        .filter(|doc| matches!(scene.index.docs[*doc as usize], super::index::Doc::Figure(..)))
        .collect();
    // 各 asks for each outright; things merely joined must be named by their very words.
    let least = if asked.is(Cue::Each) { LABELLED } else { NAMED_OUTRIGHT };
    let mut all: Vec<u32> = Vec::new();
    for piece in asked.content.iter().filter(|it| !scene.pieces[**it].is_light) {
        let strength = |doc: &&u32| scene.evidence[*piece].of[**doc as usize];
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

/// Several asks: each clause by itself, the topic going on from one to the next; inside a clause the best cut.
fn several(scene: &Scene<'_>, clauses: &[Clause]) -> Vec<Decided> {
    let mut all: Vec<Decided> = Vec::new();
    let mut topic: Vec<usize> = scene.topic.to_vec();
    let mut waiting: Vec<usize> = Vec::new();
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
        for it in decided {
            if let Decision::Figures(docs) = &it.decision {
                topic = vec![scene.index.initiative_of[docs[0] as usize]];
            }
            all.push(it);
        }
    }
    again(scene, clauses, all)
}

fn total(decided: &[Decided]) -> f32 {
    decided.iter().map(|it| if it.decision.is_found() { it.score + 0.5 } else { 0.0 }).sum()
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

/// True where a decision was refused because the question leads elsewhere.
#[must_use]
pub fn is_elsewhere(decision: &Decision) -> bool {
    matches!(decision, Decision::Absent(_, Veto::Elsewhere | Veto::Within))
}
