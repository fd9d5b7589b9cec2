//! A published text as it is compared: without white space, invisible marks and page numbers, digits of full width as digits.
//! Every character knows where it stood in the text. Knows no report.

use crate::text::is_invisible;
use std::ops::Range;

/// A page number has no more digits.
const PAGE_DIGITS: usize = 3;

/// The longest word of how near a number is has three characters.
const NEIGHBOURS: usize = 3;

/// What is compared of a text.
pub(super) struct View {
    letters: Vec<char>,
    /// Line and column of each.
    places: Vec<(usize, usize)>,
    /// True where white space stood before it: two numbers side by side are not one.
    parted: Vec<bool>,
    /// Lines that hold a page number alone, as they are compared.
    pages: Vec<Vec<char>>,
}

impl View {
    /// What is compared of this text.
    pub(super) fn of(text: &str) -> Self {
        let mut view =
            Self { letters: Vec::new(), places: Vec::new(), parted: Vec::new(), pages: Vec::new() };
        for (number, line) in text.lines().enumerate() {
            let page = squeeze(line);
            if is_page_number(&page) {
                view.pages.push(page.into_iter().filter(char::is_ascii_digit).collect());
            } else {
                view.add(line, number + 1);
            }
        }
        view.drop_group_commas();
        view
    }

    fn add(&mut self, line: &str, number: usize) {
        let mut parted = true;
        for (at, letter) in line.chars().enumerate() {
            if is_blank(letter) {
                parted |= letter.is_whitespace();
                continue;
            }
            self.letters.push(folded(letter));
            self.places.push((number, at + 1));
            self.parted.push(parted);
            parted = false;
        }
    }

    /// 15,135 is 15135.
    fn drop_group_commas(&mut self) {
        let kept: Vec<bool> = (0..self.letters.len()).map(|at| !is_group_comma(&self.letters, at)).collect();
        let keep = |at: &mut usize| {
            *at += 1;
            kept[*at - 1]
        };
        let (mut one, mut two, mut three) = (0, 0, 0);
        self.letters.retain(|_| keep(&mut one));
        self.places.retain(|_| keep(&mut two));
        self.parted.retain(|_| keep(&mut three));
    }

    /// The characters that are compared.
    pub(super) fn letters(&self) -> &[char] {
        &self.letters
    }

    /// These characters as a person reads them.
    pub(super) fn shown(&self, range: Range<usize>) -> String {
        self.letters.get(range).unwrap_or_default().iter().collect()
    }

    /// The few characters before and behind a place.
    pub(super) fn around(&self, range: &Range<usize>) -> (String, String) {
        let end = self.letters.len().min(range.end + NEIGHBOURS);
        (self.shown(range.start.saturating_sub(NEIGHBOURS)..range.start), self.shown(range.end..end))
    }

    /// Line and column of a character, from 1.
    pub(super) fn line_column(&self, at: usize) -> (usize, usize) {
        self.places.get(at).copied().unwrap_or((1, 1))
    }

    /// True where a page number, or the number of a heading that stands alone, reads like this.
    pub(super) fn is_page(&self, words: &str) -> bool {
        self.pages.contains(&squeeze(words))
    }

    /// Where words stand, from a place on, without cutting a number in two.
    pub(super) fn find(&self, words: &str, from: usize) -> Option<Range<usize>> {
        let words = squeeze(words);
        let windows = self.letters.get(from..)?.windows(words.len().max(1)).enumerate();
        let ranges = windows.filter(|(_, it)| *it == words).map(|(at, _)| from + at..from + at + words.len());
        ranges.into_iter().find(|it| !self.cuts(it.start) && !self.cuts(it.end))
    }

    /// True where a number runs across this place.
    fn cuts(&self, at: usize) -> bool {
        let runs = at > 0 && at < self.letters.len() && !self.parted[at];
        runs && in_number(&self.letters, at - 1) && in_number(&self.letters, at)
    }

    /// The runs of digits, each with a point inside it.
    pub(super) fn numbers(&self) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for at in (0..self.letters.len()).filter(|&at| in_number(&self.letters, at)) {
            match found.last_mut() {
                Some(last) if last.end == at && !self.parted[at] => last.end = at + 1,
                _ => found.push(at..at + 1),
            }
        }
        found
    }
}

/// Words as they are compared with a view.
fn squeeze(words: &str) -> Vec<char> {
    let letters: Vec<char> = words.chars().filter(|it| !is_blank(*it)).map(folded).collect();
    let kept = (0..letters.len()).filter(|at| !is_group_comma(&letters, *at));
    kept.map(|at| letters[at]).collect()
}

fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || letter.is_control() || is_invisible(letter) || letter == BOLD
}

/// Markdown prints words bold between these: **1.2** 万人次.
const BOLD: char = '*';

/// Digits, points and signs of full width are those of half width.
fn folded(letter: char) -> char {
    match letter {
        '０'..='９' | '％' | '．' | '－' | '～' => {
            char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter)
        }
        _ => letter,
    }
}

/// A comma between digits with just three of them behind it.
fn is_group_comma(text: &[char], at: usize) -> bool {
    let digit = |at: usize| text.get(at).is_some_and(char::is_ascii_digit);
    text[at] == ',' && at > 0 && digit(at - 1) && (1..=3).all(|ahead| digit(at + ahead)) && !digit(at + 4)
}

/// A digit, or a point between two.
fn in_number(text: &[char], at: usize) -> bool {
    let digit = |at: usize| text.get(at).is_some_and(char::is_ascii_digit);
    digit(at) || (text[at] == '.' && at > 0 && digit(at - 1) && digit(at + 1))
}

/// `- 3 -`, `第3页`, `第3页共12页`, `3/12`, `3`: a line of a page's edge.
fn is_page_number(line: &[char]) -> bool {
    let mark = |it: &char| "-—–·•/第页共".contains(*it);
    let runs: Vec<&[char]> = line.split(mark).filter(|it| !it.is_empty()).collect();
    let is_short = |it: &&[char]| it.len() <= PAGE_DIGITS && it.iter().all(char::is_ascii_digit);
    (1..=2).contains(&runs.len()) && runs.iter().all(is_short)
}

#[cfg(test)]
mod tests {
    use super::{View, is_page_number, squeeze};

    #[test]
    fn words_are_found_however_the_text_is_set() {
        let rows = [
            ("培训1269 人", "1269人", true),
            ("培训１２６９人", "1269人", true),
            ("培训1,269人", "1269人", true),
            ("培训1269人", "1,269人", true),
            ("覆盖100％", "100%", true),
            ("培训12\u{a0}69\u{200b}人", "1269人", true),
            ("节约资金11.98\n万元", "11.98万元", true),
            ("培训\n- 3 -\n1269人", "培训1269人", true),
            ("培训11269人", "1269人", false),
            ("培训1269.5人", "5人", false),
            ("开课46 18场", "18场", true),
            // One number as far as anybody can tell
            ("48,339", "339", false),
            // Markdown
            ("受益**1.2** 万余人次", "1.2万余人次", true),
        ];
        for (text, words, expected) in rows {
            assert_eq!(View::of(text).find(words, 0).is_some(), expected, "{words} in {text}");
        }
    }

    #[test]
    fn numbers_stand_apart_where_blanks_part_them() {
        let view = View::of("2024年 46 18场、1,218本、3.5\n7人");
        let shown: Vec<String> = view.numbers().into_iter().map(|it| view.shown(it)).collect();
        assert_eq!(shown, ["2024", "46", "18", "1218", "3.5", "7"]);
        assert_eq!(view.line_column(view.numbers()[5].start), (2, 1));
    }

    #[test]
    fn lines_of_a_pages_edge() {
        let rows = [
            ("- 3 -", true),
            ("第 3 页 共 12 页", true),
            ("3/12", true),
            ("12", true),
            ("2024", false),
            ("3人", false),
            ("", false),
            ("——", false),
        ];
        for (line, expected) in rows {
            assert_eq!(is_page_number(&squeeze(line)), expected, "{line}");
        }
        assert!(View::of("01\n开课").is_page("01"));
    }
}
