//! Talks with the built-in report: what is said, and the first line of the reply.
#![expect(clippy::unwrap_used, reason = "a test may stop where something is not as it was made")]

use league_bot::answer::{Target, plain};
use league_bot::engine::{Engine, Topic};
use league_bot::report::load_builtin;

/// Holds one talk; each turn is a question and how the reply to it begins.
fn talk(turns: &[(&str, &str)]) {
    let engine = Engine::load(load_builtin().unwrap()).unwrap();
    let mut topic = Topic::default();
    for (question, begins) in turns {
        let (answer, next) = engine.ask(question, &topic);
        let text = plain::render(&answer);
        assert!(text.starts_with(begins), "{question}: {text}");
        topic = next;
    }
}

#[test]
fn a_place_in_a_choice_or_a_list() {
    talk(&[("队伍多少支", "想问哪一个？"), ("第二个呢", "48 支 · 重点项目青年突击队")]);
    talk(&[("逐梦扬帆计划", "想问哪一个？"), ("第二个", "搭建青年实习实践平台")]);
    talk(&[("西部计划有哪些数据", "全年新增 2 个"), ("最后一个是啥", "50余 场 · “靓在乡村”主题活动")]);
}

#[test]
fn what_was_shown_one_by_one_is_taken_together() {
    talk(&[
        ("省级领头雁有多少", "59 名"),
        ("市级呢", "320 名"),
        ("两个加起来呢", "59 名 · 省级“领头雁”选树\n320 名 · 市级“领头雁”选树\n合计 379 名"),
    ]);
    talk(&[("走播队有几支", "13 支"), ("青骑兵呢", "12 支"), ("跟走播队比哪个多", "12 支")]);
}

#[test]
fn a_measure_by_itself_and_an_ask_that_leans_on_the_one_before() {
    talk(&[("西部计划新增了几个项目办、多少人", "全年新增 2 个 · 西部计划地方项目办\n新增 31 人")]);
    talk(&[("西部计划新增了几个项目办", "全年新增 2 个"), ("人呢，新增几个", "新增 31 人")]);
    talk(&[("青马办了几期 培训了多少人", "13 期 · 举办的青马工程培训班\n1269 人 · 青马工程培训覆盖青年")]);
}

#[test]
fn a_name_by_itself_goes_on_in_what_was_counted() {
    talk(&[
        ("少先队那个融媒体中心出了几期节目", "38 期"),
        ("校外的活动呢", "56 场"),
        ("少先队不看了 看学联 搞了几场活动", "20 场 · “我为同学做实事”实践活动"),
        ("青联的呢", "35 场次 · 青联主题活动"),
        ("人呢", "201 名 · 青联吸纳的优秀青年"),
        ("这是第几届了", "乐山市青年联合会第八届委员会"),
    ]);
    talk(&[
        ("培训办了几期", "想问哪一个？"),
        ("青马的", "13 期 · 举办的青马工程培训班"),
        ("村里年轻人那个呢", "23 期 · 领头雁技能培训"),
        ("这两个比 哪个多", "13 期 · 举办的青马工程培训班\n23 期 · 领头雁技能培训\n前者比后者少 10 期"),
    ]);
}

#[test]
fn an_order_goes_on_and_what_was_left_is_told() {
    talk(&[
        ("按人数算 哪一项最多", "全年 15135 名"),
        ("第二第三呢", "1269 人 · 青马工程培训覆盖青年\n1000余 名"),
        ("第四", "320 名"),
        ("它跟第一名差好多", "全年 15135 名 · 当年发展团员\n320 名"),
        ("青联排第几", "201 名"),
    ]);
    talk(&[
        ("重点项目上头成立的突击队有几支", "48 支"),
        ("还有别的数吗", "52 场次 · 产业立功竞赛活动\n1000余 名 · 储备的青年产业骨干"),
        ("再说一遍", "52 场次 · 产业立功竞赛活动\n1000余 名"),
    ]);
}

#[test]
fn what_points_back_at_nothing_is_declined() {
    talk(&[("旅游志愿岗点几个", "52 个"), ("志愿者人数加拢是好多", "报告没有写「人数」的数")]);
    talk(&[("推选了几名省级网络合伙人", "4 名"), ("市级的呢", "报告没有写「市级」")]);
    talk(&[("新兴青年活动多少场", "65 场"), ("团团暖新占了几场", "报告没有单独写「团团暖新」")]);
}

#[test]
fn names_side_by_side_and_names_that_are_joined() {
    talk(&[("青年发展型的园区企业街区，哪种最少", "1 个 · 打造的青年发展型园区\n3 个 · ")]);
    talk(&[("创青春的银奖铜奖哪个拿得多", "1 名 · “创青春”大赛银奖\n1 名 · “创青春”大赛铜奖\n两者相同")]);
    talk(&[("青年之家和非公企业团建的数字全要", "93 个 · 新建非公企业团组织\n145 个 · ")]);
    talk(&[(
        "青年之家的活动和理论宣讲比哪个多",
        "1752 场次 · 青年之家开展的活动\n339 场 · 面对面理论宣讲活动\n前者比后者多 1413 场",
    )]);
}

#[test]
fn what_is_waved_aside_is_left_out() {
    talk(&[("青年之家建成几个，活动多少场就不用讲了", "145 个 · 建成的乡镇街道青年之家\n在非公企业和")]);
    talk(&[("只要青年发展型企业的数，莫把街区公园一起报", "3 个 · 打造的青年发展型企业")]);
}

#[test]
fn what_a_figure_does_not_count_is_declined() {
    talk(&[("青年电商走播队有多少个主播", "报告没有写「主播」的数\n报告写到的是：\n13 支")]);
    talk(&[("学校里有多少个少先队辅导员", "报告没有写「辅导员」")]);
    talk(&[("青联八届委员里女委员有多少位", "报告提到「青联改革」")]);
    talk(&[("旅游志愿岗点一共上了多少名志愿者", "报告没有写「志愿者」的数\n报告写到的是：\n52 个")]);
}

#[test]
fn people_are_people_in_whatever_unit() {
    talk(&[(
        "团员和青马学员哪个多",
        "全年 15135 名 · 当年发展团员\n1269 人 · 青马工程培训覆盖青年\n前者比后者多 13866 人",
    )]);
    talk(&[("市级领头雁是省级的几倍", "320 名 · 市级“领头雁”选树\n59 名 · 省级“领头雁”选树")]);
    talk(&[("按人数排个名", "全年 15135 名 · 当年发展团员\n1269 人")]);
    talk(&[("报告有几个部分几节", "共十二节")]);
}

#[test]
fn what_was_shown_one_by_one_is_bounded() {
    let figure = |at: usize| Target::Figure(0, at);
    let topic = (0..9).fold(Topic::default(), |topic, at| topic.after(&[figure(at)]));
    assert_eq!(
        (topic.shown.len(), topic.shown.last(), &topic.targets),
        (4, Some(&figure(8)), &vec![figure(8)])
    );
    assert_eq!(topic.after(&[]).shown, topic.shown, "an answer that shows nothing");
    assert_eq!(
        topic.after(&[figure(1), figure(2)]),
        Topic::of(vec![figure(1), figure(2)]),
        "a list begins anew"
    );
}
