//! One report file with its text: read, judged, every finding given its line and column.
//! Reads no file itself.

use super::check::check;
use super::form::{self, Formed};
use super::json::Fault;
use super::place::{LineColumn, Places, is_under};
use super::problem::{Finding, Problem, Severity};
use super::schema::{self, Schema};
use super::words;
use super::written::ReportFile;
use serde::de::DeserializeOwned;
use std::collections::{HashMap, HashSet};
use std::mem::{Discriminant, discriminant};
use std::path::{Path, PathBuf};

/// More faults of writing than this are not told one by one: most of them follow from the first.
const MOST_FAULTS: usize = 40;

/// So many faults of one kind are told one by one.
const MOST_ALIKE: usize = 8;

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
    let mut formed: Formed<ReportFile> = form::read(&text, schema::of_reports());
    if let Some(file) = &formed.file {
        let of_form =
            |it: &Finding| is_under(&it.pointer, &formed.mended) || is_beside(&it.pointer, &formed.mended);
        formed.findings.extend(check(file).into_iter().filter(|it| !of_form(it)));
    }
    let (file, problems) = told(&path, formed);
    (file.map(|file| Document { path, text, file }), problems)
}

/// What is printed is held against a value and a unit that are there.
fn is_beside(pointer: &str, mended: &[String]) -> bool {
    let is_mended = |figure: &str, field: &str| mended.contains(&format!("{figure}/{field}"));
    pointer
        .strip_suffix("/printed")
        .is_some_and(|figure| ["value", "unit", "qualifiers"].iter().any(|field| is_mended(figure, field)))
}

/// Reads a file of another kind, such as a word list, by the same rules of form.
///
/// # Errors
/// Every field that is missing, unknown or of the wrong form, with its place and how to mend it.
pub fn parse<T: DeserializeOwned>(path: &Path, text: &str, schema: &Schema) -> Result<T, Vec<Problem>> {
    serde_json::from_str(text).or_else(|_| match told(path, form::read::<T>(text, schema)) {
        (Some(file), problems) if problems.is_empty() => Ok(file),
        (_, problems) => Err(problems),
    })
}

/// What was read, and everything that is wrong with it, in the order of the text.
fn told<T>(path: &Path, formed: Formed<T>) -> (Option<T>, Vec<Problem>) {
    let Formed { file, faults, findings, places, .. } = formed;
    let heavy = faults.iter().find(|it| it.1.is_heavy()).map(|it| it.0);
    let is_sure = |it: &Finding| match heavy {
        // What stands behind an open bracket may be read otherwise than it is meant, and what seems missing may be there.
        Some(heavy) => {
            !it.pointer.is_empty() && places.has(&it.pointer) && places.locate(&it.pointer) < heavy
        }
        None => true,
    };
    let mut problems = faults_told(path, &faults);
    problems.extend(at_places(path, &places, findings.into_iter().filter(is_sure).collect()));
    problems.sort_by_key(|it| it.at);
    (file, problems)
}

/// The faults, a problem each. Of many of one kind some are told one by one, and the last of them tells how many more there are.
fn faults_told(path: &Path, faults: &[(LineColumn, Fault)]) -> Vec<Problem> {
    let mut alike: HashMap<Discriminant<Fault>, usize> = HashMap::new();
    faults.iter().for_each(|it| *alike.entry(discriminant(&it.1)).or_default() += 1);
    let mut told: HashMap<Discriminant<Fault>, usize> = HashMap::new();
    let mut problems = Vec::new();
    for (at, fault) in faults {
        let (all, number) = (alike[&discriminant(fault)], told.entry(discriminant(fault)).or_default());
        *number += 1;
        if *number > MOST_ALIKE {
            continue;
        }
        let is_last = *number == MOST_ALIKE && all > MOST_ALIKE;
        let more = if is_last { words::more_alike(all - MOST_ALIKE) } else { String::new() };
        let what = format!("{}{more}", words::fault(fault));
        problems.push(Problem { path: path.to_owned(), at: Some(*at), severity: Severity::Error, what });
    }
    let more = problems.len().saturating_sub(MOST_FAULTS);
    if let Some(last) = problems.get_mut(MOST_FAULTS) {
        last.what = words::more_faults(more);
        problems.truncate(MOST_FAULTS + 1);
    }
    problems
}

/// Gives findings their places, in the order of the text.
pub(super) fn placed(path: &Path, text: &str, findings: Vec<Finding>) -> Vec<Problem> {
    if findings.is_empty() {
        return Vec::new();
    }
    at_places(path, &super::json::read(text).places, findings)
}

fn at_places(path: &Path, places: &Places, findings: Vec<Finding>) -> Vec<Problem> {
    let problem = |it: Finding| {
        let other = it.other.map(|other| words::other_place(places.locate(&other).0)).unwrap_or_default();
        let at = Some(places.locate(&it.pointer));
        Problem { path: path.to_owned(), at, severity: it.severity, what: format!("{}{other}", it.what) }
    };
    let mut problems: Vec<Problem> = findings.into_iter().map(problem).collect();
    problems.sort_by_key(|it| it.at);
    problems
}

/// What tells one report from another.
pub(super) struct Named {
    path: PathBuf,
    id: Option<String>,
    pub(super) body: String,
    pub(super) year: u16,
}

impl Named {
    /// What tells this one from others.
    pub(super) fn of(document: &Document) -> Self {
        let (path, id) = (document.path.clone(), document.file.id.clone());
        Self { path, id, body: document.file.body.name.clone(), year: document.file.year }
    }
}

/// Reports that are the same: one body and year, or one identifier.
pub(super) fn clashes<'d>(reports: impl Iterator<Item = &'d Named>) -> Vec<Problem> {
    let mut bodies: HashMap<(&str, u16), &Named> = HashMap::new();
    let mut ids: HashSet<&str> = HashSet::new();
    let mut problems = Vec::new();
    for it in reports {
        let (body, id) = ((it.body.as_str(), it.year), it.id.as_deref());
        let finding = match (bodies.get(&body), id) {
            (Some(other), _) => {
                let what = words::same_report_twice(body.0, body.1, &other.path.display().to_string());
                Some(Finding::error("/year".to_owned(), what))
            }
            (None, Some(id)) if ids.contains(id) => {
                Some(Finding::error("/id".to_owned(), words::report_id_twice(id)))
            }
            _ => None,
        };
        problems.extend(finding.into_iter().flat_map(|finding| {
            // Its text is no longer in memory: read once more, to tell the place.
            let text = super::files::read_text(&it.path).unwrap_or_default();
            placed(&it.path, &text, vec![finding])
        }));
        bodies.entry(body).or_insert(it);
        ids.extend(id);
    }
    problems
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
