//! The text as the passes read it: every character folded in its own place, so that a place in the folded text is a place in
//! the original. Passes compare folded characters; what is shown is always cut from the original.
//! Knows no lines, numbers or words.

use super::markdown::Markdown;
use crate::text::{fold, is_hanzi};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A text with its folded twin of the same length.
pub(super) struct View {
    original: Vec<char>,
    folded: Vec<char>,
    /// For each place the quoted name round it: its number in `names` and one more, 0 for none.
    quotes: Vec<u32>,
    names: Vec<Range<usize>>,
    markdown: Markdown,
}

/// A sentence or a clause of more characters is none: what has no marks at all is cut, and no pass reads it again and again.
const LONGEST_SENTENCE: usize = 800;
/// Quotes inside of quotes are followed so deep.
const DEEPEST: usize = 6;

/// Marks behind which a clause ends.
pub(super) const CLAUSE_MARKS: [char; 11] = [',', '。', ';', ':', '!', '?', '\n', '(', ')', '…', '|'];
/// Marks behind which a sentence ends.
pub(super) const SENTENCE_MARKS: [char; 5] = ['。', '!', '?', '\n', '…'];
/// Marks that open a name.
pub(super) const OPENING: [char; 4] = ['“', '《', '「', '‘'];
/// Marks that close a name, in the order of [`OPENING`].
pub(super) const CLOSING: [char; 4] = ['”', '》', '」', '’'];

impl View {
    /// Folds a text: full width becomes half width, traditional characters simplified, every blank a space; straight quotes
    /// become opening and closing ones by turns within a line.
    pub(super) fn new(text: &str) -> Self {
        let original: Vec<char> = text.chars().collect();
        let (mut known, mut is_open) = (FxHashMap::default(), false);
        let folded = original.iter().map(|&letter| match letter {
            '\n' => {
                is_open = false;
                '\n'
            }
            '"' | '＂' => {
                is_open = !is_open;
                if is_open { '“' } else { '”' }
            }
            _ => fold_letter(letter, &mut known),
        });
        let folded: Vec<char> = folded.collect();
        let mut view = Self {
            quotes: vec![0; folded.len()],
            names: Vec::new(),
            markdown: Markdown::default(),
            original,
            folded,
        };
        view.read_quotes();
        view
    }

    /// Finds the quoted names: “…” and 《…》 within one line.
    fn read_quotes(&mut self) {
        let mut open: Vec<(usize, usize)> = Vec::new();
        for at in 0..self.folded.len() {
            let letter = self.folded[at];
            if letter == '\n' {
                open.clear();
            } else if let Some(kind) = OPENING.iter().position(|it| *it == letter) {
                if open.len() == DEEPEST {
                    open.remove(0);
                }
                open.push((kind, at + 1));
            } else if let Some(kind) = CLOSING.iter().position(|it| *it == letter)
                && let Some(last) = open.iter().rposition(|it| it.0 == kind)
            {
                let name = open[last].1..at;
                open.truncate(last);
                self.names.push(name.clone());
                let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
                // The closing mark lies within the name: so does what stands right before it.
                self.quotes[name.start..=at].iter_mut().filter(|it| **it == 0).for_each(|it| *it = number);
            }
        }
    }

    /// The same text in which these line ends are read as blanks: lines that were wrapped at a fixed width.
    pub(super) fn joined(mut self, line_ends: &[usize]) -> Self {
        line_ends.iter().for_each(|&at| self.folded[at] = ' ');
        self
    }

    /// The same text with its marks of Markdown read as blanks, and shown as blanks.
    pub(super) fn marked(mut self, markdown: Markdown) -> Self {
        for &at in &markdown.marks {
            (self.folded[at], self.original[at]) = (' ', ' ');
        }
        self.markdown = markdown;
        self
    }

    /// The level of the heading of Markdown whose words begin at a place.
    pub(super) fn heading_level(&self, at: usize) -> Option<usize> {
        let headings = &self.markdown.headings;
        headings.binary_search_by_key(&at, |it| it.0).ok().map(|it| headings[it].1)
    }

    /// Whether an item of a list of Markdown begins at a place.
    pub(super) fn is_item(&self, at: usize) -> bool {
        self.markdown.items.binary_search(&at).is_ok()
    }

    /// The bold words that begin at a place, or behind its blanks.
    pub(super) fn bold(&self, at: usize) -> Option<Range<usize>> {
        let start = self.skip(at);
        self.markdown.bold.iter().find(|it| self.skip(it.start) == start).cloned()
    }

    pub(super) fn len(&self) -> usize {
        self.folded.len()
    }

    /// The folded character at a place; a line end behind the text.
    pub(super) fn at(&self, at: usize) -> char {
        self.folded.get(at).copied().unwrap_or('\n')
    }

    /// The folded character before a place; a line end before the text.
    pub(super) fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\n', |it| self.at(it))
    }

    /// The original character at a place.
    pub(super) fn printed_at(&self, at: usize) -> char {
        self.original.get(at).copied().unwrap_or('\n')
    }

    /// Folded characters, without blanks.
    pub(super) fn folded(&self, range: Range<usize>) -> String {
        self.folded[range].iter().filter(|&&it| it != ' ').collect()
    }

    /// The characters exactly as they stand.
    pub(super) fn printed(&self, range: Range<usize>) -> String {
        self.original[range].iter().collect()
    }

    /// Words as they stand, less the blanks beside Chinese characters and marks: as a title or a label is shown.
    pub(super) fn title(&self, range: Range<usize>) -> String {
        let range = self.trim(range);
        let is_blank = |at: usize| self.at(at) == ' ' || self.at(at) == '\n';
        let is_latin = |letter: char| letter.is_ascii_alphanumeric();
        let mut title = String::new();
        for at in range.clone() {
            if !is_blank(at) {
                title.push(self.original[at]);
            } else if !is_blank(at + 1) && self.parts_words(at, range.start) {
                let next = self.at(at + 1);
                let last = title.chars().last().unwrap_or(' ');
                let is_needed = (is_latin(last) && is_latin(next)) || (is_hanzi(last) && is_hanzi(next));
                if is_needed {
                    title.push(' ');
                }
            }
        }
        title
    }

    /// A blank between two words that are no number and its unit.
    fn parts_words(&self, at: usize, start: usize) -> bool {
        let last = (start..at).rev().find(|&it| self.at(it) != ' ').map_or(' ', |it| self.at(it));
        !last.is_ascii_digit() || self.at(at + 1).is_ascii_alphanumeric()
    }

    /// Whether a word stands at a place.
    pub(super) fn starts(&self, at: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(step, letter)| self.folded.get(at + step) == Some(&letter))
    }

    /// Whether a word ends right before a place.
    pub(super) fn ends(&self, at: usize, word: &str) -> bool {
        at.checked_sub(word.chars().count()).is_some_and(|start| self.starts(start, word))
    }

    /// The longest of the words that stands at a place.
    pub(super) fn longest<'w>(&self, at: usize, words: &[&'w str]) -> Option<&'w str> {
        words.iter().filter(|it| self.starts(at, it)).max_by_key(|it| it.chars().count()).copied()
    }

    /// The longest of the words that ends right before a place.
    pub(super) fn longest_before<'w>(&self, at: usize, words: &[&'w str]) -> Option<&'w str> {
        words.iter().filter(|it| self.ends(at, it)).max_by_key(|it| it.chars().count()).copied()
    }

    /// Where a word stands first.
    pub(super) fn find(&self, range: Range<usize>, word: &str) -> Option<usize> {
        range.clone().find(|&at| at + word.chars().count() <= range.end && self.starts(at, word))
    }

    /// Whether any of the words stands in a range.
    pub(super) fn holds(&self, range: Range<usize>, words: &[&str]) -> bool {
        words.iter().any(|it| self.find(range.clone(), it).is_some())
    }

    /// The first place from `at` on that is no blank.
    pub(super) fn skip(&self, at: usize) -> usize {
        (at..self.len()).find(|&it| self.folded[it] != ' ').unwrap_or(self.len())
    }

    /// The place behind the last character before `at` that is no blank.
    pub(super) fn back(&self, at: usize) -> usize {
        (0..at).rev().find(|&it| self.folded[it] != ' ').map_or(0, |it| it + 1)
    }

    /// A range without the blanks and line ends at its sides.
    pub(super) fn trim(&self, range: Range<usize>) -> Range<usize> {
        let is_blank = |at: usize| matches!(self.at(at), ' ' | '\n');
        let Some(start) = range.clone().find(|&it| !is_blank(it)) else { return range.start..range.start };
        let end = range.clone().rev().find(|&it| !is_blank(it)).map_or(start, |it| it + 1);
        start..end
    }

    /// The first of these marks from `at` on, else `end`.
    pub(super) fn next_mark(&self, at: usize, end: usize, marks: &[char]) -> usize {
        (at..end).find(|&it| marks.contains(&self.at(it))).unwrap_or(end)
    }

    /// The place behind the last of these marks before `at`, not before `start`.
    pub(super) fn last_mark(&self, start: usize, at: usize, marks: &[char]) -> usize {
        (start..at).rev().find(|&it| marks.contains(&self.at(it))).map_or(start, |it| it + 1)
    }

    /// The sentence round a place.
    pub(super) fn sentence(&self, at: usize) -> Range<usize> {
        let start = self.last_mark(at.saturating_sub(LONGEST_SENTENCE), at, &SENTENCE_MARKS);
        start..self.next_mark(at, self.len().min(at + LONGEST_SENTENCE), &SENTENCE_MARKS)
    }

    /// The innermost quoted name round a place, without its marks: “…” or 《…》 within one line.
    pub(super) fn quoted(&self, at: usize) -> Option<Range<usize>> {
        let number = *self.quotes.get(at)?;
        number.checked_sub(1).map(|it| self.names[it as usize].clone())
    }

    /// Line and column of a place, counted from one.
    pub(super) fn line_column(&self, at: usize) -> (usize, usize) {
        let before = &self.original[..at.min(self.original.len())];
        let line = before.iter().filter(|&&it| it == '\n').count() + 1;
        let start = before.iter().rposition(|&it| it == '\n').map_or(0, |it| it + 1);
        (line, at - start + 1)
    }
}

/// One character, folded.
fn fold_letter(letter: char, known: &mut FxHashMap<char, char>) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        '〜' => '~',
        '–' | '―' | '‐' | '‑' | '−' => '-',
        '•' | '・' | '‧' => '·',
        '\r' | '\t' | '\u{a0}' | '\u{3000}' | '\u{feff}' => ' ',
        '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}' => ' ',
        _ if is_hanzi(letter) => *known.entry(letter).or_insert_with(|| simplified(letter)),
        _ => letter,
    }
}

/// The simplified form of a character.
fn simplified(letter: char) -> char {
    let folded = fold(letter.encode_utf8(&mut [0; 4]));
    let mut letters = folded.chars();
    match (letters.next(), letters.next()) {
        (Some(one), None) => one,
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::View;

    #[test]
    fn folded_in_place() {
        let rows = [
            ("１２名，（共）", "12名,(共)"),
            ("餘 萬", "余万"),
            ("开展\"甲乙\"和\"丙\"活动", "开展“甲乙”和“丙”活动"),
            ("80\u{2009}余场", "80余场"),
        ];
        for (text, expected) in rows {
            let view = View::new(text);
            assert_eq!(view.folded(0..view.len()), expected);
            assert_eq!(view.printed(0..view.len()), text);
        }
    }

    #[test]
    fn titles_lose_blanks_beside_marks_alone() {
        let rows = [
            ("“ 希望工程 1+1” ", "“希望工程1+1”"),
            ("喜迎二十大 争做好队员", "喜迎二十大 争做好队员"),
            ("守护生命 博爱AED", "守护生命 博爱AED"),
        ];
        for (text, expected) in rows {
            let view = View::new(text);
            assert_eq!(view.title(0..view.len()), expected);
        }
    }

    #[test]
    fn quoted_names() {
        let view = View::new("开展“甲《乙1》丙2”活动3");
        let inner = |letter: char| {
            let at = (0..view.len()).find(|&it| view.at(it) == letter).unwrap();
            view.quoted(at).map(|it| view.folded(it))
        };
        assert_eq!(inner('1').as_deref(), Some("乙1"));
        assert_eq!(inner('2').as_deref(), Some("甲《乙1》丙2"));
        assert_eq!(inner('3'), None);
    }
}
