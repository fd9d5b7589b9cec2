//! Report data that changes while the bot serves: what is taken over, what is refused, what is told how often.
//! How talks take it is tried in `telegram/reload.rs`, the signal in `serving.rs`.
#![expect(clippy::unwrap_used, reason = "a test may stop where something is not as it was made")]

mod binary;

use binary::{folder, small};
use league_bot::operations::{Metrics, Outcome, Reloader};
use league_bot::telegram::Engines;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::time::{sleep, timeout};

/// So often the files are looked at here.
const LOOK: Duration = Duration::from_millis(40);
/// Several looks.
const WHILE: Duration = Duration::from_millis(400);

struct Watched {
    reloader: Reloader,
    engines: Engines,
    metrics: Metrics,
    report: PathBuf,
}

impl Watched {
    /// The small report in a folder of its own, watched.
    fn over(name: &str) -> Self {
        Self::looking(name, LOOK)
    }

    fn looking(name: &str, look: Duration) -> Self {
        let report = folder(name).join("report.json");
        fs::write(&report, text()).unwrap();
        let metrics = Metrics::default();
        let data = report.parent().map(Path::to_owned);
        let (reloader, engines) = Reloader::start(data, look, metrics.clone()).unwrap();
        Self { reloader, engines, metrics, report }
    }

    fn year(&self) -> u16 {
        self.engines.borrow().reports()[0].year
    }

    async fn changes(&mut self) {
        timeout(Duration::from_secs(8), self.engines.changed()).await.expect("a change").unwrap();
    }

    /// Waits until so many failures were told.
    async fn fails(&self, times: u64) {
        let wait = async {
            while self.failures() < times {
                sleep(LOOK).await;
            }
        };
        timeout(Duration::from_secs(8), wait).await.expect("a failure");
        assert_eq!((self.year(), self.failures()), (2023, times));
    }

    fn failures(&self) -> u64 {
        self.metrics.reload_failures.get()
    }
}

fn text() -> String {
    fs::read_to_string(small().join("report.json")).unwrap()
}

fn of_year(year: &str) -> String {
    text().replacen("\"year\": 2023", &format!("\"year\": {year}"), 1)
}

#[tokio::test]
async fn what_changes_is_taken_over() {
    let mut watched = Watched::over("reload-change");
    assert_eq!(watched.year(), 2023);
    fs::write(&watched.report, of_year("2022")).unwrap();
    watched.changes().await;
    assert_eq!((watched.year(), watched.failures()), (2022, 0));
    // As editors do it: a new file in the place of the old one.
    let new = watched.report.with_extension("new");
    fs::write(&new, of_year("2021")).unwrap();
    fs::rename(&new, &watched.report).unwrap();
    watched.changes().await;
    assert_eq!((watched.year(), watched.failures()), (2021, 0));
}

#[tokio::test]
async fn its_word_list_counts_as_well_and_a_report_may_be_added() {
    let mut watched = Watched::over("reload-lexicon");
    fs::write(watched.report.with_file_name("lexicon.json"), "{\"stop\": []}").unwrap();
    watched.changes().await;
    let all = folder("reload-several");
    fs::create_dir(all.join("a")).unwrap();
    fs::write(all.join("a/report.json"), text()).unwrap();
    let (_reloader, mut engines) = Reloader::start(Some(all.clone()), LOOK, Metrics::default()).unwrap();
    fs::create_dir(all.join("b")).unwrap();
    fs::write(all.join("b/report.json"), of_year("2024").replacen("yunqi-2023", "yunqi-2024", 1)).unwrap();
    timeout(Duration::from_secs(8), engines.changed()).await.expect("a change").unwrap();
    let years: Vec<u16> = engines.borrow().reports().iter().map(|it| it.year).collect();
    assert_eq!(years, [2024, 2023]);
}

#[tokio::test]
async fn bad_data_changes_nothing_and_is_told_once() {
    let mut watched = Watched::over("reload-bad");
    fs::write(&watched.report, of_year("\"x\"")).unwrap();
    watched.fails(1).await;
    // Written again, with nothing mended.
    fs::write(&watched.report, of_year("\"x\"")).unwrap();
    sleep(WHILE).await;
    watched.fails(1).await;
    // Another mistake is news; so is a file that is gone.
    fs::write(&watched.report, &text().as_bytes()[..40]).unwrap();
    watched.fails(2).await;
    fs::remove_file(&watched.report).unwrap();
    watched.fails(3).await;
    fs::write(&watched.report, of_year("2020")).unwrap();
    watched.changes().await;
    assert_eq!((watched.year(), watched.failures()), (2020, 3));
}

#[tokio::test]
async fn a_file_is_not_judged_while_it_grows() {
    let mut watched = Watched::looking("reload-growing", Duration::from_millis(200));
    let whole = of_year("2022");
    for end in (1..whole.len()).filter(|it| whole.is_char_boundary(*it)).step_by(36) {
        fs::write(&watched.report, &whole.as_bytes()[..end]).unwrap();
        sleep(Duration::from_millis(20)).await;
    }
    fs::write(&watched.report, &whole).unwrap();
    watched.changes().await;
    assert_eq!((watched.year(), watched.failures()), (2022, 0));
}

#[tokio::test]
async fn who_wishes_a_reload_is_told_what_became_of_it() {
    // Nobody else is to be the first to see it.
    let watched = Watched::looking("reload-wish", Duration::from_secs(3_600));
    assert_eq!(watched.reloader.reload().await, Outcome::Loaded);
    fs::write(&watched.report, of_year("\"x\"")).unwrap();
    for _ in 0..2 {
        let Outcome::Refused(problems) = watched.reloader.reload().await else { panic!("bad data") };
        assert!(problems.iter().any(|it| it.contains("report.json:5:3:")), "{problems:?}");
    }
    assert_eq!(watched.failures(), 2, "a wish is always answered");
    let (built_in, _engines) = Reloader::start(None, LOOK, Metrics::default()).unwrap();
    assert_eq!(built_in.reload().await, Outcome::BuiltIn);
}

/// Whoever puts a whole new version beside the old one sets a link anew; archives give all their files one time.
#[cfg(unix)]
#[tokio::test]
async fn a_link_that_is_set_anew_is_seen_though_time_and_length_are_the_same() {
    use std::os::unix::fs::symlink;
    let (versions, then) = (folder("reload-versions"), std::time::SystemTime::UNIX_EPOCH);
    for (name, year) in [("old", "2023"), ("new", "2022")] {
        let report = versions.join(name).join("report.json");
        fs::create_dir_all(versions.join(name)).unwrap();
        fs::write(&report, of_year(year)).unwrap();
        fs::File::options().write(true).open(&report).unwrap().set_modified(then).unwrap();
    }
    let set = |link: &Path, to: &Path| {
        let beside = link.with_extension("next");
        symlink(to, &beside).unwrap();
        fs::rename(&beside, link).unwrap();
    };
    // A folder that is a link, and a file that is one.
    let (folders, files) = (folder("reload-linked-folder").join("current"), folder("reload-linked-file"));
    let file = files.join("report.json");
    for (link, part, data) in [(&folders, "", &folders), (&file, "report.json", &files)] {
        set(link, &versions.join("old").join(part));
        let (_reloader, mut engines) = Reloader::start(Some(data.clone()), LOOK, Metrics::default()).unwrap();
        assert_eq!(engines.borrow().reports()[0].year, 2023);
        set(link, &versions.join("new").join(part));
        timeout(Duration::from_secs(8), engines.changed()).await.expect("a change").unwrap();
        assert_eq!(engines.borrow().reports()[0].year, 2022, "{}", link.display());
    }
}
