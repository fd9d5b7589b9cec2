//! The files of a path, or what is built in, as texts: reports, their own words, words for all.
//! The one place below the channels that touches the disk; what stands in the files is judged elsewhere.

use super::problem::{Problem, Severity};
use super::{builtin, words};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The report of a folder.
const REPORT: &str = "report.json";
/// Words for one report alone, beside it.
const LEXICON: &str = "lexicon.json";
/// The subfolder with words for all reports.
const COMMON: &str = "common";

/// A path and what stands there.
pub(super) type FileText = (PathBuf, String);

/// One report and its own words, as read.
pub(super) struct ReportTexts {
    pub(super) report: FileText,
    pub(super) lexicon: Option<FileText>,
}

/// Everything that was read, and what could not be.
pub(super) struct Gathered {
    pub(super) reports: Vec<ReportTexts>,
    pub(super) common: Vec<FileText>,
    pub(super) problems: Vec<Problem>,
}

/// What is built into the binary.
pub(super) fn embedded() -> Gathered {
    let reports = builtin::REPORTS
        .iter()
        .map(|&(report, lexicon)| ReportTexts { report: owned(report), lexicon: lexicon.map(owned) });
    Gathered { reports: reports.collect(), common: common_builtin(), problems: Vec::new() }
}

/// What a file or folder holds.
pub(super) fn gather(path: &Path) -> Gathered {
    let mut gathered = Gathered { reports: Vec::new(), common: Vec::new(), problems: Vec::new() };
    let paths = report_paths(path).unwrap_or_else(|problem| {
        gathered.problems.push(problem);
        Vec::new()
    });
    for report in paths {
        match read_report(&report) {
            Ok(read) => gathered.reports.push(read),
            Err(found) => gathered.problems.extend(found),
        }
    }
    match common_of(path) {
        Ok(common) => gathered.common = common,
        Err(problem) => gathered.problems.push(problem),
    }
    gathered
}

fn owned((path, text): builtin::Embedded) -> FileText {
    (PathBuf::from(path), text.to_owned())
}

/// Each report file of a path with the time of its last change and its length: another value, other data.
pub type Stamps = Vec<(PathBuf, Option<SystemTime>, u64)>;

/// The stamps of everything that [`super::load()`] would read; a missing file has none.
#[must_use]
pub fn stamps(path: &Path) -> Stamps {
    let mut found = Vec::new();
    if path.is_dir() {
        stamp_folder(path, &mut found);
        subfolders(path).iter().for_each(|it| stamp_folder(it, &mut found));
    } else {
        stamp(path.to_owned(), &mut found);
        stamp(path.with_file_name(LEXICON), &mut found);
    }
    found.sort();
    found
}

fn stamp_folder(folder: &Path, found: &mut Stamps) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|it| it.path());
    entries.filter(|it| it.extension().is_some_and(|it| it == "json")).for_each(|it| stamp(it, found));
}

fn subfolders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|it| it.path());
    entries.filter(|it| it.is_dir()).collect()
}

fn stamp(path: PathBuf, found: &mut Stamps) {
    if let Ok(known) = fs::metadata(&path) {
        found.push((path, known.modified().ok(), known.len()));
    }
}

/// Reads a text file: UTF-8, with or without a byte order mark.
///
/// # Errors
/// A missing or unreadable file; another encoding, with its place.
pub fn read_text(path: &Path) -> Result<String, Problem> {
    let bytes = fs::read(path).map_err(|error| unreadable(path, &error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]);
        let column = good.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let at = Some((good.matches('\n').count() + 1, column));
        Problem { path: path.to_owned(), at, severity: Severity::Error, what: words::not_utf8() }
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// The report files that a path stands for.
fn report_paths(path: &Path) -> Result<Vec<PathBuf>, Problem> {
    let kind = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if kind.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    if path.join(REPORT).is_file() {
        return Ok(vec![path.join(REPORT)]);
    }
    let entries = fs::read_dir(path).map_err(|error| unreadable(path, &error))?;
    let mut reports: Vec<PathBuf> = entries.flatten().map(|entry| entry.path().join(REPORT)).collect();
    reports.retain(|it| it.is_file());
    reports.sort();
    if reports.is_empty() {
        return Err(Problem::unreadable(path, words::folder_without_report()));
    }
    Ok(reports)
}

fn read_report(report: &Path) -> Result<ReportTexts, Vec<Problem>> {
    let lexicon = report.with_file_name(LEXICON);
    let text = read_text(report);
    let words = lexicon.is_file().then(|| read_text(&lexicon)).transpose();
    match (text, words) {
        (Ok(text), Ok(words)) => {
            Ok(ReportTexts { report: (report.to_owned(), text), lexicon: words.map(|it| (lexicon, it)) })
        }
        (text, words) => Err(text.err().into_iter().chain(words.err()).collect()),
    }
}

/// The words for all reports: those in the folder's `common`, else those that are built in.
fn common_of(path: &Path) -> Result<Vec<FileText>, Problem> {
    let folder = path.join(COMMON);
    if !folder.is_dir() {
        return Ok(common_builtin());
    }
    let entries = fs::read_dir(&folder).map_err(|error| unreadable(&folder, &error))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|it| it.extension().is_some_and(|it| it == "json"));
    paths.sort();
    paths.into_iter().map(|path| Ok((path.clone(), read_text(&path)?))).collect()
}

fn common_builtin() -> Vec<FileText> {
    builtin::COMMON.iter().copied().map(owned).collect()
}

fn unreadable(path: &Path, error: &std::io::Error) -> Problem {
    let what = match error.kind() {
        std::io::ErrorKind::NotFound => words::missing_path(),
        _ => words::unreadable(error),
    };
    Problem::unreadable(path, what)
}
