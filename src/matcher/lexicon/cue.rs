//! What a steering word of a question does: asks, lists, compares, excludes, points back.
//! Which words do so is data: `data/common/words.json`.

use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{Deserializer, Error, IntoDeserializer, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;

/// What a steering word does; the key of its list in the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cue {
    /// 多少 几 好多: asks for a number.
    HowMany,
    /// 数量 数目: asks for a number when it stands behind what is counted.
    Amount,
    /// 哪些 什么 叫啥: asks for names or a description.
    Which,
    /// 列出 所有 数据: asks for a list.
    List,
    /// 比 相差: holds two things side by side.
    Compare,
    /// 多 少 大 小: with 哪个 or 谁, compares.
    More,
    /// 最多 前三 排名: orders by size, the largest first.
    Most,
    /// 最少: orders by size, the smallest first.
    Least,
    /// 加起来 合计: asks for a total.
    Total,
    /// 一共 总共: with several things joined, asks for their total; with one it says nothing.
    Altogether,
    /// 各 分别: asks for each of several.
    Each,
    /// 不是 不问 除了: what follows is not question.
    Not,
    /// 不算 不要 除外: what stands before is not question.
    NotBefore,
    /// 只要 只看: what follows is wanted, whatever was excluded before.
    Only,
    /// 是什么 指的是 哪项: asks what a number stands for.
    StandsFor,
    /// 目前 现有 在册: asks what stands now, not what was added.
    Standing,
    /// 干了些啥 概括一下 目录: asks for the outline of the whole.
    Overview,
    /// 报告 总结: the report itself.
    Report,
    /// 部分 板块: its parts.
    Part,
    /// 小节 章节: its sections.
    Section,
    /// 举措 项工作: its initiatives.
    Initiative,
    /// 数据 数字 指标: its figures.
    Data,
    /// 你好 你是谁 怎么用: asks for the bot.
    Help,
    /// 哈哈 收到 谢谢: chatter that asks nothing.
    Chat,
    /// 乘以 等于: arithmetic.
    Arithmetic,
    /// 刚才 回到: points back into the conversation.
    Back,
    /// 最后一个: the last of what was shown.
    Last,
    /// 再往下 下一个: what comes behind the last that was shown.
    Next,
    /// 再往前 前面那个: what came before the last that was shown.
    Previous,
    /// 再说一遍: what was shown last, once more.
    Again,
    /// 第一个问的 最开始: what was shown first.
    Initial,
    /// 别的 其他: what was not shown yet.
    Others,
    /// 是干嘛的: asks what the thing talked about is for.
    Purpose,
    /// 它们 这几个: all that was shown.
    Those,
    /// 以 按: before a unit, lists what is counted in it (以支计).
    CountedIn,
    /// 几倍: with 比 or 是, holds two things side by side.
    Times,
    /// 加 加上: adds one thing to another.
    Plus,
    /// 和 与 还是: joins things of one kind.
    Join,
    /// 问 想问 请教: what stands before it speaks of the person who asks.
    Asking,
    /// 呢: asks the same of something else.
    Likewise,
    /// 对不对 是不是真的: asks whether what is said is so.
    Truth,
    /// 吗 是不是: asks for yes or no.
    YesNo,
}

/// Reads the lists of words. A key that stands twice is an error: the first list would be lost without a word. Keys are read
/// as text first, so that an error within a list knows its key.
pub(super) fn lists_each_once<'de, D>(from: D) -> Result<BTreeMap<Cue, Vec<String>>, D::Error>
where
    D: Deserializer<'de>,
{
    from.deserialize_map(Lists)
}

/// A list of words for each intention by its name, and no other name.
#[cfg(test)]
pub(super) fn schema_of_lists(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let intentions = <Cue as schemars::JsonSchema>::json_schema(generator).to_value();
    let all = intentions["oneOf"].as_array().expect("the intentions, one by one");
    let list = |it: &serde_json::Value| {
        let name = it["const"].as_str().expect("a name").to_owned();
        let words = serde_json::json!({"description": it["description"], "type": "array", "items": {"type": "string"}});
        (name, words)
    };
    let properties: serde_json::Map<String, serde_json::Value> = all.iter().map(list).collect();
    schemars::json_schema!({
        "description": "Words that ask or steer: each list is one intention.",
        "type": "object",
        "properties": properties,
        "additionalProperties": false
    })
}

struct Lists;

impl<'de> Visitor<'de> for Lists {
    type Value = BTreeMap<Cue, Vec<String>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut lists = BTreeMap::new();
        while let Some(key) = map.next_key::<String>()? {
            let from: StrDeserializer<'_, A::Error> = key.as_str().into_deserializer();
            let cue = Cue::deserialize(from)?;
            if lists.insert(cue, map.next_value()?).is_some() {
                return Err(A::Error::custom(format_args!("duplicate field `{key}`")));
            }
        }
        Ok(lists)
    }
}

/// Some intentions, a bit for each: a question asks for them hundreds of times.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct CueSet(u64);

impl CueSet {
    fn bit(cue: Cue) -> u64 {
        1 << cue as u8
    }

    /// Adds one.
    pub(crate) fn insert(&mut self, cue: Cue) {
        self.0 |= Self::bit(cue);
    }

    /// Takes one away.
    pub(crate) fn remove(&mut self, cue: Cue) {
        self.0 &= !Self::bit(cue);
    }

    /// Adds those of another set.
    pub(crate) fn join(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// True where it is among them.
    #[must_use]
    pub(crate) fn contains(self, cue: Cue) -> bool {
        self.0 & Self::bit(cue) != 0
    }

    /// True where there is none.
    #[must_use]
    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }
}
