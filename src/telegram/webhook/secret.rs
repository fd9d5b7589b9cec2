//! What proves that a push comes from Telegram. Compared in constant time, never shown.

use subtle::ConstantTimeEq;

/// Telegram's limit.
const LONGEST: usize = 256;
/// A shorter one can be guessed.
const SHORTEST: usize = 16;
/// Bytes of one that is made up, written as two letters each.
const BYTES: usize = 32;

/// The secret of one webhook.
#[derive(Clone)]
pub(super) struct Secret(String);

impl Secret {
    /// The secret as it was given, or a new one for an empty text; nothing where Telegram would not take it.
    pub(super) fn new(given: &str) -> Option<Self> {
        if given.is_empty() {
            let mut bytes = [0; BYTES];
            getrandom::fill(&mut bytes).ok()?;
            return Some(Self(bytes.iter().map(|it| format!("{it:02x}")).collect()));
        }
        let allowed = |it: char| it.is_ascii_alphanumeric() || it == '_' || it == '-';
        let fits = (SHORTEST..=LONGEST).contains(&given.len()) && given.chars().all(allowed);
        fits.then(|| Self(given.to_owned()))
    }

    /// True where these bytes are the secret; takes as long for any that are as long.
    pub(super) fn is(&self, bytes: &[u8]) -> bool {
        self.0.as_bytes().ct_eq(bytes).into()
    }

    /// The secret, for Telegram alone.
    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_secret_itself_passes() {
        let secret = Secret::new("a-secret_of-16-ch").unwrap();
        assert!(secret.is(b"a-secret_of-16-ch"));
        for wrong in ["", "a-secret_of-16-c", "a-secret_of-16-cH", "a-secret_of-16-ch "] {
            assert!(!secret.is(wrong.as_bytes()), "{wrong}");
        }
        assert!(Secret::new("short").is_none() && Secret::new("with blanks in the middle").is_none());
    }

    #[test]
    fn each_one_made_up_is_another() {
        let (one, other) = (Secret::new("").unwrap(), Secret::new("").unwrap());
        assert!(one.text() != other.text() && one.text().len() == 2 * BYTES);
    }
}
