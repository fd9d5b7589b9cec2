//! Whether a part that is asked for alone (光是暑假) is what a figure counts, or only some of it.
//! Which words ask for a part is [`crate::matcher::query::narrowing`]'s.

use crate::matcher::index::Doc;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::lists::Parts;
use crate::matcher::query::question::{PEOPLE, Question};
use crate::matcher::query::tokens::Token;
use crate::matcher::recognize::SlotKind;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::{LABELLED, MENTIONED};
use crate::matcher::vocabulary::key::key;

/// The measure of shares.
const RATE: &str = "rate";
/// What as many initiatives tell of, no one of them counts all of.
const SEVERAL: usize = 3;

impl Context<'_> {
    /// True where the document counts more than the part that is asked for.
    pub(crate) fn is_only_part(&self, token: usize, doc: usize) -> bool {
        let it = &self.tokens[token];
        if !matches!(self.index.docs[doc], Doc::Figure(..)) {
            return false;
        }
        // 优秀青年的宣传: who is honoured, not what is counted.
        let counts_people =
            self.index.measures[doc].is_some_and(|own| self.lexicon.measures[own].id == PEOPLE);
        if it.is_one_of(&self.lexicon.narrowing.honours) && !counts_people {
            return false;
        }
        // 新中国75岁: a number that the initiative tells.
        if it.number.is_some() {
            let unit = self.tokens.get(token + 1).filter(|_| it.number.as_ref().is_some_and(|it| it.ordinal));
            let text: Vec<char> =
                it.text.iter().chain(unit.into_iter().flat_map(|it| it.text.iter())).copied().collect();
            return !self.index.mentions(self.index.initiative_of[doc], &text);
        }
        let of_scope = it.scopes.iter().any(|scope| self.index.scopes[doc].contains(scope));
        let named = it.terms.iter().any(|term| {
            self.index
                .of_term(*term)
                .iter()
                .any(|(at, strength)| *at as usize == doc && *strength >= LABELLED)
        });
        // 合伙人里头博主占几个: a share of what is named is not what the figure counts; by itself only where its label ends so.
        let is_rate = self.index.measures[doc].is_some_and(|own| self.lexicon.measures[own].id == RATE);
        if it.is_share && is_rate {
            return false;
        }
        if it.is_share && !of_scope {
            let among = &self.lexicon.narrowing.among;
            return self.tokens[..token].iter().any(|it| it.is_one_of(among)) || !self.ends(doc, it);
        }
        // 寒暑假 holds 暑假 and counts both.
        let is_part = || self.wholes_of(&it.text, doc).next().is_some() || self.is_item(token, doc);
        !of_scope && (!named || is_part())
    }

    /// The words of a question that may ask for one thing among several: a place by name, or by what stands beside it
    /// (那里, 里头, 光), a body, what the question word counts itself.
    pub(crate) fn singled(&self, question: &Question) -> Vec<usize> {
        let words = &self.lexicon.narrowing;
        let may = |token: &usize| {
            let it = &self.tokens[*token];
            let behind = |words: &[String]| self.tokens.get(token + 1).is_some_and(|it| it.is_one_of(words));
            // 光高铁站, 单说校园欺凌
            let before = token.checked_sub(1).map(|before| &self.tokens[before]);
            it.slot == Some(SlotKind::Place)
                || behind(&words.there)
                || behind(&words.among)
                || behind(&words.sides)
                || before.is_some_and(|it| it.is_one_of(&words.alone))
                || (!it.is_programme && (self.is_body(*token) || self.counts_itself(*token)))
        };
        question.content.iter().copied().filter(may).collect()
    }

    /// 铁道兵博物馆那里办了几场: one item of a list that the initiative tells, where the figure counts all of them.
    pub(crate) fn is_one_of_list(&self, token: usize, doc: usize) -> bool {
        // 博主里头挑了几名合伙人: from among them, and what was chosen is counted.
        let chosen = |at: usize| {
            let it = &self.tokens[at];
            (it.is_name || !it.scopes.is_empty()) && self.evidence[at].at(doc) >= LABELLED
        };
        let among = &self.lexicon.narrowing.among;
        let is_among = self.tokens.get(token + 1).is_some_and(|it| it.is_one_of(among));
        // 团团严选那边: a programme that the figure is about is no item of it.
        let is_about = self.tokens[token].is_programme && self.evidence[token].at(doc) >= LABELLED;
        matches!(self.index.docs[doc], Doc::Figure(..))
            && !is_about
            && !(is_among && (token + 2..self.tokens.len()).any(chosen))
            && self.is_item(token, doc)
    }

    /// 学校里头的团组织, 园区里头入驻了多少家公司: inside something of which nothing stands with the figure, or which a
    /// neighbour counts.
    pub(crate) fn is_inside_another(&self, doc: usize, question: &Question) -> bool {
        let words = &self.lexicon.narrowing;
        let is_inside = |at: usize| {
            let behind = self.tokens.get(at + 1);
            behind.is_some_and(|it| it.is_one_of(&words.among) || it.is_one_of(&words.inside))
        };
        let is_thing = |at: usize| {
            let it = &self.tokens[at];
            it.is_content && !it.is_light && !it.is_excluded && it.slot.is_none() && it.homes.is_empty()
        };
        // 民营|厂子里头: one word of the phrase is enough.
        let stands = |at: usize| {
            let phrase = self.tokens[..=at].iter().rev().take_while(|it| it.is_content).count();
            (at + 1 - phrase..=at).any(|it| self.evidence[it].at(doc) >= MENTIONED)
        };
        let holds = |at: usize| {
            let beside = || question.counted.is_some() && self.is_counted_beside(at, doc);
            is_inside(at) && is_thing(at) && (!stands(at) || beside())
        };
        question.content.iter().any(|at| holds(*at))
    }

    /// True where this noun is what another figure of the initiative counts, and not said of this one.
    fn is_counted_beside(&self, noun: usize, doc: usize) -> bool {
        let evidence = &self.evidence[noun];
        let counts = |it: usize| {
            matches!(self.index.docs[it], Doc::Figure(..))
                && evidence.at(it) >= LABELLED
                && self.ends(it, &self.tokens[noun])
        };
        let mut siblings = self.index.ranges[self.index.initiative_of[doc]].clone();
        evidence.at(doc) < LABELLED && siblings.any(counts)
    }

    /// 武汉大学, 某某公司: a body by its ending.
    fn is_body(&self, token: usize) -> bool {
        let typed: String = self.tokens[token].text.iter().collect();
        let ends = |it: &String| it.chars().count() >= 2 && typed.ends_with(it.as_str()) && typed != *it;
        self.lexicon.elsewhere.endings.iter().any(ends)
    }

    /// 乡村CEO是几个, 进学校的有几场: the question word behind it counts this very thing.
    fn counts_itself(&self, token: usize) -> bool {
        let silent = |it: &&Token| {
            it.links() || (!it.is_content && !it.is_unknown && !it.is_break() && !it.is(Cue::HowMany))
        };
        let next = self.tokens[token + 1..].iter().find(|it| !silent(it));
        let grammar = &self.lexicon.grammar;
        let is_linked = self.tokens.get(token + 1).is_some_and(|it| {
            it.links() || it.is_one_of(&grammar.copulas) || it.is_one_of(&grammar.existentials)
        });
        is_linked && next.is_some_and(|it| it.is(Cue::HowMany))
    }

    /// True where this word is one item of a list that the initiative tells, and no other item is named.
    fn is_item(&self, token: usize, doc: usize) -> bool {
        let it = &self.tokens[token];
        if it.is_light || it.text.len() < 2 {
            return false;
        }
        let initiative = self.index.initiative_of[doc];
        let facts = self.index.ranges[initiative].clone().filter_map(|at| match self.index.docs[at] {
            Doc::Fact(report, fact) => Some(&self.reports[report].facts[fact]),
            _ => None,
        });
        facts.into_iter().any(|fact| {
            let keys: Vec<Vec<char>> = fact.items.iter().map(|item| key(item)).collect();
            let is_item = keys.len() >= 2 && keys.iter().any(|key| key.as_slice() == it.text.as_slice());
            let named = |key: &Vec<char>| self.tokens.iter().any(|it| it.text.as_slice() == key.as_slice());
            is_item
                && keys.iter().filter(|key| named(key)).count() == 1
                && !self.index.is_label(doc, &it.text)
        })
    }

    /// 志愿者一共多少人: a total of what several initiatives tell of, where the figure counts those of one programme that
    /// the question does not name.
    pub(crate) fn is_one_kind(&self, doc: usize, noun: usize) -> bool {
        let Doc::Figure(report, figure) = self.index.docs[doc] else { return false };
        let own = self.index.measures[doc].map(|it| &self.lexicon.measures[it].id);
        let of_group = |group: &usize| self.lexicon.synonyms[*group].measure.as_ref();
        let is_kind = self.tokens[noun].groups.iter().any(|it| of_group(it).is_some() && of_group(it) == own);
        let of_programme = is_kind && !self.reports[report].figures[figure].programmes.is_empty();
        of_programme || self.is_restricted(doc, noun)
    }

    /// 团干部一共多少名: the label counts those of whom something is told (参加上级培训的团干部), not all of the place.
    fn is_restricted(&self, doc: usize, noun: usize) -> bool {
        let Doc::Figure(report, figure) = self.index.docs[doc] else { return false };
        let (report, label) = (&self.reports[report], &self.reports[report].figures[figure].label);
        let is_told = self.lexicon.grammar.attributives.iter().any(|it| label.contains(it.as_str()));
        let mut whole = std::iter::once(&report.place.name).chain(&report.place.aliases);
        let it = &self.tokens[noun];
        is_told && !it.is_name && self.ends(doc, it) && !whole.any(|it| label.contains(it.as_str()))
    }

    /// The noun of which a total is asked, where nothing else is said and several initiatives tell of it.
    pub(crate) fn total_of(&self, question: &Question) -> Option<usize> {
        let all = [Cue::Altogether, Cue::Standing, Cue::Total].iter().any(|it| question.is(*it));
        let own = self.tokens.iter().any(|it| !it.homes.is_empty());
        let mut content = question.content.iter().copied().filter(|at| !self.tokens[*at].is_light);
        let (noun, more) = (content.next()?, content.next());
        let is_total = question.how_many && (all || own) && more.is_none();
        (is_total && self.evidence[noun].spread >= SEVERAL).then_some(noun)
    }

    /// True where the label says a whole that this word is the only named part of: 澳门 of 港澳台.
    pub(crate) fn is_lone_part(&self, token: usize, doc: usize) -> bool {
        let own = &self.tokens[token].text;
        let typed: String = self.tokens.iter().flat_map(|it| it.text.iter()).collect();
        let is_alone = |it: &Parts| {
            let named = it.parts.iter().filter(|word| typed.contains(word.as_str())).count();
            // 乡镇的和街道的各几个: each of them by itself.
            let each = self.tokens.iter().any(|it| it.is(Cue::Each));
            (named == 1 || each && named > 1) && !typed.contains(&it.whole)
        };
        // 港澳台 holds 港澳 too: what the label says is the longest.
        let longest = self.wholes_of(own, doc).max_by_key(|it| it.whole.chars().count());
        longest.is_some_and(is_alone)
    }

    /// The wholes that the document's label says and that this is a part of.
    fn wholes_of(&self, part: &[char], doc: usize) -> impl Iterator<Item = &Parts> {
        self.lexicon.narrowing.parts.iter().filter(move |it| {
            let is_part = it.parts.iter().any(|word| word.chars().eq(part.iter().copied()));
            is_part && self.index.labels(doc, &it.whole.chars().collect::<Vec<char>>())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::matcher::scoring::context::Context;
    use crate::matcher::testing::{check_pairs, words_at};

    /// The words of the question of which this holds.
    fn words(context: &Context<'_>, holds: impl Fn(usize) -> bool) -> String {
        let found: Vec<usize> = (0..context.tokens.len()).filter(|at| holds(*at)).collect();
        words_at(context, &found)
    }

    #[test]
    fn a_part_that_is_asked_for_alone_is_not_the_whole() {
        let rows: &[(&str, &str, &str)] = &[
            ("光是暑假的实习岗位多少个", "intern-posts", "暑假"),
            ("只算省级的领头雁多少名", "lingtouyan-city", "省级"),
            // A share of what is named
            ("合伙人里头网络博主占几个", "online-partners", "网络博主"),
            ("领头雁里头省级占几名", "lingtouyan-province", ""),
            ("入团的人里推优的占几成", "recommend-rate", ""),
            // Those of the people who were honoured
            ("青马优秀学员多少人", "qingma-people", "优秀"),
            ("青联吸纳了多少优秀青年", "federation-members", ""),
            ("优秀青年的宣传几期", "role-model-issues", ""),
            // The figure counts just that
            ("光是寒暑假的实习岗位多少个", "intern-posts", ""),
            ("只算省级的领头雁多少名", "lingtouyan-province", ""),
            ("光是线下的联谊多少场", "match-events", ""),
            ("单算青马的人多少", "qingma-people", ""),
            // No part is asked for alone
            ("暑假的实习岗位多少个", "intern-posts", ""),
            // A page tells of the whole and of its parts
            ("光是暑假的实习岗位多少个", "internships", ""),
        ];
        check_pairs(rows, |context, doc| {
            words(context, |at| context.tokens[at].is_narrowed && context.is_only_part(at, doc))
        });
    }

    #[test]
    fn a_place_that_is_one_item_of_a_list_is_not_the_whole_list() {
        let rows: &[(&str, &str, &str)] = &[
            ("新疆寄回来的信多少封", "letters", "新疆"),
            ("高铁站那里设了几个岗点", "service-posts", "高铁站"),
            ("光高铁站设了几个岗点", "service-posts", "高铁站"),
            ("快递小哥里头联系上了几个", "new-youth-events", "快递小哥"),
            ("市级领头雁中间乡村CEO是几个", "lingtouyan-city", "乡村ceo"),
            // Named in passing: the list as a whole may be meant
            ("高铁站设了几个岗点", "service-posts", ""),
            // All that the list holds, or two of it
            ("新疆和西藏寄回来的信多少封", "letters", ""),
            // No item of this initiative
            ("新疆寄回来的信多少封", "service-posts", ""),
            ("成都寄回来的信多少封", "letters", ""),
            // No place
            ("书信手拉手的信多少封", "letters", ""),
            // A page tells of each item
            ("新疆寄回来的信多少封", "ethnic-unity", ""),
        ];
        check_pairs(rows, |context, doc| {
            let singled = context.singled(&context.question());
            words(context, |at| singled.contains(&at) && context.is_one_of_list(at, doc))
        });
    }

    #[test]
    fn what_stands_inside_something_else() {
        let rows: &[(&str, &str, &str)] = &[
            // Of which nothing stands with the figure, or which a neighbour counts
            ("学校里头的团组织有多少个", "league-orgs", "inside another"),
            ("园区里头入驻了多少家公司", "company", "inside another"),
            // Of which the figure speaks
            ("民营厂子里头新建的团组织有几个", "private-orgs", "its own"),
            ("重点产业里的突击队有几支", "shock-teams", "its own"),
            // Nothing contains it
            ("团组织有多少个", "league-orgs", "its own"),
        ];
        check_pairs(rows, |context, doc| {
            let inside = context.is_inside_another(doc, &context.question());
            if inside { "inside another".to_owned() } else { "its own".to_owned() }
        });
    }

    #[test]
    fn a_total_is_not_those_of_whom_something_is_told() {
        let rows: &[(&str, &str, &str)] = &[
            ("全市团干部一共多少名", "cadres", "a part"),
            // All of the place, and a name of what is counted
            ("全市团组织一共多少个", "league-orgs", "all"),
            ("省级合伙人一共多少名", "online-partners", "all"),
            // More is said than the noun
            ("团干部一共外出培训多少名", "cadres", "all"),
        ];
        check_pairs(rows, |context, doc| {
            let total = context.total_of(&context.question());
            let is_part = total.is_some_and(|noun| context.is_one_kind(doc, noun));
            if is_part { "a part".to_owned() } else { "all".to_owned() }
        });
    }

    #[test]
    fn a_lone_part_of_a_whole_that_the_label_says() {
        let rows: &[(&str, &str, &str)] = &[
            // Each part by itself
            ("寒假暑假的实习岗位各几个", "intern-posts", "寒假|暑假"),
            ("澳门青年的实习岗位几个", "hk-mo-tw-posts", "澳门"),
            ("台湾青年的实习岗位几个", "hk-mo-tw-posts", "台湾"),
            ("暑假的实习岗位几个", "intern-posts", "暑假"),
            // The whole, or all its parts
            ("港澳台青年的实习岗位几个", "hk-mo-tw-posts", ""),
            ("香港澳门台湾青年的实习岗位几个", "hk-mo-tw-posts", ""),
            ("寒假暑假的实习岗位几个", "intern-posts", ""),
            // A label that says no such whole
            ("澳门青年的实习岗位几个", "intern-posts", ""),
            ("暑假的实习岗位几个", "hk-mo-tw-posts", ""),
        ];
        check_pairs(rows, |context, doc| words(context, |at| context.is_lone_part(at, doc)));
    }
}
