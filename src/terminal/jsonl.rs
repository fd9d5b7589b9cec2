//! Questions and answers as JSON, one object a line, for other programs.
//! The shape is a promise: keys are fixed here and nowhere else.

use super::lines::{Incoming, next_line};
use crate::answer::{Answer, Target, plain};
use crate::engine::{Conversations, Engine};
use crate::report::Report;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::io::{self, BufRead, Write};
use std::time::Instant;

/// Names of conversations are remembered; a longer one is no name.
const LONGEST_CONVERSATION: usize = 256;

/// A line in.
#[derive(Debug, Deserialize)]
struct Asked {
    /// As it came: a number may have more digits than any number type.
    #[serde(default)]
    id: Option<Box<RawValue>>,
    question: String,
    #[serde(default)]
    conversation: Option<String>,
}

/// A line out.
#[derive(Debug, Serialize)]
struct Answered<'a> {
    id: Option<&'a RawValue>,
    question: &'a str,
    kind: &'static str,
    text: String,
    answers: Vec<Item<'a>>,
    suggestions: Vec<Suggested<'a>>,
}

/// A line out for a line in that is no question.
#[derive(Debug, Serialize)]
struct Refused {
    id: Option<()>,
    error: String,
}

#[derive(Debug, Serialize)]
struct Item<'a> {
    report: Of<'a>,
    initiative: Entry<'a>,
    figure: Option<Figure<'a>>,
}

/// The report that it stands in.
#[derive(Debug, Serialize)]
struct Of<'a> {
    id: &'a str,
    title: &'a str,
    body: &'a str,
    place: &'a str,
    year: u16,
}

/// An initiative; or a part or section, which has no programmes and stands for itself.
#[derive(Debug, Serialize)]
struct Entry<'a> {
    id: String,
    title: &'a str,
    part: &'a str,
    section: &'a str,
    programmes: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct Figure<'a> {
    id: &'a str,
    label: &'a str,
    value: &'a str,
    unit: &'a str,
    qualifiers: &'a [String],
    printed: &'a str,
}

#[derive(Debug, Serialize)]
struct Suggested<'a> {
    label: &'a str,
    question: &'a str,
}

/// Answers each line in order and flushes after each.
///
/// # Errors
/// The input cannot be read, or the output cannot be written.
pub fn answer_lines(engine: &Engine, input: &mut impl BufRead, output: &mut impl Write) -> io::Result<()> {
    let mut conversations = Conversations::default();
    while let Some(line) = next_line(input)? {
        match asked(line) {
            Ok(asked) => answer(engine, &asked, &mut conversations, output)?,
            Err(error) => write_line(&Refused { id: None, error }, output)?,
        }
    }
    Ok(())
}

fn asked(line: Incoming) -> Result<Asked, String> {
    let text = match line {
        Incoming::Text(text) => text,
        Incoming::TooLong => return Err(format!("the line is longer than {} bytes", super::lines::LONGEST)),
        Incoming::NotUtf8 => return Err("the line is not UTF-8".to_owned()),
    };
    // serde would read an array as an object without keys.
    if !text.trim_start().starts_with('{') {
        return Err("the line is not a JSON object".to_owned());
    }
    let asked: Asked = serde_json::from_str(&text).map_err(|error| format!("no question: {error}"))?;
    match &asked.conversation {
        Some(name) if name.len() > LONGEST_CONVERSATION => {
            Err(format!("`conversation` is longer than {LONGEST_CONVERSATION} bytes"))
        }
        _ => Ok(asked),
    }
}

fn answer(
    engine: &Engine,
    asked: &Asked,
    conversations: &mut Conversations<String>,
    output: &mut impl Write,
) -> io::Result<()> {
    let now = Instant::now();
    let topic = asked.conversation.as_ref().map(|name| conversations.topic(name, now)).unwrap_or_default();
    let (answer, topic) = engine.ask(&asked.question, &topic);
    if let Some(name) = &asked.conversation {
        conversations.remember(name.clone(), topic, now);
    }
    write_line(&answered(engine, asked, &answer), output)
}

fn write_line(line: &impl Serialize, output: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *output, line)?;
    output.write_all(b"\n")?;
    output.flush()
}

fn answered<'a>(engine: &'a Engine, asked: &'a Asked, answer: &'a Answer) -> Answered<'a> {
    let suggested = answer.suggestions.iter();
    Answered {
        id: asked.id.as_deref(),
        question: &asked.question,
        kind: answer.kind.name(),
        text: plain::render(answer),
        answers: answer.targets.iter().map(|&target| item(engine, target)).collect(),
        suggestions: suggested.map(|it| Suggested { label: &it.label, question: &it.question }).collect(),
    }
}

fn item(engine: &Engine, target: Target) -> Item<'_> {
    let id = engine.id_of(target);
    let at = |of: usize| &engine.reports()[of];
    match target {
        Target::Figure(of, figure) => {
            let figure = &at(of).figures[figure];
            let around = Target::Initiative(of, figure.initiative);
            Item { figure: Some(shown(figure)), ..item(engine, around) }
        }
        Target::Initiative(of, it) => Item::heading(at(of), initiative(at(of), it, id)),
        Target::Report(of) => Item::heading(at(of), heading(id, &at(of).title, "", "")),
        Target::Part(of, it) => {
            let title = at(of).parts[it].name.name.as_str();
            Item::heading(at(of), heading(id, title, title, ""))
        }
        Target::Section(of, it) => {
            let section = &at(of).sections[it];
            let part = section.part.map_or("", |it| &at(of).parts[it].name.name);
            Item::heading(at(of), heading(id, &section.name.name, part, &section.name.name))
        }
    }
}

impl<'a> Item<'a> {
    /// What is no figure.
    fn heading(report: &'a Report, initiative: Entry<'a>) -> Self {
        let of = Of {
            id: &report.id,
            title: &report.title,
            body: &report.body.name,
            place: &report.place.name,
            year: report.year,
        };
        Self { report: of, initiative, figure: None }
    }
}

fn initiative(report: &Report, at: usize, id: String) -> Entry<'_> {
    let initiative = &report.initiatives[at];
    let part = report.part_of(at).map_or("", |it| &it.name.name);
    let section = report.section_of(at).map_or("", |it| &it.name.name);
    let programmes = initiative.programmes.iter().map(|it| it.name.as_str()).collect();
    Entry { id, title: &initiative.name.name, part, section, programmes }
}

fn heading<'a>(id: String, title: &'a str, part: &'a str, section: &'a str) -> Entry<'a> {
    Entry { id, title, part, section, programmes: Vec::new() }
}

fn shown(it: &crate::report::Figure) -> Figure<'_> {
    Figure {
        id: &it.id,
        label: &it.label,
        value: &it.value,
        unit: &it.unit,
        qualifiers: &it.qualifiers,
        printed: &it.printed,
    }
}
