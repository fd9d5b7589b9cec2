//! The lines of the text, which of them the page put there and not the report, and which were wrapped at a fixed width.
//! Knows no headings and no numbers.

use super::view::View;
use crate::text::is_hanzi;
use std::ops::Range;

/// One line with something in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Where it stands, without blanks at its sides.
    pub(super) range: Range<usize>,
    /// What it is.
    pub(super) kind: Kind,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Part of the report.
    Text,
    /// Put there by the page: source, author, links, file names.
    Page,
    /// A cell or a row of a table.
    Cell,
}

/// Lines as long as this are never the page's: a paragraph may begin with 记者.
const LONGEST_OF_PAGE: usize = 55;
/// Words by which a short line is the page's.
const PAGE_WORDS: [&str; 50] = [
    "来源:",
    "时间:",
    "浏览:",
    "浏览量:",
    "浏览次数",
    "阅读:",
    "阅读数",
    "作者:",
    "责任编辑",
    "责编",
    "编辑:",
    "一审",
    "二审",
    "三审",
    "当前版",
    "上一版",
    "下一版",
    "发布日期",
    "发布时间",
    "文章字数",
    "首页>",
    "当前位置",
    "欢迎光临",
    "欢迎访问",
    "无障碍浏览",
    "站点地图",
    "年/",
    "打开网易新闻",
    "查看精彩图片",
    "相关文章",
    "日期查询",
    "字体大小",
    "字号:",
    "点击:",
    "原标题:",
    "扫一扫",
    "分享到",
    "打印本页",
    "关闭窗口",
    "上一篇",
    "下一篇",
    "版权所有",
    "备案号",
    "公众号:",
    "投稿邮箱",
    "热线电话",
    "供稿:",
    "摄影:",
    "登录后",
    "没有更多",
];
/// Words that a line of the page begins with.
const PAGE_BEGINNINGS: [&str; 12] = [
    "本报记者",
    "记者 ",
    "通讯员",
    "本报讯",
    "文/",
    "图/",
    "图为",
    "编辑 ",
    "校对",
    "审核",
    "见习记者",
    "全媒体记者",
];
/// Words that a line of the page ends with or consists of.
const PAGE_LINES: [&str; 16] = [
    "图片",
    "评论",
    "分享",
    "打印",
    "关闭",
    "取消",
    "正文",
    "正文复制",
    "复制",
    "返回",
    "返回顶部",
    "收藏",
    "点赞",
    "在看",
    "广告",
    "目录",
];
/// Offices, as they stand before the name of a speaker.
const OFFICES: [&str; 12] = [
    "书记",
    "主席",
    "会长",
    "秘书长",
    "理事长",
    "局长",
    "馆长",
    "主任",
    "部长",
    "校长",
    "大队辅导员",
    "站长",
];
/// A line with a speaker has at most so many characters.
const LONGEST_SPEAKER: usize = 34;
/// Lines of a text that was wrapped by hand are this long.
const WRAPPED: std::ops::RangeInclusive<usize> = 28..=46;
/// The share of such lines by which a text counts as wrapped, in percent.
const WRAPPED_SHARE: usize = 60;
/// Fewer lines say nothing of how a text was wrapped.
const FEWEST_WRAPPED: usize = 6;

/// The lines of a view.
pub(super) fn lines(view: &View) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start <= view.len() {
        let end = view.next_mark(start, view.len(), &['\n']);
        let range = view.trim(start..end);
        if !range.is_empty() {
            lines.push(Line { kind: kind(view, range.clone()), range });
        }
        start = end + 1;
    }
    lines
}

/// The line ends at which a text was wrapped by hand; none if it was not.
pub(super) fn wrapped_ends(view: &View) -> Vec<usize> {
    let lines = lines(view);
    let wrapped: Vec<&Line> = lines.iter().filter(|it| is_wrapped(view, it)).collect();
    if lines.len() < FEWEST_WRAPPED || wrapped.len() * 100 < lines.len() * WRAPPED_SHARE {
        return Vec::new();
    }
    let ends = wrapped.iter().map(|it| view.next_mark(it.range.end, view.len(), &['\n']));
    ends.filter(|&it| it + 1 < view.len() && view.at(it + 1) != '\n' && view.at(it + 1) != ' ').collect()
}

fn is_wrapped(view: &View, line: &Line) -> bool {
    let last = view.before(line.range.end);
    line.kind == Kind::Text && WRAPPED.contains(&line.range.len()) && !"。;:!?".contains(last)
}

fn kind(view: &View, range: Range<usize>) -> Kind {
    let text = view.folded(range.clone());
    let is_short = range.len() < LONGEST_OF_PAGE;
    if text.matches('|').count() >= 1 && (text.ends_with('|') || text.matches('|').count() >= 3) {
        return Kind::Cell;
    }
    if is_link(view, range.clone()) || (is_short && is_of_page(view, range, &text)) {
        Kind::Page
    } else {
        Kind::Text
    }
}

fn is_of_page(view: &View, range: Range<usize>, text: &str) -> bool {
    let has_no_words = !text.chars().any(is_hanzi) && !text.chars().all(|it| it.is_ascii_digit());
    let ends_like_sentence = text.ends_with('。');
    has_no_words
        || PAGE_LINES.contains(&text)
        || (!ends_like_sentence && PAGE_WORDS.iter().any(|it| text.contains(it)))
        || (!ends_like_sentence && view.longest(range.start, &PAGE_BEGINNINGS).is_some())
        || (!ends_like_sentence && iso_date(view, range.clone()).is_some())
        || is_page_number(text)
        || is_speaker(view, range)
}

/// 副会长兼秘书长 张某: an office and the name of who holds it.
fn is_speaker(view: &View, range: Range<usize>) -> bool {
    let Some(blank) = range.clone().rev().find(|&it| view.at(it) == ' ' && range.end - it > 2) else {
        return false;
    };
    let is_name = (2..=4).contains(&(range.end - blank - 1))
        && (blank + 1..range.end).all(|it| is_hanzi(view.at(it)) || view.at(it) == ' ');
    let office = view.back(blank);
    is_name && range.len() <= LONGEST_SPEAKER && OFFICES.iter().any(|it| view.ends(office, it))
}

/// A line of a list of links: it begins with a dash and a date.
fn is_link(view: &View, range: Range<usize>) -> bool {
    let start = if view.at(range.start) == '-' { view.skip(range.start + 1) } else { range.start };
    iso_date(view, start..range.end.min(start + 10)) == Some(start)
}

/// Where a date as 2024-01-11 stands.
fn iso_date(view: &View, range: Range<usize>) -> Option<usize> {
    let digits = |at: usize, count: usize| (at..at + count).all(|it| view.at(it).is_ascii_digit());
    let is_joint = |at: usize| matches!(view.at(at), '-' | '/' | '.');
    let is_date = |&at: &usize| {
        digits(at, 4) && is_joint(at + 4) && digits(at + 5, 1) && !digits(at + 5, 4) && view.starts(at, "20")
    };
    range.into_iter().find(is_date)
}

/// 第3页, 第3页共5页.
fn is_page_number(text: &str) -> bool {
    text.starts_with('第') && text.ends_with('页') && text.chars().count() <= 12
}

#[cfg(test)]
mod tests {
    use super::{Kind, lines, wrapped_ends};
    use crate::draft::view::View;

    #[test]
    fn lines_of_the_page() {
        let rows = [
            ("来源：本站编辑 时间：2025-03-04 点击：", Kind::Page),
            ("首页 > 政务公开 > 团区委", Kind::Page),
            ("2016-2019年", Kind::Text),
            ("- 2024-01-11青山市召开会议", Kind::Page),
            ("index_new5.html", Kind::Page),
            ("本报记者 李某", Kind::Page),
            ("图片", Kind::Page),
            ("青山县慈善总会副会长兼秘书长 张某某", Kind::Page),
            ("喜迎二十大 争做好队员", Kind::Text),
            ("01", Kind::Text),
            ("拓宽资金来源渠道", Kind::Text),
            ("全年开展活动5场。", Kind::Text),
            ("指标 | 数量 |", Kind::Cell),
        ];
        for (text, expected) in rows {
            assert_eq!(lines(&View::new(text))[0].kind, expected, "{text}");
        }
    }

    #[test]
    fn texts_wrapped_by_hand() {
        let row = "全市各级团组织围绕中心工作服务大局开展了形式多样内容丰富的主题活动共计\n";
        let view = View::new(&row.repeat(8));
        assert_eq!(wrapped_ends(&view).len(), 7);
        assert!(wrapped_ends(&View::new("一段话。\n又一段话。\n")).is_empty());
    }
}
