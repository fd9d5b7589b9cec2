//! Bytes to characters: UTF-8 and UTF-16 with or without their mark, else GB18030, which holds GBK and GB2312.
//! Knows no kinds of files.

use super::super::words;
use crate::text::is_hanzi;
use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

/// One of so many characters may be a control character: more of them are no text.
const CONTROLS: usize = 100;

/// The characters of a text.
///
/// # Errors
/// The bytes are no text in any of these encodings.
pub(super) fn decode(bytes: &[u8]) -> Result<String, String> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default());
        return readable(text.into_owned());
    }
    if let Some(text) = std::str::from_utf8(bytes).ok().filter(|it| !it.contains('\0')) {
        return readable(text.to_owned());
    }
    if let Some(text) = sixteen_bits(bytes) {
        return readable(text);
    }
    let (text, has_errors) = GB18030.decode_without_bom_handling(bytes);
    if has_errors && errors(&text) { Err(words::binary()) } else { readable(text.into_owned()) }
}

/// More than a stray character could not be read.
fn errors(text: &str) -> bool {
    text.chars().filter(|it| *it == '\u{fffd}').count() * CONTROLS > text.chars().count()
}

/// UTF-16 without its mark: the order of bytes in which most characters are Chinese.
fn sixteen_bits(bytes: &[u8]) -> Option<String> {
    let decoded = [UTF_16LE, UTF_16BE].into_iter().filter_map(|it| {
        let (text, has_errors) = it.decode_without_bom_handling(bytes);
        (!has_errors && bytes.len().is_multiple_of(2)).then(|| text.into_owned())
    });
    let is_chinese = |text: &String| {
        let known = text
            .chars()
            .filter(|it| is_hanzi(*it) || it.is_ascii_graphic() || "，。、；：“”\r\n ".contains(*it));
        bytes.contains(&0) && known.count() * 10 > text.chars().count() * 9
    };
    decoded.into_iter().find(is_chinese)
}

/// The text, if it holds no more than a few control characters.
fn readable(text: String) -> Result<String, String> {
    let controls =
        text.chars().filter(|it| it.is_control() && !matches!(it, '\n' | '\r' | '\t' | '\u{c}')).count();
    if controls * CONTROLS > text.chars().count() { Err(words::binary()) } else { Ok(lines(&text)) }
}

/// Line ends of any system as one.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace(['\r', '\u{c}'], "\n")
}

#[cfg(test)]
mod tests {
    use super::decode;
    use encoding_rs::GB18030;

    #[test]
    fn encodings_of_offices() {
        let text = "全市开展活动12场，覆盖青年300余人次。\n第二段";
        let wide = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
        let rows: [Vec<u8>; 6] = [
            text.as_bytes().to_vec(),
            [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat(),
            [vec![0xFF, 0xFE], wide(u16::to_le_bytes)].concat(),
            [vec![0xFE, 0xFF], wide(u16::to_be_bytes)].concat(),
            wide(u16::to_le_bytes),
            GB18030.encode(text).0.into_owned(),
        ];
        for bytes in rows {
            assert_eq!(decode(&bytes).as_deref(), Ok(text));
        }
        assert_eq!(decode("一\r\n二\r三".as_bytes()).as_deref(), Ok("一\n二\n三"));
    }
}
