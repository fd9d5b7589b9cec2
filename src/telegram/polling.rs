//! Fetches updates by long polling and confirms them once they are handled.
//! Understands none of them; ends only when the token is refused.

use super::api::{Api, Failure};
use super::arrivals;
use super::intake::Intake;
use serde_json::value::RawValue;
use std::time::{Duration, Instant};
use teloxide_core::payloads::{GetUpdates, GetUpdatesSetters};
use teloxide_core::types::AllowedUpdate;

/// Telegram's own limit of one reply.
const BATCH: usize = 100;
/// Telegram holds a poll this long: a connection that died unseen keeps the bot deaf no longer than that.
const POLL: Duration = Duration::from_secs(10);
/// What a reply may take beyond it.
const SLACK: Duration = Duration::from_secs(3);
/// Most answers are out within this; polling before would only bring the same updates again.
const GRACE: Duration = Duration::from_millis(100);
/// How often Telegram is asked for others while one answer is held up.
const HELD_UP: Duration = Duration::from_millis(250);
/// So many polls that only confirm may follow one another; then others get their turn, though some come again.
const LIGHT: u32 = 8;
/// A poll full of unfinished updates hides those behind it; after this long they are overtaken.
const FULL: Duration = Duration::from_secs(2);
/// The longest pause after a failure: with it the bot hears again within 3 s of a trouble's end.
const LONGEST_PAUSE: Duration = Duration::from_millis(1500);
/// The pause while another copy polls with the same token.
const CONFLICT_PAUSE: Duration = Duration::from_secs(5);

/// Polls until the token is refused.
pub(super) async fn listen(api: &Api, intake: &Intake) -> Failure {
    let (mut trouble, mut stuck, mut light) = (Trouble::default(), None, 0);
    loop {
        // Chats that wait for a confirmation need no more than that: a whole poll would bring all of them again.
        light = if intake.has_waiting() && light < LIGHT { light + 1 } else { 0 };
        match poll(api, intake, if light > 0 { Duration::ZERO } else { POLL }).await {
            Ok(batch) => {
                trouble.is_over();
                let news = take(intake, &batch);
                wait(intake, batch.len(), news, &mut stuck).await;
            }
            Err(failure @ (Failure::Unauthorised | Failure::NotFound)) => return failure,
            Err(failure) => tokio::time::sleep(trouble.pause(&failure)).await,
        }
    }
}

/// Tells Telegram what is done, at the end: nothing new is taken.
pub(super) async fn confirm(api: &Api, intake: &Intake) {
    if let Err(failure) = poll(api, intake, Duration::ZERO).await {
        log::warn!("what was answered last could not be confirmed: {failure}; it may be answered again");
    }
}

async fn poll(api: &Api, intake: &Intake, hold: Duration) -> Result<Vec<Box<RawValue>>, Failure> {
    let offset = intake.offset();
    let limit = if hold.is_zero() { 1 } else { BATCH };
    let payload = GetUpdates::new()
        .offset(i32::try_from(offset).unwrap_or(0))
        .limit(u8::try_from(limit).unwrap_or(1))
        .timeout(u32::try_from(hold.as_secs()).unwrap_or(0))
        .allowed_updates(allowed());
    let batch = api.call(&payload, hold + SLACK).await?;
    api.operations.health.reached();
    intake.confirmed(offset);
    Ok(batch)
}

/// The kinds of update that the bot wants. Sent with every poll: Telegram keeps what another program asked for last.
pub(super) fn allowed() -> Vec<AllowedUpdate> {
    vec![
        AllowedUpdate::Message,
        AllowedUpdate::EditedMessage,
        AllowedUpdate::CallbackQuery,
        AllowedUpdate::InlineQuery,
        AllowedUpdate::MyChatMember,
    ]
}

/// Queues what is new, and returns how many that were.
fn take(intake: &Intake, batch: &[Box<RawValue>]) -> usize {
    batch.iter().filter(|it| matches!(arrivals::queue(intake, it), Some((_, true)))).count()
}

/// Leaves time to answer before the next poll, so that it confirms and brings nothing again.
async fn wait(intake: &Intake, batch: usize, news: usize, stuck: &mut Option<Instant>) {
    intake.idle(GRACE).await;
    if !intake.offset_is_stuck() {
        *stuck = None;
        return;
    }
    if batch == BATCH && news == 0 {
        intake.progress(FULL).await;
        if intake.offset_is_stuck() {
            log::warn!("{} answers are held up; others go first", intake.overtake());
        }
    } else if batch > 0 && news == 0 {
        intake.progress(HELD_UP).await;
    }
    if stuck.get_or_insert_with(Instant::now).elapsed() >= HELD_UP {
        intake.go_on();
    }
}

/// An outage: logged when it begins and when it ends, not at every try.
#[derive(Default)]
struct Trouble {
    tries: u32,
}

impl Trouble {
    fn pause(&mut self, failure: &Failure) -> Duration {
        if self.tries == 0 {
            match failure {
                Failure::Conflict => log::error!(
                    "another copy of the bot polls with this token: stop one of them; trying again every {} s",
                    CONFLICT_PAUSE.as_secs()
                ),
                other => log::warn!("no updates come in: {other}; trying again"),
            }
        }
        self.tries += 1;
        match failure {
            Failure::Wait(asked) => *asked,
            Failure::Conflict => CONFLICT_PAUSE,
            _ => LONGEST_PAUSE.min(Duration::from_millis(100) * 2_u32.saturating_pow(self.tries.min(10))),
        }
    }

    fn is_over(&mut self) {
        if self.tries > 0 {
            log::info!("updates come in again after {} failed tries", self.tries);
        }
        self.tries = 0;
    }
}
