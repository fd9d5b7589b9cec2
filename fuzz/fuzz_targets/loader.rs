//! Any bytes as a report file: problems or a report, never a panic; a report that loads can be asked.
#![no_main]

use league_bot::engine::{Engine, Topic};
use league_bot::report::load;
use libfuzzer_sys::fuzz_target;
use std::path::PathBuf;
use std::sync::LazyLock;

/// The loader reads files: one of this process' own, written anew each time.
static FILE: LazyLock<PathBuf> = LazyLock::new(|| {
    let memory = PathBuf::from("/dev/shm");
    let folder = if memory.is_dir() { memory } else { std::env::temp_dir() };
    folder.join(format!("league-bot-fuzz-{}.json", std::process::id()))
});

fuzz_target!(|bytes: &[u8]| {
    if std::fs::write(&*FILE, bytes).is_err() {
        return;
    }
    match load(&FILE) {
        Ok(loaded) => {
            let names: Vec<String> = loaded.reports.iter().map(|it| it.title.clone()).collect();
            let Ok(engine) = Engine::load(loaded) else { return };
            for name in names {
                let _ = engine.ask(&format!("{name}有多少"), &Topic::default());
            }
        }
        Err(problems) => assert!(!problems.is_empty()),
    }
});
