//! A short mark of the loaded data: the same data has the same mark, in every process of one build.
//! Not for secrets: it only tells positions in this data from positions in another.

use crate::report::Report;
use std::hash::{Hash, Hasher};

/// Characters of a fingerprint: 36^6 are two thousand million, so that two reports never share one by chance.
const LENGTH: usize = 6;

/// The mark of these reports, made of small letters and digits.
pub(super) fn of(reports: &[Report]) -> String {
    let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
    reports.hash(&mut hash);
    let mut rest = hash.finish();
    let mut digit = || {
        let digit = u32::try_from(rest % 36).unwrap_or_default();
        rest /= 36;
        char::from_digit(digit, 36).unwrap_or('0')
    };
    (0..LENGTH).map(|_| digit()).collect()
}

/// FNV-1a: small, and the same in every process, unlike the standard library's.
struct Fnv(u64);

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        self.0 =
            bytes.iter().fold(self.0, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
