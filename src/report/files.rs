//! The files of a path, or what is built in, as texts: reports, their own words, words for all.
//! The one place below the channels that touches the disk; what stands in the files is judged elsewhere.

use super::kind::{self, Kind};
use super::problem::{Problem, Severity};
use super::{builtin, words};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The report of a folder.
const REPORT: &str = "report.json";
/// What the editor of Windows calls it where endings of names are not shown.
const HIDDEN: &str = "report.json.txt";
/// Words for one report alone, beside it.
const LEXICON: &str = "lexicon.json";
/// The subfolder with words for all reports.
const COMMON: &str = "common";
/// What the names of schemas end with.
const SCHEMA: &str = ".schema.json";

/// A file of data or of published text is no larger: the longest report has some 200 KB.
const LARGEST: u64 = 16_000_000;

/// A path and what stands there.
pub(super) type FileText = (PathBuf, String);

/// One report and its own words, as read.
pub(super) struct ReportTexts {
    pub(super) report: FileText,
    pub(super) lexicon: Option<FileText>,
}

/// A report that is read when it is needed: the texts of thousands take more memory than what is made of them.
pub(super) enum ReportSource {
    /// A file.
    At(PathBuf),
    /// One that is built in.
    Texts(ReportTexts),
}

impl ReportSource {
    /// The texts.
    ///
    /// # Errors
    /// What cannot be read.
    pub(super) fn read(self) -> Result<ReportTexts, Vec<Problem>> {
        match self {
            Self::At(path) => read_report(&path),
            Self::Texts(texts) => Ok(texts),
        }
    }
}

/// What a path stands for, and what somebody should know of it.
pub(super) struct Gathered {
    pub(super) reports: Vec<ReportSource>,
    /// The words for all reports, or why they cannot be read.
    pub(super) common: Result<Vec<FileText>, Problem>,
    pub(super) problems: Vec<Problem>,
}

/// What is built into the binary.
pub(super) fn embedded() -> Gathered {
    let texts = |&(report, lexicon): &(builtin::Embedded, Option<builtin::Embedded>)| ReportTexts {
        report: owned(report),
        lexicon: lexicon.map(owned),
    };
    let reports = builtin::REPORTS.iter().map(texts).map(ReportSource::Texts).collect();
    Gathered { reports, common: Ok(common_builtin()), problems: Vec::new() }
}

/// What a file or folder holds.
pub(super) fn gather(path: &Path) -> Gathered {
    let (reports, problems) = report_paths(path).unwrap_or_else(|problem| (Vec::new(), vec![problem]));
    let reports = reports.into_iter().map(ReportSource::At).collect();
    Gathered { reports, common: common_of(path), problems }
}

fn owned((path, text): builtin::Embedded) -> FileText {
    (PathBuf::from(path), text.to_owned())
}

/// The stamps of all report files of a path: another value, other data.
pub type Stamps = Vec<Stamp>;

/// What tells a file from another one in its place: behind a link that is set anew, time and length may be the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    path: PathBuf,
    /// Where the file is, without links on the way.
    real: Option<PathBuf>,
    /// Which file of its disk it is, where the system tells.
    number: u64,
    changed: Option<SystemTime>,
    length: u64,
}

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
        let (real, number) = (fs::canonicalize(&path).ok(), file_number(&known));
        found.push(Stamp { path, real, number, changed: known.modified().ok(), length: known.len() });
    }
}

/// The same, where the file need not be there.
pub(super) fn read_if_there(path: &Path) -> Option<Result<String, Problem>> {
    path.is_file().then(|| read_text(path))
}

#[cfg(unix)]
fn file_number(known: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(known)
}

#[cfg(not(unix))]
fn file_number(_known: &fs::Metadata) -> u64 {
    0
}

/// Reads a text file: UTF-8, with or without a byte order mark.
///
/// # Errors
/// A missing or unreadable file; one that is too large, or no text: what it is instead; another encoding, with its place.
pub fn read_text(path: &Path) -> Result<String, Problem> {
    let refused = |at, what| Problem { path: path.to_owned(), at, severity: Severity::Error, what };
    let size = fs::metadata(path).map_err(|error| unreadable(path, &error))?.len();
    if size > LARGEST {
        return Err(refused(None, words::too_large(size / 1_000_000)));
    }
    let bytes = fs::read(path).map_err(|error| unreadable(path, &error))?;
    match kind::of(&bytes) {
        None => {}
        Some(kind @ (Kind::Gbk | Kind::Binary)) => {
            return Err(refused(first_strange(&bytes), words::no_text(kind)));
        }
        Some(kind) => return Err(refused(None, words::no_text(kind))),
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}

/// True where a file stands that another one names by its way from there.
pub(super) fn is_beside(file: &Path, named: &str) -> bool {
    file.with_file_name(named).is_file()
}

/// Where the first byte stands that is no text in UTF-8.
fn first_strange(bytes: &[u8]) -> Option<(usize, usize)> {
    let end = std::str::from_utf8(bytes).err()?.valid_up_to();
    let good = String::from_utf8_lossy(bytes.get(..end)?);
    let column = good.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Some((good.matches('\n').count() + 1, column))
}

/// The report files that a path stands for, and what else somebody should know of its subfolders.
fn report_paths(path: &Path) -> Result<(Vec<PathBuf>, Vec<Problem>), Problem> {
    let kind = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if kind.is_file() {
        return Ok((vec![path.to_owned()], Vec::new()));
    }
    if path.join(REPORT).is_file() {
        return Ok((vec![path.join(REPORT)], Vec::new()));
    }
    let entries = fs::read_dir(path).map_err(|error| unreadable(path, &error))?;
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    let (mut reports, mut problems) = (Vec::new(), Vec::new());
    for folder in folders {
        match report_of(&folder) {
            Ok(report) => reports.extend(report),
            Err(problem) => problems.push(problem),
        }
    }
    let is_told = |it: &Problem| it.severity != Severity::Warning;
    let named_by_notepad = path.join(HIDDEN);
    if reports.is_empty() && named_by_notepad.is_file() {
        return Err(Problem::unreadable(&named_by_notepad, words::hidden_ending(HIDDEN)));
    }
    if reports.is_empty() && !problems.iter().any(is_told) {
        return Err(Problem::unreadable(path, words::folder_without_report()));
    }
    Ok((reports, problems))
}

/// The report in a subfolder; none where it is no subfolder, or one for something else. One without a report is told, and one that
/// cannot be opened as well: nothing is left out in silence.
fn report_of(folder: &Path) -> Result<Option<PathBuf>, Problem> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    if name.starts_with('.') || name == COMMON {
        return Ok(None);
    }
    if !fs::metadata(folder).map_err(|error| unreadable(folder, &error))?.is_dir() {
        return Ok(None);
    }
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let names: Vec<_> = entries.flatten().map(|it| it.file_name()).collect();
    if names.iter().any(|it| it == REPORT) {
        return Ok(Some(folder.join(REPORT)));
    }
    // Schemas for editors may lie in a folder of their own.
    if names.iter().any(|it| it.to_string_lossy().ends_with(SCHEMA)) {
        return Ok(None);
    }
    let what = words::subfolder_without_report();
    Err(Problem { path: folder.to_owned(), at: None, severity: Severity::Warning, what })
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
        _ => words::unreadable(),
    };
    Problem::unreadable(path, what)
}
