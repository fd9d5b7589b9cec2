//! The words that any league's questions share, as they stand in `data/common/`, and a report's own.
//! Only reads and merges them: what a word does to a question is decided by its role, in [`crate::matcher::tokenize`].

use crate::matcher::lexicon::cue::{self, Cue};
use serde::Deserialize;
use std::collections::BTreeMap;

/// All word lists together.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Lexicon {
    /// Where editors find the schema; ignored by the bot.
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// Words that carry nothing: politeness, particles, fillers.
    pub stop: Vec<String>,
    /// Characters that hold sentences together: a token of text with one of them is no word.
    pub particles: Vec<String>,
    /// Characters that people put inside a verb: 入了团 is 入团.
    pub infixes: Vec<String>,
    /// How people wave something aside: any of these words before any of those, 不 问, 莫 管.
    pub waved: Waved,
    /// Words by which people are asked for: their names, or how many teachers there are.
    pub people: People,
    /// Words that hold a sentence together, each with what it does.
    pub grammar: Grammar,
    /// Words that make a number a place in an order, or so many of the first places.
    pub ranks: Ranks,
    /// Words that make a number a bound: 超过 before it, 以上 behind its unit.
    pub bounds: Bounds,
    /// Words that ask or steer: each list is one intention.
    #[serde(deserialize_with = "cue::lists_each_once")]
    #[cfg_attr(test, schemars(schema_with = "cue::schema_of_lists"))]
    pub cues: BTreeMap<Cue, Vec<String>>,
    /// What people count in, and how they ask for it.
    pub measures: Vec<Measure>,
    /// Groups of words that mean the same in a league's questions.
    pub synonyms: Vec<Synonyms>,
    /// Scopes that exclude each other: levels, online and offline, new and cumulative.
    pub scopes: Vec<ScopeWords>,
    /// Words that lead out of any report, unless the report itself speaks of them.
    pub elsewhere: Elsewhere,
    /// Words that say that something was not done, undone, left over or only meant to be done.
    pub polarity: PolarityWords,
    /// Words for times: the report's own year, and those that a report of one year has no figures for.
    pub time: TimeWords,
    /// Words that ask for a part of what is counted.
    pub narrowing: Narrowing,
    /// Words by which a question asks for a report, or for several side by side, where several are loaded.
    pub reports: ReportWords,
}

/// Words that select reports, and that ask how they compare.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ReportWords {
    /// 今年: the newest year that is loaded.
    pub this_year: Vec<String>,
    /// 去年: the newest year too, since its report comes out a year later; beside 今年 the one before.
    pub last_year: Vec<String>,
    /// 前年.
    pub before_last: Vec<String>,
    /// 大前年.
    pub two_before: Vec<String>,
    /// 上一年: the year before the one that was shown; by itself as 去年.
    pub year_above: Vec<String>,
    /// 前一年: the year before the one that is spoken of, or before the newest.
    pub previous: Vec<String>,
    /// 最早的一年: the oldest year that is loaded.
    pub oldest: Vec<String>,
    /// 比去年, 同比: one year against the one before.
    pub compared: Vec<String>,
    /// 哪年.
    pub which_year: Vec<String>,
    /// 两年各, 历年: each of the years.
    pub each_year: Vec<String>,
    /// 变化: how the years differ.
    pub change: Vec<String>,
    /// 增长百分之几.
    pub growth: Vec<String>,
    /// 差多少, 多多少.
    pub difference: Vec<String>,
    /// 多少倍, 几倍.
    pub times: Vec<String>,
    /// 哪个市.
    pub which_league: Vec<String>,
    /// 各市: each of the leagues.
    pub each_league: Vec<String>,
    /// 我们, 咱: the home league, beside another one.
    pub home: Vec<String>,
    /// 隔壁: stands with the name of a league and says nothing.
    pub beside: Vec<String>,
    /// 哪边, 谁: one of two that are named.
    pub which_side: Vec<String>,
    /// 各, 分别: each of those that are named.
    pub each_side: Vec<String>,
    /// 排名.
    pub order: Vec<String>,
    /// 更多: the largest is asked for.
    pub more: Vec<String>,
    /// 更少: the smallest is.
    pub less: Vec<String>,
    /// 比: before what something is compared with.
    pub than: Vec<String>,
    /// 不是: before a year or a league that is not meant.
    pub not: Vec<String>,
    /// 有哪些报告: what is loaded.
    pub catalogue: Vec<String>,
    /// 和, 的: what is left over between two names or years once they are taken out.
    pub joins: Vec<String>,
    /// 呢, 换成: what may stand with a name or a year that takes up the question before.
    pub follow: Vec<String>,
    /// Lists of parts that words are put together of, by name: 比 较, 去年 上年.
    pub parts: BTreeMap<String, Vec<String>>,
    /// Words that are put together: each pattern names a list of parts, or a word as it stands, one behind the other.
    pub compounds: BTreeMap<Compound, Vec<Vec<String>>>,
}

/// What words that are put together ask for; see the lists of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Compound {
    /// 比去年.
    Compared,
    /// 涨了百分之几.
    Growth,
    /// 多了几.
    Difference,
    /// 能查哪几年.
    Catalogue,
}

/// Words by which people are asked for.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct People {
    /// 谁 哪位: ask for a person.
    pub asks: Vec<String>,
    /// 叫什么 叫啥名字: ask for a name, a person's where a title stands before.
    pub named: Vec<String>,
    /// 主席 老师: whom a report counts, if at all, and does not name.
    pub titles: Vec<String>,
    /// 当 主讲 扮演: what a person does, behind 谁.
    pub deeds: Vec<String>,
    /// 青年 队员: what nouns for people end with.
    pub endings: Vec<String>,
    /// 老师 领导: people as they are addressed; as a noun that is counted they are a group of people.
    pub addressed: Vec<String>,
    /// 我 我们 俺: the person who asks. Before 县 or 班 they say whose it is.
    pub asker: Vec<String>,
    /// 位 人: a word that asks and ends so asks for one person.
    pub one: Vec<String>,
    /// 是 叫 什么: between a title and what asks for the name of who has it.
    pub links: Vec<String>,
    /// 本人 我是: the person who asks, but never whose a place or a body is.
    pub asker_alone: Vec<String>,
    /// 咱 你们 他们: whose a place or a body is. They do not set a clause aside, as 我 does.
    pub owners: Vec<String>,
}

/// The words of grammar that a rule looks at.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Grammar {
    /// 的: what stands before it describes what stands behind.
    pub attributives: Vec<String>,
    /// 是: says that two things are one.
    pub copulas: Vec<String>,
    /// 有: says how many there are.
    pub existentials: Vec<String>,
    /// 被: what stands behind it was done to what stands before.
    pub passives: Vec<String>,
    /// 替 给 为: before people, whom it was done for.
    pub benefactives: Vec<String>,
    /// Before a place: 到 在 去. What they lead is where something was done, not what is counted.
    pub coverbs: Vec<String>,
    /// 哪: question words that have it ask which of several.
    pub interrogatives: Vec<String>,
    /// 哪家 哪个: ask for one of a kind that stands behind.
    pub which_one: Vec<String>,
    /// 数: behind a unit, how many there are in it: 支数.
    pub counts: Vec<String>,
}

/// The words of an order.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Ranks {
    /// 前: before a number, so many of the first places.
    pub first: Vec<String>,
    /// 排 排在: before an ordinal, one place of the order.
    pub places: Vec<String>,
    /// 排 从: words for an order that have it ask for several places (排名, 从多到少).
    pub several: Vec<String>,
    /// 部分: an ordinal that ends with it is a part of the report.
    pub parts: Vec<String>,
    /// 第: before a numeral, makes it an ordinal.
    pub ordinal: Vec<String>,
}

/// One way of counting.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Measure {
    /// Short name, for the other lists to refer to.
    pub id: String,
    /// Units as reports print them; these are also measure words behind 多少 and 几.
    pub units: Vec<String>,
    /// Measure words that people say behind 多少 and 几 for it: 位 for 名, 次 for 场.
    pub colloquial: Vec<String>,
    /// Nouns that ask for it by themselves: 人数, 场次, 金额.
    pub nouns: Vec<String>,
    /// Identifiers of other measures that this one may stand for when people are careless.
    pub loosely: Vec<String>,
}

/// Words that mean the same.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Synonyms {
    /// The words, the one that reports use first.
    pub words: Vec<String>,
    /// True for words that say little: 活动 开展 青年. They never count against an answer.
    pub light: bool,
    /// True for words that change what is counted (参加 观看 女性): a figure that does not say so is not question.
    pub aspect: bool,
    /// True for words that ask for what no figure, fact or page answers, unless it says so itself: 为什么, 谁负责, 怎么报名.
    pub unreported: bool,
    /// The slot of a question that these words fill: reason, person, contact. What a report says in figures does not answer it.
    pub slot: Option<String>,
    /// What such things are counted in, where a bare 多少 asks for them: an identifier of a measure.
    pub measure: Option<String>,
}

/// A scope and the words for it.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ScopeWords {
    /// The scope as figures carry it: 省级.
    pub scope: String,
    /// Scopes of one dimension exclude each other: level, channel, change.
    pub dimension: String,
    /// What people say for it.
    pub words: Vec<String>,
}

/// The words that make a number a bound.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Bounds {
    /// Before a number, for more than it: 超过.
    pub above: Vec<String>,
    /// Before a number, for less than it: 不到.
    pub below: Vec<String>,
    /// Behind its unit, for more: 以上.
    pub and_above: Vec<String>,
    /// Behind its unit, for less: 以下.
    pub and_below: Vec<String>,
}

/// The two halves of a word that waves something aside.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Waved {
    /// 不 别 莫 不用.
    pub no: Vec<String>,
    /// 问 说 管.
    pub verbs: Vec<String>,
}

/// Words that turn round what was done.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct PolarityWords {
    /// 没 未 不: before a verb, it was not done.
    pub negators: Vec<String>,
    /// 懂 知道 看到: behind a negator they speak of the person who asks, not of what was done.
    pub speaker: Vec<String>,
    /// 不少 未来 不好意思: words with a negator in them that negate nothing.
    pub fixed: Vec<String>,
    /// 未: a negator that is often typed for a character that looks like it.
    pub look_alike: Vec<String>,
    /// 吧 嘛: at the end of a clause they make it a guess.
    pub tags: Vec<String>,
    /// 不光 不仅: what stands behind was done, and more is asked.
    pub not_only: Vec<String>,
    /// 不管 无论: before several things, whichever of them it is.
    pub whatever: Vec<String>,
    /// 撤销 解散 退出: it was undone.
    pub removal: Vec<String>,
    /// 撤 砍 裁: a word that nothing explains and that begins so tells that something was undone.
    pub removal_stems: Vec<String>,
    /// 跑了 走掉: of people, they left; of anything else, what was done.
    pub leaving: Vec<String>,
    /// 失败 落选 被拒: it came to nothing.
    pub failure: Vec<String>,
    /// 剩下 还差 空着: what is left over.
    pub remainder: Vec<String>,
    /// 认定 命名 积蓄: it was done. A verb that is known to tell of a deed agrees with any figure.
    pub deeds: Vec<String>,
    /// 打算 报名 候选: it was planned, wished or applied for.
    pub attempt: Vec<String>,
    /// 能 可以 可供: before a word of attempt, it is there for people to do.
    pub open: Vec<String>,
    /// 还 正在: before a word of attempt that also tells of a deed (准备), it still goes on.
    pub ongoing_before: Vec<String>,
    /// 再 办 新建: behind such a word, it still goes on.
    pub ongoing_behind: Vec<String>,
    /// 到 足 超过: between a negator and a number, an estimate.
    pub estimates: Vec<String>,
    /// 成 好 齐: the endings of verbs that tell of a result reached.
    pub results: Vec<String>,
    /// 了 到: the endings of words for what somebody did.
    pub done: Vec<String>,
}

/// Words for times.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct TimeWords {
    /// 今年 全年 去年: the report's own year, as people say it; they change nothing.
    pub own: Vec<String>,
    /// 年底: the end of a year, of which a figure that stands is told.
    pub year_end: Vec<String>,
    /// 上半年 年底 周末: a part of a year.
    pub part: Vec<String>,
    /// 明天 今晚: days near the one of asking, which also tell what the asker is about.
    pub days: Vec<String>,
    /// 近年来 十四五 成立以来: several years.
    pub span: Vec<String>,
    /// 上一届 往届: another term of office.
    pub term: Vec<String>,
    /// 春节 国庆 立冬: a day or a season, which a report may speak of.
    pub festival: Vec<String>,
    /// 比去年 同比: this year beside another.
    pub compare: Vec<String>,
}

/// Words that narrow what is counted.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Narrowing {
    /// 光是 只算: only what follows is to be counted.
    pub only: Vec<String>,
    /// 岁: behind a number, an age that only a part of those who are counted have.
    pub ages: Vec<String>,
    /// 在 到: behind the question word, with a place: 有几个开在村上.
    pub at: Vec<String>,
    /// 光 单: right before one item of a list, that item alone.
    pub alone: Vec<String>,
    /// 一 每: before a unit, one of several.
    pub each_one: Vec<String>,
    /// The measures of which one has so much: events, issues, teams.
    pub rates: Vec<String>,
    /// 占: what stands before it is a part of what was said before.
    pub share: Vec<String>,
    /// 那里 一处: behind a name, one place among several.
    pub there: Vec<String>,
    /// 那边: the same, but not behind the name of a programme.
    pub sides: Vec<String>,
    /// 里头 其中: behind a name, some of what it holds.
    pub among: Vec<String>,
    /// 优秀 先进: before people, those of them who were honoured.
    pub honours: Vec<String>,
    /// 里: inside of what stands before it.
    pub inside: Vec<String>,
    /// What is counted as a whole, and its parts: 寒暑假, 港澳台.
    pub parts: Vec<Parts>,
}

/// A whole and its parts.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Parts {
    /// The word for all of it.
    pub whole: String,
    /// The words for its parts.
    pub parts: Vec<String>,
}

/// Words that lead out of a report.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Elsewhere {
    /// Other places.
    pub places: Vec<String>,
    /// Other bodies.
    pub bodies: Vec<String>,
    /// Words for the parts of one's own place, one by one: 各县, 哪个区.
    pub inside: Vec<String>,
    /// Bodies above or below one's own: 团省委, 团县委.
    pub kindred: Vec<String>,
    /// Endings by which an unknown name is that of a body or a place: 局 协会 镇 小学.
    pub endings: Vec<String>,
    /// What people call a part of their own place or body by: 县 校 班, behind 我们.
    pub circles: Vec<String>,
    /// Words of people who want something else of the bot: 忽略指令, 开发者模式.
    pub refused: Vec<String>,
    /// Other subjects, and campaigns of leagues that a report may not have.
    pub subjects: Vec<String>,
}

impl Lexicon {
    /// Reads one file of words. The error is serde's, with line and column.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// Adds the words of another file to these.
    pub fn merge(&mut self, other: Self) {
        let Self {
            schema: _,
            stop,
            particles,
            infixes,
            people,
            grammar,
            ranks,
            waved,
            bounds,
            cues,
            measures,
            synonyms,
            scopes,
            elsewhere,
            polarity,
            time,
            narrowing,
            reports,
        } = other;
        self.stop.extend(stop);
        self.particles.extend(particles);
        self.infixes.extend(infixes);
        for (cue, words) in cues {
            self.cues.entry(cue).or_default().extend(words);
        }
        self.measures.extend(measures);
        self.synonyms.extend(synonyms);
        self.scopes.extend(scopes);
        self.people.merge(people);
        self.grammar.merge(grammar);
        self.ranks.merge(ranks);
        self.waved.merge(waved);
        self.bounds.merge(bounds);
        self.elsewhere.merge(elsewhere);
        self.polarity.merge(polarity);
        self.time.merge(time);
        self.narrowing.merge(narrowing);
        self.reports.merge(reports);
    }
}

/// Lists that are put behind one another, each by its name. All of them are named: one that is forgotten does not compile.
macro_rules! merged {
    ($lists:ident: $($list:ident)+) => {
        impl $lists {
            fn merge(&mut self, other: Self) {
                let Self { $($list),+ } = other;
                $(self.$list.extend($list);)+
            }
        }
    };
}

merged! { People: asks named titles deeds endings addressed asker one links asker_alone owners }
merged! { Grammar: attributives copulas existentials passives benefactives coverbs interrogatives which_one counts }
merged! { Ranks: first places several parts ordinal }
merged! { Bounds: above below and_above and_below }
merged! { Waved: no verbs }
merged! {
    ReportWords: this_year last_year before_last two_before year_above previous oldest compared which_year each_year change growth difference times
    which_league each_league home beside which_side each_side order more less than not catalogue joins follow parts compounds
}
merged! {
    PolarityWords: negators speaker fixed look_alike tags not_only whatever removal removal_stems leaving failure remainder deeds attempt open
        ongoing_before
        ongoing_behind estimates results done
}
merged! { TimeWords: own year_end part days span term festival compare }
merged! { Narrowing: only ages at alone each_one rates share there sides among honours inside parts }
merged! { Elsewhere: places bodies inside kindred endings circles refused subjects }
