//! Which sentence of a long message is the question. A forwarded notice or a chatty message is read to its end; its greetings,
//! its story and the figures quoted on the way are not asked.
//! Reads no sentence itself: that is [`crate::matcher::tokenize`]'s.

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::role::Role;
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::key::key;
use std::ops::Range;

/// A message up to this length is read as a whole: people put a remark before their question.
const SHORT: usize = 70;
/// A longer sentence is cut to what stands round its last question word.
const LONGEST_SENTENCE: usize = 120;
/// So much of it is kept before the question word, and so much behind it.
const BEFORE: usize = 80;
const BEHIND: usize = 30;
/// At most so many sentences are tried.
const TRIED: usize = 4;

/// The texts to be understood, the likeliest question first: one where the message is short.
#[must_use]
pub(crate) fn questions(message: &str, words: &Vocabulary) -> Vec<String> {
    let letters: Vec<char> = message.trim().chars().collect();
    let letters = below_quote(&letters);
    if letters.len() <= SHORT {
        return vec![letters.iter().collect()];
    }
    let sentences = sentences(letters);
    let mut asking: Vec<(u32, usize)> = (0..sentences.len())
        .map(|at| (likelihood(&letters[sentences[at].clone()], words), at))
        .filter(|(likely, _)| *likely > 0)
        .collect();
    // Of two as likely the last one is the question.
    asking.sort_unstable_by(|a, b| b.cmp(a));
    let mut all: Vec<String> = Vec::new();
    for (_, at) in asking.into_iter().take(TRIED) {
        let own = cut(&letters[sentences[at].clone()], words);
        let before = at.checked_sub(1).map(|it| &letters[sentences[it].clone()]);
        all.push(own.iter().collect());
        // 全市一共好多个嘛: what it is about may stand in the sentence before.
        all.extend(before.filter(|it| it.len() <= LONGEST_SENTENCE).map(|it| it.iter().chain(own).collect()));
    }
    all.push(letters.iter().collect());
    all
}

/// What stands below a quoted message, which chat programs part by a line of dashes.
fn below_quote(letters: &[char]) -> &[char] {
    let mut start = 0;
    for line in letters.split_inclusive(|it| *it == '\n') {
        start += line.len();
        let dashes = line.iter().filter(|it| matches!(it, '-' | '—' | '－')).count();
        let other = line.iter().any(|it| !matches!(it, '-' | '—' | '－' | ' ' | '\n' | '\r'));
        if dashes >= 3 && !other && start < letters.len() {
            return &letters[start..];
        }
    }
    letters
}

/// A shorter quotation is a name or a word inside of its sentence: “期数”和“覆盖人数”两格.
const QUOTATION: usize = 20;

/// The sentences of a text: each up to its mark, the mark included.
fn sentences(letters: &[char]) -> Vec<Range<usize>> {
    let ends = |at: usize| match letters.get(at) {
        Some('。' | '！' | '？' | '!' | '?' | '\n' | '；' | ';' | '…' | '～' | '~') => true,
        // It looks no further back than a short quotation is long: a message of nothing but these marks costs no more.
        Some('”') => !letters[at.saturating_sub(QUOTATION)..at].contains(&'“'),
        // The bus was late. What was the total: a point behind a word, a blank behind the point.
        Some('.') => {
            at > 0
                && letters[at - 1].is_ascii_alphabetic()
                && letters.get(at + 1).is_some_and(|it| it.is_whitespace())
        }
        _ => false,
    };
    let (mut all, mut start) = (Vec::new(), 0);
    for at in 0..letters.len() {
        let is_end = ends(at) && !ends(at + 1) || is_emoji(letters[at]);
        if is_end || at + 1 == letters.len() {
            if letters[start..=at].iter().any(|it| it.is_alphanumeric()) {
                all.push(start..at + 1);
            }
            start = at + 1;
        }
    }
    all
}

fn is_emoji(letter: char) -> bool {
    matches!(letter, '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}')
}

/// How likely a sentence is the question: it asks for a number, says so (请问), ends with a question mark.
fn likelihood(sentence: &[char], words: &Vocabulary) -> u32 {
    let text = key(&sentence.iter().collect::<String>());
    let has = |cue: Cue| (0..text.len()).any(|at| says(&text, at, cue, words).is_some());
    // 给个准数: an amount of one character is a part of some word.
    let amount = (0..text.len()).any(|at| says(&text, at, Cue::Amount, words).is_some_and(|long| long > 1));
    let measure = || (0..text.len()).any(|at| names_measure(&text[at..], words));
    let marked = sentence.iter().rev().take(3).any(|it| matches!(it, '?' | '？'));
    // What was the total value?
    let number = has(Cue::HowMany) || amount || (marked && measure());
    let other = has(Cue::Which) || has(Cue::Most) || has(Cue::Compare) || has(Cue::StandsFor);
    if !number && !other {
        return 0;
    }
    u32::from(number) * 4 + u32::from(other) + u32::from(has(Cue::Asking)) * 2 + u32::from(marked) * 2
}

fn says(text: &[char], at: usize, cue: Cue, words: &Vocabulary) -> Option<usize> {
    let is = |role: &Role| *role == Role::Cue(cue);
    words.prefixes(&text[at..]).filter(|(_, term)| words.roles(*term).iter().any(is)).map(|it| it.0).last()
}

/// True where a noun for a measure begins: 阅读量, total value.
fn names_measure(text: &[char], words: &Vocabulary) -> bool {
    let names = |term| words.roles(term).iter().any(|it| matches!(it, Role::MeasureNoun(_)));
    words.prefixes(text).any(|(length, term)| length > 1 && names(term))
}

/// A sentence without end is cut to what stands round its last question word, at a comma where there is one.
fn cut<'a>(sentence: &'a [char], words: &Vocabulary) -> &'a [char] {
    if sentence.len() <= LONGEST_SENTENCE {
        return sentence;
    }
    let ask = (0..sentence.len()).rev().find(|at| says(sentence, *at, Cue::HowMany, words).is_some());
    let Some(ask) = ask else { return sentence };
    let (from, to) = (ask.saturating_sub(BEFORE), (ask + BEHIND).min(sentence.len()));
    let is_comma = |it: &char| matches!(it, ',' | '，' | '、' | ' ');
    let start = sentence[from..ask].iter().position(is_comma).map_or(from, |it| from + it + 1);
    let end = sentence[ask..to].iter().rposition(is_comma).map_or(to, |it| ask + it);
    &sentence[start..end]
}

#[cfg(test)]
mod tests {
    use super::{BEFORE, BEHIND, LONGEST_SENTENCE, SHORT, TRIED, questions};
    use crate::matcher::testing::{check, vocabulary};
    use std::slice;

    /// The texts that are tried, by their first words.
    fn tried(message: &str) -> String {
        let begin = |it: String| it.chars().take(12).collect::<String>();
        questions(message, vocabulary()).into_iter().map(begin).collect::<Vec<_>>().join(" | ")
    }

    /// A story of this many characters, which asks nothing.
    fn story(letters: usize) -> String {
        "天气很好我们去爬山".chars().cycle().take(letters).collect()
    }

    #[test]
    fn a_short_message_is_read_as_a_whole() {
        let at_most = format!("{}。青马多少人？", story(SHORT - 7));
        assert_eq!(at_most.chars().count(), SHORT);
        assert_eq!(questions(&at_most, vocabulary()), slice::from_ref(&at_most));
        let longer = format!("{}。青马多少人？", story(SHORT - 6));
        assert_eq!(questions(&longer, vocabulary())[0], "青马多少人？");
        let rows: &[(&str, &str)] = &[
            ("青马多少人", "青马多少人"),
            ("  青马多少人  ", "青马多少人"),
            ("今天好热。青马多少人？", "今天好热。青马多少人？"),
            ("", ""),
            // Below a quoted message; dashes at the end quote nothing
            ("张三：收到\n- - - - -\n青马几期", "青马几期"),
            ("张三：收到\n————\n青马几期", "青马几期"),
            ("张三：收到\n--\n青马几期", "张三：收到\n--\n青马几"),
            ("青马几期\n-----\n", "青马几期\n-----"),
        ];
        check(rows, tried);
    }

    #[test]
    fn of_a_long_message_the_likeliest_sentence_is_tried_first() {
        let long = story(80);
        let rows = [
            // A number is asked for, before what is only marked as a question
            (format!("青马几期。{long}。谁要来？"), "青马几期。"),
            // 请问 and a question mark make it likelier
            (format!("请问青马几期。{long}。突击队几支。"), "请问青马几期。"),
            (format!("青马几期？{long}。突击队几支。"), "青马几期？"),
            // Of two as likely the last one
            (format!("青马几期？{long}。突击队几支？"), "突击队几支？"),
            // An emoji ends a sentence, as does a line
            (format!("{long}😀突击队几支"), "突击队几支"),
            (format!("{long}\n突击队几支"), "突击队几支"),
            // A short quotation ends none, a long one does; a point behind a word does
            (format!("{long}。学联“我为同学做实事”几场"), "学联“我为同学做实事”几场"),
            (format!("“{long}”突击队几支"), "突击队几支"),
            (format!("{long}。The bus was late. How many teams?"), " How many teams?"),
            // A noun for a measure asks, with a question mark; a part of a word does not
            (format!("{long}。What was the total value? {long}。给个准数。"), "What was the total value?"),
        ];
        for (message, expected) in rows {
            assert_eq!(questions(&message, vocabulary())[0], expected, "{message}");
        }
    }

    #[test]
    fn a_sentence_is_tried_with_the_one_before_it_and_at_last_the_whole_message() {
        let message = format!("{}。我们街上开了个青年之家。全市一共好多个嘛？", story(60));
        let expected = [
            "全市一共好多个嘛？".to_owned(),
            "我们街上开了个青年之家。全市一共好多个嘛？".to_owned(),
            message.clone(),
        ];
        assert_eq!(questions(&message, vocabulary()), expected);
        // What asks nothing is tried as a whole
        let silent = format!("{}。{}。", story(60), story(30));
        assert_eq!(questions(&silent, vocabulary()), slice::from_ref(&silent));
        // No more than so many sentences
        let asking = "青马几期？".repeat(TRIED + 20);
        assert_eq!(questions(&asking, vocabulary()).len(), 2 * TRIED + 1);
    }

    #[test]
    fn a_sentence_without_end_is_cut_round_its_last_question_word() {
        let endless = format!("{},青马培训多少人,{}", story(LONGEST_SENTENCE), story(60));
        assert_eq!(questions(&endless, vocabulary())[0], "青马培训多少人");
        // At most so much of it is kept
        let whole = format!("{}多少人{}", story(LONGEST_SENTENCE), story(60));
        assert_eq!(questions(&whole, vocabulary())[0].chars().count(), BEFORE + BEHIND);
    }
}
