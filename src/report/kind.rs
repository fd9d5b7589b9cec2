//! What a file is that holds no text in UTF-8: a Word file, a picture, Chinese text in the encoding of old Windows.
//! Looks at bytes alone and reads no file.

/// What was given instead of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Word, as .docx or .doc.
    Word,
    /// Excel, as .xlsx or .xls.
    Excel,
    /// Slides of an Office program.
    Slides,
    /// WPS or an old Office file of which no more is known.
    Office,
    /// A .zip that is no Office file.
    Archive,
    /// PDF.
    Pdf,
    /// A picture.
    Picture,
    /// Text with formatting for word processors.
    RichText,
    /// Text in two bytes a character.
    Utf16,
    /// Chinese text in the encoding of old Windows.
    Gbk,
    /// Bytes of no text.
    Binary,
}

/// Marks at the beginning of a file, and what it is then.
const BEGINNINGS: [(&[u8], Kind); 9] = [
    (b"%PDF", Kind::Pdf),
    (b"{\\rtf", Kind::RichText),
    (b"\x89PNG", Kind::Picture),
    (b"\xff\xd8\xff", Kind::Picture),
    (b"GIF8", Kind::Picture),
    (b"\xff\xfe", Kind::Utf16),
    (b"\xfe\xff", Kind::Utf16),
    (b"Rar!", Kind::Archive),
    (b"7z\xbc\xaf", Kind::Archive),
];

/// What the names of the files inside of an Office file begin with.
const INSIDE: [(&[u8], Kind); 3] = [(b"word/", Kind::Word), (b"xl/", Kind::Excel), (b"ppt/", Kind::Slides)];

/// Streams of the older Office files, whose names are in two bytes a character.
const STREAMS: [(&str, Kind); 3] =
    [("WordDocument", Kind::Word), ("Workbook", Kind::Excel), ("PowerPoint Document", Kind::Slides)];

/// What these bytes are, if they are no text in UTF-8.
pub(super) fn of(bytes: &[u8]) -> Option<Kind> {
    if let Some((_, kind)) = BEGINNINGS.iter().find(|it| bytes.starts_with(it.0)) {
        return Some(*kind);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(INSIDE.iter().find(|it| holds(bytes, it.0)).map_or(Kind::Archive, |it| it.1));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        return Some(STREAMS.iter().find(|it| holds(bytes, &wide(it.0))).map_or(Kind::Office, |it| it.1));
    }
    if bytes.contains(&0) {
        return Some(Kind::Binary);
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => None,
        Err(_) if is_gbk(bytes) => Some(Kind::Gbk),
        Err(_) => Some(Kind::Binary),
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|it| it == part)
}

/// True where every byte beyond ASCII begins or ends a character of GBK or GB18030. A cut at the end is let pass.
fn is_gbk(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    loop {
        rest = match rest {
            [] | [0x81..=0xfe] => return true,
            [0x00..=0x7f, rest @ ..] | [0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe, rest @ ..] => rest,
            [0x81..=0xfe, 0x30..=0x39, 0x81..=0xfe, 0x30..=0x39, rest @ ..] => rest,
            _ => return false,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, of};

    #[test]
    fn what_files_are() {
        let doc: Vec<u8> = [
            &b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..],
            &"WordDocument".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(),
        ]
        .concat();
        let rows: [(&[u8], Option<Kind>); 15] = [
            (b"", None),
            (b"{}", None),
            ("青年".as_bytes(), None),
            ("\u{feff}{}".as_bytes(), None),
            (b"PK\x03\x04\x14[Content_Types].xml word/document.xml", Some(Kind::Word)),
            (b"PK\x03\x04\x14 xl/workbook.xml", Some(Kind::Excel)),
            (b"PK\x03\x04\x14 notes.txt", Some(Kind::Archive)),
            (&doc, Some(Kind::Word)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", Some(Kind::Office)),
            (b"%PDF-1.7", Some(Kind::Pdf)),
            (b"{\\rtf1", Some(Kind::RichText)),
            (b"\xff\xfe{\x00}\x00", Some(Kind::Utf16)),
            (b"{\"title\": \"\xd4\xc6\xcf\xaa\"}", Some(Kind::Gbk)),
            (b"\x00\x01\x02", Some(Kind::Binary)),
            (b"\xe4\xb8\xff\xff", Some(Kind::Binary)),
        ];
        for (bytes, expected) in rows {
            assert_eq!(of(bytes), expected, "{bytes:?}");
        }
    }
}
