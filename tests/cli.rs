//! The command line from outside, with the real binary: exit codes, both streams, bad input.
//! What answers say is tested elsewhere; here only their shape.
#![expect(clippy::unwrap_used, reason = "a test may stop where something is not as it was made")]

mod binary;

use binary::{command, finish, folder, report_with, run};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::time::{Duration, Instant};

/// The one line on standard error; there is no backtrace and nothing on standard output.
fn mistake(arguments: &[&str]) -> String {
    let ended = run(arguments, b"");
    assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{}", ended.err);
    assert_eq!(ended.err.trim_end().lines().count(), 1, "{}", ended.err);
    ended.err.trim_end().to_owned()
}

/// The answers to some lines, each parsed.
fn answers(input: &[u8]) -> Vec<Value> {
    let ended = run(&["ask", "--jsonl"], input);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    ended.out.lines().map(|it| serde_json::from_str(it).unwrap()).collect()
}

/// What a line that is no question gets.
fn error(input: &[u8]) -> String {
    let answers = answers(&[input, b"\n{\"id\": 7, \"question\": \"next\"}\n"].concat());
    assert_eq!((answers.len(), &answers[1]["id"]), (2, &json!(7)), "the next line is read");
    assert_eq!((&answers[0]["id"], answers[0].as_object().unwrap().len()), (&Value::Null, 2));
    answers[0]["error"].as_str().unwrap().to_owned()
}

// Help

#[test]
fn help_names_every_command_and_variable() {
    let help = |arguments: &[&str]| {
        let ended = run(arguments, b"");
        assert_eq!((ended.code, ended.err.as_str()), (0, ""));
        ended.out
    };
    let all = help(&["--help"]);
    for word in ["ask", "check", "telegram", "completions", "LEAGUE_BOT_DATA", "TELOXIDE_TOKEN", "RUST_LOG"] {
        assert!(all.contains(word), "{word} is not in --help");
    }
    assert!(help(&["ask", "--help"]).contains("LEAGUE_BOT_JSONL"));
    assert!(help(&["check", "--help"]).contains("LEAGUE_BOT_SOURCE"));
    assert!(help(&["telegram", "--help"]).contains("TELOXIDE_API_URL"));
    assert_eq!(help(&["--version"]), format!("league-bot {}\n", env!("CARGO_PKG_VERSION")));
    assert!(help(&["completions", "bash"]).contains("complete -F"));
}

/// The words of a text that are names of environment variables.
fn variables(text: &str) -> BTreeSet<&str> {
    let words = text.split(|it: char| !(it.is_ascii_uppercase() || it == '_'));
    let is_one = |it: &&str| {
        ["LEAGUE_BOT_", "TELOXIDE_"].iter().any(|start| it.starts_with(start))
            || ["RUST_LOG", "NO_COLOR"].contains(it)
    };
    words.filter(is_one).collect()
}

#[test]
fn every_variable_stands_in_the_documents() {
    let helps: Vec<String> = ["", "ask", "check", "draft", "explain", "telegram", "completions"]
        .iter()
        .map(|it| run(&[*it, "--help"].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>(), b"").out)
        .collect();
    let known: BTreeSet<&str> = helps.iter().flat_map(|it| variables(it)).collect();
    assert!(known.len() >= 17, "{known:?}");
    for document in ["README.md", "README.zh.md", ".env.example"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(document);
        let text = std::fs::read_to_string(path).unwrap();
        let missing: Vec<_> = known.difference(&variables(&text)).copied().collect();
        assert!(missing.is_empty(), "{document} does not name {missing:?}");
        let strange: Vec<_> = variables(&text).difference(&known).copied().collect();
        assert!(strange.is_empty(), "{document} names {strange:?}, which --help does not");
    }
}

// Bad input

#[test]
fn data_that_cannot_be_used() {
    let missing = "league-bot: no/such/place: 找不到这个文件或文件夹，请检查路径有没有写错";
    assert_eq!(mistake(&["ask", "青年", "--data", "no/such/place"]), missing);
    assert_eq!(mistake(&["--data", "no/such/place"]), missing);
    let empty = folder("no-report");
    let said = mistake(&["--data", empty.to_str().unwrap(), "ask", "青年"]);
    assert!(said.contains("这个文件夹里没有报告"), "{said}");
    let broken = report_with("broken-for-ask", &[("\"yunqi-2023\",", "\"yunqi-2023\"")]);
    let said = mistake(&["ask", "--data", broken.to_str().unwrap(), "青年"]);
    assert!(said.contains("report.json:3:21: 这里少了逗号"), "{said}");
}

#[test]
fn data_from_the_environment() {
    let child = command(&["ask", "青年"]).env("LEAGUE_BOT_DATA", "no/such/place").spawn().unwrap();
    assert_eq!(finish(child, b"").code, 2);
    let child = command(&["check"]).env("LEAGUE_BOT_DATA", "tests/data/small").spawn().unwrap();
    assert!(finish(child, b"").out.contains("3 个数"));
    // An empty variable, as in a settings file with nothing behind the sign, is none.
    let child = command(&["check"]).env("LEAGUE_BOT_DATA", "").env("LEAGUE_BOT_SOURCE", "").spawn().unwrap();
    assert!(finish(child, b"").out.contains("67 个数"));
}

/// A settings file that was written on Windows ends each line with a carriage return.
#[test]
fn a_carriage_return_behind_a_setting_is_none_of_it() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/small/published.txt");
    let mut check = command(&["check"]);
    check
        .env("LEAGUE_BOT_DATA", "tests/data/small\r")
        .env("LEAGUE_BOT_SOURCE", format!("{}\r", source.display()));
    let ended = finish(check.spawn().unwrap(), b"");
    assert!(ended.code == 0 && ended.out.contains("3 个数"), "{ended:?}");
    // The command line overrules it.
    let mut check = command(&["--data", "tests/data/small", "check"]);
    let ended = finish(check.env("LEAGUE_BOT_DATA", "no/such/place\r").spawn().unwrap(), b"");
    assert!(ended.code == 0 && ended.out.contains("3 个数"), "{ended:?}");
    let mut ask = command(&["ask"]);
    let ended = finish(ask.env("LEAGUE_BOT_JSONL", "1\r").spawn().unwrap(), b"{\"question\": \"x\"}\n");
    assert!(ended.code == 0 && ended.out.starts_with('{'), "{ended:?}");
    let mut telegram = command(&["telegram", "--probe"]);
    telegram.env("LEAGUE_BOT_METRICS_LISTEN", "off\r").env("LEAGUE_BOT_LISTEN", "127.0.0.1:8443\r");
    telegram.env("LEAGUE_BOT_PER_MINUTE", "7\r").env("LEAGUE_BOT_ADMINS", "1,2\r");
    let ended = finish(telegram.spawn().unwrap(), b"");
    assert!(!ended.err.contains("invalid value"), "{ended:?}");
}

#[test]
fn a_command_line_that_asks_for_nothing() {
    assert!(mistake(&["ask"]).starts_with("league-bot: ask: a question is missing"));
    assert!(mistake(&["ask", "--jsonl", "青年"]).contains("standard input"));
    let ended = run(&["chek"], b"");
    assert!(ended.code == 2 && ended.err.contains("a similar subcommand exists: 'check'"), "{}", ended.err);
}

#[test]
fn no_token() {
    assert!(mistake(&["telegram"]).contains("set TELOXIDE_TOKEN"));
}

#[test]
fn an_empty_question_gets_an_answer() {
    for question in ["", "   ", "。"] {
        let ended = run(&["ask", question], b"");
        assert!(ended.code < 2 && !ended.out.trim().is_empty(), "{ended:?}");
        assert_eq!(ended.err, "");
    }
}

#[test]
fn a_question_that_is_nowhere_ends_with_one() {
    let ended = run(&["ask", "what is 7777"], b"");
    assert_eq!((ended.code, ended.err.as_str()), (1, ""));
    assert!(!ended.out.is_empty());
}

#[test]
fn several_words_are_one_question() {
    assert_eq!(run(&["ask", "what", "is", "7777"], b"").out, run(&["ask", "what is 7777"], b"").out);
}

// Pipes

#[test]
fn a_reader_that_has_gone_away_is_no_trouble() {
    for arguments in [&["ask", "青年"][..], &["ask", "--jsonl"], &["check"], &["completions", "zsh"], &[]] {
        let mut child = command(arguments).spawn().unwrap();
        drop(child.stdout.take());
        let ended = finish(child, "{\"question\": \"青年\"}\n".repeat(2000).as_bytes());
        let told = ended.err.lines().filter(|it| !it.contains("TELOXIDE_TOKEN")).count();
        assert_eq!((ended.code, told), (0, 0), "{arguments:?}: {}", ended.err);
    }
}

#[test]
fn a_piped_chat_answers_line_by_line() {
    let long = "青".repeat(400_000);
    let input = [b"what is 7777\n\n", long.as_bytes(), b"\n\xff\xfe\nwhat is 7777"].concat();
    let ended = run(&[], &input);
    assert_eq!(ended.code, 0);
    assert!(ended.err.contains("TELOXIDE_TOKEN") && ended.err.lines().count() == 1, "{}", ended.err);
    let said: Vec<&str> = ended.out.split("\n\n").collect();
    assert_eq!(said[1], "这句话太长了，请短一点再问。");
    assert_eq!(said[2], "这行文字不是 UTF-8 编码，读不出来。");
    assert!(!said[0].is_empty() && said[0] == said[3], "{}", ended.out);
    assert!(!ended.out.contains('\u{1b}'), "colour is for terminals");
}

// JSON lines

#[test]
fn answers_have_the_promised_shape() {
    let answers = answers("{\"id\": {\"a\": [1.5]}, \"question\": \"青马工程培训了多少人\"}\n".as_bytes());
    let keys: Vec<&String> = answers[0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["answers", "id", "kind", "question", "suggestions", "text"]);
    assert_eq!(answers[0]["id"], json!({"a": [1.5]}));
    assert_eq!(answers[0]["question"], "青马工程培训了多少人");
    for item in answers[0]["answers"].as_array().unwrap() {
        let initiative: Vec<&String> = item["initiative"].as_object().unwrap().keys().collect();
        assert_eq!(initiative, ["id", "part", "programmes", "section", "title"]);
    }
}

#[test]
fn identifiers_are_given_back_as_they_came() {
    for id in [
        "123456789012345678901234567890",
        "1.0",
        "1e400",
        "-0",
        "{\"b\": 1, \"a\": [1.50]}",
        "\"\\u4e00\"",
        "null",
    ] {
        let ended = run(&["ask", "--jsonl"], format!("{{\"id\": {id}, \"question\": \"x\"}}\n").as_bytes());
        assert!(ended.out.starts_with(&format!("{{\"id\":{id},\"question\":\"x\"")), "{id}: {}", ended.out);
    }
    let ended = run(&["ask", "--jsonl"], b"{\"question\": \"x\"}\n");
    assert!(ended.out.starts_with("{\"id\":null,"), "{}", ended.out);
}

#[test]
fn a_byte_order_mark_before_the_lines_is_no_part_of_them() {
    let answers = answers(b"\xef\xbb\xbf{\"id\": 7, \"question\": \"x\"}\n");
    assert_eq!((answers.len(), &answers[0]["id"]), (1, &json!(7)));
    assert_eq!(run(&[], b"\xef\xbb\xbfwhat is 7777\n").out, run(&[], b"what is 7777\n").out);
}

/// `script` gives the binary a terminal; what it is fed is what somebody types.
#[cfg(target_os = "linux")]
#[test]
fn another_encoding_typed_into_the_chat_ends_nothing() {
    let binary = command(&[]).get_program().to_str().unwrap().to_owned();
    let mut script = std::process::Command::new("script");
    script.args(["-qfec", &binary, "/dev/null"]).env("TERM", "xterm").env_remove("TELOXIDE_TOKEN");
    script
        .env_remove("LEAGUE_BOT_DATA")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped());
    let mut child = script.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut typed = |text: &[u8]| {
        input.write_all(text).unwrap();
        input.flush().unwrap();
        std::thread::sleep(Duration::from_millis(1500));
    };
    // The chat must have begun: before, the terminal is not its own.
    typed(b"");
    typed(b"\xc7\xe0\xc2\xed\xbc\xb8\xc6\xda\r");
    typed("青马几期\r".as_bytes());
    typed(b"\x04");
    drop(input);
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    assert_eq!(said.matches("请把终端的编码改成 UTF-8").count(), 1, "{said}");
    assert!(said.contains("青马"), "{said}");
    assert!(said.contains("出处"), "the next line is answered: {said}");
}

#[test]
fn lines_that_are_no_question() {
    assert!(error(b"").contains("not a JSON object"));
    assert!(error(b"[1, \"x\", null]").contains("not a JSON object"));
    assert!(error(b"{\"question\": 1}").contains("expected a string"));
    assert!(error(b"{\"id\": 1}").contains("missing field `question`"));
    assert!(error(b"{\"question\": \"x\"").contains("EOF"));
    assert!(error(b"{\"question\": \"\xff\"}").contains("UTF-8"));
    assert!(
        error(format!("{{\"question\": \"{}\"}}", "x".repeat(1 << 20)).as_bytes()).contains("longer than")
    );
    let name = "x".repeat(300);
    let conversation = format!("{{\"question\": \"x\", \"conversation\": \"{name}\"}}");
    assert!(error(conversation.as_bytes()).contains("`conversation` is longer than"));
}

#[test]
fn every_answer_is_there_before_the_next_question_is_asked() {
    let mut child = command(&["ask", "--jsonl"]).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for id in 0..3 {
        writeln!(input, "{{\"id\": {id}, \"question\": \"x\", \"conversation\": \"c\"}}").unwrap();
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&line).unwrap()["id"], json!(id));
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn many_lines_keep_their_number() {
    let started = Instant::now();
    assert_eq!(answers("{\"id\": 1, \"question\": \"x\"}\n".repeat(2_000).as_bytes()).len(), 2_000);
    assert!(started.elapsed() < Duration::from_secs(20));
}
