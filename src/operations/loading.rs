//! Report data to an engine: validated whole, or told what is wrong with it.
//! Decides nothing about an engine that is there already ([`super::reload`] does).

use crate::engine::Engine;
use crate::report::{self, Problem};
use std::path::Path;

/// The engine over the report data at a path, or over what is built in; what somebody should look at is logged.
///
/// # Errors
/// Every problem that the data has.
pub fn load(data: Option<&Path>) -> Result<Engine, Vec<Problem>> {
    let loaded = data.map_or_else(report::load_builtin, report::load)?;
    loaded.warnings.iter().for_each(|it| log::info!("report data: {it}"));
    Engine::load(loaded)
}
