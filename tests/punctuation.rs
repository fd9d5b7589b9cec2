//! Chinese that people read has Chinese punctuation: sentences of the bot, data, documents. What is found is named by its place.
//! Judges nothing else. What people type is theirs: it stands in the tests and word lists as they type it, and is not looked at.
#![expect(clippy::unwrap_used, reason = "a test may stop where something is not as it was made")]

#[allow(dead_code, reason = "other tests use more of it")]
mod sources;

use serde_json::Value;
use sources::sources;
use std::fs;
use std::path::{Path, PathBuf};

/// Marks that have a Chinese form of their own. `.` is none: it parts digits, and ends no Chinese sentence here.
const HALF_WIDTH: [char; 7] = [',', ':', ';', '?', '!', '(', ')'];

/// Lines of a document that are left as they are: who speaks in a transcript stands before a half-width colon, and what people
/// type is shown as they type it.
const TYPED: [&str; 3] = ["王: ", "李: ", " (group): "];

/// Documents in Chinese. In the others a list of Chinese words is an English list: 不用讲, 别报 (and a remark in brackets).
const CHINESE: &str = ".zh.md";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{4e00}'..='\u{9fff}' | '\u{3001}'..='\u{3011}' | '\u{ff01}'..='\u{ff5e}' | '“' | '”')
}

/// Half-width marks with Chinese on both sides, or on one side and nothing on the other; brackets with Chinese on one side.
/// `…` in code stands for what is filled in, and may be Chinese.
fn marks(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    for (at, mark) in letters.iter().enumerate().filter(|it| HALF_WIDTH.contains(it.1)) {
        let before = at.checked_sub(1).map(|it| letters[it]);
        let behind = letters[at + 1..].iter().copied().find(|it| *it != ' ');
        let chinese = |it: Option<char>| it.is_some_and(is_chinese);
        let open = |it: Option<char>| it.is_none_or(|it| it == '\u{fffc}');
        let is_found = match mark {
            '(' | ')' => chinese(before) || chinese(letters.get(at + 1).copied()),
            _ => {
                chinese(before) && (chinese(behind) || open(behind))
                    || open(before) && chinese(behind) && before.is_some()
            }
        };
        if is_found {
            found.push(letters[at.saturating_sub(8)..(at + 9).min(letters.len())].iter().collect());
        }
    }
    found
}

/// Half-width marks right between two Chinese characters, which no language of ours has.
fn between(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let is_between = |it: &&[char]| is_chinese(it[0]) && HALF_WIDTH.contains(&it[1]) && is_chinese(it[2]);
    letters.windows(3).filter(is_between).map(|it| it.iter().collect()).collect()
}

/// The literals of a line of code, with one mark for whatever is filled in.
fn literals(line: &str) -> Vec<String> {
    let code = line.replace("\\\"", "＂");
    let literals = code.split('"').skip(1).step_by(2).map(|it| {
        let mut text = String::new();
        for piece in it.split('{') {
            match piece.split_once('}') {
                Some((_, rest)) => text.push_str(&format!("\u{fffc}{rest}")),
                None => text.push_str(piece),
            }
        }
        text.replace("\\n", " ")
    });
    literals.collect()
}

fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "half-width marks in Chinese text:\n{}", found.join("\n"));
}

#[test]
fn the_check_finds_what_it_is_for() {
    for (text, expected) in [
        ("人呢,新增几个", 1),
        ("培训了多少人?", 1),
        ("出处:\u{fffc}", 1),
        ("（接「团」）", 0),
        ("青马(培训)", 2),
        ("用 league-bot check (见下)", 2),
        ("15,135 名", 0),
        ("第 1 行: x", 0),
        ("12:30 开会", 0),
        ("没有，有。", 0),
        ("call it, please", 0),
    ] {
        assert_eq!(marks(text).len(), expected, "{text}: {:?}", marks(text));
    }
    assert_eq!(literals(r#"format!("出处:{report}·第{}节")"#), ["出处:\u{fffc}·第\u{fffc}节"]);
}

#[test]
fn every_sentence_of_the_program() {
    let is_words = |path: &str| {
        path.ends_with("words.rs")
            || path.contains("/words/")
            || path.ends_with("tooltips.rs")
            || path.ends_with("main.rs")
            || path.ends_with("serving.rs")
    };
    let files: Vec<_> = sources().into_iter().filter(|it| is_words(&it.path)).collect();
    assert!(files.len() >= 7, "{}", files.len());
    let mut found = Vec::new();
    for file in files {
        let code = file.text.lines().enumerate().filter(|it| !it.1.trim_start().starts_with("//"));
        for (number, line) in code.take_while(|it| !it.1.contains("#[cfg(test)]")) {
            let sentences = literals(line).into_iter().filter(|it| !it.starts_with('^'));
            let marks = sentences.collect::<Vec<_>>().iter().flat_map(|it| marks(it)).collect::<Vec<_>>();
            found.extend(marks.into_iter().map(|it| format!("{}:{}: {it}", file.path, number + 1)));
        }
    }
    assert_none(&found);
}

/// What a report prints, and names in it, are shown as it prints them; an address and a pattern are no sentences; nicknames are
/// as people type them.
const VERBATIM: [&str; 7] = ["printed", "items", "programmes", "source_url", "$schema", "pattern", "aliases"];

fn of_json(value: &Value, key: &str, found: &mut Vec<String>) {
    match value {
        Value::String(text) if !VERBATIM.contains(&key) => {
            found.extend(marks(text).into_iter().map(|it| format!("{key}: {it}")))
        }
        Value::Array(all) => all.iter().for_each(|it| of_json(it, key, found)),
        Value::Object(fields) => fields.iter().for_each(|(key, it)| of_json(it, key, found)),
        _ => {}
    }
}

#[test]
fn every_report_and_every_schema() {
    let folders = ["data", "tests/data"].map(|it| root().join(it));
    let files: Vec<PathBuf> = folders.iter().flat_map(|it| below(it)).collect();
    let is_read = |it: &&PathBuf| {
        let name = it.file_name().unwrap().to_string_lossy();
        // Word lists hold what people type, and their schema speaks English.
        name == "report.json" || name == "report.schema.json"
    };
    let files: Vec<&PathBuf> = files.iter().filter(is_read).collect();
    assert!(files.len() >= 5, "{files:?}");
    let mut found = Vec::new();
    for file in files {
        // A report that is broken on purpose is no report.
        let Ok(value) = serde_json::from_str(&fs::read_to_string(file).unwrap()) else { continue };
        let mut here = Vec::new();
        of_json(&value, "", &mut here);
        found.extend(here.into_iter().map(|it| format!("{}: {it}", file.display())));
    }
    assert_none(&found);
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    entries.flat_map(|it| if it.is_dir() { below(&it) } else { vec![it] }).collect()
}

fn documents() -> Vec<(PathBuf, String)> {
    let folders = [root().to_owned(), root().join("docs")];
    let entries = folders.iter().flat_map(|it| fs::read_dir(it).unwrap()).map(|it| it.unwrap().path());
    let documents = entries.filter(|it| it.extension().is_some_and(|it| it == "md"));
    documents.map(|it| (it.clone(), fs::read_to_string(&it).unwrap())).collect()
}

/// A line of a document without its code: what stands between backquotes, or is indented by four blanks in a README.
fn prose(line: &str) -> String {
    line.split('`').step_by(2).collect::<Vec<_>>().join("x")
}

#[test]
fn every_document() {
    let mut found = Vec::new();
    assert!(documents().len() >= 5);
    for (path, text) in documents() {
        for (number, line) in text.lines().enumerate() {
            if TYPED.iter().any(|it| line.contains(it)) {
                continue;
            }
            let is_chinese = path.to_string_lossy().ends_with(CHINESE);
            let found_here = if is_chinese { marks(&prose(line)) } else { between(&prose(line)) };
            found.extend(found_here.into_iter().map(|it| format!("{}:{}: {it}", path.display(), number + 1)));
        }
    }
    assert_none(&found);
}

#[test]
fn no_picture_slants_chinese() {
    let pictures = below(&root().join("docs/pictures"));
    assert!(pictures.len() >= 10);
    let slanted = pictures.iter().filter(|it| fs::read_to_string(it).is_ok_and(|it| it.contains("italic")));
    assert_eq!(slanted.collect::<Vec<_>>(), Vec::<&PathBuf>::new());
}

#[test]
fn no_document_slants_chinese() {
    let mut found = Vec::new();
    for (path, text) in documents() {
        for (number, line) in text.lines().enumerate() {
            if TYPED.iter().any(|it| line.contains(it)) {
                continue;
            }
            let line = prose(line).replace("**", "");
            let has_chinese = |it: &&str| it.chars().any(is_chinese);
            let slanted: Vec<&str> =
                ['*', '_'].iter().flat_map(|it| line.split(*it).skip(1).step_by(2)).collect();
            let is_list = line.trim_start().starts_with("* ");
            if !is_list && slanted.iter().any(has_chinese) || line.contains("<i>") || line.contains("<em>") {
                found.push(format!("{}:{}: {line}", path.display(), number + 1));
            }
        }
    }
    assert!(found.is_empty(), "Chinese in italics:\n{}", found.join("\n"));
}
