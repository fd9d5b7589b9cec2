//! Texts with what is told of them, and what they are read as.

use super::{Fault, read};
use proptest::prelude::*;
use serde_json::{Value, json};

#[track_caller]
fn check(text: &str, value: &Value, faults: &[((usize, usize), Fault)]) {
    let read = read(text);
    assert_eq!((&read.value, read.faults.as_slice()), (value, faults), "{text}");
}

#[test]
fn what_is_told_and_what_is_read() {
    let s = str::to_owned;
    let a = json!({"a": "b"});
    let two = json!({"a": 1, "b": 2});
    // Marks of a Chinese keyboard
    check("{“a”: \"b\"}", &a, &[((1, 2), Fault::WideQuote(s("“”")))]);
    check("{\"a\": “b”}", &a, &[((1, 7), Fault::WideQuote(s("“”")))]);
    check("{\"a\": “b\"}", &a, &[((1, 7), Fault::WideQuote(s("“")))]);
    check("{\"a\": \"b”}", &a, &[((1, 9), Fault::WideQuote(s("”")))]);
    check("{\"a\": \"b”,\n\"c\": 1}", &json!({"a": "b", "c": 1}), &[((1, 9), Fault::WideQuote(s("”")))]);
    check("{\"a\": \"b”, \"c\": 1}", &json!({"a": "b", "c": 1}), &[((1, 9), Fault::WideQuote(s("”")))]);
    check(
        "{\"a\"：1，\"b\"：2}",
        &two,
        &[
            ((1, 5), Fault::WideColon('：')),
            ((1, 7), Fault::WideComma('，')),
            ((1, 11), Fault::WideColon('：')),
        ],
    );
    check("{\"a\": ８５８８}", &json!({"a": 8588}), &[((1, 7), Fault::WideDigits(s("８５８８")))]);
    check(
        "｛\"a\": 【1】}",
        &json!({"a": [1]}),
        &[
            ((1, 1), Fault::WideBracket('｛')),
            ((1, 7), Fault::WideBracket('【')),
            ((1, 9), Fault::WideBracket('】')),
        ],
    );
    check("{\u{3000}\"a\": \"b\"}", &a, &[((1, 2), Fault::StrangeSpace)]);
    // Forgotten and superfluous marks
    check("{\"a\": 1\n \"b\": 2}", &two, &[((1, 8), Fault::MissingComma)]);
    check("{\"a\": 1,,\"b\": 2,}", &two, &[((1, 9), Fault::ExtraComma), ((1, 16), Fault::CommaAtEnd)]);
    check("{\"a\" 1, \"b\": 2}", &two, &[((1, 6), Fault::MissingColon)]);
    check("{\"a\": , \"b\": 2}", &json!({"a": null, "b": 2}), &[((1, 7), Fault::MissingValue)]);
    check(
        "{a: 1, \"b\": 2期}",
        &json!({"a": 1, "b": "2期"}),
        &[((1, 2), Fault::BareKey(s("a"))), ((1, 13), Fault::BareText(s("2期")))],
    );
    check("{\"a\": 1, // one\n \"b\": 2}", &two, &[((1, 10), Fault::Comment)]);
    // Quotation marks and brackets that are left open
    check("{\"a\": \"b,\n \"c\": 1}", &json!({"a": "b", "c": 1}), &[((1, 7), Fault::OpenQuote)]);
    check("{\"a\": \"b\n c\"}", &json!({"a": "b\n c"}), &[((1, 9), Fault::LineBreak)]);
    check("{\"a\": [1, 2}", &json!({"a": [1, 2]}), &[((1, 12), Fault::MissingBracket(']'))]);
    check("[1, 2}", &json!([1, 2]), &[((1, 6), Fault::WrongBracket('}', ']'))]);
    check("{\"a\": [1", &json!({"a": [1]}), &[((1, 9), Fault::CutOff(s("]}")))]);
    check("{\"a\": [1]  ", &json!({"a": [1]}), &[((1, 1), Fault::Unclosed('}'))]);
    let missing = |bracket| [((1, 11), Fault::MissingBracket(bracket))];
    check("{\"a\": [1, \"b\": 2}", &json!({"a": [1], "b": 2}), &missing(']'));
    check("[{\"a\": 1, {\"b\": 2}]", &json!([{"a": 1}, {"b": 2}]), &missing('}'));
    check("青年", &Value::Null, &[((1, 1), Fault::PlainText)]);
    check("<p>", &Value::Null, &[((1, 1), Fault::Html)]);
    check("{} x", &json!({}), &[((1, 4), Fault::Rest)]);
    check("", &Value::Null, &[((1, 1), Fault::Empty)]);
    check("{\"a\": \"\\d\"}", &json!({"a": "d"}), &[((1, 7), Fault::Escape)]);
}

#[test]
fn quotation_marks_inside_of_a_text_are_text() {
    for text in ["“青马”", "他说“好”，然后", "‘a’", "「x」", "a“", "”b", "x\\\"y\\\\", "\\u4e00"]
    {
        let whole = format!("{{\"a\": [\"{text}\", \"{text}\"]}}");
        let expected: Value = serde_json::from_str(&whole).unwrap();
        check(&whole, &expected, &[]);
    }
}

#[test]
fn a_pointer_finds_its_key() {
    let places = read("{\n  \"名字\": [\n    \"甲\", {\"x\\\"/\": 1.5}\n  ]\n}").places;
    assert_eq!(places.locate(""), (1, 1));
    assert_eq!(places.locate("/名字"), (2, 3));
    assert_eq!(places.locate("/名字/0"), (3, 5));
    assert_eq!(places.locate("/名字/1/x\"~1"), (3, 11));
    assert_eq!(places.locate("/名字/1/missing"), (3, 10));
}

#[test]
fn a_key_that_stands_twice_is_told() {
    let places = read("{\"a\": 1,\n \"a\": 2}").places;
    assert_eq!((places.repeated.as_slice(), places.locate("/a")), (&["/a".to_owned()][..], (2, 2)));
}

#[test]
fn brackets_without_end_do_not_break_it() {
    for open in ["[", "{\"a\":", "[{\"a\":"] {
        assert!(read(&open.repeat(100_000)).faults.iter().any(|it| it.1 == Fault::TooDeep));
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in "[\\[\\]{}:,\"a-c1\\\\ \n“”，：｝]{0,60}|\\PC{0,60}") {
        read(&text);
    }

    #[test]
    fn well_formed_json_is_read_as_any_parser_reads_it(text in "[\\[\\]{}:,\"a1\\\\ \n“”，]{0,12}") {
        match serde_json::from_str::<Value>(&text) {
            Ok(value) => {
                let read = read(&text);
                prop_assert_eq!((read.value, read.faults.len()), (value, 0));
            }
            Err(_) => prop_assert!(!read(&text).faults.is_empty()),
        }
    }
}
