//! An answer as one message: Telegram's HTML, long lists folded, never longer than a message may be.
//! Words and figures are the answer's; only what does not fit is left out, at the end of a line.

use super::words;
use crate::answer::{Answer, Line, Role, html};
use std::borrow::Cow;

/// What a message may hold, in units of UTF-16. Telegram counts without the markup; counting it too is on the safe side.
const LONGEST: usize = 4_096;
/// Room kept for the closing words and tags.
const RESERVE: usize = 64;
/// Most messages are no longer, in bytes.
const USUAL: usize = 512;
/// A list of more rows is folded: six rows are half a phone's screen.
const UNFOLDED: usize = 6;

/// The message for an answer; each source is a link where `links` has one for it.
pub(super) fn message(answer: &Answer, links: &[String]) -> String {
    let mut links = links.iter();
    let folds = answer.lines.iter().filter(|it| it.role == Role::Row).count() > UNFOLDED;
    let mut text = String::with_capacity(USUAL);
    let mut is_open = false;
    let mut left = LONGEST - RESERVE;
    for line in &answer.lines {
        let is_row = folds && line.role == Role::Row;
        let mut piece = html::line(&shortened(line));
        if line.role == Role::Source
            && let Some(link) = links.next().filter(|it| !it.is_empty())
        {
            piece = format!("<a href=\"{link}\">{piece}</a>");
        }
        let cost = length(&piece) + 1 + if is_row == is_open { 0 } else { "<blockquote expandable>".len() };
        if cost > left {
            break_off(&mut text, is_open);
            return text;
        }
        left -= cost;
        text.push_str(separator(&text, is_open, is_row));
        text.push_str(&piece);
        is_open = is_row;
    }
    if is_open {
        text.push_str("</blockquote>");
    }
    text
}

/// What stands between two lines: a newline, or the edge of the folded list, which is one too.
fn separator(text: &str, was_row: bool, is_row: bool) -> &'static str {
    match (was_row, is_row) {
        (false, true) => "<blockquote expandable>",
        (true, false) => "</blockquote>",
        _ if text.is_empty() => "",
        _ => "\n",
    }
}

fn break_off(text: &mut String, is_open: bool) {
    text.push_str(if is_open { "</blockquote>" } else { "\n" });
    text.push_str(words::cut());
}

/// A line of its own length at most a quarter of a message, so that four always fit; escaping makes it six times as long.
fn shortened(line: &Line) -> Cow<'_, Line> {
    const LONGEST_LINE: usize = (LONGEST - RESERVE) / 6 - 8;
    if line.strong.len() + line.text.len() <= LONGEST_LINE {
        return Cow::Borrowed(line);
    }
    let strong: String = line.strong.chars().take(LONGEST_LINE / 4).collect();
    let text: String = line.text.chars().take(LONGEST_LINE / 4).collect();
    Cow::Owned(Line { role: line.role, strong, text })
}

/// Units of UTF-16: one for the first byte of each character, two where it takes four bytes.
fn length(text: &str) -> usize {
    let units = |it: u8| usize::from(it & 0b1100_0000 != 0b1000_0000) + usize::from(it >= 0b1111_0000);
    text.bytes().map(units).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Kind;

    fn answer(lines: Vec<(Role, String)>) -> Answer {
        let line = |(role, text)| Line { role, strong: "1".to_owned(), text };
        let lines = lines.into_iter().map(line).collect();
        Answer { kind: Kind::List, lines, targets: Vec::new(), suggestions: Vec::new() }
    }

    fn rows(count: usize, text: &str) -> Vec<(Role, String)> {
        vec![(Role::Row, text.to_owned()); count]
    }

    #[test]
    fn a_length_counts_units_of_utf_16() {
        for text in ["", "a", "é", "团", "😀", "a团😀\u{301}b", "𠮷野家"] {
            assert_eq!(length(text), text.encode_utf16().count(), "{text}");
        }
    }

    #[test]
    fn a_short_list_stays_open_and_a_long_one_is_folded() {
        let mut lines = rows(2, "期");
        lines.insert(0, (Role::Headline, "共 <2>".to_owned()));
        assert_eq!(message(&answer(lines), &[]), "<b>1</b>共 &lt;2&gt;\n<b>1</b>期\n<b>1</b>期");
        let mut lines = rows(7, "期");
        lines.insert(0, (Role::Headline, "共".to_owned()));
        lines.push((Role::Source, "出处".to_owned()));
        let folded = ["<b>1</b>期"; 7].join("\n");
        let expected = format!("<b>1</b>共<blockquote expandable>{folded}</blockquote><i><b>1</b>出处</i>");
        assert_eq!(message(&answer(lines), &[]), expected);
    }

    #[test]
    fn no_message_is_too_long_and_no_tag_is_left_open() {
        for text in
            ["期", "&&&&", "😀😀", "<b>", &"&".repeat(9_000), &"𠮷".repeat(9_000), "青年".repeat(90).as_str()]
        {
            for count in [1, 5, 6, 7, 300, 1_000] {
                let text = message(&answer(rows(count, text)), &[]);
                assert!(length(&text) <= LONGEST, "{}", length(&text));
                for tag in ["b", "i", "blockquote"] {
                    let opened =
                        text.matches(&format!("<{tag}>")).count() + text.matches(&format!("<{tag} ")).count();
                    assert_eq!(opened, text.matches(&format!("</{tag}>")).count(), "{tag} in {text}");
                }
            }
        }
    }
}
