//! What `check` does: looks at data, and at a published text beside it, and tells everything.
//! Prints nothing.

use super::document::{Document, placed};
use super::load::{self, LexiconText, Loaded};
use super::problem::{Finding, Problem};
use super::{files, source, words};
use std::path::{Path, PathBuf};

/// What `draft` calls its ledger.
const LEDGER: &str = "ledger.tsv";

/// What a look at some data found.
#[derive(Debug, Default)]
pub struct Review {
    /// Every problem, file by file.
    pub problems: Vec<Problem>,
    /// How many reports can be used.
    pub reports: usize,
    /// How many figures are in them.
    pub figures: usize,
    /// The lexicons that go with them, each once, unread: what words do is not for this module to judge.
    pub lexicons: Vec<LexiconText>,
}

/// Looks at each path, or at what is built in; and holds the one report against a published text.
#[must_use]
pub fn review(paths: &[PathBuf], published: Option<&Path>) -> Review {
    let mut review = Review { lexicons: load::lexicons(paths), ..Review::default() };
    match paths {
        [] => review.add(load::load_builtin()),
        _ => paths.iter().for_each(|path| review.add(load::load(path))),
    }
    if !paths.is_empty() {
        review.problems.extend(load::documents(paths).iter().filter_map(missing_schema));
    }
    if let Some(published) = published {
        review.hold_against(paths, published);
    }
    review
}

/// A hint where a report names a schema that is not there: an editor shows nothing then.
fn missing_schema(document: &Document) -> Option<Problem> {
    let named = document.file.schema.as_deref().filter(|it| !it.is_empty() && !it.contains("://"))?;
    let hint = || Finding::warning("/$schema".to_owned(), words::schema_not_there(named));
    let is_there = files::is_beside(&document.path, named);
    placed(&document.path, &document.text, (!is_there).then(hint).into_iter().collect()).pop()
}

impl Review {
    fn add(&mut self, loaded: Result<Loaded, Vec<Problem>>) {
        match loaded {
            Ok(loaded) => {
                self.reports += loaded.reports.len();
                self.figures += loaded.reports.iter().map(|it| it.figures.len()).sum::<usize>();
                self.problems.extend(loaded.warnings);
            }
            Err(problems) => self.problems.extend(problems),
        }
    }

    /// Holds the ledger beside a report, if `draft` left one there, against both.
    fn read_ledger(&mut self, document: &Document, text: &str) {
        let path = document.path.with_file_name(LEDGER);
        let Some(ledger) = files::read_if_there(&path) else { return };
        match ledger {
            Ok(ledger) => self.problems.extend(source::differences(&path, &ledger, &document.file, text)),
            Err(problem) => self.problems.push(problem),
        }
    }

    fn hold_against(&mut self, paths: &[PathBuf], published: &Path) {
        let text = match files::read_text(published) {
            Ok(text) => text,
            Err(problem) => return self.problems.push(problem),
        };
        if text.trim().is_empty() {
            return self.problems.push(Problem::unreadable(published, words::empty_source()));
        }
        match load::documents(paths).as_slice() {
            [document] => {
                self.problems.extend(source::compare(document, published, &text));
                self.read_ledger(document, &text);
            }
            // What is wrong with the data was told already.
            [] => {}
            several => {
                let what = words::source_needs_one_report(several.len());
                self.problems.push(Problem::unreadable(published, what));
            }
        }
    }
}
