//! An answer in Telegram's HTML: the figure bold, the source quiet, everything escaped.
//! Knows no sending: how long a message may be is the channel's business.

use super::model::{Answer, Line, Role};

/// The whole answer, lines parted by `\n`.
#[must_use]
pub fn render(answer: &Answer) -> String {
    let lines: Vec<String> = answer.lines.iter().map(line).collect();
    lines.join("\n")
}

/// One line of it.
#[must_use]
pub fn line(line: &Line) -> String {
    let mut html = String::with_capacity(line.strong.len() + line.text.len() + TAGS);
    let is_quiet = matches!(line.role, Role::Source | Role::Note);
    html.push_str(if is_quiet { "<i>" } else { "" });
    if !line.strong.is_empty() {
        html.push_str("<b>");
        push_escaped(&mut html, &line.strong);
        html.push_str("</b>");
    }
    push_escaped(&mut html, &line.text);
    html.push_str(if is_quiet { "</i>" } else { "" });
    html
}

/// Bytes of all tags of a line.
const TAGS: usize = "<i><b></b></i>".len();

/// Text in which no character means anything to an HTML parser, in an attribute neither.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    push_escaped(&mut escaped, text);
    escaped
}

/// Adds the text, escaped: in one go up to the next character that has a meaning, which most texts never reach.
fn push_escaped(html: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|it| matches!(it, b'&' | b'<' | b'>' | b'"')) {
        let (plain, marked) = rest.split_at(at);
        let (mark, behind) = marked.split_at(1);
        html.push_str(plain);
        html.push_str(match mark {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            _ => "&quot;",
        });
        rest = behind;
    }
    html.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_meaning_loses_it() {
        assert_eq!(escape("a<b>&\"团\"&"), "a&lt;b&gt;&amp;&quot;团&quot;&amp;");
        assert_eq!(escape(""), "");
        assert_eq!(escape("青年之家"), "青年之家");
    }

    #[test]
    fn the_figure_is_bold_and_the_source_quiet() {
        let line_of = |role| line(&Line { role, strong: "4<5".to_owned(), text: " & 6".to_owned() });
        assert_eq!(line_of(Role::Headline), "<b>4&lt;5</b> &amp; 6");
        assert_eq!(line_of(Role::Source), "<i><b>4&lt;5</b> &amp; 6</i>");
        assert_eq!(line(&Line { role: Role::Row, strong: String::new(), text: "一".to_owned() }), "一");
    }
}
