//! Several things named side by side, one question behind them all: 领头雁、合伙人、团干部各多少名.
//! Each item is looked up with what is asked of all; what an item leaves open, the one before it may explain.

use crate::matcher::index::{Doc, DocId};
use crate::matcher::intents::enumerate;
use crate::matcher::intents::verdict::Verdict;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::question;
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::{BELONGS, ITEM, ITEMS};
use crate::matcher::selection::select::{Decided, Decision};
use crate::matcher::selection::several;
use crate::matcher::selection::windows::decide_span;
use std::ops::Range;

/// Things named side by side: where each stands, and what is asked of all of them.
struct Coordination {
    items: Vec<Range<usize>>,
    tail: Range<usize>,
}

/// The figures of things named side by side, in the order named; nothing where fewer than two are found, or one that
/// says something is not. Also whether each item is one figure, so that a total of them is the one asked for.
fn figures(context: &Context<'_>) -> Option<(Vec<DocId>, bool)> {
    let mut coordination = read(context.tokens)?;
    // 按支算的队伍,突击队、走播队: by what they are counted, which only introduces them.
    if coordination.items.len() > 2 && is_by_unit(&context.tokens[coordination.items[0].clone()]) {
        coordination.items.remove(0);
    }
    if !is_called_for(context, &coordination) {
        return None;
    }
    let mut found: Vec<DocId> = Vec::new();
    let heading = heading(context, &coordination);
    for item in coordination.items.iter().skip(usize::from(heading.is_some())) {
        match item_figures(context, item, &coordination, (heading, &found)) {
            Some(docs) => {
                let new: Vec<DocId> = docs.into_iter().filter(|it| !found.contains(it)).collect();
                found.extend(new);
            }
            None if names_nothing(context, item) => {}
            None => return None,
        }
    }
    // 节目和短视频一共多少次: what is asked of all together is counted alike.
    let measure = |doc: &DocId| context.index.measures[*doc as usize];
    let is_alike = found.iter().all(|it| measure(it) == measure(&found[0]));
    let together = context.tokens.iter().any(|it| it.is(Cue::Altogether));
    if together && !is_alike && !context.tokens.iter().any(|it| it.is(Cue::Each)) {
        return None;
    }
    let one_each = found.len() <= coordination.items.len();
    (found.len() >= 2).then_some((found, one_each))
}

/// The figures of things named side by side, as what is asked of them, and of what is asked behind them (外加岗点几个).
pub(crate) fn asked(context: &Context<'_>) -> Option<Verdict> {
    let Some(cut) = second_ask(context.tokens) else {
        let (found, one_each) = figures(context).or_else(|| side_by_side(context))?;
        return Some(verdict(context, &found, one_each));
    };
    let first = Context { tokens: &context.tokens[..cut], evidence: &context.evidence[..cut], ..*context };
    let (mut found, _) = figures(&first)?;
    let rest: Vec<usize> = (cut..context.tokens.len()).collect();
    let Decision::Figures(more) = decide_span(context, &rest, None).decision else { return None };
    found.extend(more);
    Some(verdict(context, &found, false))
}

/// 突击队小海棠信箱各是多少: the figures of names that nothing parts, where each is asked for.
fn side_by_side(context: &Context<'_>) -> Option<(Vec<DocId>, bool)> {
    let each = context.tokens.iter().any(|it| it.is(Cue::Each));
    let found = if each { enumerate::adjoining(context, &context.question().measures) } else { Vec::new() };
    (found.len() >= 2).then_some((found, true))
}

/// Where a clause begins that asks once more behind 各 and its question.
fn second_ask(tokens: &[Token]) -> Option<usize> {
    let each = tokens.iter().position(|it| it.is(Cue::Each))?;
    let mut asks = (each..tokens.len()).filter(|at| tokens[*at].is(Cue::HowMany));
    let (first, second) = (asks.next()?, asks.next()?);
    let cut = (first..second).rfind(|at| tokens[*at].is_break())?;
    let says = tokens[cut..second].iter().any(|it| it.is_content && !it.is_light);
    says.then_some(cut + 1)
}

/// What the question makes of the figures: a comparison, an order, a sum, or each of them.
fn verdict(context: &Context<'_>, found: &[DocId], one_each: bool) -> Verdict {
    let is = |cue: Cue| context.tokens.iter().any(|it| it.is(cue));
    let docs: Vec<Doc> = found.iter().map(|it| context.doc(*it)).collect();
    let compares = is(Cue::Compare) || (is(Cue::Which) && is(Cue::More));
    match docs[..] {
        [a, b] if compares => Verdict::Compare(a, b),
        _ => {
            let total = is(Cue::Total) || (is(Cue::Altogether) && one_each && !is(Cue::Each));
            Verdict::Figures { docs, total }
        }
    }
}

/// 领头雁:培训期数、报道期数: the initiative that a first item names, where a colon parts it from the list, or a comma from
/// measures.
fn heading(context: &Context<'_>, coordination: &Coordination) -> Option<usize> {
    let [first, second, rest @ ..] = &coordination.items[..] else { return None };
    let tokens = context.tokens;
    let mark = tokens.get(first.end)?;
    let bare = |item: &Range<usize>| {
        let own = &tokens[item.clone()];
        own.iter().any(is_measure) && !own.iter().any(|it| it.is_name)
    };
    let measures = mark.mark == Some(',') && !context.typed(mark).contains('、') && bare(second);
    if rest.is_empty() || !(mark.mark == Some(':') || measures) {
        return None;
    }
    let span: Vec<usize> = first.clone().collect();
    let docs = match decide_span(context, &span, None).decision {
        Decision::Figures(docs) | Decision::Tie(docs) => docs,
        Decision::Fact(doc) | Decision::Initiative(doc) | Decision::Absent(doc, _) => vec![doc],
        Decision::Unknown => return None,
    };
    let initiative = |doc: &DocId| context.index.initiative_of[*doc as usize];
    docs.iter().all(|it| initiative(it) == initiative(&docs[0])).then(|| initiative(&docs[0]))
}

/// True where a word asks for each, for both or for all of them; else only names that stand close together (A、B和C) are
/// items: elsewhere 和 and a comma join the parts of one thing.
fn is_called_for(context: &Context<'_>, coordination: &Coordination) -> bool {
    let is = |cue: Cue| context.tokens.iter().any(|it| it.is(cue));
    let items: Vec<&Range<usize>> =
        coordination.items.iter().filter(|it| !names_nothing(context, it)).collect();
    let together = is(Cue::Compare)
        || is(Cue::Total)
        || is(Cue::Altogether)
        || ((is(Cue::Amount) || is(Cue::Data)) && !is(Cue::HowMany))
        || (is(Cue::Which) && is(Cue::More))
        || is_headed(context.tokens)
        || enumerate::asked_of_all(context.tokens).is_some();
    let between = items.first().zip(items.last()).map_or(0..0, |(first, last)| first.end..last.start);
    let is_close = |at: usize| {
        let it = &context.tokens[at];
        // 团员人数 推优率: a measure ends an item.
        let ends = at > 0 && !context.tokens[at - 1].nouns.is_empty();
        it.mark.is_none()
            || context.typed(it).contains('、')
            || matches!(it.mark, Some(':' | '+'))
            || (it.mark == Some(' ') && ends && context.tokens[at..].iter().all(|it| it.scopes.is_empty()))
    };
    let close = items.len() >= 2 && between.clone().all(is_close);
    let named = |item: &Range<usize>| context.tokens[item.clone()].iter().any(|it| it.is_name);
    let short = |item: &&Range<usize>| item.len() <= ITEM && named(item);
    let listed = is(Cue::List) && !is(Cue::HowMany);
    // 到工厂和农村去讲理论,一共几场: places of one thing.
    let head = items.first().map(|it| &context.tokens[it.start]);
    if !is(Cue::Each) && head.is_some_and(|it| it.is_one_of(&context.lexicon.grammar.coverbs)) {
        return false;
    }
    is(Cue::Each) || listed || (close && (together || items.iter().all(short)))
}

/// Parts what stands before the common question at marks and at 和, and behind each measure of several (队伍数活动数都要).
fn read(tokens: &[Token]) -> Option<Coordination> {
    let tail = tail(tokens);
    // A question of its own in front is no item of a list, but of one under a heading.
    if !is_headed(tokens) && tokens[..tail.start].iter().any(|it| it.is(Cue::HowMany)) {
        return None;
    }
    let lists = tokens.iter().any(|it| it.is(Cue::List) || it.is(Cue::Each));
    let mut items = Vec::new();
    let mut start = 0;
    for at in 0..=tail.start {
        let next = tokens[start..at].last().is_some_and(|before| {
            let goes_on = at < tail.start && (tokens[at].is_content || !tokens[at].nouns.is_empty());
            lists && goes_on && is_measure(before)
        });
        if next || at == tail.start || parts(&tokens[at]) {
            let counts = |it: &Token| !it.nouns.is_empty() && it.text.len() > 2;
            let says = tokens[start..at].iter().any(|it| it.is_content || it.is_unknown || counts(it));
            if says {
                items.push(start..at);
            }
            start = if next { at } else { at + 1 };
        }
    }
    ((2..=ITEMS).contains(&items.len())).then_some(Coordination { items, tail })
}

/// 人数, 场次: a noun that asks for a measure by itself.
fn is_measure(token: &Token) -> bool {
    !token.nouns.is_empty() && !token.is(Cue::Amount)
}

/// 电商:队伍、场数、卖了多少钱: a colon before a list of three or more.
fn is_headed(tokens: &[Token]) -> bool {
    let Some(colon) = tokens.iter().position(|it| it.mark == Some(':')) else { return false };
    colon > 0 && tokens[colon..].iter().filter(|it| it.mark == Some(',')).count() >= 2
}

/// Where the question that all share begins: at 各 or 分别, else at the question word; at the end where none stands.
fn tail(tokens: &[Token]) -> Range<usize> {
    let asks =
        |it: &Token| it.is(Cue::HowMany) || it.is(Cue::Which) || it.is(Cue::Compare) || it.is(Cue::Total);
    let each = tokens.iter().rposition(|it| it.is(Cue::Each));
    let ask = tokens.iter().position(asks).filter(|_| !is_headed(tokens));
    let start = match (each, ask) {
        (Some(each), Some(ask)) => Some(each.min(ask)),
        (one, other) => one.or(other),
    };
    start.or_else(|| enumerate::asked_of_all(tokens)).unwrap_or(tokens.len())..tokens.len()
}

/// True where an item may end: 和, 、, a blank.
fn parts(token: &Token) -> bool {
    let is_mark = matches!(token.mark, Some(',' | '/' | ' ' | '+' | '?' | ':'));
    token.is(Cue::Join) || token.is(Cue::Plus) || is_mark
}

/// True for what only introduces the list or sums it up: 麻烦查两个, 三个数. A measure of its own (活动场数) is an item.
fn names_nothing(context: &Context<'_>, item: &Range<usize>) -> bool {
    let says = |at: usize| {
        let it = &context.tokens[at];
        let content = it.is_content && !it.is_light && context.evidence[at].most >= BELONGS;
        !it.is_excluded && (is_measure(it) || content)
    };
    !item.clone().any(says)
}

fn is_by_unit(item: &[Token]) -> bool {
    item.windows(2).any(|it| it[0].is(Cue::CountedIn) && it[1].is_bare_unit())
}

/// The figures that an item means, one or all that are equally good: asked as all are asked, else by itself, else with
/// the words of the last item (省级和市级领头雁).
fn item_figures(
    context: &Context<'_>,
    item: &Range<usize>,
    coordination: &Coordination,
    (heading, found): (Option<usize>, &[DocId]),
) -> Option<Vec<DocId>> {
    let last = found.last().map(|doc| context.index.initiative_of[*doc as usize]);
    let topic: Vec<usize> = heading.or(last).into_iter().collect();
    let context = &Context { topic: &topic, last_measure: None, ..*context };
    let last = coordination.items.last().filter(|it| *it != item);
    let shared =
        || last.into_iter().flat_map(|it| it.clone()).filter(|at| context.tokens[*at].scopes.is_empty());
    let is_bare = item.clone().all(|at| !context.tokens[at].is_name || !context.tokens[at].scopes.is_empty());
    // 各报一下: a verb of one character that nothing explains asks nothing.
    let asks = |at: &usize| !context.tokens[*at].is_unknown || context.tokens[*at].text.len() > 1;
    let tail = || coordination.tail.clone().filter(asks);
    let with_tail: Vec<usize> = item.clone().chain(tail()).collect();
    let with_last: Vec<usize> = item.clone().chain(shared()).chain(tail()).collect();
    let asked = question::read(context.tokens, &with_tail, context.lexicon);
    let measures = asked.measures;
    // 经费 is asked of all of them or of none: an item by itself would be answered with whatever it counts.
    let is_open = measures.is_empty() || asked.by_unit;
    let tries = [
        Some((with_tail, measures.clone())),
        is_open.then(|| (item.clone().collect(), Vec::new())),
        is_bare.then_some((with_last, measures)),
    ];
    tries.into_iter().flatten().find_map(|(span, measures)| {
        let decided = decide_span(context, &span, Some(&measures));
        spoken_for(context, &decided, item, found)
    })
}

/// The figures of a decision, where some word of the item itself speaks for them.
fn spoken_for(
    context: &Context<'_>,
    decided: &Decided,
    item: &Range<usize>,
    found: &[DocId],
) -> Option<Vec<DocId>> {
    let docs = match &decided.decision {
        Decision::Figures(docs) => several::alike(context, docs),
        Decision::Tie(docs) => one_of(context, docs, found).or_else(|| several::all_of(context, docs))?,
        _ => return None,
    };
    let speaks = |doc: DocId, at: usize| {
        let it = &context.tokens[at];
        (it.is_content || !it.nouns.is_empty()) && context.evidence[at].at(doc as usize) >= BELONGS
            || it.nouns.iter().chain(&it.units).any(|it| context.index.measures[doc as usize] == Some(*it))
    };
    docs.iter().all(|doc| item.clone().any(|at| speaks(*doc, at))).then_some(docs)
}

/// Of equally good figures the only one that was not named before, else the one that is counted like the last.
fn one_of(context: &Context<'_>, docs: &[DocId], found: &[DocId]) -> Option<Vec<DocId>> {
    let measure = |doc: &DocId| context.index.measures[*doc as usize];
    let left: Vec<DocId> = docs.iter().filter(|it| !found.contains(it)).copied().collect();
    let alike = |doc: &&DocId| found.last().is_some_and(|known| measure(known) == measure(doc));
    match left[..] {
        [] => None,
        [one] => Some(vec![one]),
        _ => {
            let like_the_last: Vec<DocId> = left.iter().filter(alike).copied().collect();
            (!like_the_last.is_empty()).then_some(like_the_last)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::asked;
    use crate::matcher::testing::{alone, check};

    #[test]
    fn things_named_side_by_side_share_one_question() {
        let rows: &[(&str, &str)] = &[
            ("突击队、走播队和志愿队伍各几支", "figures shock-teams, live-teams, volunteer-teams"),
            ("银奖、铜奖各几名", "figures startup-silver, startup-bronze"),
            // What an item leaves open the last one explains
            ("省级和市级领头雁各多少名", "figures lingtouyan-province, lingtouyan-city"),
            // What is asked of all
            ("突击队和志愿队伍哪个多", "compare shock-teams, volunteer-teams"),
            ("突击队和志愿队伍加起来多少支", "total shock-teams, volunteer-teams"),
            ("领头雁省级和市级一共多少名", "total lingtouyan-province, lingtouyan-city"),
            // An item of several figures gives all of them, which are no total
            ("领头雁和团干部各多少名", "figures lingtouyan-province, lingtouyan-city, cadres"),
            // Under a heading, measures by themselves
            (
                "团团严选:信息期数、联谊场数、牵手对数,三个数都要",
                "figures match-posts, match-events, match-couples",
            ),
            (
                "立功竞赛那一摊，队伍数活动数骨干数都要",
                "figures shock-teams, contest-events, industry-talents",
            ),
            ("电商：队伍、直播场数、卖了多少钱，三样都报", "figures live-teams, live-sales, farm-sales"),
            ("西部计划累计服务人数、主题活动场数,各报一下", "figures west-total, west-events"),
            // Behind what they are counted in
            ("按支算的队伍，突击队、走播队、青骑兵，总共多少支", "total shock-teams, live-teams, qingqibing"),
            // Names that nothing parts
            ("突击队小海棠信箱各是多少", "figures shock-teams, mailbox-cases"),
            // Numbers of them, joined by a plus or by a blank behind a measure
            ("走播队、青骑兵的数一起给", "figures live-teams, qingqibing"),
            ("新团员人数+推优率", "figures new-members, recommend-rate"),
            ("发展团员人数 推优入团率", "figures new-members, recommend-rate"),
            // What only introduces the list
            ("麻烦查两个，突击队、走播队各几支", "figures shock-teams, live-teams"),
            // One thing alone, or one thing twice
            ("突击队有几支", "nothing"),
            ("突击队、突击队各几支", "nothing"),
            // One of them is not found
            ("突击队、妇联各几支", "nothing"),
            // A question of its own in front: a look-up of several
            ("青马几期，多少人", "nothing"),
            // Parts of one thing
            ("进学校、社区、企业、农村的宣讲多少场", "nothing"),
            ("到工厂和农村去讲理论，一共讲了多少场", "nothing"),
            // More than a list holds
            ("突击队、走播队、青骑兵、志愿队伍、园区、企业、街区、公园、青年之家各几个", "nothing"),
        ];
        check(rows, |text| alone(text, |context, _| asked(context)));
    }
}
