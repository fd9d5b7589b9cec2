//! The text of a Word document (.docx): paragraphs become lines, rows of a table one line with | between cells.
//! Macros and pictures are told and left out; what unpacks to too much is refused before it is unpacked.

use super::super::words;
use super::Source;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Where the text stands in the archive.
const TEXT: &str = "word/document.xml";
/// The text of a document unpacks to at most so many bytes: its tags are ten times its words.
const MOST_BYTES: u64 = 48 << 20;

/// Reads a Word document.
///
/// # Errors
/// The archive is broken, is no Word document, or unpacks to too much.
pub(super) fn read(bytes: &[u8]) -> Result<Source, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| words::not_word())?;
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    if !names.iter().any(|it| it == TEXT) {
        let is_table = names.iter().any(|it| it.starts_with("xl/"));
        return Err(if is_table { words::spreadsheet() } else { words::not_word() });
    }
    let xml = unpack(&mut archive)?;
    let holds = |part: &str| names.iter().any(|it| it.contains(part));
    let notes = [holds("vbaProject").then(words::macros), holds("word/media/").then(words::pictures)];
    Ok(Source { text: text(&xml)?, notes: notes.into_iter().flatten().collect() })
}

/// The document's XML, as long as it stays within its bound.
fn unpack(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Vec<u8>, String> {
    let file = archive.by_name(TEXT).map_err(|_| words::not_word())?;
    let mut xml = Vec::new();
    // What the archive says of its sizes is not believed.
    file.take(MOST_BYTES + 1).read_to_end(&mut xml).map_err(|_| words::not_word())?;
    if xml.len() as u64 > MOST_BYTES { Err(words::swollen()) } else { Ok(xml) }
}

fn text(xml: &[u8]) -> Result<String, String> {
    let mut reader = Reader::from_reader(xml);
    let (mut text, mut is_words, mut cells) = (String::new(), false, 0_usize);
    loop {
        match reader.read_event().map_err(|_| words::not_word())? {
            Event::Eof => return Ok(text),
            Event::Start(tag) => match tag.local_name().as_ref() {
                b"t" => is_words = true,
                b"tc" => cells += 1,
                b"br" | b"cr" => text.push('\n'),
                _ => {}
            },
            Event::Empty(tag) => match tag.local_name().as_ref() {
                b"tab" => text.push(' '),
                b"br" | b"cr" => text.push('\n'),
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                b"t" => is_words = false,
                b"tc" => {
                    cells = cells.saturating_sub(1);
                    text.push_str(" |");
                }
                b"tr" => text.push('\n'),
                b"p" if cells == 0 => text.push('\n'),
                _ => {}
            },
            Event::Text(words) if is_words => text.push_str(&words.decode().unwrap_or_default()),
            Event::GeneralRef(name) if is_words => text.extend(referred(&name)),
            _ => {}
        }
    }
}

/// &amp; and &#8220;.
fn referred(name: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    if let Ok(Some(letter)) = name.resolve_char_ref() {
        return Some(letter);
    }
    match name.as_ref() {
        b"amp" => Some('&'),
        b"lt" => Some('<'),
        b"gt" => Some('>'),
        b"quot" => Some('"'),
        b"apos" => Some('\''),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{TEXT, read, text};
    use crate::draft::words;
    use std::io::{Cursor, Write};
    use zip::write::SimpleFileOptions;

    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    const XML: &str = "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>开展&amp;组织</w:t></w:r><w:r><w:t>12场</w:t></w:r></w:p>\
        <w:p><w:r><w:delText>99场</w:delText><w:t>第二段</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";

    #[test]
    fn paragraphs_and_tables() {
        assert_eq!(text(XML.as_bytes()).as_deref(), Ok("开展&组织12场\n第二段\n甲 |5 |\n"));
    }

    #[test]
    fn macros_and_pictures_are_told() {
        let source = read(&packed(&[
            (TEXT, XML.as_bytes()),
            ("word/vbaProject.bin", b"x"),
            ("word/media/a.png", b"x"),
        ]))
        .unwrap();
        assert_eq!(source.notes, [words::macros(), words::pictures()]);
    }

    #[test]
    fn archives_that_are_no_document() {
        assert_eq!(read(&packed(&[("xl/workbook.xml", b"x")])), Err(words::spreadsheet()));
        assert_eq!(read(&packed(&[("a.txt", b"x")])), Err(words::not_word()));
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let blanks = vec![b' '; (super::MOST_BYTES + 4096) as usize];
        let bomb = packed(&[(TEXT, &blanks)]);
        assert!(bomb.len() < 1 << 20);
        assert_eq!(read(&bomb), Err(words::swollen()));
    }
}
