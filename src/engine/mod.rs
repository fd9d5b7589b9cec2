//! The façade: ask a question, open a place of the report, explain a score.
//! Knows no chat, does no I/O, cannot fail: "nothing found" is an answer.

mod alignment;
mod bounded;
mod conversations;
mod fingerprint;
mod leagues;
mod library;
mod load;
mod mentions;
mod phrases;
mod places;
mod ranking;
mod search;
mod selection;
mod several;

pub(crate) use bounded::{Bounded, NEVER};
pub use conversations::Conversations;
pub use load::lexicon;

use crate::answer::{self, Answer, Kind, Sources, Target};
use crate::matcher::{Doc, Lately, Lexicon, Measure, Verdict};
use crate::report::{Report, slug};
use leagues::Leagues;
use library::{Library, OwnWords};
use phrases::Phrases;
use std::time::{Duration, Instant};

/// What one person's conversation is about: small, and only positions in the loaded reports.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Topic {
    /// What the last answer stood on, the first one first.
    pub targets: Vec<Target>,
    /// What was shown lately: the last list, and what was shown one by one since.
    pub shown: Vec<Target>,
    /// What the last reply offered to choose from.
    pub offered: Vec<Target>,
    /// Where the last answer was an order by size: true for the smallest first.
    pub ranked: Option<bool>,
    /// The report that is meant where a question names none and the talk is about none: of the league that a group has chosen.
    pub home: Option<usize>,
}

/// So many things shown one by one are remembered.
const SHOWN: usize = 4;

impl Topic {
    /// A conversation that begins with these.
    #[must_use]
    pub fn of(targets: Vec<Target>) -> Self {
        Self { shown: targets.clone(), targets, ..Self::default() }
    }

    /// The conversation after an answer that stands on these: what was shown one by one before goes on to count, unless a
    /// list begins anew.
    #[must_use]
    pub fn after(&self, targets: &[Target]) -> Self {
        if targets.len() >= 2 {
            return Self { home: self.home, ..Self::of(targets.to_vec()) };
        }
        let mut shown = self.shown.clone();
        shown.extend(targets.iter().filter(|it| !self.shown.contains(it)));
        if shown.len() > SHOWN.max(self.shown.len()) {
            shown.remove(0);
        }
        // One of a choice was taken: the others may still be named.
        let chosen = !targets.is_empty() && targets.iter().all(|it| self.offered.contains(it));
        let offered = if chosen { self.offered.clone() } else { Vec::new() };
        Self { targets: targets.to_vec(), shown, offered, ranked: None, home: self.home }
    }
}

/// Answers questions over a set of reports. Never changes: a reload builds a new one.
#[derive(Debug)]
pub struct Engine {
    library: Library,
    leagues: Leagues,
    phrases: Phrases,
    measures: Vec<Measure>,
    fingerprint: String,
    loaded: Instant,
}

impl Engine {
    /// An engine over these reports, the default one first, with these words.
    #[must_use]
    pub fn new(reports: Vec<Report>, lexicon: Lexicon) -> Self {
        Self::with_own_words(reports, lexicon, OwnWords::default())
    }

    /// An engine over these reports, the default one first; `own` holds the words that belong to one report alone.
    fn with_own_words(reports: Vec<Report>, common: Lexicon, own: OwnWords) -> Self {
        let fingerprint = fingerprint::of(&reports);
        let leagues = Leagues::of(&reports, &common.elsewhere.endings);
        let first = own.of(0);
        let measures =
            common.measures.iter().chain(first.iter().flat_map(|it| &it.measures)).cloned().collect();
        let phrases = Phrases::of(&common.reports);
        let library = Library::new(reports, common, own);
        Self { library, leagues, phrases, measures, fingerprint, loaded: Instant::now() }
    }

    /// Answers one question within a conversation; returns the answer and what the talk is about now.
    /// Places that these reports do not have are passed over: they belong to a report that is no longer loaded.
    #[must_use]
    pub fn ask(&self, question: &str, topic: &Topic) -> (Answer, Topic) {
        let topic = self.known(topic);
        match self.reports().len() {
            0 | 1 => self.ask_one(0, question, &topic),
            _ => self.ask_several(question, &topic),
        }
    }

    /// Asks one report; the talk and the answer speak of its position among the loaded ones.
    fn ask_one(&self, at: usize, question: &str, topic: &Topic) -> (Answer, Topic) {
        let reports = self.library.alone(at);
        let docs = |all: &[Target]| all.iter().filter_map(|it| doc(*it, at)).collect::<Vec<Doc>>();
        let (last, shown, offered) = (docs(&topic.targets), docs(&topic.shown), docs(&topic.offered));
        let lately = Lately { last: &last, shown: &shown, offered: &offered, ranked: topic.ranked };
        let understanding = self.library.matcher(at).understand(reports, question, lately);
        let mut answer = answer::compose(reports, &understanding, self.sources());
        self.moved(&mut answer, at);
        let topic = match (&understanding.verdict, answer.kind) {
            (Verdict::Absent(about, _), _) => {
                Topic { targets: vec![self.initiative_of(at, *about)], ..topic.clone() }
            }
            // 第二个呢 behind a choice means the second one offered.
            (_, Kind::Choose) => {
                let offered = answer.suggestions.iter().filter_map(|it| it.target).collect();
                Topic { offered, ..topic.clone() }
            }
            (_, Kind::Unknown | Kind::Help) => topic.clone(),
            (Verdict::Rank(_, smallest), _) => {
                Topic { ranked: Some(*smallest), ..topic.after(&answer.targets) }
            }
            // 它跟第一名差多少 leaves the order as it was.
            (Verdict::Compare(..), _) => Topic { ranked: topic.ranked, ..topic.after(&answer.targets) },
            _ => topic.after(&answer.targets),
        };
        (answer, topic)
    }

    /// What a source line has to name of its report.
    fn sources(&self) -> Sources {
        if self.leagues.all().len() > 1 { Sources::BodyAndYear } else { Sources::Year }
    }

    /// What a topic has of these reports.
    fn known(&self, topic: &Topic) -> Topic {
        let known = |all: &[Target]| all.iter().copied().filter(|it| self.has(*it)).collect();
        Topic {
            targets: known(&topic.targets),
            shown: known(&topic.shown),
            offered: known(&topic.offered),
            ranked: topic.ranked,
            home: topic.home.filter(|it| *it < self.reports().len()),
        }
    }

    /// The initiative of what a matcher of the report at a position found.
    fn initiative_of(&self, report: usize, about: Doc) -> Target {
        let it = &self.reports()[report];
        let at = match about {
            Doc::Figure(_, at) => it.figures[at].initiative,
            Doc::Fact(_, at) => it.facts[at].initiative,
            Doc::Initiative(_, at) => at,
        };
        Target::Initiative(report, at)
    }

    /// How a question is read and scored, as a table for people, with the verdict as the last line.
    #[must_use]
    pub fn explain(&self, question: &str) -> String {
        let (at, question) = self.asked_of(question);
        let (matcher, reports) = (self.library.matcher(at), self.library.alone(at));
        let verdict = matcher.understand(reports, &question, Lately::default()).verdict;
        format!("{}verdict: {verdict:?}\n", matcher.explain(reports, &question))
    }

    /// How many steps a question costs, and how many it may cost at most.
    #[must_use]
    pub fn steps(&self, question: &str) -> (u32, u32) {
        self.library.matcher(0).steps(self.library.alone(0), question)
    }

    /// Opens a place of a report, as a button or a link does.
    #[must_use]
    pub fn open(&self, target: Target) -> Answer {
        answer::open(self.reports(), target, self.sources())
    }

    /// The outline of the report: its parts and sections; of several what is loaded.
    #[must_use]
    pub fn contents(&self) -> Answer {
        if self.reports().len() > 1 {
            return answer::catalogue(self.reports(), &self.loaded_leagues());
        }
        answer::contents(self.reports())
    }

    /// What the bot is and how to ask it, with examples of the loaded report.
    #[must_use]
    pub fn help(&self) -> Answer {
        answer::help(self.reports())
    }

    /// How long ago the reports were loaded.
    #[must_use]
    pub fn age(&self) -> Duration {
        self.loaded.elapsed()
    }

    /// The loaded reports.
    #[must_use]
    pub fn reports(&self) -> &[Report] {
        self.library.reports()
    }

    /// The identifier of a place, stable over restarts: an initiative's or a figure's `id`, `part-1`, `section-3`.
    #[must_use]
    pub fn id_of(&self, target: Target) -> String {
        match target {
            Target::Figure(report, at) => self.reports()[report].figures[at].id.clone(),
            Target::Initiative(report, at) => self.reports()[report].initiatives[at].id.clone(),
            Target::Part(..) | Target::Section(..) | Target::Report(_) => self.link_within(target),
        }
    }

    /// What names a place in a link, in letters, digits, `-` and `_`, of 64 characters at most: where several reports are loaded,
    /// the report before it, but for the default one.
    #[must_use]
    pub fn link_of(&self, target: Target) -> String {
        let (report, link) = (places::position(target).0, self.link_within(target));
        if report == 0 {
            return link;
        }
        let room = LONGEST_LINK.saturating_sub(link.len() + OF_REPORT.len());
        let name: String = slug(&self.reports()[report].id).chars().take(room).collect();
        format!("{name}{OF_REPORT}{link}")
    }

    /// The identifier of a place in letters, digits and hyphens, unique in its report.
    fn link_within(&self, target: Target) -> String {
        match target {
            Target::Figure(report, at) => self.reports()[report].figures[at].link.clone(),
            Target::Initiative(report, at) => self.reports()[report].initiatives[at].link.clone(),
            Target::Part(_, at) => format!("part-{}", at + 1),
            Target::Section(_, at) => format!("section-{}", at + 1),
            Target::Report(_) => WHOLE.to_owned(),
        }
    }

    /// The place that a link names: in the report that it names, else in the first one that has it.
    #[must_use]
    pub fn target_of(&self, link: &str) -> Option<Target> {
        let (name, link) = link.split_once(OF_REPORT).map_or((None, link), |(name, link)| (Some(name), link));
        let is_meant = |report: &Report| name.is_none_or(|name| slug(&report.id).starts_with(name));
        let reports = self.reports().iter().enumerate().filter(|(_, report)| is_meant(report));
        reports.into_iter().find_map(|(at, report)| find(at, report, link))
    }
}

/// What names a report as a whole in a link.
const WHOLE: &str = "report";
/// As many characters Telegram lets a link carry.
const LONGEST_LINK: usize = 64;
/// Between the report and the place in a link; no identifier holds it.
const OF_REPORT: &str = "__";

fn find(at: usize, report: &Report, link: &str) -> Option<Target> {
    let figure = || Some(Target::Figure(at, report.figures.iter().position(|it| it.link == link)?));
    let initiative =
        || Some(Target::Initiative(at, report.initiatives.iter().position(|it| it.link == link)?));
    let numbered = |prefix: &str, count: usize| {
        let number: usize = link.strip_prefix(prefix)?.parse().ok()?;
        (1..=count).contains(&number).then(|| number - 1)
    };
    let whole = || (link == WHOLE).then_some(Target::Report(at));
    figure()
        .or_else(initiative)
        .or_else(whole)
        .or_else(|| numbered("part-", report.parts.len()).map(|it| Target::Part(at, it)))
        .or_else(|| numbered("section-", report.sections.len()).map(|it| Target::Section(at, it)))
}

/// A place as the matcher of its own report knows it; nothing for a place of another report, and for headings.
fn doc(target: Target, report: usize) -> Option<Doc> {
    match target {
        Target::Figure(of, at) if of == report => Some(Doc::Figure(0, at)),
        Target::Initiative(of, at) if of == report => Some(Doc::Initiative(0, at)),
        _ => None,
    }
}
