//! One form for every kind of punctuation. Knows nothing of what stands beside a mark.

/// What a punctuation mark becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// This mark, which stands once however often it is repeated.
    One(char),
    /// A mark between the members of a list, 、 or a semicolon: a comma, but never inside a number.
    List,
    /// A space: what a bracket holds is a remark beside the words before it.
    Bracket,
    /// Nothing: 《青马工程》 and 青马工程 are the same name, and so is 爱·心 without its dot.
    Quote,
}

/// The form of `c`, already at half width, or nothing if it is no punctuation that is folded.
pub(super) fn mark(c: char) -> Option<Mark> {
    one(c).map(Mark::One).or_else(|| silent(c))
}

fn one(c: char) -> Option<char> {
    match c {
        ',' | '﹐' | '︐' | '٫' | '،' => Some(','),
        '.' | '。' | '｡' | '…' | '⋯' | '﹒' | '︒' | '․' | '‥' => Some('.'),
        '!' | '﹗' | '¡' | '‼' => Some('!'),
        '?' | '﹖' | '¿' | '⁇' => Some('?'),
        ':' | '﹕' | '︰' | '∶' | '︓' => Some(':'),
        '~' | '〜' | '∼' | '˜' | '〰' => Some('~'),
        '-' | '\u{2010}'..='\u{2015}' | '−' | '─' | '━' | '﹣' | '⸺' | '⸻' => Some('-'),
        '*' | '×' | '∗' => Some('*'),
        '/' | '÷' | '∕' | '⁄' => Some('/'),
        '+' | '﹢' => Some('+'),
        '%' | '﹪' | '٪' => Some('%'),
        _ => None,
    }
}

fn silent(c: char) -> Option<Mark> {
    match c {
        '、' | '､' | '﹑' | '︑' | ';' | '﹔' => Some(Mark::List),
        '(' | ')' | '[' | ']' | '{' | '}' | '\u{3010}' | '\u{3011}' | '\u{3014}'..='\u{301B}' => {
            Some(Mark::Bracket)
        }
        '﹙' | '﹚' | '﹝' | '﹞' | '⟨' | '⟩' | '|' | '\\' => Some(Mark::Bracket),
        '"' | '\'' | '`' | '´' | '<' | '>' | '\u{2018}'..='\u{201F}' | '«' | '»' | '‹' | '›' => {
            Some(Mark::Quote)
        }
        '\u{3008}'..='\u{300F}' | '｢' | '｣' | '〝' | '〞' | '〟' | '\u{FE3D}'..='\u{FE44}' => {
            Some(Mark::Quote)
        }
        '·' | '•' | '・' | '･' | '‧' | '∙' | '⋅' | '′' | '″' | '〃' => Some(Mark::Quote),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, mark};

    #[test]
    fn each_mark_has_its_one_form() {
        let rows = [
            (",﹐", Some(Mark::One(','))),
            ("。｡…", Some(Mark::One('.'))),
            ("—–-−", Some(Mark::One('-'))),
            ("、;", Some(Mark::List)),
            ("()【】〔〕", Some(Mark::Bracket)),
            ("“”‘’「」『』《》〈〉·\"'", Some(Mark::Quote)),
            ("青a1@#&=_", None),
        ];
        for (marks, expected) in rows {
            for c in marks.chars() {
                assert_eq!(mark(c), expected, "{c}");
            }
        }
    }
}
