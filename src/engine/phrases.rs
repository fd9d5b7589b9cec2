//! The words by which a question selects reports and asks how they compare, by their first character: those of
//! `data/common/reports.json` as they stand, and those that are put together of its parts (比|去年, 涨|了|百分之几).
//! Finds the longest one at a place; what it means for a question is [`super::selection`]'s.

use super::mentions::{Cue, Said, Year};
use crate::matcher::{Compound, ReportWords};
use rustc_hash::FxHashMap;

/// All words, with those that only hold others together.
#[derive(Debug)]
pub(super) struct Phrases {
    /// For each first character the words that begin so, the longest first; of equally long ones the one that was added first.
    by_first: FxHashMap<char, Vec<(Vec<char>, Said)>>,
    /// The lists that say nothing of their own: joins, what may stand with a follow-up, 比, 不是.
    pub(super) words: ReportWords,
}

impl Phrases {
    /// The words of these lists.
    pub(super) fn of(words: &ReportWords) -> Self {
        let mut phrases = Self { by_first: FxHashMap::default(), words: words.clone() };
        let years = [
            (&words.this_year, Year::This),
            (&words.last_year, Year::Last),
            (&words.before_last, Year::BeforeLast),
            (&words.two_before, Year::TwoBefore),
            (&words.year_above, Year::Above),
            (&words.previous, Year::Previous),
            (&words.oldest, Year::Oldest),
        ];
        let cues = [
            (&words.compared, Cue::Compared),
            (&words.which_year, Cue::WhichYear),
            (&words.each_year, Cue::EachYear),
            (&words.change, Cue::Change),
            (&words.growth, Cue::Growth),
            (&words.difference, Cue::Difference),
            (&words.times, Cue::Times),
            (&words.which_league, Cue::WhichLeague),
            (&words.each_league, Cue::EachLeague),
            (&words.beside, Cue::Beside),
            (&words.which_side, Cue::Side),
            (&words.each_side, Cue::Side),
            (&words.order, Cue::Order),
            (&words.more, Cue::More),
            (&words.less, Cue::Less),
            (&words.catalogue, Cue::Catalogue),
        ];
        years.iter().for_each(|(list, year)| phrases.add_all(list, Said::Year(*year)));
        phrases.add_all(&words.home, Said::Home);
        cues.iter().for_each(|(list, cue)| phrases.add_all(list, Said::Cue(*cue)));
        for (compound, patterns) in &words.compounds {
            let all: Vec<String> = patterns.iter().flat_map(|it| put_together(it, words)).collect();
            phrases.add_all(&all, Said::Cue(cue_of(*compound)));
        }
        phrases
            .by_first
            .values_mut()
            .for_each(|it| it.sort_by_key(|(word, _)| std::cmp::Reverse(word.len())));
        phrases
    }

    fn add_all(&mut self, words: &[String], said: Said) {
        for word in words.iter().map(|it| it.chars().collect::<Vec<char>>()) {
            if let Some(first) = word.first() {
                self.by_first.entry(*first).or_default().push((word, said));
            }
        }
    }

    /// The longest word that a text begins with: its length, and what it says.
    pub(super) fn longest(&self, text: &[char]) -> Option<(usize, Said)> {
        let words = self.by_first.get(text.first()?)?;
        let found = words.iter().find(|(word, _)| text.starts_with(word))?;
        Some((found.0.len(), found.1))
    }
}

fn cue_of(compound: Compound) -> Cue {
    match compound {
        Compound::Compared => Cue::Compared,
        Compound::Growth => Cue::Growth,
        Compound::Difference => Cue::Difference,
        Compound::Catalogue => Cue::Catalogue,
    }
}

/// Every word that a pattern makes: each of its members is the name of a list of parts, or stands for itself.
fn put_together(pattern: &[String], words: &ReportWords) -> Vec<String> {
    pattern.iter().fold(vec![String::new()], |made, member| {
        let parts = words.parts.get(member).map_or(std::slice::from_ref(member), Vec::as_slice);
        made.iter().flat_map(|begun| parts.iter().map(move |it| format!("{begun}{it}"))).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::Phrases;
    use crate::engine::lexicon;
    use crate::engine::mentions::{Cue, Said, Year};
    use crate::report::load_builtin;

    #[test]
    fn words_as_they_stand_and_words_put_together() {
        let loaded = load_builtin().expect("the built-in data is well");
        let words = lexicon(&loaded.lexicons).expect("the word lists are well");
        let phrases = Phrases::of(&words.reports);
        let cue = |cue| Some(Said::Cue(cue));
        let rows: &[(&str, Option<Said>)] = &[
            ("去年多少", Some(Said::Year(Year::Last))),
            ("我们多少", Some(Said::Home)),
            ("同比增长", cue(Cue::Compared)),
            // Put together
            ("比去年多", cue(Cue::Compared)),
            ("较上年度少", cue(Cue::Compared)),
            ("和前一年相比", cue(Cue::Compared)),
            ("涨了百分之几", cue(Cue::Growth)),
            ("下滑了几成", cue(Cue::Growth)),
            ("多了几个", cue(Cue::Difference)),
            ("减少好多", cue(Cue::Difference)),
            ("能查哪几个城市", cue(Cue::Catalogue)),
            ("哪几年的数据", cue(Cue::Catalogue)),
            // None
            ("比武活动几场", None),
            ("有哪些地方去了", None),
            ("青马几期", None),
        ];
        for (text, expected) in rows {
            let text: Vec<char> = text.chars().collect();
            let found = phrases.longest(&text).map(|(_, said)| said);
            assert_eq!(found, *expected, "{}", text.iter().collect::<String>());
        }
    }

    #[test]
    fn every_member_of_a_pattern_is_a_list_or_a_word() {
        let loaded = load_builtin().expect("the built-in data is well");
        let words = lexicon(&loaded.lexicons).expect("the word lists are well").reports;
        let members = words.compounds.values().flatten().flatten();
        // A name of a list that is not there would be looked for in a question as it stands.
        let strange: Vec<&String> =
            members.filter(|it| it.is_ascii() && !words.parts.contains_key(*it)).collect();
        assert!(strange.is_empty(), "lists that are not there: {strange:?}");
        let used = |list: &String| words.compounds.values().flatten().flatten().any(|it| it == list);
        let idle: Vec<&String> = words.parts.keys().filter(|it| !used(it)).collect();
        assert!(idle.is_empty(), "lists that no pattern uses: {idle:?}");
    }
}
