//! What somebody wants who types a line into the chat: to leave, a list, one of what was offered, or an answer.
//! Knows the words of the chat alone; a question is understood elsewhere.

use crate::text::fold;

/// Words that leave.
const LEAVING: [&str; 7] = ["退出", "离开", "quit", "exit", "q", ":q", "：q"];
/// Words that ask how to ask.
const HELPING: [&str; 4] = ["帮助", "help", "怎么用", "?"];
/// Words that open the outline.
const LISTING: [&str; 3] = ["目录", "list", "报告目录"];
/// Words that lead to what was shown before.
const RETURNING: [&str; 4] = ["返回", "后退", "back", "上一页"];
/// Words that go on with a list.
const GOING_ON: [&str; 4] = ["更多", "下一页", "more", "还有吗"];
/// Words that greet and ask nothing.
const GREETING: [&str; 13] = [
    "你好",
    "您好",
    "你们好",
    "大家好",
    "在吗",
    "在么",
    "嗨",
    "哈喽",
    "hi",
    "hello",
    "早上好",
    "下午好",
    "晚上好",
];
/// What may stand behind any of them.
const ENDS: [char; 9] = ['。', '.', '！', '!', '？', '?', '~', '～', '啊'];
/// The Chinese numerals that pick.
const NUMERALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// What a line wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wish {
    /// To end the chat.
    Leave,
    /// How does one ask?
    Help,
    /// What is in the report?
    List,
    /// What was shown before.
    Back,
    /// The rest of a list.
    More,
    /// A greeting.
    Greet,
    /// The largest figures of a unit, or of one to choose.
    Top(String),
    /// What does a number stand for?
    Number(String),
    /// A command that there is not, by its name.
    Unknown(String),
    /// A question, or one of what was offered.
    Say,
}

/// What a line wants.
pub(super) fn wish(line: &str) -> Wish {
    let line = line.trim();
    match line.strip_prefix(['/', '／']) {
        Some(command) => of_command(command),
        None => of_word(line).unwrap_or(Wish::Say),
    }
}

fn of_word(line: &str) -> Option<Wish> {
    let bare = line.trim_end_matches(ENDS);
    let is_one = |words: &[&str]| {
        words.iter().any(|it| {
            *it == line || !bare.is_empty() && fold(it) == fold(bare) && is_mark(it) == is_mark(bare)
        })
    };
    let table: [(&[&str], Wish); 6] = [
        (&LEAVING, Wish::Leave),
        (&HELPING, Wish::Help),
        (&LISTING, Wish::List),
        (&RETURNING, Wish::Back),
        (&GOING_ON, Wish::More),
        (&GREETING, Wish::Greet),
    ];
    table.into_iter().find_map(|(words, wish)| is_one(words).then_some(wish))
}

/// True for what holds no letter and no digit: folding may leave nothing of it.
fn is_mark(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

fn of_command(command: &str) -> Wish {
    let command = command.trim();
    let end = command.find(|it: char| it.is_whitespace() || crate::text::is_hanzi(it) && is_latin(command));
    let (name, rest) = command.split_at(end.unwrap_or(command.len()));
    let rest = rest.trim().to_owned();
    match fold(name).as_str() {
        "top" => Wish::Top(rest),
        "number" => Wish::Number(rest),
        "start" => Wish::Help,
        _ => of_word(name).unwrap_or_else(|| Wish::Unknown(name.to_owned())),
    }
}

/// True where a command's name is in Latin letters: what follows them belongs to it no longer.
fn is_latin(command: &str) -> bool {
    !command.starts_with(crate::text::is_hanzi)
}

/// A line that picks by number: which one, counted from 0, and whether it says 第.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Picked {
    pub(super) at: usize,
    pub(super) is_ordinal: bool,
}

/// The number that a line picks, in any of the forms that people type: 1, １, ①, 一, 第一个.
pub(super) fn picked(line: &str) -> Option<Picked> {
    let line = line.trim().trim_end_matches(['.', '。', '、', '，', ',']);
    let (number, is_ordinal) = match line.strip_prefix('第').or_else(|| line.strip_prefix('选')) {
        Some(rest) => {
            (rest.trim_end_matches(['个', '個', '条', '條', '项', '項', '种', '種', '号', '號']), true)
        }
        None => (line, false),
    };
    let at = number_of(number)?.checked_sub(1)?;
    Some(Picked { at, is_ordinal })
}

fn number_of(text: &str) -> Option<usize> {
    let mut letters = text.trim().chars();
    match (letters.next()?, letters.next(), letters.next()) {
        (one, None, None) => digit(one),
        ('十', Some(two), None) => digit(two).filter(|it| *it < 10).map(|it| 10 + it),
        (one, Some(two), None) => Some(10 * latin(one)? + latin(two)?),
        _ => None,
    }
}

fn digit(letter: char) -> Option<usize> {
    let circled = u32::from(letter).checked_sub(0x2460).filter(|it| *it < 20);
    latin(letter)
        .or_else(|| circled.map(|it| it as usize + 1))
        .or_else(|| NUMERALS.iter().position(|it| *it == letter).map(|it| it + 1))
}

fn latin(letter: char) -> Option<usize> {
    let narrow = match letter {
        '０'..='９' => u32::from(letter) - u32::from('０'),
        other => other.to_digit(10)?,
    };
    Some(narrow as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_what_they_want() {
        for (line, expected) in [
            ("退出", Wish::Leave),
            (" QUIT ", Wish::Leave),
            ("exit。", Wish::Leave),
            ("ｑ", Wish::Leave),
            (":q", Wish::Leave),
            ("：q", Wish::Leave),
            ("/quit", Wish::Leave),
            ("帮助", Wish::Help),
            ("幫助", Wish::Help),
            ("/help", Wish::Help),
            ("？", Wish::Say),
            ("?", Wish::Help),
            ("/list", Wish::List),
            ("／ＬＩＳＴ", Wish::List),
            ("目錄", Wish::List),
            ("/目录", Wish::List),
            ("返回", Wish::Back),
            ("更多", Wish::More),
            ("你好！", Wish::Greet),
            ("在吗？", Wish::Greet),
            ("Hello", Wish::Greet),
            ("/top 场", Wish::Top("场".to_owned())),
            ("/top场", Wish::Top("场".to_owned())),
            ("/top", Wish::Top(String::new())),
            ("/number 60", Wish::Number("60".to_owned())),
            ("/nonsense x", Wish::Unknown("nonsense".to_owned())),
            ("谢谢", Wish::Say),
            ("退出的有几个", Wish::Say),
            ("你好，青马几期", Wish::Say),
            ("", Wish::Say),
            ("。", Wish::Say),
        ] {
            assert_eq!(wish(line), expected, "{line}");
        }
    }

    #[test]
    fn a_number_alone_picks() {
        for (line, expected) in [
            ("1", Some((0, false))),
            (" 2 ", Some((1, false))),
            ("１", Some((0, false))),
            ("③", Some((2, false))),
            ("一", Some((0, false))),
            ("十", Some((9, false))),
            ("12", Some((11, false))),
            ("1.", Some((0, false))),
            ("第一个", Some((0, true))),
            ("第2個", Some((1, true))),
            ("第十二条", Some((11, true))),
            ("选3", Some((2, true))),
            ("", None),
            ("0", None),
            ("1个", None),
            ("1269", None),
            ("一共", None),
            ("第一个呢", None),
            ("第", None),
        ] {
            assert_eq!(picked(line).map(|it| (it.at, it.is_ordinal)), expected, "{line}");
        }
    }
}
