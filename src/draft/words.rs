//! Every sentence of a draft: why a text is refused, what the office should look at, and the titles that a text may lack.
//! Decides nothing.

/// Why a text cannot be compiled, and what to do.
pub(super) fn empty() -> String {
    "这个文件是空的，没有文字可读，请换成保存了报告正文的文件。".to_owned()
}

pub(super) fn binary() -> String {
    "这个文件不是文字（像是图片、压缩包或程序），请把报告另存为 .txt、.docx 或网页（.html）再试。".to_owned()
}

pub(super) fn old_word() -> String {
    "这是旧版 Word 文件（.doc），请在 Word 或 WPS 里“另存为”.docx 或纯文本再试。".to_owned()
}

pub(super) fn pdf() -> String {
    "这是 PDF 文件，读不了，请把正文复制到记事本，存成 .txt 再试。".to_owned()
}

pub(super) fn too_large() -> String {
    "这个文件太大，不像一份报告，请只留报告正文再试。".to_owned()
}

pub(super) fn spreadsheet() -> String {
    "这是 Excel 表格，不是写成文章的报告，请换成 .txt、.docx 或网页（.html）的正文。".to_owned()
}

/// What was not read of a Word document.
pub(super) fn macros() -> String {
    "这个 Word 文件带有宏，程序没有读也没有运行，只取了正文的文字".to_owned()
}

pub(super) fn pictures() -> String {
    "这个 Word 文件里有图片，图片上的字没有读，如果上面有数字请自己补上".to_owned()
}

pub(super) fn too_many_numbers(limit: usize) -> String {
    format!("这个文件里的数字太多（超过 {limit} 个），不像一份报告，请只留报告正文再试。")
}

pub(super) fn not_word() -> String {
    "这个 .docx 文件打不开（损坏，或者不是 Word 文档），请用 Word 或 WPS 重新保存，或另存为纯文本再试。"
        .to_owned()
}

pub(super) fn swollen() -> String {
    "这个 .docx 文件解压后大得不正常，没有打开，请另存为纯文本再试。".to_owned()
}

pub(super) fn no_text() -> String {
    "这个文件里没有读到中文文字（正文可能是图片），请把报告正文存成文字再试。".to_owned()
}

pub(super) fn interleaved() -> String {
    "正文的汉字之间夹着拼音、表情或别的符号，读不准数字，请换一份干净的正文再试。".to_owned()
}

pub(super) fn table_alone() -> String {
    "这里只有表格，没有成段的正文，请换成写成文章的报告再试。".to_owned()
}

pub(super) fn plans_alone() -> String {
    "这里写的是计划和目标，没有已经完成的数字，请换成总结类的报告再试。".to_owned()
}

pub(super) fn no_figures() -> String {
    "正文里没有找到工作成绩的数字，请看是不是选错了文件。".to_owned()
}

pub(super) fn no_body() -> String {
    "看不出是哪个单位的报告，请在命令后面加上 --body 单位名称，比如 --body 共青团某市委。".to_owned()
}

pub(super) fn no_year() -> String {
    "看不出是哪一年的报告，请在命令后面加上 --year 年份，比如 --year 2024。".to_owned()
}

/// A review mark: where it is, what, why, and what to do.
pub(super) fn mark(place: (usize, usize), what: &str) -> String {
    format!("原文第 {} 行第 {} 列：{what}", place.0, place.1)
}

pub(super) fn bare_label(label: &str) -> String {
    format!("“{label}”没说清是什么的，程序从上文猜了主题，请看 label 是否写全")
}

pub(super) fn long_label() -> String {
    "label 偏长，可能带进了别的话，请缩短".to_owned()
}

pub(super) fn same_label(label: &str) -> String {
    format!("同一条举措里有两个“{label}”，问到时分不清，请在 label 里写出区别")
}

pub(super) fn no_unit() -> String {
    "原文没有写单位，请看要不要补充说明".to_owned()
}

pub(super) fn in_words(printed: &str) -> String {
    format!("“{printed}”是汉字写的数，请看它是不是工作成绩")
}

pub(super) fn part_of() -> String {
    "这个数是前面一个数的一部分，请看 label 是否写明".to_owned()
}

pub(super) fn money(label: &str) -> String {
    format!("这笔钱记在“{label}”上，请看写的是不是钱的用途")
}

pub(super) fn several_years(period: &str) -> String {
    format!("这个数是“{period}”的，不只是报告这一年的，请看是否保留")
}

pub(super) fn cut_lead(title: &str) -> String {
    format!("小标题“{title}”后面像是漏了句号，程序从动词前断开，请看对不对")
}

pub(super) fn no_lead(title: &str) -> String {
    format!("这一段没有小标题，程序用“{title}”作标题，请改成合适的")
}

pub(super) fn in_title() -> String {
    "这个数只在全文标题里出现，请看要不要保留".to_owned()
}

pub(super) fn guessed_body(body: &str) -> String {
    format!("单位名称“{body}”是从正文里读到的，不对请改（或用 --body 重做）")
}

pub(super) fn guessed_year(year: u16) -> String {
    format!("年份 {year} 是从网页日期推测的，不是正文写的，请核对（或用 --year 重做）")
}

pub(super) fn place_unknown(place: &str) -> String {
    format!("“{place}”属于哪个省市、下面有哪些区县，程序不知道，请在 place 的 within 和 contains 里补上")
}

pub(super) fn untitled() -> String {
    "原文没有标题，程序用单位和年份拟了一个，请改成正式的标题".to_owned()
}

pub(super) fn table_left_out(cells: usize) -> String {
    format!("原文有表格（{cells} 行），表格里的数没有录入，请自己补上")
}

pub(super) fn half_year() -> String {
    "原文像是半年或几年的总结，不是全年的，请核对 year".to_owned()
}

pub(super) fn masked() -> String {
    "原文里有被遮盖的名称（XX、**、__），请补成真实的名称".to_owned()
}

/// The title of a report that prints none.
pub(super) fn made_title(body: &str, year: u16) -> String {
    format!("{body}{year}年工作情况")
}

/// What text before the first heading is called.
pub(super) fn overview() -> &'static str {
    "概况"
}

/// Where a report comes from.
pub(super) fn source(title: &str, body: &str) -> String {
    format!("{body}：{title}")
}

/// A description, where the text has no clause without a number.
pub(super) fn described(title: &str) -> String {
    format!("{title}。")
}

/// A number that counts something stands in a heading.
pub(super) fn in_heading() -> String {
    "标题里的数字没有算作数据；如果要能问到它，请写进 figures，并从 waived 里删去".to_owned()
}

/// Most numbers compare with an earlier time.
pub(super) fn bulletin() -> String {
    "原文像统计公报，同比、增幅没有算作数据，只留下了绝对数，请核对是否够用".to_owned()
}

/// The same, where the text has that word already.
pub(super) fn other_overview() -> &'static str {
    "总体情况"
}

/// A title made of what the first figure counts.
pub(super) fn among_others(label: &str) -> String {
    format!("{label}等")
}
