//! How well each document fits what is question: adds up what speaks for it. The numbers stand in [`crate::matcher::scoring::weights`].

use crate::matcher::index::{Doc, DocId};
use crate::matcher::query::question::Question;
use crate::matcher::scoring::accumulators::{Accumulator, accumulators};
use crate::matcher::scoring::constraints::{Veto, rulings};
use crate::matcher::scoring::context::{Bounds, Context};
use crate::matcher::scoring::weights::{
    CHANGE, HEAD, HEAD_BEFORE, LABEL_COVERAGE, LABELLED, MARKED, NOT_HEAD, TOPIC, TOPIC_MEASURE, UNEXPLAINED,
};
use crate::report::Nature;
use std::rc::Rc;

/// A document with its score and the parts of it.
#[derive(Debug, Clone)]
pub(crate) struct Hit {
    /// The document.
    pub doc: DocId,
    /// What it scores.
    pub score: f32,
    /// How much of what is asked it explains, 0 to 1.
    pub coverage: f32,
    /// The weight of the words that speak for it.
    pub explained: f32,
    /// How strongly the question names it by words that stand in its label, programmes or initiative's name.
    pub named: f32,
    /// Why it cannot be meant.
    pub veto: Option<Veto>,
}

impl Context<'_> {
    /// Scores the documents for which one span of a question speaks, in their order.
    #[must_use]
    pub(crate) fn hits(&self, question: &Question) -> Rc<Vec<Hit>> {
        let plain = self.cache.hits(question, || self.plain_hits(question));
        if self.topic.is_empty() && self.last_measure.is_none() && !self.only_topic {
            return plain;
        }
        let mut hits = plain.to_vec();
        hits.iter_mut().for_each(|it| self.carry(it, question));
        Rc::new(hits)
    }

    /// What the talk adds.
    fn carry(&self, hit: &mut Hit, question: &Question) {
        let at = hit.doc as usize;
        let is_in_topic = self.topic.contains(&self.index.initiative_of[at]);
        if is_in_topic {
            hit.score += TOPIC;
        } else if self.only_topic {
            hit.veto = Some(Veto::Name);
        }
        // 新增的呢: what the last answer was counted in goes on.
        let is_same = self.last_measure.is_some() && self.last_measure == self.index.measures[at];
        if is_same && question.measures.is_empty() && question.colloquial.is_empty() {
            hit.score += TOPIC_MEASURE;
        }
    }

    /// The same, whatever the talk is about.
    fn plain_hits(&self, question: &Question) -> Vec<Hit> {
        self.budget.note_scored(question.content.len());
        let accumulators = accumulators(self, question);
        let bounds = Bounds {
            rulings: rulings(self, question),
            pinned: self.pinned(question),
            singled: self.singled(question),
            total: self.total_of(question),
            kind: self.largest_of(question),
        };
        let touched = accumulators.iter().enumerate().filter(|(_, accumulator)| accumulator.is_touched);
        touched.map(|(at, accumulator)| self.hit(at, question, accumulator, &bounds)).collect()
    }

    fn hit(&self, at: usize, question: &Question, accumulator: &Accumulator, bounds: &Bounds) -> Hit {
        let Accumulator { sum, named, total_weight, .. } = *accumulator;
        let coverage =
            if total_weight > 0.0 { (accumulator.explained / total_weight).min(1.0_f32) } else { 0.0 };
        let mut veto = self.veto(at, question, bounds);
        let label = self.label_coverage(at, accumulator.label_characters);
        let mut score = sum + accumulator.light + label - (total_weight - sum).max(0.0) * UNEXPLAINED;
        if let Doc::Figure(report, figure) = self.index.docs[at] {
            match self.measure(at, question) {
                Some(bonus) => score += bonus,
                None => veto = veto.or(Some(Veto::Measure)),
            }
            score -= self.marked(at, self.reports[report].figures[figure].nature, question);
        }
        score += self.counted(at, question);
        let doc = DocId::try_from(at).unwrap_or(DocId::MAX);
        Hit { doc, score, coverage, explained: sum, named, veto }
    }

    /// The weight of a token: rare words more, words that the report has nowhere as words of another subject.
    #[must_use]
    pub(crate) fn weight(&self, at: usize) -> f32 {
        self.evidence[at].weight
    }

    fn counted(&self, at: usize, question: &Question) -> f32 {
        let ends = |token: usize| self.evidence[token].at(at) > 0.0 && self.ends(at, &self.tokens[token]);
        match (question.counted, question.before) {
            _ if question.phrase.iter().any(|it| ends(*it)) => HEAD,
            (Some(token), _) if self.evidence[token].at(at) < LABELLED && !self.tokens[token].is_light => {
                -NOT_HEAD
            }
            (Some(_), _) if question.wants_text() && matches!(self.index.docs[at], Doc::Fact(..)) => {
                -NOT_HEAD
            }
            (None, Some(token)) if ends(token) => HEAD_BEFORE,
            _ => 0.0,
        }
    }

    fn marked(&self, at: usize, nature: Nature, question: &Question) -> f32 {
        let scopes = &self.lexicon.scopes;
        let is_asked = |own: usize| question.scopes.iter().any(|it| scopes[*it].scope == scopes[own].scope);
        let unsaid = |own: &usize| scopes[*own].dimension == CHANGE && !is_asked(*own);
        let silent = nature == Nature::Flow && self.index.scopes[at].iter().any(unsaid);
        if silent { MARKED } else { 0.0 }
    }

    /// How much of the label the question says, of which it says so many characters.
    fn label_coverage(&self, at: usize, characters: f32) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "lengths below a hundred")]
        let share = characters / self.heads.label_length(at).max(1) as f32;
        LABEL_COVERAGE * share.min(1.0)
    }
}

/// The figures, facts and initiatives that may be meant, best first.
pub(crate) fn sorted<'a>(context: &Context<'_>, hits: &'a [Hit]) -> [Vec<&'a Hit>; 3] {
    let mut kept = [Vec::with_capacity(hits.len()), Vec::new(), Vec::new()];
    for hit in hits.iter().filter(|it| it.veto.is_none()) {
        let sort = match context.index.docs[hit.doc as usize] {
            Doc::Figure(..) => 0,
            Doc::Fact(..) => 1,
            Doc::Initiative(..) => 2,
        };
        kept[sort].push(hit);
    }
    kept.iter_mut().for_each(|hits| hits.sort_by(|a, b| b.score.total_cmp(&a.score)));
    kept
}

#[cfg(test)]
mod tests {
    use super::{HEAD, HEAD_BEFORE, LABEL_COVERAGE, MARKED, NOT_HEAD, TOPIC, TOPIC_MEASURE, sorted};
    use crate::matcher::index::Doc;
    use crate::matcher::scoring::context::Context;
    use crate::matcher::testing::{check, check_pairs, look, look_behind, name, position};

    #[test]
    fn the_noun_that_is_counted_speaks_for_what_the_label_ends_with() {
        let rows: &[(&str, &str, &str)] = &[
            // Behind the question word
            ("组建了多少支走播队", "live-teams", "HEAD"),
            ("培训了多少名团干部", "cadres", "HEAD"),
            // Before it
            ("走播队多少支", "live-teams", "HEAD_BEFORE"),
            ("青年之家有多少个", "youth-homes", "HEAD_BEFORE"),
            ("青年之家有多少个", "youth-home-events", "nothing"),
            // Another noun is counted
            ("组建了多少支走播队", "shock-teams", "NOT_HEAD"),
            ("青马有多少名女生", "qingma-people", "NOT_HEAD"),
            // A light noun rules nothing out
            ("青马办了多少场活动", "qingma-people", "nothing"),
            // Nothing is counted
            ("青马", "qingma-people", "nothing"),
        ];
        let parts = [(HEAD, "HEAD"), (HEAD_BEFORE, "HEAD_BEFORE"), (-NOT_HEAD, "NOT_HEAD"), (0.0, "nothing")];
        check_pairs(rows, |context, doc| {
            let added = context.counted(doc, &context.question());
            let part = parts.iter().find(|it| it.0.to_bits() == added.to_bits());
            part.map_or_else(|| added.to_string(), |it| it.1.to_owned())
        });
    }

    #[test]
    fn what_was_added_is_less_meant_where_nobody_says_so() {
        let rows: &[(&str, &str, &str)] = &[
            ("西部计划多少人", "west-new", "less"),
            ("非公企业团组织多少个", "private-orgs", "less"),
            // It is said
            ("西部计划新增多少人", "west-new", "alike"),
            ("新建了多少个非公企业团组织", "private-orgs", "alike"),
            // What stands, and a flow that says no change
            ("西部计划多少人", "west-total", "alike"),
            ("省级领头雁多少名", "lingtouyan-province", "alike"),
            ("发展了多少团员", "new-members", "alike"),
        ];
        check_pairs(rows, |context, doc| {
            let Doc::Figure(report, at) = context.index.docs[doc] else { panic!("the rows name figures") };
            let less = context.marked(doc, context.reports[report].figures[at].nature, &context.question());
            assert!(less == 0.0 || less.to_bits() == MARKED.to_bits());
            if less > 0.0 { "less".to_owned() } else { "alike".to_owned() }
        });
    }

    #[test]
    fn a_label_that_is_said_more_fully_speaks_more() {
        look("", |context| {
            let label = position(context, "policies");
            let length = context.heads.label_length(label);
            assert_eq!(length, "出台的青年相关政策".chars().count());
            // Half of it, all of it, and no more than all
            let shares: Vec<String> = [0.0, 4.5, 9.0, 18.0]
                .iter()
                .map(|length| format!("{:.3}", context.label_coverage(label, *length) / LABEL_COVERAGE))
                .collect();
            assert_eq!(shares, ["0.000", "0.500", "1.000", "1.000"]);
        });
    }

    /// What was shown, whether nothing else may be meant, the question behind it, and a figure.
    type Talk<'a> = (&'a [&'a str], bool, &'a str, &'a str);

    /// How much more a figure scores behind an answer than by itself, and whether it is ruled out.
    fn carried((shown, only_topic, question, id): Talk<'_>) -> String {
        let of = |context: &Context<'_>| {
            let hits = context.hits(&context.question());
            let at = position(context, id);
            hits.iter().find(|it| it.doc as usize == at).map(|it| (it.score, it.veto)).expect("a hit")
        };
        let (plain, _) = look(question, of);
        let (score, veto) = look_behind(shown, question, |context| of(&Context { only_topic, ..*context }));
        let more = score - plain;
        let is = |part: f32| (more - part).abs() < 1e-4;
        let part = [(0.0, "nothing"), (TOPIC, "TOPIC"), (TOPIC_MEASURE, "TOPIC_MEASURE")];
        let both = [(TOPIC + TOPIC_MEASURE, "both")];
        let named = part.iter().chain(&both).find(|it| is(it.0)).map_or("another part", |it| it.1);
        veto.map_or_else(|| named.to_owned(), |veto| format!("{named}, {veto:?}"))
    }

    #[test]
    fn the_talk_adds_what_it_is_about_and_what_was_counted() {
        let rows: &[(Talk<'_>, &str)] = &[
            // Of the same initiative, counted alike
            ((&["lingtouyan-province"], false, "市级呢", "lingtouyan-city"), "both"),
            // Of the same initiative, counted in something else
            ((&["lingtouyan-training"], false, "市级呢", "lingtouyan-city"), "TOPIC"),
            // Of another, counted alike
            ((&["online-partners"], false, "领头雁呢", "lingtouyan-city"), "TOPIC_MEASURE"),
            ((&["west-events"], false, "领头雁呢", "lingtouyan-city"), "nothing"),
            // A measure of its own goes before what was counted
            ((&["lingtouyan-province"], false, "市级领头雁多少名", "lingtouyan-city"), "TOPIC"),
            // Where nothing but the topic may be meant, the others are ruled out
            ((&["west-events"], true, "领头雁呢", "lingtouyan-city"), "nothing, Name"),
            ((&["lingtouyan-province"], true, "市级呢", "lingtouyan-city"), "both"),
            // Nothing was shown
            ((&[], false, "领头雁呢", "lingtouyan-city"), "nothing"),
        ];
        check(rows, carried);
    }

    #[test]
    fn what_may_be_meant_stands_by_its_kind_the_best_first() {
        let best = |question: &str| {
            look(question, |context| {
                let hits = context.hits(&context.question());
                let first = sorted(context, &hits).map(|it| it.first().map(|it| name(context.doc(it.doc))));
                first.map(|it| it.unwrap_or("none")).join(" | ")
            })
        };
        let rows: &[(&str, &str)] = &[
            ("青马几期", "qingma-classes | 青马经验报道媒体 | backbone"),
            ("突击队几支", "shock-teams | 突击队成立的地方 | merit-contest"),
            ("省级领头雁多少名", "lingtouyan-province | 四类人才 | lingtouyan"),
            ("推优入团率", "recommend-rate | 入团必备条件 | members"),
            // What is ruled out is left out
            ("成都有几个青年之家", "none | none | none"),
            ("元宇宙", "league-orgs | 学习的全会精神 | study-sessions"),
        ];
        check(rows, best);
    }
}
