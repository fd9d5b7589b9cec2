//! What a path loads: a file, a folder with a report, a folder of folders; and which lexicons go with it.
//! What is wrong with data is tried in `check.rs`.
#![expect(clippy::unwrap_used, reason = "a test may stop where something is not as it was made")]

mod binary;

use binary::{folder, report_with, small};
use league_bot::report::{Loaded, load, load_builtin};
use std::fs;
use std::path::Path;

fn ids(loaded: &Loaded) -> Vec<&str> {
    loaded.reports.iter().map(|it| it.id.as_str()).collect()
}

/// File name, text and report of each lexicon.
fn lexicons(loaded: &Loaded) -> Vec<(String, Option<usize>)> {
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    loaded.lexicons.iter().map(|it| (name(&it.path), it.report)).collect()
}

#[test]
fn the_built_in_report_brings_the_common_lexicons_and_its_own() {
    let loaded = load_builtin().unwrap();
    assert_eq!(ids(&loaded).len(), 1);
    assert!(loaded.lexicons.iter().any(|it| it.report.is_none() && it.path.starts_with("data/common")));
    let own: Vec<_> = lexicons(&loaded).into_iter().filter(|(_, report)| report.is_some()).collect();
    assert_eq!(own, [("lexicon.json".to_owned(), Some(0))]);
}

#[test]
fn a_file_and_its_folder_are_the_same() {
    assert_eq!(ids(&load(&small()).unwrap()), ["yunqi-2023"]);
    let loaded = load(&small().join("report.json")).unwrap();
    assert_eq!(ids(&loaded), ["yunqi-2023"]);
    let mut common = lexicons(&load_builtin().unwrap());
    common.retain(|(_, report)| report.is_none());
    assert_eq!(lexicons(&loaded), common, "the common lexicons are built in");
}

#[test]
fn a_folder_of_reports_has_the_newest_first_and_may_bring_its_own_words() {
    let all = folder("several-years");
    let newer = [("yunqi-2023", "yunqi-2024"), ("\"year\": 2023", "\"year\": 2024")];
    for (name, report) in [("a", small().join("report.json")), ("b", report_with("newer", &newer))] {
        fs::create_dir(all.join(name)).unwrap();
        fs::copy(report, all.join(name).join("report.json")).unwrap();
    }
    fs::create_dir(all.join("common")).unwrap();
    fs::write(all.join("common/words.json"), "{}").unwrap();
    fs::write(all.join("common/notes.txt"), "for people").unwrap();
    fs::write(all.join("a/lexicon.json"), "{\"stop\": []}").unwrap();
    let loaded = load(&all).unwrap();
    assert_eq!(ids(&loaded), ["yunqi-2024", "yunqi-2023"]);
    let expected = [("words.json".to_owned(), None), ("lexicon.json".to_owned(), Some(1))];
    assert_eq!(lexicons(&loaded), expected);
}
