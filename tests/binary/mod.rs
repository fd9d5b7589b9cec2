//! Runs the real binary as a person or another program does: arguments, standard input, exit code.
//! Knows no command.
#![allow(dead_code, reason = "each test file uses its own part of it")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Settings of the machine that runs the tests must not reach the binary.
pub(crate) const SETTINGS: [&str; 30] = [
    "TELOXIDE_TOKEN",
    "TELOXIDE_API_URL",
    "LEAGUE_BOT_DATA",
    "LEAGUE_BOT_JSONL",
    "LEAGUE_BOT_SOURCE",
    "LEAGUE_BOT_DRAFT_OUTPUT",
    "LEAGUE_BOT_DRAFT_BODY",
    "LEAGUE_BOT_DRAFT_PLACE",
    "LEAGUE_BOT_DRAFT_YEAR",
    "LEAGUE_BOT_DRAFT_FORCE",
    "LEAGUE_BOT_NICKNAMES",
    "LEAGUE_BOT_TOKEN_FILE",
    "LEAGUE_BOT_WEBHOOK_URL",
    "LEAGUE_BOT_WEBHOOK_SECRET",
    "LEAGUE_BOT_LISTEN",
    "LEAGUE_BOT_PER_MINUTE",
    "LEAGUE_BOT_PER_MINUTE_IN_GROUP",
    "LEAGUE_BOT_METRICS_LISTEN",
    "LEAGUE_BOT_ADMINS",
    "LEAGUE_BOT_UNANSWERED_FILE",
    "HTTP_PROXY",
    "http_proxy",
    "HTTPS_PROXY",
    "https_proxy",
    "ALL_PROXY",
    "all_proxy",
    "NO_PROXY",
    "no_proxy",
    "RUST_LOG",
    "NO_COLOR",
];

/// The binary with these arguments, not started.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_league-bot"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).env("RUST_BACKTRACE", "1");
    for setting in SETTINGS {
        command.env_remove(setting);
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs it to its end.
pub(crate) fn run(arguments: &[&str], input: &[u8]) -> Ended {
    finish(command(arguments).spawn().unwrap(), input)
}

/// Feeds a running binary and waits for its end.
pub(crate) fn finish(mut child: Child, input: &[u8]) -> Ended {
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // It may end without reading; that is for the test to judge by what it says.
    let feeding = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    feeding.join().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ended { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// An empty folder of this test's own.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The small fictional report with some of its text replaced, in a folder of its own.
pub(crate) fn report_with(name: &str, changes: &[(&str, &str)]) -> PathBuf {
    let text = std::fs::read_to_string(small().join("report.json")).unwrap();
    // The schema lies elsewhere than beside the copy.
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/schema/report.schema.json");
    let mut text = text.replace("../../../data/schema/report.schema.json", schema.to_str().unwrap());
    for (old, new) in changes {
        assert!(text.contains(old), "the small report holds no {old:?}");
        text = text.replacen(old, new, 1);
    }
    let path = folder(name).join("report.json");
    std::fs::write(&path, text).unwrap();
    path
}

/// Puts a copy of the small fictional report into a folder of several.
pub(crate) fn copy_small(name: &str, changes: &[(&str, &str)], to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    std::fs::copy(report_with(name, changes), to.join("report.json")).unwrap();
}

/// The folder of the small fictional report.
pub(crate) fn small() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/small")
}
