//! Holds the word lists to what people type: a word that serves one sentence only belongs to no list, and a report's own
//! nouns stand beside the report.
//!
//! A word of an open list stays if one of these holds:
//! - two questions or a report have it;
//! - it is a near form of a word of its group that is used: it shares a character with that one, and is a word, no phrase.
//!   Chinese synonyms are mostly made so (应届生 毕业生, 无息 免息, 研讨 讨论). People of any league may type them, though
//!   nobody did here;
//! - it is of a closed class ([`CLOSED`]): a grammar lists the members, whether anybody typed each of them or not;
//! - it stands in [`RARE`] by name.
//!
//! The lists of words that lead to a no are closed too: slots, `elsewhere`, `polarity`, `time`, `narrowing`. A word there that
//! nobody types costs nothing; one that is missing costs a wrong figure. Aspects are held by the group for the same reason.
#![expect(clippy::unwrap_used, reason = "a test may stop where something is not as it was made")]

mod judge;

use judge::{Set, from_file};
use league_bot::text::{fold, is_hanzi};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The lists of `data/common` that are held word by word.
const OPEN: &[&str] = &["synonyms", "words", "scopes", "measures"];

/// Keys whose words are a closed class, up to so many characters, and why. Longer ones are phrases, and held.
const CLOSED: &[(&str, usize, &str)] = &[
    ("particles", 1, "grammar: the characters that hold a sentence together"),
    ("infixes", 1, "grammar: aspect particles"),
    (
        "people",
        5,
        "how a person is asked for, addressed and titled: without one of them, a figure answers for a name",
    ),
    ("grammar", 3, "grammar: the words that a rule looks at, each form of them (哪 哪家 是哪家)"),
    ("ranks", 2, "the words of an order: a number beside them is a place or so many places"),
    ("bounds", 2, "grammar: the comparisons, each with its opposite (超过 不到, 以上 以下)"),
    ("waved", 4, "two halves of a paradigm: it is their pairs that are typed (不用 说, 别 管)"),
    ("stop", 2, "function words and forms of address; a longer phrase is made of shorter ones"),
    (
        "cues",
        7,
        "wordings of an intention: a paradigm (都 做 搞 忙 + 了 些 + 啥 什么) of which anybody types another cell",
    ),
    ("units", 5, "measure words: a unit is there before a report counts in it"),
    ("colloquial", 4, "measure words, as they are spoken"),
];

/// Words that no two questions have and that are near to none, each beside one that means the same: without it, a question
/// goes wrong that is well put.
const RARE: &[(&str, &str)] =
    &[("大v", "网络博主"), ("恋爱", "联谊"), ("第三等", "铜奖"), ("怎么样", "咋样"), ("全平台", "全网")];

/// A near form of a word has at most so many characters: 农民工子女 is a word, what is longer a phrase.
const LONGEST_NEAR_FORM: usize = 5;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below `folder` with this ending, in order.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![root().join(folder)]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.to_str().unwrap().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The files in which reports bring their own words.
fn own_files() -> Vec<PathBuf> {
    files("data", "/lexicon.json")
        .into_iter()
        .filter(|it| it.with_file_name("report.json").is_file())
        .collect()
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn common(name: &str) -> Value {
    json(&root().join(format!("data/common/{name}.json")))
}

/// What is typed and what is reported, folded.
struct Use {
    questions: BTreeSet<String>,
    reports: Vec<String>,
}

impl Use {
    /// Every question that anybody may look at, once, and these reports.
    fn with(reports: &[PathBuf]) -> Self {
        let files = [files("seeds", ".jsonl"), files("tests/data", ".jsonl")].concat();
        let rows = files.iter().flat_map(|it| from_file(it)).flat_map(|it| it.turns);
        let questions = rows.filter(|it| it.set == Set::Open).map(|it| fold(&it.question)).collect();
        let reports = reports.iter().map(|it| fold(&fs::read_to_string(it).unwrap())).collect();
        Self { questions, reports }
    }

    fn with_all_reports() -> Self {
        Self::with(&[files("data", "/report.json"), files("tests/data", "/report.json")].concat())
    }

    /// True where two questions or a report have one of these words.
    fn has(&self, words: &[&str]) -> bool {
        let words: Vec<String> = words.iter().map(|it| fold(it)).collect();
        let has = |text: &&String| words.iter().any(|it| text.contains(it));
        self.reports.iter().any(|it| has(&it)) || self.questions.iter().filter(has).take(2).count() == 2
    }

    /// True where the word is a near form of one of these that is used.
    fn has_near(&self, word: &str, of: &[String]) -> bool {
        let others = of.iter().filter(|it| *it != word && is_near(word, it));
        word.chars().count() <= LONGEST_NEAR_FORM && others.into_iter().any(|it| self.has(&[it]))
    }
}

/// True where the words share a character.
fn is_near(word: &str, other: &str) -> bool {
    other.chars().any(|it| is_hanzi(it) && word.contains(it))
}

/// One list of words.
struct List {
    /// The keys that lead to it.
    keys: Vec<String>,
    words: Vec<String>,
    /// All words of the group that the list is of: of a synonym, a scope, a measure.
    group: Vec<String>,
    /// The name of the scope that it is of: figures carry it, so it counts as used.
    scope: Option<String>,
}

/// Every text of a value, objects left out.
fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

/// All lists of words in a file.
fn lists(value: &Value) -> Vec<List> {
    fn walk(value: &Value, keys: &[String], around: Option<&Value>, found: &mut Vec<List>) {
        match value {
            Value::Object(fields) => {
                for (key, it) in fields {
                    walk(it, &[keys, std::slice::from_ref(key)].concat(), around, found);
                }
            }
            Value::Array(items) if items.iter().all(Value::is_string) => {
                let fields = around.and_then(Value::as_object);
                found.push(List {
                    keys: keys.to_vec(),
                    words: strings(value),
                    group: fields.into_iter().flat_map(|it| it.values()).flat_map(strings).collect(),
                    scope: fields.and_then(|it| it.get("scope")?.as_str().map(str::to_owned)),
                });
            }
            Value::Array(items) => items.iter().for_each(|it| walk(it, keys, Some(it), found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(value, &[], None, &mut found);
    found
}

/// True for a word of a closed class. Words in Latin letters are forms of one another (singular and plural, British and
/// American), listed whole.
fn is_closed(keys: &[String], word: &str) -> bool {
    let of_key = |&(key, longest, _): &(&str, usize, &str)| {
        keys.iter().any(|it| it == key) && word.chars().count() <= longest
    };
    !word.chars().any(is_hanzi) || CLOSED.iter().any(of_key)
}

/// True for a word that stands here by name, beside the one that means the same.
fn is_rare(word: &str, list: &List) -> bool {
    let beside = |other: &str| list.words.iter().chain(&list.group).any(|it| it == other);
    RARE.iter().any(|&(rare, meant)| rare == word && beside(meant))
}

/// The words of a file that nothing keeps there.
fn strays(value: &Value, used: &Use) -> Vec<String> {
    let mut strays = Vec::new();
    for list in lists(value) {
        let of_scope = |word: &str| list.scope.iter().any(|it| is_near(word, it));
        let kept = |it: &&String| {
            is_closed(&list.keys, it)
                || is_rare(it, &list)
                || used.has(&[it])
                || used.has_near(it, &list.group)
                || of_scope(it)
        };
        strays.extend(
            list.words.iter().filter(|it| !kept(it)).map(|it| format!("{}: {it}", list.keys.join("."))),
        );
    }
    strays
}

#[test]
fn every_word_of_an_open_list_is_used() {
    let used = Use::with_all_reports();
    let strays: Vec<String> = OPEN.iter().flat_map(|it| strays(&common(it), &used)).collect();
    assert!(strays.is_empty(), "words that serve no two questions and no report: {strays:#?}");
}

#[test]
fn a_word_of_one_sentence_is_refused() {
    let planted = serde_json::json!({
        "stop": ["请", "催得紧", "此致敬礼"],
        "cues": {"overview": ["干了啥", "把这一年的事都给我摆一摆"]},
        "scopes": [{"scope": "银奖", "dimension": "prize", "words": ["银牌", "第二等", "亚军"]}],
        "synonyms": [{"words": ["联谊", "交友", "当媒人", "联谊会", "恋爱"]}, {"words": ["学习", "见世面", "恋爱"]}],
    });
    let mut strays = strays(&planted, &Use::with_all_reports());
    strays.sort();
    let expected = [
        "cues.overview: 把这一年的事都给我摆一摆",
        "scopes.words: 亚军",
        "stop: 催得紧",
        "stop: 此致敬礼",
        "synonyms.words: 当媒人",
        "synonyms.words: 恋爱",
        "synonyms.words: 见世面",
    ];
    assert_eq!(strays, expected);
}

#[test]
fn rare_words_stand_where_they_are_named_and_are_rare() {
    let used = Use::with_all_reports();
    let lists: Vec<List> = OPEN.iter().flat_map(|it| lists(&common(it))).collect();
    for (rare, meant) in RARE {
        let stands = |it: &List| it.words.iter().any(|it| it == rare) && is_rare(rare, it);
        assert!(lists.iter().any(stands), "{rare} stands beside {meant} no longer: strike it here");
        assert!(!used.has(&[rare]), "{rare} is used by now: strike it here");
    }
}

#[test]
fn every_aspect_is_asked_for_or_reported() {
    let (aspects, used) = (common("aspects"), Use::with_all_reports());
    for group in aspects["synonyms"].as_array().unwrap().iter().filter(|it| it["slot"].is_null()) {
        let words: Vec<&str> = group["words"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert!(used.has(&words), "{words:?}: no two questions and no report speak of it");
    }
}

#[test]
fn no_word_stands_twice_in_a_list() {
    let common = OPEN.iter().map(|it| common(it));
    for value in common.chain(own_files().iter().map(|it| json(it))) {
        for List { keys, words, .. } in lists(&value) {
            let mut seen = BTreeSet::new();
            let twice: Vec<&String> = words.iter().filter(|it| !seen.insert(*it)).collect();
            assert!(twice.is_empty(), "{}: twice {twice:?}", keys.join("."));
        }
    }
}

#[test]
fn a_word_that_steers_is_no_stop_word_too() {
    // 一共 carries nothing in most questions: it adds up only what is joined.
    let steers = |keys: &[String]| keys.last().is_none_or(|it| it != "altogether");
    let lists = lists(&common("words"));
    let of = |key: &str| -> BTreeSet<&String> {
        lists.iter().filter(|it| it.keys[0] == key && steers(&it.keys)).flat_map(|it| &it.words).collect()
    };
    let (stop, cues) = (of("stop"), of("cues"));
    let both: Vec<_> = stop.intersection(&cues).collect();
    assert!(both.is_empty(), "stop words that are cues: {both:?}");
}

#[test]
fn a_reports_own_words_are_in_the_report_or_asked_for() {
    // A group may repeat what any league says, to tie its own noun to it.
    let common: BTreeSet<String> = lists(&common("synonyms")).into_iter().flat_map(|it| it.words).collect();
    for path in own_files() {
        let used = Use::with(&[path.with_file_name("report.json")]);
        for List { words, .. } in lists(&json(&path)) {
            let own: Vec<&String> =
                words.iter().filter(|it| it.chars().any(is_hanzi) && !common.contains(*it)).collect();
            let strays: Vec<&&String> =
                own.iter().filter(|it| !used.has(&[it]) && !used.has_near(it, &words)).collect();
            assert!(strays.is_empty(), "{}: {strays:?}", path.display());
            assert!(!own.is_empty(), "{}: {words:?} is no group of its own", path.display());
        }
    }
}
