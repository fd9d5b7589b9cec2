//! Title, headings and leads: which part, section and initiative every paragraph belongs to.
//! Reads the form of lines and of the heads of paragraphs; knows no figure.

use super::leads::{self, Lead};
use super::lines::{Kind, Line};
use super::view::View;
use std::ops::Range;

/// How high a heading stands; the smaller, the higher.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// The lines above a 01, or 第一部分.
    Part,
    /// 一、
    Numbered,
    /// The line below a 01.
    Counted,
    /// （一）
    Bracketed,
    /// A short line without any number.
    Bare,
}

/// A heading of the text.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    /// Its words, without the number.
    pub(super) title: Range<usize>,
    /// The second line, if any.
    pub(super) subtitle: Option<Range<usize>>,
    pub(super) rank: Rank,
}

/// What an initiative is called by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Called {
    /// A lead at the head of its text.
    Lead(Range<usize>),
    /// A lead without its stop, cut before a verb.
    Cut(Range<usize>),
    /// The last heading above it.
    Heading,
    /// Nothing: text without a heading or a lead of its own.
    Nothing,
}

/// The text of one initiative.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    /// Positions of the headings above it, the highest first.
    pub(super) path: Vec<usize>,
    pub(super) called: Called,
    /// Its paragraphs, without the lead.
    pub(super) paragraphs: Vec<Range<usize>>,
}

/// What the text is made of.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// The lines above the first paragraph.
    pub(super) titles: Vec<Range<usize>>,
    pub(super) headings: Vec<Heading>,
    pub(super) stretches: Vec<Stretch>,
}

/// A line without a stop of at most so many characters may be a heading.
pub(super) const LONGEST_HEADING: usize = 45;
/// A line of at least so many characters is a paragraph.
pub(super) const SHORTEST_PARAGRAPH: usize = 55;
/// A paragraph stands at most so many lines below its heading.
const NEAR: usize = 3;
/// A date has at most so many characters: 2018年12月5日-12月20日.
const LONGEST_DATE: usize = 18;
/// Fewer dates on lines of their own make no timeline.
const FEWEST_DATES: usize = 2;
/// Words of the title of a whole text.
const TITLE_WORDS: [&str; 12] =
    ["总结", "报告", "综述", "回眸", "盘点", "年度", "上半年", "下半年", "要点", "情况", "成绩单", "年终"];

/// Finds title, headings and initiatives.
pub(super) fn outline(view: &View, lines: &[Line]) -> Outline {
    let texts: Vec<Range<usize>> =
        lines.iter().filter(|it| it.kind == Kind::Text).map(|it| it.range.clone()).collect();
    let mut walk = Walk {
        view,
        texts: &texts,
        lines,
        outline: Outline::default(),
        path: Vec::new(),
        pending: Vec::new(),
        is_timeline: texts.iter().filter(|it| is_date_line(view, it)).count() >= FEWEST_DATES,
    };
    walk.run();
    walk.outline
}

/// One walk over the lines.
struct Walk<'v> {
    view: &'v View,
    texts: &'v [Range<usize>],
    lines: &'v [Line],
    outline: Outline,
    path: Vec<usize>,
    /// Paragraphs below the present heading, whose leads are judged together.
    pending: Vec<Range<usize>>,
    /// Whether dates that stand alone on their lines are headings.
    is_timeline: bool,
}

impl Walk<'_> {
    fn run(&mut self) {
        let head = self.head();
        let mut at = 0;
        while at < self.texts.len() {
            at += self.line(at, at < head);
        }
        self.settle();
    }

    /// How many lines stand above the first paragraph or numbered line.
    fn head(&self) -> usize {
        let first = self.texts.first().map(|it| it.start);
        let begins = |it: &Range<usize>| {
            (self.view.heading_level(it.start).is_some() && Some(it.start) != first)
                || self.view.is_item(it.start)
                || (self.is_timeline && is_date_line(self.view, it))
                || it.len() >= SHORTEST_PARAGRAPH
                || number(self.view, it.clone()).is_some()
                || self.view.at(it.start) == '【'
                || self.view.before(it.end) == '。'
        };
        let mut head = self.texts.iter().position(begins).unwrap_or(self.texts.len());
        if self.part_at(head.saturating_sub(2)).is_some() {
            head = head.saturating_sub(2);
        } else if self.part_at(head.saturating_sub(1)).is_some() || self.ends_with_heading(head) {
            head = head.saturating_sub(1);
        }
        head
    }

    /// Whether the last line above the first paragraph is a heading already and no title.
    fn ends_with_heading(&self, head: usize) -> bool {
        let (Some(last), Some(first)) = (head.checked_sub(1).map(|it| &self.texts[it]), self.texts.get(head))
        else {
            return false;
        };
        let is_page = |it: &Line| it.kind == Kind::Page && (last.end..first.start).contains(&it.range.start);
        let has_more = (head + 1..self.texts.len()).any(|it| self.is_bare(it));
        let is_title =
            self.view.holds(last.clone(), &TITLE_WORDS) || self.view.folded(last.clone()).ends_with("——");
        head >= 2 && has_more && !is_title && !self.lines.iter().any(is_page) && self.is_bare(head - 1)
    }

    /// Takes a line, and says how many lines were taken.
    fn line(&mut self, at: usize, is_head: bool) -> usize {
        let range = self.texts[at].clone();
        if let Some((length, title, subtitle)) = self.part_at(at) {
            self.heading(Heading { title, subtitle, rank: Rank::Part });
            return length;
        }
        if is_count(self.view, &range) {
            if let Some(title) = self.texts.get(at + 1).filter(|it| is_short(self.view, it)) {
                self.heading(Heading { title: title.clone(), subtitle: None, rank: Rank::Counted });
                return 2;
            }
            return 1;
        }
        if let Some(rank) = self.view.heading_level(range.start).filter(|_| !is_head).map(rank_of_level) {
            let words = number(self.view, range.clone()).map_or(range, |it| it.1);
            self.heading(Heading { title: words, subtitle: None, rank });
            return 1;
        }
        if is_date_line(self.view, &range) && self.is_timeline {
            self.heading(Heading { title: range, subtitle: None, rank: Rank::Bare });
            return 1;
        }
        if let Some((rank, words)) = number(self.view, range.clone()) {
            // A stop at the end of a numbered line makes no sentence of it.
            let ends = self.view.before(words.end) == '。' && self.texts.get(at + 1).is_some();
            let words = if ends { words.start..words.end - 1 } else { words };
            if is_short(self.view, &words) && !leads::holds_sum(self.view, words.clone()) {
                self.heading(Heading { title: words, subtitle: None, rank });
                return 1;
            }
            if let Some(stop) = self.opens_items(&words) {
                self.heading(Heading { title: words.start..stop, subtitle: None, rank });
                self.pending.push(self.view.trim(stop + 1..range.end));
                return 1;
            }
            self.leave(rank);
        } else if is_head {
            self.outline.titles.push(range);
            return 1;
        } else if self.is_bare(at) {
            self.heading(Heading { title: range, subtitle: None, rank: Rank::Bare });
            return 1;
        }
        self.pending.push(range);
        1
    }

    /// Title and subtitle of a part that begins here: the one or two short lines above a 01.
    fn part_at(&self, at: usize) -> Option<(usize, Range<usize>, Option<Range<usize>>)> {
        let is_first = |it: usize| {
            self.texts.get(it).is_some_and(|it| {
                is_count(self.view, it) && matches!(self.view.folded(it.clone()).as_str(), "01" | "1")
            })
        };
        let short = |it: usize| {
            self.texts.get(it).filter(|range| is_short(self.view, range) && !is_count(self.view, range))
        };
        let title = short(at)?;
        if is_first(at + 1) {
            return Some((1, title.clone(), None));
        }
        let subtitle = short(at + 1)?;
        is_first(at + 2).then(|| (2, title.clone(), Some(subtitle.clone())))
    }

    /// (一)X。1.Y。…2.Z。…: where the words of the line end that are a heading, its items being run in behind it.
    fn opens_items(&self, words: &Range<usize>) -> Option<usize> {
        let stop = self.view.next_mark(words.start, words.end, &['。']);
        let first = self.view.skip(stop + 1);
        let has_items = first < words.end && leads::behind_digit(self.view, first).is_some();
        (has_items && is_short(self.view, &(words.start..stop))).then_some(stop)
    }

    /// A short line without a stop, with a paragraph below it.
    fn is_bare(&self, at: usize) -> bool {
        let range = &self.texts[at];
        let begins_item = self.view.at(range.start).is_ascii_digit() || self.view.at(range.start) == '【';
        let begins_item = begins_item || self.view.is_item(range.start);
        let is_date = self.view.holds(range.clone(), &["年"]) && self.view.before(range.end) == '日';
        let has_text = self.texts.iter().skip(at + 1).take(NEAR).any(|it| it.len() >= SHORTEST_PARAGRAPH);
        is_short(self.view, range) && has_text && !begins_item && !is_date
    }

    fn heading(&mut self, heading: Heading) {
        self.leave(heading.rank);
        self.outline.headings.push(heading);
        self.path.push(self.outline.headings.len() - 1);
    }

    /// Leaves the headings of a rank and below.
    fn leave(&mut self, rank: Rank) {
        self.settle();
        let headings = &self.outline.headings;
        self.path.retain(|&it| headings[it].rank < rank);
    }

    /// Makes initiatives of the paragraphs below the present heading.
    fn settle(&mut self) {
        let paragraphs = std::mem::take(&mut self.pending);
        let base = if self.path.is_empty() { Called::Nothing } else { Called::Heading };
        let mut open: Option<Stretch> = None;
        for piece in leads::split(self.view, &paragraphs) {
            let called = match piece.lead {
                Some(Lead::Stopped(lead)) => Called::Lead(lead),
                Some(Lead::Cut(lead)) => Called::Cut(lead),
                None => match &mut open {
                    Some(stretch)
                        if stretch.called != Called::Nothing
                            && !(piece.is_item && base == Called::Heading && stretch.called != base) =>
                    {
                        stretch.paragraphs.push(piece.text);
                        continue;
                    }
                    _ => base.clone(),
                },
            };
            if let Some(open) = open.take() {
                self.end(open);
            }
            open = Some(Stretch { path: self.path.clone(), called, paragraphs: vec![piece.text] });
        }
        if let Some(open) = open {
            self.end(open);
        }
    }

    /// Adds an initiative; text that is called by the same heading as the one before it goes on with that one.
    fn end(&mut self, stretch: Stretch) {
        match self.outline.stretches.last_mut() {
            Some(last) if is_same_heading(last, &stretch) => last.paragraphs.extend(stretch.paragraphs),
            _ => self.outline.stretches.push(stretch),
        }
    }
}

fn is_same_heading(one: &Stretch, other: &Stretch) -> bool {
    one.called == Called::Heading && other.called == Called::Heading && one.path == other.path
}

/// The rank of a heading of Markdown: # is the title, so ## comes first.
fn rank_of_level(level: usize) -> Rank {
    match level {
        1 => Rank::Part,
        2 => Rank::Numbered,
        3 => Rank::Counted,
        4 => Rank::Bracketed,
        _ => Rank::Bare,
    }
}

/// 2016年1月, 2016-2019年, 2018年12月5日: a line of a timeline.
fn is_date_line(view: &View, range: &Range<usize>) -> bool {
    let is_part = |at: usize| view.at(at).is_ascii_digit() || "年月日-至—~. ".contains(view.at(at));
    let is_year = (range.start..range.start + 4).all(|it| view.at(it).is_ascii_digit());
    is_year && range.len() <= LONGEST_DATE && range.clone().all(is_part) && view.holds(range.clone(), &["年"])
}

/// A number line: 01.
fn is_count(view: &View, range: &Range<usize>) -> bool {
    range.len() <= 2 && range.clone().all(|it| view.at(it).is_ascii_digit())
}

/// Short, and without a stop inside or at its end.
fn is_short(view: &View, range: &Range<usize>) -> bool {
    let ends = !range.is_empty() && !",;:!?、…".contains(view.before(range.end));
    !range.is_empty() && range.len() <= LONGEST_HEADING && ends && !view.holds(range.clone(), &["。", ";"])
}

/// The number at the head of a line, as a rank, and the words behind it.
fn number(view: &View, range: Range<usize>) -> Option<(Rank, Range<usize>)> {
    let is_numeral = |at: usize| "一二三四五六七八九十".contains(view.at(at));
    let run = |from: usize| (from..range.end).find(|&it| !is_numeral(it)).unwrap_or(range.end);
    // (三)、X: a second mark behind the bracket.
    let words = |from: usize| {
        let from = if view.at(view.skip(from)) == '、' { view.skip(from) + 1 } else { from };
        view.trim(from..range.end)
    };
    let first = run(range.start);
    if first > range.start && matches!(view.at(first), '、' | '.') {
        return Some((Rank::Numbered, words(first + 1)));
    }
    if view.at(range.start) == '(' {
        let end = run(range.start + 1);
        let is_numbered = end > range.start + 1 && view.at(end) == ')';
        return is_numbered.then(|| (Rank::Bracketed, words(end + 1)));
    }
    if view.at(range.start) == '第' {
        let end = run(range.start + 1);
        let is_part = end > range.start + 1 && view.starts(end, "部分");
        return is_part.then(|| (Rank::Part, words(end + 2)));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Called, outline};
    use crate::draft::lines::lines;
    use crate::draft::view::View;

    const PROSE: &str = "全市各级团组织围绕中心服务大局,组织动员广大团员青年投身一线,开展形式多样的主题活动,取得了新的进展和成效,受到各方好评。";

    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let view = View::new(text);
        let outline = outline(&view, &lines(&view));
        let called = outline.stretches.iter().map(|it| match &it.called {
            Called::Lead(lead) | Called::Cut(lead) => view.folded(lead.clone()),
            Called::Heading => {
                it.path.last().map_or(String::new(), |&it| view.folded(outline.headings[it].title.clone()))
            }
            Called::Nothing => "-".to_owned(),
        });
        let headings =
            outline.headings.iter().map(|it| format!("{:?} {}", it.rank, view.folded(it.title.clone())));
        (headings.collect(), called.collect())
    }

    #[test]
    fn headings_and_initiatives() {
        let rows: [(String, &[&str], &[&str]); 6] = [
            (
                format!("青山团市委工作总结\n{PROSE}\n一、强化引领\n{PROSE}"),
                &["Numbered 强化引领"],
                &["-", "强化引领"],
            ),
            (format!("标题\n{PROSE}\n强化引领\n{PROSE}"), &["Bare 强化引领"], &["-", "强化引领"]),
            (
                format!(
                    "{PROSE}\n坚持育人\n当好先锋\n01\n理论武装\n抓学习。{PROSE}\n抓宣讲活动。{PROSE}\n抓好阵地。{PROSE}"
                ),
                &["Part 坚持育人", "Counted 理论武装"],
                &["-", "理论武装", "抓宣讲活动", "抓好阵地"],
            ),
            (format!("【概况】{PROSE}\n【志愿服务】{PROSE}"), &[], &["概况", "志愿服务"]),
            (
                format!("一、强化引领\n开头。一是抓好学习。{PROSE}二是抓好宣讲。{PROSE}"),
                &["Numbered 强化引领"],
                &["强化引领", "抓好学习", "抓好宣讲"],
            ),
            (
                format!("{PROSE}\n(一)抓好学习\n{PROSE}\n(二)抓好宣讲。{PROSE}"),
                &["Bracketed 抓好学习"],
                &["-", "抓好学习", "抓好宣讲"],
            ),
        ];
        for (text, headings, called) in rows {
            assert_eq!(
                read(&text),
                (
                    headings.iter().map(|it| (*it).to_owned()).collect(),
                    called.iter().map(|it| (*it).to_owned()).collect()
                ),
                "{text}"
            );
        }
    }
}
