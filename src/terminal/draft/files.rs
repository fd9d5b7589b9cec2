//! The source and the folder of a draft on the disk: read within a bound, written whole or not at all.
//! Knows nothing of what stands in them.

use super::super::words;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// What makes a folder one with a report.
pub(super) const REPORT: &str = "report.json";

/// Whether a folder holds a report already.
pub(super) fn has_report(folder: &Path) -> bool {
    folder.join(REPORT).exists()
}

/// The bytes of a source, at most so many and one more.
pub(super) fn read(path: &Path, most: usize) -> Result<Vec<u8>, String> {
    if path.is_dir() {
        return Err(words::source_is_folder(path));
    }
    let file = File::open(path).map_err(|error| words::source_unreadable(path, &error))?;
    let mut bytes = Vec::new();
    file.take(most as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| words::source_unreadable(path, &error))?;
    Ok(bytes)
}

/// Writes every text under another name first; then each gets its own name, the last one last.
pub(super) fn write(folder: &Path, texts: &[(&str, &str)]) -> Result<(), String> {
    let is_new = !folder.exists();
    let written = fs::create_dir_all(folder).and_then(|()| {
        texts.iter().try_for_each(|(name, text)| fs::write(part(folder, name), text))?;
        texts.iter().try_for_each(|(name, _)| fs::rename(part(folder, name), folder.join(name)))
    });
    written.map_err(|error| {
        texts.iter().for_each(|(name, _)| drop(fs::remove_file(part(folder, name))));
        if is_new {
            drop(fs::remove_dir(folder));
        }
        words::draft_unwritable(folder, &error)
    })
}

/// Where a text stands until all are written.
fn part(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!(".{name}.part"))
}
