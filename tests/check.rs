//! `league-bot check` from outside: every way in which data can be wrong, with its place and its cure.
//! Each row is a change to a small fictional report and what is told about it.
#![expect(clippy::unwrap_used, reason = "a test may stop where something is not as it was made")]

mod binary;

use binary::{copy_small, folder, report_with, run, small};
use std::fs;
use std::path::Path;

/// What is told about a changed report, one problem a line, without the path; and the exit code.
fn told(name: &str, changes: &[(&str, &str)]) -> (i32, String) {
    let path = report_with(name, changes);
    let ended = run(&["check", path.to_str().unwrap()], b"");
    assert_eq!(ended.err, "");
    (ended.code, ended.out.replace(&format!("{}:", path.display()), ""))
}

/// One change, one line told before the count.
fn check(name: &str, change: (&str, &str), line: &str) {
    assert_eq!(told(name, &[change]), (1, format!("{line}\n要改 1 处；提示 0 处，待核 0 处\n")));
}

#[test]
fn the_built_in_data_is_well() {
    let ended = run(&["check"], b"");
    assert_eq!((ended.code, ended.out.as_str()), (0, "没有错误：1 份报告，67 个数；提示 0 处，待核 0 处\n"));
}

#[test]
fn the_data_in_the_repository_is_well() {
    let ended = run(&["check", "data", "tests/data/small"], b"");
    assert_eq!((ended.code, ended.out.as_str()), (0, "没有错误：2 份报告，70 个数；提示 0 处，待核 0 处\n"));
}

#[test]
fn paths_without_a_report() {
    let empty = folder("empty");
    let ended = run(&["check", "no/such/place", empty.to_str().unwrap()], b"");
    let expected = format!(
        "no/such/place: 找不到这个文件或文件夹，请检查路径有没有写错\n\
         {}: 这个文件夹里没有报告，请放入 report.json（draft 命令能从原文生成），或者每份报告放一个子文件夹\n\
         要改 2 处；提示 0 处，待核 0 处\n",
        empty.display()
    );
    assert_eq!((ended.code, ended.out), (2, expected));
}

// Form

#[test]
fn a_missing_comma_is_told_where_it_is_missing() {
    let line = "3:21: 这里少了逗号，请加上英文逗号 ,";
    check("no-comma", ("\"yunqi-2023\",", "\"yunqi-2023\""), line);
    // Columns are counted in characters.
    let line = "6:29: 这里少了逗号，请加上英文逗号 ,";
    check("no-comma-behind-chinese", ("市委\", \"aliases\"", "市委\" \"aliases\""), line);
}

/// Marks of a Chinese keyboard, each named with its place and its cure; the rest is read as it was meant.
#[test]
fn marks_of_a_chinese_keyboard() {
    let rows = [
        (("\"办好青年夜校\"", "“办好青年夜校”"), "18:24: 引号 “” 用错了，请改成英文双引号 \""),
        (("\"办好青年夜校\"", "\"办好青年夜校”"), "18:31: 引号 ” 用错了，请改成英文双引号 \""),
        (("\"期\",", "\"期\"，"), "27:30: “，”是中文标点，请改成英文逗号 ,"),
        (("\"year\": 2023", "\"year\"：2023"), "5:9: “：”用错了，请改成英文冒号 :"),
        (("\"year\": 2023", "\"year\": ２０２３"), "5:11: “２０２３”是全角数字，请改成半角的，如 2024"),
        (("[\"夜校\"]", "【\"夜校\"]"), "20:26: “【”是中文括号，请改成英文括号，如 { } 或 [ ]"),
        (("\"value\": \"46\"", "\"value\": 46期"), "26:28: “46期”要加引号，请写成 \"46期\""),
        (("\"46期\"", "\"46\n期\""), "28:33: 引号里面换行了，请把下一行接上来，写在同一行"),
        (("\"year\": 2023,", "\"year\": 2023, // 年份"), "5:17: JSON 文件里不能写注释，请删掉"),
        (("[\"夜校\"]", "[\"夜校\",]"), "20:31: 最后一项后面不用逗号，请删掉这个逗号"),
    ];
    for (number, (change, line)) in rows.into_iter().enumerate() {
        let (code, told) = told(&format!("keyboard-{number}"), &[change]);
        assert!(code == 1 && told.lines().any(|it| it == line), "{line}\n{told}");
    }
}

/// Several mistakes of writing, and what the rest says: a wrong field and a wrong figure are told with them.
#[test]
fn a_broken_file_tells_all_that_can_be_told() {
    let changes = [
        ("\"yunqi-2023\",", "“yunqi-2023”"),
        ("\"year\": 2023", "\"year\"：2023"),
        ("\"aliases\": [\"夜校\"]", "\"alias\": [\"夜校\"]"),
        ("\"18场\"", "\"81场\""),
    ];
    let (code, told) = told("several-kinds", &changes);
    let places: Vec<&str> = told.lines().map(|it| it.split(": ").next().unwrap()).collect();
    let expected = ["3:9", "3:21", "5:9", "20:15", "54:19", "要改 5 处；提示 0 处，待核 0 处"];
    assert_eq!((code, places.as_slice()), (1, &expected[..]), "{told}");
}

/// Word turns every quotation mark into its own: that is told by some of them, and how many more there are.
#[test]
fn the_same_mistake_everywhere() {
    let text = fs::read_to_string(small().join("report.json")).unwrap();
    let path = folder("everywhere").join("report.json");
    fs::write(&path, text.replace('"', "”")).unwrap();
    let ended = run(&["check", path.to_str().unwrap()], b"");
    let last = ended.out.lines().rfind(|it| it.contains("引号 ”” 用错了")).unwrap();
    assert!(last.contains("处一样的，可以用“替换”一次改完"), "{}", ended.out);
    assert!(ended.code == 1 && ended.out.lines().count() < 12, "{}", ended.out);
}

/// A field that has another name is read as what was meant: what is wrong in it is told as well.
#[test]
fn what_stands_in_a_field_of_another_name_is_looked_at() {
    let (code, told) = told("other-name", &[("\"figures\"", "\"figure\""), ("46期", "47期")]);
    let places: Vec<&str> = told.lines().map(|it| it.split(": ").next().unwrap()).collect();
    assert_eq!((code, &places[..2]), (1, &["22:15", "28:19"][..]), "{told}");
}

#[test]
fn a_file_that_ends_too_early() {
    let text = fs::read_to_string(small().join("report.json")).unwrap().replacen("\"46期\"", "\"47期\"", 1);
    let path = folder("cut").join("report.json");
    fs::write(&path, text.split("\"river-walks\"").next().unwrap()).unwrap();
    let ended = run(&["check", path.to_str().unwrap()], b"");
    // Nothing is said of what is only cut off.
    assert!(ended.code == 1 && !ended.out.contains("少了“"), "{}", ended.out);
    assert!(ended.out.contains("文件到这里就断了"), "{}", ended.out);
}

#[test]
fn files_that_are_no_text() {
    let rows: [(&str, &[u8], &str); 10] = [
        ("docx", b"PK\x03\x04\x14\x00 word/document.xml", ": 这是 Word 文件，"),
        ("xlsx", b"PK\x03\x04\x14\x00 xl/workbook.xml", ": 这是 Excel 表格，"),
        (
            "doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00",
            ": 这是 Word 文件，",
        ),
        ("pdf", b"%PDF-1.7\n", ": 这是 PDF 文件，"),
        ("utf16", b"\xff\xfe{\x00}\x00", ": 文字编码是 UTF-16，不是 UTF-8，"),
        ("gbk", b"{\n  \"title\": \"\xd4\xc6\xcf\xaa\"}", ":2:13: 文字编码是 GBK，不是 UTF-8，"),
        ("binary", b"\x7fELF\x00\x01\x02", ": 这不是文字文件，"),
        ("text", "云溪团委的工作\n办了 46 期".as_bytes(), ":1:1: 这是普通文字，不是报告数据，"),
        ("html", b"<html></html>", ":1:1: 这是网页，不是报告数据，"),
        ("empty", b" \n", ":2:1: 文件里没有内容，"),
    ];
    for (name, bytes, begun) in rows {
        let path = folder(&format!("no-text-{name}")).join("report.json");
        fs::write(&path, bytes).unwrap();
        let ended = run(&["check", path.to_str().unwrap()], b"");
        let first = ended.out.lines().next().unwrap().replace(&path.display().to_string(), "");
        assert!(ended.code == 1 && first.starts_with(begun), "{name}: {}", ended.out);
        assert_eq!((ended.out.lines().count(), ended.err.as_str()), (2, ""), "{name}: {}", ended.out);
        // The same as the published text
        if !["empty", "text", "html"].contains(&name) {
            let ended = run(&["check", "tests/data/small", "--source", path.to_str().unwrap()], b"");
            assert!(ended.code == 1 && ended.out.contains(begun), "{name}: {}", ended.out);
        }
    }
}

#[test]
fn files_that_are_too_large() {
    let path = folder("large").join("report.json");
    let text = format!("{{\"title\": \"{}\"}}", "青".repeat(17_000_000));
    fs::write(&path, text).unwrap();
    let line =
        format!("{}: 文件有 51 MB，太大了，报告一般不到 1 MB；请检查是不是选错了文件\n", path.display());
    for arguments in [
        &["check", path.to_str().unwrap()][..],
        &["check", "tests/data/small", "--source", path.to_str().unwrap()],
    ] {
        let ended = run(arguments, b"");
        assert_eq!((ended.code, ended.out.split_inclusive('\n').next().unwrap()), (1, line.as_str()));
    }
}

#[test]
fn a_published_text_of_a_million_digits() {
    let path = folder("million-digits").join("原文.txt");
    for (name, text) in [("one", "7".repeat(1_000_000)), ("many", "7 ".repeat(500_000))] {
        fs::write(&path, text).unwrap();
        let ended = run(&["check", "tests/data/small", "--source", path.to_str().unwrap()], b"");
        assert!(ended.code == 1 && ended.out.len() < 100_000, "{name}: {} bytes", ended.out.len());
    }
}

#[test]
fn a_published_text_that_is_empty() {
    let path = folder("empty-source").join("原文.txt");
    fs::write(&path, "\n \n").unwrap();
    let ended = run(&["check", "tests/data/small", "--source", path.to_str().unwrap()], b"");
    assert!(ended.code == 2 && ended.out.contains("原文.txt: 原文是空的，"), "{}", ended.out);
}

#[test]
fn subfolders_that_hold_no_report_are_named() {
    let all = folder("subfolders");
    fs::create_dir_all(all.join("2023")).unwrap();
    fs::create_dir_all(all.join("草稿")).unwrap();
    copy_small("subfolders-report", &[], &all.join("2023"));
    let ended = run(&["check", all.to_str().unwrap()], b"");
    assert!(
        ended.code == 0 && ended.out.contains("草稿: 提示：这个子文件夹里没有 report.json，没有载入"),
        "{}",
        ended.out
    );
    assert!(ended.out.ends_with("没有错误：1 份报告，3 个数；提示 1 处，待核 0 处\n"), "{}", ended.out);
}

/// Who runs the tests may open every folder, so a link that leads to itself stands for one that cannot be opened.
#[cfg(unix)]
#[test]
fn a_subfolder_that_cannot_be_opened_is_named() {
    let all = folder("unreadable-subfolder");
    fs::create_dir_all(all.join("2023")).unwrap();
    copy_small("unreadable-report", &[], &all.join("2023"));
    std::os::unix::fs::symlink("2022", all.join("2022")).unwrap();
    let ended = run(&["check", all.to_str().unwrap()], b"");
    assert!(ended.code == 2 && ended.out.contains("2022: 读不了，请检查有没有权限打开"), "{}", ended.out);
    let ended = run(&["ask", "夜校几期", "--data", all.to_str().unwrap()], b"");
    assert!(ended.code == 2 && ended.err.contains("2022: 读不了"), "{}", ended.err);
}

#[test]
fn a_report_without_body_or_year() {
    let changes = [
        ("\"year\": 2023,", ""),
        ("\"body\": {\"name\": \"共青团云溪市委\", \"aliases\": [\"团市委\"]},", ""),
    ];
    let (code, told) = told("no-body", &changes);
    assert_eq!(code, 1);
    for begun in ["1:1: 少了“year”", "1:1: 少了“body”"] {
        assert!(told.lines().any(|it| it.starts_with(begun)), "{told}");
    }
}

#[test]
fn review_marks_are_told_apart_and_are_no_errors() {
    let changes = [
        (
            "\"nature\": \"stock\"",
            "\"nature\": \"stock\", \"review\": [\"原文第 3 行第 9 列：只写了人次，请看是否重复计算\"]",
        ),
        ("[\"护河\"]", "[\"夜 校\"]"),
        ("\"year\": 2023,", "\"year\": 2023, \"review\": [\"年份是猜的\\n请核对\"],"),
    ];
    let (code, told) = told("marks", &changes);
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!((code, lines.len()), (0, 4), "{told}");
    assert!(lines[0].starts_with("47:27: 提示：“夜 校”"), "{told}");
    assert_eq!(lines[1], "5:28: 待核：年份是猜的 请核对");
    assert_eq!(lines[2], "39:49: 待核：原文第 3 行第 9 列：只写了人次，请看是否重复计算");
    assert_eq!(lines[3], "没有错误：1 份报告，3 个数；提示 1 处，待核 2 处");
}

#[test]
fn a_byte_order_mark_is_no_problem() {
    assert_eq!(told("bom", &[("{", "\u{feff}{")]).0, 0);
}

#[test]
fn fields() {
    let line = "20:15: 这里不能写“alias”，是不是“aliases”（别名）？";
    check("unknown-field", ("\"aliases\": [\"夜校\"]", "\"alias\": [\"夜校\"]"), line);
    check("missing-field", ("\"unit\": \"场\",", ""), "49:17: 少了“unit”（单位），请补上");
    let line = "26:19: 写法不对，请改成一段加引号的文字，如 \"12\"";
    check("wrong-type", ("\"value\": \"46\"", "\"value\": 46"), line);
    let line = "29:19: “flows”不能用在这里，请改成：flow 或 stock";
    check("unknown-choice", ("\"flow\"", "\"flows\""), line);
    let line = "6:3: “year”在同一个括号里写了两次，请删掉一个";
    check("twice", ("\"year\": 2023,", "\"year\": 2023,\n  \"year\": 2023,"), line);
}

// Word lists

/// What is told of a folder with a sound report, its own words and words for all; and the exit code.
fn told_of_words(name: &str, own: &[u8], common: &str) -> (i32, String) {
    let folder = folder(name);
    fs::create_dir_all(folder.join("yunqi")).unwrap();
    fs::create_dir_all(folder.join("common")).unwrap();
    copy_small(&format!("{name}-report"), &[], &folder.join("yunqi"));
    fs::write(folder.join("yunqi/lexicon.json"), own).unwrap();
    fs::write(folder.join("common/words.json"), common).unwrap();
    let ended = run(&["check", folder.to_str().unwrap()], b"");
    assert_eq!(ended.err, "");
    (ended.code, ended.out.replace(&format!("{}/", folder.display()), ""))
}

#[test]
fn word_lists_that_are_well() {
    let own = "{\"synonyms\": [{\"words\": [\"夜校\", \"星河\"]}]}";
    let told = told_of_words("words-well", own.as_bytes(), "{\"stop\": [\"嘛\"]}");
    assert_eq!(told, (0, "没有错误：1 份报告，3 个数；提示 0 处，待核 0 处\n".to_owned()));
}

#[test]
fn word_lists_have_their_form() {
    let own = "{\n  \"stops\": [\"嘛\"],\n  \"synonyms\": [{\"words\": \"夜校\"}]\n}";
    let common = "{\"stop\": [\"嘛\"],\n \"cues\": {\"which\": [\"哪\", 7], \"wich\": [\"啥\"]}}";
    let (code, told) = told_of_words("words-form", own.as_bytes(), common);
    let begun = [
        "common/words.json:2:26: 写法不对，请改成一段加引号的文字",
        "common/words.json:2:30: 这里不能写“wich”，是不是“which”？",
        "yunqi/lexicon.json:2:3: 这里不能写“stops”，是不是“stop”？",
        "yunqi/lexicon.json:3:17: 写法不对，请改成一组内容，写在方括号 [ ] 里",
        "要改 4 处；提示 0 处，待核 0 处",
    ];
    assert!(code == 1 && told.lines().count() == begun.len(), "{told}");
    told.lines().zip(begun).for_each(|(line, begun)| assert!(line.starts_with(begun), "{line}"));
}

#[test]
fn word_lists_that_cannot_be_read() {
    let (code, told) = told_of_words("words-broken", b"{\"stop\": [\"a\"", "{}");
    let line = "yunqi/lexicon.json:1:14: 文件到这里就断了，没有写完；如果内容是全的，请在最后补上 ] }";
    assert_eq!((code, told), (1, format!("{line}\n要改 1 处；提示 0 处，待核 0 处\n")));
    let (code, told) = told_of_words("words-gbk", b"{\"stop\": [\"\xd4\xc6\"]}", "{}");
    assert!(code == 1 && told.starts_with("yunqi/lexicon.json:1:12: 文字编码是 GBK，不是 UTF-8"), "{told}");
    // The first of the two would be lost without a word.
    let twice = "{\"cues\": {\"which\": [\"哪\"],\n \"which\": [\"啥\"]}}";
    let line = "common/words.json:2:2: “which”在同一个括号里写了两次，请删掉一个";
    assert_eq!(
        told_of_words("words-twice", b"{}", twice),
        (1, format!("{line}\n要改 1 处；提示 0 处，待核 0 处\n"))
    );
}

#[test]
fn word_lists_are_told_beside_a_report_that_is_wrong() {
    let path = report_with("words-and-report", &[("\"year\": 2023", "\"year\": 23")]);
    fs::write(path.with_file_name("lexicon.json"), "{\"stop\": \"嘛\"}").unwrap();
    let ended = run(&["check", path.parent().unwrap().to_str().unwrap()], b"");
    let places: Vec<&str> = ended.out.lines().map(|it| it.rsplit('/').next().unwrap()).collect();
    assert!(
        places[0].starts_with("report.json:5:3: ") && places[1].starts_with("lexicon.json:1:2: "),
        "{places:?}"
    );
    assert_eq!((ended.code, places.len()), (1, 3));
}

// Meaning

#[test]
fn identifiers() {
    let line = "44:15: 编号“night-school”用了两次，请把其中一个改掉（另一处在第 17 行）";
    check("id-twice", ("\"id\": \"river-guard\"", "\"id\": \"night-school\""), line);
    let line = "44:15: 编号（id）是空的，请填上，或者删掉这一项：没有编号时会自动起一个";
    check("empty-id", ("\"id\": \"river-guard\"", "\"id\": \" \""), line);
    for id in ["护河", "part-1", "river guard", "图1：", "a/b~c", &"x".repeat(200)] {
        let (code, told) = told("any-id", &[("\"river-guard\"", &format!("\"{id}\""))]);
        assert_eq!(code, 0, "{told}");
    }
}

#[test]
fn names() {
    let line = "18:15: 标题（title）是空的，请填上文字，或者删掉这一项";
    check("empty-title", ("\"办好青年夜校\"", "\" \""), line);
    let line = "47:27: 别名（aliases）是空的，请填上文字，或者删掉这一项";
    check("empty-alias", ("[\"护河\"]", "[\"\"]"), line);
}

#[test]
fn two_aliases_that_fold_to_the_same_text_are_a_warning_that_names_both() {
    let line = "47:27: 提示：“夜 校”和“夜校”读起来是同一个说法，问到时分不清是哪个，请改掉其中一个（另一处在第 20 行）";
    let (code, told) = told("same-alias", &[("[\"护河\"]", "[\"夜 校\"]")]);
    assert_eq!((code, told), (0, format!("{line}\n没有错误：1 份报告，3 个数；提示 1 处，待核 0 处\n")));
}

#[test]
fn figures() {
    let line = "54:19: 原文写法“18场”与数值、单位对不上（按它们应是“18”），请改成一致";
    check("no-unit", ("\"unit\": \"场\"", "\"unit\": \"\""), line);
    let line = "26:19: “46期”不是数，请照原文只写数字，如 600、15.2、九百 或 12-15，单位写到 unit 里";
    check("no-number", ("\"value\": \"46\"", "\"value\": \"46期\""), line);
    let line = "54:19: 原文写法“81场”与数值、单位对不上（按它们应是“18场”），请改成一致";
    check("printed", ("\"printed\": \"18场\"", "\"printed\": \"81场\""), line);
    let line = "38:19: “1200余人次”里有“余”，请在 qualifiers 里也写上“余”";
    check("floor-not-marked", ("[\"累计\", \"余\"]", "[\"累计\"]"), line);
    let line = "30:34: 这条举措的 programmes 里没有“星海夜校”，是不是“星河夜校”？";
    check("programme", ("[\"星河夜校\"]", "[\"星海夜校\"]"), line);
    let line = "37:39: “大概”不是这里能用的词，请改成：余 多 超 超过 逾 破 突破 以上 不少于 近 将近 约 累计 共 共计 合计 总计 连续 共有 达 达到 新增 全年 现有 其中 年均 平均 均 每 每年 每人";
    check("qualifier", ("\"累计\", \"余\"", "\"余\", \"大概\""), line);
}

#[test]
fn everything_else() {
    let line = "19:15: 简介里有数字“7”，请写到 figures 里；不是工作数据的（如 第六届）写进 waived 就能留着";
    check("digits", ("晚上开课", "晚上7点开课"), line);
    for (name, year) in
        [("short", "23"), ("long", "70000"), ("negative", "-2023"), ("huge", "99999999999999999999")]
    {
        let line = told(&format!("year-{name}"), &[("\"year\": 2023", &format!("\"year\": {year}"))]);
        assert!(line.0 == 1 && line.1.starts_with("5:3: 年份 "), "{year}: {}", line.1);
    }
    let line = "5:3: 写法不对，请改成一个不加引号的数，如 2024";
    check("year-point", ("\"year\": 2023", "\"year\": 2023.0"), line);
    let line = "65:15: “年份”里没有数字，不用写在 waived 里，请删掉";
    check("waived", ("\"printed\": \"2023年\"", "\"printed\": \"年份\""), line);
    check("no-items", ("[\"云溪学院\"]", "[]"), "58:43: 内容（items）是空的，请补上内容");
}

#[test]
fn all_problems_are_told_at_once_in_the_order_of_the_text() {
    let changes = [("\"year\": 2023", "\"year\": \"2023\""), ("\"unit\": \"期\",", ""), ("18场", "19场")];
    let (code, told) = told("several", &changes);
    let places: Vec<&str> = told.lines().map(|it| it.split(": ").next().unwrap()).collect();
    assert_eq!((code, places), (1, vec!["5:3", "23:17", "54:19", "要改 3 处；提示 0 处，待核 0 处"]));
}

/// What is told of two reports in one folder.
fn told_of_two(name: &str, changes: &[(&str, &str)]) -> (i32, String) {
    let all = folder(name);
    copy_small(&format!("{name}-one"), &[], &all.join("one"));
    copy_small(&format!("{name}-other"), changes, &all.join("other"));
    let ended = run(&["check", all.to_str().unwrap()], b"");
    assert_eq!(ended.err, "");
    (ended.code, ended.out.replace(&format!("{}/", all.display()), ""))
}

#[test]
fn two_reports_of_one_body_and_year() {
    let line = "other/report.json:5:3: 共青团云溪市委 2023 年的报告有两份，另一份是 one/report.json，请只留一份，或改正单位、年份";
    for (name, changes) in [("same", &[][..]), ("same-but-id", &[("yunqi-2023", "another")])] {
        let told = told_of_two(name, changes);
        assert_eq!(told, (1, format!("{line}\n要改 1 处；提示 0 处，待核 0 处\n")));
    }
    assert_eq!(
        told_of_two("another-year", &[("yunqi-2023", "another"), ("\"year\": 2023", "\"year\": 2022")]).0,
        0
    );
}

#[test]
fn two_reports_with_one_identifier() {
    let line = "other/report.json:3:3: 报告编号“yunqi-2023”别的报告已经用了，请换一个编号";
    let told = told_of_two("clash", &[("\"year\": 2023", "\"year\": 2022")]);
    assert_eq!(told, (1, format!("{line}\n要改 1 处；提示 0 处，待核 0 处\n")));
}

#[test]
fn a_schema_that_is_not_there_is_a_hint() {
    let text = fs::read_to_string(small().join("report.json")).unwrap();
    let path = folder("no-schema").join("report.json");
    fs::write(&path, text.replacen("report.schema.json", "nowhere.schema.json", 1)).unwrap();
    let ended = run(&["check", path.to_str().unwrap()], b"");
    assert!(
        ended.code == 0 && ended.out.contains("report.json:2:3: 提示：$schema 指的文件"),
        "{}",
        ended.out
    );
}

#[test]
fn more_in_a_unit_or_a_value_belongs_to_the_qualifiers() {
    let line = "37:19: “余”不要写在 unit 里：unit 只写“万人次”，“余”写到 qualifiers 里，printed 照原文不变";
    let changes = [
        ("\"unit\": \"人次\"", "\"unit\": \"万余人次\""),
        ("1200余人次", "1.2万余人次"),
        ("\"1200\"", "\"1.2\""),
    ];
    let (code, all) = told("more-in-unit", &changes);
    let first = all.lines().next().unwrap_or_default();
    assert_eq!((code, first.split_once(": ").unwrap().1), (1, line.split_once(": ").unwrap().1), "{all}");
    let line = "35:19: “余”不要写在 value 里：value 只写“1200”，“余”写到 qualifiers 里，printed 照原文不变";
    check("more-in-value", ("\"value\": \"1200\"", "\"value\": \"1200余\""), line);
}

/// Excel's Alt+Enter would break the first line of an answer.
#[test]
fn line_breaks_inside_of_texts() {
    let rows = [
        (
            ("\"label\": \"夜校开课\"", "\"label\": \"夜校\\n开课\""),
            "25:19: 说的是什么（label）里有换行或制表符，请删掉，写成一行",
        ),
        (
            ("\"title\": \"办好青年夜校\"", "\"title\": \"办好\\t青年夜校\""),
            "18:15: 标题（title）里有换行或制表符，请删掉，写成一行",
        ),
        (("[\"夜校\"]", "[\"夜\\n校\"]"), "20:27: 别名（aliases）里有换行或制表符，请删掉，写成一行"),
        (
            ("\"unit\": \"期\"", "\"unit\": \"期\\n\""),
            "27:19: 单位（unit）里有换行或制表符，请删掉，写成一行",
        ),
        (
            ("\"name\": \"云溪\"", "\"name\": \"云\\r\\n溪\""),
            "7:13: 名称（name）里有换行或制表符，请删掉，写成一行",
        ),
    ];
    for (number, (change, line)) in rows.into_iter().enumerate() {
        check(&format!("line-break-{number}"), change, line);
    }
}

#[test]
fn a_description_may_hold_numbers_that_are_waived() {
    let changes = [
        ("晚上开课", "第 6 届，晚上开课"),
        ("\"waived\": [", "\"waived\": [{\"printed\": \"第6届\", \"reason\": \"届次\"}, "),
    ];
    assert_eq!(told("waived-in-description", &changes).0, 0);
}

// Against the published text

/// What is told when the small report is held against a changed published text.
fn against(name: &str, old: &str, new: &str) -> (i32, String) {
    let text = fs::read_to_string(small().join("published.txt")).unwrap();
    let path = folder(name).join("published.txt");
    fs::write(&path, text.replacen(old, new, 1)).unwrap();
    let ended = run(&["check", "tests/data/small", "--source", path.to_str().unwrap()], b"");
    (ended.code, ended.out.replace(&format!("{}:", path.display()), "published:"))
}

#[test]
fn a_published_text_that_agrees() {
    assert_eq!(
        against("agrees", "", ""),
        (0, "没有错误：1 份报告，3 个数；提示 0 处，待核 0 处\n".to_owned())
    );
    // Full-width digits are the same number.
    assert_eq!(against("full-width", "46", "\u{ff14}\u{ff16}").0, 0);
}

/// The published text as offices have it: blanks, full width, group commas, hard wraps, page numbers, invisible marks.
#[test]
fn a_published_text_that_is_set_otherwise() {
    let rows = [
        ("blank", "46期", "46 期"),
        ("no-break", "46期", "46\u{a0}期"),
        ("invisible", "1200余", "12\u{200b}00\u{feff}余"),
        ("group-comma", "1200余", "1,200余"),
        ("wrapped", "累计1200余人次", "累计1200\n余人\r\n次"),
        ("page", "守护母亲河。", "- 3 -\n守护母亲河。\n第 4 页 共 12 页\n"),
        ("title", "守护母亲河", "守护\n  母亲河"),
    ];
    for (name, old, new) in rows {
        let told = against(&format!("set-{name}"), old, new);
        assert_eq!(told, (0, "没有错误：1 份报告，3 个数；提示 0 处，待核 0 处\n".to_owned()), "{name}");
    }
    // Percent signs of full width, in the data or in the text
    let changes = [("\"unit\": \"场\"", "\"unit\": \"%\""), ("18场", "18%")];
    let path = report_with("percent", &changes);
    let source = path.with_file_name("原文.txt");
    let text = fs::read_to_string(small().join("published.txt")).unwrap();
    fs::write(&source, text.replace("18场", "18％")).unwrap();
    let ended = run(&["check", path.to_str().unwrap(), "--source", source.to_str().unwrap()], b"");
    assert_eq!(ended.code, 0, "{}", ended.out);
}

#[test]
fn a_number_in_words_is_asked_for() {
    let line = "published:3:30: 报告数据里没有原文的“三百余名”（汉字写的数），请写进 figures；如果不是工作数据，请写进 waived";
    let told = against("in-words", "人次参加", "人次参加，三百余名志愿者服务");
    assert_eq!(told, (1, format!("{line}\n要改 1 处；提示 0 处，待核 0 处\n")));
    // A figure or a waiver is enough
    for (name, change) in [
        ("waiver", ("\"waived\": [", "\"waived\": [{\"printed\": \"三百余名\", \"reason\": \"另有统计\"}, ")),
        (
            "figure",
            (
                "\"value\": \"1200\",\n                  \"unit\": \"人次\",\n                  \"qualifiers\": [\"累计\", \"余\"],\n                  \"printed\": \"1200余人次\"",
                "\"value\": \"三百\", \"unit\": \"名\", \"qualifiers\": [\"余\"], \"printed\": \"三百余名\"",
            ),
        ),
    ] {
        let path = report_with(&format!("in-words-{name}"), &[change]);
        let source = path.with_file_name("原文.txt");
        let text = fs::read_to_string(small().join("published.txt")).unwrap();
        let with = if name == "figure" {
            "三百余名参加"
        } else {
            "1200余人次参加，三百余名志愿者"
        };
        fs::write(&source, text.replace("1200余人次参加", with)).unwrap();
        let ended = run(&["check", path.to_str().unwrap(), "--source", source.to_str().unwrap()], b"");
        assert_eq!(ended.code, 0, "{name}: {}", ended.out);
    }
}

#[test]
fn a_bound_of_the_text_that_the_data_lost_is_a_hint() {
    for (name, old, new, word) in [
        ("near", "开课46期", "开课近46期", "近46期"),
        ("over", "开课46期", "开课超过46期", "超过46期"),
        ("above", "46期", "46期以上", "46期以上"),
    ] {
        let (code, told) = against(&format!("bound-{name}"), old, new);
        assert!(
            code == 0 && told.contains(&format!("28:19: 提示：原文这里是“{word}”，“46期”漏了")),
            "{name}: {told}"
        );
    }
    // 节约 is no 约, and a word that the data has is not lost.
    assert!(!against("bound-none", "开课46期", "节约46期").1.contains("提示：原文"));
}

#[test]
fn a_published_text_that_differs() {
    let report = Path::new("tests/data/small/report.json").display().to_string();
    let gone = format!(
        "{report}:54:19: 原文里找不到“18场”，请对照原文改\n\
         published:5:13: 报告数据里没有原文的“118”，请写进 figures；如果不是工作数据，请写进 waived\n\
         要改 2 处；提示 0 处，待核 0 处\n"
    );
    assert_eq!(against("other-number", "18场", "118场"), (1, gone));
    let new = "published:1:9: 报告数据里没有原文的“7.5”，请写进 figures；如果不是工作数据，请写进 waived\n要改 1 处；提示 0 处，待核 0 处\n";
    assert_eq!(against("new-number", "云溪\n", "云溪7.5\n"), (1, new.to_owned()));
    let (code, told) = against("order", "星河夜校开课46期,累计1200余人次", "累计1200余人次,开课46期");
    assert_eq!(code, 1);
    assert!(told.contains("“1200余人次”在原文里排在前一个数的前面"), "{told}");
    let (code, told) = against("waived-text", "2023年", "去年");
    assert_eq!(code, 1);
    assert!(told.contains("65:15: 原文里找不到“2023年”，请改成与原文一致，或从 waived 里删掉"), "{told}");
}

#[test]
fn a_published_text_that_is_not_there() {
    let ended = run(&["check", "--source", "no/such/text"], b"");
    assert_eq!(ended.code, 2);
    assert!(ended.out.starts_with("no/such/text: 找不到这个文件或文件夹"), "{}", ended.out);
}

/// A word that is printed at a figure is one of its qualifiers, and a value is written in half width.
#[test]
fn words_and_digits_of_a_figure() {
    let line = "54:19: “近18场”里有“近”，请在 qualifiers 里也写上“近”";
    check("near-not-marked", ("\"18场\"", "\"近18场\""), line);
    let line = "54:19: “18场以上”里有“以上”，请在 qualifiers 里也写上“以上”";
    check("above-not-marked", ("\"18场\"", "\"18场以上\""), line);
    let line = "52:19: “１８”里有空格或全角数字，请写成“18”；printed 照原文不变";
    check("wide-value", ("\"18\"", "\"１８\""), line);
}

#[test]
fn a_file_that_notepad_has_named() {
    let all = folder("notepad");
    fs::copy(small().join("report.json"), all.join("report.json.txt")).unwrap();
    let ended = run(&["check", all.to_str().unwrap()], b"");
    assert!(
        ended.code == 2 && ended.out.contains("report.json.txt: 文件名其实是 report.json.txt"),
        "{}",
        ended.out
    );
}

/// A figure as reports print it passes, and is shown as it is printed.
#[test]
fn figures_as_reports_print_them() {
    let rows = [
        ("4", "万场", "近4万场", "[\"近\"]", "近4 万场"),
        ("10", "万场", "10万余场", "[\"余\"]", "10万余 场"),
        ("1.5", "万场", "约 1.5 万余场", "[\"约\", \"余\"]", "约1.5万余 场"),
        ("九百", "场", "九百多场", "[\"多\"]", "九百多 场"),
        ("1,218", "场", "共计1,218场", "[\"共计\"]", "共计1,218 场"),
        ("12-15", "场", "12-15场", "[]", "12-15 场"),
        ("12", "场", "12场", "[\"年均\"]", "年均 12 场"),
        ("12", "场", "12场以上", "[\"以上\"]", "12场以上"),
        ("12", "场", "不少于12场", "[\"不少于\"]", "不少于12 场"),
        ("8588", "场", "８５８８场", "[]", "８５８８ 场"),
    ];
    for (at, (value, unit, printed, qualifiers, shown)) in rows.into_iter().enumerate() {
        let figure = format!(
            "\"value\": \"{value}\",\n\"unit\": \"{unit}\",\n\"printed\": \"{printed}\",\n\"qualifiers\": {qualifiers},"
        );
        let old = "\"value\": \"18\",\n                  \"unit\": \"场\",\n                  \"printed\": \"18场\",";
        let path = report_with(&format!("printed-{at}"), &[(old, &figure)]);
        let path = path.to_str().unwrap();
        let ended = run(&["check", path], b"");
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{printed}: {}", ended.out);
        let ended = run(&["ask", "护河行动几场", "--data", path], b"");
        let first = ended.out.lines().next().unwrap_or_default();
        assert_eq!(first, format!("{shown} · 护河行动"), "{printed}");
    }
}
