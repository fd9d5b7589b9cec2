//! What a text is compiled to, in short, for the tables of cases beside passes that need the whole text. In tests alone.

use super::decode::Source;
use super::{Given, draft};
use serde_json::Value;

/// A paragraph without a number, as reports end with.
const CLOSING: &str = "各级妇联组织团结带领广大妇女,用心用情做好各项服务工作。";

/// The report of a text of fiction.
fn report(text: &str) -> Value {
    // A text of fewer characters is refused.
    let source = Source { text: format!("{text}\n{CLOSING}\n"), notes: Vec::new() };
    let given = Given { body: Some("青山县妇联".to_owned()), place: None, year: Some(2024) };
    let made = draft(&source, &given).map_or_else(|why| panic!("{text}: {why}"), |it| it.report);
    serde_json::from_str(&made).unwrap_or_default()
}

fn list(value: &Value, key: &str) -> Vec<Value> {
    value[key].as_array().cloned().unwrap_or_default()
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

/// Everything below a heading, the lowest first.
fn initiatives(value: &Value) -> Vec<Value> {
    let below = ["parts", "sections"].iter().flat_map(|it| list(value, it));
    below.flat_map(|it| initiatives(&it)).chain(list(value, "initiatives")).collect()
}

/// The label of every figure.
pub(super) fn labels(of: &str) -> Vec<String> {
    let figures = initiatives(&report(of)).into_iter().flat_map(|it| list(&it, "figures"));
    figures.map(|it| text(&it, "label")).collect()
}

/// The aliases of the figure with this value.
pub(super) fn aliases(of: &str, value: &str) -> Vec<String> {
    let figures = initiatives(&report(of)).into_iter().flat_map(|it| list(&it, "figures"));
    let own = figures.filter(|it| text(it, "value") == value).flat_map(|it| list(&it, "aliases"));
    own.map(|it| it.as_str().unwrap_or_default().to_owned()).collect()
}

/// Headings and initiatives: 部分 > 小节 > 举措.
pub(super) fn outline(of: &str) -> Vec<String> {
    fn walk(value: &Value, above: &str, found: &mut Vec<String>) {
        for key in ["parts", "sections"] {
            for it in list(value, key) {
                walk(&it, &format!("{above}{} > ", text(&it, "title")), found);
            }
        }
        found.extend(list(value, "initiatives").iter().map(|it| format!("{above}{}", text(it, "title"))));
    }
    let mut found = Vec::new();
    walk(&report(of), "", &mut found);
    found
}
