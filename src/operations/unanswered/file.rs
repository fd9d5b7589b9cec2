//! The file of unanswered questions: one JSON object a line, never longer than a mebibyte, one older file beside it.
//! A file that cannot be written is told once and stops nobody.

use super::Kept;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::PathBuf;

/// Then the file becomes the older one, and a new one begins: some ten thousand questions in both.
const LARGEST: u64 = 1 << 20;

/// The file.
pub(super) struct Book {
    path: PathBuf,
    largest: u64,
    is_told: bool,
}

impl Book {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, largest: LARGEST, is_told: false }
    }

    /// Tells at the start whether it can be written.
    pub(super) fn open(&mut self) {
        let opened = self.file().map(drop);
        self.note(opened);
    }

    /// Adds a question.
    pub(super) fn keep(&mut self, kept: &Kept) {
        let written = self.write(kept);
        self.note(written);
    }

    /// The latest questions, the newest first; lines that are none are passed over.
    pub(super) fn latest(&self, count: usize) -> Vec<Kept> {
        let text = [self.older(), self.path.clone()].map(|it| fs::read_to_string(it).unwrap_or_default());
        let lines = text.iter().flat_map(|it| it.lines()).rev();
        lines.filter_map(|it| serde_json::from_str(it).ok()).take(count).collect()
    }

    /// Opened anew for each question: somebody may have taken the file away, and questions come seldom.
    fn file(&self) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&self.path)
    }

    fn write(&self, kept: &Kept) -> io::Result<()> {
        let line = format!("{}\n", serde_json::to_string(kept)?);
        let mut file = self.file()?;
        if file.metadata()?.len() + line.len() as u64 > self.largest {
            fs::rename(&self.path, self.older())?;
            file = self.file()?;
        }
        file.write_all(line.as_bytes())
    }

    fn older(&self) -> PathBuf {
        let mut name = self.path.clone().into_os_string();
        name.push(".1");
        name.into()
    }

    fn note(&mut self, result: io::Result<()>) {
        match result {
            Ok(()) => self.is_told = false,
            Err(error) => {
                if !std::mem::replace(&mut self.is_told, true) {
                    let why = error.kind();
                    log::warn!(
                        "unanswered questions cannot be written to their file: {why}; they are only counted"
                    );
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("league-bot-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn kept(number: usize) -> Kept {
        let text = |it: &str| it.to_owned();
        Kept { question: format!("问{number}"), kind: text("unknown"), day: text("2025-03-01") }
    }

    #[test]
    fn it_turns_over_before_it_grows_too_large() {
        let folder = folder("turns-over");
        let mut book = Book { largest: 1_000, ..Book::new(folder.join("list.jsonl")) };
        (0..100).for_each(|it| book.keep(&kept(it)));
        let length = |path: PathBuf| fs::metadata(path).unwrap().len();
        assert!(length(book.path.clone()) <= 1_000 && length(book.older()) <= 1_000);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
        assert_eq!(book.latest(3), [kept(99), kept(98), kept(97)]);
        let first = fs::read_to_string(book.older()).unwrap();
        let first = first.lines().next().unwrap();
        assert!(
            first.starts_with(r#"{"question":"问"#) && first.ends_with(r#""day":"2025-03-01"}"#),
            "{first}"
        );
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_cannot_be_written_stops_nobody_and_is_told_once() {
        let folder = folder("no-file");
        let mut book = Book::new(folder.clone());
        book.open();
        assert!(book.is_told);
        book.keep(&kept(1));
        assert_eq!(book.latest(5), []);
        book.path = folder.join("list.jsonl");
        book.keep(&kept(2));
        assert!(!book.is_told);
        assert_eq!(book.latest(5), [kept(2)]);
        fs::remove_dir_all(folder).unwrap();
    }
}
