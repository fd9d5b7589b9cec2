//! Bubbles, buttons and lists as SVG: dark text on light bubbles, as wide as a phone.
//! Knows nothing of the bot.

use super::text::{Row, Style, rows, width};
use std::fmt::Write;

const WIDTH: usize = 340;
/// The size of a letter, and half of it: what a Latin one is wide.
const LETTER: usize = 15;
const LINE: usize = 21;
const PAD: usize = 10;
const BUBBLE: usize = 290;
/// What a bubble holds in a row, in halves of a Chinese character; what closes a sentence may stand beyond it.
const HALVES: usize = (BUBBLE - 2 * PAD) * 2 / LETTER - 2;
/// Rows of a quotation before it is unfolded.
const FOLDED: usize = 3;
const BUTTON: usize = 34;

/// Whose bubble.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Asker,
    Bot,
}

/// A picture that grows downwards.
pub(crate) struct Canvas {
    svg: String,
    y: usize,
}

impl Canvas {
    pub(crate) fn new() -> Self {
        Self { svg: String::new(), y: PAD }
    }

    /// A message, below the name of its writer if there is one.
    pub(crate) fn bubble(&mut self, side: Side, name: Option<&str>, html: &str) {
        let rows = folded(rows(html, HALVES));
        let long = rows.iter().map(|row| row.iter().map(|it| width(&it.0)).sum::<usize>()).max().unwrap_or(0);
        let named = name.map_or(0, |_| LINE);
        let wide = if side == Side::Bot { BUBBLE } else { (long * LETTER).div_ceil(2) + 3 * PAD }.max(60);
        let (x, fill) = if side == Side::Bot { (PAD, "#fff") } else { (WIDTH - PAD - wide, "#e1fbd0") };
        let high = rows.len() * LINE + named + PAD + 4;
        self.rect((x, wide, high), fill, 12);
        if let Some(name) = name {
            self.text(
                x + PAD,
                self.y + LINE - 3,
                "font-size=\"13\" font-weight=\"600\" fill=\"#c2571a\"",
                name,
            );
        }
        for (at, row) in rows.iter().enumerate() {
            self.row(x + PAD, self.y + named + at * LINE + LINE, row);
        }
        self.y += high + 5;
    }

    /// The buttons under a message, row by row.
    pub(crate) fn buttons(&mut self, rows: &[Vec<String>]) {
        for row in rows {
            let wide = (BUBBLE - 4 * (row.len() - 1)) / row.len();
            for (at, label) in row.iter().enumerate() {
                let x = PAD + at * (wide + 4);
                self.rect((x, wide, BUTTON), "#8aa3b5", 8);
                let style = "font-size=\"14\" fill=\"#fff\" text-anchor=\"middle\"";
                self.text(x + wide / 2, self.y + 22, style, &short(label, (wide - 8) / 7));
            }
            self.y += BUTTON + 4;
        }
        self.y += 4;
    }

    /// What somebody does without a message.
    pub(crate) fn note(&mut self, text: &str) {
        self.text(WIDTH / 2, self.y + 15, "font-size=\"12\" fill=\"#4b6070\" text-anchor=\"middle\"", text);
        self.y += 25;
    }

    /// An entry of a list: a title, a description.
    pub(crate) fn entry(&mut self, title: &str, description: &str) {
        self.rect((PAD, WIDTH - 2 * PAD, 46), "#fff", 4);
        self.text(2 * PAD, self.y + 20, "font-size=\"15\" font-weight=\"600\" fill=\"#111\"", title);
        let fits = (WIDTH - 4 * PAD) / 7;
        self.text(2 * PAD, self.y + 38, "font-size=\"13\" fill=\"#666\"", &short(description, fits));
        self.y += 48;
    }

    pub(crate) fn finish(self) -> String {
        let font = "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif";
        let high = self.y + PAD;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{high}\" font-family=\"{font}\">\n\
             <rect width=\"{WIDTH}\" height=\"{high}\" fill=\"#cddbe5\"/>\n{}</svg>\n",
            self.svg
        )
    }

    fn rect(&mut self, (x, wide, high): (usize, usize, usize), fill: &str, round: usize) {
        let y = self.y;
        let shape = format!("x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" rx=\"{round}\"");
        writeln!(self.svg, "<rect {shape} fill=\"{fill}\"/>").expect("room");
    }

    fn text(&mut self, x: usize, y: usize, style: &str, text: &str) {
        writeln!(self.svg, "<text x=\"{x}\" y=\"{y}\" {style}>{}</text>", escaped(text)).expect("room");
    }

    fn row(&mut self, x: usize, y: usize, row: &Row) {
        let quoted = row.first().is_some_and(|it| it.1.quoted);
        if quoted {
            let bar = format!("x=\"{x}\" y=\"{}\" width=\"3\" height=\"{LINE}\"", y - LETTER);
            writeln!(self.svg, "<rect {bar} fill=\"#3390ec\"/>").expect("room");
        }
        let pieces: String = row.iter().map(|(text, style)| piece(text, *style)).collect();
        let x = if quoted { x + 8 } else { x };
        writeln!(self.svg, "<text x=\"{x}\" y=\"{y}\" font-size=\"{LETTER}\" fill=\"#111\" xml:space=\"preserve\">{pieces}</text>")
            .expect("room");
    }
}

fn piece(text: &str, style: Style) -> String {
    let bold = if style.bold { " font-weight=\"700\"" } else { "" };
    let link = if style.link { " fill=\"#2a7bd0\"" } else { "" };
    format!("<tspan{bold}{link}>{}</tspan>", escaped(text))
}

/// A quotation as it is before somebody unfolds it.
fn folded(rows: Vec<Row>) -> Vec<Row> {
    let is_quoted = |it: &Row| it.first().is_some_and(|it| it.1.quoted);
    let quoted = rows.iter().filter(|it| is_quoted(it)).count();
    let mut seen = 0;
    let mut shown = Vec::new();
    for mut row in rows {
        seen += usize::from(is_quoted(&row));
        if is_quoted(&row) && seen == FOLDED && quoted > FOLDED {
            row.push((" ▾".to_owned(), Style { link: true, quoted: true, ..Style::default() }));
        }
        if !is_quoted(&row) || seen <= FOLDED {
            shown.push(row);
        }
    }
    shown
}

/// A label as far as it fits.
fn short(label: &str, halves: usize) -> String {
    if width(label) <= halves {
        return label.to_owned();
    }
    let mut kept = String::new();
    for letter in label.chars() {
        if width(&kept) + width(&letter.to_string()) + 2 > halves {
            break;
        }
        kept.push(letter);
    }
    kept + "…"
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
