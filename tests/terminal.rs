//! Talks in the terminal with the real binary: a message in, the exact reply out. A pipe gets what a keyboard gets, without colour.
//! What answers say is tested elsewhere.
#![expect(clippy::unwrap_used, reason = "a test may stop where something is not as it was made")]

mod binary;

use binary::{command, run};
use std::io::Write;
use std::process::Stdio;
use std::time::Duration;

/// The replies to some lines, one after the other.
fn talk(lines: &[&str]) -> Vec<String> {
    let ended = run(&[], (lines.join("\n") + "\n").as_bytes());
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert_eq!(ended.err.lines().count(), 1, "{}", ended.err);
    ended.out.split("\n\n").map(|it| it.trim_end().to_owned()).filter(|it| !it.is_empty()).collect()
}

/// The last reply.
fn last(lines: &[&str]) -> String {
    let replies = talk(lines);
    assert_eq!(replies.len(), lines.len(), "{replies:#?}");
    replies.last().unwrap().clone()
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

// Leaving

#[test]
fn a_word_leaves() {
    for word in ["退出", "quit", "exit", "q", ":q", "QUIT", "ｑ", "/quit", "退出。", "離開"] {
        assert_eq!(talk(&[word, "青马几期"]), Vec::<String>::new(), "{word}");
    }
    assert_eq!(talk(&["谢谢", "quit", "青马几期"]).len(), 1);
}

// Browsing

const PARTS: &str = "共四个部分\n  ① 坚持为党育人\n  ② 自觉担当尽责\n  ③ 心系广大青年\n  ④ 勇于自我革命";
const SECTIONS: &str =
    "共三节\n  ① 全面助力经济社会发展\n  ② 切实服务乡村振兴建设\n  ③ 不断巩固青年爱国统一战线";
const INITIATIVES: &str = "共三项工作\n  ① 实施六大优势产业青年立功竞赛计划\n  \
    ② 实施“心连心青年旅游志愿服务”和“美在景区”项目\n  ③ 实施“青春乐山”青年志愿服务专项行动";

#[test]
fn the_outline_is_walked_by_numbers_and_words() {
    for word in ["/list", "目录", "目錄", "/目录", "报告目录"] {
        assert_eq!(last(&[word]), PARTS, "{word}");
    }
    for pick in ["2", "２", "二", "②", "第二个", "第2个", "选2", "2.", "自觉担当尽责"] {
        assert_eq!(last(&["/list", pick]), SECTIONS, "{pick}");
    }
    let walked = talk(&["目录", "2", "第一个", "一", "返回", "返回", "返回", "返回"]);
    assert_eq!(walked[2], INITIATIVES);
    assert_eq!(first_line(&walked[3]), "实施六大优势产业青年立功竞赛计划");
    let back = [INITIATIVES, SECTIONS, PARTS, "前面没有了，输入“目录”从头看。"];
    assert_eq!(walked[4..], back);
}

#[test]
fn of_several_reports_one_is_chosen_first() {
    let ended = run(&["--data", "tests/data/several"], "/list\n2\n返回\n".as_bytes());
    let replies: Vec<&str> = ended.out.trim_end().split("\n\n").collect();
    let reports = "能查 3 份报告\n· 乐山 2023 年\n· 青屏 2024、2023 年\n  ① 乐山 2023 年的目录\n  ② 青屏 2024 年的目录\n  \
                   ③ 青屏 2023 年的目录";
    assert_eq!((replies.len(), replies[0], replies[2]), (3, reports, reports));
    assert!(replies[1].starts_with("共") && replies[1].contains("\n  ① "), "{}", replies[1]);
}

#[test]
fn a_long_list_goes_on() {
    let replies = talk(&["报告有哪几节", "更多", "2", "更多"]);
    assert_eq!(first_line(&replies[0]), "共十二节");
    assert_eq!(replies[0].lines().last(), Some("（没列完，输入“更多”接着看）"));
    assert_eq!(replies[0].lines().count(), 12);
    let rest: Vec<&str> = replies[1].lines().collect();
    assert_eq!((rest.len(), rest[0].starts_with("  ① "), rest[1].starts_with("  ② ")), (2, true, true));
    assert!(first_line(&replies[2]).ends_with("项工作"), "{}", replies[2]);
    assert_eq!(replies[3], "没有更多了，输入“目录”看全部内容。");
}

#[test]
fn a_rank_is_shown_and_its_rows_are_picked() {
    let ranked = last(&["/top 场"]);
    assert_eq!(
        ranked.lines().take(2).collect::<Vec<_>>(),
        ["1752 场次 · 青年之家开展的活动", "339 场 · 面对面理论宣讲活动"]
    );
    assert_eq!(last(&["/top场"]), ranked);
    assert_eq!(first_line(&last(&["/top 场", "2"])), "339 场 · 面对面理论宣讲活动");
    let units = "按什么排名？\n  ① 场\n  ② 名\n  ③ 个\n  ④ 期\n  ⑤ 支\n  ⑥ 万元";
    assert_eq!(last(&["/top"]), units);
    assert_eq!(last(&["/top", "１"]), ranked);
    assert_eq!(last(&["/top", "场"]), ranked);
    assert_eq!(first_line(&last(&["/top 吨"])), "报告里没有可以这样排的数。可以按这些排：");
}

#[test]
fn a_number_by_command() {
    assert_eq!(first_line(&last(&["/number 8588"])), first_line(&last(&["8588是什么"])));
    assert_eq!(last(&["/number"]), "想查哪个数字？写在 /number 后面。");
    assert_eq!(last(&["/number 7777"]), "报告里没有 7777 这个数");
    assert_eq!(last(&["/nonsense"]), "没有“/nonsense”这个命令，输入“帮助”看能怎么问。");
}

// Choices

#[test]
fn a_choice_stands_once_and_is_taken_by_number_or_words() {
    let choice = "想问哪一个？\n  ① “青骑兵”宣讲队伍\n  ② 重点项目青年突击队\n  ③ 组建的青年电商走播队";
    assert_eq!(last(&["队伍多少支"]), choice);
    for pick in ["2", "第二个", "二", "重点项目青年突击队"] {
        assert_eq!(first_line(&last(&["队伍多少支", pick])), "48 支 · 重点项目青年突击队", "{pick}");
    }
    assert_eq!(last(&["队伍多少支", "2", "返回"]), choice);
    assert_eq!(first_line(&last(&["队伍多少支", "谢谢", "你好", "2"])), "48 支 · 重点项目青年突击队");
}

#[test]
fn what_is_offered_is_taken_and_what_is_not_is_asked() {
    assert_eq!(first_line(&last(&["青马几期", "第二个"])), "1269 人 · 青马工程培训覆盖青年");
    assert_eq!(first_line(&last(&["青马几期", "1269"])), "1269 人 · 青马工程培训覆盖青年");
}

#[test]
fn no_reply_names_a_choice_twice() {
    for question in ["帮助", "队伍多少支", "目录", "志愿者", "你能做什么", "天气", "银奖铜奖"]
    {
        let reply = last(&[question]);
        let offered: Vec<&str> = reply.lines().filter_map(|it| it.strip_prefix("  ")).collect();
        let names: Vec<String> = offered.iter().map(|it| it.chars().skip(2).collect()).collect();
        for name in &names {
            assert_eq!(names.iter().filter(|it| *it == name).count(), 1, "{question}: {reply}");
            assert!(!reply.contains(&format!("· {name}\n· ")), "{question}: {reply}");
        }
    }
}

// Small talk, help, what was carried over

#[test]
fn small_talk_gets_one_short_line() {
    for word in ["你好", "您好！", "在吗？", "hello", "哈喽"] {
        assert_eq!(last(&[word]), "你好，想查报告里的哪个数，直接问就行。", "{word}");
    }
    for word in ["谢谢", "再见", "好的"] {
        assert_eq!(last(&[word]), "我在，随时问报告里的数字", "{word}");
    }
    assert_eq!(first_line(&last(&["你好，青马几期"])), "13 期 · 举办的青马工程培训班");
}

#[test]
fn help_shows_what_can_be_done_and_each_example_works() {
    let help = "我能查「共青团乐山市委2024年工作盘点」里的数字\n可以这样问：\n  ① 重点项目青年突击队有多少支\n  \
        ② 出台的青年相关政策有多少项\n  ③ 举办的青马工程培训班有多少期\n还可以：\n\
        · 追问：问完“重点项目青年突击队有多少支”，接着问“那产业立功竞赛活动呢”\n· 排名：/top 场\n\
        · 相加：青年之家开展的活动和面对面理论宣讲活动一共多少场\n· 查数字：8588是什么\n\
        · 翻看：“目录”从头看，“更多”往下看，“返回”回到上一屏，“退出”离开";
    for word in ["帮助", "/help", "幫助", "help", "/start"] {
        assert_eq!(last(&[word]), help, "{word}");
    }
    let tried = talk(&[
        "帮助",
        "1",
        "那产业立功竞赛活动呢",
        "/top 场",
        "青年之家开展的活动和面对面理论宣讲活动一共多少场",
        "8588是什么",
    ]);
    let firsts: Vec<&str> = tried.iter().skip(1).map(|it| first_line(it)).collect();
    assert_eq!(firsts[..2], ["48 支 · 重点项目青年突击队", "52 场次 · 产业立功竞赛活动"]);
    assert_eq!(firsts[2], "1752 场次 · 青年之家开展的活动");
    assert!(tried[4].contains("2091"), "{}", tried[4]);
    assert!(firsts[4].starts_with("8588 "), "{}", firsts[4]);
}

#[test]
fn what_was_carried_over_explains_itself() {
    let reply = last(&["青马几期", "多少人"]);
    assert!(reply.contains("\n（没说是哪一项，按刚才的「团的骨干队伍」来答）\n"), "{reply}");
}

// A keyboard

/// What somebody types at a terminal, and what stands there at the end. `script` gives the binary a terminal.
#[cfg(target_os = "linux")]
#[test]
fn an_interrupt_says_how_to_leave_and_a_word_does() {
    let binary = command(&[]).get_program().to_str().unwrap().to_owned();
    let mut script = std::process::Command::new("script");
    script.args(["-qfec", &binary, "/dev/null"]).env("TERM", "xterm").env_remove("TELOXIDE_TOKEN");
    script.env_remove("LEAGUE_BOT_DATA").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = script.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut typed = |text: &[u8]| {
        input.write_all(text).unwrap();
        input.flush().unwrap();
        std::thread::sleep(Duration::from_millis(1_500));
    };
    // The chat must have begun: before, the terminal is not its own.
    typed(b"");
    typed(b"\x03");
    typed("退出\r".as_bytes());
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    assert_eq!(said.matches("（要离开，输入“退出”，或按 Ctrl-D）").count(), 1, "{said}");
    assert!(said.contains("（输入 1、2、3 选列出的，“帮助”看怎么问，“退出”离开）"), "{said}");
}
