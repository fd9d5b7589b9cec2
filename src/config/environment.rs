//! The command line and the environment as settings see them: an empty variable is none.
//! Knows no setting.

use clap::Parser;
use std::ffi::OsString;

/// Reads the command line and the environment; ends the process on a mistake.
pub(super) fn parse<P: Parser>() -> P {
    parse_from(std::env::args_os().collect())
}

/// As [`parse`], with these arguments.
pub(super) fn parse_from<P: Parser>(arguments: Vec<OsString>) -> P {
    let command = without_empty_variables(P::command());
    let read = command.clone().try_get_matches_from(arguments).and_then(|it| P::from_arg_matches(&it));
    read.unwrap_or_else(|error| error.format(&mut command.clone()).exit())
}

/// A variable that is set to nothing, as in a settings file with nothing behind the sign, counts as not set.
fn without_empty_variables(command: clap::Command) -> clap::Command {
    let is_empty = |it: &clap::Arg| {
        it.get_env().and_then(std::env::var_os).is_some_and(|it| it.to_string_lossy().trim().is_empty())
    };
    command
        .mut_args(|it| if is_empty(&it) { it.env(None::<&str>) } else { it })
        .mut_subcommands(without_empty_variables)
}

/// What a variable holds, if anything.
pub(super) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty())
}
