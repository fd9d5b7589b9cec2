//! Two things side by side: where a comparison is cut, what each side means, and the order of what is ranked.
//! Finds figures only; differences and order are shown by the answer.

use crate::matcher::index::{Doc, DocId};
use crate::matcher::intents::enumerate;
use crate::matcher::intents::verdict::Verdict;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::question::Question;
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::context::Context;
use crate::matcher::selection::select::Decision;
use crate::matcher::selection::windows::decide_span;
use crate::text::numerals::Decimal;

/// Two figures side by side, where a question word compares them.
pub(crate) fn asked(context: &Context<'_>, question: &Question) -> Option<Verdict> {
    let is = |cue: Cue| context.tokens.iter().any(|it| it.is(cue));
    let compares = is(Cue::Compare) || (is(Cue::Which) && is(Cue::More)) || asks_whether_more(context.tokens);
    let (a, b) = compares.then(|| compared(context, &question.measures)).flatten()?;
    Some(Verdict::Compare(context.doc(a), context.doc(b)))
}

/// 领头雁有没有青联的人多: yes or no between two names, and 多 at the end.
fn asks_whether_more(tokens: &[Token]) -> bool {
    let last = tokens.iter().rfind(|it| !it.is_break());
    tokens.iter().any(|it| it.is(Cue::YesNo)) && last.is_some_and(|it| it.is(Cue::More))
}

/// The figures that a question adds up, with their sum.
pub(crate) fn summed(context: &Context<'_>, question: &Question) -> Option<Verdict> {
    let docs = added(context, &question.measures)?;
    Some(Verdict::Figures { docs: docs.into_iter().map(|it| context.doc(it)).collect(), total: true })
}

/// The two figures that a question compares; nothing where it does not hold two.
#[must_use]
pub(crate) fn compared(context: &Context<'_>, measures: &[usize]) -> Option<(DocId, DocId)> {
    // 市级是省级的几倍
    let times = context.tokens.iter().any(|it| it.is(Cue::Times));
    let whether = asks_whether_more(context.tokens);
    let cuts = |it: &Token| {
        let copula = times && it.is_one_of(&context.lexicon.grammar.copulas);
        parts(it) || copula || (whether && it.is(Cue::YesNo))
    };
    best_cut(context, measures, cuts).or_else(|| match enumerate::adjoining(context, measures)[..] {
        [a, b] => Some((a, b)),
        _ => None,
    })
}

/// The figures that a question adds up: a row of names, or what stands on both sides of 和 or 加; all counted alike.
#[must_use]
pub(crate) fn added(context: &Context<'_>, measures: &[usize]) -> Option<Vec<DocId>> {
    let is = |cue: Cue| context.tokens.iter().any(|it| it.is(cue));
    if !is(Cue::Total) && !is(Cue::Plus) {
        let listed = if is(Cue::Altogether) { enumerate::adjoining(context, measures) } else { Vec::new() };
        return (listed.len() >= 2 && are_alike(context, &listed)).then_some(listed);
    }
    let listed = enumerate::of(context, measures);
    let is_join = |it: &Token| it.is(Cue::Plus) || (is(Cue::Total) && it.is(Cue::Join));
    // A sum that leaves a name out is a wrong number: with two joins there are three to add.
    let joins = context.tokens.iter().filter(|it| it.is(Cue::Plus)).count();
    let docs = match listed.len() {
        3.. if listed.len() > joins => listed,
        _ if joins > 1 => return None,
        _ => best_cut(context, measures, is_join)
            .map(|(a, b)| vec![a, b])
            // 突击队青骑兵加起来多少支
            .or_else(|| Some(enumerate::adjoining(context, measures)).filter(|listed| listed.len() >= 2))?,
    };
    are_alike(context, &docs).then_some(docs)
}

/// True where all of these count the same.
fn are_alike(context: &Context<'_>, docs: &[DocId]) -> bool {
    let measure = |doc: &DocId| context.index.measures[*doc as usize];
    docs.iter().all(|it| measure(it) == measure(&docs[0]))
}

/// The two figures on both sides of the best cut; `parts` says where one may be.
fn best_cut(
    context: &Context<'_>,
    measures: &[usize],
    parts: impl Fn(&Token) -> bool,
) -> Option<(DocId, DocId)> {
    let says = |from: usize, to: usize| {
        context.tokens[from..to].iter().any(|it| it.is_content && !it.is_light && !it.is_excluded)
    };
    // 青联和学联哪个搞的活动更多: what stands behind 哪个 is asked of both.
    let which = context.tokens.iter().position(|it| it.is(Cue::Which));
    let tail = which
        .filter(|_| context.tokens.iter().any(|it| it.is(Cue::More)))
        .unwrap_or(context.tokens.len())..context.tokens.len();
    let mut best: Option<(f32, DocId, DocId)> = None;
    for cut in 1..context.tokens.len().saturating_sub(1) {
        if !parts(&context.tokens[cut]) || !says(0, cut) || !says(cut + 1, context.tokens.len()) {
            continue;
        }
        let left: Vec<usize> = (0..cut).chain(tail.clone()).collect();
        let Some((lefts, score)) = side(context, left.clone(), measures, context.topic) else { continue };
        let topic = [context.index.initiative_of[lefts[0] as usize]];
        let rest: Vec<usize> = (cut + 1..context.tokens.len()).collect();
        // A noun such as 队伍数 belongs to its own side.
        let right = |measures: &[usize]| {
            let (rights, more) = side(context, rest.clone(), measures, &topic)?;
            Some((apart(context, &lefts, &rights)?, more))
        };
        let Some((docs, more)) = right(measures).or_else(|| right(&[])) else { continue };
        let (one, other) = alike(context, docs, (&left, &rest), measures);
        if best.is_none_or(|(known, ..)| score + more > known) {
            best = Some((score + more, one, other));
        }
    }
    best.map(|(_, left, right)| (left, right))
}

/// 青年之家的活动和理论宣讲比哪个多: of a side's figures the one that is counted as the other side's is meant, where no
/// measure was asked for. `sides` are the words of each.
fn alike(
    context: &Context<'_>,
    (left, right): (DocId, DocId),
    sides: (&[usize], &[usize]),
    measures: &[usize],
) -> (DocId, DocId) {
    let measure = |doc: DocId| context.index.measures[doc as usize];
    if !measures.is_empty() || measure(left) == measure(right) {
        return (left, right);
    }
    let initiative = |doc: DocId| context.index.initiative_of[doc as usize];
    let counted_as = |doc: DocId, words: &[usize], other: DocId| {
        let wanted = measure(other)?;
        let (docs, _) = side(context, words.to_vec(), &[wanted], &[initiative(doc)])?;
        let fits =
            |it: &DocId| measure(*it) == Some(wanted) && initiative(*it) == initiative(doc) && *it != other;
        docs.first().copied().filter(fits)
    };
    match counted_as(left, sides.0, right) {
        Some(left) => (left, right),
        None => (left, counted_as(right, sides.1, left).unwrap_or(right)),
    }
}

/// Where a comparison or a list may be cut.
pub(crate) fn parts(token: &Token) -> bool {
    token.is(Cue::Join)
        || token.is(Cue::Plus)
        || token.is(Cue::Compare)
        || matches!(token.mark, Some(',' | '/' | '?' | ' '))
}

/// What one side may mean, the best first: several where they are equally good.
pub(crate) fn side(
    context: &Context<'_>,
    span: Vec<usize>,
    measures: &[usize],
    topic: &[usize],
) -> Option<(Vec<DocId>, f32)> {
    let context = Context { topic, ..*context };
    let decided = decide_span(&context, &span, Some(measures));
    match decided.decision {
        Decision::Figures(docs) => docs.first().map(|doc| (vec![*doc], decided.score)),
        Decision::Tie(docs) => Some((docs, decided.score)),
        _ => None,
    }
}

/// Two sides that mean two figures: what the one side means cannot be meant by the other too, and of several the one that
/// is counted alike is meant.
fn apart(context: &Context<'_>, lefts: &[DocId], rights: &[DocId]) -> Option<(DocId, DocId)> {
    let measure = |doc: DocId| context.index.measures[doc as usize];
    let alone = |of: &[DocId], other: &[DocId]| match (of, other) {
        ([only], _) => Some(*only),
        (several, [other]) => {
            let rest: Vec<DocId> = several.iter().copied().filter(|it| it != other).collect();
            let mut alike = rest.iter().copied().filter(|it| measure(*it) == measure(*other));
            match (rest.as_slice(), alike.next(), alike.next()) {
                ([only], ..) => Some(*only),
                (_, only, None) => only,
                _ => None,
            }
        }
        _ => None,
    };
    let (left, right) = (alone(lefts, rights)?, alone(rights, lefts)?);
    (left != right).then_some((left, right))
}

/// The figures of one measure, the largest (or smallest) first; ties in the order printed.
#[must_use]
pub(crate) fn ranked(context: &Context<'_>, mut docs: Vec<DocId>, smallest: bool) -> Vec<DocId> {
    let size = |doc: &DocId| size(context, *doc);
    docs.sort_by(|a, b| if smallest { size(a).cmp(&size(b)) } else { size(b).cmp(&size(a)) });
    docs
}

/// How much a figure is, in single units; nothing where it is no plain number.
pub(crate) fn size(context: &Context<'_>, doc: DocId) -> Option<Decimal> {
    let Doc::Figure(report, at) = context.index.docs[doc as usize] else { return None };
    context.reports[report].figures[at].size
}

#[cfg(test)]
mod tests {
    use super::{asked, ranked, summed};
    use crate::matcher::index::DocId;
    use crate::matcher::testing::{alone, check, doc, look, names};

    #[test]
    fn two_things_of_one_question_are_held_side_by_side() {
        let rows: &[(&str, &str)] = &[
            ("突击队和志愿队伍哪个多", "compare shock-teams, volunteer-teams"),
            ("突击队比志愿队伍少多少支", "compare shock-teams, volunteer-teams"),
            ("市级领头雁是省级的几倍", "compare lingtouyan-city, lingtouyan-province"),
            // What stands behind 哪个 is asked of both
            ("青联和学联哪个搞的活动更多", "compare federation-events, student-events"),
            // Of a side's figures the one that is counted as the other side's
            ("青年之家的活动和理论宣讲比哪个多", "compare youth-home-events, talks"),
            // By yes or no
            ("市级领头雁有没有青联吸纳的人多", "compare lingtouyan-city, federation-members"),
            // Side by side without a word between them
            ("创青春的银奖铜奖哪个拿得多", "compare startup-silver, startup-bronze"),
            // One side alone, or the same on both
            ("突击队比哪个多", "nothing"),
            ("突击队跟突击队比哪个多", "nothing"),
            ("突击队比元宇宙多多少", "nothing"),
            // Nothing is compared: a look-up, each of them, an order
            ("突击队有几支", "nothing"),
            ("突击队和志愿队伍各几支", "nothing"),
            ("突击队、走播队和志愿队伍哪个最多", "nothing"),
        ];
        check(rows, |text| alone(text, asked));
    }

    #[test]
    fn what_is_added_up_is_counted_alike_and_leaves_nothing_out() {
        let rows: &[(&str, &str)] = &[
            ("青年之家和青联活动场次加起来多少", "total youth-home-events, federation-events"),
            ("园区加企业几个", "total park, company"),
            ("园区加企业加街区几个", "total park, company, street"),
            ("突击队、走播队、志愿队伍加起来多少支", "total shock-teams, live-teams, volunteer-teams"),
            // Teams and people are no sum
            ("突击队和青马学员加起来多少", "nothing"),
            // One of three is not known
            ("园区加企业加元宇宙几个", "nothing"),
            // One thing alone
            ("突击队加起来多少支", "nothing"),
            // No sum is asked for
            ("突击队和志愿队伍各几支", "nothing"),
            ("突击队比志愿队伍少多少支", "nothing"),
        ];
        check(rows, |text| alone(text, summed));
    }

    #[test]
    fn an_order_is_by_value_and_equals_stay_as_they_are() {
        let rows: &[((&[&str], bool), &str)] = &[
            ((&["company", "park", "street"], false), "street, company, park"),
            ((&["company", "park", "street"], true), "park, company, street"),
            // Equals
            ((&["street", "sports-park", "park"], false), "street, sports-park, park"),
            ((&["sports-park", "street", "park"], false), "sports-park, street, park"),
            // 600 of 万元 are more than 8588
            ((&["league-orgs", "farm-sales"], false), "farm-sales, league-orgs"),
            // A page has no value
            ((&["west-plan", "park"], false), "park, west-plan"),
        ];
        let order = |(ids, smallest): (&[&str], bool)| {
            look("", |context| {
                let ids: Vec<DocId> = ids.iter().filter_map(|it| context.index.id(doc(it))).collect();
                names(context, &ranked(context, ids, smallest))
            })
        };
        check(rows, order);
    }
}
