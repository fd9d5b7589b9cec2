//! What a question says of years and leagues, and by which words it asks how they compare: each with its place in the text.
//! Decides nothing: [`super::selection`] does.

use super::leagues::Leagues;
use super::phrases::Phrases;
use crate::matcher::ReportWords;
use std::ops::Range;

/// A year as people say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    /// 2023年.
    Exactly(i64),
    /// 今年.
    This,
    /// 去年.
    Last,
    /// 前年.
    BeforeLast,
    /// 大前年.
    TwoBefore,
    /// 上一年.
    Above,
    /// 前一年.
    Previous,
    /// 最早的一年.
    Oldest,
}

/// What a word asks of several reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// 比去年.
    Compared,
    /// 哪年.
    WhichYear,
    /// 历年.
    EachYear,
    /// 变化.
    Change,
    /// 增长百分之几.
    Growth,
    /// 差多少.
    Difference,
    /// 多少倍.
    Times,
    /// 哪个市.
    WhichLeague,
    /// 各市.
    EachLeague,
    /// 排名.
    Order,
    /// 更多.
    More,
    /// 更少.
    Less,
    /// 有哪些报告.
    Catalogue,
    /// 隔壁: says nothing.
    Beside,
    /// 哪边; 各. Said of sides that are named otherwise.
    Side,
}

/// What a stretch of the question says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// A league, by its position.
    League(usize),
    /// 我们: the home league, where another one is named too.
    Home,
    /// A programme that one league alone has.
    Programme(usize),
    /// A year.
    Year(Year),
    /// A word that asks.
    Cue(Cue),
}

/// A folded question with what it says of reports, from left to right, none overlapping.
#[derive(Debug)]
pub(super) struct Mentions<'a> {
    text: Vec<char>,
    found: Vec<(Range<usize>, Said)>,
    words: &'a ReportWords,
    /// The league that 我们 means.
    home: usize,
}

impl<'a> Mentions<'a> {
    /// Reads a folded question; `years` are the years that it names in digits, with their places.
    pub(super) fn read(
        text: Vec<char>,
        years: &[(Range<usize>, i64)],
        (leagues, home): (&Leagues, usize),
        phrases: &'a Phrases,
    ) -> Self {
        let words = &phrases.words;
        let named = leagues.named(&text);
        let (mut found, mut at) = (Vec::new(), 0);
        while at < text.len() {
            let year = years.iter().find(|(span, _)| span.start == at);
            let year = year.map(|(span, year)| (span.len(), Said::Year(Year::Exactly(*year))));
            let league = named.iter().find(|it| it.span.start == at);
            let league = league.map(|it| (it.span.len(), Said::League(it.league)));
            let word =
                phrases.longest(&text[at..]).filter(|(length, said)| is_apart(&text, at, *length, *said));
            let programme =
                leagues.programme(&text, at).map(|(length, league)| (length, Said::Programme(league)));
            let bare = bare_year(&text, at, words).map(|year| (YEAR, Said::Year(Year::Exactly(year))));
            let year = year.or(bare);
            // What stands inside of a year in digits is no word of its own: 2023年 and 3年.
            match year
                .into_iter()
                .chain(league)
                .chain(word)
                .chain(programme)
                .max_by_key(|(length, _)| *length)
            {
                Some((length, said)) => {
                    found.push((at..at + length, said));
                    at += length;
                }
                None => at += 1,
            }
        }
        let mut mentions = Self { text, found, words, home };
        mentions.keep_orders_at_their_place();
        mentions.drop_excluded();
        mentions
    }

    /// The leagues that are named, in their order, each once.
    pub(super) fn leagues(&self) -> Vec<usize> {
        let is_other = |said: Said| matches!(said, Said::League(league) if league != self.home);
        let others = self.found.iter().any(|(_, said)| is_other(*said));
        let mut leagues = Vec::new();
        for (_, said) in &self.found {
            let league = match said {
                Said::League(league) => *league,
                Said::Home if others => self.home,
                _ => continue,
            };
            if !leagues.contains(&league) {
                leagues.push(league);
            }
        }
        leagues
    }

    /// The league of the first programme that no other one has.
    pub(super) fn of_programme(&self) -> Option<usize> {
        self.found
            .iter()
            .find_map(|(_, said)| if let Said::Programme(league) = said { Some(*league) } else { None })
    }

    /// True where one year or league is compared with the question's own: 比2023年多, 比乙川少.
    pub(super) fn is_compared_with(&self, wanted: impl Fn(Said) -> bool) -> bool {
        let compares = |at: usize| self.words.than.iter().any(|it| ends(&self.text[..at], it));
        self.found.iter().any(|(span, said)| wanted(*said) && compares(span.start))
    }

    /// The years that are named, in their order.
    pub(super) fn years(&self) -> Vec<Year> {
        let years = self.found.iter().filter_map(|(_, said)| match said {
            Said::Year(year) => Some(*year),
            _ => None,
        });
        years.collect()
    }

    /// True where a word asks so.
    pub(super) fn asks(&self, cue: Cue) -> bool {
        self.found.iter().any(|(_, said)| *said == Said::Cue(cue))
    }

    /// The question as folded.
    pub(super) fn whole(&self) -> String {
        self.text.iter().collect()
    }

    /// What is left of the question without what these say, and without the joins that stood between.
    pub(super) fn without(&self, taken: impl Fn(Said) -> bool) -> String {
        let mut kept: Vec<Option<char>> = self.text.iter().copied().map(Some).collect();
        let spans: Vec<&Range<usize>> =
            self.found.iter().filter(|(_, said)| taken(*said)).map(|(span, _)| span).collect();
        for span in &spans {
            // 比甲山多: what leads a name to be compared with goes with it.
            let led = self.words.than.iter().filter(|it| ends(&self.text[..span.start], it));
            let led = led.map(|it| it.chars().count()).max().unwrap_or_default();
            kept[span.start - led..span.end].iter_mut().for_each(|it| *it = None);
        }
        for pair in spans.windows(2) {
            let between = pair[0].end..pair[1].start;
            if is_made_of(&self.text[between.clone()], &self.words.joins) {
                kept[between].iter_mut().for_each(|it| *it = None);
            }
        }
        let rest: String = kept.into_iter().flatten().collect();
        self.trimmed(&rest)
    }

    /// True where nothing is left that asks for something of its own: 青屏呢, 那2023年的呢.
    pub(super) fn is_follow_up(&self) -> bool {
        let inside = |at: usize| self.found.iter().any(|(span, _)| span.contains(&at));
        let rest: Vec<char> =
            (0..self.text.len()).filter(|at| !inside(*at)).map(|at| self.text[at]).collect();
        !self.found.is_empty() && is_made_of(&rest, &self.words.follow)
    }

    /// A rest without joins at its edges.
    fn trimmed(&self, rest: &str) -> String {
        let mut rest = rest;
        loop {
            let start = self.words.joins.iter().find_map(|it| rest.strip_prefix(it.as_str()));
            let Some(shorter) = start.or_else(|| rest.strip_suffix(['?', ',', ' '])) else {
                return rest.to_owned();
            };
            rest = shorter;
        }
    }

    /// 不是24年的,是23年的: what is waved aside is not meant, and leaves the question.
    fn drop_excluded(&mut self) {
        let selects = |said: Said| matches!(said, Said::Year(_) | Said::League(_));
        let excluded = |span: &Range<usize>| {
            let negator = self
                .words
                .not
                .iter()
                .filter(|it| ends(&self.text[..span.start], it))
                .map(|it| it.chars().count());
            negator.max().map(|length| span.start - length)
        };
        let Some((from, to)) = self
            .found
            .iter()
            .filter(|(_, said)| selects(*said))
            .find_map(|(span, _)| Some((excluded(span)?, span.end)))
        else {
            return;
        };
        let others = self.found.iter().filter(|(span, said)| selects(*said) && span.end != to).count();
        if others == 0 {
            return;
        }
        self.text.drain(from..to);
        self.found.retain(|(span, _)| span.end <= from || span.start >= to);
        let gone = to - from;
        for (span, _) in self.found.iter_mut().filter(|(span, _)| span.start >= to) {
            *span = span.start - gone..span.end - gone;
        }
    }

    /// 多 and 少 order only behind what they order by, or at the end: 哪年多, 比去年多办, 谁的志愿者多.
    fn keep_orders_at_their_place(&mut self) {
        let ends = |at: usize| is_made_of(&self.text[at..], &self.words.joins);
        let found = &self.found;
        let behind = |at: usize| found.iter().any(|(span, said)| span.end == at && !is_order(*said));
        let keeps = |(span, said): &(Range<usize>, Said)| {
            !is_order(*said) || span.len() > 1 || behind(span.start) || ends(span.end)
        };
        let kept: Vec<(Range<usize>, Said)> = found.iter().filter(|it| keeps(it)).cloned().collect();
        self.found = kept;
    }
}

fn is_order(said: Said) -> bool {
    matches!(said, Said::Cue(Cue::More | Cue::Less))
}

/// 多少 asks how many, 高校 is a school: a single character is a word only where it is none of another.
fn is_apart(text: &[char], at: usize, length: usize, said: Said) -> bool {
    let next = text.get(at + length).copied();
    let before = at.checked_sub(1).map(|it| text[it]);
    match said {
        Said::Cue(Cue::More | Cue::Less) if length == 1 => {
            next != Some('少')
                && !matches!(before, Some('多' | '最' | '更' | '好' | '不'))
                && next != Some('校')
        }
        Said::Cue(Cue::Side) if length == 1 => next != Some('级') && next != Some('类'),
        _ => true,
    }
}

/// The digits of a year.
const YEAR: usize = 4;

/// 2024比2023多: a year without 年, where a word of comparison stands at either side.
fn bare_year(text: &[char], at: usize, words: &ReportWords) -> Option<i64> {
    let digits = text.get(at..at + YEAR)?;
    let is_digit = |place: Option<usize>| place.and_then(|it| text.get(it)).is_some_and(char::is_ascii_digit);
    let value: i64 = digits.iter().collect::<String>().parse().ok()?;
    let alone = !is_digit(at.checked_sub(1)) && !is_digit(Some(at + YEAR));
    let before = words.than.iter().any(|it| ends(&text[..at], it));
    let behind = words.than.iter().any(|it| begins(&text[at + YEAR..], it));
    (alone && (1990..=2099).contains(&value) && (before || behind)).then_some(value)
}

fn begins(text: &[char], word: &str) -> bool {
    let mut letters = text.iter();
    word.chars().all(|it| letters.next() == Some(&it))
}

fn ends(text: &[char], word: &str) -> bool {
    let length = word.chars().count();
    length <= text.len() && begins(&text[text.len() - length..], word)
}

/// True where a text is nothing but these words, one behind the other.
fn is_made_of(text: &[char], words: &[String]) -> bool {
    let mut reached = vec![false; text.len() + 1];
    reached[0] = true;
    for at in 0..text.len() {
        if reached[at] {
            let fitting = words.iter().filter(|it| begins(&text[at..], it));
            fitting.for_each(|it| reached[at + it.chars().count()] = true);
        }
    }
    reached[text.len()]
}
