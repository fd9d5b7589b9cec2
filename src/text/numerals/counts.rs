//! Which numerals are numbers and which are words: 一个人 has a number, 统一个人 has none. Every exception stands here.

use super::chinese;
use super::scan::{Amount, Prefix, Scan};

/// Before a lone 一 these make it a word or point instead of counting: 统一, 唯一, 哪一个, 上一期, 星期一场.
const POINTING: &str = "哪每这那某另统唯同任上下单专之逐周期";

/// Before a bare unit these make the number anybody's guess: 几十个, 数百人.
const VAGUE: &str = "几数好";

/// Behind a bare place in an order these go on with the sentence, not with a name: 第四的呢, but 第二课堂.
const BEHIND_PLACE: &str = "的呢是多少高低大小?？!！,，。 ";

/// Whether the amount read at `begin` is a number. Arabic numerals are, unless they end a Latin word: G20.
pub(super) fn counts(scan: &Scan<'_>, begin: usize, amount: &Amount, prefix: Prefix) -> bool {
    let before = begin.checked_sub(1).and_then(|place| scan.at(place));
    let run = scan.run(begin);
    match run {
        ['0'..='9', ..] => !before.is_some_and(|c| c.is_ascii_alphabetic()),
        _ if prefix == Prefix::Percent => true,
        _ if is_other_word(scan, run, amount.end) || is_vague(before, run) => false,
        // 第一 begins many words.
        [numeral] if prefix == Prefix::Ordinal && *numeral != '一' && is_bare_place(scan, amount.end) => {
            true
        }
        _ => is_counting(
            run,
            before,
            amount.end > begin + run.len() && !amount.more,
            !scan.unit(amount.end).is_empty(),
        ),
    }
}

/// Whether so many numerals say enough by themselves, or else `unit` follows; `longer` if a fraction or 万 does.
fn is_counting(run: &[char], before: Option<char>, longer: bool, unit: bool) -> bool {
    match *run {
        ['百'] => false,
        ['一'] => unit && !before.is_some_and(|c| POINTING.contains(c)) || longer,
        [_] => unit && before != Some('周') || longer,
        [a, b] if both_digits(a, b) => unit && !is_vague_pair(a, b),
        ['百' | '千', ..] => unit,
        // 一二九 and 九一八 are days to remember; 二零二四 is a year.
        [a, b, c] if both_digits(a, b) && chinese::digit(c).is_some() => unit,
        _ => true,
    }
}

fn is_bare_place(scan: &Scan<'_>, end: usize) -> bool {
    scan.at(end).is_none_or(|it| BEHIND_PLACE.contains(it))
}

fn both_digits(a: char, b: char) -> bool {
    chinese::digit(a).is_some() && chinese::digit(b).is_some()
}

/// 二十大 is a congress, 三分之一 a share that is not a whole number.
fn is_other_word(scan: &Scan<'_>, run: &[char], end: usize) -> bool {
    let congress = run.last().is_some_and(|&c| chinese::power(c).is_some() || run.len() > 1);
    match scan.from(end) {
        ['大', ..] => congress,
        ['分', '之', ..] => true,
        _ => false,
    }
}

fn is_vague(before: Option<char>, run: &[char]) -> bool {
    let bare = run.first().is_some_and(|&c| chinese::power(c).is_some());
    bare && before.is_some_and(|c| VAGUE.contains(c))
}

/// 七八个 is seven or eight, 三五个 a few.
fn is_vague_pair(a: char, b: char) -> bool {
    let next = chinese::digit(a).is_some_and(|a| chinese::digit(b) == Some(a + 1));
    next || (a, b) == ('三', '五')
}
