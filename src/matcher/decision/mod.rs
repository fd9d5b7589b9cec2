//! Which of the things that a question can be it is: every intent gives a candidate, the best explained one wins.
//! What each intent finds is [`crate::matcher::intents`]'s; the rule of choice stands in [`choose`].

pub(crate) mod coverage;
pub(crate) mod obstacle;
pub(crate) mod unanswered;

use crate::matcher::decision::coverage::Coverage;
use crate::matcher::index::headings::Headings;
use crate::matcher::intents::anaphora::{self, Lately};
use crate::matcher::intents::verdict::{Intent, Reason, Understanding, Verdict};
use crate::matcher::intents::{
    ambiguous_name, compare, coordination, describe, facts, filter, list, lookup, out_of_domain, outline,
    rank, reverse, verify,
};
use crate::matcher::scoring::context::Context;

/// A reading of the question as one of the things it can be.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    /// As what the question was read.
    pub intent: Intent,
    /// What it comes to.
    pub understanding: Understanding,
    /// How much of the question that explains.
    pub coverage: Coverage,
}

/// Understands a question that has been read.
#[must_use]
pub(crate) fn understand(context: &Context<'_>, headings: &Headings, lately: Lately<'_>) -> Understanding {
    let found = candidates(context, headings, lately);
    let unknown = || Understanding::of(Verdict::Unknown(Reason::Nothing));
    let mut understanding = choose(found).map_or_else(unknown, |it| it.understanding);
    understanding.obstacle = obstacle::of(context, &context.question(), &understanding.verdict);
    understanding.unanswered = unanswered::of(context, &understanding.verdict);
    understanding
}

/// The rule of choice: something found beats a choice, a choice beats a no; then what explains more of the question; of
/// equals the one that stands first in [`Intent`].
pub(crate) fn choose(candidates: Vec<Candidate>) -> Option<Candidate> {
    let mut best: Option<Candidate> = None;
    for it in candidates {
        let better = best.as_ref().is_none_or(|known| it.coverage.beats(known.coverage));
        if better {
            best = Some(it);
        }
    }
    best
}

/// The candidates of all intents, in the order of [`Intent`].
pub(crate) fn candidates(context: &Context<'_>, headings: &Headings, lately: Lately<'_>) -> Vec<Candidate> {
    let question = context.question();
    // What no report answers is not asked of the others; so is a question that a slot rules out for every document.
    if let Some(verdict) = out_of_domain::refused(context) {
        return vec![candidate(context, Intent::OutOfDomain, Understanding::of(verdict))];
    }
    if let Some(verdict) = anaphora::refused(context, lately) {
        return vec![candidate(context, Intent::Anaphora, Understanding::of(verdict))];
    }
    let shown = anaphora::shown(context, lately).map(Understanding::of);
    let back = shown.into_iter().chain(anaphora::within(context, lately));
    let mut found: Vec<Candidate> = back.map(|it| candidate(context, Intent::Anaphora, it)).collect();
    let mut add = |intent: Intent, verdict: Option<Verdict>| {
        found.extend(verdict.map(|it| candidate(context, intent, Understanding::of(it))));
    };
    // 青马为什么培训1269人, 书记叫什么: no number and no list answers it.
    let is_told = !context.tokens.iter().any(|it| it.is_unreported && !it.is_excluded && !it.is_aside);
    if is_told {
        add(Intent::Reverse, reverse::number(context, &question));
    }
    add(Intent::Verify, verify::asked(context));
    add(Intent::Describe, describe::asked(context, &question));
    let leads_out = context.leads_out(&question) || context.rules_everything_out(&question);
    if !leads_out {
        add(Intent::Outline, outline::listed(context, &question, headings));
        add(Intent::Facts, facts::asked(context, &question).filter(|_| is_told));
        add(Intent::Filter, filter::asked(context));
        add(Intent::Rank, rank::asked(context, &question));
        add(Intent::Compare, compare::asked(context, &question));
        add(Intent::List, list::asked(context, &question));
        add(Intent::Anaphora, anaphora::against(context, lately.shown));
        add(Intent::AmbiguousName, ambiguous_name::named(context, &question).map(Verdict::Tie));
        add(Intent::Sum, compare::summed(context, &question));
        add(Intent::Coordination, coordination::asked(context));
    }
    let looked_up = lookup::figures(context);
    found.push(candidate(context, Intent::Lookup, looked_up));
    found
}

fn candidate(context: &Context<'_>, intent: Intent, understanding: Understanding) -> Candidate {
    let coverage = Coverage::of(context, intent, &understanding);
    Candidate { intent, understanding, coverage }
}

#[cfg(test)]
mod tests {
    use super::choose;
    use crate::matcher::testing;

    /// As what a question is read behind an answer that showed these, and what that comes to.
    fn read(shown: &[&str], ranked: Option<bool>, question: &str) -> String {
        let best = choose(testing::candidates(shown, ranked, question)).expect("a look-up is always there");
        format!("{:?}: {}", best.intent, testing::short(&best.understanding.verdict))
    }

    #[test]
    fn of_all_that_a_question_can_be_the_best_explained_is_chosen() {
        let rows: &[(&str, &str)] = &[
            ("学生扮演法官的活动几场", "Lookup: figures law-events"),
            ("你扮演诗人给我写首诗", "OutOfDomain: unknown Nothing"),
            ("不是说要写诗,青马培训了多少人", "Lookup: figures qingma-people"),
            ("这份报告有哪些内容", "Outline: outline Parts(0)"),
            ("成都这份报告有哪些内容", "Lookup: unknown Elsewhere"),
            ("第四部分讲了什么", "Outline: outline Part(0, 3)"),
            ("今年团委都干了些啥", "Outline: outline Parts(0)"),
            ("人数最多的是什么活动", "Rank: largest new-members"),
            ("场次最少的三个", "Rank: smallest face-to-face, leqingxue-debates, student-events"),
            ("突击队和志愿队伍哪个多", "Compare: compare shock-teams, volunteer-teams"),
            (
                "突击队、走播队和志愿队伍各几支",
                "Coordination: figures shock-teams, live-teams, volunteer-teams",
            ),
            ("突击队、走播队和志愿队伍哪个最多", "Rank: largest volunteer-teams, shock-teams, live-teams"),
            ("青马几期，多少人", "Lookup: figures qingma-classes, qingma-people"),
            ("领头雁省级和市级一共多少名", "Coordination: total lingtouyan-province, lingtouyan-city"),
            ("领头雁省级比市级少多少名", "Compare: compare lingtouyan-province, lingtouyan-city"),
            ("1269是什么", "Reverse: numbers 1269=qingma-people"),
            ("1269人是青马培训的吗", "Verify: check qingma-people true"),
            ("青马是不是培训了1300人", "Verify: check qingma-people false"),
            ("乐青学的数全给我", "List: list leqingxue-issues, leqingxue-debates"),
            ("乐青学是什么", "Describe: initiative leqingxue"),
            ("乐青学多少期", "Lookup: figures leqingxue-issues"),
            ("哪些队伍超过四十支", "Filter: largest volunteer-teams, shock-teams"),
            (
                "哪些经验上了《中国共青团》",
                "Facts: facts 青马经验文章, 青马经验报道媒体, 社会领域团建经验文章",
            ),
            ("团市委书记叫什么", "Lookup: absent study-sessions Unreported"),
            ("西部计划", "Lookup: initiative west-plan"),
            ("西部计划多少人", "Lookup: figures west-total"),
            ("五月的主题活动几场", "Lookup: unknown Nothing"),
            ("青年之家和青联活动场次加起来多少", "Sum: total youth-home-events, federation-events"),
            (
                "36和48分别是什么",
                "Reverse: numbers 36=intern-students, child-events; 48=leqingxue-issues, shock-teams",
            ),
            ("3加5等于几", "OutOfDomain: unknown Arithmetic"),
            ("成都有几个青年之家", "Lookup: unknown Elsewhere"),
            ("活动几场", "Lookup: unknown Nothing"),
            ("主题活动", "Lookup: unknown Nothing"),
            ("你能干什么", "OutOfDomain: help"),
            ("模拟法庭里学生扮演法官的活动几场", "Lookup: figures law-events"),
            // What is added up, all of it
            ("园区加企业加街区几个", "Sum: total park, company, street"),
            ("园区加企业几个", "Sum: total park, company"),
            // No fact tells an order
            ("哪支队伍人最多", "Lookup: unknown Nothing"),
            ("场次排第二的是什么", "Rank: largest talks"),
            // A figure that is ruled out gives its place to no other
            ("团省委推选了几名网络合伙人", "Lookup: absent backbone Measure"),
            ("青年之家的地址在哪", "Lookup: absent league-coverage Unreported"),
            ("西部计划是什么时候开始的", "Lookup: absent west-plan Unreported"),
        ];
        testing::check(rows, |question| read(&[], None, question));
    }

    #[test]
    fn what_was_shown_is_one_of_the_things_that_a_question_can_be_about() {
        let talks: &[(&[&str], Option<bool>, &str, &str)] = &[
            (&["qingma-people"], None, "第一个呢", "Lookup: tie cadres, qingma-classes, qingma-people"),
            (&["qingma-people"], None, "目录", "Outline: outline Parts(0)"),
            (&["match-posts", "match-events"], None, "那线下的呢", "Anaphora: figures match-events"),
            (&["volunteer-teams", "shock-teams"], Some(false), "再往下呢", "Anaphora: largest live-teams"),
            (&["volunteer-teams", "shock-teams"], None, "青年之家有多少个", "Lookup: figures youth-homes"),
            (
                &["qingma-people"],
                Some(false),
                "人数最多的三个",
                "Rank: largest new-members, qingma-people, industry-talents",
            ),
            (
                &["new-members", "qingma-people", "industry-talents"],
                Some(false),
                "排第四的呢",
                "Anaphora: largest lingtouyan-city",
            ),
            (
                &["new-members", "qingma-people", "industry-talents"],
                Some(false),
                "再往下呢",
                "Anaphora: largest lingtouyan-city",
            ),
            (&["match-posts", "match-events"], None, "成都的呢", "Lookup: unknown Elsewhere"),
            (
                &["match-posts", "match-events"],
                None,
                "那两个加起来",
                "Anaphora: total match-posts, match-events",
            ),
            (&["qingma-people"], None, "谢谢", "OutOfDomain: chat"),
            (
                &["volunteer-teams", "shock-teams", "live-teams"],
                Some(false),
                "排第四的呢",
                "Anaphora: largest qingqibing",
            ),
            // A name by itself is asked in what was counted last
            (&["qingma-classes"], None, "乐青学的呢", "Anaphora: figures leqingxue-issues"),
            (&["pioneer-events"], None, "看学联", "Lookup: figures student-events"),
            (&["qingma-people"], None, "西部计划", "Lookup: initiative west-plan"),
            (&["volunteer-teams"], None, "结对社区呢", "Lookup: figures paired-communities"),
            (&["qingma-classes"], None, "青马为什么办", "Lookup: absent backbone Unreported"),
            // What points back at what was not shown
            (&["online-partners"], None, "市级的呢", "Anaphora: absent online-partners Scope"),
            (&["service-posts"], None, "志愿者人数加拢是好多", "Anaphora: absent service-posts Measure"),
            (&["work-style"], None, "第一条写的啥", "Anaphora: absent work-style Unreported"),
            (&["volunteer-teams"], None, "第一支叫啥", "Anaphora: absent volunteer-teams Unreported"),
            (&["helped-children"], None, "其中女娃儿呢", "Lookup: absent child-care Part"),
        ];
        for (shown, ranked, question, expected) in talks {
            assert_eq!(read(shown, *ranked, question), *expected, "{question} behind {shown:?}");
        }
    }
}
