//! How the bot behaves, as a list of routes.
//! Each line says what is heard and which endpoint answers it; nothing else happens here.

use super::api::Failure;
use super::hearing::{Heard, heard, is_worth_a_change};
use super::limits::{Turn, turn};
use super::{endpoints, guard};
use teloxide::dispatching::{UpdateFilterExt, UpdateHandler};
use teloxide::dptree::case;
use teloxide::types::Update;

/// The routes, in the order in which they are tried.
pub(super) fn schema() -> UpdateHandler<Failure> {
    guard::done().branch(Update::filter_message().filter_map(heard).chain(conversation())).branch(
        Update::filter_edited_message().filter(is_worth_a_change).filter_map(heard).chain(conversation()),
    )
}

/// What somebody said to the bot; an edited message takes the same way, and changes its reply.
fn conversation() -> UpdateHandler<Failure> {
    guard::apology()
        .map(turn)
        .branch(case![Turn::TooMany].endpoint(endpoints::too_many))
        .branch(case![Turn::Ignored].endpoint(endpoints::nothing))
        .branch(case![Heard::Ask(question)].endpoint(endpoints::ask))
        .branch(case![Heard::Start(place)].endpoint(endpoints::start))
        .branch(case![Heard::Help].endpoint(endpoints::help))
        .branch(case![Heard::List].endpoint(endpoints::list))
        .branch(case![Heard::Called].endpoint(endpoints::called))
}
