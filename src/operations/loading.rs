//! Report data to an engine: validated whole, or told what is wrong with it.
//! Decides nothing about an engine that is there already ([`super::reload`] does).

use crate::engine::Engine;
use crate::report::{self, Problem};
use std::path::PathBuf;

/// Which report data is served.
#[derive(Debug, Clone, Default)]
pub struct Data {
    /// The file or folder; none for what is built in.
    pub path: Option<PathBuf>,
    /// What the league is called that is meant where a question names none; none for the first by folder.
    pub home: Option<String>,
}

impl From<Option<PathBuf>> for Data {
    fn from(path: Option<PathBuf>) -> Self {
        Self { path, home: None }
    }
}

/// The engine over this data; what somebody should look at is logged.
///
/// # Errors
/// Every problem that the data has; a home league that it does not have.
pub fn load(data: &Data) -> Result<Engine, Vec<Problem>> {
    let loaded = data.path.as_deref().map_or_else(report::load_builtin, report::load)?;
    loaded.warnings.iter().for_each(|it| log::info!("report data: {it}"));
    Engine::load(match &data.home {
        Some(home) => loaded.with_home(home)?,
        None => loaded,
    })
}
