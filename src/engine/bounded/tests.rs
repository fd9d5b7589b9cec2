//! What a bounded map forgets, and when: a table of steps and what is left after them.
//! Every time is made up.

use super::*;

/// Does these steps one after the other in a map with room for three that forgets after ten seconds: `a` is written, `~a`
/// renewed, `-a` taken out, and `9` is the time of what follows. Returns what is there at the end, and how many entries take
/// memory.
fn left(steps: &str) -> (String, usize) {
    let (mut map, begun) = (Bounded::new(3, Duration::from_secs(10)), Instant::now());
    let mut now = begun;
    for step in steps.split_whitespace() {
        if let Ok(seconds) = step.parse() {
            now = begun + Duration::from_secs(seconds);
        } else if let Some(key) = step.strip_prefix('~') {
            *map.renew(key, now) += 1;
        } else if let Some(key) = step.strip_prefix('-') {
            map.remove(&key, now);
        } else {
            map.insert(step, 1, now);
        }
    }
    let keys = ["a", "b", "c", "d", "e"].into_iter().filter(|it| map.get(it, now).is_some());
    (keys.collect(), map.len())
}

#[test]
fn what_was_written_longest_ago_is_forgotten_first() {
    let rows = [
        ("nothing", "", "", 0),
        // Room.
        ("as many as fit", "a b c", "abc", 3),
        ("one too many", "a b c d", "bcd", 3),
        ("two too many", "a b c d e", "cde", 3),
        ("one is written again", "a b c a d", "acd", 3),
        ("one is renewed", "a b c ~a ~d", "acd", 3),
        ("room was made", "a b c -b d", "acd", 3),
        ("what is not there is taken out", "a -b", "a", 1),
        // Time.
        ("just before it expires", "a 9", "a", 1),
        ("when it expires", "a 10", "", 1),
        ("written again in time", "a 9 a 18", "a", 1),
        ("renewed in time", "a 9 ~a 18", "a", 1),
        ("it gives way at the next writing", "a 5 b 10 c", "bc", 2),
        ("at the next renewal", "a 5 b 10 ~c", "bc", 2),
        ("at the next removal", "a 5 b 10 -c", "b", 1),
        ("before one that is alive", "a 5 b c 10 d", "bcd", 3),
        ("all of them expire", "a b c 10 d", "d", 1),
        // The clock of another thread may be a little behind.
        ("a time before the writing", "9 a 8", "a", 1),
    ];
    for (name, steps, keys, entries) in rows {
        assert_eq!(left(steps), (keys.to_owned(), entries), "{name}: {steps}");
    }
}

#[test]
fn what_expired_is_neither_replaced_nor_renewed_nor_taken_out() {
    let (begun, second) = (Instant::now(), Duration::from_secs(1));
    let map = || {
        let mut map = Bounded::new(3, second);
        map.insert('a', 7, begun);
        map
    };
    let early = begun + second / 2;
    assert_eq!((map().insert('a', 8, early), map().insert('a', 8, begun + second)), (Some(7), None));
    assert_eq!((*map().renew('a', early), *map().renew('a', begun + second)), (7, 0));
    assert_eq!((map().remove(&'a', early), map().remove(&'a', begun + second)), (Some(7), None));
}

#[test]
fn what_never_expires_is_there_after_years() {
    let (mut map, begun) = (Bounded::new(1, NEVER), Instant::now());
    map.insert('a', 7, begun);
    assert_eq!(map.get(&'a', begun + Duration::from_secs(100 * 366 * 86_400)), Some(&7));
}

#[test]
fn reading_renews_nothing() {
    let (mut map, now) = (Bounded::new(2, NEVER), Instant::now());
    for key in ['a', 'b'] {
        map.insert(key, (), now);
    }
    assert!(map.get(&'a', now).is_some());
    map.insert('c', (), now);
    assert!(map.get(&'a', now).is_none());
}

#[test]
fn a_map_without_room_has_room_for_one() {
    let (mut map, now) = (Bounded::new(0, NEVER), Instant::now());
    for key in ['a', 'b'] {
        map.insert(key, (), now);
    }
    assert_eq!((map.get(&'b', now), map.len()), (Some(&()), 1));
}
