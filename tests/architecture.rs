//! Keeps the layers: a module names only those above it in `src/lib.rs`, and what must be absent is absent.
//! Reads the sources as text, so that the reason of a failure is a line that one can open.
#![expect(clippy::unwrap_used, reason = "a test may stop where something is not as it was made")]

mod sources;

use league_bot::text::is_hanzi;
use sources::{Source, layers, rooms, sources};

/// The layers behind this one.
fn behind<'a>(layers: &'a [String], layer: &str) -> &'a [String] {
    let at = layers.iter().position(|it| it == layer).unwrap();
    &layers[at + 1..]
}

/// Fails with every line that breaks a rule.
fn assert_none(rule: &str, lines: &[String]) {
    assert!(lines.is_empty(), "{rule}\n{}", lines.join("\n"));
}

/// The lines of code in which `breaks` finds something.
fn lines_where(of: impl Fn(&Source) -> bool, breaks: impl Fn(&str) -> bool) -> Vec<String> {
    let concerned: Vec<Source> = sources().into_iter().filter(of).collect();
    let lines = |it: &Source| -> Vec<String> {
        it.code().filter(|(_, line)| breaks(line)).map(|found| it.at(found)).collect()
    };
    concerned.iter().flat_map(lines).collect()
}

#[test]
fn modules_name_only_those_above_them() {
    let layers = layers();
    let rank = |module: &str| layers.iter().position(|it| it == module);
    // The channels stand last and never name one another.
    let channels = behind(&layers, "operations");
    let mut backwards = Vec::new();
    for source in sources() {
        let Some(own) = source.module() else { continue };
        for ((number, line), named) in source.names() {
            let across = own != named && channels.contains(&own) && channels.contains(&named);
            if rank(&named) > rank(&own) || across {
                let at = source.at((number, &line));
                backwards.push(format!("{at}  ({own} may not name {named})"));
            }
        }
    }
    assert_none("imports that run backwards or across channels:", &backwards);
}

#[test]
fn rooms_of_the_matcher_name_only_those_above_them() {
    let rooms = rooms("matcher");
    let rank = |room: &str| rooms.iter().position(|it| it == room);
    let mut backwards = Vec::new();
    for source in sources().into_iter().filter(|it| it.path.starts_with("src/matcher/")) {
        let Some(own) = source.room("matcher") else { continue };
        assert!(rank(&own).is_some(), "{}: `src/matcher/mod.rs` does not list this room", source.path);
        for ((number, line), named) in source.names_rooms_of("matcher") {
            if rank(&named).is_some_and(|it| Some(it) > rank(&own)) {
                let at = source.at((number, &line));
                backwards.push(format!("{at}  ({own} may not name {named})"));
            }
        }
    }
    assert_none("imports that run backwards between the rooms of the matcher:", &backwards);
}

#[test]
fn every_module_has_its_layer() {
    let layers = layers();
    let modules = sources().into_iter().filter_map(|it| it.module());
    let strange: Vec<String> = modules.filter(|it| !layers.contains(it)).collect();
    assert_none("modules that `src/lib.rs` does not list:", &strange);
}

#[test]
fn only_the_binary_reads_the_environment_and_exits() {
    let breaks = |line: &str| line.contains("env::") || line.contains("process::exit");
    assert_none("environment or exit outside main and config:", &lines_where(Source::is_library, breaks));
}

#[test]
fn nothing_up_to_the_engine_is_async() {
    let layers = layers();
    let below = |it: &Source| it.module().is_some_and(|own| !behind(&layers, "engine").contains(&own));
    let breaks = |line: &str| ["async ", ".await", "tokio::"].iter().any(|it| line.contains(it));
    assert_none("async in the engine or below it:", &lines_where(below, breaks));
}

#[test]
fn the_disk_is_touched_in_three_places() {
    let places = ["src/report/files.rs", "src/operations/unanswered/file.rs", "src/terminal/draft/files.rs"];
    let elsewhere = |it: &Source| it.is_library() && !places.contains(&it.path.as_str());
    let breaks = |line: &str| ["std::fs", "fs::", "File::"].iter().any(|it| line.contains(it));
    assert_none(
        "file access outside the files of reports, of unanswered questions and of drafts:",
        &lines_where(elsewhere, breaks),
    );
}

#[test]
fn no_leagues_name_stands_in_the_code() {
    let is_named = |it: &Source| {
        let text = it.text.split("cfg(test)]").next().unwrap_or_default().to_lowercase();
        it.path != "src/report/builtin.rs" && ["乐山", "leshan"].iter().any(|name| text.contains(name))
    };
    let named: Vec<String> = sources().into_iter().filter(is_named).map(|it| it.path).collect();
    assert_none("files that name one league, whose names are data:", &named);
}

/// Files of the matcher in which Chinese characters may stand, each with the reason. Other words are data.
const CHARACTERS_IN_CODE: [(&str, &str); 2] = [
    ("src/matcher/recognize/time.rs", "a grammar of times: which characters may follow one another"),
    ("src/matcher/query/numbers.rs", "arithmetic of money: 块 is 元, 万元 is so many 元"),
];

#[test]
fn words_of_questions_are_data() {
    // The tables of tests are questions.
    let is_test = |it: &Source| it.path.ends_with("/tests.rs") || it.path.ends_with("/testing.rs");
    let has_characters = |line: &str| line.chars().any(is_hanzi);
    let strict = |it: &Source| {
        let excepted = CHARACTERS_IN_CODE.iter().any(|(path, _)| *path == it.path);
        it.path.starts_with("src/matcher/") && !excepted && !is_test(it)
    };
    assert_none("words that belong to data/common:", &lines_where(strict, has_characters));
    for (path, reason) in CHARACTERS_IN_CODE {
        let own = lines_where(|it| it.path == path, has_characters);
        assert!(!own.is_empty(), "{path} ({reason}) holds no characters any longer: strike it here");
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    let sources = sources();
    let silent = sources.iter().filter(|it| !it.text.starts_with("//! "));
    let silent: Vec<String> = silent.map(|it| it.path.clone()).collect();
    assert_none("files whose first line does not say what they are for:", &silent);
}
