//! The matcher as a whole: built once for a set of reports and word lists, asked for every question.
//! Never changes after it is built.

use crate::matcher::decision::understand;
use crate::matcher::explain::explain;
use crate::matcher::index::documents;
use crate::matcher::index::head_nouns::HeadNouns;
use crate::matcher::index::headings::Headings;
use crate::matcher::index::ngrams::{self, Ngrams};
use crate::matcher::index::text_pool::TextPool;
use crate::matcher::index::{Doc, Index};
use crate::matcher::intents::anaphora::Lately;
use crate::matcher::intents::verdict::{Reason, Understanding, Verdict};
use crate::matcher::lexicon::lists::Lexicon;
use crate::matcher::lexicon::read::Lists;
use crate::matcher::lexicon::role::TimeKind;
use crate::matcher::message;
use crate::matcher::query::tokens;
use crate::matcher::recognize::{Slot, SlotKind, recognize};
use crate::matcher::scoring::budget::{Budget, STEPS};
use crate::matcher::scoring::cache::Cache;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::evidence::{self, Evidence};
use crate::matcher::tokenize;
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::layer::Layer;
use crate::matcher::vocabulary::letters::Letters;
use crate::report::Report;
use std::ops::Range;
use std::sync::Arc;

/// Understands questions about a set of reports.
#[derive(Debug)]
pub struct Matcher {
    lexicon: Lists,
    words: Arc<Vocabulary>,
    index: Index,
    heads: HeadNouns,
    headings: Headings,
}

/// The words of lists, made ready once for the matchers of many reports.
#[derive(Debug)]
pub struct Shared {
    lexicon: Arc<Lexicon>,
    words: Arc<Vocabulary>,
    grams: Ngrams,
}

impl Shared {
    /// The words of these lists.
    #[must_use]
    pub fn of(lexicon: Arc<Lexicon>) -> Self {
        let mut words = Vocabulary::of(&Lists::of(Arc::clone(&lexicon)));
        let grams = Ngrams::new(&lexicon, &words);
        words.settle();
        Self { lexicon, words: Arc::new(words), grams }
    }
}

impl Matcher {
    /// Builds the index of these reports over these words: for reports that are asked most.
    #[must_use]
    pub fn new(reports: &[Report], lexicon: Arc<Lexicon>) -> Self {
        let lexicon = lists(reports, lexicon);
        let mut words = Vocabulary::of(&lexicon);
        let known = documents::known(reports);
        let keys = TextPool::of(&known);
        add_homes(reports, &lexicon, &mut words);
        Ngrams::new(&lexicon, &words).add(&keys, &mut words);
        words.settle();
        let letters = Arc::new(keys.letters());
        let words = Arc::new(words);
        let index = Index::build(reports, &known, &keys, &lexicon, &words);
        Self::of(reports, lexicon, &keys, (letters, words, index))
    }

    /// Builds little more than what these reports have by themselves: for reports among many, which are asked now and then.
    /// Understands every question as one that is built by [`Self::new`] does.
    #[must_use]
    pub fn over(reports: &[Report], shared: &Shared) -> Self {
        let lexicon = lists(reports, Arc::clone(&shared.lexicon));
        let known = documents::known(reports);
        let keys = TextPool::of(&known);
        let letters = Arc::new(keys.letters());
        let mut tokens = vec![0; letters.length()];
        for (number, text) in keys.texts.iter().enumerate() {
            let lengths = shared.grams.longest(&text.key, text.longest);
            let places = tokens[letters.start(number)..].iter_mut();
            places.zip(lengths).for_each(|(place, it)| *place = u8::try_from(it).unwrap_or_default());
        }
        let layer = Layer::over(Arc::clone(&shared.words), Arc::clone(&letters), tokens);
        let mut words = Vocabulary::layered(layer);
        words.add_units(&lexicon);
        add_homes(reports, &lexicon, &mut words);
        let names = keys.texts.iter().enumerate().filter(|(_, it)| ngrams::is_name(&it.key, it.longest));
        words.add_names(names.map(|it| it.0));
        let words = Arc::new(words);
        let index = Index::without_words(reports, &known, &keys, &lexicon);
        let index = index.seeking(Arc::clone(&letters), &keys, Arc::clone(&words));
        Self::of(reports, lexicon, &keys, (letters, words, index))
    }

    fn of(
        reports: &[Report],
        lexicon: Lists,
        keys: &TextPool<'_>,
        (letters, words, index): (Arc<Letters>, Arc<Vocabulary>, Index),
    ) -> Self {
        let heads = HeadNouns::build(reports, keys, letters, Arc::clone(&words), &index.docs);
        let headings = Headings::build(reports, &words);
        Self { lexicon, words, index, heads, headings }
    }

    /// Understands a question, and what it points back at.
    #[must_use]
    pub fn understand(&self, reports: &[Report], question: &str, lately: Lately<'_>) -> Understanding {
        self.understand_within(&Budget::default(), reports, question, lately)
    }

    /// The years that a folded text names in digits, each with its place, counted in characters; of 2023年底 the year alone.
    #[must_use]
    pub fn years(&self, text: &[char]) -> Vec<(Range<usize>, i64)> {
        let year = |slot: &Slot| match slot.kind {
            SlotKind::Time(TimeKind::Year(year)) => Some((slot.start..slot.end, year)),
            _ => None,
        };
        let within = |slot: &Slot| {
            let starts = (slot.start + 1..slot.end).rev();
            starts.into_iter().find_map(|end| match recognize(&text[slot.start..end], &[], &self.words)[..] {
                [first] => {
                    let (span, year) = year(&first)?;
                    Some((slot.start + span.start..slot.start + span.end, year))
                }
                _ => None,
            })
        };
        let slots = recognize(text, &[], &self.words);
        let times = slots.iter().filter(|it| matches!(it.kind, SlotKind::Time(_)));
        let years = times.filter_map(|it| {
            year(it).or_else(|| text[it.start].is_ascii_digit().then(|| within(it)).flatten())
        });
        years.collect()
    }

    /// How many steps a question costs, and how many it may cost: what bounds the work for any message.
    #[must_use]
    pub fn steps(&self, reports: &[Report], question: &str) -> (u32, u32) {
        let budget = Budget::default();
        let _ = self.understand_within(&budget, reports, question, Lately::default());
        (budget.scored(), STEPS)
    }

    fn understand_within(
        &self,
        budget: &Budget,
        reports: &[Report],
        question: &str,
        lately: Lately<'_>,
    ) -> Understanding {
        let mut first = None;
        for text in message::questions(question, &self.words) {
            let understood = self.look(reports, &text, lately.last, budget, |context| {
                understand(context, &self.headings, lately)
            });
            if !matches!(
                understood.verdict,
                Verdict::Unknown(Reason::Nothing) | Verdict::Chat | Verdict::Help
            ) {
                return understood;
            }
            first.get_or_insert(understood);
        }
        first.unwrap_or(Understanding::of(Verdict::Unknown(Reason::Nothing)))
    }

    /// How a question is read and scored, as a table for people.
    #[must_use]
    pub fn explain(&self, reports: &[Report], question: &str) -> String {
        self.look(reports, question, &[], &Budget::default(), |context| explain(context, &self.headings))
    }

    fn look<T>(
        &self,
        reports: &[Report],
        question: &str,
        last: &[Doc],
        budget: &Budget,
        see: impl FnOnce(&Context<'_>) -> T,
    ) -> T {
        let tokens = tokens::tokens(tokenize::read(question, &self.words), &self.words, &self.lexicon);
        let evidence: Vec<Evidence> =
            tokens.iter().map(|it| evidence::of(it, &self.words, &self.index, &self.lexicon)).collect();
        let mut topic: Vec<usize> = last.iter().filter_map(|it| self.initiative_of(*it)).collect();
        topic.dedup();
        let typed: Vec<char> = question.chars().collect();
        let context = Context {
            typed: &typed,
            reports,
            lexicon: &self.lexicon,
            index: &self.index,
            heads: &self.heads,
            tokens: &tokens,
            evidence: &evidence,
            topic: &topic,
            only_topic: false,
            last_measure: last.iter().find_map(|it| self.measure_of(*it)),
            budget,
            cache: &Cache::default(),
        };
        see(&context)
    }

    fn measure_of(&self, doc: Doc) -> Option<usize> {
        let at = self.index.docs.iter().position(|it| *it == doc)?;
        self.index.measures[at]
    }

    fn initiative_of(&self, doc: Doc) -> Option<usize> {
        let at = self.index.docs.iter().position(|it| *it == doc)?;
        Some(self.index.initiative_of[at])
    }
}

/// The word lists as these reports read them.
fn lists(reports: &[Report], lexicon: Arc<Lexicon>) -> Lists {
    let mut lists = Lists::of(lexicon);
    lists.add_units(reports.iter().flat_map(|it| &it.figures).map(|it| it.unit.as_str()));
    lists
}

/// Adds what the reports call their places, bodies and programmes.
fn add_homes(reports: &[Report], lexicon: &Lists, words: &mut Vocabulary) {
    reports.iter().enumerate().for_each(|(at, report)| documents::add_homes(at, report, words));
    reports.iter().for_each(|it| words.own_body(&it.body.name, lexicon));
}

#[cfg(test)]
impl Matcher {
    /// Looks at a question as the matcher itself does, for the tables beside its rules.
    pub(crate) fn seen<T>(
        &self,
        reports: &[Report],
        question: &str,
        last: &[Doc],
        see: impl FnOnce(&Context<'_>, &Headings) -> T,
    ) -> T {
        self.look(reports, question, last, &Budget::default(), |context| see(context, &self.headings))
    }

    /// The words that are known.
    pub(crate) fn words(&self) -> &Vocabulary {
        &self.words
    }
}

#[cfg(test)]
mod tests {
    use super::{Matcher, Shared};
    use crate::matcher::intents::anaphora::Lately;
    use crate::matcher::lexicon::lists::Lexicon;
    use crate::report::{Loaded, load, load_builtin};
    use std::path::Path;
    use std::sync::Arc;

    /// Questions of every kind, in characters and in letters, with slips and without; those about other reports too.
    const QUESTIONS: [&str; 3] = [
        include_str!("../../seeds/leshan-2024/questions.jsonl"),
        include_str!("../../seeds/leshan-2024/dialogues.jsonl"),
        include_str!("../../tests/data/chatter.txt"),
    ];

    /// Each line, or what stands in it as the question of a row.
    fn questions() -> Vec<String> {
        let asked = |line: &str| -> Vec<String> {
            let rows = line.split("\"q\": \"").skip(1);
            let all: Vec<String> = rows.filter_map(|it| Some(it.split_once('"')?.0.to_owned())).collect();
            if all.is_empty() { vec![line.to_owned()] } else { all }
        };
        QUESTIONS.iter().flat_map(|it| it.lines()).flat_map(asked).collect()
    }

    fn words(loaded: &Loaded) -> Arc<Lexicon> {
        let mut all = Lexicon::default();
        for it in &loaded.lexicons {
            all.merge(Lexicon::parse(&it.text).unwrap());
        }
        Arc::new(all)
    }

    /// Of the questions about the built-in report every so many-th is asked of others.
    const OF_OTHERS: usize = 8;

    #[test]
    fn a_report_over_shared_words_is_understood_as_one_with_words_of_its_own() {
        let others = ["small", "qinghe-2023", "tangchuan-2024"];
        let others = others.map(|it| load(&Path::new("tests/data").join(it)).unwrap());
        let mut asked = 0;
        let builtin = (load_builtin().unwrap(), 1);
        for (loaded, step) in std::iter::once(builtin).chain(others.map(|it| (it, OF_OTHERS))) {
            let words = words(&loaded);
            let reports = &loaded.reports[..1];
            let (alone, shared) = (Matcher::new(reports, Arc::clone(&words)), Shared::of(words));
            let over = Matcher::over(reports, &shared);
            for question in questions().into_iter().step_by(step) {
                let seen = [&alone, &over].map(|it| {
                    let verdict = it.understand(reports, &question, Lately::default());
                    format!("{verdict:?}\n{}", it.explain(reports, &question))
                });
                assert_eq!(seen[0], seen[1], "{question} in {}", reports[0].id);
                asked += 1;
            }
        }
        assert!(asked > 1500, "no question was asked: {asked}");
    }
}
