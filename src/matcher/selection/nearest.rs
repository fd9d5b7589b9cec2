//! Where no figure fits: whether the initiative is there at least, and whether a better figure was ruled out.
//! Finds no figure.

use crate::matcher::index::{Doc, DocId};
use crate::matcher::scoring::constraints::Veto;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::score::Hit;
use crate::matcher::scoring::weights::{LABELLED, LEAD, MENTIONED, NAMED_AT_ALL, OUTDONE, RARE, RECOGNISED};
use crate::matcher::selection::select::Decision;
use crate::matcher::tokenize::Tier;

/// Nothing fits: is the initiative there at least?
pub(crate) fn nothing(context: &Context<'_>, hits: &[Hit]) -> Decision {
    let near = |hit: &&Hit| {
        let elsewhere = matches!(hit.veto, Some(Veto::Elsewhere | Veto::Name));
        !elsewhere && hit.coverage >= RECOGNISED && hit.named >= NAMED_AT_ALL
    };
    let best = hits
        .iter()
        .filter(near)
        .max_by(|a, b| a.coverage.total_cmp(&b.coverage).then(a.score.total_cmp(&b.score)));
    let Some(best) = best else { return Decision::Unknown };
    let initiative = context.index.initiative_of[best.doc as usize];
    let is_whole = |at: &usize| matches!(context.index.docs[*at], Doc::Initiative(..));
    let whole = context.index.ranges[initiative].clone().find(is_whole);
    let whole = whole.and_then(|at| DocId::try_from(at).ok()).unwrap_or(best.doc);
    Decision::Absent(whole, best.veto.unwrap_or(Veto::Measure))
}

/// True where another figure fits the words far better, but is not what is counted: the nearest one must not stand in.
pub(crate) fn is_second_best(best: &Hit, hits: &[Hit]) -> bool {
    let other = |hit: &&Hit| {
        matches!(
            hit.veto,
            Some(
                Veto::Standing
                    | Veto::Part
                    | Veto::Unreported
                    | Veto::Aspect
                    | Veto::Elsewhere
                    | Veto::Within
            )
        )
    };
    hits.iter().filter(other).any(|hit| hit.score > best.score + LEAD)
}

/// True where something of another initiative fits the words far better, though it is no such figure: 旅游志愿岗点上了多少
/// 志愿者 does not ask for the volunteers of another.
pub(crate) fn is_outdone(context: &Context<'_>, best: &Hit, hits: &[Hit]) -> bool {
    let initiative = |hit: &Hit| context.index.initiative_of[hit.doc as usize];
    let outdoes = |hit: &Hit| hit.veto.is_none() && hit.coverage >= best.coverage + OUTDONE;
    hits.iter()
        .any(|hit| initiative(hit) != initiative(best) && (outdoes(hit) || names_other(context, hit, best)))
}

/// 普法活动多少人参加: a name that only another initiative has, and what is counted there is something else.
fn names_other(context: &Context<'_>, other: &Hit, best: &Hit) -> bool {
    let counts_other =
        matches!(other.veto, Some(Veto::Measure | Veto::Aspect)) && other.coverage >= best.coverage;
    let names = |at: usize| {
        let (token, evidence) = (&context.tokens[at], &context.evidence[at]);
        let is_whole = !token.is_gram && !token.is_light && !token.is_aspect && !token.is_excluded;
        let is_rare = evidence.spread == 1 && evidence.weight > RARE && token.tier == Some(Tier::Exact);
        let literal = token.terms.iter().any(|term| {
            context
                .index
                .of_term(*term)
                .iter()
                .any(|(doc, strength)| *doc == other.doc && *strength >= LABELLED)
        });
        is_whole && is_rare && literal && evidence.at(best.doc as usize) < MENTIONED
    };
    counts_other && (0..context.tokens.len()).any(names)
}

#[cfg(test)]
mod tests {
    use super::{is_outdone, is_second_best, nothing};
    use crate::matcher::scoring::constraints::Veto;
    use crate::matcher::scoring::score::Hit;
    use crate::matcher::scoring::weights::LEAD;
    use crate::matcher::selection::select::Decision;
    use crate::matcher::testing::{check, check_pairs, look, name};

    #[test]
    fn where_nothing_fits_the_initiative_may_be_there_at_least() {
        let rows: &[(&str, &str)] = &[
            // It is there, and why its figures are not meant
            ("青马的辅导员多少名", "backbone Aspect"),
            ("团团严选花了多少钱", "matchmaking Measure"),
            ("2023年青马多少人", "backbone Time"),
            // It is not: another place, an unknown thing, too little of what is said
            ("成都有几个青年之家", "unknown"),
            ("元宇宙多少个", "unknown"),
            ("魑魅魍魉囹圄饕餮的活动多少场", "unknown"),
        ];
        check(rows, |text| {
            look(text, |context| match nothing(context, &context.hits(&context.question())) {
                Decision::Absent(doc, veto) => format!("{} {veto:?}", name(context.doc(doc))),
                Decision::Unknown => "unknown".to_owned(),
                other => format!("{other:?}"),
            })
        });
    }

    #[test]
    fn a_figure_does_not_stand_in_for_a_better_one_that_is_ruled_out() {
        let hit = |score: f32, veto: Option<Veto>| Hit {
            doc: 0,
            score,
            coverage: 1.0,
            explained: score,
            named: 1.0,
            veto,
        };
        let best = hit(1.0, None);
        let rows = [
            // Far better, and ruled out by what stands, by an aspect, by a place
            (1.0 + LEAD + 0.01, Some(Veto::Standing), true),
            (1.0 + LEAD + 0.01, Some(Veto::Aspect), true),
            (1.0 + LEAD + 0.01, Some(Veto::Within), true),
            // Not far enough
            (1.0 + LEAD - 0.01, Some(Veto::Aspect), false),
            // Another scope, measure or name is what the question itself chose against
            (1.0 + LEAD + 0.01, Some(Veto::Scope), false),
            (1.0 + LEAD + 0.01, Some(Veto::Measure), false),
            // Not ruled out
            (1.0 + LEAD + 0.01, None, false),
        ];
        for (score, veto, is_second) in rows {
            assert_eq!(is_second_best(&best, &[hit(score, veto)]), is_second, "{score} {veto:?}");
        }
    }

    #[test]
    fn a_figure_is_outdone_by_another_initiative_that_explains_far_more() {
        let rows: &[(&str, &str, &str)] = &[
            // A name that only another initiative has, and what is counted there is something else
            ("普法活动多少人参加", "qingma-people", "outdone"),
            // Another initiative explains far more
            ("旅游志愿岗点上了多少志愿者", "volunteer-teams", "outdone"),
            // It is the best itself
            ("突击队多少支", "shock-teams", "stands"),
            ("青马多少人", "qingma-people", "stands"),
            // Both are of one initiative
            ("普法活动多少人参加", "face-to-face", "stands"),
            ("青马几期", "qingma-people", "stands"),
        ];
        check_pairs(rows, |context, doc| {
            let hits = context.hits(&context.question());
            let best = hits.iter().find(|it| it.doc as usize == doc).expect("something of it is said");
            if is_outdone(context, best, &hits) { "outdone".to_owned() } else { "stands".to_owned() }
        });
    }
}
