//! The order of chats, and what may be confirmed when.
//! Sends nothing: handlers are played by hand.

use super::*;
use futures::FutureExt;

fn update(id: u32, chat: i64) -> Update {
    let text = format!(
        r#"{{"update_id":{id},"message":{{"message_id":{id},"date":0,"text":"x",
        "chat":{{"id":{chat},"type":"private"}},"from":{{"id":{chat},"is_bot":false,"first_name":"x"}}}}}}"#
    );
    crate::telegram::update::read(serde_json::from_str(&text).unwrap()).unwrap()
}

fn arrive(intake: &Intake, id: u32, chat: i64) {
    assert!(intake.is_new(id));
    intake.push(update(id, chat));
}

fn next(intake: &Intake) -> Option<u32> {
    intake.next().now_or_never().flatten().map(|it| it.id)
}

#[test]
fn a_chat_has_one_update_in_hand_and_others_go_on() {
    let intake = Intake::default();
    for (id, chat) in [(1, 1), (2, 1), (3, 2)] {
        arrive(&intake, id, chat);
    }
    assert_eq!([next(&intake), next(&intake), next(&intake)], [Some(1), Some(3), None]);
    intake.done(&update(1, 1), false);
    assert_eq!(next(&intake), Some(2));
}

#[test]
fn what_waits_in_a_chat_is_answered_in_its_order_however_it_came() {
    let intake = Intake::new(true, Metrics::default());
    for id in [1, 4, 2, 3, 5] {
        arrive(&intake, id, 1);
    }
    let order: Vec<Option<u32>> = (1..=5)
        .map(|_| {
            let id = next(&intake);
            intake.done(&update(id.unwrap(), 1), true);
            id
        })
        .collect();
    assert_eq!(order, [1, 2, 3, 4, 5].map(Some));
}

#[test]
fn what_was_answered_is_confirmed_before_the_chat_goes_on() {
    let intake = Intake::default();
    for (id, chat) in [(1, 1), (2, 1), (3, 2), (4, 2)] {
        arrive(&intake, id, chat);
    }
    assert_eq!([next(&intake), next(&intake)], [Some(1), Some(3)]);
    intake.done(&update(1, 1), true);
    assert_eq!(next(&intake), None);
    intake.confirmed(intake.offset());
    assert_eq!(next(&intake), Some(2));
    intake.done(&update(3, 2), true);
    intake.confirmed(intake.offset());
    assert_eq!(next(&intake), None, "2 holds up 3");
    intake.go_on();
    assert_eq!(next(&intake), Some(4));
}

#[test]
fn of_a_flood_the_oldest_fall_out() {
    let intake = Intake::default();
    let count = u32::try_from(LANE).unwrap() + 3;
    (1..=count).for_each(|id| arrive(&intake, id, 1));
    assert_eq!(
        [next(&intake), next(&intake), next(&intake), next(&intake)],
        [Some(1), Some(2), Some(3), None]
    );
    assert_eq!([1, 2, 3, 4].map(|it| intake.is_fallen(it)), [false, true, true, false]);
    intake.done(&update(2, 1), true);
    assert_eq!(next(&intake), None, "1 is still in hand");
    intake.done(&update(1, 1), false);
    assert_eq!(next(&intake), Some(4));
}

#[test]
fn who_waits_for_an_update_is_told() {
    let intake = Intake::new(true, Metrics::default());
    arrive(&intake, 1, 1);
    let mut waiting = intake.handled(1);
    assert!(waiting.try_recv().is_err());
    intake.done(&update(1, 1), true);
    assert!(waiting.try_recv().is_ok());
    assert!(!intake.is_new(1) && intake.handled(1).try_recv().is_ok(), "it comes again");
}

#[test]
fn only_what_is_done_is_confirmed() {
    let intake = Intake::default();
    assert_eq!(intake.offset(), 0);
    for (id, chat) in [(1, 1), (2, 1), (3, 2)] {
        arrive(&intake, id, chat);
    }
    intake.done(&update(3, 2), false);
    assert_eq!(intake.offset(), 1);
    intake.done(&update(1, 1), false);
    assert_eq!(intake.offset(), 2);
    intake.confirmed(2);
    assert!(!intake.is_new(2) && !intake.is_new(3), "redelivered");
    intake.done(&update(2, 1), false);
    assert_eq!(intake.offset(), 4);
    intake.confirmed(4);
    assert_eq!(intake.offset(), 4);
}

#[test]
fn what_is_overtaken_neither_comes_again_nor_turns_the_offset_back() {
    let intake = Intake::default();
    arrive(&intake, 1, 1);
    assert_eq!(intake.overtake(), 1);
    intake.confirmed(intake.offset());
    intake.done(&update(1, 1), false);
    assert_eq!(intake.offset(), 2);
}

#[test]
fn after_a_quiet_week_numbers_may_begin_lower() {
    let intake = Intake::default();
    arrive(&intake, 1000, 1);
    intake.done(&update(1000, 1), false);
    intake.confirmed(1001);
    arrive(&intake, 5, 1);
    assert_eq!(intake.offset(), 5);
    intake.done(&update(5, 1), false);
    assert_eq!(intake.offset(), 6);
}
