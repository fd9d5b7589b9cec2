//! Several reports at once, from outside: which one a question selects, what is held side by side and what is not, and that each
//! is understood as if it stood alone.
#![expect(clippy::unwrap_used, reason = "a test may stop where something is not as it was made")]
#![expect(clippy::print_stdout, reason = "the table is what somebody runs this for")]

mod binary;

use binary::run;
use league_bot::answer::Target;
use league_bot::engine::Engine;
use league_bot::report::load;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Right answers of a hundred, as measured last.
const FLOOR: usize = 94;
/// At most so many answers show a figure of another report, or one where there is none.
const CARELESS: usize = 4;

/// Two leagues with two years each.
static LEAGUES: LazyLock<PathBuf> = LazyLock::new(|| folder("leagues"));

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder with the built-in report and those of the tests.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("several-{name}"));
    let _ = fs::remove_dir_all(&folder);
    copy(&root().join("data/leshan-2024"), &folder.join("leshan-2024"));
    for name in ["leshan-2023", "qingping-2023", "qingping-2024"] {
        copy(&root().join("tests/data/several").join(name), &folder.join(name));
    }
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

/// Asks one question a line; the answers in their order.
fn asked(data: &Path, lines: &[Value]) -> Vec<Value> {
    let input: String = lines.iter().map(|it| format!("{it}\n")).collect();
    let out = run(&["ask", "--jsonl", "--data", data.to_str().unwrap()], input.as_bytes()).out;
    out.lines().map(|it| serde_json::from_str(it).unwrap()).collect()
}

fn ask(data: &Path, question: &str) -> Value {
    asked(data, &[serde_json::json!({"id": 0, "question": question})]).remove(0)
}

/// The engine over the four reports.
fn engine() -> Engine {
    Engine::load(load(&LEAGUES).unwrap()).unwrap()
}

fn first_line(answer: &Value) -> &str {
    answer["text"].as_str().unwrap().lines().next().unwrap()
}

// The question files

/// What an answer is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Right,
    Wrong,
    Careless,
}

fn texts(row: &Value, key: &str) -> Vec<String> {
    let list = row[key].as_array().into_iter().flatten();
    list.map(|it| it.as_str().unwrap().to_owned()).collect()
}

/// The figures that are shown: report and figure as printed.
fn shown(answer: &Value) -> Vec<(String, String)> {
    let figures = answer["answers"].as_array().unwrap().iter().filter(|it| !it["figure"].is_null());
    let text = |it: &Value| it.as_str().unwrap().to_owned();
    figures.map(|it| (text(&it["report"]["id"]), text(&it["figure"]["printed"]))).collect()
}

fn mark(row: &Value, answer: &Value) -> Mark {
    let (shown, text) = (shown(answer), answer["text"].as_str().unwrap().replace(' ', ""));
    let wanted: Vec<(String, String)> = texts(row, "reports").into_iter().zip(texts(row, "values")).collect();
    let holds = |key: &str| {
        let any = texts(row, key);
        any.is_empty() || any.iter().any(|it| text.contains(&it.replace(' ', "")))
    };
    let is_false = texts(row, "never").iter().any(|it| text.contains(&it.replace(' ', "")));
    let bound = row["bound"].as_str().is_none_or(|it| text.contains(it));
    let right = match row["kind"].as_str().unwrap() {
        "abstain" => {
            let may = texts(row, "may");
            if !shown.iter().all(|it| may.contains(&it.1)) {
                return Mark::Careless;
            }
            true
        }
        "list" if wanted.is_empty() => match row["note"].as_str().is_some_and(|it| it.contains("need:all")) {
            true => texts(row, "names").iter().all(|it| text.contains(it.as_str())),
            false => holds("names"),
        },
        // The one asked for stands first; why two are not compared is said instead of a number.
        "compare" => {
            let tells_why = row["optional"] == true && ["不能", "没有写"].iter().any(|it| text.contains(it));
            let both = shown.len() == wanted.len() && wanted.iter().all(|it| shown.contains(it));
            tells_why || (both && shown.first() == wanted.first() && holds("derived_any") && bound)
        }
        _ => shown == wanted,
    };
    match (right && !is_false, shown.iter().all(|it| wanted.contains(it)) && !is_false) {
        (true, _) => Mark::Right,
        (false, true) => Mark::Wrong,
        (false, false) => Mark::Careless,
    }
}

/// The rows of all files: the questions, then the turns of the talks, each with what is asked.
fn rows() -> (Vec<Value>, Vec<Value>) {
    let read = |name: &str| -> Vec<Value> {
        let text = fs::read_to_string(root().join("tests/data/several").join(name)).unwrap();
        text.lines().map(|it| serde_json::from_str(it).unwrap()).collect()
    };
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    for row in read("questions.jsonl").into_iter().chain(read("second-questions.jsonl")) {
        lines.push(serde_json::json!({"id": row["id"], "question": row["q"]}));
        rows.push(row);
    }
    for talk in read("talks.jsonl").into_iter().chain(read("second-talks.jsonl")) {
        for turn in talk["turns"].as_array().unwrap() {
            lines.push(
                serde_json::json!({"id": talk["id"], "question": turn["q"], "conversation": talk["id"]}),
            );
            let mut turn = turn.clone();
            turn["cls"] = Value::from("talk");
            rows.push(turn);
        }
    }
    (rows, lines)
}

#[test]
fn questions_over_several_reports_are_answered_as_well_as_they_were() {
    let (rows, lines) = rows();
    let answers = asked(&LEAGUES, &lines);
    let mut classes: BTreeMap<String, Vec<Mark>> = BTreeMap::new();
    for (row, answer) in rows.iter().zip(&answers) {
        let mark = mark(row, answer);
        if mark != Mark::Right {
            println!(
                "{mark:?} {} → {}",
                row["q"],
                answer["text"].to_string().chars().take(120).collect::<String>()
            );
        }
        classes.entry(row["cls"].as_str().unwrap().to_owned()).or_default().push(mark);
    }
    let count = |marks: &[Mark], mark: Mark| marks.iter().filter(|it| **it == mark).count();
    for (class, marks) in &classes {
        println!("{class:<18} {:>3} of {:>3}", count(marks, Mark::Right), marks.len());
    }
    let all: Vec<Mark> = classes.into_values().flatten().collect();
    let (right, careless) = (count(&all, Mark::Right) * 100 / all.len(), count(&all, Mark::Careless));
    println!("all: {right} of a hundred, {careless} careless");
    assert!(right >= FLOOR, "{right} of a hundred are right, not {FLOOR}");
    assert!(careless <= CARELESS, "{careless} careless answers");
}

// One report among several

#[test]
fn a_report_is_understood_as_if_it_stood_alone() {
    let rows =
        ["青马培训了多少人", "领头雁省级和市级各几名", "没牵手成功的有多少对", "场次前三", "今年都干了啥"];
    let alone = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/leshan-2024");
    for question in rows {
        let (one, among) = (ask(&alone, question), ask(&LEAGUES, question));
        assert_eq!(one["answers"], among["answers"], "{question}");
        assert_eq!(one["kind"], among["kind"], "{question}");
    }
}

#[test]
fn the_source_names_the_year_and_of_several_leagues_the_body() {
    let source = |data: &Path, question: &str| {
        let text = ask(data, question)["text"].as_str().unwrap().to_owned();
        text.lines().find(|it| it.starts_with("出处")).unwrap().to_owned()
    };
    assert!(source(&root().join("data/leshan-2024"), "青马几期").starts_with("出处：2024 年报告·第四部分"));
    assert!(source(&LEAGUES, "青马几期").starts_with("出处：共青团乐山市委 2024 年报告·第四部分"));
    assert!(source(&LEAGUES, "青屏2023年青马几期").starts_with("出处：共青团青屏市委 2023 年报告·"));
}

#[test]
fn what_is_proposed_about_another_report_can_be_asked_by_anybody() {
    for question in ["青屏2023年青马培训了多少人", "2023年青马培训了多少人", "有哪些报告"]
    {
        let answer = ask(&LEAGUES, question);
        let proposed = answer["suggestions"].as_array().unwrap();
        assert!(!proposed.is_empty(), "{question}");
        for next in proposed {
            let told = ask(&LEAGUES, next["question"].as_str().unwrap());
            assert!(
                !told["answers"].as_array().unwrap().is_empty(),
                "{question} proposes {next}: {}",
                told["text"]
            );
            // A list of reports proposes each of them.
            let one = answer["answers"].get(0).filter(|_| answer["kind"] == "figure");
            if let Some(report) = one.map(|it| &it["report"]["id"]) {
                assert_eq!(told["answers"][0]["report"]["id"], *report, "{next}");
            }
        }
    }
}

#[test]
fn a_link_names_its_report() {
    let engine = engine();
    for (report, it) in engine.reports().iter().enumerate() {
        let figures = (0..it.figures.len()).map(|at| Target::Figure(report, at));
        let initiatives = (0..it.initiatives.len()).map(|at| Target::Initiative(report, at));
        for target in figures.chain(initiatives).chain([Target::Part(report, 0), Target::Section(report, 0)])
        {
            let link = engine.link_of(target);
            assert_eq!(engine.target_of(&link), Some(target), "{link}");
            let fits =
                link.len() <= 64 && link.chars().all(|it| it.is_ascii_alphanumeric() || "-_".contains(it));
            assert!(fits, "{link}");
        }
    }
}

// The home league

#[test]
fn the_home_league_is_the_one_that_is_named() {
    let home = |name: &str| {
        run(&["ask", "青马培训了多少人", "--data", LEAGUES.to_str().unwrap(), "--home", name], b"")
    };
    for (name, first) in [("青屏", "860 人"), ("共青团青屏市委", "860 人"), ("乐山", "1269 人")]
    {
        assert!(home(name).out.starts_with(first), "{name}: {}", home(name).out);
    }
    let ended = home("玉山");
    assert!(ended.code == 2 && ended.err.contains("乐山、青屏"), "{}", ended.err);
}

// A third league, drafted

#[test]
fn a_drafted_report_joins_the_others() {
    let data = folder("drafted");
    let source = root().join("tests/data/draft/union.txt");
    let output = data.join("union");
    let ended =
        run(&["draft", source.to_str().unwrap(), "-o", output.to_str().unwrap(), "--year", "2023"], b"");
    assert_eq!(ended.code, 0, "{}", ended.err);
    let report: Value =
        serde_json::from_str(&fs::read_to_string(output.join("report.json")).unwrap()).unwrap();
    let place = report["place"]["name"].as_str().unwrap().to_owned();
    let told = ask(&data, &format!("{place}基层工会有多少家"));
    assert!(first_line(&told).contains("1560 家"), "{}", told["text"]);
    assert_eq!(told["answers"][0]["report"]["year"], 2023);
    // The home league does not speak of it.
    assert!(ask(&data, "青年之家有多少个")["text"].as_str().unwrap().starts_with("145 个"));
}

// Tables and words

#[test]
fn replies_as_a_phone_shows_them() {
    let rows: &[(&str, &str)] = &[
        (
            "青马今年比去年多培训多少人",
            "1269 人 · 青马工程培训覆盖青年（2024 年）\n1045 人 · 青马工程培训青年（2023 年）\n\
             2024 年比 2023 年多 224 人（1269 与 1045 之差）\n",
        ),
        (
            "青年之家比去年增长了百分之几",
            "145 个 · 建成的乡镇街道青年之家（2024 年）\n132 个 · 建成的乡镇街道青年之家（2023 年）\n\
             2024 年比 2023 年多 13 个（145 与 132 之差）\n增长 9.8%（13 ÷ 132）\n",
        ),
        (
            "网络话题阅读量青屏比乐山高多少万",
            "达 21.6 万人次 · 网络话题阅读量（青屏 2024 年）\n达 15.2 万人次 · 网络话题阅读量（乐山 2024 年）\n\
             青屏 2024 年比乐山 2024 年多 6.4 万人次（21.6 与 15.2 之差）\n",
        ),
        ("有哪些报告", "能查 4 份报告\n· 乐山 2024、2023 年\n· 青屏 2024、2023 年"),
        (
            "西部计划志愿者总数，乐山是青屏的多少倍",
            "累计达 300 人 · 在乐服务西部计划志愿者（乐山 2024 年）\n累计 185 人 · 在青屏服务西部计划志愿者（青屏 2024 年）\n\
             乐山 2024 年比青屏 2024 年多 115 人（300 与 185 之差）\n前者是后者的 1.6 倍（300 ÷ 185）\n",
        ),
    ];
    for (question, reply) in rows {
        let text = ask(&LEAGUES, question)["text"].as_str().unwrap().to_owned();
        assert!(text.starts_with(reply), "{question}\n{text}");
    }
    let no = ask(&LEAGUES, "2021年青马几期")["text"].as_str().unwrap().to_owned();
    assert!(no.contains("能查的报告：乐山 2024、2023 年；青屏 2024、2023 年"), "{no}");
}
