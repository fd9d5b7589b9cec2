//! What the benchmark asks: the open questions of the seeds, and messages that nobody sends in good faith.
//! Times nothing.

use league_bot::engine::Engine;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt;

/// As long as a Telegram message may be.
const LONGEST: usize = 4_096;

/// A question with its class and the figures asked for, as printed.
pub(crate) struct Asked {
    pub(crate) class: String,
    pub(crate) question: String,
    pub(crate) values: BTreeSet<String>,
}

/// The name of its row.
impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.class)
    }
}

/// The open questions that reach the engine.
pub(crate) fn open() -> Vec<Asked> {
    let lines = include_str!("../../seeds/leshan-2024/questions.jsonl").lines();
    let rows = lines.map(|it| serde_json::from_str::<Value>(it).expect("a question a line"));
    rows.filter(|it| it["set"] == "open" && it["cls"] != "silent").map(|it| asked(&it)).collect()
}

fn asked(row: &Value) -> Asked {
    let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let wanted = row["kind"] == "figure";
    let values = row["values"].as_array().into_iter().flatten().filter_map(Value::as_str).filter(|_| wanted);
    let digits = |it: &str| it.trim_end_matches(|it: char| !it.is_ascii_digit()).to_owned();
    Asked { class: text("cls"), question: text("q"), values: values.map(digits).collect() }
}

/// The question in the middle of each class by length: neither the shortest nor the longest.
pub(crate) fn one_a_class() -> Vec<Asked> {
    let mut all = open();
    all.sort_by_key(|it| (it.class.clone(), it.question.chars().count()));
    let classes: BTreeSet<String> = all.iter().map(|it| it.class.clone()).collect();
    let middle = |class: String| {
        let at: Vec<usize> = (0..all.len()).filter(|at| all[*at].class == class).collect();
        at[at.len() / 2]
    };
    let mut chosen: Vec<usize> = classes.into_iter().map(middle).collect();
    let mut taken = Vec::new();
    while let Some(at) = chosen.pop() {
        taken.push(all.swap_remove(at));
    }
    taken.reverse();
    taken
}

/// Messages of the greatest length, each hard in a way of its own.
pub(crate) fn hostile(engine: &Engine) -> Vec<Asked> {
    let report = &engine.reports()[0];
    let names: String = report.initiatives.iter().map(|it| it.name.name.as_str()).collect();
    let labels: String = report.figures.iter().map(|it| it.label.as_str()).collect();
    let backwards: String = labels.chars().rev().collect();
    let rows = [
        ("one character", "青".to_owned()),
        ("closing quotes", "”".to_owned()),
        ("question words", "多少".to_owned()),
        ("all names", names),
        ("all labels", labels),
        ("labels backwards", backwards),
        ("pinyin", "qingnianzhijiaduoshaochang".to_owned()),
        ("half pinyin", "zhchshengangong".to_owned()),
        ("letters", "xqvzkjw".to_owned()),
        ("one number", "9".to_owned()),
        ("many numbers", "32场,60万,".to_owned()),
        ("numerals", "一百二十三万".to_owned()),
        ("sums", "1+2*3-".to_owned()),
        ("blanks", "青 年 ".to_owned()),
        ("clauses", "青马几期,".to_owned()),
        ("emoji", "😂👍".to_owned()),
        ("accents", "e\u{301}\u{302}".to_owned()),
    ];
    let long = |text: &str| text.chars().cycle().take(LONGEST).collect();
    let asked = |(name, text): (&str, String)| Asked {
        class: name.to_owned(),
        question: long(&text),
        values: BTreeSet::new(),
    };
    rows.into_iter().map(asked).collect()
}
