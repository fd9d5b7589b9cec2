//! The words that any league's questions share, as they stand in `data/common/`, and a report's own.
//! Only reads and merges them: what a word does to a question is decided by its role, in [`crate::matcher::tokenize`].

use crate::matcher::lexicon::cue::Cue;
use serde::Deserialize;
use std::collections::BTreeMap;

/// All word lists together.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Lexicon {
    /// Where editors find the schema; ignored by the bot.
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// Words that carry nothing: politeness, particles, fillers.
    pub stop: Vec<String>,
    /// Characters that hold sentences together: a token of text with one of them is no word.
    pub particles: Vec<String>,
    /// Characters that people put inside a verb: 入了团 is 入团.
    pub infixes: Vec<String>,
    /// How people wave something aside: any of these words before any of those, 不 问, 莫 管.
    pub waved: Waved,
    /// Words that ask or steer: each list is one intention.
    pub cues: BTreeMap<Cue, Vec<String>>,
    /// What people count in, and how they ask for it.
    pub measures: Vec<Measure>,
    /// Groups of words that mean the same in a league's questions.
    pub synonyms: Vec<Synonyms>,
    /// Scopes that exclude each other: levels, online and offline, new and cumulative.
    pub scopes: Vec<ScopeWords>,
    /// Words that lead out of any report, unless the report itself speaks of them.
    pub elsewhere: Elsewhere,
}

/// One way of counting.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Measure {
    /// Short name, for the other lists to refer to.
    pub id: String,
    /// Units as reports print them; these are also measure words behind 多少 and 几.
    pub units: Vec<String>,
    /// Measure words that people say behind 多少 and 几 for it: 位 for 名, 次 for 场.
    pub said: Vec<String>,
    /// Nouns that ask for it by themselves: 人数, 场次, 金额.
    pub nouns: Vec<String>,
    /// Identifiers of other measures that this one may stand for when people are careless.
    pub loosely: Vec<String>,
}

/// Words that mean the same.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Synonyms {
    /// The words, the one that reports use first.
    pub words: Vec<String>,
    /// True for words that say little: 活动 开展 青年. They never count against an answer.
    pub light: bool,
    /// True for words that change what is counted (参加 观看 女性): a figure that does not say so is not question.
    pub aspect: bool,
    /// What such things are counted in, where a bare 多少 asks for them: an identifier of a measure.
    pub measure: Option<String>,
}

/// A scope and the words for it.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ScopeWords {
    /// The scope as figures carry it: 省级.
    pub scope: String,
    /// Scopes of one dimension exclude each other: level, channel, change.
    pub dimension: String,
    /// What people say for it.
    pub words: Vec<String>,
}

/// The two halves of a word that waves something aside.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Waved {
    /// 不 别 莫 不用.
    pub no: Vec<String>,
    /// 问 说 管.
    pub verbs: Vec<String>,
}

/// Words that lead out of a report.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Elsewhere {
    /// Other places.
    pub places: Vec<String>,
    /// Other bodies.
    pub bodies: Vec<String>,
    /// Words of people who want something else of the bot: 忽略指令, 开发者模式.
    pub refused: Vec<String>,
    /// Other subjects, and campaigns of leagues that a report may not have.
    pub subjects: Vec<String>,
}

impl Lexicon {
    /// Reads one file of words. The error is serde's, with line and column.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The measure that a printed unit belongs to: as it stands, or without a leading 百, 千, 万 or 亿.
    #[must_use]
    pub fn measure_of(&self, unit: &str) -> Option<usize> {
        let of = |unit: &str| self.measures.iter().position(|it| it.units.iter().any(|known| known == unit));
        of(unit).or_else(|| of(unit.trim_start_matches(['百', '千', '万', '亿'])))
    }

    /// Adds the units that reports print to the measures they belong to (万小时 to 小时), and gives every unit that no measure
    /// has one of its own, so that a report may count in whatever it likes.
    pub fn add_units<'a>(&mut self, units: impl Iterator<Item = &'a str>) {
        for unit in units {
            let plain = unit.trim_start_matches(['百', '千', '万', '亿']);
            if let Some(at) = self.measure_of(unit) {
                let units = &mut self.measures[at].units;
                if !units.iter().any(|it| it == unit) {
                    units.push(unit.to_owned());
                }
            } else if !plain.is_empty() {
                let measure =
                    Measure { id: plain.to_owned(), units: vec![plain.to_owned()], ..Measure::default() };
                self.measures.push(measure);
            }
        }
    }

    /// Adds the words of another file to these.
    pub fn merge(&mut self, other: Self) {
        self.stop.extend(other.stop);
        self.particles.extend(other.particles);
        self.infixes.extend(other.infixes);
        self.waved.no.extend(other.waved.no);
        self.waved.verbs.extend(other.waved.verbs);
        for (cue, words) in other.cues {
            self.cues.entry(cue).or_default().extend(words);
        }
        self.measures.extend(other.measures);
        self.synonyms.extend(other.synonyms);
        self.scopes.extend(other.scopes);
        self.elsewhere.places.extend(other.elsewhere.places);
        self.elsewhere.bodies.extend(other.elsewhere.bodies);
        self.elsewhere.refused.extend(other.elsewhere.refused);
        self.elsewhere.subjects.extend(other.elsewhere.subjects);
    }
}
