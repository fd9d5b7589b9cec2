//! Rows for numbers as people write them, and for words that only look like numbers.

use super::{Amount, Number, find, parse_value};
use crate::text::fold;
use proptest::prelude::*;

/// A few measure words; the caller's list is longer.
const UNITS: [&str; 15] =
    ["人次", "个", "名", "人", "期", "场", "元", "年", "届", "次", "月", "支", "小时", "项", "级"];

fn is_unit(text: &[char]) -> usize {
    let starts = |unit: &&str| {
        text.iter().copied().zip(unit.chars()).filter(|(a, b)| a == b).count() == unit.chars().count()
    };
    UNITS.iter().find(|unit| starts(unit)).map_or(0, |unit| unit.chars().count())
}

fn numbers(text: &str) -> (Vec<char>, Vec<Number>) {
    let text: Vec<char> = fold(text).chars().collect();
    let found = find(&text, &is_unit);
    (text, found)
}

/// `[written]value`, then `+` for more, `%`, `#` for an ordinal, and the measure word after `/`.
fn show(text: &[char], number: &Number) -> String {
    let piece = |range: std::ops::Range<usize>| text[range].iter().collect::<String>();
    let flags = [(number.more, "+"), (number.percent, "%"), (number.ordinal, "#")];
    let flags: String = flags.iter().filter(|(set, _)| *set).map(|(_, sign)| *sign).collect();
    format!("[{}]{}{flags}/{}", piece(number.start..number.end), number.value, piece(number.unit.clone()))
}

#[test]
fn numbers_are_found_as_people_write_them() {
    let rows = [
        // Arabic
        ("1269人", "[1269]1269/人"),
        ("1,269", "[1,269]1269/"),
        ("１２６９", "[1269]1269/"),
        ("8588个", "[8588]8588/个"),
        ("2024年 13 期", "[2024]2024/年 [13]13/期"),
        ("2024.12.5", "[2024]2024/ [12]12/ [5]5/"),
        ("300、400人", "[300]300/ [400]400/人"),
        // With 万 and its kin
        ("15.2万人次", "[15.2万]152000/人次"),
        ("15.2 万 人次", "[15.2 万]152000/人次"),
        ("15.2w", "[15.2w]152000/"),
        ("2万5千名", "[2万5千]25000/名"),
        ("3百万元", "[3百万]3000000/元"),
        ("600余万元", "[600余万]6000000+/元"),
        ("15.2万余人", "[15.2万余]152000+/人"),
        ("8000多", "[8000多]8000+/"),
        ("100+人", "[100+]100+/人"),
        ("10来个", "[10来]10+/个"),
        // Chinese
        ("三百", "[三百]300/"),
        ("一千二百六十九人", "[一千二百六十九]1269/人"),
        ("六十万", "[六十万]600000/"),
        ("两百", "[两百]200/"),
        ("十五点二万人次", "[十五点二万]152000/人次"),
        ("六百余万元", "[六百余万]6000000+/元"),
        ("十几万元", "[十几万]100000+/元"),
        ("十来个", "[十来]10+/个"),
        ("十个", "[十]10/个"),
        ("三点五万", "[三点五万]35000/"),
        ("二零二四年", "[二零二四]2024/年"),
        ("百万元", "[百万]1000000/元"),
        ("去年三个一次", "[三]3/个 [一]1/次"),
        // Shares
        ("100%", "[100%]100%/"),
        ("百分之百", "[百分之百]100%/"),
        ("百分百", "[百分百]100%/"),
        ("百分之八十多", "[百分之八十多]80+%/"),
        ("百分之15.5", "[百分之15.5]15.5%/"),
        // Orders
        ("第八届", "[第八]8#/届"),
        ("第三个", "[第三]3#/个"),
        ("第 12 期", "[第 12]12#/期"),
        ("排第四的呢", "[第四]4#/"),
        ("第二多", "[第二多]2+#/"),
        ("场次第三", "[第三]3#/"),
        ("第一期第二十五场", "[第一]1#/期 [第二十五]25#/场"),
    ];
    for (question, expected) in rows {
        let (text, found) = numbers(question);
        let shown: Vec<_> = found.iter().map(|number| show(&text, number)).collect();
        assert_eq!(shown.join(" "), expected, "{question}");
    }
}

#[test]
fn words_are_no_numbers() {
    let rows = [
        // Lone numerals
        "一下 一共 统一 第一 一起 一图 两边 几个 万一 十分 千万 百姓 十佳 一一 第一的 第二课堂 第三方",
        "哪一个 每一个 这一次 上一期 统一个人 唯一一",
        // Somebody's guess
        "几十个 几百人 数百名 好几十 七八个 三五个 一两百 七八百人",
        // Days, plans and congresses
        "五四 五四青年节 六一 一二九运动 十四五规划 二十大 党的二十大精神",
        // Shares and times that are not whole numbers
        "三分之一",
        // Latin words
        "g20 a4纸 qr2",
        "多少人",
        "",
    ];
    for row in rows {
        for word in row.split(' ') {
            let (text, found) = numbers(word);
            let shown: Vec<_> = found.iter().map(|number| show(&text, number)).collect();
            assert!(shown.is_empty(), "{word} {shown:?}");
        }
    }
}

#[test]
fn more_is_not_taken_from_a_question_word() {
    let (_, found) = numbers("2024多少人来了");
    assert!(found.iter().all(|number| !number.more) && found.len() == 1);
}

#[test]
fn figures_are_read_from_their_parts() {
    let rows = [
        ("15.2", "万人次", Some(("152000", "人次"))),
        ("600", "万元", Some(("6000000", "元"))),
        ("1,269", "人", Some(("1269", "人"))),
        ("１００%", "", Some(("100", ""))),
        ("100", "%", Some(("100", "%"))),
        ("三", "个", Some(("3", "个"))),
        ("5", "千米", Some(("5", "千米"))),
        ("2.5", "亿", Some(("250000000", ""))),
        ("约三百", "人", None),
        ("12-15", "人", None),
        ("", "人", None),
    ];
    for (value, unit, expected) in rows {
        let read = parse_value(value, unit).map(|Amount { value, unit }| (value.to_string(), unit));
        assert_eq!(read, expected.map(|(value, unit)| (value.into(), unit)), "{value}{unit}");
    }
}

proptest! {
    #[test]
    fn any_text_has_its_numbers_in_order(text in "[0-9,.%+wk第百分之十千万亿一二两三点余多来几 个人a]{0,24}") {
        let (text, found) = numbers(&text);
        let mut last = 0;
        for number in found {
            prop_assert!(last <= number.start && number.start < number.end && number.end <= text.len());
            prop_assert!(number.end <= number.unit.start && number.unit.end <= text.len());
            last = number.end;
        }
    }

    #[test]
    fn whole_numbers_are_read_as_written(n in 0_i64..1_000_000_000_000) {
        let (_, found) = numbers(&format!("{n}人"));
        prop_assert_eq!(found.iter().map(|number| number.value.as_whole()).collect::<Vec<_>>(), vec![Some(n)]);
    }

    #[test]
    fn nothing_panics(text in any::<String>(), unit in any::<String>()) {
        let _ = parse_value(&text, &unit);
        numbers(&text);
    }
}
