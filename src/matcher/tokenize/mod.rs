//! Reads a question as a row of known words: the cheapest way to cover its characters, slips and pinyin included.
//! Says what the words are; what is asked is [`crate::matcher::query::question`]'s, how well a figure fits [`crate::matcher::scoring::score`]'s.

pub(crate) mod correction;
pub(crate) mod latin;
pub(crate) mod lattice;
pub(crate) mod mixed_script;
pub(crate) mod oov;
pub(crate) mod pinyin_choice;
pub(crate) mod viterbi;

use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::role::Role;
use crate::matcher::recognize::{Slot, SlotKind, recognize, time};
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::trie::TermId;
use crate::text::numerals::{self, Number};
use crate::text::{fold_with_positions, is_hanzi};
use smallvec::SmallVec;
use std::ops::Range;
use viterbi::{Edge, Terms};

/// How a word of the question came to be known, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tier {
    /// Typed as known.
    Exact,
    /// The same sound: the other characters that an IME offers, or pinyin.
    Sound,
    /// The first letters of a name.
    Initials,
    /// One slip away.
    Edit,
    /// Not known at all.
    None,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum SegmentKind {
    /// A known word, or several that it may be.
    Word(Terms),
    /// A number.
    Number(Number),
    /// A slot that was recognised, and the word that it is too, if it is one.
    Slot(SlotKind, Option<TermId>),
    /// Characters that nothing explains.
    Unknown,
    /// A mark that parts clauses.
    Break(char),
}

/// The characters of a word, without the heap: few are longer.
pub(crate) type Letters = SmallVec<[char; 8]>;

/// A word of the question.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Segment {
    /// The characters it covers, as folded.
    pub text: Letters,
    /// What it is.
    pub what: SegmentKind,
    /// How it is known.
    pub tier: Tier,
    /// Where it stands in the question as typed, counted in characters.
    pub typed: Range<usize>,
}

/// No question on a phone is longer; what is beyond is not read. 4,096 characters of a hostile message cost as much as these.
pub(crate) const LONGEST_QUESTION: usize = 300;

/// Reads a question.
#[must_use]
pub(crate) fn read(question: &str, words: &Vocabulary) -> Vec<Segment> {
    let clipped: String = question.chars().take(LONGEST_QUESTION * 4).collect();
    let Tidied { letters, typed } = joined(tidy(&clipped), words);
    let numbers = numerals::find(&letters, &|rest| unit_length(rest, words));
    let slots = recognize(&letters, &numbers, words);
    let path = lattice::segment(&letters, &numbers, &slots, words);
    let reading = Reading { letters, typed, numbers, slots };
    let mut segments: Vec<Segment> = Vec::with_capacity(path.len());
    for (start, edge) in path {
        // A blank between Chinese words parts them as a comma does, if more weakly.
        let folded = &reading.letters;
        let is_blank = folded[start] == ' ' && start > 0 && is_hanzi(folded[start - 1]);
        if is_blank && folded.get(start + 1).is_some_and(|it| is_hanzi(*it)) {
            segments.push(reading.segment(start, 1, SegmentKind::Break(' '), Tier::Exact));
            continue;
        }
        push(&mut segments, start, edge, &reading, words);
    }
    segments
}

/// A question while it is read: its characters as compared, where each was typed, and what was recognised in it.
struct Reading {
    letters: Vec<char>,
    typed: Vec<usize>,
    numbers: Vec<Number>,
    slots: Vec<Slot>,
}

impl Reading {
    fn segment(&self, start: usize, length: usize, what: SegmentKind, tier: Tier) -> Segment {
        let typed = self.typed[start]..self.typed[start + length - 1] + 1;
        Segment { text: self.letters[start..start + length].into(), what, tier, typed }
    }
}

fn push(segments: &mut Vec<Segment>, start: usize, edge: Edge, reading: &Reading, words: &Vocabulary) {
    let length = edge.length();
    let text = &reading.letters[start..start + length];
    let (what, tier) = match edge {
        Edge::Words { terms, tier, .. } => (SegmentKind::Word(terms), tier),
        Edge::Number { at, .. } => (SegmentKind::Number(reading.numbers[at].clone()), Tier::Exact),
        Edge::Slot { at, term, .. } => (SegmentKind::Slot(reading.slots[at].kind, term), Tier::Exact),
        Edge::Latin { .. } => {
            let typed = reading.typed[start]..reading.typed[start + length - 1] + 1;
            return segments.extend(latin::decode(text, typed, words));
        }
        Edge::Mark => match text.first() {
            Some(mark) if *mark != ' ' => (SegmentKind::Break(*mark), Tier::Exact),
            _ => return,
        },
        Edge::Doubled => return,
        Edge::Unknown => {
            if let Some(Segment { text: before, what: SegmentKind::Unknown, typed, .. }) = segments.last_mut()
            {
                typed.end = reading.typed[start] + 1;
                return before.extend_from_slice(text);
            }
            (SegmentKind::Unknown, Tier::None)
        }
    };
    segments.push(reading.segment(start, length, what, tier));
}

/// A folded question without what is no part of it, and where each character was typed.
struct Tidied {
    letters: Vec<char>,
    typed: Vec<usize>,
}

/// Folds a question; drops what addresses somebody or marks up text (`@name`) and the blanks between Chinese characters.
fn tidy(question: &str) -> Tidied {
    let original: Vec<char> = question.chars().collect();
    let (letters, positions) = fold_with_positions(question);
    let mut kept =
        Tidied { letters: Vec::with_capacity(letters.len()), typed: Vec::with_capacity(letters.len()) };
    let mut mention = false;
    for (at, letter) in letters.iter().enumerate() {
        mention = match letter {
            '@' => true,
            ' ' | ',' | '.' | '?' | '!' | ':' => false,
            _ => mention,
        };
        let joins = |it: Option<&char>| it.is_some_and(|it| is_hanzi(*it));
        let blank_between =
            *letter == ' ' && joins(kept.letters.last()) && joins(letters.get(at + 1)) && is_spaced(&letters);
        // 48，339: a full-width comma parts numbers, a half-width one may group digits.
        let parts = *letter == ','
            && original.get(positions[at]) == Some(&'，')
            && is_between_digits(&original, positions[at]);
        let letter = if parts { &' ' } else { letter };
        let inner = is_tone(&letters, at)
            || matches!(letter, '·' | '*' | '_' | '"' | '\'' | '#' | '~' | '|' | '^' | '`');
        if !mention && !blank_between && !inner && kept.letters.len() < LONGEST_QUESTION {
            kept.letters.push(*letter);
            kept.typed.push(positions[at]);
        }
    }
    kept
}

fn is_between_digits(text: &[char], at: usize) -> bool {
    let digit = |it: Option<&char>| it.is_some_and(char::is_ascii_digit);
    digit(at.checked_sub(1).and_then(|it| text.get(it))) && digit(text.get(at + 1))
}

/// qing1 ma3: a tone behind a syllable, where more than one word has one.
fn is_tone(letters: &[char], at: usize) -> bool {
    let tone = |at: usize| {
        let is_digit = matches!(letters[at], '1'..='5');
        let behind = letters.get(at + 1).is_none_or(|it| *it == ' ');
        is_digit && behind && at > 0 && letters[at - 1].is_ascii_lowercase()
    };
    tone(at) && (0..letters.len()).filter(|it| tone(*it)).count() > 1
}

/// 青 马几期: a blank goes where a name stands that is known without it.
fn joined(mut tidied: Tidied, words: &Vocabulary) -> Tidied {
    let mut at = 1;
    while at + 1 < tidied.letters.len() {
        let is_blank =
            tidied.letters[at] == ' ' && is_hanzi(tidied.letters[at - 1]) && is_hanzi(tidied.letters[at + 1]);
        if is_blank && joins_name(&tidied.letters, at, words) {
            tidied.letters.remove(at);
            tidied.typed.remove(at);
        } else {
            at += 1;
        }
    }
    tidied
}

/// So many characters of a name may stand before the blank.
const NAME_BEFORE: usize = 4;

/// True where a name runs across the blank, and the single character on one side of it is no word of its own.
fn joins_name(letters: &[char], blank: usize, words: &Vocabulary) -> bool {
    let is_name = |role: &Role| matches!(role, Role::Name | Role::Programme);
    (blank.saturating_sub(NAME_BEFORE)..blank).any(|start| {
        let whole = letters[start..blank].iter().all(|it| is_hanzi(*it));
        let text: Vec<char> = letters[start..]
            .iter()
            .enumerate()
            .filter(|(at, _)| start + at != blank)
            .map(|it| *it.1)
            .take(12)
            .collect();
        let before = blank - start;
        let crosses =
            |(length, term): (usize, TermId)| length > before && words.roles(term).iter().any(is_name);
        let single = before == 1 || letters.get(blank + 2).is_none_or(|it| !is_hanzi(*it));
        whole && single && words.prefixes(&text).any(crosses)
    })
}

/// True for 青 年 突 击 队: most blanks stand between single characters.
fn is_spaced(letters: &[char]) -> bool {
    letters.iter().filter(|it| **it == ' ').count() * 3 >= letters.len()
}

/// How many characters of `rest` are a measure word, the longest one: what a number may stand before.
fn unit_length(rest: &[char], words: &Vocabulary) -> usize {
    let year = usize::from(rest.first().is_some_and(|it| time::is_date_unit(*it)));
    let counts = |role: &Role| {
        matches!(role, Role::Unit(_) | Role::Colloquial(_) | Role::Cue(Cue::Part | Cue::Section))
    };
    let is_unit = |term: TermId| words.roles(term).iter().any(counts);
    let clipped = &rest[..rest.len().min(4)];
    words
        .prefixes(clipped)
        .filter(|(_, term)| is_unit(*term))
        .map(|(length, _)| length)
        .last()
        .unwrap_or(year)
}
