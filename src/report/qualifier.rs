//! The words that reports print with a figure (近4万人次, 累计600余万元, 年均12场), in three kinds.
//! Knows no figure.

/// What a word that is printed with a figure says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// How near the number is to what is meant: 余 近 超过.
    Bound(Bound),
    /// How it was counted: 累计 新增 其中.
    Count,
    /// That it is a share of time or of people, which is never added: 年均 每人.
    Rate,
}

/// How near a number is to what is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// It is so much and more: 余 多 超过.
    AtLeast,
    /// It is about so much: 近 约.
    About,
}

/// Every word that may stand with a figure. Their use in 454 figures of 37 reports was counted; rarer ones are left out.
const WORDS: [(&str, Kind); 31] = [
    ("余", Kind::Bound(Bound::AtLeast)),
    ("多", Kind::Bound(Bound::AtLeast)),
    ("超", Kind::Bound(Bound::AtLeast)),
    ("超过", Kind::Bound(Bound::AtLeast)),
    ("逾", Kind::Bound(Bound::AtLeast)),
    ("破", Kind::Bound(Bound::AtLeast)),
    ("突破", Kind::Bound(Bound::AtLeast)),
    ("以上", Kind::Bound(Bound::AtLeast)),
    ("不少于", Kind::Bound(Bound::AtLeast)),
    ("近", Kind::Bound(Bound::About)),
    ("将近", Kind::Bound(Bound::About)),
    ("约", Kind::Bound(Bound::About)),
    ("累计", Kind::Count),
    ("共", Kind::Count),
    ("共计", Kind::Count),
    ("合计", Kind::Count),
    ("总计", Kind::Count),
    ("连续", Kind::Count),
    ("共有", Kind::Count),
    ("达", Kind::Count),
    ("达到", Kind::Count),
    ("新增", Kind::Count),
    ("全年", Kind::Count),
    ("现有", Kind::Count),
    (PART, Kind::Count),
    ("年均", Kind::Rate),
    ("平均", Kind::Rate),
    ("均", Kind::Rate),
    ("每", Kind::Rate),
    ("每年", Kind::Rate),
    ("每人", Kind::Rate),
];

/// Words of how near a number is that stand before it.
pub(super) const BEFORE: [&str; 9] = ["近", "将近", "约", "超", "超过", "逾", "破", "突破", "不少于"];

/// The same for those that stand behind its unit.
pub(super) const BEHIND: [&str; 1] = ["以上"];

/// What it stands with is a part of another figure: it is not added to it.
pub(crate) const PART: &str = "其中";

/// What this word says of a figure; nothing for a word that may not stand with one.
#[must_use]
pub fn kind(word: &str) -> Option<Kind> {
    WORDS.iter().find(|it| it.0 == word).map(|it| it.1)
}

/// All words that may stand with a figure, in the order of their kinds.
pub(super) fn words() -> Vec<&'static str> {
    WORDS.iter().map(|it| it.0).collect()
}

#[cfg(test)]
mod tests {
    use super::{Bound, Kind, kind, words};

    #[test]
    fn words_by_their_kinds() {
        let rows = [
            ("余", Some(Kind::Bound(Bound::AtLeast))),
            ("近", Some(Kind::Bound(Bound::About))),
            ("累计", Some(Kind::Count)),
            ("总计", Some(Kind::Count)),
            ("年均", Some(Kind::Rate)),
            ("大概", None),
            ("", None),
        ];
        for (word, expected) in rows {
            assert_eq!(kind(word), expected, "{word}");
        }
        let mut all = words();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), words().len(), "a word stands twice");
    }
}
