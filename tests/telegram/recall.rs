//! What a talk has shown counts: initiatives to choose from, sums and differences of what was shown one by one.

use crate::support::bot_api::Call;
use crate::support::{LI, Talk, WANG, group_chat, of_bot, person, phone};
use serde_json::json;

async fn private(talk: &Talk, text: &str) -> Call {
    talk.reply_to(talk.private(text)).await
}

// Initiatives to choose from

#[tokio::test]
async fn of_two_initiatives_one_is_chosen_by_a_button() {
    let talk = Talk::start().await;
    let choice = private(&talk, "逐梦扬帆计划").await;
    insta::assert_snapshot!(phone(&choice), @"
    想问哪一个？
    · 新兴领域青年
    · 名校生实习
    [新兴领域青年][名校生实习]
    ");
    let chosen = talk.tap(WANG, &choice, "名校生实习").await;
    insta::assert_snapshot!(phone(&chosen), @"
    搭建青年实习实践平台
    请名校学生来乐山实习，与高校共建基地，假期给大学生找岗位。
    ▾ 2 批次 · “最嘉实习生”组织批次
    36 名 · “最嘉实习生”名校大学生
    3404 个 · 寒暑假大学生实习岗位
    合作高校：武汉大学、西南交大等
    签订的文件：《合作协议》
    校地共建的基地：大学生社会实践基地
    最嘉实习生来源高校：985、211高校
    出处：2024 年报告·第三部分·二·搭建青年实习实践平台
    [“最嘉实习生”组织批次][“最嘉实习生”名校大学生]
    [本节][‹ 返回]
    ");
    let back = talk.tap(WANG, &chosen, "返回").await;
    assert_eq!(phone(&back), phone(&choice));
    assert_eq!(back.body["reply_markup"], choice.body["reply_markup"]);
    assert_eq!(talk.api.calls("sendMessage").len(), 1);
}

#[tokio::test]
async fn in_a_group_the_choice_is_the_askers() {
    let talk = Talk::start().await;
    let choice = talk.reply_to(talk.group("@judge_bot qinglian")).await;
    insta::assert_snapshot!(phone(&choice), @"
    想问哪一个？
    · 青联改革
    · 双向奔赴
    [青联改革][双向奔赴]
    ");
    let notice = talk.refused_tap(LI, &choice, "青联改革").await;
    insta::assert_snapshot!(notice, @"这是别人问的，想看请自己问一句");
    let chosen = talk.tap(WANG, &choice, "青联改革").await;
    insta::assert_snapshot!(phone(&chosen), @"
    稳步推进青联组织改革
    筹备新一届委员会，广纳各界优秀青年，并办活动让委员动起来。
    201 名 · 青联吸纳的优秀青年
    35 场次 · 青联主题活动
    筹备召开的青联会议：乐山市青年联合会第八届委员会
    青联吸纳对象：各行业优秀青年、有广泛社会影响的青年
    青联活动品牌：青联思享汇、强国志·青春说等
    出处：2024 年报告·第四部分·二·稳步推进青联组织改革
    [青联吸纳的优秀青年][青联主题活动]
    [本节][‹ 返回]
    ");
    let more = talk.reply_to(talk.group("@judge_bot 吸收了多少人")).await;
    insta::assert_snapshot!(phone(&more), @"
    201 名 · 青联吸纳的优秀青年
    筹备新一届委员会，广纳各界优秀青年，并办活动让委员动起来。
    出处：2024 年报告·第四部分·二·稳步推进青联组织改革
    （接「青联改革」）
    [青联主题活动]
    [本节][复制]
    ");
}

// Sums and differences

#[tokio::test]
async fn what_was_shown_one_by_one_is_added_up_and_compared() {
    let talk = Talk::start().await;
    private(&talk, "宣讲活动多少场").await;
    private(&talk, "大讨论多少场").await;
    insta::assert_snapshot!(phone(&private(&talk, "两个加起来呢").await), @"
    339 场 · 面对面理论宣讲活动
    12 场 · “乐青学”大讨论活动
    合计 351 场(339 + 12)
    出处：2024 年报告·第一部分·一·广泛开展理论宣讲
    出处：2024 年报告·第一部分·一·切实做好宣传报道
    [本节][复制]
    ");
    insta::assert_snapshot!(phone(&private(&talk, "第二个呢").await), @"
    12 场 · “乐青学”大讨论活动
    借助团的新媒体矩阵开专栏、办讨论，让年轻人听得懂理论。
    出处：2024 年报告·第一部分·一·切实做好宣传报道
    [“乐青学”专题学习发布]
    [本节][复制]
    ");
    insta::assert_snapshot!(phone(&private(&talk, "前者比后者少多少").await), @"
    339 场 · 面对面理论宣讲活动
    12 场 · “乐青学”大讨论活动
    前者比后者多 327 场（339 与 12 之差）
    出处：2024 年报告·第一部分·一·广泛开展理论宣讲
    出处：2024 年报告·第一部分·一·切实做好宣传报道
    [本节]
    ");
}

#[tokio::test]
async fn what_a_tap_has_shown_counts_as_well() {
    let talk = Talk::start().await;
    let shown = private(&talk, "省级领头雁多少名").await;
    insta::assert_snapshot!(phone(&shown), @"
    59 名 · 省级“领头雁”选树
    寻找并培养乡村里的年轻带头人，教技能，也讲他们的故事。
    出处：2024 年报告·第二部分·二·实施“我们村的年轻人”领头雁培养计划
    [市级“领头雁”选树][领头雁技能培训]
    [本节][复制]
    ");
    let tapped = talk.tap(WANG, &shown, "市级").await;
    insta::assert_snapshot!(phone(&private(&talk, "两个加起来呢").await), @"
    59 名 · 省级“领头雁”选树
    320 名 · 市级“领头雁”选树
    合计 379 名(59 + 320)
    出处：2024 年报告·第二部分·二·实施“我们村的年轻人”领头雁培养计划
    [领头雁技能培训][“我们村的年轻人”系列报道]
    [本节][复制]
    ");
    talk.tap(WANG, &tapped, "返回").await;
    insta::assert_snapshot!(phone(&private(&talk, "第二个呢").await), @"
    320 名 · 市级“领头雁”选树
    寻找并培养乡村里的年轻带头人，教技能，也讲他们的故事。
    出处：2024 年报告·第二部分·二·实施“我们村的年轻人”领头雁培养计划
    [省级“领头雁”选树][领头雁技能培训]
    [本节][复制]
    ");
}

#[tokio::test]
async fn what_two_choices_have_shown_counts_as_well() {
    let talk = Talk::start().await;
    let choice = private(&talk, "队伍多少支").await;
    let one = talk.tap(WANG, &choice, "突击队").await;
    let again = talk.tap(WANG, &one, "返回").await;
    talk.tap(WANG, &again, "青骑兵").await;
    insta::assert_snapshot!(phone(&private(&talk, "两个加起来呢").await), @"
    48 支 · 重点项目青年突击队
    12 支 · “青骑兵”宣讲队伍
    合计 60 支(48 + 12)
    出处：2024 年报告·第二部分·一·实施六大优势产业青年立功竞赛计划
    出处：2024 年报告·第二部分·三·铸牢青少年中华民族共同体意识
    [产业立功竞赛活动][储备的青年产业骨干]
    [复制]
    ");
}

#[tokio::test]
async fn in_a_group_each_talks_for_himself_unless_he_replies() {
    let talk = Talk::start().await;
    let by_li = |text: &str| talk.write(json!({"chat": group_chat(), "from": person(LI), "text": text}));
    talk.reply_to(talk.group("@judge_bot 宣讲活动多少场")).await;
    talk.reply_to(talk.group("@judge_bot 大讨论多少场")).await;
    insta::assert_snapshot!(phone(&talk.reply_to(by_li("@judge_bot 两个加起来呢")).await), @"
    报告里没有找到这个
    [报告目录]
    ");
    let sum = talk.reply_to(talk.group("@judge_bot 两个加起来呢")).await;
    insta::assert_snapshot!(phone(&sum), @"
    339 场 · 面对面理论宣讲活动
    12 场 · “乐青学”大讨论活动
    合计 351 场(339 + 12)
    出处：2024 年报告·第一部分·一·广泛开展理论宣讲
    出处：2024 年报告·第一部分·一·切实做好宣传报道
    [本节][复制]
    ");
    let answer = of_bot(talk.number_of(&sum));
    let asked = talk.write(
        json!({"chat": group_chat(), "from": person(LI), "text": "第二个呢", "reply_to_message": answer}),
    );
    insta::assert_snapshot!(phone(&talk.reply_to(asked).await), @"12 场 · “乐青学”大讨论活动 · 刚答过，看这里");
}
