//! Every sentence that `check` says: what is wrong and how to mend it, for an office that does not program.
//! Finds nothing and places nothing.

use std::fmt::Display;

// Files and folders

pub(super) fn missing_path() -> String {
    "找不到这个文件或文件夹,请检查路径有没有写错".to_owned()
}

pub(super) fn unreadable(error: &dyn Display) -> String {
    format!("读不了({error}),请检查权限,或换一个文件")
}

pub(super) fn folder_without_report() -> String {
    "这个文件夹里没有报告,请放入 report.json,或者每份报告放一个子文件夹".to_owned()
}

pub(super) fn not_utf8() -> String {
    "文字编码不是 UTF-8,请用记事本“另存为”,编码选 UTF-8".to_owned()
}

pub(super) fn source_needs_one_report(count: usize) -> String {
    format!("核对原文一次只能用一份报告,这里有 {count} 份,请在命令里写明是哪一份的路径")
}

pub(super) fn report_id_twice(id: &str) -> String {
    format!("报告编号“{id}”别的报告已经用了,请换一个编号")
}

// JSON as it is written

pub(super) fn broken_json(error: &dyn Display) -> String {
    format!("JSON 写错了({error}),请检查这里和前面的引号、逗号、括号")
}

pub(super) fn repeated_key(key: &str) -> String {
    format!("“{key}”在同一个括号里写了两次,请删掉一个")
}

pub(super) fn unknown_field(name: &str, known: &[String]) -> String {
    match known {
        [] => format!("这里不能写“{name}”,请删掉"),
        _ => format!("这里不能写“{name}”,请删掉,或改成:{}", known.join("、")),
    }
}

pub(super) fn missing_field(name: &str) -> String {
    format!("少了“{name}”,请补上")
}

pub(super) fn unknown_choice(found: &str, known: &[String]) -> String {
    format!("“{found}”不能用在这里,请改成:{}", known.join(" 或 "))
}

pub(super) fn wrong_type(expected: &str) -> String {
    let form = match expected {
        "a string" => "一段加引号的文字,如 \"12\"",
        "a sequence" => "一组内容,写在方括号 [ ] 里",
        "a boolean" => "true 或 false",
        "u16" => "一个不加引号的年份,如 2024",
        "a map" => "一组字段,写在花括号 { } 里",
        _ if expected.starts_with("struct ") => "一组字段,写在花括号 { } 里",
        _ => "别的形式",
    };
    format!("写法不对,请改成{form}")
}

pub(super) fn wrong(error: &dyn Display) -> String {
    format!("内容不对({error}),请照着说明改")
}

// Identifiers and names

pub(super) fn empty_id() -> String {
    "编号（id）是空的，请填上，或者删掉这一项：没有编号时会自动起一个".to_owned()
}

pub(super) fn id_twice(id: &str) -> String {
    format!("编号“{id}”用了两次,请把其中一个改掉")
}

pub(super) fn blank(what: &str) -> String {
    format!("{what}是空的,请填上文字,或者删掉这一项")
}

pub(super) fn name_twice(name: &str) -> String {
    format!("“{name}”在同一条举措里写了两次,请删掉一个")
}

pub(super) fn same_alias(one: &str, other: &str) -> String {
    format!("“{one}”和“{other}”读起来是同一个说法,问到时分不清是哪个,请改掉其中一个")
}

// Figures and the rest

pub(super) fn odd_year(year: u16) -> String {
    format!("年份 {year} 不像是对的,请改成四位的年份")
}

pub(super) fn digits_in_description() -> String {
    "简介里有数字,请把数字写到 figures 里,简介只用文字说做了什么".to_owned()
}

pub(super) fn value_is_no_number(value: &str) -> String {
    format!("“{value}”不是数,请照原文只写数字,如 600、15.2、九百 或 12-15,单位写到 unit 里")
}

pub(super) fn no_unit() -> String {
    "这个数没有单位；原文有单位的话请填上，如 人、场、万元、%".to_owned()
}

pub(super) fn unknown_qualifier(word: &str, known: &[&str]) -> String {
    format!("“{word}”不是这里能用的词,请改成:{}", known.join(" "))
}

pub(super) fn printed_differs(printed: &str, expected: &str) -> String {
    format!("原文写法“{printed}”与数值、单位对不上(按它们应是“{expected}”),请改成一致")
}

pub(super) fn floor_not_marked(printed: &str, word: char) -> String {
    format!("“{printed}”里有“{word}”,请在 qualifiers 里也写上“{word}”")
}

pub(super) fn floor_not_printed(printed: &str, word: char) -> String {
    format!("qualifiers 里有“{word}”,“{printed}”里却没有,请看原文后改成一致")
}

pub(super) fn unknown_programme(name: &str, nearest: Option<&str>) -> String {
    match nearest {
        Some(nearest) => format!("这条举措的 programmes 里没有“{name}”,是不是“{nearest}”?"),
        None => format!("这条举措的 programmes 里没有“{name}”,请先在那里加上"),
    }
}

pub(super) fn nothing_inside(what: &str) -> String {
    format!("{what}是空的,请补上内容")
}

pub(super) fn no_level(levels: &[&str]) -> String {
    format!("这里还没有内容，请写上 {} 其中一种", levels.join("、"))
}

pub(super) fn several_levels(levels: &[&str]) -> String {
    format!("{} 只能写一种，请把这里的内容移到另一种里面", levels.join("、"))
}

pub(super) fn no_figures() -> String {
    "整份报告一个数也没有,请在举措里写上 figures".to_owned()
}

pub(super) fn waived_without_number(printed: &str) -> String {
    format!("“{printed}”里没有数字,不用写在 waived 里,请删掉")
}

// Held against the published text

pub(super) fn not_in_source(printed: &str) -> String {
    format!("原文里找不到“{printed}”,请对照原文改")
}

pub(super) fn out_of_order(printed: &str) -> String {
    format!("“{printed}”在原文里排在前一个数的前面,请按原文的顺序排")
}

pub(super) fn title_not_in_source(title: &str) -> String {
    format!("原文里找不到标题“{title}”,请看是否与原文一致")
}

pub(super) fn unknown_number(number: &str) -> String {
    format!("报告数据里没有原文的“{number}”,请写进 figures;如果不是工作数据,请写进 waived")
}

pub(super) fn waived_not_in_source(printed: &str) -> String {
    format!("原文里找不到“{printed}”,请改成与原文一致,或从 waived 里删掉")
}

// Notes behind a problem

pub(super) fn other_place(line: usize) -> String {
    format!("(另一处在第 {line} 行)")
}
