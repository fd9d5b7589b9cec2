//! Figures, facts and initiatives, with or without what the conversation is about.
//! One stretch alone is [`super::decide`]'s, several are [`super::single`]'s.

use super::cue::Cue;
use super::decide::{Decided, Decision};
use super::index::Doc;
use super::pieces::Piece;
use super::score::Scene;
use super::single;
use super::understand::{Reason, Understanding, Verdict, doc, leads_out, whole};
use super::veto::Veto;
use super::weights::NAMED_OUTRIGHT;

/// Everything else: figures, facts and initiatives, with or without what the conversation is about.
pub(super) fn figures(scene: &Scene<'_>) -> Understanding {
    if !scene.topic.is_empty() && only_measures(scene) {
        return bound(scene);
    }
    let plain = single::answer(&Scene { topic: &[], last_measure: None, ..*scene });
    if scene.topic.is_empty() {
        return Understanding { verdict: verdict(scene, plain), carried: None };
    }
    if leads_away(scene) {
        return Understanding { verdict: verdict(scene, plain), carried: None };
    }
    let carried = single::answer(scene);
    if wins(scene, &plain, &carried) {
        let topic = scene.topic[0];
        let first =
            scene.index.initiative_of.iter().position(|it| *it == topic).map(|at| scene.index.docs[at]);
        let says_name = whole(scene)
            .content
            .iter()
            .any(|at| scene.pieces[*at].is_name && scene.evidence[*at].spread == 1);
        return Understanding { verdict: verdict(scene, carried), carried: first.filter(|_| !says_name) };
    }
    Understanding { verdict: verdict(scene, plain), carried: None }
}

/// A question that names no subject is about what the talk is about, or about nothing.
fn bound(scene: &Scene<'_>) -> Understanding {
    let first =
        scene.index.initiative_of.iter().position(|it| *it == scene.topic[0]).map(|at| scene.index.docs[at]);
    let found = verdict(scene, single::answer(&Scene { only_topic: true, ..*scene }));
    let verdict = match (found, first) {
        (Verdict::Unknown(Reason::Nothing), Some(doc)) => Verdict::Absent(doc, Veto::Measure),
        (other, _) => other,
    };
    Understanding { verdict, carried: first }
}

/// True where the reading within the conversation is the better one: it lands in what the talk is about and is found,
/// or nothing is found without it and the question names nothing else.
fn wins(scene: &Scene<'_>, plain: &[Decided], carried: &[Decided]) -> bool {
    let in_topic = |it: &Decided| match &it.decision {
        Decision::Figures(docs) => scene.topic.contains(&scene.index.initiative_of[docs[0] as usize]),
        Decision::Fact(doc) | Decision::Initiative(doc) | Decision::Absent(doc, _) => {
            scene.topic.contains(&scene.index.initiative_of[*doc as usize])
        }
        _ => false,
    };
    let found = |all: &[Decided]| all.iter().any(|it| it.decision.is_found());
    carried.iter().any(in_topic) && (found(carried) || !found(plain))
}

/// 播放量呢, 经费呢: words that name a measure and no subject ask about what the talk is about.
fn only_measures(scene: &Scene<'_>) -> bool {
    let labels_one = |at: usize| scene.evidence[at].most >= NAMED_OUTRIGHT;
    let subject = |(at, it): (usize, &Piece)| {
        it.is_content && !it.is_light && !it.is_aspect && (it.nouns.is_empty() || labels_one(at))
    };
    !scene.pieces.iter().enumerate().any(subject)
}

/// True where a question of one clause says nothing that stands in what the talk is about: to read it once more with that
/// in mind would find nothing else.
fn leads_away(scene: &Scene<'_>) -> bool {
    let says = |at: &usize| scene.pieces[*at].is_content && !scene.pieces[*at].is_light;
    let mut words = (0..scene.pieces.len()).filter(says).peekable();
    let in_topic = |at: usize| {
        let evidence = &scene.evidence[at];
        let mut docs = evidence.docs.iter().map(|it| *it as usize).filter(|it| evidence.at(*it) > 0.0);
        docs.any(|it| scene.topic.contains(&scene.index.initiative_of[it]))
    };
    words.peek().is_some() && !scene.pieces.iter().any(Piece::is_break) && !words.any(in_topic)
}

fn verdict(scene: &Scene<'_>, all: Vec<Decided>) -> Verdict {
    let total = scene.pieces.iter().any(|it| it.is(Cue::Total));
    let mut docs: Vec<Doc> = Vec::new();
    for decided in &all {
        if let Decision::Figures(found) = &decided.decision {
            for it in found {
                let it = doc(scene, *it);
                if !docs.contains(&it) {
                    docs.push(it);
                }
            }
        }
    }
    if !docs.is_empty() {
        return Verdict::Figures { docs, total };
    }
    let best = all.into_iter().find(|it| !matches!(it.decision, Decision::Unknown));
    match best.map(|it| it.decision) {
        Some(Decision::Fact(at)) => Verdict::Fact(doc(scene, at)),
        Some(Decision::Initiative(at)) => Verdict::Initiative(doc(scene, at)),
        Some(Decision::Tie(docs)) => {
            Verdict::Tie(docs.into_iter().take(3).map(|it| doc(scene, it)).collect())
        }
        Some(Decision::Absent(at, veto)) => Verdict::Absent(doc(scene, at), veto),
        _ if scene.pieces.iter().any(|it| it.is(Cue::OtherYear)) => Verdict::Unknown(Reason::Year),
        _ => Verdict::Unknown(if leads_out(scene, &whole(scene)) {
            Reason::Elsewhere
        } else {
            Reason::Nothing
        }),
    }
}
