//! What an editor shows of each field of `report.json`, in Chinese, and what it refuses while somebody types: the same as
//! `check`. Added to the schema where it is made from the types; not part of the program.

use super::super::qualifier;
use serde_json::{Map, Value, json};

/// What may stand in a field, beyond its type.
#[derive(Clone, Copy)]
enum Form {
    /// Whatever its type allows.
    Any,
    /// Text in one line, with something that can be seen.
    Line,
    /// Texts of that kind.
    Lines,
    /// A list with something in it.
    Filled,
    /// Numbers as printed.
    Number,
    /// Text in one line, perhaps none; 余 is no part of it.
    Unit,
    /// Text in one line with a number in it.
    Printed,
    /// A year in four digits.
    Year,
    /// The words that may stand with a figure.
    Qualifiers,
}

/// Types by their name in the schema, with a name and an explanation.
const TYPES: [(&str, &str, &str); 10] = [
    ("ReportFile", "工作报告", "一个单位一年的工作报告。"),
    ("Named", "名称", "一个名称和大家平时的叫法。"),
    ("Place", "地方", "报告说的是哪个地方，它属于哪里，下面有哪些地方。"),
    ("PartFile", "部分", "报告的一个部分。"),
    ("SectionFile", "小节", "一个小节。"),
    ("InitiativeFile", "工作", "一项工作，一般是报告里的一段。"),
    ("FigureFile", "数", "一个工作数据。"),
    ("Nature", "性质", "一年里做的，还是年底有的。"),
    ("FactFile", "名单", "没有数、只有名称的内容：文件、合作单位、主题。"),
    ("Waived", "不算工作数据的数字", "原文里不是工作成绩的数字。"),
];

/// Fields by type and name, each with a name, an explanation and its form.
const FIELDS: [(&str, &str, &str, &str, Form); 46] = [
    ("ReportFile", "$schema", "说明文件", "编辑器靠它显示这些说明，不用改。", Form::Any),
    ("ReportFile", "id", "报告编号", "可以不写，会按单位和年份自动起。", Form::Line),
    (
        "ReportFile",
        "title",
        "报告名称",
        "回答里怎么称呼这份报告，如 共青团某市委2024年工作盘点。",
        Form::Line,
    ),
    ("ReportFile", "year", "年份", "数据是哪一年的，写四位数字，不加引号，如 2024。", Form::Year),
    ("ReportFile", "body", "单位", "谁的报告，写全称和大家平时的叫法。", Form::Any),
    ("ReportFile", "place", "地方", "数据是哪个地方的。", Form::Any),
    ("ReportFile", "source", "来源", "在哪里、什么时候公布的。", Form::Line),
    ("ReportFile", "parts", "部分", "按原文顺序。部分、小节、工作，最外面只写一种。", Form::Any),
    ("ReportFile", "sections", "小节", "没有“部分”的报告，从小节写起。", Form::Any),
    ("ReportFile", "initiatives", "工作", "没有部分、也没有小节的报告，直接写工作。", Form::Any),
    ("ReportFile", "review", "待核", "还要再看一眼的地方，一句一条。", Form::Lines),
    (
        "ReportFile",
        "waived",
        "不算工作数据的数字",
        "原文里的年份、序号、名称里的数字等，每个写明理由。",
        Form::Any,
    ),
    ("Named", "name", "名称", "与原文一致。", Form::Line),
    ("Named", "aliases", "别名", "大家平时的叫法，可以写几个。", Form::Lines),
    ("Place", "name", "地名", "平时怎么说就怎么写，如 成都。", Form::Line),
    ("Place", "aliases", "别名", "同一个地方的其他叫法，如 成都市、全市。", Form::Lines),
    ("Place", "within", "上级地方", "它所在的省、国家：问到它们时，这份报告里没有。", Form::Lines),
    ("Place", "contains", "下级地方", "它下面的区县：问到它们时，说明没有分开写。", Form::Lines),
    ("PartFile", "title", "标题", "部分的标题，与原文一致。", Form::Line),
    ("PartFile", "subtitle", "副标题", "标题的第二行，没有就不写。", Form::Any),
    ("PartFile", "aliases", "别名", "大家平时的叫法。", Form::Lines),
    ("PartFile", "sections", "小节", "按原文顺序。", Form::Any),
    ("PartFile", "initiatives", "工作", "这个部分没有小节时，直接写工作。", Form::Any),
    ("SectionFile", "title", "标题", "小节的标题，与原文一致。", Form::Line),
    ("SectionFile", "aliases", "别名", "大家平时的叫法。", Form::Lines),
    ("SectionFile", "initiatives", "工作", "按原文顺序。", Form::Filled),
    ("InitiativeFile", "id", "编号", "可以不写，会按标题自动起；也可以随便起，不能重复。", Form::Line),
    ("InitiativeFile", "title", "标题", "这一段开头的话，与原文一致，不要句号。", Form::Line),
    ("InitiativeFile", "description", "简介", "用一两句话说做了什么，不写工作数据里的数字。", Form::Line),
    ("InitiativeFile", "aliases", "别名", "大家平时的叫法。", Form::Lines),
    ("InitiativeFile", "programmes", "项目", "这一段里的项目、品牌、活动、队伍的名字。", Form::Any),
    ("InitiativeFile", "figures", "数", "这一段里的工作数据，按原文顺序。", Form::Any),
    ("InitiativeFile", "facts", "名单", "没有数的内容：文件、合作单位、主题等。", Form::Any),
    ("InitiativeFile", "review", "待核", "还要再看一眼的地方，一句一条。", Form::Lines),
    ("FigureFile", "id", "编号", "可以不写，会自动起；也可以随便起，不能重复。", Form::Line),
    ("FigureFile", "label", "说的是什么", "这个数数的是什么，几个字，如 助销农产品。", Form::Line),
    ("FigureFile", "value", "数值", "照原文写，只写数，如 600、15.2、1,218、九百、12-15。", Form::Number),
    (
        "FigureFile",
        "unit",
        "单位",
        "与原文一致，如 万元、万人次、场次、%；原文没有就写空的 \"\"。",
        Form::Unit,
    ),
    (
        "FigureFile",
        "qualifiers",
        "跟着的词",
        "原文里跟着这个数的词，如 余、近、超过、累计、其中、年均。",
        Form::Qualifiers,
    ),
    (
        "FigureFile",
        "printed",
        "原文写法",
        "数和单位在原文里的样子，一字不差，如 600余万元、近4万人次。",
        Form::Printed,
    ),
    ("FigureFile", "nature", "性质", "一年里做的写 flow，年底有的、累计的写 stock。", Form::Any),
    ("FigureFile", "period", "时间", "不只是当年的数才写，照原文，如 五年来、2019年以来。", Form::Line),
    ("FigureFile", "scope", "范围", "和旁边的数怎么区分，如 省级、线上、新增、银奖。", Form::Lines),
    ("FigureFile", "programmes", "项目", "是哪个项目的数，名字要和上面 programmes 里的一样。", Form::Lines),
    ("FigureFile", "aliases", "别名", "这个数还会怎么问。", Form::Lines),
    ("FigureFile", "review", "待核", "还要再看一眼的地方，一句一条。", Form::Lines),
];

/// The rest of the fields: those of lists without figures and of numbers that do not count.
const OTHER_FIELDS: [(&str, &str, &str, &str, Form); 6] = [
    ("FactFile", "label", "是什么", "这些名称是什么，如 三大行动、合作高校。", Form::Line),
    ("FactFile", "items", "内容", "一个一个的名称。", Form::Filled),
    ("FactFile", "open", "还有别的", "原文有“等”字时写 true。", Form::Any),
    ("FactFile", "aliases", "别名", "还会怎么问。", Form::Lines),
    ("Waived", "printed", "原文写法", "这个数字和它前后的字，让人知道是哪一处，如 75周年。", Form::Printed),
    ("Waived", "reason", "理由", "为什么不算工作数据，如 纪念日、年份、序号。", Form::Line),
];

/// Text in one line that can be seen.
const LINE: &str = r"^[^\r\n\t]*\S[^\r\n\t]*$";
/// One number in digits or Chinese numerals, or a range of two.
const NUMBER: &str = r"^[0-9〇零一二两三四五六七八九十百千万亿点,.拾佰仟]+([-－–—~～至到][0-9〇零一二两三四五六七八九十百千万亿点,.拾佰仟]+)?$";
/// A unit: 余 belongs to the qualifiers.
const UNIT: &str = r"^(?![万亿千百]*余)[^\r\n\t]*$";
/// A line with a number in it.
const PRINTED: &str = r"^[^\r\n\t]*[0-9０-９〇零一二两三四五六七八九十百千万亿①-⑳][^\r\n\t]*$";

/// Adds names, explanations and forms to a schema that was made from the types.
pub(super) fn add(schema: &mut Value) {
    for (kind, title, description) in TYPES {
        let place = place_of(schema, kind);
        set(place, title, description);
    }
    for (kind, field, title, description, form) in FIELDS.into_iter().chain(OTHER_FIELDS) {
        let properties = place_of(schema, kind).get_mut("properties").and_then(Value::as_object_mut);
        let place = properties.and_then(|it| it.get_mut(field)).and_then(Value::as_object_mut);
        let place = place.unwrap_or_else(|| panic!("no field {field} of {kind}"));
        set(place, title, description);
        form.add_to(place);
    }
    one_of(place_of(schema, "ReportFile"), &["parts", "sections", "initiatives"]);
    one_of(place_of(schema, "PartFile"), &["sections", "initiatives"]);
    natures(place_of(schema, "Nature"));
    assert_all_explained(schema);
}

fn place_of<'s>(schema: &'s mut Value, kind: &str) -> &'s mut Map<String, Value> {
    let place =
        if kind == "ReportFile" { Some(schema) } else { schema.pointer_mut(&format!("/$defs/{kind}")) };
    place.and_then(Value::as_object_mut).unwrap_or_else(|| panic!("no type {kind}"))
}

fn set(place: &mut Map<String, Value>, title: &str, description: &str) {
    place.insert("title".to_owned(), Value::from(title));
    place.insert("description".to_owned(), Value::from(description));
}

/// Of these lists exactly one holds something.
fn one_of(place: &mut Map<String, Value>, lists: &[&str]) {
    let filled = |it: &&str| json!({"required": [it], "properties": {*it: {"minItems": 1}}});
    place.insert("oneOf".to_owned(), lists.iter().map(filled).collect());
}

fn natures(place: &mut Map<String, Value>) {
    place.insert(
        "oneOf".to_owned(),
        json!([
            {"const": "flow", "type": "string", "description": "一年里做的：办了几场、发展了几人。"},
            {"const": "stock", "type": "string", "description": "年底有的、累计的：现有几个、累计几人。"},
        ]),
    );
}

impl Form {
    fn add_to(self, place: &mut Map<String, Value>) {
        let line = json!({"type": "string", "pattern": LINE});
        let mut put = |key: &str, value: Value| drop(place.insert(key.to_owned(), value));
        match self {
            Self::Any => {}
            Self::Line => put("pattern", Value::from(LINE)),
            Self::Lines => put("items", line),
            Self::Filled => put("minItems", Value::from(1)),
            Self::Number => put("pattern", Value::from(NUMBER)),
            Self::Unit => put("pattern", Value::from(UNIT)),
            Self::Printed => put("pattern", Value::from(PRINTED)),
            Self::Year => {
                put("minimum", Value::from(1922));
                put("maximum", Value::from(2999));
            }
            Self::Qualifiers => put("items", json!({"type": "string", "enum": qualifier::words()})),
        }
    }
}

/// Fails where a field has no explanation in Chinese.
fn assert_all_explained(schema: &Value) {
    let kinds = schema["$defs"].as_object().into_iter().flatten().map(|it| it.1);
    for kind in kinds.chain([schema]) {
        for (name, field) in kind["properties"].as_object().into_iter().flatten() {
            assert!(field["title"].is_string(), "{name} of {} has no row here", kind["title"]);
        }
    }
}
