//! What the bot is called, and where a text calls it: by a name at the start, by a mention, by `@` and a name.
//! Knows no message and no chat; what is asked is understood elsewhere.

use super::command::trim;
use crate::text::{fold, fold_with_positions};

/// What may follow a name where no blank or comma parts it from the question: 团团 calls, 团团圆圆 does not.
const OPENINGS: [&str; 4] = ["请问", "你好", "问一下", "在吗"];
/// What stands behind the bot's name where somebody else is sent to it: 你问 @bot 吧.
const PARTICLES: [char; 10] = ['吧', '呗', '啊', '呀', '呢', '哦', '嘛', '了', '哈', '的'];
/// How somebody begins who speaks to both: @alice @bot 你俩别吵.
const TO_BOTH: [&str; 4] = ["你俩", "你们", "你两", "咱们"];
/// What stands before the bot's name where somebody else is sent to it.
const SENDING: [&str; 6] = ["问", "找", "叫", "用", "看", "去"];

/// The names, each in the form in which texts are compared.
#[derive(Debug)]
pub(super) struct Names(Vec<Vec<char>>);

/// Who is called by mentions, as the text writes it.
pub(super) struct Calls {
    pub(super) ours: Vec<String>,
    pub(super) others: Vec<String>,
}

/// A text that calls the bot somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Call<'a> {
    before: &'a str,
    behind: &'a str,
}

impl Names {
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a String>) -> Self {
        let names = names.map(|it| fold(it).chars().collect::<Vec<char>>());
        Self(names.filter(|it| !it.is_empty()).collect())
    }

    /// What follows a name at the start of a text, with an `@` before it or without.
    pub(super) fn at_the_start<'a>(&self, text: &'a str) -> Option<&'a str> {
        let folded = Folded::of(text);
        let skipped = usize::from(folded.letters.first() == Some(&'@'));
        if folded.positions.first() != Some(&0) {
            return None;
        }
        let end = self.0.iter().find_map(|name| folded.end_of(name, skipped, text))?;
        Some(trim(split(text, end).1.trim_start_matches(parts)))
    }

    /// The first place where a mention, or `@` and a name, calls the bot.
    pub(super) fn called<'a>(&self, text: &'a str, calls: &Calls) -> Option<Call<'a>> {
        let mentioned = calls.ours.first().and_then(|it| text.split_once(it.as_str()));
        let mentioned = mentioned.map(|(before, behind)| Call { before, behind });
        let named = self.at_named(text);
        mentioned.into_iter().chain(named).min_by_key(|it| it.before.len())
    }

    fn at_named<'a>(&self, text: &'a str) -> Option<Call<'a>> {
        let folded = Folded::of(text);
        let signs = folded.letters.iter().enumerate().filter(|it| *it.1 == '@').map(|it| it.0);
        // An address is no call: someone@judge_bot.example.
        let is_address = |sign: usize| sign > 0 && folded.letters[sign - 1].is_ascii_alphanumeric();
        let found = |sign: usize| {
            let end = self.0.iter().find_map(|name| folded.end_of(name, sign + 1, text))?;
            Some(Call { before: split(text, folded.positions[sign]).0, behind: split(text, end).1 })
        };
        signs.into_iter().filter(|it| !is_address(*it)).find_map(found)
    }
}

/// What is asked of the bot by a text that calls it; nothing where the text only tells somebody else of it.
pub(super) fn asked(call: &Call<'_>, others: &[String]) -> Option<String> {
    let is_name = |it: &&String| it.chars().count() > 1;
    if !others.iter().filter(is_name).any(|it| call.before.contains(it.as_str())) {
        return Some(trim(&format!("{} {}", call.before, call.behind)).to_owned());
    }
    let behind = without(call.behind, others);
    if TO_BOTH.iter().any(|it| letters(&fold(&behind)).starts_with(it)) {
        return None;
    }
    if !letters(&behind).trim_end_matches(PARTICLES).is_empty() {
        return Some(trim(behind.trim_start_matches(parts)).to_owned());
    }
    let before = without(call.before, others);
    let is_sent = SENDING.iter().any(|it| letters(&before).ends_with(it));
    (!is_sent).then(|| trim(before.trim_start_matches(parts)).to_owned())
}

/// A folded text, and where each of its characters stands in the text.
struct Folded {
    letters: Vec<char>,
    positions: Vec<usize>,
}

impl Folded {
    fn of(text: &str) -> Self {
        let (letters, positions) = fold_with_positions(text);
        Self { letters, positions }
    }

    /// Where a name ends that begins at this letter, counted in characters of the text, and something that is no part of
    /// a longer name follows.
    fn end_of(&self, name: &[char], start: usize, text: &str) -> Option<usize> {
        let last = start + name.len() - 1;
        if self.letters.get(start..=last)? != name {
            return None;
        }
        let (begun, end) = (self.positions[start], self.positions[last] + 1);
        let rest = split(text, end).1;
        let opens = || OPENINGS.iter().any(|it| fold(rest).starts_with(it));
        // Nothing that folding drops may stand inside.
        let is_whole = end - begun == name.len();
        (is_whole && (rest.is_empty() || rest.starts_with(parts) || opens())).then_some(end)
    }
}

/// True for what may stand between a name and a question.
fn parts(letter: char) -> bool {
    !letter.is_alphanumeric() && !matches!(letter, '_' | '@' | '＠')
}

/// A text before and from this character on.
fn split(text: &str, at: usize) -> (&str, &str) {
    let byte = text.char_indices().nth(at).map_or(text.len(), |it| it.0);
    text.split_at(byte)
}

fn without(text: &str, names: &[String]) -> String {
    names.iter().fold(text.to_owned(), |text, name| text.replacen(name.as_str(), " ", 1))
}

fn letters(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        Names::of(["团团".to_owned(), "小团".to_owned(), "Judge_Bot".to_owned()].iter())
    }

    #[test]
    fn a_name_at_the_start_calls() {
        for (text, expected) in [
            ("团团，青马几期", Some("青马几期")),
            ("團團，青馬幾期", Some("青馬幾期")),
            ("團團請問青馬幾期", Some("請問青馬幾期")),
            ("@团团 青马几期", Some("青马几期")),
            ("＠團團　青馬幾期", Some("青馬幾期")),
            ("ｊｕｄｇｅ＿ｂｏｔ：青马几期", Some("青马几期")),
            ("@JUDGE_BOT 青马几期", Some("青马几期")),
            ("团团", Some("")),
            ("团团圆圆吃月饼", None),
            ("@团团圆圆 青马几期", None),
            ("judge_bots 都关了", None),
            ("@judge_bot2 在吗", None),
            ("“团团”是谁", None),
            ("团·团 青马", None),
            ("", None),
            ("@", None),
        ] {
            assert_eq!(names().at_the_start(text), expected, "{text}");
        }
    }

    #[test]
    fn who_is_called_beside_others_is_asked_what_stands_behind() {
        let check = |text: &str, ours: &[&str], others: &[&str], expected: Option<&str>| {
            let owned = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
            let calls = Calls { ours: owned(ours), others: owned(others) };
            let found = names().called(text, &calls).and_then(|it| asked(&it, &calls.others));
            assert_eq!(found.as_deref(), expected, "{text}");
        };
        let bot = ["@judge_bot"];
        check("青马几期 @judge_bot", &bot, &[], Some("青马几期"));
        check("@alice_x 你看 @judge_bot 青马几期", &bot, &["@alice_x"], Some("青马几期"));
        check("@alice_x @bob_x @judge_bot：青马几期", &bot, &["@alice_x", "@bob_x"], Some("青马几期"));
        check("@alice_x 青马几期 @judge_bot", &bot, &["@alice_x"], Some("青马几期"));
        check("@alice_x 青马几期 @judge_bot 吧", &bot, &["@alice_x"], Some("青马几期"));
        check("@alice_x @judge_bot", &bot, &["@alice_x"], Some(""));
        check("@alice_x 你问 @judge_bot 吧", &bot, &["@alice_x"], None);
        check("@alice_x 去找 @judge_bot", &bot, &["@alice_x"], None);
        check("@alice_x @judge_bot 你俩别吵", &bot, &["@alice_x"], None);
        check("@judge_bot 青马几期 @alice_x", &bot, &["@alice_x"], Some("青马几期 @alice_x"));
        check("@alice_x 你看 @团团 青马几期", &[], &["@alice_x", "@"], Some("青马几期"));
        check("青马几期 ＠團團", &[], &[], Some("青马几期"));
        check("说的就是团团", &[], &[], None);
        check("邮箱 someone@judge_bot.example", &[], &[], None);
        check("@alice_x 你看 @团团圆圆", &[], &["@alice_x", "@"], None);
    }
}
