//! Grades before a count (一星级22家、二等奖3名): what a bare grade is of, from the figures round it in the sentence.
//! Changes labels alone.

use super::initiatives::Draft;
use super::ledger::Entry;
use super::view::View;

/// How grades end, the longer ones first.
const ENDINGS: [&str; 8] = ["星级", "等奖", "等级", "金奖", "银奖", "铜奖", "优秀奖", "级"];
/// What stands before such an ending in a bare grade.
const STEPS: &str = "一二三四五六七八九十特甲乙丙省市县区校国家AB";
/// Those that number the grades.
const NUMBERED: &str = "一二三四五六七八九十特";
/// A bare grade has at most so many characters.
const LONGEST: usize = 4;

/// Lets each bare grade take what it is of: behind it from a figure of all grades (星级农家书屋71家), before it from the first grade
/// (说课比赛一等奖1名、二等奖2名).
pub(super) fn tell(view: &View, entries: &[Entry], drafts: &mut [Draft]) {
    for at in 0..drafts.len() {
        let Some(ending) = ending(&drafts[at].label.text) else { continue };
        let sentence = view.sentence(entries[drafts[at].entry].number.value.start);
        let is_near = |it: &&Draft| sentence.contains(&entries[it.entry].number.value.start);
        let behind =
            drafts.iter().skip(at).take_while(is_near).find_map(|it| noun_behind(&it.label.text, ending));
        let before =
            drafts[..at].iter().rev().take_while(is_near).find_map(|it| words_before(&it.label.text));
        let label = &mut drafts[at].label;
        let whole = match (behind, before) {
            (Some(noun), _) => format!("{}{noun}", label.text),
            (None, Some(words)) => format!("{words}{}", label.text),
            (None, None) => continue,
        };
        let old = std::mem::replace(&mut label.text, whole);
        label.others.push(old);
        label.is_bare = false;
    }
}

/// How a label ends that is a grade and nothing more.
fn ending(label: &str) -> Option<&'static str> {
    let is_step = |it: &str| it.chars().all(|letter| STEPS.contains(letter));
    let is_prize = |it: &str| matches!(it, "金奖" | "银奖" | "铜奖" | "优秀奖");
    let fits = |it: &&&str| {
        label.strip_suffix(**it).is_some_and(|step| is_step(step) && (!step.is_empty() || is_prize(it)))
    };
    let found = ENDINGS.iter().find(fits).copied();
    found.filter(|_| label.chars().count() <= LONGEST)
}

/// 农家书屋 of 星级农家书屋.
fn noun_behind(label: &str, ending: &str) -> Option<String> {
    let noun = label.strip_prefix(ending)?;
    (noun.chars().count() >= 2).then(|| noun.to_owned())
}

/// 说课比赛 of 说课比赛一等奖.
fn words_before(label: &str) -> Option<String> {
    let end = ENDINGS.iter().find_map(|it| label.strip_suffix(it))?;
    let words = end.trim_end_matches(|letter| NUMBERED.contains(letter));
    (words.chars().count() >= 2 && label.ends_with('奖')).then(|| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{ending, noun_behind, words_before};

    #[test]
    fn grades() {
        let rows = [
            ("一星级", Some("星级")),
            ("二等奖", Some("等奖")),
            ("金奖", Some("金奖")),
            ("市级", Some("级")),
            ("星级农家书屋", None),
            ("班级", None),
        ];
        for (label, expected) in rows {
            assert_eq!(ending(label), expected, "{label}");
        }
        assert_eq!(noun_behind("星级农家书屋", "星级").as_deref(), Some("农家书屋"));
        assert_eq!(words_before("说课比赛一等奖").as_deref(), Some("说课比赛"));
        assert_eq!(words_before("一等奖"), None);
    }
}
