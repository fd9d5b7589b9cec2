//! What holds for any question at all, on thousands that nobody wrote.
//! The generator starts the same way every time; `PROPTEST_CASES` asks for more, `PROPTEST_RNG_SEED` for others.

mod digits;
mod grammar;
#[path = "../judge/mod.rs"]
mod judge;
mod order;
mod script;
mod suggestions;
#[path = "work.rs"]
mod work;
#[path = "../variants/mod.rs"]
mod variants;

use digits::Digits;
use league_bot::answer::{Answer, Target, plain};
use league_bot::engine::{Engine, Topic};
use league_bot::report::load_builtin;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    Engine::load(load_builtin().expect("the built-in report")).expect("the built-in word lists")
});

fn ask(question: &str) -> Answer {
    ENGINE.ask(question, &Topic::default()).0
}

/// The open questions of the seeds, each by itself: those set aside are read by the score alone.
fn seeds() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/leshan-2024");
    let rows = judge::from_folder(&folder).into_iter().flat_map(|it| it.turns);
    rows.filter(|it| it.set == judge::Set::Open).map(|it| it.question).collect()
}

/// So many cases, the same every time unless the environment asks for others.
fn config(cases: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    let is_set = |name: &str| std::env::var_os(name).is_some();
    ProptestConfig {
        cases: if is_set("PROPTEST_CASES") { usual.cases } else { cases },
        rng_seed: if is_set("PROPTEST_RNG_SEED") { usual.rng_seed } else { RngSeed::Fixed(2024) },
        failure_persistence: None,
        ..usual
    }
}

/// An answer says something, stands on places that exist, and shows each of its figures with all that belongs to it.
fn assert_whole(question: &str, answer: &Answer) {
    let text = plain::render(answer);
    assert!(!text.lines().next().unwrap_or_default().trim().is_empty(), "{question:?} → {text:?}");
    assert!(answer.suggestions.len() <= 3, "{question:?} → {} suggestions", answer.suggestions.len());
    for target in &answer.targets {
        let Target::Figure(report, at) = *target else { continue };
        let figure = &ENGINE.reports()[report].figures[at];
        let shown = text.lines().any(|line| {
            let line: String = line.chars().filter(|it| !it.is_whitespace()).collect();
            line.contains(&figure.printed) && figure.qualifiers.iter().all(|it| line.contains(it.as_str()))
        });
        assert!(shown, "{question:?} → {text:?} does not show {figure:?} whole");
    }
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn any_text_gets_an_answer(question in "\\PC{0,80}") {
        assert_whole(&question, &ask(&question));
    }

    #[test]
    fn any_row_of_things_that_people_type_gets_an_answer(
        question in "[0-9一二三百千万余多%+*/=几多少期场名人第个的.,,。?!<>&@\"' \\na-zA-Z😂\u{200b}\u{feff}]{0,60}",
    ) {
        assert_whole(&question, &ask(&question));
    }
}

proptest! {
    #![proptest_config(config(10_000))]

    #[test]
    fn no_reply_holds_a_number_of_its_own(question in grammar::question(&ENGINE)) {
        let answer = ask(&question);
        assert_whole(&question, &answer);
        let strange = Digits::of(&ENGINE).strange(&ENGINE, &question, &answer);
        prop_assert!(strange.is_empty(), "{question:?} → {strange:?} in {:?}", plain::render(&answer));
    }
}

#[test]
fn no_reply_to_a_question_of_the_seeds_holds_a_number_of_its_own() {
    for question in seeds() {
        let answer = ask(&question);
        assert_whole(&question, &answer);
        let strange = Digits::of(&ENGINE).strange(&ENGINE, &question, &answer);
        assert!(strange.is_empty(), "{question:?} → {strange:?} in {:?}", plain::render(&answer));
    }
}

#[test]
fn a_long_text_is_read_as_far_as_a_question_goes() {
    let engine = &*ENGINE;
    let names: String = engine.reports()[0].initiatives.iter().map(|it| it.name.name.as_str()).collect();
    for piece in ["青", "9", "多少", "qing", "青马", "1+", "<b>", "\u{300}", "😂", " ", &names] {
        let long = piece.repeat(1_000_000 / piece.len());
        assert_whole(piece, &ask(&long));
    }
}
