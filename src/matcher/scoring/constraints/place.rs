//! Whether a place or a body of the question is that of a figure, or one that its initiative itself speaks of.
//! What is a place is [`crate::matcher::recognize`]'s and [`crate::matcher::query::place`]'s.

use crate::matcher::index::Doc;
use crate::matcher::scoring::constraints::Veto;
use crate::matcher::scoring::context::Context;

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
        // 成都 in 成都平原: a part of another name is no mention of the place.
        if !it.is_gram && self.is_mentioned(token, doc) {
            return None;
        }
        if it.is_within {
            return Some(Veto::Within);
        }
        it.is_elsewhere.then_some(Veto::Elsewhere)
    }
}
