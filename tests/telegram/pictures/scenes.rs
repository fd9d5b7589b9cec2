//! The conversations themselves.

use super::{LI, Scene, WANG};

#[tokio::test]
async fn the_first_step() {
    let mut scene = Scene::start().await;
    scene.private(WANG, "/start").await;
    scene.assert_shown("01-first-step");
}

#[tokio::test]
async fn a_figure_and_a_follow_up() {
    let mut scene = Scene::start().await;
    scene.private(WANG, "青马去年培训了多少人？").await;
    scene.private(WANG, "那多少期").await;
    scene.assert_shown("02-follow-up");
}

#[tokio::test]
async fn in_a_group_and_once_more() {
    let mut scene = Scene::start().await;
    scene.group(LI, "团团，宣讲活动多少场").await;
    scene.group(WANG, "@judge_bot 理论宣讲多少场").await;
    scene.assert_shown("03-group");
}

#[tokio::test]
async fn did_you_mean() {
    let mut scene = Scene::start().await;
    let choice = scene.private(WANG, "队伍多少支").await;
    scene.tap(WANG, &choice, "突击队").await;
    scene.assert_shown("04-choice");
}

#[tokio::test]
async fn the_list() {
    let mut scene = Scene::start().await;
    let parts = scene.private(WANG, "/list").await;
    let sections = scene.tap(WANG, &parts, "4").await;
    scene.tap(WANG, &sections, "1").await;
    scene.assert_shown("05-list");
}

#[tokio::test]
async fn a_ranking() {
    let mut scene = Scene::start().await;
    scene.private(WANG, "/top 期").await;
    scene.assert_shown("06-ranking");
}

#[tokio::test]
async fn what_a_number_stands_for() {
    let mut scene = Scene::start().await;
    scene.private(WANG, "/number 60").await;
    scene.assert_shown("07-number");
}

#[tokio::test]
async fn not_reported() {
    let mut scene = Scene::start().await;
    scene.private(WANG, "青马花了多少钱").await;
    scene.assert_shown("08-not-reported");
}

#[tokio::test]
async fn another_year() {
    let mut scene = Scene::start().await;
    scene.private(WANG, "2023年青马培训了多少人").await;
    scene.assert_shown("09-another-year");
}

#[tokio::test]
async fn about_and_inline() {
    let mut scene = Scene::start().await;
    scene.private(LI, "/about").await;
    scene.type_ahead(LI, "tbjh").await;
    scene.assert_shown("10-about-inline");
}
