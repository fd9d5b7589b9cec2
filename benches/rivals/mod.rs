//! The two ways that anybody would try first: similar strings, and a search engine's ranking. Each finds one figure.
//! Honest rivals: texts are folded before the clock starts, and the ranking has its index.

use league_bot::report::Report;
use league_bot::text::fold;
use std::collections::HashMap;

/// Every label and alias, compared with the whole question.
pub(crate) struct Similar {
    texts: Vec<(String, usize)>,
}

impl Similar {
    pub(crate) fn over(report: &Report) -> Self {
        let texts = |at: usize| {
            let figure = &report.figures[at];
            std::iter::once(&figure.label).chain(&figure.aliases).map(move |it| (fold(it), at))
        };
        Self { texts: (0..report.figures.len()).flat_map(texts).collect() }
    }

    /// The figure with the most similar text.
    pub(crate) fn best(&self, question: &str) -> Option<usize> {
        let question = fold(question);
        let score = |text: &str| {
            strsim::jaro_winkler(&question, text).max(strsim::normalized_levenshtein(&question, text))
        };
        let scored = self.texts.iter().map(|(text, at)| (score(text), *at));
        scored.max_by(|a, b| a.0.total_cmp(&b.0)).map(|it| it.1)
    }
}

/// BM25 with its usual settings.
const K1: f64 = 1.2;
const B: f64 = 0.75;

/// Pairs of neighbouring characters, ranked by BM25. A document is all that is said about a figure.
pub(crate) struct Bigrams {
    /// For each pair the figures that it stands with, and what it adds to their score.
    postings: HashMap<(char, char), Vec<(usize, f64)>>,
    figures: usize,
}

impl Bigrams {
    pub(crate) fn over(report: &Report) -> Self {
        let documents: Vec<HashMap<(char, char), f64>> =
            (0..report.figures.len()).map(|at| counted(&text(report, at))).collect();
        let length = |it: &HashMap<(char, char), f64>| it.values().sum::<f64>();
        let average = documents.iter().map(length).sum::<f64>() / documents.len().max(1) as f64;
        let mut postings: HashMap<(char, char), Vec<(usize, f64)>> = HashMap::new();
        for (at, document) in documents.iter().enumerate() {
            let norm = K1 * (1.0 - B + B * length(document) / average);
            for (pair, count) in document {
                postings.entry(*pair).or_default().push((at, count * (K1 + 1.0) / (count + norm)));
            }
        }
        let all = documents.len() as f64;
        for found in postings.values_mut() {
            let stands = found.len() as f64;
            let rare = ((all - stands + 0.5) / (stands + 0.5) + 1.0).ln();
            found.iter_mut().for_each(|it| it.1 *= rare);
        }
        Self { postings, figures: documents.len() }
    }

    /// The figure that ranks first.
    pub(crate) fn best(&self, question: &str) -> Option<usize> {
        let mut scores = vec![0.0; self.figures];
        for pair in pairs(&fold(question)) {
            for (at, score) in self.postings.get(&pair).into_iter().flatten() {
                scores[*at] += score;
            }
        }
        let best = scores.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1))?;
        (*best.1 > 0.0).then_some(best.0)
    }
}

/// Label, aliases and unit, and the names of where it stands.
fn text(report: &Report, at: usize) -> String {
    let figure = &report.figures[at];
    let initiative = &report.initiatives[figure.initiative];
    let names = std::iter::once(&initiative.name).chain(&initiative.programmes);
    let mut texts: Vec<&str> = vec![&figure.label, &figure.unit];
    texts.extend(figure.aliases.iter().map(String::as_str));
    texts.extend(names.flat_map(|it| it.aliases.iter().chain([&it.name])).map(String::as_str));
    fold(&texts.join(","))
}

fn counted(text: &str) -> HashMap<(char, char), f64> {
    let mut counts = HashMap::new();
    pairs(text).for_each(|pair| *counts.entry(pair).or_insert(0.0) += 1.0);
    counts
}

fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    text.chars().zip(text.chars().skip(1)).filter(|(a, b)| a.is_alphanumeric() && b.is_alphanumeric())
}
