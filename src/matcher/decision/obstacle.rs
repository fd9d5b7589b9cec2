//! What stands in the way of an answer: the very words of the question that rule the figures out, and the figures that come
//! nearest. A no that names neither helps nobody.
//! Decides nothing: the no has been decided before.

use crate::matcher::index::Doc;
use crate::matcher::intents::verdict::{Obstacle, Verdict};
use crate::matcher::query::question::Question;
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::constraints::Veto;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::score::Hit;
use crate::matcher::scoring::weights::{EXPLAINED, NAMED_AT_ALL};

/// So many figures are shown below a no.
const NEAREST: usize = 3;

/// What stands in the way, for a verdict that is a no.
pub(crate) fn of(context: &Context<'_>, question: &Question, verdict: &Verdict) -> Option<Obstacle> {
    let (about, veto) = match verdict {
        Verdict::Absent(about, veto) => (Some(*about), *veto),
        Verdict::Unknown(_) => (None, Veto::Elsewhere),
        _ => return None,
    };
    let nearest = nearest(context, question, about);
    let slots = question.constraints.iter().filter(|at| rules_out(context, **at, about, &nearest));
    let first = slots.copied().find_map(|at| Some((at, veto_of(context, at, about, &nearest)?)));
    let subject = question.content.iter().copied().find(|at| {
        let it = &context.tokens[*at];
        about.is_none() && it.is_elsewhere && !it.is_place && context.evidence[*at].spread == 0
    });
    let found =
        subject.map(|at| (at, Veto::Unreported)).or(first).or_else(|| unexplained(context, question, veto));
    let (words, veto) = match found {
        Some((at, veto)) => (vec![context.text(&phrase(context.tokens, at))], veto),
        None => (Vec::new(), veto),
    };
    Some(Obstacle { words, veto, nearest })
}

/// Why a word rules out what comes nearest, or what the no is about.
fn veto_of(context: &Context<'_>, at: usize, about: Option<Doc>, nearest: &[Doc]) -> Option<Veto> {
    let docs = nearest.iter().copied().chain(about);
    let mut ids = docs.filter_map(|it| context.index.id(it));
    let all = || 0..context.index.docs.len();
    ids.find_map(|id| context.slot_veto(at, id as usize)).or_else(|| {
        all().find_map(|doc| context.slot_veto(at, doc)).filter(|_| nearest.is_empty() && about.is_none())
    })
}

fn rules_out(context: &Context<'_>, at: usize, about: Option<Doc>, nearest: &[Doc]) -> bool {
    veto_of(context, at, about, nearest).is_some()
}

/// 没|牵手成功: a negator with what it negates, 光是|暑假 with what narrows.
fn phrase(tokens: &[Token], at: usize) -> Vec<usize> {
    let token = &tokens[at];
    let ends = |it: &Token| it.is_break() || it.links() || it.is_unit() || !it.cues.is_empty();
    if token.is_contrary && token.contrary.is_none() {
        let behind = (at + 1..tokens.len()).take_while(|it| !ends(&tokens[*it])).take(2);
        return std::iter::once(at).chain(behind).collect();
    }
    if token.is_narrowed {
        let narrows = (at.saturating_sub(2)..at).rfind(|it| tokens[*it].is_narrowing);
        // 一|期, 六十|岁, 第三|期: a number or a unit says little without the other.
        let counted = token.is_bare_unit().then(|| at.saturating_sub(1));
        let unit = token.number.is_some() && tokens.get(at + 1).is_some_and(Token::is_unit);
        return (narrows.or(counted).unwrap_or(at)..=at + usize::from(unit)).collect();
    }
    if token.is_within && token.is_circle && at > 0 {
        return vec![at - 1, at];
    }
    vec![at]
}

/// Where no slot stands in the way: what is asked and is not reported, else what nothing explains, which is only said to be
/// not understood.
fn unexplained(context: &Context<'_>, question: &Question, veto: Veto) -> Option<(usize, Veto)> {
    let tokens = context.tokens;
    let nowhere = |at: &usize| context.evidence[*at].spread == 0;
    let aspect = question
        .content
        .iter()
        .copied()
        .find(|at| tokens[*at].is_aspect && (veto == Veto::Aspect || nowhere(at)));
    let noun = || {
        (0..tokens.len()).find(|at| {
            let it = &tokens[*at];
            !it.nouns.is_empty() && it.text.len() > 1 && !it.is_excluded
        })
    };
    let measure = (veto == Veto::Measure).then(|| noun().or(question.counted)).flatten();
    let scope =
        question.content.iter().copied().find(|at| veto == Veto::Scope && !tokens[*at].scopes.is_empty());
    let known = aspect.or(scope).or(measure.filter(|_| question.strange.is_none()));
    if let Some(at) = known {
        return Some((at, if veto == Veto::Elsewhere { Veto::Unreported } else { veto }));
    }
    let unknown = question.unknown.iter().copied().filter(|at| tokens[*at].text.len() > 1);
    let word = question.strange.or_else(|| unknown.max_by_key(|at| tokens[*at].text.len()));
    word.map(|at| (at, Veto::Unread))
}

/// The figures that fit the words best, whatever rules them out: those of the initiative that was recognised, else any that
/// explain a good part of the question.
fn nearest(context: &Context<'_>, question: &Question, about: Option<Doc>) -> Vec<Doc> {
    let about = about.and_then(|it| context.index.id(it)).map(|id| context.index.initiative_of[id as usize]);
    let hits = context.hits(question);
    let fits = |hit: &&Hit| {
        let is_figure = matches!(context.doc(hit.doc), Doc::Figure(..));
        let initiative = context.index.initiative_of[hit.doc as usize];
        let near = hit.coverage >= EXPLAINED && hit.named >= NAMED_AT_ALL;
        is_figure && about.map_or(near, |about| about == initiative)
    };
    let mut found: Vec<&Hit> = hits.iter().filter(fits).collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    // Of nothing recognised only what stands with the best one.
    let first = found.first().map(|it| context.index.initiative_of[it.doc as usize]);
    found.retain(|it| Some(context.index.initiative_of[it.doc as usize]) == first);
    found.into_iter().take(NEAREST).map(|it| context.doc(it.doc)).collect()
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::matcher::decision::{candidates, choose};
    use crate::matcher::intents::anaphora::Lately;
    use crate::matcher::testing::{check, look_with_headings, name};

    /// The words that stand in the way with the reason, and the nearest figure; or that there is none.
    fn obstacle(question: &str) -> String {
        look_with_headings(question, |context, headings| {
            let best = choose(candidates(context, headings, Lately::default())).expect("a look-up is there");
            let Some(it) = of(context, &context.question(), &best.understanding.verdict) else {
                return "no obstacle".to_owned();
            };
            let nearest = it.nearest.first().map_or("nothing", |it| name(*it));
            format!("{} {:?}, near {nearest}", it.words.join("|"), it.veto)
        })
    }

    #[test]
    fn a_no_names_the_words_that_stand_in_the_way_and_the_nearest_figure() {
        let rows: &[(&str, &str)] = &[
            // A negator with what it negates
            ("没牵手成功的有多少对", "没牵手成功 Polarity, near match-couples"),
            ("撤销了几个非公企业团组织", "撤销 Polarity, near private-orgs"),
            // A time, a part with what narrows to it
            ("2023年青马培训了多少人", "2023年 Time, near qingma-people"),
            ("三月份发展了多少团员", "三月份 Time, near new-members"),
            ("只算女生的团员多少名", "只算女生 Part, near new-members"),
            ("青马第三期是多少人", "第三期 Part, near qingma-people"),
            ("六十岁往上的团员多少名", "六十岁 Part, near new-members"),
            ("青马一期培训多少人", "一期 Part, near qingma-people"),
            // A place, a body
            ("成都有几个青年之家", "成都 Elsewhere, near youth-homes"),
            ("峨眉山的青年之家多少个", "峨眉山 Within, near youth-homes"),
            // A role, a scope, a measure that is not reported
            ("青马的辅导员多少名", "辅导员 Aspect, near qingma-people"),
            ("国家级领头雁多少名", "国家级 Scope, near lingtouyan-province"),
            ("团团严选的经费多少", "经费 Measure, near match-posts"),
            ("书信手拉手的信为什么要写", "为什么 Unreported, near letters"),
            // What nothing explains is only said to be not understood
            ("被删的节目有几期", "删 Polarity, near pioneer-shows"),
            ("囹圄有多少个", "囹圄 Unread, near nothing"),
            // Something is found, or a choice; a number that is no figure says so itself
            ("青马培训了多少人", "no obstacle"),
            ("领头雁多少名", "no obstacle"),
            ("1270是什么", "no obstacle"),
        ];
        check(rows, obstacle);
    }
}
