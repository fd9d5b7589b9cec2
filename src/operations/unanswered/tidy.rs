//! A question as it may be kept: one line, not too long, without what points to a person.
//! Changes nothing that the bot answers from.

use super::super::health::unix_time;
use chrono::DateTime;

/// No honest question is longer.
const LONGEST: usize = 200;
/// Phone numbers, identity numbers and the like have at least so many digits; no figure of a report does.
const PRIVATE_DIGITS: usize = 7;

/// One line without user names, addresses and long numbers.
pub(super) fn tidy(question: &str) -> String {
    let words = question.split(|it: char| it.is_whitespace() || it.is_control()).filter(|it| !it.is_empty());
    let words: Vec<String> = words.map(|it| without_digits(&without_name(it))).collect();
    words.join(" ").chars().take(LONGEST).collect()
}

/// The day in UTC.
pub(super) fn today() -> String {
    DateTime::from_timestamp(unix_time(), 0).unwrap_or_default().date_naive().to_string()
}

/// What follows an `@` is somebody's name, or with something before it an address.
fn without_name(word: &str) -> String {
    let is_part = |it: char| it.is_ascii_alphanumeric() || "._-".contains(it);
    let mut pieces = word.split(['@', '＠']);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        text.truncate(text.trim_end_matches(is_part).len());
        text.push('@');
        text.push_str(piece.trim_start_matches(is_part));
    }
    text
}

fn without_digits(word: &str) -> String {
    let (mut text, mut digits) = (String::new(), String::new());
    for letter in word.chars().chain(['\0']) {
        if letter.is_numeric() || (letter == '-' && !digits.is_empty()) {
            digits.push(letter);
            continue;
        }
        let is_private = digits.chars().filter(|it| it.is_numeric()).count() >= PRIVATE_DIGITS;
        text.push_str(if is_private { "#" } else { &digits });
        digits.clear();
        text.extend(Some(letter).filter(|it| *it != '\0'));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_points_to_a_person_is_left_out() {
        for (question, expected) in [
            ("  青马\n\t花了\u{3000}多少钱 ", "青马 花了 多少钱"),
            ("@xiaoli 问青马多少钱", "@ 问青马多少钱"),
            ("问@xiao_li99,多少钱", "问@,多少钱"),
            ("写信到 li.wei@example.org 行吗", "写信到 @ 行吗"),
            ("打13800138000吗", "打#吗"),
            ("138-0013-8000", "#"),
            ("2023-12 有 118 个", "2023-12 有 118 个"),
            ("\0\u{7}", ""),
        ] {
            assert_eq!(tidy(question), expected, "{question:?}");
        }
        assert_eq!(tidy(&"青".repeat(5_000)).chars().count(), LONGEST);
    }

    #[test]
    fn a_day_is_written_with_its_year_first() {
        let day = today();
        assert!(day.len() == 10 && day.as_str() > "2024-01-01", "{day}");
    }
}
