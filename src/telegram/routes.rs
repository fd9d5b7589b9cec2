//! How the bot behaves, as a list of routes.
//! Each line says what is heard and which endpoint answers it; nothing else happens here.

use super::api::Failure;
use super::hearing::{Heard, heard};
use super::{endpoints, guard};
use teloxide::dispatching::{UpdateFilterExt, UpdateHandler};
use teloxide::dptree::case;
use teloxide::types::Update;

/// The routes, in the order in which they are tried.
pub(super) fn schema() -> UpdateHandler<Failure> {
    guard::done().branch(
        Update::filter_message()
            .filter_map(heard)
            .chain(guard::apology())
            .branch(case![Heard::Ask(question)].endpoint(endpoints::ask))
            .branch(case![Heard::Start(place)].endpoint(endpoints::start))
            .branch(case![Heard::Help].endpoint(endpoints::help))
            .branch(case![Heard::List].endpoint(endpoints::list))
            .branch(case![Heard::Called].endpoint(endpoints::called)),
    )
}
