//! A file or folder, or what is built in, to reports: all of them, or every problem at once.
//! Reads through `files`, judges through `document`; decides only that nothing broken is used.

use super::build;
use super::document::{self, Document, Named};
use super::files::{self, FileText, Gathered, ReportSource};
use super::model::Report;
use super::problem::Problem;
use super::threads;
use super::words;
use crate::text::fold;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// Words that reports or askers use, as they are written; what they mean is for others to say.
#[derive(Debug, Clone)]
pub struct LexiconText {
    /// The file.
    pub path: PathBuf,
    /// What stands in it.
    pub text: String,
    /// Position of the report that it is for; none where it is for all.
    pub report: Option<usize>,
}

/// What was loaded.
#[derive(Debug)]
pub struct Loaded {
    /// The reports, those of the home league first, then league by league in the order of their folders, of each the newest first.
    pub reports: Vec<Report>,
    /// The lexicons that go with them, those for all reports first.
    pub lexicons: Vec<LexiconText>,
    /// What somebody should look at, though it can be used.
    pub warnings: Vec<Problem>,
}

/// Loads what is built into the binary.
///
/// # Errors
/// Every problem of it; a test holds that there are none.
pub fn load_builtin() -> Result<Loaded, Vec<Problem>> {
    judge(files::embedded())
}

/// Loads a report file, or a folder with one `report.json` or with subfolders that have one each.
///
/// # Errors
/// Every problem of all files, warnings among them.
pub fn load(path: &Path) -> Result<Loaded, Vec<Problem>> {
    judge(files::gather(path))
}

/// The report files of these paths, or those built in, as far as they can be read at all.
pub(super) fn documents(paths: &[PathBuf]) -> Vec<Document> {
    let texts = gathered(paths).into_iter().flat_map(|it| it.reports).filter_map(|it| it.read().ok());
    texts.filter_map(|it| document::read(it.report.0, it.report.1).0).collect()
}

/// The lexicons of these paths, each once, as far as they can be read, whatever is wrong with the reports.
pub(super) fn lexicons(paths: &[PathBuf]) -> Vec<LexiconText> {
    let mut seen = HashSet::new();
    let texts = gathered(paths).into_iter().flat_map(|it| {
        let own = it.reports.into_iter().filter_map(|it| it.read().ok()?.lexicon);
        it.common.unwrap_or_default().into_iter().chain(own)
    });
    let once = texts.filter(|(path, _)| seen.insert(path.clone()));
    once.map(|(path, text)| LexiconText { path, text, report: None }).collect()
}

fn gathered(paths: &[PathBuf]) -> Vec<Gathered> {
    match paths {
        [] => vec![files::embedded()],
        _ => paths.iter().map(|path| files::gather(path)).collect(),
    }
}

/// A report that was read and judged.
struct Judged {
    named: Named,
    /// None where something is wrong with it.
    report: Option<Report>,
    lexicon: Option<FileText>,
}

/// What became of one report file.
struct Read {
    judged: Option<Judged>,
    /// Why it cannot be read.
    unreadable: Vec<Problem>,
    problems: Vec<Problem>,
    warnings: Vec<Problem>,
}

/// Reads, judges and builds one report, so that its text is in memory no longer than that takes.
fn read_one(source: ReportSource) -> Read {
    let mut read = Read { judged: None, unreadable: Vec::new(), problems: Vec::new(), warnings: Vec::new() };
    let texts = match source.read() {
        Ok(texts) => texts,
        Err(found) => {
            read.unreadable = found;
            return read;
        }
    };
    let (document, found) = document::read(texts.report.0, texts.report.1);
    (read.warnings, read.problems) = found.into_iter().partition(Problem::is_minor);
    read.judged = document.map(|it| Judged {
        named: Named::of(&it),
        report: read.problems.is_empty().then(|| build(it.file)),
        lexicon: texts.lexicon,
    });
    read
}

/// Judges what a path stands for, and hands it out if nothing is wrong with any of it.
fn judge(gathered: Gathered) -> Result<Loaded, Vec<Problem>> {
    let (mut warnings, mut problems): (Vec<_>, Vec<_>) =
        gathered.problems.into_iter().partition(Problem::is_minor);
    let mut all = threads::each(gathered.reports, read_one);
    problems.extend(all.iter_mut().flat_map(|it| std::mem::take(&mut it.unreadable)));
    let common = gathered.common.unwrap_or_else(|problem| {
        problems.push(problem);
        Vec::new()
    });
    let mut judged = Vec::new();
    for read in all {
        warnings.extend(read.warnings);
        problems.extend(read.problems);
        judged.extend(read.judged);
    }
    problems.extend(document::clashes(judged.iter().map(|it| &it.named)));
    if problems.is_empty() {
        return Ok(assemble(judged, common, warnings));
    }
    problems.extend(warnings);
    Err(problems)
}

fn assemble(mut judged: Vec<Judged>, common: Vec<FileText>, warnings: Vec<Problem>) -> Loaded {
    in_order(&mut judged);
    let lexicon = |(path, text), report| LexiconText { path, text, report };
    let for_all = common.into_iter().map(|it| lexicon(it, None)).collect();
    let mut loaded = Loaded { reports: Vec::new(), lexicons: for_all, warnings };
    for (number, it) in judged.into_iter().enumerate() {
        loaded.lexicons.extend(it.lexicon.map(|it| lexicon(it, Some(number))));
        loaded.reports.extend(it.report);
    }
    loaded
}

/// League by league as they come, of each the newest first.
fn in_order(judged: &mut [Judged]) {
    let mut leagues: HashMap<String, usize> = HashMap::new();
    for it in judged.iter() {
        let next = leagues.len();
        leagues.entry(it.named.body.clone()).or_insert(next);
    }
    judged.sort_by_key(|it| (leagues.get(&it.named.body).copied(), Reverse(it.named.year)));
}

impl Loaded {
    /// The same with the league that is called so as the home league: the one that is meant where a question names none.
    ///
    /// # Errors
    /// No league is called so, with the names of those that are loaded.
    pub fn with_home(mut self, home: &str) -> Result<Self, Vec<Problem>> {
        let home = fold(home);
        let Some(body) = self.reports.iter().find(|it| is_called(it, &home)).map(|it| it.body.name.clone())
        else {
            let mut places: Vec<&str> = self.reports.iter().map(|it| it.place.name.as_str()).collect();
            places.dedup();
            return Err(vec![Problem::unreadable(Path::new("--home"), words::no_such_home(&places))]);
        };
        let mut order: Vec<usize> = (0..self.reports.len()).collect();
        order.sort_by_key(|at| self.reports[*at].body.name != body);
        for lexicon in &mut self.lexicons {
            lexicon.report = lexicon.report.and_then(|it| order.iter().position(|at| *at == it));
        }
        let mut reports: Vec<Option<Report>> = self.reports.into_iter().map(Some).collect();
        self.reports = order.iter().filter_map(|at| reports[*at].take()).collect();
        Ok(self)
    }
}

/// True where people call a report's league so.
fn is_called(report: &Report, name: &str) -> bool {
    let names = [&report.body.name, &report.place.name, &report.id].into_iter();
    names.chain(&report.body.aliases).chain(&report.place.aliases).any(|it| fold(it) == name)
}
