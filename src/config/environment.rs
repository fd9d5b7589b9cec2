//! The command line and the environment as settings see them: an empty variable is none,
//! and blanks round a value are none of it: a file written on Windows ends each line with a carriage return.
//! Knows no setting.

use clap::Parser;
use std::ffi::OsString;

/// Reads the command line and the environment; ends the process on a mistake.
pub(super) fn parse<P: Parser>() -> P {
    parse_from(std::env::args_os().collect())
}

/// As [`parse`], with these arguments.
pub(super) fn parse_from<P: Parser>(arguments: Vec<OsString>) -> P {
    let command = with_trimmed_variables(P::command());
    let read = command.clone().try_get_matches_from(arguments).and_then(|it| P::from_arg_matches(&it));
    read.unwrap_or_else(|error| error.format(&mut command.clone()).exit())
}

/// A variable that is set to nothing, as in a settings file with nothing behind the sign, counts as not set. Where blanks stand
/// round a value, what is between them counts: it takes the place of a default, which the command line overrules as well.
fn with_trimmed_variables(command: clap::Command) -> clap::Command {
    command.mut_args(with_trimmed_variable).mut_subcommands(with_trimmed_variables)
}

fn with_trimmed_variable(argument: clap::Arg) -> clap::Arg {
    let Some(value) = argument.get_env().and_then(std::env::var_os) else { return argument };
    // What is no text is a path, and has no blanks round it.
    let Some(text) = value.to_str() else { return argument };
    match text.trim() {
        "" => argument.env(None::<&str>),
        trimmed if trimmed != text => argument.env(None::<&str>).default_value(trimmed.to_owned()),
        _ => argument,
    }
}

/// What a variable holds, if anything.
pub(super) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty())
}
