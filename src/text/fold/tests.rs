//! Rows for what folding makes equal, and the properties of any text at all.

use super::fold;
use proptest::prelude::*;

#[test]
fn texts_fold_to_what_is_compared() {
    let rows = [
        // Width, case, script
        ("ＱＲ码１２６９％", "qr码1269%"),
        ("We來快乐", "we来快乐"),
        ("青馬工程", "青马工程"),
        ("qīng mǎ lǜ", "qing ma lv"),
        // Marks
        ("青马,多少人？？？", "青马,多少人?"),
        ("多少人。。。……", "多少人."),
        ("《青马工程》“最嘉”实习生", "青马工程最嘉实习生"),
        ("计划(大学生)", "计划 大学生"),
        ("爱·心", "爱心"),
        ("第四部分—一", "第四部分-一"),
        // Numbers keep apart, and keep their marks
        ("300、400人", "300 400人"),
        ("青马、逐梦;西部", "青马,逐梦,西部"),
        ("１，２６９人", "1,269人"),
        ("15.2万+3-2*1/2", "15.2万+3-2*1/2"),
        // Noise
        (" \u{3000}青马\u{200B}🔥工程\t\n 几期 ", "青马工程 几期"),
        ("1\u{FE0F}\u{20E3}期", "1期"),
        ("👍🏻🙂", ""),
        ("", ""),
    ];
    for (text, expected) in rows {
        assert_eq!(fold(text), expected, "{text}");
    }
}

#[test]
fn every_character_folds_to_a_fixed_point() {
    for c in '\0'..=char::MAX {
        let once = fold(&c.to_string());
        assert_eq!(fold(&once), once, "U+{:04X}", u32::from(c));
    }
}

/// Texts of the characters whose neighbours matter, which `any` would hardly ever put side by side.
fn tricky() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select("青馬1 2、;，,。….()《》·?？!Aü🙂\u{301}\u{200B}—-".chars().collect::<Vec<_>>()),
        0..24,
    )
    .prop_map(|chars| chars.into_iter().collect())
}

fn wide(text: &str) -> String {
    text.chars()
        .map(|c| if matches!(c, '!'..='~') { char::from_u32(u32::from(c) + 0xFEE0).unwrap() } else { c })
        .collect()
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in prop_oneof![any::<String>(), tricky()]) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
        prop_assert!(once.chars().count() <= text.chars().count());
    }

    #[test]
    fn width_case_and_padding_do_not_matter(text in "[ -~青马工程馬]{0,24}") {
        let once = fold(&text);
        prop_assert_eq!(&fold(&wide(&text)), &once);
        prop_assert_eq!(&fold(&text.to_uppercase()), &once);
        prop_assert_eq!(&fold(&format!("\u{3000} {text}\u{200B}\n")), &once);
    }
}
