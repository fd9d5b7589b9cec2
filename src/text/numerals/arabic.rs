//! Arabic numerals: digits, groups of three, a decimal point. Knows nothing of 万 or of measure words.

use super::decimal::Decimal;

/// The number at the start of `text` and how many characters it takes; nothing if there is no digit or it is too large.
/// A point counts only as `15.2`, never as `2024.12.5` or at the end of a sentence; a comma only before three digits.
pub(super) fn number(text: &[char]) -> Option<(Decimal, usize)> {
    let whole = whole(text);
    let fraction = fraction(text.get(whole..)?);
    let end = whole + fraction;
    let digits = text.get(..end)?.iter().filter_map(|c| c.to_digit(10));
    let mantissa =
        digits.into_iter().try_fold(0_i64, |sum, digit| sum.checked_mul(10)?.checked_add(i64::from(digit)));
    let scale = u32::try_from(fraction.saturating_sub(1)).ok()?;
    (whole > 0).then_some(())?;
    Some((Decimal::new(mantissa?, scale)?, end))
}

/// How many digits stand at the start of `text`.
pub(super) fn digits(text: &[char]) -> usize {
    text.iter().take_while(|c| c.is_ascii_digit()).count()
}

/// The length of the whole part, its groups included.
fn whole(text: &[char]) -> usize {
    let mut end = digits(text);
    while (1..=3).contains(&digits(text)) && text.get(end) == Some(&',') && digits(after(text, end + 1)) == 3
    {
        end += 4;
    }
    end
}

/// The length of the fraction, its point included; a second point makes it a date or a section.
fn fraction(text: &[char]) -> usize {
    let length = if text.first() == Some(&'.') { digits(after(text, 1)) } else { 0 };
    let dated = after(text, 1 + length).first() == Some(&'.') && digits(after(text, 2 + length)) > 0;
    if length == 0 || dated { 0 } else { 1 + length }
}

fn after(text: &[char], place: usize) -> &[char] {
    text.get(place..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn digits_are_read_as_far_as_they_go() {
        let rows = [
            ("1269人", Some(("1269", 4))),
            ("1,269,000人", Some(("1269000", 9))),
            ("15.2万", Some(("15.2", 4))),
            ("007", Some(("7", 3))),
            // A comma or a point that belongs to the sentence
            ("12,26人", Some(("12", 2))),
            ("1234,567", Some(("1234", 4))),
            ("5.", Some(("5", 1))),
            ("2024.12.5", Some(("2024", 4))),
            // No number
            ("人", None),
            ("", None),
            (".5", None),
            ("99999999999999999999", None),
        ];
        for (text, expected) in rows {
            let text: Vec<char> = text.chars().collect();
            let read = number(&text).map(|(value, length)| (value.to_string(), length));
            assert_eq!(read, expected.map(|(value, length)| (value.into(), length)), "{text:?}");
        }
    }
}
