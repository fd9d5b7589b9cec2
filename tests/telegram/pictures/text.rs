//! Telegram's HTML as rows of a bubble: wrapped as a phone wraps Chinese, with what is bold or a link; Chinese is never slanted.
//! Knows no coordinates.

/// How something is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Style {
    pub(crate) bold: bool,
    pub(crate) link: bool,
    /// In a quotation that unfolds.
    pub(crate) quoted: bool,
}

/// A row of a bubble, piece by piece.
pub(crate) type Row = Vec<(String, Style)>;

/// What no row begins with.
const CLOSING: &str = ",。、;:!?)，：；！？）」”》…·";

/// The rows of a message, each of at most so many halves of a Chinese character.
pub(crate) fn rows(html: &str, width: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = vec![Row::new()];
    let mut style = Style::default();
    let mut rest = html;
    while !rest.is_empty() {
        if let Some((tag, after)) = rest.strip_prefix('<').and_then(|it| it.split_once('>')) {
            if tag.contains("blockquote") && rows.last().is_some_and(|it| !it.is_empty()) {
                rows.push(Row::new());
            }
            style = styled(style, tag);
            rest = after;
            continue;
        }
        let (unit, after) = rest.split_at(unit(rest));
        put(&mut rows, &unescaped(unit), style, width);
        rest = after;
    }
    rows
}

/// How many halves of a Chinese character a text is wide.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(|it| if it.is_ascii() { 1 } else { 2 }).sum()
}

/// The length of what is not broken: a word, a number, an escape; else a character.
fn unit(text: &str) -> usize {
    if text.starts_with('&') {
        return text.find(';').map_or(1, |it| it + 1);
    }
    let word = text.find(|it: char| !it.is_ascii_alphanumeric() && it != '_').unwrap_or(text.len());
    if word > 0 { word } else { text.chars().next().map_or(1, char::len_utf8) }
}

fn put(rows: &mut Vec<Row>, unit: &str, style: Style, limit: usize) {
    if unit == "\n" {
        rows.push(Row::new());
        return;
    }
    let used: usize = rows.last().map_or(0, |it| it.iter().map(|it| width(&it.0)).sum());
    if used > 0 && used + width(unit) > limit && !CLOSING.contains(unit) {
        rows.push(Row::new());
    }
    let Some(row) = rows.last_mut() else { return };
    match row.last_mut() {
        Some((text, last)) if *last == style => text.push_str(unit),
        _ => row.push((unit.to_owned(), style)),
    }
}

fn styled(style: Style, tag: &str) -> Style {
    let (is_open, name) = tag.strip_prefix('/').map_or((true, tag), |it| (false, it));
    match name.split(' ').next() {
        Some("b") => Style { bold: is_open, ..style },
        Some("a") => Style { link: is_open, ..style },
        Some("blockquote") => Style { quoted: is_open, ..style },
        _ => style,
    }
}

fn unescaped(unit: &str) -> String {
    match unit {
        "&lt;" => "<",
        "&gt;" => ">",
        "&amp;" => "&",
        "&quot;" => "\"",
        other => other,
    }
    .to_owned()
}
