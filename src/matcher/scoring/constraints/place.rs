//! Whether a place or a body of the question is that of a figure, or one that its initiative itself speaks of.
//! What is a place is [`crate::matcher::recognize`]'s and [`crate::matcher::query::place`]'s.

use crate::matcher::index::Doc;
use crate::matcher::scoring::constraints::Veto;
use crate::matcher::scoring::context::Context;

/// A place's name of more characters is a full one, and no beginning of another name.
const SHORT_NAME: usize = 2;

impl Context<'_> {
    /// Why the place or body of this word rules the document out, if it does.
    pub(crate) fn place_veto(&self, token: usize, doc: usize) -> Option<Veto> {
        let it = &self.tokens[token];
        // 团省委: a report tells what it did with bodies above it; what they did themselves it does not count.
        if it.is_kindred {
            let is_figure = matches!(self.index.docs[doc], Doc::Figure(..));
            let known = if is_figure { self.is_labelled(token, doc) } else { self.is_mentioned(token, doc) };
            return (!known).then_some(Veto::Elsewhere);
        }
        // 澳门青年 alone: 港澳台 counts all three together.
        if it.is_elsewhere && self.is_lone_part(token, doc) {
            return Some(Veto::Part);
        }
        // 我们村: which one, a report does not tell, though it speaks of villages.
        if it.is_within && it.is_circle {
            return Some(Veto::Within);
        }
        // 全省 of an event that another figure counts: only a label says whose it is.
        let is_wide = it.is_elsewhere && it.slot.is_none();
        if is_wide && matches!(self.index.docs[doc], Doc::Figure(..)) && !self.is_labelled(token, doc) {
            return Some(Veto::Elsewhere);
        }
        // 成都 in 成都平原: a part of another name is no mention of the place.
        if !it.is_gram && self.is_mentioned(token, doc) {
            return None;
        }
        if self.is_part_of_label(token, doc) {
            return None;
        }
        if it.is_within {
            return Some(Veto::Within);
        }
        it.is_elsewhere.then_some(Veto::Elsewhere)
    }

    /// 临泉县 of a label by its full name; 深圳企业家 of 深圳企业家基金, where the label goes on behind the place as the question does:
    /// 成都 alone is no part of 成都平原.
    fn is_part_of_label(&self, token: usize, doc: usize) -> bool {
        let text = &self.tokens[token].text;
        if text.len() > SHORT_NAME && self.index.labels(doc, text) {
            return true;
        }
        let Some(next) = self.tokens.get(token + 1).and_then(|it| it.text.first()) else { return false };
        let words: Vec<char> = self.tokens[token].text.iter().chain(std::iter::once(next)).copied().collect();
        self.index.labels(doc, &words)
    }
}

#[cfg(test)]
mod tests {
    use crate::matcher::query::tokens::Token;
    use crate::matcher::testing::check_pairs;

    #[test]
    fn a_place_or_body_is_ones_own_or_one_that_the_initiative_speaks_of() {
        let rows: &[(&str, &str, &str)] = &[
            // Another place, what lies around, what lies within
            ("成都有几个青年之家", "youth-homes", "成都 Elsewhere"),
            ("全省的志愿队伍几支", "volunteer-teams", "全省 Elsewhere"),
            ("峨眉山的青年之家多少个", "youth-homes", "峨眉山 Within"),
            // The initiative speaks of it
            ("新疆的信多少封", "letters", "新疆 may be"),
            // One part alone of what the label says
            ("澳门青年的实习岗位几个", "hk-mo-tw-posts", "澳门 Part"),
            // A body above: a page tells what was done with it, no figure counts what it did itself
            ("团省委推选了几名网络合伙人", "online-partners", "团省委 Elsewhere"),
            ("团省委培训了什么", "backbone", "团省委 may be"),
            // One's own place
            ("乐山有几个青年之家", "youth-homes", "乐山 may be"),
        ];
        check_pairs(rows, |context, doc| {
            let ruling = |(at, token): (usize, &Token)| {
                let is_place = token.is_kindred || token.is_within || token.is_place;
                let veto = context.place_veto(at, doc).map_or("may be".to_owned(), |it| format!("{it:?}"));
                is_place.then(|| format!("{} {veto}", token.text.iter().collect::<String>()))
            };
            context.tokens.iter().enumerate().filter_map(ruling).collect::<Vec<_>>().join(" ")
        });
    }
}
