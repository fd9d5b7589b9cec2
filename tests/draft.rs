//! `league-bot draft` from outside: what it writes, what it refuses, and how much of reports with known figures it finds.
//! The published texts stand outside of the repository: where they are not there, that test says so and passes.
#![expect(clippy::unwrap_used, reason = "a test may stop where something is not as it was made")]
#![expect(clippy::print_stdout, reason = "what was measured, and what was left out, is told")]

mod binary;

use binary::run;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A folder for one test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("draft").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Drafts a source into a folder: the exit code, what was printed, and the report.
fn draft(source: &Path, output: &Path, more: &[&str]) -> (i32, String, Option<Value>) {
    let mut words = vec!["draft", source.to_str().unwrap(), "-o", output.to_str().unwrap()];
    words.extend(more);
    let ended = run(&words, b"");
    let report = fs::read_to_string(output.join("report.json")).ok();
    (ended.code, format!("{}{}", ended.out, ended.err), report.map(|it| serde_json::from_str(&it).unwrap()))
}

/// A source with this content, drafted.
fn drafted(name: &str, bytes: &[u8], more: &[&str]) -> (i32, String, Option<Value>) {
    let folder = folder(name);
    let source = folder.join("source.txt");
    fs::write(&source, bytes).unwrap();
    draft(&source, &folder.join("out"), more)
}

fn list<'v>(value: &'v Value, key: &str) -> Vec<&'v Value> {
    value[key].as_array().map(|it| it.iter().collect()).unwrap_or_default()
}

/// The initiatives of a report, at whatever level.
fn initiatives(report: &Value) -> Vec<&Value> {
    let parts = list(report, "parts");
    let sections: Vec<&Value> =
        std::iter::once(report).chain(parts.iter().copied()).flat_map(|it| list(it, "sections")).collect();
    let above = std::iter::once(report).chain(parts.iter().copied()).chain(sections);
    above.flat_map(|it| list(it, "initiatives")).collect()
}

fn figures(report: &Value) -> Vec<&Value> {
    initiatives(report).into_iter().flat_map(|it| list(it, "figures")).collect()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

fn words(value: &Value, key: &str) -> Vec<String> {
    list(value, key).iter().map(|it| it.as_str().unwrap().to_owned()).collect()
}

fn fiction(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/draft").join(name)
}

// What is written

#[test]
fn a_league_of_fiction() {
    let output = folder("league").join("out");
    let (code, said, report) = draft(&fiction("league.txt"), &output, &[]);
    assert_eq!(code, 0, "{said}");
    let report = report.unwrap();
    assert_eq!(
        (text(&report, "title"), report["year"].as_u64()),
        ("共青团青山市委2024年工作总结", Some(2024))
    );
    assert_eq!((text(&report["body"], "name"), text(&report["place"], "name")), ("共青团青山市委", "青山"));
    let rows: Vec<String> = figures(&report)
        .iter()
        .map(|it| {
            format!(
                "{} {} {} [{}] {}",
                text(it, "value"),
                text(it, "unit"),
                text(it, "printed"),
                words(it, "qualifiers").join(" "),
                text(it, "label")
            )
        })
        .collect();
    insta::assert_snapshot!(rows.join("\n"));
    let titles: Vec<&str> = initiatives(&report).iter().map(|it| text(it, "title")).collect();
    assert_eq!(titles[1..], ["深化理论学习", "办好新媒体", "助力乡村振兴", "做好志愿服务"]);
}

#[test]
fn what_is_written_passes_the_check_and_is_the_same_again() {
    for name in ["league.txt", "union.txt", "traditional.txt"] {
        let output = folder(&format!("same-{name}")).join("out");
        assert_eq!(draft(&fiction(name), &output, &["--year", "2024"]).0, 0);
        let ended =
            run(&["check", output.to_str().unwrap(), "--source", fiction(name).to_str().unwrap()], b"");
        assert_eq!(ended.code, 0, "{}", ended.out);
        let first =
            ["report.json", "ledger.tsv", "report.schema.json"].map(|it| fs::read(output.join(it)).unwrap());
        assert_eq!(draft(&fiction(name), &output, &["--force", "--year", "2024"]).0, 0);
        let second =
            ["report.json", "ledger.tsv", "report.schema.json"].map(|it| fs::read(output.join(it)).unwrap());
        assert!(first == second, "{name}: another draft of the same source");
    }
}

#[test]
fn every_run_of_digits_is_in_the_ledger() {
    let output = folder("ledger").join("out");
    draft(&fiction("league.txt"), &output, &[]);
    let source = fs::read_to_string(fiction("league.txt")).unwrap();
    let runs = source.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty()).count();
    let ledger = fs::read_to_string(output.join("ledger.tsv")).unwrap();
    let listed: usize = ledger
        .lines()
        .skip(1)
        .map(|it| {
            it.split('\t')
                .next()
                .unwrap()
                .split(|it: char| !it.is_ascii_digit())
                .filter(|it| !it.is_empty())
                .count()
        })
        .sum();
    assert_eq!(listed, runs, "{ledger}");
    assert!(ledger.lines().skip(1).all(|it| it.split('\t').count() == 4 && !it.ends_with('\t')), "{ledger}");
}

/// Drafts a text of fiction and asks it: the answer's text for each question.
fn answers_to(name: &str, text: &str, questions: &[&str]) -> Vec<String> {
    let (code, said, _) = drafted(name, text.as_bytes(), &["--body", "青山县慈善总会", "--year", "2021"]);
    assert_eq!(code, 0, "{said}");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("draft").join(name);
    let source = folder.join("source.txt");
    let checked =
        run(&["check", folder.join("out").to_str().unwrap(), "--source", source.to_str().unwrap()], b"");
    assert_eq!(checked.code, 0, "{}", checked.out);
    let ask = |it: &&str| run(&["ask", it, "--data", folder.join("out").to_str().unwrap()], b"").out;
    questions.iter().map(ask).collect()
}

/// A Word document with these paragraphs and a table.
fn word(paragraphs: &[&str]) -> Vec<u8> {
    let run = |it: &str| format!("<w:r><w:t xml:space=\"preserve\">{it}</w:t></w:r>");
    let lines: String = paragraphs.iter().map(|it| format!("<w:p>{}</w:p>", run(it))).collect();
    let cell = |it: &str| format!("<w:tc><w:p>{}</w:p></w:tc>", run(it));
    let table = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("指标"), cell("20"));
    let name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let body = format!("<w:document xmlns:w=\"{name}\"><w:body>{lines}{table}</w:body></w:document>");
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    writer.write_all(body.as_bytes()).unwrap();
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_ledger_is_read_back() {
    let output = folder("read-back").join("out");
    draft(&fiction("league.txt"), &output, &["--year", "2024"]);
    let file = output.join("ledger.tsv");
    let ledger = fs::read_to_string(&file).unwrap();
    let last = ledger.lines().last().unwrap().to_owned();
    let rows = [
        (ledger.clone(), ""),
        (ledger.replace(&format!("{last}\n"), ""), "不在这个文件里"),
        (format!("{ledger}20场\t1\t1\tno-such-figure\n"), "no-such-figure"),
        (ledger.replace('\t', " "), "不是四列"),
    ];
    for (text, expected) in rows {
        fs::write(&file, text).unwrap();
        let source = fiction("league.txt");
        let ended = run(&["check", output.to_str().unwrap(), "--source", source.to_str().unwrap()], b"");
        // What differs there is a hint: the report can be used.
        assert_eq!(ended.code, 0, "{}", ended.out);
        let hints: Vec<&str> = ended.out.lines().filter(|it| it.contains("ledger.tsv")).collect();
        assert_eq!(hints.is_empty(), expected.is_empty(), "{hints:?}");
        assert!(expected.is_empty() || hints.iter().any(|it| it.contains(expected)), "{hints:?}");
    }
}

#[test]
fn what_is_no_plain_text_is_checked_against_its_text() {
    let paragraphs = [
        "青山县妇联2023年工作总结",
        "一、关爱服务",
        "青山县妇联全年开展培训20场,每场12至15人。",
        "各级妇联组织团结带领广大妇女,用心用情做好各项服务工作。",
    ];
    let page = format!("<html><body><p>{}</p></body></html>", paragraphs.join("</p><p>"));
    let (wide, _, _) = encoding_rs::GB18030
        .encode("青山县妇联2023年工作总结\n一、关爱服务\n全年开展培训20场,每场12至15人。");
    let rows = [
        ("word", "docx", word(&paragraphs)),
        ("page", "html", page.into_bytes()),
        ("gbk", "txt", wide.to_vec()),
    ];
    for (name, ending, bytes) in rows {
        let folder = folder(&format!("no-plain-{name}"));
        let source = folder.join(format!("source.{ending}"));
        fs::write(&source, bytes).unwrap();
        let (code, said, report) = draft(&source, &folder.join("out"), &[]);
        assert_eq!(code, 0, "{said}");
        let values: Vec<String> =
            figures(&report.unwrap()).iter().map(|it| text(it, "value").to_owned()).collect();
        assert_eq!(values, ["20", "12至15"], "{name}");
        let output = folder.join("out");
        let plain = output.join("source.txt");
        assert!(said.contains(plain.to_str().unwrap()), "{said}");
        let ended = run(&["check", output.to_str().unwrap(), "--source", plain.to_str().unwrap()], b"");
        assert_eq!(ended.code, 0, "{name}: {}", ended.out);
    }
}

/// Questions with the values that answer them.
type Questions = &'static [(&'static str, &'static str)];

#[test]
fn layouts_of_other_bodies() {
    let account = "青山县慈善总会2021年收支情况\n一、2021年度慈善资金收支情况\n(一)全年慈善资金支出1320.44万元。\n\
        1.用于各类救助支出1308.94万元,受益6655人(家)次。其中:\n(1)恤病170.52万元,受益2539人次;\n\
        (2)深圳企业家晴娃娃基金支出6.2万元,受益28人次。\n2.县财政资助130万元(其中100万元为结对四川省宣汉县扶贫专款)。\n";
    let markdown = "# 2023 年度少先队工作总结\n\n全校现有少先队大队 1 个、中队 36 个。\n\n## 一、思想引领\n\n\
        - **红领巾广播站**：全年播出 64 期；\n- 撰写寻访日记 **386 篇**。\n\n## 二、队伍建设\n\n\
        * 辅导员培训 4 次，受益 **1.2** 万余人次\n\n## 三、2024 年打算\n\n- 新建小社团不少于 5 个\n";
    let timeline = "青山义工会\n公益历程\n2016年1月\n义工会成立，注册志愿者3143人。\n2016-2019年\n\
        探访困难家庭260户。\n2019年10月\n组织敬老活动37场。\n";
    let grades = "一、农家书屋\n全县开展农家书屋星级评定，评选出一星级22家，二星级30家，星级农家书屋52家。\n\
        获全县说课比赛一等奖1名、二等奖2名。\n";
    let rows: [(&str, &str, Questions); 4] = [
        (
            "account",
            account,
            &[
                ("恤病支出多少元？", "170.52"),
                ("深圳企业家晴娃娃基金支出多少？", "6.2"),
                ("结对四川省宣汉县扶贫专款有多少元？", "100"),
                ("慈善资金支出多少？", "1320.44"),
            ],
        ),
        (
            "markdown",
            markdown,
            &[("寻访日记多少篇？", "386"), ("红领巾广播站播出几期？", "64"), ("受益多少人次？", "1.2")],
        ),
        ("timeline", timeline, &[("探访困难家庭多少户？", "260"), ("敬老活动多少场？", "37")]),
        ("grades", grades, &[("一星级农家书屋有多少家？", "22"), ("说课比赛二等奖几名？", "2")]),
    ];
    for (name, text, expected) in rows {
        let questions: Vec<&str> = expected.iter().map(|it| it.0).collect();
        let said = answers_to(name, text, &questions);
        for ((question, value), said) in expected.iter().zip(said) {
            let first = said.lines().next().unwrap_or_default();
            assert!(first.contains(value), "{name}: {question}\n{said}");
        }
    }
}

#[test]
fn a_union_is_no_other_body_in_its_own_report() {
    let output = folder("union").join("out");
    assert_eq!(draft(&fiction("union.txt"), &output, &["--year", "2023"]).0, 0);
    let rows = [
        ("全市基层工会有多少家？", "1560"),
        ("基层工会有多少家？", "1560"),
        ("工会投入帮扶资金多少？", "320.5"),
        ("总工会服务农民工多少人次？", "6.6"),
    ];
    for (question, value) in rows {
        let said = run(&["ask", question, "--data", output.to_str().unwrap()], b"").out;
        assert!(said.lines().next().unwrap().contains(value), "{question}: {said}");
    }
    // Another body stays another one.
    let said = run(&["ask", "妇联投入帮扶资金多少？", "--data", output.to_str().unwrap()], b"").out;
    assert!(!said.lines().next().unwrap().contains("320.5"), "{said}");
}

// Sources of any kind

#[test]
fn the_same_text_in_other_encodings() {
    let source = fs::read_to_string(fiction("league.txt")).unwrap();
    let plain = drafted("utf-8", source.as_bytes(), &[]).2.unwrap();
    let wide: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(source.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let page = format!(
        "<html><head><script>alert('9场')</script></head><body>{}</body></html>",
        source.lines().map(|it| format!("<p>{it}</p>")).collect::<String>()
    );
    let gb18030 = encoding_rs::GB18030.encode(&source).0.into_owned();
    for (name, bytes) in [("utf-16", wide), ("gb18030", gb18030), ("page", page.into_bytes())] {
        let report = drafted(name, &bytes, &[]).2.unwrap();
        let values =
            |it: &Value| figures(it).iter().map(|it| text(it, "printed").to_owned()).collect::<Vec<String>>();
        assert_eq!(values(&report), values(&plain), "{name}");
    }
}

// What is refused

#[test]
fn sources_that_are_refused_in_one_sentence() {
    let league = fs::read_to_string(fiction("league.txt")).unwrap();
    let pinyin: String = league
        .chars()
        .map(|it| if it.is_alphabetic() && !it.is_ascii() { format!("{it}pīn") } else { it.to_string() })
        .collect();
    let nobody = "全市开展活动12场，覆盖青年300人次，取得了新的进展和成效，受到各方面的一致好评。";
    let rows: [(&str, Vec<u8>, &str); 10] = [
        ("empty", Vec::new(), "空的"),
        ("binary", (0..=255).cycle().take(4096).collect(), "不是文字"),
        ("pdf", b"%PDF-1.7".to_vec(), "PDF"),
        ("large", "团".repeat(17 << 20).into_bytes(), "太大"),
        ("digits", "1 ".repeat(1_000_000).into_bytes(), "，"),
        ("digits-in-text", format!("{league}{}", "5场，".repeat(50_000)).into_bytes(), "，"),
        ("pinyin", pinyin.into_bytes(), "拼音"),
        ("plan", fs::read(fiction("plan.txt")).unwrap(), "计划"),
        (
            "table",
            "指标名称 | 数量 | 单位 |\n开展主题宣讲活动的场次 | 50 | 场 |\n覆盖青年的人次 | 500 | 人 |"
                .as_bytes()
                .to_vec(),
            "表格",
        ),
        ("nobody", nobody.as_bytes().to_vec(), "--body"),
    ];
    for (name, bytes, said) in rows {
        let (code, output, report) = drafted(name, &bytes, &[]);
        assert!(code == 2 && output.contains(said) && report.is_none(), "{name}: {code} {output}");
        assert_eq!(output.trim().lines().count(), 1, "{name}: {output}");
        assert!(!folder_of(name).join("out").exists(), "{name}: something was left");
    }
    let (code, output, _) = drafted("no-year", nobody.as_bytes(), &["--body", "共青团青山市委"]);
    assert!(code == 2 && output.contains("--year"), "{output}");
    assert_eq!(drafted("named", nobody.as_bytes(), &["--body", "共青团青山市委", "--year", "2024"]).0, 0);
}

fn folder_of(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("draft").join(name)
}

#[test]
fn a_report_is_not_written_over() {
    let output = folder("over").join("out");
    fs::create_dir_all(&output).unwrap();
    fs::write(output.join("report.json"), "mine").unwrap();
    let ended = run(&["draft", fiction("league.txt").to_str().unwrap(), "-o", output.to_str().unwrap()], b"");
    assert!(ended.code == 2 && ended.err.contains("--force"), "{}", ended.err);
    assert_eq!(fs::read_to_string(output.join("report.json")).unwrap(), "mine");
    assert_eq!(fs::read_dir(&output).unwrap().count(), 1);
}

// Published texts, where they are

/// Where the published texts are, if anywhere.
fn shared() -> Option<PathBuf> {
    let named = std::env::var_os("LEAGUE_BOT_SHARED").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    named.or(Some(beside)).filter(|it| it.join("reports/dev/index.tsv").is_file())
}

/// The rows of a table with a head.
fn table(path: &Path) -> Vec<Vec<String>> {
    fs::read_to_string(path)
        .unwrap()
        .lines()
        .skip(1)
        .map(|it| it.split('\t').map(str::to_owned).collect())
        .collect()
}

/// How many of how many.
#[derive(Default)]
struct Share {
    right: usize,
    all: usize,
}

impl Share {
    fn count(&mut self, right: bool) {
        self.all += 1;
        self.right += usize::from(right);
    }

    fn assert(&self, what: &str, least: f64) {
        let share = self.right as f64 / self.all as f64;
        println!("{what}: {} of {} = {share:.3}", self.right, self.all);
        assert!(share >= least, "{what}: {share:.3} < {least}");
    }
}

#[test]
fn the_development_texts() {
    let Some(shared) = shared() else {
        println!("left out: no development texts beside the repository (LEAGUE_BOT_SHARED)");
        return;
    };
    let folder = folder("development");
    let (mut found, mut precise, mut qualified, mut led) =
        (Share::default(), Share::default(), Share::default(), Share::default());
    let (mut right, mut careful) = (Share::default(), Share::default());
    for row in table(&shared.join("reports/dev/index.tsv")) {
        let source = shared.join("reports/dev").join(&row[1]);
        let year =
            row[4].rsplit(|it: char| !it.is_ascii_digit()).find(|it| it.len() == 4).unwrap().to_owned();
        let output = folder.join(&row[0]);
        let (code, said, report) = draft(&source, &output, &["--body", &row[3], "--year", &year]);
        assert_eq!(code, 0, "{}: {said}", row[0]);
        let checked = run(&["check", output.to_str().unwrap(), "--source", source.to_str().unwrap()], b"");
        assert_eq!(checked.code, 0, "{}: {}", row[0], checked.out);
        let report = report.unwrap();
        let gold: Vec<Vec<String>> = table(&shared.join("reports/dev").join(format!("{}.gold.tsv", row[0])))
            .into_iter()
            .filter(|it| it[5] == "achievement")
            .collect();
        let key = |it: &[String]| (it[1].clone(), it[2].replace('-', ""));
        let expected: BTreeSet<_> = gold.iter().map(|it| key(it)).collect();
        let drafted: Vec<_> = figures(&report)
            .iter()
            .map(|it| (text(it, "value").to_owned(), text(it, "unit").to_owned()))
            .collect();
        expected.iter().for_each(|it| found.count(drafted.contains(it)));
        drafted.iter().for_each(|it| precise.count(expected.contains(it)));
        // A figure of the title stands for itself once.
        for (gold, drafted, initiative) in pairs(&report, gold.iter().filter(|it| !it[4].contains("标题")))
        {
            qualified.count(same_words(gold, drafted));
            led.count(gold[7] == "-" || bare(&gold[7]) == bare(text(initiative, "title")));
            let (is_right, is_careless) = asked(&output, gold);
            right.count(is_right);
            careful.count(!is_careless);
        }
    }
    found.assert("value and unit", 0.99);
    precise.assert("precision", 0.99);
    qualified.assert("qualifiers", 0.98);
    led.assert("leads", 0.99);
    right.assert("questions in the gold's words", 0.90);
    careful.assert("not careless", 0.98);
}

/// Each gold row with the first figure of its value and unit that no earlier row took.
fn pairs<'a>(
    report: &'a Value,
    gold: impl Iterator<Item = &'a Vec<String>>,
) -> Vec<(&'a Vec<String>, &'a Value, &'a Value)> {
    let mut left: Vec<(&Value, &Value)> = initiatives(report)
        .into_iter()
        .flat_map(|it| list(it, "figures").into_iter().map(move |figure| (figure, it)))
        .collect();
    let mut pairs = Vec::new();
    for row in gold {
        let is_it = |it: &(&Value, &Value)| {
            text(it.0, "value") == row[1] && text(it.0, "unit") == row[2].replace('-', "")
        };
        if let Some(at) = left.iter().position(is_it) {
            let (figure, initiative) = left.remove(at);
            pairs.push((row, figure, initiative));
        }
    }
    pairs
}

/// Qualifiers as a set; a span of years is the figure's period.
fn same_words(gold: &[String], drafted: &Value) -> bool {
    let period = text(drafted, "period");
    let expected: BTreeSet<String> = gold[3]
        .split('+')
        .filter(|it| *it != "none" && *it != period)
        .map(|it| it.replace("已达", "达"))
        .collect();
    expected == words(drafted, "qualifiers").into_iter().collect()
}

fn bare(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).collect()
}

/// Whether a question in the gold's words is answered right first and alone, and whether with another figure.
fn asked(data: &Path, gold: &[String]) -> (bool, bool) {
    let unit = gold[2].trim_start_matches(['万', '亿', '千', '百', '-']);
    let asks =
        if unit.is_empty() || unit == "%" { "是多少".to_owned() } else { format!("有多少{unit}") };
    let line = serde_json::json!({"id": 1, "question": format!("{}{asks}？", gold[4])}).to_string();
    let said = run(&["ask", "--jsonl", "--data", data.to_str().unwrap()], format!("{line}\n").as_bytes()).out;
    let answer: Value = serde_json::from_str(said.lines().next().unwrap()).unwrap();
    let shown: Vec<&str> = list(&answer, "answers")
        .into_iter()
        .map(|it| text(&it["figure"], "value"))
        .filter(|it| !it.is_empty())
        .collect();
    (shown == [gold[1].as_str()], !shown.is_empty() && shown[0] != gold[1])
}

#[test]
fn the_report_that_was_entered_by_hand() {
    let Some(shared) = shared() else {
        println!("left out: no published text beside the repository (LEAGUE_BOT_SHARED)");
        return;
    };
    let output = folder("by-hand").join("out");
    let (code, said, report) = draft(&shared.join("report/leshan-2024.txt"), &output, &[]);
    assert_eq!(code, 0, "{said}");
    let report = report.unwrap();
    let by_hand = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/leshan-2024/report.json");
    let by_hand: Value = serde_json::from_str(&fs::read_to_string(by_hand).unwrap()).unwrap();
    let rows = |it: &Value| -> Vec<String> {
        figures(it)
            .iter()
            .map(|it| {
                format!(
                    "{} {} {:?}",
                    text(it, "value"),
                    text(it, "unit"),
                    words(it, "qualifiers").into_iter().collect::<BTreeSet<_>>()
                )
            })
            .collect()
    };
    assert_eq!(rows(&report), rows(&by_hand));
    let titles = |it: &Value| -> Vec<String> {
        let parts = list(it, "parts");
        let sections = parts.iter().flat_map(|it| list(it, "sections"));
        let all = parts.iter().copied().chain(sections).chain(initiatives(it));
        all.map(|it| text(it, "title").to_owned()).collect()
    };
    assert_eq!(titles(&report), titles(&by_hand));
}
