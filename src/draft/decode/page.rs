//! The text of a page as a browser saves it: blocks become lines, table cells are told by |; scripts, styles and what is no text
//! are dropped.
//! Runs nothing and fetches nothing.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

/// A file that holds one of these near its beginning is a page.
const MARKS: [&str; 5] = ["<!doctype html", "<html", "<head", "<body", "<meta"];
/// The marks are looked for among so many characters.
const HEAD: usize = 4096;
/// Elements of which nothing is read.
const DROPPED: [&[u8]; 10] = [
    b"script",
    b"style",
    b"head",
    b"noscript",
    b"template",
    b"svg",
    b"iframe",
    b"object",
    b"select",
    b"button",
];
/// Elements behind which a line ends.
const BLOCKS: [&[u8]; 25] = [
    b"p",
    b"div",
    b"br",
    b"li",
    b"ul",
    b"ol",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"tr",
    b"table",
    b"section",
    b"article",
    b"header",
    b"footer",
    b"blockquote",
    b"hr",
    b"title",
    b"main",
    b"nav",
    b"dd",
    b"dt",
];

/// Whether a text is a page.
pub(super) fn is_page(text: &str) -> bool {
    let head: String = text.chars().take(HEAD).collect::<String>().to_lowercase();
    MARKS.iter().any(|it| head.contains(it))
}

/// The text of a page.
pub(super) fn read(page: &str) -> String {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut reading = Reading::default();
    for token in Tokenizer::new_with_emitter(page, emitter) {
        // Reading from memory cannot fail.
        let Ok(token) = token;
        reading.take(token);
    }
    reading.text
}

#[derive(Default)]
struct Reading {
    text: String,
    /// The dropped element that is open, and how deep it stands in its like.
    dropped: Option<(Vec<u8>, usize)>,
}

impl Reading {
    fn take(&mut self, token: Token) {
        match token {
            Token::StartTag(tag) => self.start(&tag.name, tag.self_closing),
            Token::EndTag(tag) => self.end(&tag.name),
            Token::String(text) if self.dropped.is_none() => self.push(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }

    fn start(&mut self, name: &[u8], is_closed: bool) {
        match &mut self.dropped {
            Some((open, depth)) if open.as_slice() == name => *depth += 1,
            Some(_) => self.body(name),
            None if DROPPED.contains(&name) && !is_closed => self.dropped = Some((name.to_vec(), 1)),
            None if BLOCKS.contains(&name) => self.line(),
            None => {}
        }
    }

    /// A head that was never closed ends where the body begins.
    fn body(&mut self, name: &[u8]) {
        if name == b"body" && self.dropped.as_ref().is_some_and(|it| it.0 == b"head") {
            self.dropped = None;
        }
    }

    fn end(&mut self, name: &[u8]) {
        match &mut self.dropped {
            Some((open, depth)) if open.as_slice() == name => {
                *depth -= 1;
                if *depth == 0 {
                    self.dropped = None;
                }
            }
            Some(_) => {}
            None if name == b"td" || name == b"th" => self.text.push_str(" |"),
            None if BLOCKS.contains(&name) => self.line(),
            None => {}
        }
    }

    fn line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Line ends inside of a block are blanks between words and nothing between characters.
    fn push(&mut self, text: &str) {
        for piece in text.split(['\n', '\r', '\t']) {
            let is_blank = piece.trim_matches(' ').is_empty();
            if !is_blank {
                self.text.push_str(piece);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_page, read};

    #[test]
    fn pages_and_their_text() {
        let rows = [
            (
                "<html><head><title>题</title></head><body><p>第一段</p><p>第<b>二</b>段&nbsp;</p></body>",
                "第一段\n第二段\u{a0}\n",
            ),
            ("<html><body><script>if (1<2) alert('999场')</script><p>开展12场</p>", "开展12场\n"),
            ("<body><style>p{width:30px}</style><p>甲\n   乙</p>", "甲   乙\n"),
            ("<body><table><tr><td>甲</td><td>5</td></tr></table>", "甲 |5 |\n"),
            ("<html><head><meta charset=gbk><body>甲<br>乙", "甲\n乙"),
        ];
        for (page, text) in rows {
            assert!(is_page(page), "{page}");
            assert_eq!(read(page), text, "{page}");
        }
        assert!(!is_page("全市开展活动<12场>。"));
    }
}
