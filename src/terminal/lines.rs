//! Lines from a stream, one at a time: bounded, and a bad one never stops the next.
//! Knows nothing of what a line means.

use std::io::{self, BufRead, Read};

/// A longer line is no question. Telegram allows 4,096 characters; JSON writes one in at most 12 bytes.
pub(super) const LONGEST: u64 = 64 * 1024;

/// U+FEFF in UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A line as it came in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Incoming {
    /// Text, without its end of line.
    Text(String),
    /// More than [`LONGEST`]; dropped.
    TooLong,
    /// Bytes that are not UTF-8; dropped.
    NotUtf8,
}

/// The next line; none at the end.
pub(super) fn next_line(input: &mut impl BufRead) -> io::Result<Option<Incoming>> {
    let mut bytes = Vec::new();
    input.by_ref().take(LONGEST + 1).read_until(b'\n', &mut bytes)?;
    let ended = bytes.last() == Some(&b'\n');
    if bytes.is_empty() {
        return Ok(None);
    }
    if !ended && bytes.len() as u64 > LONGEST {
        input.skip_until(b'\n')?;
        return Ok(Some(Incoming::TooLong));
    }
    let end = bytes.iter().rposition(|&it| it != b'\n' && it != b'\r').map_or(0, |it| it + 1);
    bytes.truncate(end);
    // Windows puts a mark before a text that was saved as UTF-8.
    let bare = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&bytes).to_vec();
    Ok(Some(String::from_utf8(bare).map_or(Incoming::NotUtf8, Incoming::Text)))
}

#[cfg(test)]
mod tests {
    use super::{Incoming, LONGEST, next_line};

    fn lines(mut bytes: &[u8]) -> Vec<Incoming> {
        std::iter::from_fn(|| next_line(&mut bytes).unwrap()).collect()
    }

    fn text(text: &str) -> Incoming {
        Incoming::Text(text.to_owned())
    }

    #[test]
    fn each_line_is_taken_by_itself() {
        assert_eq!(lines(b"a\r\n\n\xff\nb"), [text("a"), text(""), Incoming::NotUtf8, text("b")]);
        assert_eq!(lines(b""), []);
        assert_eq!(lines(b"\xef\xbb\xbfa\nb"), [text("a"), text("b")]);
    }

    #[test]
    fn a_long_line_is_dropped_and_the_next_one_read() {
        let just_right = "x".repeat(LONGEST as usize);
        let bytes = format!("{just_right}\n{just_right}yy\nb\n{just_right}y");
        let expected = [text(&just_right), Incoming::TooLong, text("b"), Incoming::TooLong];
        assert!(lines(bytes.as_bytes()) == expected);
    }
}
