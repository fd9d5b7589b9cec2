//! Settings of the command `draft`.
//! Reads no source and checks no year beyond its form.

use clap::Args;
use clap::builder::{FalseyValueParser, OsStringValueParser};
use league_bot::draft::Given;
use league_bot::terminal::Drafting;
use std::ffi::OsString;
use std::path::PathBuf;

/// Years that a report can be of: the league was founded in 1922, and a year has four digits.
const YEARS: std::ops::RangeInclusive<u16> = 1922..=2999;

#[derive(Debug, Args)]
pub(crate) struct DraftArgs {
    /// The text of the report: .txt in any usual encoding, .docx, or a page saved from the browser.
    #[arg(value_name = "SOURCE", value_parser = OsStringValueParser::new())]
    source: OsString,
    /// The folder to write. Default: the source's name without its ending.
    #[arg(short, long, value_name = "DIR", env = "LEAGUE_BOT_DRAFT_OUTPUT", hide_env_values = true)]
    #[arg(value_parser = OsStringValueParser::new())]
    output: Option<OsString>,
    /// Whose report it is. Default: what the text says.
    #[arg(long, value_name = "NAME", env = "LEAGUE_BOT_DRAFT_BODY", hide_env_values = true)]
    body: Option<String>,
    /// The place that its figures are of. Default: the body's.
    #[arg(long, value_name = "NAME", env = "LEAGUE_BOT_DRAFT_PLACE", hide_env_values = true)]
    place: Option<String>,
    /// The year that its figures are of. Default: what the text says.
    #[arg(long, value_name = "YYYY", env = "LEAGUE_BOT_DRAFT_YEAR", hide_env_values = true)]
    year: Option<String>,
    /// Write over a report that is there already.
    #[arg(long, env = "LEAGUE_BOT_DRAFT_FORCE", value_parser = FalseyValueParser::new(), hide_env_values = true)]
    force: bool,
}

impl DraftArgs {
    /// What is to be drafted.
    ///
    /// # Errors
    /// The year is none, told in a sentence.
    pub(crate) fn asked(&self) -> Result<Drafting, String> {
        let given = Given { body: filled(&self.body), place: filled(&self.place), year: year(&self.year)? };
        let output = self.output.clone().filter(|it| !it.is_empty()).map(PathBuf::from);
        Ok(Drafting { source: PathBuf::from(&self.source), output, given, force: self.force })
    }
}

fn filled(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned)
}

fn year(text: &Option<String>) -> Result<Option<u16>, String> {
    let Some(text) = filled(text) else { return Ok(None) };
    let year = text.trim_end_matches('年').parse().ok().filter(|it| YEARS.contains(it));
    year.map(Some).ok_or_else(|| format!("--year 要写四位的年份，比如 2024，不能是“{text}”。"))
}
