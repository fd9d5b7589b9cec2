//! Whether a part that is asked for alone (光是暑假) is what a figure counts, or only some of it.
//! Which words ask for a part is [`crate::matcher::query::narrowing`]'s.

use crate::matcher::index::Doc;
use crate::matcher::lexicon::lists::Parts;
use crate::matcher::recognize::SlotKind;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::LABELLED;
use crate::matcher::vocabulary::key::key;

impl Context<'_> {
    /// True where the document counts more than the part that is asked for.
    pub(crate) fn is_only_part(&self, token: usize, doc: usize) -> bool {
        let it = &self.tokens[token];
        if !matches!(self.index.docs[doc], Doc::Figure(..)) {
            return false;
        }
        let of_scope = it.scopes.iter().any(|scope| self.index.scopes[doc].contains(scope));
        let named = it.terms.iter().any(|term| {
            self.index
                .of_term(*term)
                .iter()
                .any(|(at, strength)| *at as usize == doc && *strength >= LABELLED)
        });
        // 寒暑假 holds 暑假 and counts both.
        let is_part = || self.wholes_of(&it.text, doc).next().is_some() || self.is_item(token, doc);
        !of_scope && (!named || is_part())
    }

    /// True where a word names a place that things may come from or be at: a place by name, or what 那里 or 一处 stands behind.
    pub(crate) fn names_one_place(&self, token: usize) -> bool {
        let behind = self.tokens.get(token + 1).map(|it| it.text.as_slice());
        let is_there = matches!(behind, Some(['那' | '这', '里' | '头' | '边' | '儿'] | ['一', '处']));
        self.tokens[token].slot == Some(SlotKind::Place) || is_there
    }

    /// 铁道兵博物馆那里办了几场: one item of a list that the initiative tells, where the figure counts all of them.
    /// A programme is no such item, and several items together are the list.
    pub(crate) fn is_one_of_list(&self, token: usize, doc: usize) -> bool {
        let it = &self.tokens[token];
        if !matches!(self.index.docs[doc], Doc::Figure(..)) {
            return false;
        }
        !it.is_programme && self.is_item(token, doc)
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

    /// True where the label says a whole that this word is the only named part of: 澳门 of 港澳台.
    pub(crate) fn is_lone_part(&self, token: usize, doc: usize) -> bool {
        let own = &self.tokens[token].text;
        let typed: String = self.tokens.iter().flat_map(|it| it.text.iter()).collect();
        let is_alone = |it: &Parts| {
            let named = it.parts.iter().filter(|word| typed.contains(word.as_str())).count();
            named == 1 && !typed.contains(&it.whole)
        };
        // 港澳台 holds 港澳 too: with 台湾 beside it 香港 is not alone.
        let mut wholes = self.wholes_of(own, doc).peekable();
        wholes.peek().is_some() && wholes.all(is_alone)
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
            words(context, |at| context.names_one_place(at) && context.is_one_of_list(at, doc))
        });
    }

    #[test]
    fn a_lone_part_of_a_whole_that_the_label_says() {
        let rows: &[(&str, &str, &str)] = &[
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
