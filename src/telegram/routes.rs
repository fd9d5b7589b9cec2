//! How the bot behaves, as a list of routes.
//! Each line says what is heard and which endpoint answers it; nothing else happens here.

use super::api::Failure;
use super::hearing::{Heard, heard, is_worth_a_change};
use super::limits::{Turn, turn};
use super::said::Said;
use super::{endpoints, guard, inline, membership, office, presses};
use teloxide::dispatching::{UpdateFilterExt, UpdateHandler};
use teloxide::dptree::{self, case};
use teloxide::types::Update;

/// The routes, in the order in which they are tried.
pub(super) fn schema() -> UpdateHandler<Failure> {
    let edited = dptree::filter_map(Said::edited).filter(is_worth_a_change);
    guard::done()
        .branch(dptree::filter_map(Said::first).filter_map(heard).chain(conversation()))
        .branch(edited.filter_map(heard).chain(conversation()))
        .branch(Update::filter_callback_query().chain(guard::apology()).endpoint(presses::press))
        .branch(Update::filter_inline_query().endpoint(inline::type_ahead))
        .branch(Update::filter_my_chat_member().endpoint(membership::changed))
}

/// What somebody said to the bot; an edited message takes the same way, and changes its reply.
fn conversation() -> UpdateHandler<Failure> {
    guard::apology()
        .map(turn)
        .branch(answers())
        .branch(case![Turn::TooMany].endpoint(endpoints::too_many))
        .branch(case![Turn::Flooded].endpoint(endpoints::flooded))
        .branch(case![Turn::Ignored].endpoint(endpoints::nothing))
}

/// What is answered; what is asked most comes first, since every route that is tried costs a little.
fn answers() -> UpdateHandler<Failure> {
    case![Turn::Answered]
        .branch(case![Heard::Ask(question)].endpoint(endpoints::ask))
        .branch(case![Heard::Start(place)].endpoint(endpoints::start))
        .branch(case![Heard::Help].endpoint(endpoints::help))
        .branch(case![Heard::List].endpoint(endpoints::list))
        .branch(case![Heard::Top(unit)].endpoint(endpoints::top))
        .branch(case![Heard::Number(number)].endpoint(endpoints::number))
        .branch(case![Heard::About].endpoint(endpoints::about))
        .branch(case![Heard::Status].endpoint(office::status))
        .branch(case![Heard::Reload].endpoint(office::reload))
        .branch(case![Heard::Unanswered].endpoint(office::unanswered))
        .branch(case![Heard::Called].endpoint(endpoints::called))
}
