//! Whether a time of the question agrees with a figure: its report's year does, or the period that is printed
//! with it, and a day that its initiative speaks of.
//! What is a time is [`crate::matcher::recognize::time`]'s.

use crate::matcher::index::Doc;
use crate::matcher::lexicon::role::TimeKind;
use crate::matcher::recognize::time;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::CHANGE;
use crate::report::Nature;

impl Context<'_> {
    /// True where this time is not that of the document.
    pub(crate) fn is_another_time(&self, token: usize, kind: TimeKind, doc: usize) -> bool {
        let it = &self.tokens[token];
        if let Some(period) = self.period_of(doc).filter(|_| kind != TimeKind::Comparison) {
            return !time::is_same(&it.text, period);
        }
        let literal = || self.index.mentions(self.index.initiative_of[doc], &it.text);
        match kind {
            TimeKind::Year(year) => i64::from(self.report_of(doc).year) != year && !literal(),
            TimeKind::Festival => it.is_narrowed || !self.is_mentioned(token, doc),
            TimeKind::Part if self.is_year_end(&it.text, doc) => false,
            TimeKind::Span | TimeKind::Part | TimeKind::Term => !literal(),
            // 比去年多了几个 asks what was added.
            TimeKind::Comparison => !self.is_of_change(doc),
        }
    }

    /// 2024年底: what stands at the end of the report's year is told as of then.
    fn is_year_end(&self, text: &[char], doc: usize) -> bool {
        let Doc::Figure(report, at) = self.index.docs[doc] else { return false };
        let (figure, year) = (&self.reports[report].figures[at], self.reports[report].year);
        let digits: String = text.iter().filter(|it| it.is_ascii_digit()).collect();
        let is_own = digits.is_empty() || (digits.len() >= 2 && year.to_string().ends_with(&digits));
        figure.nature == Nature::Stock && is_own && self.lexicon.time.year_end.iter().any(|it| ends(text, it))
    }

    /// The time that a figure is of, where that is not the year of its report.
    fn period_of(&self, doc: usize) -> Option<&str> {
        match self.index.docs[doc] {
            Doc::Figure(report, at) => self.reports[report].figures[at].period.as_deref(),
            Doc::Fact(..) | Doc::Initiative(..) => None,
        }
    }

    /// True where the figure is what was added: 新增, 新建.
    fn is_of_change(&self, doc: usize) -> bool {
        self.index.scopes[doc].iter().any(|scope| self.lexicon.scopes[*scope].dimension == CHANGE)
    }
}

fn ends(text: &[char], word: &str) -> bool {
    let length = word.chars().count();
    length <= text.len() && text[text.len() - length..].iter().copied().eq(word.chars())
}

#[cfg(test)]
mod tests {
    use crate::matcher::recognize::SlotKind;
    use crate::matcher::testing::check_pairs;

    #[test]
    fn a_time_is_that_of_the_report_or_one_that_its_initiative_speaks_of() {
        let rows: &[(&str, &str, &str)] = &[
            // A year
            ("2024年发展了多少团员", "new-members", "its own"),
            ("2023年发展了多少团员", "new-members", "another"),
            ("2025年发展了多少团员", "new-members", "another"),
            // The end of the year, of what stands then
            ("2024年底青年之家有几个", "youth-homes", "its own"),
            ("2024年底搞了几场联谊", "match-events", "another"),
            // Several years, a part of one, another term
            ("近五年发展了多少团员", "new-members", "another"),
            ("三月份发展了多少团员", "new-members", "another"),
            ("上半年发展了多少团员", "new-members", "another"),
            ("上一届青联吸纳了多少名", "federation-members", "another"),
            // A day that the initiative speaks of, or not, or alone
            ("国庆的服务岗点几个", "service-posts", "its own"),
            ("中秋的服务岗点几个", "service-posts", "another"),
            ("光是国庆的服务岗点几个", "service-posts", "another"),
            // Beside another year only what was added is told
            ("比去年多了几个项目办", "west-offices", "its own"),
            ("比去年多了几个青年之家", "youth-homes", "another"),
            // No time
            ("发展了多少团员", "new-members", "no time"),
        ];
        check_pairs(rows, |context, doc| {
            let time = context.tokens.iter().enumerate().find_map(|(at, it)| match it.slot {
                Some(SlotKind::Time(kind)) => Some(context.is_another_time(at, kind, doc)),
                _ => None,
            });
            time.map_or("no time", |another| if another { "another" } else { "its own" }).to_owned()
        });
    }
}
