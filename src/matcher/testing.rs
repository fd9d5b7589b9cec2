//! What the tables of cases beside the rules share: the built-in report, one way to look at a question, short forms of what
//! comes out. Holds no case.

use crate::matcher::decision::{self, Candidate};
use crate::matcher::facade::Matcher;
use crate::matcher::index::headings::Headings;
use crate::matcher::index::{Doc, DocId};
use crate::matcher::intents::anaphora::Lately;
use crate::matcher::intents::verdict::Verdict;
use crate::matcher::lexicon::lists::Lexicon;
use crate::matcher::query::question::Question;
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::context::Context;
use crate::matcher::selection::select::Decision;
use crate::matcher::tokenize::Tier;
use crate::matcher::vocabulary::Vocabulary;
use crate::report::{Report, load_builtin};
use std::fmt::Debug;
use std::sync::{Arc, LazyLock};

struct World {
    reports: Vec<Report>,
    matcher: Matcher,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let loaded = load_builtin().expect("the built-in report is sound");
    let mut lexicon = Lexicon::default();
    for it in &loaded.lexicons {
        lexicon.merge(Lexicon::parse(&it.text).expect("the built-in word lists are sound"));
    }
    let matcher = Matcher::new(&loaded.reports, Arc::new(lexicon));
    World { reports: loaded.reports, matcher }
});

/// The words that the built-in report and lists know.
pub(crate) fn vocabulary() -> &'static Vocabulary {
    WORLD.matcher.words()
}

/// Looks at a question that begins a talk.
pub(crate) fn look<T>(question: &str, see: impl FnOnce(&Context<'_>) -> T) -> T {
    WORLD.matcher.seen(&WORLD.reports, question, &[], |context, _| see(context))
}

/// The same, with the headings of the report.
pub(crate) fn look_with_headings<T>(question: &str, see: impl FnOnce(&Context<'_>, &Headings) -> T) -> T {
    WORLD.matcher.seen(&WORLD.reports, question, &[], see)
}

/// Looks at a question behind an answer that showed these.
pub(crate) fn look_behind<T>(shown: &[&str], question: &str, see: impl FnOnce(&Context<'_>) -> T) -> T {
    let shown: Vec<Doc> = shown.iter().map(|id| doc(id)).collect();
    WORLD.matcher.seen(&WORLD.reports, question, &shown, |context, _| see(context))
}

/// What one intent by itself finds in a question.
pub(crate) fn alone(question: &str, of: impl FnOnce(&Context<'_>, &Question) -> Option<Verdict>) -> String {
    look(question, |context| found(of(context, &context.question())))
}

/// A verdict in a few words, or that there is none.
pub(crate) fn found(verdict: Option<Verdict>) -> String {
    verdict.map_or_else(|| "nothing".to_owned(), |it| short(&it))
}

/// The names of these documents, or that there are none.
pub(crate) fn names(context: &Context<'_>, docs: &[DocId]) -> String {
    let names: Vec<&str> = docs.iter().map(|it| name(context.doc(*it))).collect();
    if names.is_empty() { "nothing".to_owned() } else { names.join(", ") }
}

/// The candidates of a question behind an answer that showed these figures, which was an order by size if `ranked` says so.
pub(crate) fn candidates(shown: &[&str], ranked: Option<bool>, question: &str) -> Vec<Candidate> {
    let shown: Vec<Doc> = shown.iter().map(|id| doc(id)).collect();
    let lately = Lately { last: &shown, shown: &shown, ranked, ..Lately::default() };
    WORLD.matcher.seen(&WORLD.reports, question, &shown, |context, headings| {
        decision::candidates(context, headings, lately)
    })
}

/// The figure or initiative of this identifier.
pub(crate) fn doc(id: &str) -> Doc {
    let report = &WORLD.reports[0];
    let figure = report.figures.iter().position(|it| it.id == id).map(|at| Doc::Figure(0, at));
    let initiative = || report.initiatives.iter().position(|it| it.id == id).map(|at| Doc::Initiative(0, at));
    figure.or_else(initiative).unwrap_or_else(|| panic!("no figure or initiative is called {id}"))
}

/// The position of a document in the index.
pub(crate) fn position(context: &Context<'_>, id: &str) -> usize {
    context.index.id(doc(id)).expect("all figures are in the index") as usize
}

/// The identifier of a figure or initiative, the label of a fact.
pub(crate) fn name(doc: Doc) -> &'static str {
    match doc {
        Doc::Figure(report, at) => &WORLD.reports[report].figures[at].id,
        Doc::Fact(report, at) => &WORLD.reports[report].facts[at].label,
        Doc::Initiative(report, at) => &WORLD.reports[report].initiatives[at].id,
    }
}

/// A verdict in a few words: what it is, and of what.
pub(crate) fn short(verdict: &Verdict) -> String {
    let names = |docs: &[Doc]| docs.iter().map(|it| name(*it)).collect::<Vec<_>>().join(", ");
    match verdict {
        Verdict::Figures { docs, total: false } => format!("figures {}", names(docs)),
        Verdict::Figures { docs, total: true } => format!("total {}", names(docs)),
        Verdict::Fact(doc) => format!("fact {}", name(*doc)),
        Verdict::Facts(docs) => format!("facts {}", names(docs)),
        Verdict::Initiative(doc) => format!("initiative {}", name(*doc)),
        Verdict::List(docs) => format!("list {}", names(docs)),
        Verdict::Outline(heading) => format!("outline {heading:?}"),
        Verdict::Compare(one, other) => format!("compare {}", names(&[*one, *other])),
        Verdict::Rank(docs, false) => format!("largest {}", names(docs)),
        Verdict::Rank(docs, true) => format!("smallest {}", names(docs)),
        Verdict::Check(doc, agrees) => format!("check {} {agrees}", name(*doc)),
        Verdict::Numbers(rows) => {
            let row = |(typed, docs): &(String, Vec<Doc>)| format!("{typed}={}", names(docs));
            format!("numbers {}", rows.iter().map(row).collect::<Vec<_>>().join("; "))
        }
        Verdict::Tie(docs) => format!("tie {}", names(docs)),
        Verdict::Absent(doc, veto) => format!("absent {} {veto:?}", name(*doc)),
        Verdict::Unknown(reason) => format!("unknown {reason:?}"),
        Verdict::Help => "help".to_owned(),
        Verdict::Chat => "chat".to_owned(),
    }
}

/// A decision for one span in a few words.
pub(crate) fn decided(context: &Context<'_>, decision: &Decision) -> String {
    match decision {
        Decision::Figures(docs) => format!("figures {}", names(context, docs)),
        Decision::Tie(docs) => format!("tie {}", names(context, docs)),
        Decision::Fact(doc) => format!("fact {}", names(context, &[*doc])),
        Decision::Initiative(doc) => format!("initiative {}", names(context, &[*doc])),
        Decision::Absent(doc, veto) => format!("absent {} {veto:?}", names(context, &[*doc])),
        Decision::Unknown => "unknown".to_owned(),
    }
}

/// The words of a question at these places, joined by bars.
pub(crate) fn words_at<'a>(context: &Context<'_>, places: impl IntoIterator<Item = &'a usize>) -> String {
    let word = |at: &usize| context.tokens[*at].text.iter().collect::<String>();
    places.into_iter().map(word).collect::<Vec<_>>().join("|")
}

/// The words of a question that are marked so, joined by bars.
pub(crate) fn marked(question: &str, is_marked: impl Fn(&Token) -> bool) -> String {
    look(question, |context| {
        let marked: Vec<usize> =
            (0..context.tokens.len()).filter(|at| is_marked(&context.tokens[*at])).collect();
        words_at(context, &marked)
    })
}

/// A text as it is cut, joined by bars; behind a word that is not typed as known stands what it is taken for.
pub(crate) fn tokens(text: &str) -> String {
    let known = |it: &Token| -> Vec<String> {
        let is_guessed = it.tier > Some(Tier::Exact) && it.tier < Some(Tier::None);
        let terms = it.terms.iter().filter(|_| is_guessed);
        terms.map(|term| vocabulary().text(*term).iter().collect()).collect()
    };
    look(text, |context| {
        let word = |it: &Token| {
            let typed: String = it.text.iter().collect();
            let known = known(it);
            if known.is_empty() || known == [typed.clone()] {
                typed
            } else {
                format!("{typed}={}", known.join("/"))
            }
        };
        context.tokens.iter().map(word).collect::<Vec<_>>().join("|")
    })
}

/// Holds a table of rows, each what goes in and what comes out; tells all that are wrong at once.
#[track_caller]
pub(crate) fn check<R: Copy + Debug>(rows: &[(R, &str)], of: impl Fn(R) -> String) {
    let wrong = rows.iter().filter_map(|(given, expected)| {
        let found = of(*given);
        (found != *expected).then(|| format!("{given:?}\n  expected {expected}\n  found    {found}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

/// The same for a question and a figure, held against each other.
#[track_caller]
pub(crate) fn check_pairs(rows: &[(&str, &str, &str)], of: impl Fn(&Context<'_>, usize) -> String) {
    let wrong = rows.iter().filter_map(|(question, id, expected)| {
        let found = look(question, |context| of(context, position(context, id)));
        (found != *expected).then(|| format!("{question} × {id}\n  expected {expected}\n  found    {found}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}
