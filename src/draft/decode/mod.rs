//! From the bytes of a file to its text: which kind of file it is, by what stands in it, and each kind's own reader.
//! Touches no disk and reads no report.

mod characters;
mod page;
mod word;

use super::words;

/// The text of a source, and what in it was not read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// The text, line by line.
    pub text: String,
    /// What the office should know: macros and pictures that were left out.
    pub notes: Vec<String>,
}

/// A file of more bytes is not opened: a Word document with many pictures has some tens of millions.
pub const MOST_BYTES: usize = 64 << 20;
/// A text of more characters is no report: a province's has some tens of thousands.
const MOST_CHARACTERS: usize = 400_000;

/// The text of a file.
///
/// # Errors
/// One sentence that says why the file cannot be read, and what to do.
pub fn decode(bytes: &[u8]) -> Result<Source, String> {
    if bytes.is_empty() {
        return Err(words::empty());
    }
    if bytes.len() > MOST_BYTES {
        return Err(words::too_large());
    }
    let source = match bytes {
        [b'P', b'K', 3 | 5, ..] => word::read(bytes)?,
        [b'%', b'P', b'D', b'F', ..] => return Err(words::pdf()),
        [0xD0, 0xCF, 0x11, 0xE0, ..] | [b'{', b'\\', b'r', b't', b'f', ..] => return Err(words::old_word()),
        _ => plain(characters::decode(bytes)?),
    };
    if source.text.chars().nth(MOST_CHARACTERS).is_some() {
        return Err(words::too_large());
    }
    Ok(source)
}

/// A text, or the text of a page.
fn plain(text: String) -> Source {
    let text = if page::is_page(&text) { page::read(&text) } else { text };
    Source { text, notes: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::draft::words;

    #[test]
    fn files_that_are_not_read() {
        let rows: [(&[u8], String); 5] = [
            (b"", words::empty()),
            (b"%PDF-1.7 ...", words::pdf()),
            (&[0xD0, 0xCF, 0x11, 0xE0, 0xA1], words::old_word()),
            (b"PK\x03\x04 no archive", words::not_word()),
            (&[0, 1, 2, 3, 255, 254, 0, 0, 9], words::binary()),
        ];
        for (bytes, expected) in rows {
            assert_eq!(decode(bytes), Err(expected));
        }
    }

    #[test]
    fn a_text_of_fifty_megabytes_is_refused() {
        assert_eq!(decode("团".repeat(17 << 20).as_bytes()), Err(words::too_large()));
    }
}
