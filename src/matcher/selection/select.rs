//! From scores to a decision for one span of a question: a figure, a fact, a tie, or one of the three kinds of no.
//! Weighs nothing itself; its thresholds say how sure is sure enough.

use crate::matcher::index::{Doc, DocId};
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::question::{self, Question, WIDE};
use crate::matcher::query::tokens::Token;
use crate::matcher::query::{noun_phrase, predicate};
use crate::matcher::scoring::constraints::Veto;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::score::{self, Hit};
use crate::matcher::scoring::weights::{FACT_LEAD, LABELLED, LEAD, LIKELY, NAMED, SURE, SURE_BARE, TIE};
use crate::matcher::selection::nearest;
use crate::text::numerals;

/// What one span of a question comes to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Decision {
    /// These figures, the first one first.
    Figures(Vec<DocId>),
    /// This fact.
    Fact(DocId),
    /// This initiative as a whole.
    Initiative(DocId),
    /// These are equally good.
    Tie(Vec<DocId>),
    /// The initiative (its document) is there, the measure is not reported.
    Absent(DocId, Veto),
    /// Not in this report.
    Unknown,
}

impl Decision {
    /// True where something was found.
    #[must_use]
    pub(crate) fn is_found(&self) -> bool {
        matches!(self, Self::Figures(_) | Self::Fact(_) | Self::Initiative(_))
    }
}

/// A decision with how much of the span it explains.
#[derive(Debug, Clone)]
pub(crate) struct Decided {
    /// The decision.
    pub decision: Decision,
    /// The share of the span that it explains, 0 to 1.
    pub coverage: f32,
    /// The score of what was chosen.
    pub score: f32,
    /// How much of what is said speaks for it, what is left unexplained aside.
    pub explained: f32,
    /// True where the span itself says what it is about.
    pub says: bool,
    /// The words of the span, by position.
    pub span: Vec<usize>,
}

impl Decided {
    /// Nothing was found.
    pub(crate) fn unknown() -> Self {
        Self {
            decision: Decision::Unknown,
            coverage: 0.0,
            score: 0.0,
            explained: 0.0,
            says: false,
            span: Vec::new(),
        }
    }
}

/// Decides one span.
#[must_use]
pub(crate) fn decide(context: &Context<'_>, question: &Question) -> Decided {
    let hits = context.hits(question);
    let [figures, facts, wholes] = score::sorted(context, &hits);
    let wants_number = question.how_many || !question.measures.is_empty();
    let decision = if wants_number {
        number(context, question, &hits, &figures, &facts)
    } else if question.wants_text() {
        text(context, &hits, &facts, &wholes)
    } else {
        bare(context, question, &figures, &facts, &wholes)
    };
    let decision = decision.unwrap_or_else(|| nearest::nothing(context, &hits));
    let best = best_of(&decision, &hits);
    let of = |part: fn(&Hit) -> f32| best.map_or(0.0, part);
    let (coverage, score, explained) = (of(|it| it.coverage), of(|it| it.score), of(|it| it.explained));
    let says = question.content.iter().any(|at| !context.tokens[*at].is_light);
    Decided { decision, coverage, score, explained, says, span: Vec::new() }
}

fn best_of<'a>(decision: &Decision, hits: &'a [Hit]) -> Option<&'a Hit> {
    let doc = match decision {
        Decision::Figures(docs) | Decision::Tie(docs) => *docs.first()?,
        Decision::Fact(doc) | Decision::Initiative(doc) | Decision::Absent(doc, _) => *doc,
        Decision::Unknown => return None,
    };
    hits.binary_search_by_key(&doc, |it| it.doc).ok().map(|at| &hits[at])
}

fn number(
    context: &Context<'_>,
    question: &Question,
    hits: &[Hit],
    figures: &[&Hit],
    facts: &[&Hit],
) -> Option<Decision> {
    let fact = facts.first().filter(|it| it.coverage >= SURE_BARE && it.named >= NAMED);
    let best = figures.first().filter(|it| is_sure(it, question, context) || is_likely(figures, question));
    let best =
        best.filter(|it| !nearest::is_second_best(it, hits) && !nearest::is_outdone(context, it, hits));
    match (best, fact) {
        (Some(best), Some(fact)) if fact.score > best.score + FACT_LEAD && question.wants_text() => {
            Some(Decision::Fact(fact.doc))
        }
        (Some(best), _) => {
            let tied = tied(figures, best);
            Some(if tied.len() > 1 {
                split(context, question, tied)
            } else {
                Decision::Figures(vec![best.doc])
            })
        }
        (None, Some(fact)) if question.by_unit && tells_number(context, question, fact.doc) => {
            Some(Decision::Fact(fact.doc))
        }
        _ => None,
    }
}

/// 六条措施有几条: the label itself says how many, of the very thing that is counted.
fn tells_number(context: &Context<'_>, question: &Question, doc: DocId) -> bool {
    // 三大行动用了多少经费: money and people are no items.
    let counts_items = |it: &usize| {
        let measure = &context.lexicon.measures[*it];
        measure.id == WIDE || measure.loosely.iter().any(|it| it == WIDE)
    };
    let items = question.measures.iter().chain(&question.colloquial).any(counts_items);
    let ends = |noun: usize| context.ends(doc as usize, &context.tokens[noun]);
    let counted = question.counted.or(question.before).is_none_or(ends);
    context.heads.is_numbered(doc as usize) && items && counted
}

fn is_sure(hit: &Hit, question: &Question, context: &Context<'_>) -> bool {
    let silent = says_nothing(context, question);
    let in_topic = context.topic.contains(&context.index.initiative_of[hit.doc as usize]);
    (hit.coverage >= SURE && hit.named >= NAMED && says_word(context, question, hit)) || (silent && in_topic)
}

/// True where nothing but light words is said; 牵成, which tells of a result reached, is as light.
fn says_nothing(context: &Context<'_>, question: &Question) -> bool {
    let is_result = |at: &usize| predicate::is_result(&context.tokens[*at], &context.lexicon.polarity);
    question.content.iter().all(|it| context.tokens[*it].is_light) && question.unknown.iter().all(is_result)
}

/// Half explained is enough where the very unit was asked for and no other figure comes near.
fn is_likely(figures: &[&Hit], question: &Question) -> bool {
    let Some(best) = figures.first() else { return false };
    let lead = figures.get(1).map_or(f32::INFINITY, |second| best.score - second.score);
    question.by_unit && best.coverage >= LIKELY && best.named >= LIKELY && lead >= LEAD
}

fn tied(hits: &[&Hit], best: &Hit) -> Vec<DocId> {
    hits.iter().take_while(|it| best.score - it.score < TIE).map(|it| it.doc).collect()
}

/// Several figures are equally good: all of them where each was asked for, else a choice.
fn split(context: &Context<'_>, question: &Question, tied: Vec<DocId>) -> Decision {
    let initiative = |doc: &DocId| context.index.initiative_of[*doc as usize];
    let same = tied.iter().all(|it| initiative(it) == initiative(&tied[0]));
    if same && question.is(Cue::Each) && tied.len() <= 4 {
        Decision::Figures(tied)
    } else {
        Decision::Tie(tied)
    }
}

fn text(context: &Context<'_>, hits: &[Hit], facts: &[&Hit], wholes: &[&Hit]) -> Option<Decision> {
    // 是哪家单位承办的: one of some kind is asked for, which only a fact of that kind tells.
    let which = noun_phrase::which(context.tokens, context.lexicon);
    let tells = |doc: DocId| which.is_none_or(|noun| context.evidence[noun].at(doc as usize) >= LABELLED);
    let named = noun_phrase::named(context.tokens, &context.lexicon.people);
    let names_it = |doc: DocId| named.is_none_or(|noun| !is_only_counted(context, noun, doc));
    let counted = items_asked(context).and_then(|count| listing(context, facts, count));
    let fact = counted
        .or_else(|| clear(context, facts))
        .filter(|it| it.coverage >= SURE && tells(it.doc) && names_it(it.doc) && tells_items(context, it.doc))
        .filter(|it| !nearest::is_second_best(it, hits));
    // 哪六个: so many names are asked for, which a page does not list.
    let names = asks_for_items(context) || asks_for_name(context) || which.is_some();
    let whole = clear(context, wholes).filter(|it| it.coverage >= SURE && !names);
    match (fact, whole) {
        (Some(fact), Some(whole)) if whole.score > fact.score + FACT_LEAD => {
            Some(Decision::Initiative(whole.doc))
        }
        (Some(fact), _) => Some(Decision::Fact(fact.doc)),
        (None, Some(whole)) => Some(Decision::Initiative(whole.doc)),
        (None, None) => None,
    }
}

fn bare(
    context: &Context<'_>,
    question: &Question,
    figures: &[&Hit],
    facts: &[&Hit],
    wholes: &[&Hit],
) -> Option<Decision> {
    let silent = says_nothing(context, question);
    let in_topic = |it: &Hit| context.topic.contains(&context.index.initiative_of[it.doc as usize]);
    let sure = |it: &&Hit| {
        (it.coverage >= SURE_BARE && it.named >= NAMED && says_word(context, question, it))
            || (silent && !question.content.is_empty() && in_topic(it))
    };
    let fact = clear(context, facts).filter(|it| sure(it)).filter(|_| !silent);
    let figure = figures.first().filter(|it| sure(it));
    if let Some(best) = figure {
        let tied = tied(figures, best);
        let beaten = fact.is_some_and(|it| it.score > best.score + FACT_LEAD);
        if tied.len() == 1 && !beaten {
            return Some(Decision::Figures(tied));
        }
        if question.is(Cue::Each) && tied.len() <= 4 {
            return Some(Decision::Figures(tied));
        }
    }
    let told = |it: &&Hit| it.coverage >= SURE && it.named >= NAMED && says_word(context, question, it);
    let whole = clear(context, wholes).filter(told);
    match (fact, whole) {
        (Some(fact), Some(whole)) if fact.score > whole.score + FACT_LEAD => Some(Decision::Fact(fact.doc)),
        (Some(fact), None) => Some(Decision::Fact(fact.doc)),
        (_, Some(whole)) => Some(Decision::Initiative(whole.doc)),
        (None, None) => None,
    }
}

/// 那个园区叫啥名字: a thing that a figure of the initiative counts, and that this fact is not labelled with.
fn is_only_counted(context: &Context<'_>, noun: usize, fact: DocId) -> bool {
    let (it, own) = (&context.tokens[noun], fact as usize);
    let counts = |doc: usize| {
        let is_figure = matches!(context.index.docs[doc], Doc::Figure(..));
        is_figure && context.evidence[noun].at(doc) >= LABELLED && context.ends(doc, it)
    };
    let mut siblings = context.index.ranges[context.index.initiative_of[own]].clone();
    !context.ends(own, it) && siblings.any(counts)
}

/// 哪三家公司, 哪几个博主: a fact that lists as many, and people only where its label says so.
fn tells_items(context: &Context<'_>, doc: DocId) -> bool {
    let Doc::Fact(report, fact) = context.index.docs[doc as usize] else { return true };
    let fact = &context.reports[report].facts[fact];
    let tokens = context.tokens;
    let which = (0..tokens.len()).filter(|at| tokens[*at].is(Cue::Which));
    let mut nouns = which.filter_map(|at| (at + 1..tokens.len()).find(|it| !tokens[*it].is_unit()));
    let names_people = nouns.any(|noun| {
        let is_person = tokens[noun].is_content && question::is_person(tokens, noun, context.lexicon);
        is_person && !context.ends(doc as usize, &tokens[noun])
    });
    let so_many = items_asked(context);
    let fits = |count: usize| fact.items.len() == count || (fact.open && fact.items.len() < count);
    !names_people && so_many.is_none_or(fits)
}

/// 比的是哪五样: of the facts of one initiative the only one that lists as many.
fn listing<'a>(context: &Context<'_>, facts: &[&'a Hit], count: usize) -> Option<&'a Hit> {
    let best = facts.first()?;
    let initiative = |it: &Hit| context.index.initiative_of[it.doc as usize];
    let lists = |it: &&&Hit| match context.index.docs[it.doc as usize] {
        Doc::Fact(report, fact) => {
            let fact = &context.reports[report].facts[fact];
            fact.items.len() == count && !fact.open
        }
        _ => false,
    };
    let mut found = facts.iter().filter(|it| initiative(it) == initiative(best)).filter(lists);
    let first = found.next()?;
    found.next().is_none().then_some(*first)
}

/// 哪三家, 那五个: how many names are asked for.
fn items_asked(context: &Context<'_>) -> Option<usize> {
    let tokens = context.tokens;
    let marks = &context.lexicon.grammar.interrogatives;
    let asks = |it: &Token| it.is(Cue::Which) && it.contains_one_of(marks);
    (0..tokens.len()).filter(|at| asks(&tokens[*at])).find_map(|at| {
        let within = tokens[at].text.iter().find_map(|letter| numerals::place(*letter)).filter(|it| *it > 1);
        let behind = tokens.get(at + 1).and_then(|it| it.number.as_ref()).and_then(|it| it.value.as_whole());
        within.or(behind.and_then(|it| usize::try_from(it).ok()))
    })
}

/// 项目叫啥名字, 都叫什么街: a name is asked for, which a page does not tell.
fn asks_for_name(context: &Context<'_>) -> bool {
    let named = &context.lexicon.people.named;
    context.tokens.iter().any(|it| named.iter().any(|word| word.chars().eq(it.text.iter().copied())))
}

/// 哪六个, 哪三家: a number of names.
fn asks_for_items(context: &Context<'_>) -> bool {
    let tokens = context.tokens;
    // 是哪|六|个: or a number of its own behind it.
    let numbered = |at: usize| tokens.get(at + 1).is_some_and(|next| next.number.is_some());
    (0..tokens.len()).any(|at| {
        let it = &tokens[at];
        let which = it.is(Cue::Which) && it.contains_one_of(&context.lexicon.grammar.interrogatives);
        which && (it.text.iter().copied().any(numerals::is_several) || numbered(at))
    })
}

/// 客服 is a piece of 游客服务 by chance: where nothing is asked for, a word must speak, not an n-gram of two characters.
fn says_word(context: &Context<'_>, question: &Question, hit: &Hit) -> bool {
    let doc = hit.doc as usize;
    let in_topic = context.topic.contains(&context.index.initiative_of[doc]);
    in_topic
        || question.content.iter().any(|at| {
            let token = &context.tokens[*at];
            context.evidence[*at].at(doc) > 0.0 && (!token.is_gram || token.text.len() > 2)
        })
}

/// The best of documents in words; none where another initiative is as good, or the order of the data would choose.
fn clear<'a>(context: &Context<'_>, hits: &[&'a Hit]) -> Option<&'a Hit> {
    let best = *hits.first()?;
    let of = |hit: &Hit| context.index.initiative_of[hit.doc as usize];
    let rival = hits.iter().any(|it| of(it) != of(best) && it.score >= best.score);
    (!rival).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::decide;
    use crate::matcher::testing::{check, decided, look_behind};

    /// What was shown, and the question behind it.
    type Talk<'a> = (&'a [&'a str], &'a str);

    fn decision((shown, question): Talk<'_>) -> String {
        look_behind(shown, question, |context| {
            decided(context, &decide(context, &context.question()).decision)
        })
    }

    #[test]
    fn a_number_that_is_asked_for_is_a_figure_a_choice_or_a_no() {
        let rows: &[(Talk<'_>, &str)] = &[
            ((&[], "青马多少人"), "figures qingma-people"),
            ((&[], "突击队几支"), "figures shock-teams"),
            // Equally good: a choice, or each of them
            ((&[], "领头雁多少名"), "tie lingtouyan-province, lingtouyan-city"),
            ((&[], "领头雁各有几名"), "figures lingtouyan-province, lingtouyan-city"),
            // A fact that is numbered itself
            ((&[], "党建有几个三大行动"), "fact 三大行动"),
            // Half explained is enough where the very unit is asked for and nothing comes near
            ((&[], "两地娃娃写了多少封信"), "figures letters"),
            // The initiative is there, the measure is not
            ((&[], "青马多少钱"), "absent backbone Measure"),
            // Nothing of it
            ((&[], "元宇宙多少个"), "unknown"),
            // Nothing is said but what is asked: what the talk is about
            ((&["qingma-people"], "几期"), "figures qingma-classes"),
            ((&[], "几期"), "unknown"),
        ];
        check(rows, decision);
    }

    #[test]
    fn names_and_bare_words_are_a_fact_or_a_page_before_a_figure() {
        let rows: &[(Talk<'_>, &str)] = &[
            // Names are asked for
            ((&[], "合作高校有哪些"), "fact 合作高校"),
            ((&[], "五赛是什么"), "fact 五赛主题"),
            // Nothing is asked for
            ((&[], "西部计划"), "initiative west-plan"),
            ((&[], "推优入团率"), "figures recommend-rate"),
            ((&[], "三大行动"), "fact 三大行动"),
            // Light words alone, unknown ones alone
            ((&[], "活动"), "unknown"),
            ((&[], "囹圄"), "unknown"),
        ];
        check(rows, decision);
    }
}
