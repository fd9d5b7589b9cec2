//! Every sentence that `check` says: what is wrong and how to mend it, for an office that does not program.
//! Finds nothing and places nothing.

use super::json::Fault;
use super::kind::Kind;
use std::fmt::Display;

// Files and folders

pub(super) fn missing_path() -> String {
    "找不到这个文件或文件夹，请检查路径有没有写错".to_owned()
}

pub(super) fn unreadable() -> String {
    "读不了，请检查有没有权限打开，或换一个文件".to_owned()
}

pub(super) fn folder_without_report() -> String {
    "这个文件夹里没有报告，请放入 report.json（draft 命令能从原文生成），或者每份报告放一个子文件夹"
        .to_owned()
}

pub(super) fn hidden_ending(name: &str) -> String {
    format!("文件名其实是 {name}（电脑没有显示后面的 .txt），请改名成 report.json")
}

pub(super) fn subfolder_without_report() -> String {
    "这个子文件夹里没有 report.json，没有载入；不是报告的话，请移到别处".to_owned()
}

pub(super) fn too_large(megabytes: u64) -> String {
    format!("文件有 {megabytes} MB，太大了，报告一般不到 1 MB；请检查是不是选错了文件")
}

/// What a file is instead of text, and what to do.
pub(super) fn no_text(kind: Kind) -> String {
    let (is, cure) = match kind {
        Kind::Word => ("这是 Word 文件", FROM_OFFICE),
        Kind::Excel => ("这是 Excel 表格", FROM_OFFICE),
        Kind::Slides => ("这是 PowerPoint 文件", FROM_OFFICE),
        Kind::Office => ("这是 WPS 或旧版 Office 文件", FROM_OFFICE),
        Kind::RichText => ("这是写字板的 RTF 文件", FROM_OFFICE),
        Kind::Pdf => ("这是 PDF 文件", "请把里面的文字复制到记事本，另存为 UTF-8 的文本"),
        Kind::Picture => ("这是图片", "请换成文字；图上的字要先打出来"),
        Kind::Archive => ("这是压缩文件", "请先解压，再选里面的文件"),
        Kind::Utf16 => ("文字编码是 UTF-16，不是 UTF-8", SAVE_AS),
        Kind::Gbk => ("文字编码是 GBK，不是 UTF-8", SAVE_AS),
        Kind::Binary => ("这不是文字文件，从这里起读不懂", "请检查是不是选错了文件"),
    };
    format!("{is}，{cure}")
}

/// How another encoding is mended.
const SAVE_AS: &str = "请用记事本“另存为”，编码选 UTF-8";

/// How a file of a word processor becomes data or text.
const FROM_OFFICE: &str = "不是文本；数据请用 draft 命令从它生成，原文请另存为 UTF-8 的 .txt";

pub(super) fn empty_source() -> String {
    "原文是空的，没有可以对照的文字，请检查是不是选错了文件".to_owned()
}

pub(super) fn source_needs_one_report(count: usize) -> String {
    format!("核对原文一次只能用一份报告，这里有 {count} 份，请在命令里写明是哪一份的路径")
}

pub(super) fn same_report_twice(body: &str, year: u16, other: &str) -> String {
    format!("{body} {year} 年的报告有两份，另一份是 {other}，请只留一份，或改正单位、年份")
}

pub(super) fn schema_not_there(path: &str) -> String {
    format!(
        "$schema 指的文件 {path} 不在，编辑器里看不到说明；请把 report.schema.json 放到那里，或删掉这一行"
    )
}

pub(super) fn report_id_twice(id: &str) -> String {
    format!("报告编号“{id}”别的报告已经用了，请换一个编号")
}

// JSON as it is written

/// What is written wrong, with its cure.
pub(super) fn fault(fault: &Fault) -> String {
    match fault {
        Fault::WideQuote(marks) => format!("引号 {marks} 用错了，请改成英文双引号 \""),
        Fault::WideComma(mark) => format!("“{mark}”是中文标点，请改成英文逗号 ,"),
        Fault::WideColon(mark) => format!("“{mark}”用错了，请改成英文冒号 :"),
        Fault::WideBracket(mark) => format!("“{mark}”是中文括号，请改成英文括号，如 {{ }} 或 [ ]"),
        Fault::WideDigits(digits) => format!("“{digits}”是全角数字，请改成半角的，如 2024"),
        Fault::StrangeSpace => "这里有全角空格或看不见的空白，请删掉，换成普通空格".to_owned(),
        Fault::Comment => "JSON 文件里不能写注释，请删掉".to_owned(),
        Fault::Escape => "反斜杠 \\ 在这里有特别的意思，请删掉，或写成 \\\\".to_owned(),
        Fault::Control => "引号里有制表符（Tab）之类的符号，请换成普通空格".to_owned(),
        Fault::LineBreak => "引号里面换行了，请把下一行接上来，写在同一行".to_owned(),
        Fault::Empty => "文件里没有内容，请写上报告数据；可以从 draft 命令生成的文件开始".to_owned(),
        Fault::PlainText => "这是普通文字，不是报告数据，请用 draft 命令从它生成".to_owned(),
        Fault::Html => "这是网页，不是报告数据，请用 draft 命令从它生成".to_owned(),
        Fault::CutOff(missing) => {
            let missing: Vec<String> = missing.chars().map(String::from).collect();
            format!("文件到这里就断了，没有写完；如果内容是全的，请在最后补上 {}", missing.join(" "))
        }
        Fault::TooDeep => "括号一层套一层，太多了，请检查是不是写重了".to_owned(),
        Fault::Rest => "最后一个括号后面还有内容，请删掉，或检查前面是不是多了一个括号".to_owned(),
        fault => misplaced(fault),
    }
}

/// What is missing or stands where it should not.
fn misplaced(fault: &Fault) -> String {
    match fault {
        Fault::MissingComma => "这里少了逗号，请加上英文逗号 ,".to_owned(),
        Fault::CommaAtEnd => "最后一项后面不用逗号，请删掉这个逗号".to_owned(),
        Fault::ExtraComma => "这里多了一个逗号，请删掉".to_owned(),
        Fault::MissingColon => "名称后面少了冒号，请加上英文冒号 :".to_owned(),
        Fault::MissingValue => "这里少了内容，请补上，或者把这一项整个删掉".to_owned(),
        Fault::BareKey(key) => format!("“{key}”要加引号，请写成 \"{key}\""),
        Fault::BareText(text) => format!("“{text}”要加引号，请写成 \"{text}\""),
        Fault::OpenQuote => "这个引号没有配对，请在这段文字末尾补上英文引号 \"".to_owned(),
        Fault::Unclosed(bracket) => format!("这个括号没有配对，请在它的内容后面补上 {bracket}"),
        Fault::MissingBracket(bracket) => format!("前面的括号没有配对，请在这里补上 {bracket}"),
        Fault::WrongBracket(found, due) => format!("括号不配对，请把 {found} 改成 {due}"),
        Fault::Strange(letter) => format!("“{letter}”不该在这里，请检查前后的引号、逗号、括号"),
        _ => wrong(),
    }
}

pub(super) fn more_faults(count: usize) -> String {
    format!("后面还有 {count} 处写得不对，请先改好前面的，再检查一遍")
}

/// Behind the last of many faults of one kind that are told one by one.
pub(super) fn more_alike(count: usize) -> String {
    format!("；后面还有 {count} 处一样的，可以用“替换”一次改完")
}

pub(super) fn repeated_key(key: &str) -> String {
    format!("“{key}”在同一个括号里写了两次，请删掉一个")
}

/// A field that must not stand here; `like` is the one that may have been meant.
pub(super) fn unknown_field(name: &str, like: Option<(&str, &str)>, known: &[(&str, &str)]) -> String {
    match (like, known) {
        (Some((like, title)), _) => format!("这里不能写“{name}”，是不是“{like}”{}？", in_brackets(title)),
        (None, []) => format!("这里不能写“{name}”，请删掉"),
        (None, known) => {
            let all: Vec<String> =
                known.iter().map(|(it, title)| format!("{it}{}", in_brackets(title))).collect();
            format!("这里不能写“{name}”，请删掉，或改成：{}", all.join("、"))
        }
    }
}

fn in_brackets(title: &str) -> String {
    if title.is_empty() { String::new() } else { format!("（{title}）") }
}

pub(super) fn missing_field(name: &str, title: &str) -> String {
    format!("少了“{name}”{}，请补上", in_brackets(title))
}

pub(super) fn unknown_choice(found: &str, known: &[&str]) -> String {
    format!("“{found}”不能用在这里，请改成：{}", known.join(" 或 "))
}

/// The JSON type that is due.
pub(super) fn wrong_type(expected: &str) -> String {
    let form = match expected {
        "string" => "一段加引号的文字，如 \"12\"",
        "array" => "一组内容，写在方括号 [ ] 里",
        "boolean" => "true 或 false",
        "integer" => "一个不加引号的数，如 2024",
        "object" => "一组字段，写在花括号 { } 里",
        _ => "别的形式",
    };
    format!("写法不对，请改成{form}")
}

pub(super) fn wrong() -> String {
    "内容不对，请照着说明改".to_owned()
}

// Identifiers and names

pub(super) fn empty_id() -> String {
    "编号（id）是空的，请填上，或者删掉这一项：没有编号时会自动起一个".to_owned()
}

pub(super) fn id_twice(id: &str) -> String {
    format!("编号“{id}”用了两次，请把其中一个改掉")
}

/// A field by its name in Chinese, with the name that stands in the file.
fn field(name: &str) -> String {
    let chinese = match name {
        "title" => "标题",
        "source" => "来源",
        "label" => "说的是什么",
        "description" => "简介",
        "items" => "内容",
        "aliases" => "别名",
        "name" => "名称",
        "reason" => "理由",
        "unit" => "单位",
        "printed" => "原文写法",
        "period" => "时间",
        "review" => "待核",
        "initiatives" => "工作",
        _ => return name.to_owned(),
    };
    format!("{chinese}（{name}）")
}

pub(super) fn blank(what: &str) -> String {
    let what = field(what);
    format!("{what}是空的，请填上文字，或者删掉这一项")
}

pub(super) fn name_twice(name: &str) -> String {
    format!("“{name}”在同一条举措里写了两次，请删掉一个")
}

pub(super) fn same_alias(one: &str, other: &str) -> String {
    format!("“{one}”和“{other}”读起来是同一个说法，问到时分不清是哪个，请改掉其中一个")
}

// Figures and the rest

pub(super) fn odd_year(year: &dyn Display) -> String {
    format!("年份 {year} 不像是对的，请改成四位的年份")
}

pub(super) fn digits_in_description(number: &str) -> String {
    format!("简介里有数字“{number}”，请写到 figures 里；不是工作数据的（如 第六届）写进 waived 就能留着")
}

pub(super) fn value_is_no_number(value: &str) -> String {
    format!("“{value}”不是数，请照原文只写数字，如 600、15.2、九百 或 12-15，单位写到 unit 里")
}

/// 余 in the unit or the value: what the field should hold, and where the word belongs.
pub(super) fn misplaced_more(field: &str, more: char, without: &str) -> String {
    format!(
        "“{more}”不要写在 {field} 里：{field} 只写“{without}”，“{more}”写到 qualifiers 里，printed 照原文不变"
    )
}

pub(super) fn line_break(what: &str) -> String {
    let what = field(what);
    format!("{what}里有换行或制表符，请删掉，写成一行")
}

pub(super) fn no_unit() -> String {
    "这个数没有单位；原文有单位的话请填上，如 人、场、万元、%".to_owned()
}

pub(super) fn unknown_qualifier(word: &str, known: &[&str]) -> String {
    format!("“{word}”不是这里能用的词，请改成：{}", known.join(" "))
}

pub(super) fn printed_differs(printed: &str, expected: &str) -> String {
    format!("原文写法“{printed}”与数值、单位对不上（按它们应是“{expected}”），请改成一致")
}

pub(super) fn wide_value(value: &str, narrow: &str) -> String {
    format!("“{value}”里有空格或全角数字，请写成“{narrow}”；printed 照原文不变")
}

pub(super) fn not_marked(printed: &str, word: &str) -> String {
    format!("“{printed}”里有“{word}”，请在 qualifiers 里也写上“{word}”")
}

pub(super) fn floor_not_printed(printed: &str, word: char) -> String {
    format!("qualifiers 里有“{word}”，“{printed}”里却没有，请看原文后改成一致")
}

pub(super) fn unknown_programme(name: &str, nearest: Option<&str>) -> String {
    match nearest {
        Some(nearest) => format!("这条举措的 programmes 里没有“{name}”，是不是“{nearest}”？"),
        None => format!("这条举措的 programmes 里没有“{name}”，请先在那里加上"),
    }
}

pub(super) fn nothing_inside(what: &str) -> String {
    format!("{}是空的，请补上内容", field(what))
}

pub(super) fn no_level(levels: &[&str]) -> String {
    format!("这里还没有内容，请写上 {} 其中一种", levels.join("、"))
}

pub(super) fn several_levels(levels: &[&str]) -> String {
    format!("{} 只能写一种，请把这里的内容移到另一种里面", levels.join("、"))
}

pub(super) fn no_figures() -> String {
    "整份报告一个数也没有，请在举措里写上 figures".to_owned()
}

pub(super) fn waived_without_number(printed: &str) -> String {
    format!("“{printed}”里没有数字，不用写在 waived 里，请删掉")
}

// Held against the published text

pub(super) fn not_in_source(printed: &str) -> String {
    format!("原文里找不到“{printed}”，请对照原文改")
}

pub(super) fn out_of_order(printed: &str) -> String {
    format!("“{printed}”在原文里排在前一个数的前面，请按原文的顺序排")
}

pub(super) fn title_not_in_source(title: &str) -> String {
    format!("原文里找不到标题“{title}”，请看是否与原文一致")
}

pub(super) fn unknown_number(number: &str) -> String {
    format!("报告数据里没有原文的“{number}”，请写进 figures；如果不是工作数据，请写进 waived")
}

pub(super) fn more_numbers(count: usize) -> String {
    format!("后面还有 {count} 个数报告数据里没有，请检查是不是拿错了原文；没拿错的话，先改好前面的")
}

pub(super) fn unknown_numeral(number: &str) -> String {
    format!("报告数据里没有原文的“{number}”（汉字写的数），请写进 figures；如果不是工作数据，请写进 waived")
}

/// A word such as 近 that the text prints at a figure.
pub(super) fn lost_bound(figure: &str, word: &str, printed: &str) -> String {
    format!(
        "原文这里是“{printed}”，“{figure}”漏了“{word}”，请在 qualifiers 里写上“{word}”，printed 也改成“{printed}”"
    )
}

/// A row of the ledger that has other than four columns.
pub(super) fn ledger_row() -> String {
    "这一行不是四列，请还原这个文件，或者删去它（没有它也能用）".to_owned()
}

/// A figure of the ledger that the report does not have.
pub(super) fn ledger_figure_gone(id: &str) -> String {
    format!("报告里没有编号是“{id}”的数；如果是特意删去的，把这一行最后一列改成理由")
}

/// A figure of the report that the ledger does not have.
pub(super) fn ledger_figure_new(label: &str) -> String {
    format!("“{label}”的编号不在这个文件里；如果是特意加的，可以不管")
}

/// A run of digits that the ledger lacks, or has in another place.
pub(super) fn ledger_number(digits: &str) -> String {
    format!("原文的“{digits}”不在这个文件里，或者次序不同；如果原文改过，请用 draft --force 重做")
}

pub(super) fn waived_not_in_source(printed: &str) -> String {
    format!("原文里找不到“{printed}”，请改成与原文一致，或从 waived 里删掉")
}

// Notes behind a problem

pub(super) fn other_place(line: usize) -> String {
    format!("（另一处在第 {line} 行）")
}

/// A home league that is not loaded.
pub(super) fn no_such_home(places: &[&str]) -> String {
    let named = places.iter().take(6).copied().collect::<Vec<_>>().join("、");
    format!("没有这个地方的报告，请写已有的一个，如：{named}")
}
