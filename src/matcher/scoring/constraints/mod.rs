//! Why a document cannot be meant, however well its words fit: another measure, scope, aspect, place or name.
//! Adds nothing up: that is [`crate::matcher::scoring::score`]'s.

pub(crate) mod before;
pub(crate) mod head;
pub(crate) mod part;
pub(crate) mod place;
pub(crate) mod polarity;
pub(crate) mod scope;
pub(crate) mod time;
pub(crate) mod unit;

use crate::matcher::index::{Doc, DocId};
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::query::numbers;
use crate::matcher::query::question::Question;
use crate::matcher::query::tokens::Token;
use crate::matcher::recognize::SlotKind;
use crate::matcher::scoring::context::{Bounds, Context};
use crate::matcher::scoring::evidence::Evidence;
use crate::matcher::scoring::weights::{CHANGE, EXPLAINED, FAINT, LABELLED, MENTIONED, NAMES, RARE};
use crate::matcher::tokenize::Tier;

/// Why a document cannot be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Veto {
    /// It is counted in something else.
    Measure,
    /// It is of another scope.
    Scope,
    /// The question is about another aspect: 参加, 观看, 女性.
    Aspect,
    /// The question names another place, body or subject.
    Elsewhere,
    /// The question names a place inside the report's place.
    Within,
    /// The question asks what stands, and the figure is what was added.
    Standing,
    /// The question names another initiative.
    Name,
    /// The question asks for another time, or a part of the year.
    Time,
    /// The question asks what was not done, undone, left over or only meant.
    Polarity,
    /// The question says that something was done, by a word that was not read.
    Unread,
    /// The question asks for a part of what is counted.
    Part,
    /// The question asks for a reason, a person, an address: nothing that a report tells in figures.
    Unreported,
}

/// A word that may rule documents out.
pub(crate) struct Ruling {
    token: usize,
    /// A whole name, which rules out all that it does not stand in.
    is_name: bool,
    /// A scope that nothing has.
    is_nowhere: bool,
    /// A word such as 参加, which rules out what is of another aspect.
    is_aspect: bool,
}

/// The words of a span that may rule documents out: most questions have none or one.
pub(crate) fn rulings(context: &Context<'_>, question: &Question) -> Vec<Ruling> {
    let ruling = |token: &usize| {
        let it = &context.tokens[*token];
        let is_whole = it.is_programme && it.text.len() > 2 && it.tier <= Some(Tier::Sound);
        // 女 by itself is a token of many words; before a noun (女委员) it is the aspect.
        let stands =
            || it.text.len() > 1 || context.tokens.get(token + 1).is_some_and(|next| next.is_content);
        let ruling = Ruling {
            token: *token,
            is_name: is_whole && context.evidence[*token].weight > NAMES,
            is_nowhere: context.is_nowhere(*token),
            is_aspect: it.is_aspect && stands(),
        };
        let may = it.is_programme || ruling.is_nowhere || it.is_elsewhere || it.is_within || ruling.is_aspect;
        may.then_some(ruling)
    };
    question.content.iter().filter_map(ruling).collect()
}

/// Smaller numbers count things in passing.
const SMALLEST_QUOTED: i64 = 10;

impl Context<'_> {
    /// Why this document cannot be meant; nothing where it may be.
    pub(crate) fn veto(&self, at: usize, question: &Question, bounds: &Bounds) -> Option<Veto> {
        if let Some(veto) = question.constraints.iter().find_map(|it| self.slot_veto(*it, at)) {
            return Some(veto);
        }
        if bounds.singled.iter().any(|it| self.is_one_of_list(*it, at)) {
            return Some(Veto::Part);
        }
        let ruled = bounds.rulings.iter().find_map(|it| self.ruled(it, at, question));
        let is_other = |pinned: usize| pinned != self.index.initiative_of[at];
        if let Some(veto) = ruled.or_else(|| bounds.pinned.is_some_and(is_other).then_some(Veto::Name)) {
            return Some(veto);
        }
        let Doc::Figure(report, figure) = self.index.docs[at] else { return None };
        if self.is_inside_another(at, question) {
            return Some(Veto::Part);
        }
        if self.counts_other(at, question) {
            return Some(Veto::Measure);
        }
        if bounds.kind.is_some_and(|noun| !self.ends(at, &self.tokens[noun])) {
            return Some(Veto::Measure);
        }
        if bounds.total.is_some_and(|noun| self.is_one_kind(at, noun)) {
            return Some(Veto::Part);
        }
        self.figure_veto(at, report, figure, question)
    }

    /// Why a slot of the frame that this word fills rules a document out, if it does.
    pub(crate) fn slot_veto(&self, token: usize, doc: usize) -> Option<Veto> {
        let it = &self.tokens[token];
        if let Some(SlotKind::Time(kind)) = it.slot
            && self.is_another_time(token, kind, doc)
        {
            return Some(Veto::Time);
        }
        if it.is_contrary && self.is_contrary_to(token, doc) {
            return Some(Veto::Polarity);
        }
        if it.is_unread_verb {
            return Some(Veto::Unread);
        }
        if it.is_unreported && !self.is_labelled(token, doc) {
            return Some(Veto::Unreported);
        }
        // A figure is ruled out as any aspect does; a page or a fact that does not speak of it is no answer either.
        let told = matches!(self.index.docs[doc], Doc::Fact(..) | Doc::Initiative(..));
        if it.is_attribute && told && !self.is_mentioned(token, doc) {
            return Some(Veto::Aspect);
        }
        if it.is_narrowed && (self.is_only_part(token, doc) || told && !self.is_mentioned(token, doc)) {
            return Some(Veto::Part);
        }
        if it.is_kindred || it.is_within || it.is_place {
            return self.place_veto(token, doc);
        }
        None
    }

    /// True where what the initiative says holds this word or one that means the same.
    pub(crate) fn is_mentioned(&self, token: usize, doc: usize) -> bool {
        let text = &self.tokens[token].text;
        self.evidence[token].at(doc) >= EXPLAINED
            || (text.len() > 1 && self.index.mentions(self.index.initiative_of[doc], text))
    }

    /// True where the document's own label or a programme that it is about holds this word.
    pub(crate) fn is_labelled(&self, token: usize, doc: usize) -> bool {
        self.evidence[token].at(doc) >= NAMES || self.index.labels(doc, &self.tokens[token].text)
    }

    /// Why a word of the question rules a document out, if it does.
    fn ruled(&self, ruling: &Ruling, at: usize, question: &Question) -> Option<Veto> {
        let token = ruling.token;
        let (it, strength) = (&self.tokens[token], self.evidence[token].at(at));
        if it.is_programme && strength < NAMES && self.is_of_neighbour(token, at, question) {
            return Some(Veto::Name);
        }
        if ruling.is_name && strength < MENTIONED {
            return Some(Veto::Name);
        }
        if ruling.is_nowhere {
            return Some(Veto::Scope);
        }
        // 就业率: a subject that the report does not have.
        if it.is_elsewhere && !it.is_place && strength < EXPLAINED {
            return Some(Veto::Elsewhere);
        }
        let named = it.is_name && strength >= EXPLAINED;
        if !ruling.is_aspect || named || !matches!(self.index.docs[at], Doc::Figure(..)) {
            return None;
        }
        let is_head = || question.counted != Some(token) || self.ends(at, it);
        let other = strength < NAMES || !is_head();
        // 选手得了几个银奖: who did it, where what is counted stands behind the question word.
        let is_person = it.groups.iter().any(|group| self.lexicon.synonyms[*group].measure.is_some());
        let counts_its_own = || {
            let counts = |noun: usize| {
                let between = self.tokens.get(token..noun).unwrap_or_default();
                between.iter().any(|it| it.is(Cue::HowMany)) && self.ends(at, &self.tokens[noun])
            };
            is_person && question.counted.is_some_and(counts)
        };
        let modifies = || {
            self.is_modifier(it, at, question) || self.is_relative(token, at, question) || counts_its_own()
        };
        (other && !modifies()).then_some(Veto::Aspect)
    }

    /// 国家级, 金奖: a scope that nothing in the reports has. What was added or stands is said of anything.
    pub(crate) fn is_nowhere(&self, token: usize) -> bool {
        let (it, evidence) = (&self.tokens[token], &self.evidence[token]);
        let of_kind = it.scopes.iter().all(|at| self.lexicon.scopes[*at].dimension != CHANGE);
        !it.scopes.is_empty() && of_kind && evidence.most < FAINT
    }

    /// The one initiative that the question names outright, by a name that no other has.
    pub(crate) fn pinned(&self, question: &Question) -> Option<usize> {
        let mut pinned = self.pinned_by_number();
        for at in &question.content {
            let (token, evidence) = (&self.tokens[*at], &self.evidence[*at]);
            let whole = !token.is_gram && !token.is_aspect && token.tier <= Some(Tier::Sound);
            if whole && token.text.len() >= 3 && evidence.spread == 1 && evidence.weight > RARE {
                let strength = |doc: DocId| evidence.at(doc as usize);
                let doc = evidence.docs.iter().max_by(|a, b| strength(**a).total_cmp(&strength(**b)))?;
                let initiative = self.index.initiative_of[*doc as usize];
                if !self.is_only_in(evidence, initiative) {
                    continue;
                }
                if pinned.is_some_and(|other| other != initiative) {
                    return None;
                }
                pinned = Some(initiative);
            }
        }
        pinned
    }

    /// 新建的93个团组织有多少团员: a figure's own number, quoted in the clause that asks, names its initiative.
    fn pinned_by_number(&self) -> Option<usize> {
        let tokens = self.tokens;
        let ask = tokens.iter().position(|it| it.is(Cue::HowMany))?;
        let start = tokens[..ask].iter().rposition(Token::is_break).map_or(0, |it| it + 1);
        (start..ask).find_map(|at| {
            // 三家, 六条: small numbers are no figure's own.
            let number = tokens[at].number.as_ref().filter(|it| !it.ordinal)?;
            number.value.as_whole().filter(|it| *it >= SMALLEST_QUOTED)?;
            let unit: String = tokens.get(at + 1).filter(|it| it.is_unit())?.text.iter().collect();
            let docs = numbers::figures(self.reports, number, &unit);
            let [only] = docs[..] else { return None };
            self.index.id(only).map(|id| self.index.initiative_of[id as usize])
        })
    }

    /// True where a word says hardly anything for other initiatives.
    fn is_only_in(&self, evidence: &Evidence, initiative: usize) -> bool {
        let mut named = evidence.docs.iter().map(|it| *it as usize).filter(|it| evidence.at(*it) >= NAMES);
        named.all(|it| self.index.initiative_of[it] == initiative)
    }

    /// 走出校门参加的实践有多少场: a word for people says nothing of what is counted where the unit is another and fits.
    fn is_modifier(&self, token: &Token, at: usize, question: &Question) -> bool {
        let of_group = token.groups.iter().find_map(|it| self.lexicon.synonyms[*it].measure.as_ref());
        let Some(own) = self.index.measures[at].filter(|_| of_group.is_some()) else { return false };
        let fits = question.measures.contains(&own) || question.colloquial.contains(&own);
        fits && Some(&self.lexicon.measures[own].id) != of_group
    }

    /// 参与城市治理的志愿队伍: a verb before 的 describes the noun behind it, and that noun is what the figure counts.
    fn is_relative(&self, verb: usize, at: usize, question: &Question) -> bool {
        let Some(linked) = self.tokens.iter().skip(verb).position(Token::links) else { return false };
        let counts = |it: &usize| {
            *it > verb + linked && self.evidence[*it].at(at) > 0.0 && self.ends(at, &self.tokens[*it])
        };
        question.content.iter().any(counts)
    }

    /// True where a name is that of a programme which other figures of the initiative are about, not this one.
    /// Unless another word names this figure and none of those: 突击队储备的骨干.
    fn is_of_neighbour(&self, token: usize, at: usize, question: &Question) -> bool {
        let evidence = &self.evidence[token];
        let initiative = self.index.initiative_of[at];
        let is_figure = |doc: &usize| matches!(self.index.docs[*doc], Doc::Figure(..));
        let owners = || {
            self.index.ranges[initiative]
                .clone()
                .filter(is_figure)
                .filter(|doc| evidence.at(*doc) >= LABELLED)
        };
        let names_this = |word: &usize| {
            let it = &self.evidence[*word];
            !self.tokens[*word].is_light
                && it.at(at) >= LABELLED
                && owners().all(|owner| it.at(owner) < NAMES)
        };
        let is_rival = evidence.at(at) > 0.0 && is_figure(&at) && owners().next().is_some();
        is_rival && !question.content.iter().any(names_this)
    }
}

#[cfg(test)]
mod tests {
    use crate::matcher::scoring::context::Context;
    use crate::matcher::testing;

    fn ruling(context: &Context<'_>, at: usize) -> String {
        let question = context.question();
        let hit = context.hits(&question).iter().find(|it| it.doc as usize == at).map(|it| it.veto);
        match hit {
            None => "nothing of it is said".to_owned(),
            Some(None) => "may be meant".to_owned(),
            Some(Some(veto)) => format!("{veto:?}"),
        }
    }

    #[test]
    fn a_figure_is_ruled_out_by_the_slot_that_it_does_not_fill() {
        let rows: &[(&str, &str, &str)] = &[
            ("青马培训了多少人", "qingma-people", "may be meant"),
            ("青马培训了多少人", "qingma-classes", "Measure"),
            ("青马办了几期", "qingma-people", "Measure"),
            ("省级领头雁多少名", "lingtouyan-city", "Scope"),
            ("省级领头雁多少名", "lingtouyan-province", "may be meant"),
            ("市级领头雁多少名", "lingtouyan-province", "Scope"),
            ("线下联谊几场", "match-posts", "Scope"),
            ("线下联谊几场", "match-events", "may be meant"),
            ("没牵手成功的有多少对", "match-couples", "Polarity"),
            ("牵手成功的有多少对", "match-couples", "may be meant"),
            ("撤销了几个团组织", "private-orgs", "Polarity"),
            ("新建了几个团组织", "private-orgs", "may be meant"),
            ("还有几个青年之家没建成", "youth-homes", "Polarity"),
            ("无抵押贷款多少", "startup-loan", "may be meant"),
            ("我不懂，青马几期", "qingma-classes", "may be meant"),
            ("近5年发展了多少团员", "new-members", "Time"),
            ("2024年发展了多少团员", "new-members", "may be meant"),
            ("三月份发展了多少团员", "new-members", "Time"),
            ("比去年多发展了多少团员", "new-members", "Time"),
            ("光是暑假的实习岗位多少个", "intern-posts", "Time"),
            ("寒暑假的实习岗位多少个", "intern-posts", "may be meant"),
            ("上一届青联吸纳了多少名", "federation-members", "Time"),
            ("成都有几个青年之家", "youth-homes", "Elsewhere"),
            ("乐山有几个青年之家", "youth-homes", "may be meant"),
            ("高新区的青年之家多少个", "youth-homes", "Elsewhere"),
            ("峨眉山的青年之家多少个", "youth-homes", "Within"),
            ("新疆寄回来的信多少封", "letters", "Part"),
            ("青马的辅导员多少名", "qingma-people", "Aspect"),
            ("青联的女委员多少名", "federation-members", "Aspect"),
            ("参加联谊的多少人", "match-couples", "Aspect"),
            ("团员总数是多少", "new-members", "Standing"),
            ("西部计划志愿者一共多少人", "west-new", "may be meant"),
            ("西部计划志愿者一共多少人", "west-total", "may be meant"),
            ("西部计划新招了多少人", "west-total", "Scope"),
            ("西部计划新招了多少人", "west-new", "may be meant"),
            ("青马为什么培训1269人", "qingma-people", "Unreported"),
            ("青年之家的地址", "youth-homes", "Unreported"),
            ("团员里男生多少名", "new-members", "Aspect"),
            ("突击队多少支", "shock-teams", "may be meant"),
            ("多少家青年发展型企业", "company", "may be meant"),
            ("青年发展型街区几个", "company", "Name"),
            ("青联活动几场", "federation-members", "Measure"),
            ("平均每期青马多少人", "qingma-people", "Aspect"),
            ("创青春银奖几名", "startup-bronze", "Scope"),
            ("创青春银奖几名", "startup-silver", "may be meant"),
            ("港澳台实习岗位多少个", "intern-posts", "Elsewhere"),
            ("澳门青年的实习岗位多少个", "hk-mo-tw-posts", "Part"),
            ("阅读量多少万", "topic-views", "may be meant"),
            ("话题多少期", "topic-views", "Measure"),
            ("帮助了多少青少年", "mailbox-cases", "Measure"),
            ("带货卖了多少钱", "live-sales", "Measure"),
            ("带货卖了多少钱", "farm-sales", "may be meant"),
            ("青马多少人", "cadres", "Name"),
            ("举办了多少期青马培训", "qingma-classes", "may be meant"),
            ("青年之家活动多少场次", "youth-homes", "Measure"),
            ("青年之家活动多少场次", "youth-home-events", "may be meant"),
            ("联谊成了几对", "match-couples", "may be meant"),
            ("五月的主题活动几场", "values-events", "Time"),
            ("全省的志愿队伍几支", "volunteer-teams", "Elsewhere"),
            ("全国有多少突击队", "shock-teams", "Elsewhere"),
            ("突击队没完成任务的几支", "shock-teams", "Polarity"),
            ("不到一半的突击队是多少支", "shock-teams", "Polarity"),
            ("模拟法庭里学生扮演法官的活动几场", "law-events", "may be meant"),
            ("台湾青年的实习岗位几个", "hk-mo-tw-posts", "Part"),
            ("港澳台青年的实习岗位几个", "hk-mo-tw-posts", "may be meant"),
            ("香港台湾青年的实习岗位几个", "hk-mo-tw-posts", "may be meant"),
            ("省级青年突击队有几支", "shock-teams", "Scope"),
            ("市级青年突击队有几支", "shock-teams", "may be meant"),
            ("省里的青年突击队有几支", "shock-teams", "may be meant"),
            ("省级合伙人几名", "online-partners", "may be meant"),
            ("市级合伙人几名", "online-partners", "Scope"),
            ("市级合伙人几名", "lingtouyan-city", "Name"),
            ("咱们学校发展了多少团员", "new-members", "Within"),
            ("被毙稿的节目有几期", "pioneer-shows", "Polarity"),
            ("被冷落的节目有几期", "pioneer-shows", "Unread"),
            ("团省委推选了几名网络合伙人", "online-partners", "Elsewhere"),
            ("市级选了几名", "lingtouyan-city", "may be meant"),
        ];
        testing::check_pairs(rows, ruling);
    }
}
