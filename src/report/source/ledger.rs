//! Reads `ledger.tsv` back, where `draft` left one beside a report: every run of digits of the text stands in it, in order, and
//! every figure that it names is one of the report. An editor may have changed the report since: what differs is a hint.

use crate::report::problem::{Problem, Severity};
use crate::report::words;
use crate::report::written::{FigureFile, InitiativeFile, ReportFile};
use std::collections::HashSet;
use std::path::Path;

/// Columns of a row: printed, line, column, figure or reason.
const COLUMNS: usize = 4;

/// Everything in which a ledger differs from the report beside it and from the published text; one hint of each kind.
pub(in crate::report) fn differences(
    path: &Path,
    ledger: &str,
    file: &ReportFile,
    text: &str,
) -> Vec<Problem> {
    let rows: Vec<(usize, Vec<&str>)> =
        ledger.lines().enumerate().skip(1).map(|(at, it)| (at + 1, it.split('\t').collect())).collect();
    let hint = |line: Option<usize>, what: String| Problem {
        path: path.to_owned(),
        at: line.map(|it| (it, 1)),
        severity: Severity::Warning,
        what,
    };
    if let Some((line, _)) = rows.iter().find(|(_, row)| row.len() != COLUMNS) {
        return vec![hint(Some(*line), words::ledger_row())];
    }
    let ids: HashSet<&str> = figures(file).filter_map(|it| it.id.as_deref()).collect();
    let named: HashSet<&str> = rows.iter().map(|it| it.1[COLUMNS - 1]).collect();
    let unknown = rows.iter().find(|(_, row)| row[COLUMNS - 1].is_ascii() && !ids.contains(row[COLUMNS - 1]));
    let missing = figures(file).find(|it| it.id.as_deref().is_some_and(|id| !named.contains(id)));
    let unlisted = first_unlisted(text, rows.iter().map(|it| it.1[0]));
    let found = [
        unknown.map(|(line, row)| hint(Some(*line), words::ledger_figure_gone(row[COLUMNS - 1]))),
        missing.map(|it| hint(None, words::ledger_figure_new(&it.label))),
        unlisted.map(|it| hint(None, words::ledger_number(&it))),
    ];
    found.into_iter().flatten().collect()
}

/// The figures of a report, at whatever level.
fn figures(file: &ReportFile) -> impl Iterator<Item = &FigureFile> {
    let of_parts = file
        .parts
        .iter()
        .flat_map(|it| it.sections.iter().flat_map(|it| &it.initiatives).chain(&it.initiatives));
    let of_sections = file.sections.iter().flat_map(|it| &it.initiatives);
    let all: Box<dyn Iterator<Item = &InitiativeFile>> =
        Box::new(of_parts.chain(of_sections).chain(&file.initiatives));
    all.flat_map(|it| &it.figures)
}

/// The first run of digits of the text that the rows do not have in its order.
fn first_unlisted<'r>(text: &str, rows: impl Iterator<Item = &'r str>) -> Option<String> {
    let listed: Vec<String> = rows.flat_map(digits).collect();
    let printed = digits(text);
    printed.iter().enumerate().find(|(at, it)| listed.get(*at) != Some(it)).map(|(_, it)| it.clone())
}

/// The runs of digits of a text, those of full width in half width.
fn digits(text: &str) -> Vec<String> {
    let narrow = |it: char| match it {
        '０'..='９' => char::from_u32(it as u32 - 0xfee0).unwrap_or(it),
        _ => it,
    };
    let plain: String = text.chars().map(narrow).collect();
    let runs = plain.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty());
    runs.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::differences;
    use crate::report::written::ReportFile;
    use std::path::Path;

    const REPORT: &str = r#"{"title": "总结", "year": 2024, "body": {"name": "青山县妇联"}, "place": {"name": "青山"},
        "source": "总结", "initiatives": [{"title": "关爱", "description": "关爱。", "figures": [{"id": "kai-zhan",
        "label": "活动", "value": "20", "unit": "场", "printed": "20场", "nature": "flow"}]}]}"#;

    #[test]
    fn ledgers_and_what_is_said_of_them() {
        let head = "printed\tline\tcolumn\tfigure or reason\n";
        // Rows of the ledger; the text; words of the hints
        let rows: [(&str, &str, &[&str]); 5] = [
            ("2024年\t1\t1\t年份\n20场\t1\t8\tkai-zhan\n", "2024年开展活动２０场。", &[]),
            ("20场\t1\t8\tkai-zhan\n", "2024年开展活动20场。", &["2024"]),
            ("20场\t1\t8\tpei-xun\n", "开展活动20场。", &["pei-xun", "活动"]),
            ("20场\t1\tkai-zhan\n", "开展活动20场。", &["四列"]),
            ("20场\t1\t8\tkai-zhan\n", "开展活动20场。", &[]),
        ];
        let file: ReportFile = serde_json::from_str(REPORT).unwrap();
        for (ledger, text, expected) in rows {
            let found = differences(Path::new("ledger.tsv"), &format!("{head}{ledger}"), &file, text);
            assert_eq!(found.len(), expected.len(), "{ledger}: {found:?}");
            for (hint, word) in found.iter().zip(expected) {
                assert!(hint.what.contains(word), "{}: {word}", hint.what);
            }
        }
    }
}
