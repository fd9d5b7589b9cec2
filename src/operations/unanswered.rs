//! Questions that found no answer, kept for the office where the operator wants it: the text, without sender or chat.
//! Handed to a thread of its own, so that nobody waits for the disk; what cannot be kept is let go.

mod file;
mod tidy;

use crate::answer::Kind;
use file::Book;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use tidy::{tidy, today};
use tokio::sync::oneshot;

/// So many questions wait for the disk; more at a time are a flood.
const WAITING: usize = 256;

/// A question that found no answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What was asked, on one line, without names and long numbers.
    pub question: String,
    /// `unknown` or `absent`.
    pub kind: String,
    /// The day in UTC, such as 2025-03-01.
    pub day: String,
}

/// Where unanswered questions go; clones lead to the same place.
#[derive(Debug, Clone, Default)]
pub struct Unanswered {
    thread: Option<SyncSender<Order>>,
}

/// What the thread is told.
#[derive(Debug)]
enum Order {
    Keep(Kept),
    Tell(usize, oneshot::Sender<Vec<Kept>>),
}

impl Unanswered {
    /// Keeps them in this file.
    ///
    /// # Errors
    /// Where no thread can be started.
    pub fn kept_in(path: PathBuf) -> io::Result<Self> {
        let (sender, orders) = sync_channel(WAITING);
        thread::Builder::new()
            .name("unanswered".to_owned())
            .spawn(move || write(Book::new(path), &orders))?;
        Ok(Self { thread: Some(sender) })
    }

    /// True where questions are kept.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.thread.is_some()
    }

    /// Keeps a question, if it found no answer and the operator wants it.
    pub fn keep(&self, question: &str, kind: Kind) {
        let Some(thread) = self.thread.as_ref().filter(|_| matches!(kind, Kind::Unknown | Kind::Absent))
        else {
            return;
        };
        let kept = Kept { question: tidy(question), kind: kind.name().to_owned(), day: today() };
        if !kept.question.is_empty() {
            // In a flood the disk may be behind: what does not fit is let go.
            let _ = thread.try_send(Order::Keep(kept));
        }
    }

    /// Waits until all that was kept so far is in the file.
    pub async fn written(&self) {
        self.latest(0).await;
    }

    /// The latest ones, the newest first.
    pub async fn latest(&self, count: usize) -> Vec<Kept> {
        let (sender, receiver) = oneshot::channel();
        match &self.thread {
            Some(thread) if thread.try_send(Order::Tell(count, sender)).is_ok() => {
                receiver.await.unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }
}

fn write(mut book: Book, orders: &Receiver<Order>) {
    book.open();
    for order in orders {
        match order {
            Order::Keep(kept) => book.keep(&kept),
            // Who asked may be gone.
            Order::Tell(count, to) => drop(to.send(book.latest(count))),
        }
    }
}
