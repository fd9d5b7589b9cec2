//! What a trie finds, and that it finds nothing else: tables of keys, texts, and what is found in them.
//! Holds the crate's double array to what the bot relies on, where the crate itself promises less.

use super::*;

/// A trie of these keys, each with its position as its term.
fn trie(keys: &[&str]) -> Trie {
    Trie::of(keys.iter().map(|it| (*it).to_owned()).zip(0..))
}

fn letters(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// The keys that a text begins with, as they are found, each checked against its length.
fn found<'k>(keys: &[&'k str], text: &str) -> Vec<&'k str> {
    let (trie, text) = (trie(keys), letters(text));
    let keys = trie.common_prefix_search(&text).map(|(length, term)| {
        let key = keys[term as usize];
        assert_eq!(key.chars().count(), length, "{key}");
        key
    });
    keys.collect()
}

#[test]
fn a_text_begins_with_these_keys() {
    let rows: &[(&str, &[&str], &str, &[&str])] = &[
        ("shortest first", &["青年之家", "年", "青年"], "青年之家们", &["青年", "青年之家"]),
        ("the text ends within a key", &["青年之家", "青年"], "青年之", &["青年"]),
        ("a key inside the text", &["年", "家"], "青年之家", &[]),
        ("an empty text", &["青年"], "", &[]),
        ("no keys", &[], "青年", &[]),
        ("the empty key is never found", &["", "青"], "青年", &["青"]),
        ("letters and characters", &["up", "up主"], "up主们", &["up", "up主"]),
        ("astral planes", &["𠮷野家", "𠮷", "野"], "𠮷野家🙂", &["𠮷", "𠮷野家"]),
        ("an astral character of no key", &["🙂"], "🙃", &[]),
        ("a character above all of the keys", &["年"], "\u{10FFFF}", &[]),
        ("the lowest character", &["\0年", "年"], "\0年", &["\0年"]),
        ("U+FFFF behind a key", &["青年"], "青年\u{FFFF}", &["青年"]),
        ("U+FFFF behind a key that goes on", &["青年", "青年之家"], "青年\u{FFFF}之家", &["青年"]),
        ("U+FFFF alone", &["青年"], "\u{FFFF}", &[]),
        ("a key with U+FFFF is never found", &["青\u{FFFF}年", "青"], "青\u{FFFF}年", &["青"]),
        ("a key with U+FFFF alone", &["\u{FFFF}"], "\u{FFFF}", &[]),
    ];
    for (what, keys, text, expected) in rows {
        assert_eq!(found(keys, text), *expected, "{what}");
    }
}

#[test]
fn a_search_that_has_ended_stays_ended() {
    // The crate's search skips the character that ended it and goes on: 青 and then 年, without 中, would be 青年.
    let rows: &[(&[&str], &str, usize)] = &[
        (&["青", "青年"], "青中年", 1),
        (&["青", "青年"], "青中中年年", 1),
        (&["青年"], "中青年", 0),
        (&["青", "青年"], "青\u{FFFF}年", 1),
        (&["青"], "青", 1),
    ];
    for (keys, text, count) in rows {
        let (trie, text) = (trie(keys), letters(text));
        let mut search = trie.common_prefix_search(&text);
        assert_eq!(search.by_ref().count(), *count, "{text:?}");
        for _ in 0..=text.len() {
            assert_eq!(search.next(), None, "{text:?}");
        }
    }
}

#[test]
fn every_key_is_found_and_nothing_else() {
    let few = ["青年", "青年之家", "年", "家", "up主", "𠮷野家", "𠮷", "🙂"].map(str::to_owned);
    // Many characters behind one, and as many first ones.
    let behind = (0..300).filter_map(|it| Some(format!("青{}", char::from_u32(0x5000 + it)?)));
    let first = (0..300).filter_map(|it| Some(format!("{}团", char::from_u32(0x6000 + it)?)));
    let keys: Vec<String> = few.into_iter().chain(behind).chain(first).collect();
    let trie = Trie::of(keys.iter().cloned().zip(0..));
    for (key, term) in keys.iter().zip(0..) {
        assert_eq!(trie.exact_match(&letters(key)), Some(term), "{key}");
    }
    let others =
        ["", "青", "青年之", "青年之家们", "中", "🙃", "u", "𠮷野", "\0", "青团", "年团", "\u{10FFFF}"];
    for other in others {
        assert_eq!(trie.exact_match(&letters(other)), None, "{other}");
    }
    // U+FFFF ends every key in the double array: no text with it is a key.
    for key in &keys {
        assert_eq!(trie.exact_match(&letters(&format!("{key}\u{FFFF}"))), None, "{key}");
    }
}

#[test]
fn where_there_are_no_keys_none_is_found() {
    for keys in [&[] as &[&str], &[""], &["\u{FFFF}"]] {
        for text in ["", "青", "\u{FFFF}"] {
            assert_eq!(trie(keys).exact_match(&letters(text)), None, "{keys:?} {text:?}");
        }
    }
}
