//! The work for a message is bounded, whatever is typed: counted in steps, not in time.

use super::{ENGINE, config, seeds};
use proptest::prelude::*;
use proptest::sample::select;

/// As long as Telegram lets a message be.
const LONGEST: usize = 4096;

const NAMES: [&str; 6] = ["青马", "青年之家", "突击队", "走播队", "团员", "团团严选"];
const ASKS: [&str; 6] = ["多少", "几期", "多少青年", "有多少个", "各多少", "哪个多"];
const MARKS: [&str; 7] = ["", "、", "，", "。", "？", "和", " "];

/// A message of these pieces over and over, up to the length limit.
fn repeated(pieces: &[&str], times: usize) -> String {
    pieces.concat().repeat(times).chars().take(LONGEST).collect()
}

fn assert_bounded(message: &str) {
    let (scored, most) = ENGINE.steps(message);
    let begins: String = message.chars().take(20).collect();
    assert!(scored <= most, "{begins}… of {} characters costs {scored} steps", message.chars().count());
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn no_message_costs_more_than_the_budget(
        name in select(&NAMES[..]),
        ask in select(&ASKS[..]),
        mark in select(&MARKS[..]),
        times in 1_usize..1500,
    ) {
        assert_bounded(&repeated(&[name, ask, mark], times));
        assert_bounded(&repeated(&[name, mark], times));
        assert_bounded(&repeated(&[ask, mark], times));
        assert_bounded(&repeated(&[name, mark, ask], times));
    }
}

#[test]
fn no_real_question_comes_near_the_budget() {
    for question in seeds() {
        let (scored, most) = ENGINE.steps(&question);
        assert!(scored * 5 <= most, "{question} costs {scored} of {most} steps");
    }
}

#[test]
fn the_message_that_once_stopped_the_bot_costs_few_steps() {
    for times in [16, 32, 64, 680] {
        assert_bounded(&repeated(&["青马多少青年"], times));
    }
}
