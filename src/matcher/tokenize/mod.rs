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
use crate::matcher::vocabulary::Vocabulary;
use crate::matcher::vocabulary::trie::TermId;
use crate::text::numerals::{self, Number};
use crate::text::{fold, is_hanzi};
use smallvec::{SmallVec, smallvec};
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
    Slip,
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
}

/// No question on a phone is longer; what is beyond is not read. 4,096 characters of a hostile message cost as much as these.
pub(crate) const LONGEST_QUESTION: usize = 300;

/// Reads a question.
#[must_use]
pub(crate) fn read(question: &str, words: &Vocabulary) -> Vec<Segment> {
    let clipped: String = question.chars().take(LONGEST_QUESTION * 4).collect();
    let folded: Vec<char> = tidy(&fold(&clipped)).into_iter().take(LONGEST_QUESTION).collect();
    let numbers = numerals::find(&folded, &|rest| unit_length(rest, words));
    let path = lattice::cover(&folded, &numbers, words);
    let mut segments: Vec<Segment> = Vec::with_capacity(path.len());
    for (start, edge) in path {
        // A blank between Chinese words parts them as a comma does, if more weakly.
        let is_blank = folded[start] == ' ' && start > 0 && is_hanzi(folded[start - 1]);
        if is_blank && folded.get(start + 1).is_some_and(|it| is_hanzi(*it)) {
            segments.push(Segment { text: smallvec![' '], what: SegmentKind::Break(' '), tier: Tier::Exact });
            continue;
        }
        push(&mut segments, &folded[start..start + edge.length()], edge, &numbers, words);
    }
    segments
}

fn push(segments: &mut Vec<Segment>, text: &[char], edge: Edge, numbers: &[Number], words: &Vocabulary) {
    let (what, tier) = match edge {
        Edge::Words { terms, tier, .. } => (SegmentKind::Word(terms), tier),
        Edge::Number { at, .. } => (SegmentKind::Number(numbers[at].clone()), Tier::Exact),
        Edge::Latin { .. } => return segments.extend(latin::decode(text, words)),
        Edge::Mark => match text.first() {
            Some(mark) if *mark != ' ' => (SegmentKind::Break(*mark), Tier::Exact),
            _ => return,
        },
        Edge::Doubled => return,
        Edge::Unknown => {
            if let Some(Segment { text: before, what: SegmentKind::Unknown, .. }) = segments.last_mut() {
                return before.extend_from_slice(text);
            }
            (SegmentKind::Unknown, Tier::None)
        }
    };
    segments.push(Segment { text: text.into(), what, tier });
}

/// Drops what addresses somebody or marks up text (`@name`) and the blanks between Chinese characters.
fn tidy(folded: &str) -> Vec<char> {
    let mut kept: Vec<char> = Vec::with_capacity(folded.len());
    let mut mention = false;
    let letters: Vec<char> = folded.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        mention = match letter {
            '@' => true,
            ' ' | ',' | '.' | '?' | '!' | ':' => false,
            _ => mention,
        };
        let joins = |it: Option<&char>| it.is_some_and(|it| is_hanzi(*it));
        let blank_between =
            *letter == ' ' && joins(kept.last()) && joins(letters.get(at + 1)) && is_spaced(&letters);
        let inner = matches!(letter, '·' | '*' | '_' | '"' | '\'' | '#' | '~' | '|' | '^' | '`');
        if !mention && !blank_between && !inner {
            kept.push(*letter);
        }
    }
    kept
}

/// True for 青 年 突 击 队: most blanks stand between single characters.
fn is_spaced(letters: &[char]) -> bool {
    letters.iter().filter(|it| **it == ' ').count() * 3 >= letters.len()
}

/// How many characters of `rest` are a measure word, the longest one: what a number may stand before.
fn unit_length(rest: &[char], words: &Vocabulary) -> usize {
    let year = usize::from(rest.first().is_some_and(|it| matches!(it, '年' | '月' | '日' | '号')));
    let counts =
        |role: &Role| matches!(role, Role::Unit(_) | Role::Said(_) | Role::Cue(Cue::Part | Cue::Section));
    let is_unit = |term: TermId| words.roles(term).iter().any(counts);
    let clipped = &rest[..rest.len().min(4)];
    words
        .prefixes(clipped)
        .filter(|(_, term)| is_unit(*term))
        .map(|(length, _)| length)
        .last()
        .unwrap_or(year)
}
