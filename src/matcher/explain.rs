//! Shows how a question was read and scored, for an engineer or the office: words, weights, the best documents.
//! Decides nothing.

use super::asked;
use super::index::Doc;
use super::pieces::Piece;
use super::reading::Tier;
use super::score::{Hit, Scene};
use std::fmt::Write;

/// So many documents are shown.
const SHOWN: usize = 8;

/// The words of a question, what is asked, and the best documents with the parts of their scores.
#[must_use]
pub(super) fn explain(scene: &Scene<'_>) -> String {
    let mut out = String::new();
    for (at, piece) in scene.pieces.iter().enumerate() {
        let _ = writeln!(out, "{}", word(scene, at, piece));
    }
    let all: Vec<usize> = (0..scene.pieces.len()).collect();
    let asked = asked::read(scene.pieces, &all, scene.lexicon);
    let measures: Vec<&str> =
        asked.measures.iter().map(|it| scene.lexicon.measures[*it].id.as_str()).collect();
    let text = |at: &usize| scene.pieces[*at].text.iter().collect::<String>();
    let _ = writeln!(out, "asked: how many {}, measures {measures:?}", asked.how_many);
    let _ = writeln!(
        out,
        "       counted {:?}, excluded {:?}",
        asked.counted.map(|it| text(&it)),
        asked.excluded.iter().flatten().map(text).collect::<Vec<_>>()
    );
    let mut hits = scene.hits(&asked).to_vec();
    hits.sort_by(|a, b| {
        (a.veto.is_some(), b.score)
            .partial_cmp(&(b.veto.is_some(), a.score))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    for hit in hits.iter().take(SHOWN) {
        let _ = writeln!(out, "{}", document(scene, hit));
    }
    out
}

fn word(scene: &Scene<'_>, at: usize, piece: &Piece) -> String {
    let text: String = piece.text.iter().collect();
    let cues = scene.lexicon.cues.keys().filter(|it| piece.cues.contains(**it));
    let mut roles: Vec<String> = cues.map(|it| format!("{it:?}")).collect();
    let flags = [
        (piece.is_name, "name"),
        (!piece.groups.is_empty(), "synonym"),
        (!piece.scopes.is_empty(), "scope"),
        (!piece.units.is_empty(), "unit"),
        (!piece.nouns.is_empty(), "measure"),
        (piece.is_gram, "piece"),
        (piece.is_light, "light"),
        (piece.is_aspect, "aspect"),
        (piece.is_elsewhere, "elsewhere"),
        (piece.is_within, "within"),
        (!piece.homes.is_empty(), "home"),
        (piece.number.is_some(), "number"),
        (piece.is_break(), "break"),
        (piece.is_unknown, "unknown"),
    ];
    roles.extend(flags.iter().filter(|(is, _)| *is).map(|(_, name)| (*name).to_owned()));
    let tier = piece.tier.unwrap_or(Tier::None);
    let weight = if piece.is_content { scene.weight(at) } else { 0.0 };
    format!(
        "{text}\t{tier:?}\tweight {weight:.2}\tin {} initiatives\t{}",
        scene.evidence[at].spread,
        roles.join(" ")
    )
}

fn document(scene: &Scene<'_>, hit: &Hit) -> String {
    let (kind, label) = match scene.index.docs[hit.doc as usize] {
        Doc::Figure(report, at) => ("figure", &scene.reports[report].figures[at].label),
        Doc::Fact(report, at) => ("fact", &scene.reports[report].facts[at].label),
        Doc::Initiative(report, at) => ("initiative", &scene.reports[report].initiatives[at].name.name),
    };
    let veto = hit.veto.map_or(String::new(), |it| format!("\tvetoed: {it:?}"));
    format!("{:.2}\tcoverage {:.2}\tnamed {:.2}\t{kind} {label}{veto}", hit.score, hit.coverage, hit.named)
}
