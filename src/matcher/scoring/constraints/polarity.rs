//! Whether what was done agrees: a figure tells what was done, so what was not done, undone or only meant is not it.
//! Which words say so is [`crate::matcher::query::polarity`]'s.

use crate::matcher::index::Doc;
use crate::matcher::scoring::context::Context;

impl Context<'_> {
    /// True where the question turns round what the document tells. A label that says the same itself (未就业毕业生) agrees.
    pub(crate) fn is_contrary_to(&self, token: usize, doc: usize) -> bool {
        let it = &self.tokens[token];
        let mut text = it.text.to_vec();
        // A bare negator says nothing without what it negates.
        if it.contrary.is_none() {
            text.extend(self.tokens.get(token + 1).into_iter().flat_map(|next| next.text.first()));
        }
        match self.index.docs[doc] {
            Doc::Figure(..) => !self.index.labels(doc, &text),
            Doc::Fact(..) | Doc::Initiative(..) => !self.index.mentions(self.index.initiative_of[doc], &text),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::matcher::testing::{check_pairs, words_at};

    #[test]
    fn what_was_not_done_is_not_what_a_figure_tells() {
        let rows: &[(&str, &str, &str)] = &[
            // Not done, undone, left over, only meant
            ("没牵手成功的有多少对", "match-couples", "没"),
            ("撤销了几个团组织", "private-orgs", "撤销"),
            ("还剩几个团组织", "private-orgs", "还剩"),
            ("打算发展多少团员", "new-members", "打算"),
            // A page that speaks of nothing such
            ("撤销了几个团组织", "league-coverage", "撤销"),
            // The label says the same itself
            ("不在身边的娃活动几场", "child-events", ""),
            ("不在身边的娃活动几场", "pioneer-events", "不"),
            ("无抵押贷款多少", "startup-loan", ""),
            // Done
            ("牵手成功的有多少对", "match-couples", ""),
            ("新建了几个团组织", "private-orgs", ""),
            // The negator speaks of the one who asks
            ("我不懂，青马几期", "qingma-classes", ""),
        ];
        check_pairs(rows, |context, doc| {
            let is_contrary =
                |at: &usize| context.tokens[*at].is_contrary && context.is_contrary_to(*at, doc);
            let found: Vec<usize> = (0..context.tokens.len()).filter(is_contrary).collect();
            words_at(context, &found)
        });
    }
}
