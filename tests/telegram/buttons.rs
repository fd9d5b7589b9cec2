//! What can be tapped: further figures, the section, the way back, choices, lists, copies.

use crate::support::bot_api::{BotApi, Call};
use crate::support::{LI, Talk, WANG, engine, group_chat, person, phone, settings};
use league_bot::engine::Engine;
use serde_json::{Value, json};
use std::sync::Arc;

// Under an answer

#[tokio::test]
async fn a_figure_offers_its_neighbours_its_section_and_a_copy() {
    let talk = Talk::start().await;
    let reply = talk.reply_to(talk.private("青马多少人")).await;
    insta::assert_snapshot!(phone(&reply), @"
    1269 人 · 青马工程培训覆盖青年
    送团干部外出受训，自办青马培训，经验获团刊推介。
    出处：2024 年报告·第四部分·一·团的骨干队伍不断巩固增强
    [参加上级培训的团干部][举办的青马工程培训班]
    [本节][复制]
    ");
    insta::assert_snapshot!(button(&reply, "复制")["copy_text"]["text"].as_str().unwrap_or_default(), @"
    1269 人 · 青马工程培训覆盖青年
    出处：2024 年报告·第四部分·一·团的骨干队伍不断巩固增强
    ");
}

#[tokio::test]
async fn a_tap_changes_the_message_and_the_way_back_leads_back() {
    let talk = Talk::start().await;
    let first = talk.reply_to(talk.private("青马多少人")).await;
    let section = talk.tap(WANG, &first, "本节").await;
    insta::assert_snapshot!(phone(&section), @"
    纵深推动县域共青团改革 · 共三项工作
    1. 团的骨干队伍不断巩固增强
    2. 团组织覆盖持续拓展
    3. 团员先进性持续提升
    [1][2][3]
    [‹ 返回]
    ");
    let back = talk.tap(WANG, &section, "返回").await;
    assert_eq!(back.body["text"], first.body["text"]);
    assert_eq!(talk.api.calls("sendMessage").len(), 1, "nothing new is sent");
    assert_eq!(back.body["message_id"], talk.number_of(&first));
}

#[tokio::test]
async fn after_a_tap_the_talk_is_about_what_is_shown() {
    let talk = Talk::start().await;
    let first = talk.reply_to(talk.private("青马多少人")).await;
    let other = first.body["reply_markup"]["inline_keyboard"][0][0]["text"].as_str().unwrap_or_default();
    let shown = talk.tap(WANG, &first, other).await;
    let more = talk.reply_to(talk.private("那多少期")).await;
    insta::assert_snapshot!(phone(&shown), @"
    35 名 · 参加上级培训的团干部
    送团干部外出受训，自办青马培训，经验获团刊推介。
    出处：2024 年报告·第四部分·一·团的骨干队伍不断巩固增强
    [举办的青马工程培训班][青马工程培训覆盖青年]
    [本节][复制][‹ 返回]
    ");
    insta::assert_snapshot!(phone(&more), @"
    13 期 · 举办的青马工程培训班
    送团干部外出受训，自办青马培训，经验获团刊推介。
    出处：2024 年报告·第四部分·一·团的骨干队伍不断巩固增强
    （接「团的骨干队伍」）
    [参加上级培训的团干部][青马工程培训覆盖青年]
    [本节][复制]
    ");
}

// Did you mean

#[tokio::test]
async fn a_choice_changes_the_same_message() {
    let talk = Talk::start().await;
    let choice = talk.reply_to(talk.private("队伍多少支")).await;
    insta::assert_snapshot!(phone(&choice), @"
    想问哪一个？
    · “青骑兵”宣讲队伍
    · 重点项目青年突击队
    · 组建的青年电商走播队
    [“青骑兵”宣讲队伍][重点项目青年突击队]
    [组建的青年电商走播队]
    ");
    let chosen = talk.tap(WANG, &choice, "突击队").await;
    insta::assert_snapshot!(phone(&chosen), @"
    48 支 · 重点项目青年突击队
    在重点产业和项目里组队攻坚、办竞赛，培养产业青年人才。
    出处：2024 年报告·第二部分·一·实施六大优势产业青年立功竞赛计划
    [产业立功竞赛活动][储备的青年产业骨干]
    [本节][复制][‹ 返回]
    ");
    let back = talk.tap(WANG, &chosen, "返回").await;
    assert_eq!(back.body["reply_markup"], choice.body["reply_markup"]);
    assert_eq!(talk.api.calls("sendMessage").len(), 1);
}

#[tokio::test]
async fn in_a_group_the_buttons_obey_who_asked() {
    let talk = Talk::start().await;
    let first = talk.reply_to(talk.group("@judge_bot 青马多少人")).await;
    let notice = talk.refused_tap(LI, &first, "本节").await;
    insta::assert_snapshot!(notice, @"这是别人问的，想看请自己问一句");
    assert_eq!(talk.api.calls("editMessageText").len(), 0);
    let section = talk.tap(WANG, &first, "本节").await;
    assert_eq!(section.refusal, "");
}

#[tokio::test]
async fn a_button_of_older_data_answers_politely() {
    let (api, url) = BotApi::start().await;
    let (sender, engines) = tokio::sync::watch::channel(engine());
    let talk = Talk::over(api, settings(url), engines);
    let first = talk.reply_to(talk.private("青马多少人")).await;
    let loaded = league_bot::report::load_builtin().expect("data");
    let mut reports = loaded.reports.clone();
    reports[0].figures[0].value.push('0');
    let lexicon = league_bot::engine::lexicon(&loaded.lexicons).expect("word lists");
    sender.send(Arc::new(Engine::new(reports, lexicon))).expect("the bot listens");
    insta::assert_snapshot!(talk.refused_tap(WANG, &first, "本节").await, @"报告更新了，这个按钮已失效，请再问一次");
    let strange = json!({"text": "x", "callback_data": "anything"});
    let mut odd = first.clone();
    odd.body["reply_markup"] = json!({"inline_keyboard": [[strange]]});
    insta::assert_snapshot!(talk.refused_tap(WANG, &odd, "x").await, @"这条消息太久了，请再问一次");
}

// The list

#[tokio::test]
async fn the_list_drills_down_in_one_message() {
    let talk = Talk::start().await;
    let parts = talk.reply_to(talk.private("/list")).await;
    insta::assert_snapshot!(phone(&parts), @"
    共四个部分
    1. 坚持为党育人
    2. 自觉担当尽责
    3. 心系广大青年
    4. 勇于自我革命
    [1][2][3][4]
    ");
    let sections = talk.tap(WANG, &parts, "2").await;
    insta::assert_snapshot!(phone(&sections), @"
    自觉担当尽责 · 共三节
    1. 全面助力经济社会发展
    2. 切实服务乡村振兴建设
    3. 不断巩固青年爱国统一战线
    [1][2][3]
    [‹ 返回]
    ");
    let initiatives = talk.tap(WANG, &sections, "1").await;
    insta::assert_snapshot!(phone(&initiatives), @"
    全面助力经济社会发展 · 共三项工作
    1. 实施六大优势产业青年立功竞赛计划
    2. 实施“心连心青年旅游志愿服务”和“美在景区”项目
    3. 实施“青春乐山”青年志愿服务专项行动
    [1][2][3]
    [‹ 返回]
    ");
    let initiative = talk.tap(WANG, &initiatives, "1").await;
    insta::assert_snapshot!(phone(&initiative), @"
    实施六大优势产业青年立功竞赛计划
    在重点产业和项目里组队攻坚、办竞赛，培养产业青年人才。
    48 支 · 重点项目青年突击队
    52 场次 · 产业立功竞赛活动
    1000余 名 · 储备的青年产业骨干
    五赛主题：赛创新、赛效率、赛质量、赛安全、赛育人
    竞赛活动名称：我为高质量发展献一计、安全生产、青年当先、职业技能大比武等
    突击队成立的地方：重点产业、重大项目
    出处：2024 年报告·第二部分·一·实施六大优势产业青年立功竞赛计划
    [重点项目青年突击队][产业立功竞赛活动]
    [本节][‹ 返回]
    ");
    let back = talk.tap(WANG, &initiative, "返回").await;
    assert_eq!(back.body["text"], initiatives.body["text"]);
    let up = talk.tap(WANG, &back, "返回").await;
    assert_eq!(up.body["text"], sections.body["text"]);
    let top = talk.tap(WANG, &up, "返回").await;
    assert_eq!(top.body["text"], parts.body["text"]);
    assert_eq!(talk.api.calls("sendMessage").len(), 1);
}

// Commands

#[tokio::test]
async fn commands_for_rankings_numbers_and_the_data() {
    let talk = Talk::start().await;
    insta::assert_snapshot!(phone(&talk.reply_to(talk.private("/top")).await), @"
    按什么排名？也可以直接发：/top 场
    [场][名][个][期]
    [支][万元]
    ");
    insta::assert_snapshot!(phone(&talk.reply_to(talk.private("/top 期")).await), @"
    320 期 · 网络思想引领话题
    ▾ 64 期 · 团团严选线上交友信息
    48 期 · “乐青学”专题学习发布
    38 期 · 少先队策划节目
    23 期 · 领头雁技能培训
    19 期 · 青年榜样主题宣传
    13 期 · 举办的青马工程培训班
    12 期 · “我们村的年轻人”系列报道
    出处：2024 年报告·第一部分·二·筑牢网络育人主阵地
    出处：2024 年报告·第三部分·一·推动“双向奔赴”
    出处：2024 年报告·第一部分·一·切实做好宣传报道
    ");
    insta::assert_snapshot!(phone(&talk.reply_to(talk.private("/top 光年")).await), @"
    报告里没有可以这样排的数。可以按这些排：
    [场][名][个][期]
    [支][万元]
    ");
    insta::assert_snapshot!(phone(&talk.reply_to(talk.private("/number")).await), @"想查哪个数字？例如：/number 8588");
    insta::assert_snapshot!(phone(&talk.reply_to(talk.private("/number 339")).await), @"
    339 场 · 面对面理论宣讲活动
    出处：2024 年报告·第一部分·一·广泛开展理论宣讲
    [本节][复制]
    ");
    insta::assert_snapshot!(phone(&talk.reply_to(talk.private("/number 987654")).await), @"报告里没有这个数字");
    insta::assert_snapshot!(phone(&talk.reply_to(talk.private("/about")).await), @"
    共青团乐山市委2024年工作盘点（2024 年）
    来源：共青团乐山市委 2024 年度工作盘点（网易新闻转载）
    载入：刚刚
    版本：league-bot 0.1.0
    数字照报告原文，不记录提问。
    ");
}

#[tokio::test]
async fn the_first_step_and_the_help() {
    let talk = Talk::start().await;
    insta::assert_snapshot!(phone(&talk.reply_to(talk.private("/start")).await), @"
    我能查「共青团乐山市委2024年工作盘点」里的数字
    可以这样问：
    · 重点项目青年突击队有多少支
    · 出台的青年相关政策有多少项
    · 举办的青马工程培训班有多少期

    第一步：点下面一个例子，或直接把问题发给我。
    全部内容看 /list，排名看 /top。
    [重点项目青年突击队有多少支]
    [出台的青年相关政策有多少项]
    ");
    insta::assert_snapshot!(phone(&talk.reply_to(talk.private("/help")).await), @"
    我能查「共青团乐山市委2024年工作盘点」里的数字
    可以这样问：
    · 重点项目青年突击队有多少支
    · 出台的青年相关政策有多少项
    · 举办的青马工程培训班有多少期
    [重点项目青年突击队有多少支]
    [出台的青年相关政策有多少项]
    ");
    insta::assert_snapshot!(phone(&talk.reply_to(talk.private("/start talks")).await), @"
    339 场 · 面对面理论宣讲活动
    宣讲员走进校园、社区、企业和乡村，按人群把理论讲给青少年听。
    出处：2024 年报告·第一部分·一·广泛开展理论宣讲
    [本节][复制]
    ");
}

#[tokio::test]
async fn the_same_figure_asked_again_in_a_group_is_one_line() {
    let talk = Talk::start().await;
    let first = talk.reply_to(talk.group("@judge_bot 理论宣讲多少场")).await;
    let ask = |chat: Value| {
        talk.write(json!({"chat": chat, "from": person(LI), "text": "@judge_bot 面对面理论宣讲有几场"}))
    };
    let again = talk.reply_to(ask(group_chat())).await;
    insta::assert_snapshot!(phone(&again), @"339 场 · 面对面理论宣讲活动 · 刚答过，看这里");
    let link = format!("/{}\"", talk.number_of(&first));
    assert!(again.body["text"].as_str().is_some_and(|it| it.contains(&link)), "{again:?}");
    let mut other = group_chat();
    other["id"] = json!(-1_009_999);
    let elsewhere = talk.reply_to(ask(other)).await;
    assert_eq!(elsewhere.body["text"], first.body["text"]);
}

fn button(call: &Call, label: &str) -> Value {
    let rows = call.body["reply_markup"]["inline_keyboard"].as_array().cloned().unwrap_or_default();
    let buttons = rows.into_iter().filter_map(|it| it.as_array().cloned()).flatten();
    buttons.into_iter().find(|it| it["text"].as_str().is_some_and(|it| it.contains(label))).expect("a button")
}
