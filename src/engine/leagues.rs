//! The loaded leagues: what each is called, and which of its years are loaded.
//! Finds their names in a text; what a question wants of them is [`super::selection`]'s.

use crate::report::Report;
use crate::text::fold;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A name of fewer characters is found in too many words.
const SHORTEST: usize = 2;
/// So many characters may stand between a place and what makes it the name of a school or a company: 甲山*师范*学院.
const BETWEEN: usize = 4;

/// One body and its loaded reports.
#[derive(Debug)]
pub(super) struct League {
    /// The place that its figures are of, as people say it.
    pub(super) place: String,
    /// Its reports by position, the newest first.
    pub(super) reports: Vec<usize>,
}

/// All loaded leagues, the home league first.
#[derive(Debug, Default)]
pub(super) struct Leagues {
    all: Vec<League>,
    /// By first character: a name as compared, and the league.
    names: FxHashMap<char, Vec<(Vec<char>, usize)>>,
    /// By first character: a programme that one league alone has, as compared, and the league.
    programmes: FxHashMap<char, Vec<(Vec<char>, usize)>>,
    /// What makes a place the beginning of another name: 学院, 街道.
    endings: Vec<Vec<char>>,
}

/// A league that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// Where its name stands, in characters of the folded text.
    pub(super) span: Range<usize>,
    /// Its position among [`Leagues::all`].
    pub(super) league: usize,
}

impl Leagues {
    /// The leagues of these reports, in their order; `endings` as the word lists have them.
    pub(super) fn of(reports: &[Report], endings: &[String]) -> Self {
        let mut leagues =
            Self { endings: endings.iter().map(|it| it.chars().collect()).collect(), ..Self::default() };
        let mut bodies: FxHashMap<&str, usize> = FxHashMap::default();
        let mut owners: FxHashMap<Vec<char>, Vec<usize>> = FxHashMap::default();
        for (at, report) in reports.iter().enumerate() {
            let league = *bodies.entry(&report.body.name).or_insert_with(|| {
                let place = report.place.name.clone();
                leagues.all.push(League { place, reports: Vec::new() });
                leagues.all.len() - 1
            });
            leagues.all[league].reports.push(at);
            for name in names_of(report) {
                let known = owners.entry(name).or_default();
                if !known.contains(&league) {
                    known.push(league);
                }
            }
        }
        for league in &mut leagues.all {
            league.reports.sort_by_key(|it| std::cmp::Reverse(reports[*it].year));
        }
        owners.into_iter().for_each(|(name, of)| leagues.add(name, &of));
        leagues.add_programmes(reports);
        leagues
    }

    /// A name that several leagues have says nothing of whose: 团市委 is the one that is spoken of.
    fn add(&mut self, name: Vec<char>, owners: &[usize]) {
        if let (&[league], Some(first)) = (owners, name.first().copied()) {
            self.names.entry(first).or_default().push((name, league));
        }
    }

    /// Programmes that other leagues than the home league have, each alone: whoever names one means that league.
    fn add_programmes(&mut self, reports: &[Report]) {
        let mut owners: FxHashMap<Vec<char>, Vec<usize>> = FxHashMap::default();
        for (league, own) in self.all.iter().enumerate() {
            let initiatives = own.reports.iter().flat_map(|it| &reports[*it].initiatives);
            let names = initiatives
                .flat_map(|it| &it.programmes)
                .flat_map(|it| std::iter::once(&it.name).chain(&it.aliases));
            for name in names.map(|it| fold(it).chars().collect::<Vec<char>>()) {
                let known = owners.entry(name).or_default();
                if !known.contains(&league) {
                    known.push(league);
                }
            }
        }
        let home: String = self.all.first().map(|it| texts(it, reports)).unwrap_or_default();
        for (name, of) in owners {
            let typed: String = name.iter().collect();
            let (&[league], Some(&first)) = (&of[..], name.first()) else { continue };
            if league > 0 && name.len() > SHORTEST && !home.contains(&typed) {
                self.programmes.entry(first).or_default().push((name, league));
            }
        }
    }

    /// The longest programme of one other league that stands at this place.
    pub(super) fn programme(&self, text: &[char], at: usize) -> Option<(usize, usize)> {
        let names = self.programmes.get(&text[at])?.iter();
        names
            .filter(|(name, _)| text[at..].starts_with(name))
            .map(|(name, league)| (name.len(), *league))
            .max()
    }

    /// All leagues, the home league first.
    pub(super) fn all(&self) -> &[League] {
        &self.all
    }

    /// The league of a report.
    pub(super) fn of_report(&self, report: usize) -> Option<usize> {
        self.all.iter().position(|it| it.reports.contains(&report))
    }

    /// The leagues that a folded text names, from left to right, the longest name at each place.
    pub(super) fn named(&self, text: &[char]) -> Vec<Mention> {
        let (mut found, mut at) = (Vec::new(), 0);
        while at < text.len() {
            match self.longest(text, at) {
                Some((length, league)) => {
                    if !self.goes_on(&text[at + length..]) {
                        found.push(Mention { span: at..at + length, league });
                    }
                    at += length;
                }
                None => at += 1,
            }
        }
        found
    }

    fn longest(&self, text: &[char], at: usize) -> Option<(usize, usize)> {
        let names = self.names.get(&text[at])?.iter();
        let fitting = names.filter(|(name, _)| text[at..].starts_with(name));
        fitting.map(|(name, league)| (name.len(), *league)).max()
    }

    /// 甲山|师范学院: what stands behind a place makes it another name.
    fn goes_on(&self, behind: &[char]) -> bool {
        (0..=BETWEEN.min(behind.len())).any(|skipped| {
            let rest = &behind[skipped..];
            let plain = behind[..skipped].iter().all(|it| crate::text::is_hanzi(*it));
            plain
                && self
                    .endings
                    .iter()
                    .any(|it| it.len() >= SHORTEST && is_institution(it) && rest.starts_with(it))
        })
    }
}

/// Of the endings of places and bodies those of institutions: a league's own towns and streets stay its own.
fn is_institution(ending: &[char]) -> bool {
    matches!(ending.last(), Some('学' | '院' | '司'))
}

/// What a league is called, as compared; what every league calls itself (全市, 我市) is left out.
fn names_of(report: &Report) -> Vec<Vec<char>> {
    let place = std::iter::once(&report.place.name).chain(&report.place.aliases);
    let body = std::iter::once(&report.body.name).chain(&report.body.aliases);
    let names = place.chain(body).map(|it| fold(it).chars().collect::<Vec<char>>());
    names.filter(|it| it.len() >= SHORTEST && !matches!(it[0], '全' | '我' | '本' | '咱' | '各')).collect()
}

/// All that the reports of a league say, as compared.
fn texts(league: &League, reports: &[Report]) -> String {
    let mut all = String::new();
    for report in league.reports.iter().map(|it| &reports[*it]) {
        let figures = report.figures.iter().flat_map(|it| std::iter::once(&it.label).chain(&it.aliases));
        let initiatives = report.initiatives.iter().flat_map(|it| {
            let names = it.programmes.iter().chain(std::iter::once(&it.name));
            names.flat_map(|it| std::iter::once(&it.name).chain(&it.aliases))
        });
        let facts = report.facts.iter().flat_map(|it| it.items.iter().chain(std::iter::once(&it.label)));
        for text in figures.chain(initiatives).chain(facts) {
            crate::text::fold_each(text, |it| all.push(it));
            all.push('\n');
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::Leagues;
    use crate::report::{Report, load_builtin};

    fn report(body: &str, place: &str, aliases: &[&str], year: u16) -> Report {
        let mut report = load_builtin().expect("the built-in data is well").reports.remove(0);
        report.body.name = body.to_owned();
        report.body.aliases = vec!["团市委".to_owned()];
        report.place.name = place.to_owned();
        report.place.aliases = aliases.iter().map(|it| (*it).to_owned()).collect();
        report.year = year;
        report
    }

    fn leagues() -> Leagues {
        let reports = [
            report("共青团甲山市委", "甲山", &["甲山市", "全市"], 2023),
            report("共青团甲山市委", "甲山", &["甲山市", "全市"], 2024),
            report("共青团乙川市委", "乙川", &["乙川市"], 2024),
        ];
        Leagues::of(&reports, &["学院".to_owned(), "大学".to_owned(), "街道".to_owned()])
    }

    #[test]
    fn a_league_is_found_by_what_it_alone_is_called() {
        let rows: &[(&str, &[usize])] = &[
            ("甲山和乙川哪个多", &[0, 1]),
            ("乙川市的志愿者", &[1]),
            ("共青团乙川市委办了几场", &[1]),
            // What several are called names none of them
            ("团市委办了几场", &[]),
            // What every league says of itself names none
            ("全市有几个", &[]),
            // A school named after its place
            ("乙川师范学院来了几个", &[]),
            ("乙川大学来了几个", &[]),
            ("几个青年之家", &[]),
        ];
        let leagues = leagues();
        for (text, expected) in rows {
            let text: Vec<char> = text.chars().collect();
            let found: Vec<usize> = leagues.named(&text).iter().map(|it| it.league).collect();
            assert_eq!(found, *expected, "{}", text.iter().collect::<String>());
        }
    }

    #[test]
    fn the_reports_of_a_league_stand_the_newest_first() {
        let leagues = leagues();
        assert_eq!(leagues.all()[0].reports, [1, 0]);
        assert_eq!(leagues.all()[1].reports, [2]);
    }
}
