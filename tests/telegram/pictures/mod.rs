//! The ten conversations of `docs/telegram.md`: their text and the pictures in `docs/pictures`, held against what the bot
//! says. With `UPDATE_PICTURES=1` the pictures are drawn anew.

mod drawing;
mod scenes;
mod text;

use crate::support::bot_api::Call;
use crate::support::{GROUP, LI, Talk, WANG, group_chat, person, phone, private_chat};
use drawing::{Canvas, Side};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// A conversation that is drawn while it goes on.
struct Scene {
    talk: Talk,
    canvas: Canvas,
    /// What the bot said, as text.
    said: Vec<String>,
}

fn name(who: i64) -> &'static str {
    if who == WANG { "王" } else { "李" }
}

impl Scene {
    async fn start() -> Self {
        Self { talk: Talk::start().await, canvas: Canvas::new(), said: Vec::new() }
    }

    /// Somebody writes in private, and the bot answers.
    async fn private(&mut self, who: i64, text: &str) -> Call {
        let mut chat = private_chat();
        chat["id"] = json!(who);
        let asked = self.talk.write(json!({"chat": chat, "from": person(who), "text": text}));
        self.canvas.bubble(Side::Asker, None, &escaped(text));
        self.answer(asked).await
    }

    /// Somebody writes in the group, and the bot answers.
    async fn group(&mut self, who: i64, text: &str) -> Call {
        let asked = self.talk.write(json!({"chat": group_chat(), "from": person(who), "text": text}));
        self.canvas.bubble(Side::Asker, Some(name(who)), &escaped(text));
        self.answer(asked).await
    }

    async fn answer(&mut self, asked: i64) -> Call {
        let call = self.talk.reply_to(asked).await;
        self.show(&call);
        call
    }

    /// Somebody taps a button, and the message changes.
    async fn tap(&mut self, who: i64, on: &Call, label: &str) -> Call {
        let call = self.talk.tap(who, on, label).await;
        self.canvas.note(&format!("{}点了「{label}」，消息变成：", name(who)));
        self.show(&call);
        call
    }

    /// Somebody types in any chat.
    async fn type_ahead(&mut self, who: i64, text: &str) {
        self.canvas.bubble(Side::Asker, None, &format!("@judge_bot {}", escaped(text)));
        let query = json!({"id": "typed", "from": person(who), "query": text, "offset": ""});
        self.talk.api.push("inline_query", query);
        let shown = self.talk.api.wait_for("results", |it| it.method == "answerInlineQuery").await;
        for row in shown.body["results"].as_array().into_iter().flatten() {
            let (title, about) = (text_of(&row["title"]), text_of(&row["description"]));
            self.canvas.entry(title, about);
            self.said.push(format!("{title}\n{about}"));
        }
    }

    fn show(&mut self, call: &Call) {
        let name = (call.body["chat_id"] == GROUP).then_some("小团");
        self.canvas.bubble(Side::Bot, name, text_of(&call.body["text"]));
        let rows = call.body["reply_markup"]["inline_keyboard"].as_array();
        let labels = |row: &Value| -> Vec<String> {
            row.as_array().into_iter().flatten().map(|it| text_of(&it["text"]).to_owned()).collect()
        };
        self.canvas.buttons(&rows.into_iter().flatten().map(labels).collect::<Vec<_>>());
        self.said.push(phone(call));
    }

    /// Holds what was said against the page, and what was drawn against the picture.
    fn assert_shown(self, picture: &str) {
        let page = fs::read_to_string(docs().join("telegram.md")).expect("the page");
        let page: String = page.lines().map(|it| it.trim().replace(" ↗", "") + "\n").collect();
        for said in &self.said {
            assert!(page.contains(said.as_str()), "docs/telegram.md does not show\n{said}");
        }
        assert!(
            page.contains(&format!("(pictures/{picture}.svg)")),
            "docs/telegram.md does not link {picture}"
        );
        let (path, drawn) = (docs().join("pictures").join(format!("{picture}.svg")), self.canvas.finish());
        if std::env::var_os("UPDATE_PICTURES").is_some() {
            fs::write(&path, &drawn).expect("a picture");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == drawn,
            "{} does not show what the bot says: UPDATE_PICTURES=1 cargo test",
            path.display()
        );
    }
}

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

fn text_of(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn the_pictures_are_small() {
    let files = fs::read_dir(docs().join("pictures")).expect("pictures").flatten();
    let size: u64 = files.filter_map(|it| it.metadata().ok()).map(|it| it.len()).sum();
    assert!((10_000..300_000).contains(&size), "{size}");
}
