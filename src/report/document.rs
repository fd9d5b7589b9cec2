//! One report file with its text: read, judged, every finding given its line and column.
//! Reads no file itself.

use super::check::check;
use super::decode::{self, decode};
use super::place::Places;
use super::problem::{Finding, Problem, Severity};
use super::words;
use super::written::ReportFile;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// A report file that could be read.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) path: PathBuf,
    pub(super) text: String,
    pub(super) file: ReportFile,
}

/// Reads a text. The document is there wherever something could be made of it: look at the problems first.
pub(super) fn read(path: PathBuf, text: String) -> (Option<Document>, Vec<Problem>) {
    match serde_json::from_str::<ReportFile>(&text) {
        Ok(file) => {
            let findings = check(&file);
            let problems = placed(&path, &text, findings);
            (Some(Document { path, text, file }), problems)
        }
        Err(_) => read_with_care(path, text),
    }
}

/// The slow way, for a file of which something is known to be wrong.
fn read_with_care(path: PathBuf, text: String) -> (Option<Document>, Vec<Problem>) {
    let value = match serde_json::from_str(&text) {
        Ok(value) => value,
        Err(error) => {
            let problem = broken(path, &text, &error);
            return (None, vec![problem]);
        }
    };
    let decoded: decode::Decoded<ReportFile> = decode(value, &Places::of(&text));
    let mut findings = decoded.findings;
    if let Some(file) = &decoded.file {
        // What is printed is held against a value and a unit that are there.
        let beside = |it: &Finding| {
            let figure = it.pointer.strip_suffix("/printed")?;
            Some(["value", "unit"].iter().any(|field| decoded.mended.contains(&format!("{figure}/{field}"))))
        };
        let of_form =
            |it: &Finding| decode::is_under(&it.pointer, &decoded.mended) || beside(it).unwrap_or_default();
        findings.extend(check(file).into_iter().filter(|it| !of_form(it)));
    }
    let problems = placed(&path, &text, findings);
    (decoded.file.map(|file| Document { path, text, file }), problems)
}

/// Reads a file of another kind, such as a word list, by the same rules of form.
///
/// # Errors
/// Every field that is missing, unknown or of the wrong form, with its place and how to mend it.
pub fn parse<T: DeserializeOwned>(path: &Path, text: &str) -> Result<T, Vec<Problem>> {
    serde_json::from_str(text).map_err(|error| problems_of_form::<T>(path, text, &error))
}

fn problems_of_form<T: DeserializeOwned>(path: &Path, text: &str, error: &serde_json::Error) -> Vec<Problem> {
    let findings = match serde_json::from_str(text) {
        Err(error) => return vec![broken(path.to_owned(), text, &error)],
        Ok(value) => decode::<T>(value, &Places::of(text)).findings,
    };
    if findings.is_empty() {
        return placed(path, text, vec![Finding::error(String::new(), words::wrong(error))]);
    }
    placed(path, text, findings)
}

/// Gives findings their places, in the order of the text.
pub(super) fn placed(path: &Path, text: &str, findings: Vec<Finding>) -> Vec<Problem> {
    if findings.is_empty() {
        return Vec::new();
    }
    let places = Places::of(text);
    let problem = |it: Finding| {
        let other = it.other.map(|other| words::other_place(places.locate(&other).0)).unwrap_or_default();
        let at = Some(places.locate(&it.pointer));
        Problem { path: path.to_owned(), at, severity: it.severity, what: format!("{}{other}", it.what) }
    };
    let mut problems: Vec<Problem> = findings.into_iter().map(problem).collect();
    problems.sort_by_key(|it| it.at);
    problems
}

/// Reports that share an identifier.
pub(super) fn clashes<'d>(documents: impl Iterator<Item = &'d Document>) -> Vec<Problem> {
    let mut seen = HashMap::new();
    let mut problems = Vec::new();
    for it in documents {
        let Some(id) = &it.file.id else { continue };
        if seen.insert(id, ()).is_some() {
            let finding = Finding::error("/id".to_owned(), words::report_id_twice(id));
            problems.extend(placed(&it.path, &it.text, vec![finding]));
        }
    }
    problems
}

/// A text that is no JSON. serde counts columns in bytes, people in characters.
fn broken(path: PathBuf, text: &str, error: &serde_json::Error) -> Problem {
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    let before = line.as_bytes().get(..error.column().saturating_sub(1)).unwrap_or(line.as_bytes());
    let column = String::from_utf8_lossy(before).chars().count() + 1;
    let said = error.to_string();
    let bare = said.rsplit_once(" at line ").map_or(said.as_str(), |(bare, _)| bare);
    let at = Some((error.line().max(1), column));
    Problem { path, at, severity: Severity::Error, what: words::broken_json(&bare) }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::report::builtin::REPORTS;
    use proptest::prelude::*;
    use std::path::PathBuf;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_text_is_judged_without_panic(text in "[\\[\\]{}:,\"a-c1\\\\ \n]{0,60}|\\PC{0,60}") {
            read(PathBuf::new(), text);
        }

        #[test]
        fn a_report_with_a_piece_cut_out_is_judged_without_panic(from in 0..30_000_usize, length in 1..40_usize) {
            let letters: Vec<char> = REPORTS[0].0.1.chars().collect();
            let kept = letters.iter().take(from).chain(letters.iter().skip(from + length));
            let (document, problems) = read(PathBuf::new(), kept.collect());
            prop_assert!(document.is_some() || !problems.is_empty());
        }
    }
}
