//! What scoring looks at: the question, the reports, what the talk is about.
//! Scores nothing.

use crate::matcher::index::head_nouns::HeadNouns;
use crate::matcher::index::{Doc, DocId, Index};
use crate::matcher::lexicon::read::Lists;
use crate::matcher::query::question::{self, Question};
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::budget::Budget;
use crate::matcher::scoring::cache::Cache;
use crate::matcher::scoring::constraints::Ruling;
use crate::matcher::scoring::evidence::Evidence;
use crate::report::Report;

/// What may rule documents out, looked up once for all of them.
pub(crate) struct Bounds {
    /// The words that may, with what they rule out.
    pub rulings: Vec<Ruling>,
    /// The one initiative that may be meant, if a name says so.
    pub pinned: Option<usize>,
    /// The words that may single one out of a list.
    pub singled: Vec<usize>,
    /// The noun of which a total is asked, if that is all that is said.
    pub total: Option<usize>,
    /// The kind of which the largest is asked for.
    pub kind: Option<usize>,
}

/// What scoring looks at.
pub(crate) struct Context<'a> {
    /// The question as typed, in characters.
    pub typed: &'a [char],
    /// The reports.
    pub reports: &'a [Report],
    /// The lists of words.
    pub lexicon: &'a Lists,
    /// Where words stand.
    pub index: &'a Index,
    /// What labels end with.
    pub heads: &'a HeadNouns,
    /// The words of the question.
    pub tokens: &'a [Token],
    /// What each of them says.
    pub evidence: &'a [Evidence],
    /// Initiatives that the conversation is about, counted over all reports.
    pub topic: &'a [usize],
    /// True where nothing but the topic may be meant.
    pub only_topic: bool,
    /// What the figure of the last answer was counted in.
    pub last_measure: Option<usize>,
    /// The steps that the question may still cost.
    pub budget: &'a Budget,
    /// What was scored already.
    pub cache: &'a Cache,
}

impl Context<'_> {
    /// A word of the question as it was typed.
    #[must_use]
    pub(crate) fn typed(&self, token: &Token) -> String {
        self.typed.get(token.typed.clone()).unwrap_or_default().iter().collect()
    }

    /// Words that stand side by side, as they were typed.
    #[must_use]
    pub(crate) fn text(&self, tokens: &[usize]) -> String {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return String::new() };
        // A run of letters is typed as one: its words are told by themselves.
        if self.tokens[*first].text.iter().all(|it| it.is_ascii() || *it == ' ') {
            let words: Vec<String> = tokens.iter().map(|at| self.tokens[*at].text.iter().collect()).collect();
            return words.join(" ");
        }
        let range = self.tokens[*first].typed.start..self.tokens[*last].typed.end;
        self.typed.get(range).unwrap_or_default().iter().collect()
    }

    /// The thing that a number stands for.
    #[must_use]
    pub(crate) fn doc(&self, at: DocId) -> Doc {
        self.index.docs[at as usize]
    }

    /// The report that a document stands in.
    #[must_use]
    pub(crate) fn report_of(&self, doc: usize) -> &Report {
        match self.index.docs[doc] {
            Doc::Figure(report, _) | Doc::Fact(report, _) | Doc::Initiative(report, _) => {
                &self.reports[report]
            }
        }
    }

    /// What the question as a whole asks.
    #[must_use]
    pub(crate) fn question(&self) -> Question {
        let all: Vec<usize> = (0..self.tokens.len()).collect();
        question::read(self.tokens, &all, self.lexicon)
    }

    /// True where a word leads out of every report.
    #[must_use]
    pub(crate) fn leads_out(&self, question: &Question) -> bool {
        question.content.iter().any(|at| {
            let token = &self.tokens[*at];
            (token.is_elsewhere || token.is_within) && self.evidence[*at].spread == 0
        })
    }

    /// True where a slot of the question rules out every document: nothing that it asks is in any report.
    #[must_use]
    pub(crate) fn rules_everything_out(&self, question: &Question) -> bool {
        question.constraints.iter().any(|it| self.rules_out_all(*it))
    }

    /// True where the slot that this word fills rules out every document.
    #[must_use]
    pub(crate) fn rules_out_all(&self, token: usize) -> bool {
        (0..self.index.docs.len()).all(|doc| self.slot_veto(token, doc).is_some())
    }

    /// True where a label of the document ends with this word or one that means the same.
    #[must_use]
    pub(crate) fn ends(&self, doc: usize, token: &Token) -> bool {
        self.heads.ends(doc, &token.terms, &token.groups)
    }
}
