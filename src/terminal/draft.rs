//! The command `draft`: reads a source, compiles it, writes report data, says what was found and what to look at.
//! Compiles nothing itself: [`crate::draft`] does.

mod files;

use super::words;
use crate::draft::{self, Given};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What the command was given.
#[derive(Debug, Clone, Default)]
pub struct Drafting {
    /// The text of a report.
    pub source: PathBuf,
    /// The folder that is written; beside the source, called as it, where none is named.
    pub output: Option<PathBuf>,
    /// What the office says itself.
    pub given: Given,
    /// Whether a report that is there already is written over.
    pub force: bool,
}

/// Drafts report data and shows a summary with the review marks.
///
/// # Errors
/// The inner error is one sentence: why nothing was written, and what to do. The outer one: the output cannot be written.
pub fn draft(asked: &Drafting, output: &mut impl Write) -> io::Result<Result<(), String>> {
    let folder = asked.output.clone().unwrap_or_else(|| beside(&asked.source));
    let written = compile(asked, &folder);
    let (draft, source) = match written {
        Ok(written) => written,
        Err(why) => return Ok(Err(why)),
    };
    writeln!(output, "{}", words::drafted(&draft.found, &folder))?;
    if !draft.marks.is_empty() {
        writeln!(output, "\n{}", words::to_review(draft.marks.len()))?;
        for mark in &draft.marks {
            writeln!(output, "  {mark}")?;
        }
    }
    writeln!(output, "\n{}", words::next_steps(&folder, &source))?;
    output.flush()?;
    Ok(Ok(()))
}

/// The text of a source that is no plain text, beside the report that was made of it: `check --source` reads text alone.
const TEXT: &str = "source.txt";

/// Reads, compiles and writes; nothing is written before everything is ready. The path is that of the text to hold the report
/// against.
fn compile(asked: &Drafting, folder: &Path) -> Result<(draft::Draft, PathBuf), String> {
    if !asked.force && files::has_report(folder) {
        return Err(words::report_is_there(folder));
    }
    let bytes = files::read(&asked.source, draft::decode::MOST_BYTES)?;
    let source = draft::decode::decode(&bytes)?;
    let draft = draft::draft(&source, &asked.given)?;
    let is_plain = bytes == source.text.as_bytes();
    let text = (!is_plain).then_some((TEXT, source.text.as_str()));
    let made = [
        (draft::SCHEMA_NAME, draft::SCHEMA),
        ("ledger.tsv", draft.ledger.as_str()),
        (files::REPORT, draft.report.as_str()),
    ];
    let texts: Vec<(&str, &str)> = text.into_iter().chain(made).collect();
    files::write(folder, &texts)?;
    Ok((draft, if is_plain { asked.source.clone() } else { folder.join(TEXT) }))
}

/// The source's path without its ending.
fn beside(source: &Path) -> PathBuf {
    let bare = source.with_extension("");
    if bare != source { bare } else { source.with_extension("draft") }
}

#[cfg(test)]
mod tests {
    use super::beside;
    use std::path::Path;

    #[test]
    fn the_folder_is_called_as_the_source() {
        let rows = [("a/总结.txt", "a/总结"), ("总结", "总结.draft"), ("2024.年.docx", "2024.年")];
        for (source, folder) in rows {
            assert_eq!(beside(Path::new(source)), Path::new(folder));
        }
    }
}
