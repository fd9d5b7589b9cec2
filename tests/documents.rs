//! What is written for those who run the bot, held against the sources: every log line, every failure, every metric.
//! Judges no wording.
#![expect(clippy::unwrap_used, reason = "a test may stop where something is not as it was made")]

#[allow(dead_code, reason = "other tests use more of it")]
mod sources;

use league_bot::operations::Metrics;
use sources::{Source, sources};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn document(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The first string literal behind each of these words, with `…` for what is filled in.
fn literals(source: &Source, words: &str) -> Vec<String> {
    // Whole lines: what follows `//` in one may belong to a literal.
    let lines = source.text.lines().map(str::trim).take_while(|it| *it != "#[cfg(test)]");
    let code: String = lines.filter(|it| !it.starts_with("//")).map(|it| format!("{it}\n")).collect();
    let behind = code.split(words).skip(1).filter_map(|it| it.split('"').nth(1).map(str::to_owned));
    behind.map(|it| filled_in(&it)).collect()
}

fn filled_in(literal: &str) -> String {
    let mut text = String::new();
    for piece in literal.split('{') {
        match piece.split_once('}') {
            Some((_, rest)) => text.push_str(&format!("…{rest}")),
            None => text.push_str(piece),
        }
    }
    text.replace("\\\n", "")
}

/// Every literal behind these words stands in the runbook, in its form as code.
fn assert_explained(words: &str, least: usize, only: impl Fn(&Source) -> bool) {
    let runbook = document("docs/runbook.md");
    let lines: Vec<(String, String)> = sources()
        .iter()
        .filter(|it| only(it))
        .flat_map(|it| literals(it, words).into_iter().map(|line| (it.path.clone(), line)))
        .collect();
    assert!(lines.len() >= least, "only {} literals behind {words}", lines.len());
    let missing: Vec<_> = lines.iter().filter(|(_, line)| !runbook.contains(&format!("`{line}`"))).collect();
    assert!(missing.is_empty(), "docs/runbook.md does not explain {missing:#?}");
}

#[test]
fn the_runbook_explains_every_line_of_the_log() {
    // So many there are at least: fewer would mean that they were not found.
    for (words, least) in [("log::error!(", 5), ("log::warn!(", 12), ("log::info!(", 12)] {
        assert_explained(words, least, |_| true);
    }
}

#[test]
fn the_log_is_written_in_one_way() {
    let other =
        |it: &Source| it.code().any(|(_, line)| line.contains("use log::") || line.contains("log::log!"));
    let other: Vec<String> = sources().into_iter().filter(other).map(|it| it.path).collect();
    assert!(other.is_empty(), "log lines that the runbook test does not see: {other:?}");
}

#[test]
fn the_runbook_explains_every_failure() {
    assert_explained("#[error(", 18, |it| it.path.starts_with("src/telegram/"));
    assert_explained("Failure::Said(", 2, |it| it.path == "src/serving.rs");
}

#[test]
fn the_literals_are_found_in_any_form() {
    let text = "log::warn!(\n    \"a {} b {c:?}\",\n    d\n);\nlog::warn!(\"e\");\n// log::warn!(\"f\")\n";
    let source = Source { path: String::new(), text: text.to_owned() };
    assert_eq!(literals(&source, "log::warn!("), ["a … b …", "e"]);
    assert_eq!(literals(&source, "log::info!("), [""; 0]);
}

/// The names of metrics in a text.
fn metrics(text: &str) -> BTreeSet<String> {
    let words = text.split(|it: char| !(it.is_ascii_lowercase() || it == '_'));
    words
        .filter(|it| it.starts_with("league_bot_"))
        .map(|it| it.trim_end_matches("_bucket").to_owned())
        .collect()
}

#[test]
fn every_metric_is_explained_and_none_is_invented() {
    let page = Metrics::default().page();
    let names = page.lines().filter_map(|it| it.strip_prefix("# TYPE ")?.split_once(' '));
    let served: BTreeSet<String> = names
        .map(|(name, kind)| match kind {
            "counter" => format!("{name}_total"),
            "info" => format!("{name}_info"),
            _ => name.to_owned(),
        })
        .collect();
    assert!(served.len() >= 13, "{served:?}");
    assert_eq!(metrics(&document("docs/runbook.md")), served);
    let dashboard = document("deploy/grafana.json");
    assert_eq!(metrics(&dashboard), served, "the dashboard shows all of them");
    let dashboard: serde_json::Value = serde_json::from_str(&dashboard).unwrap();
    assert!(dashboard["panels"].as_array().is_some_and(|it| it.len() > 5));
}
