//! Which of the loaded reports a question is about: one, or several side by side.
//! Reads no report and answers nothing; where a question names none, the talk's report is meant, else the home league's newest.

use super::leagues::Leagues;
use super::mentions::{Cue, Mentions, Said, Year};
use crate::answer::Asks;
use crate::report::Report;

/// At most so many reports stand side by side: what a phone shows.
const SIDES: usize = 10;

/// What a question is about.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Selection {
    /// One report, and the question without what selected it.
    One(usize, String),
    /// What was last shown, in this report.
    Same(usize),
    /// Several reports side by side, the one asked for first.
    Several(Sides),
    /// What is loaded.
    Catalogue,
}

/// Several reports side by side.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sides {
    /// Their positions, the one asked for first.
    pub(super) reports: Vec<usize>,
    /// Years that are asked for and not loaded.
    pub(super) missing: Vec<i64>,
    /// How they are to be compared.
    pub(super) asks: Asks,
    /// What is compared; nothing where it is what was last shown.
    pub(super) of: Option<String>,
}

/// Selects among loaded reports.
pub(super) struct Selector<'a> {
    pub(super) reports: &'a [Report],
    pub(super) leagues: &'a Leagues,
    pub(super) mentions: &'a Mentions<'a>,
    /// The reports of what was shown lately, the last one first.
    pub(super) talk: &'a [usize],
    /// The league that is meant where neither the question nor the talk names one.
    pub(super) home: usize,
}

impl Selector<'_> {
    /// What the question is about.
    pub(super) fn select(&self) -> Selection {
        if self.mentions.asks(Cue::Catalogue) {
            return Selection::Catalogue;
        }
        self.leagues_side_by_side()
            .or_else(|| self.years_side_by_side())
            .or_else(|| self.shown_side_by_side())
            .unwrap_or_else(|| self.one())
    }

    /// The report that the talk is about.
    fn talked(&self) -> Option<usize> {
        self.talk.first().copied()
    }

    /// 那哪个多, 多了几个: the two that were shown last, of two reports, the newer one first; where one alone was shown, it
    /// against the year before.
    fn shown_side_by_side(&self) -> Option<Selection> {
        let names = !self.mentions.leagues().is_empty() || !self.mentions.years().is_empty();
        if names || !self.mentions.is_follow_up() || !asks_to_compare(self.mentions) {
            return None;
        }
        let mut reports = match *self.talk {
            [last, before, ..] if last != before => vec![last, before],
            [only] if self.mentions.asks(Cue::Difference) => {
                let before = self.report_of(self.leagues.of_report(only)?, self.year_of(only) - 1)?;
                vec![only, before]
            }
            _ => return None,
        };
        if self.leagues.of_report(reports[0]) == self.leagues.of_report(reports[1]) {
            reports.sort_by_key(|it| std::cmp::Reverse(self.year_of(*it)));
        }
        Some(self.several(reports, Vec::new()))
    }

    /// The league that a question without two of them is about.
    fn league(&self) -> usize {
        let talk = || self.talked().and_then(|it| self.leagues.of_report(it));
        let named = || self.mentions.leagues().first().copied();
        named().or_else(|| self.mentions.of_programme()).or_else(talk).unwrap_or(self.home)
    }

    fn year_of(&self, report: usize) -> i64 {
        i64::from(self.reports[report].year)
    }

    fn newest(&self, league: usize) -> i64 {
        self.leagues.all()[league].reports.first().map_or(0, |it| self.year_of(*it))
    }

    fn report_of(&self, league: usize, year: i64) -> Option<usize> {
        self.leagues.all()[league].reports.iter().copied().find(|it| self.year_of(*it) == year)
    }

    /// The year of the talk, where this league has it.
    fn talk_year(&self, league: usize) -> Option<i64> {
        let year = self.year_of(self.talked()?);
        self.report_of(league, year).map(|_| year)
    }

    /// The years that a question names, as numbers.
    fn years(&self, league: usize) -> Vec<i64> {
        let newest = self.newest(league);
        let said = self.mentions.years();
        let talk = self.talk_year(league);
        // 去年 is the year that the newest report is of; beside 今年, or where that report was just shown, it is the one before.
        let shown = self.mentions.is_follow_up() && talk == Some(newest);
        let beside = if said.contains(&Year::This) { newest - 1 } else { newest };
        let last = if shown { newest - 1 } else { beside };
        let mut years = Vec::new();
        for year in said {
            let year = match year {
                Year::Exactly(year) => year,
                Year::This => newest,
                Year::Last => last,
                Year::BeforeLast => beside - 1,
                Year::TwoBefore => beside - 2,
                Year::Above => years.last().copied().or(talk).map_or(newest, |it| it - 1),
                Year::Previous => years.last().copied().or(talk).unwrap_or(newest) - 1,
                Year::Oldest => self.loaded_years(league).last().copied().unwrap_or(newest),
            };
            if !years.contains(&year) {
                years.push(year);
            }
        }
        years
    }

    /// 甲山和乙川哪个多, 各市排名.
    fn leagues_side_by_side(&self) -> Option<Selection> {
        let asks = |cue: Cue| self.mentions.asks(cue);
        let named = self.mentions.leagues();
        let all = asks(Cue::EachLeague) || asks(Cue::WhichLeague);
        let joined = self.mentions.is_follow_up() && asks_to_compare(self.mentions);
        let leagues: Vec<usize> = match (named.len(), all) {
            (2.., _) => named,
            (_, true) => (0..self.leagues.all().len()).collect(),
            // 跟乙川比呢: the league that was shown, and the one that is named.
            // 青年之家比乙川多几个: against the home league, or the one that was shown.
            (1, _) if self.mentions.is_compared_with(|it| matches!(it, Said::League(_))) => {
                let own = self.talked().and_then(|it| self.leagues.of_report(it)).unwrap_or(self.home);
                if own == named[0] {
                    return None;
                }
                vec![own, named[0]]
            }
            (1, _) if joined && !asks(Cue::Growth) && !asks(Cue::EachYear) => {
                let shown =
                    self.talked().and_then(|it| self.leagues.of_report(it)).filter(|it| *it != named[0])?;
                vec![shown, named[0]]
            }
            _ => return None,
        };
        let year = self.years(leagues[0]).first().copied().or_else(|| self.common_year(&leagues));
        let report = |league: &usize| {
            let newest = self.leagues.all()[*league].reports.first().copied();
            year.and_then(|year| self.report_of(*league, year)).or(newest)
        };
        let reports: Vec<usize> = leagues.iter().filter_map(report).take(SIDES).collect();
        (reports.len() >= 2).then(|| self.several(reports, Vec::new()))
    }

    /// The newest year that all of these leagues have.
    fn common_year(&self, leagues: &[usize]) -> Option<i64> {
        let years = self.leagues.all()[*leagues.first()?].reports.iter().map(|it| self.year_of(*it));
        let mut years = years.filter(|year| leagues.iter().all(|it| self.report_of(*it, *year).is_some()));
        years.next()
    }

    /// 比去年多多少, 哪年多, 两年各多少.
    fn years_side_by_side(&self) -> Option<Selection> {
        let asks = |cue: Cue| self.mentions.asks(cue);
        let league = self.league();
        let named = self.years(league);
        let base = named.first().copied().or(self.talk_year(league)).unwrap_or(self.newest(league));
        let pair = vec![base, base - 1];
        let years = match named.len() {
            2.. => named,
            _ if asks(Cue::Compared) || asks(Cue::Growth) => pair,
            // 比2023年多了多少: against the newest, or the one that is spoken of.
            1 if self.mentions.is_compared_with(|it| matches!(it, Said::Year(_)))
                && named[0] != self.own_year(league) =>
            {
                vec![self.own_year(league), named[0]]
            }
            1 if asks(Cue::Change) || asks(Cue::WhichYear) => pair,
            _ if asks(Cue::WhichYear) || asks(Cue::EachYear) || asks(Cue::Change) => {
                self.loaded_years(league)
            }
            _ => return None,
        };
        let (loaded, missing): (Vec<i64>, Vec<i64>) =
            years.into_iter().partition(|year| self.report_of(league, *year).is_some());
        let reports: Vec<usize> =
            loaded.iter().filter_map(|year| self.report_of(league, *year)).take(SIDES).collect();
        let compares = reports.len() >= 2 || (!missing.is_empty() && !reports.is_empty());
        compares.then(|| self.several(reports, missing))
    }

    /// The year of a question that names none.
    fn own_year(&self, league: usize) -> i64 {
        self.talk_year(league).unwrap_or(self.newest(league))
    }

    fn loaded_years(&self, league: usize) -> Vec<i64> {
        self.leagues.all()[league].reports.iter().map(|it| self.year_of(*it)).collect()
    }

    fn several(&self, reports: Vec<usize>, missing: Vec<i64>) -> Selection {
        let of = (!self.mentions.is_follow_up())
            .then(|| self.mentions.without(|said| !matches!(said, Said::Programme(_))));
        Selection::Several(Sides { reports, missing, asks: asked(self.mentions), of })
    }

    /// The one report that a question is about.
    fn one(&self) -> Selection {
        let league = self.league();
        let newest = self.leagues.all()[league].reports.first().copied().unwrap_or(0);
        let named = self.years(league).first().copied();
        let selects = named.is_some() || !self.mentions.leagues().is_empty();
        let year = named.or_else(|| self.talk_year(league));
        let report = year.and_then(|it| self.report_of(league, it)).unwrap_or(newest);
        if selects && self.mentions.is_follow_up() && named.is_none_or(|it| it == self.year_of(report)) {
            return Selection::Same(report);
        }
        Selection::One(report, self.question(league, report))
    }

    /// The question as the report's own matcher reads it: without a relative year that selected it, and without the
    /// league's name where that is not the home league's.
    fn question(&self, league: usize, report: usize) -> String {
        let is_newest = self.year_of(report) == self.newest(league);
        self.mentions.without(|said| match said {
            Said::Year(Year::Exactly(_)) => false,
            Said::Year(Year::This | Year::Last) => !is_newest,
            Said::Year(_) => self.years(league).first() == Some(&self.year_of(report)),
            Said::Cue(Cue::Beside) => true,
            Said::League(_) | Said::Programme(_) | Said::Home | Said::Cue(_) => false,
        })
    }
}

fn asks_to_compare(mentions: &Mentions<'_>) -> bool {
    let cues = [Cue::Difference, Cue::Times, Cue::More, Cue::Less, Cue::Growth, Cue::Order];
    cues.iter().any(|it| mentions.asks(*it)) || mentions.whole().contains('比')
}

/// How the sides are to be compared.
fn asked(mentions: &Mentions<'_>) -> Asks {
    let asks = |cue: Cue| mentions.asks(cue);
    if asks(Cue::Growth) {
        return Asks::Growth;
    }
    if asks(Cue::Times) {
        return Asks::Times;
    }
    let orders = asks(Cue::WhichYear) || asks(Cue::WhichLeague) || asks(Cue::Side);
    let orders = orders && !asks(Cue::Difference);
    match (asks(Cue::Order), orders && asks(Cue::Less), orders && asks(Cue::More)) {
        (true, ..) => Asks::Order,
        (_, true, _) => Asks::Smallest,
        (_, _, true) => Asks::Largest,
        _ if asks(Cue::Change) => Asks::Growth,
        _ => Asks::Difference,
    }
}

#[cfg(test)]
mod tests {
    use super::{Selection, Selector};
    use crate::engine::leagues::Leagues;
    use crate::engine::mentions::Mentions;
    use crate::engine::phrases::Phrases;
    use crate::matcher::Matcher;
    use crate::report::{Report, load_builtin};
    use crate::text::fold;

    /// 甲山 2024, 甲山 2023, 乙川 2024, 乙川 2023: positions 0 to 3.
    fn reports() -> Vec<Report> {
        let pattern = load_builtin().expect("the built-in data is well").reports.remove(0);
        let rows = [("甲山", 2024), ("甲山", 2023), ("乙川", 2024), ("乙川", 2023)];
        rows.iter()
            .map(|(place, year)| {
                let mut report = pattern.clone();
                report.body.name = format!("共青团{place}市委");
                report.body.aliases.clear();
                report.place.name = (*place).to_owned();
                report.place.aliases = vec![format!("{place}市")];
                report.year = *year;
                report
            })
            .collect()
    }

    /// What a question selects in a talk about these reports, the last one first.
    fn selected(question: &str, talk: &[usize], home: usize) -> String {
        let reports = reports();
        let loaded = load_builtin().expect("the built-in data is well");
        let words = crate::engine::lexicon(&loaded.lexicons).expect("the word lists are well");
        let (leagues, phrases) =
            (Leagues::of(&reports, &words.elsewhere.endings), Phrases::of(&words.reports));
        let matcher = Matcher::new(&reports[..1], std::sync::Arc::new(words.clone()));
        let text: Vec<char> = fold(question).chars().collect();
        let mentions = Mentions::read(text.clone(), &matcher.years(&text), (&leagues, home), &phrases);
        let selector = Selector { reports: &reports, leagues: &leagues, mentions: &mentions, talk, home };
        match selector.select() {
            Selection::One(report, question) => format!("{report} {question}"),
            Selection::Same(report) => format!("same in {report}"),
            Selection::Several(sides) => {
                let of = sides.of.unwrap_or_else(|| "what was shown".to_owned());
                format!("{:?} {:?} {of}", sides.reports, sides.asks)
            }
            Selection::Catalogue => "what is loaded".to_owned(),
        }
    }

    #[test]
    fn which_reports_a_question_is_about() {
        let rows: &[(&str, &[usize], &str)] = &[
            // None named: the home league's newest, or the talk's
            ("青马几期", &[], "0 青马几期"),
            ("青马几期", &[3], "3 青马几期"),
            ("青马去年几期", &[], "0 青马去年几期"),
            // A year, a place, both
            ("2023年青马几期", &[], "1 2023年青马几期"),
            ("前年青马几期", &[], "1 青马几期"),
            ("乙川青马几期", &[], "2 乙川青马几期"),
            ("乙川2023年青马几期", &[], "3 乙川2023年青马几期"),
            // A year that is waved aside
            ("不是2024年的,2023年的青马几期", &[], "1 2023年的青马几期"),
            // What was shown, in another report
            ("2023年呢", &[0], "same in 1"),
            ("那乙川呢", &[1], "same in 3"),
            ("去年呢", &[0], "same in 1"),
            ("上一年呢", &[0], "same in 1"),
            // Years side by side
            ("青马比去年多几期", &[], "[0, 1] Difference 青马期"),
            ("青马增长百分之几", &[], "[0, 1] Growth 青马"),
            ("2023年和2024年的青马", &[], "[1, 0] Difference 青马"),
            ("哪年的青马最多", &[], "[0, 1] Largest 青马"),
            ("多了多少", &[1, 0], "[0, 1] Difference what was shown"),
            // Leagues side by side
            ("甲山和乙川哪个青马多", &[], "[0, 2] Largest 青马"),
            ("青马乙川比我们多多少", &[], "[2, 0] Difference 青马"),
            ("各市青马排名", &[], "[0, 2] Order 青马"),
            // What is loaded
            ("有哪些报告", &[], "what is loaded"),
            // A number of years, a number and a school are none
            ("近三年青马几期", &[], "0 近三年青马几期"),
            ("2023人是什么", &[], "0 2023人是什么"),
            ("乙川师范学院来了几个", &[], "0 乙川师范学院来了几个"),
        ];
        for (question, talk, expected) in rows {
            assert_eq!(selected(question, talk, 0), *expected, "{question} {talk:?}");
        }
    }

    #[test]
    fn a_chat_that_has_chosen_another_league_means_that_one() {
        let rows = [
            ("青马几期", "2 青马几期"),
            ("甲山青马几期", "0 甲山青马几期"),
            ("团市委的青马几期", "2 团市委的青马几期"),
            ("青马甲山比我们多多少", "[0, 2] Difference 青马"),
            ("青马比甲山多几期", "[2, 0] Difference 青马期"),
        ];
        for (question, expected) in rows {
            assert_eq!(selected(question, &[], 1), expected, "{question}");
        }
    }
}
