//! Versioned fingerprints of normalised text: `1:` and twelve hexadecimal digits (48 bits of BLAKE3).
//!
//! A fingerprint says that two texts are the same, never how they differ; collisions within one unit's history are the only ones that could matter.

use std::fmt;
use std::str::FromStr;

use super::normalise;

/// Identifies a normalised text. Two texts that normalise alike have equal fingerprints.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint {
    version: u8,
    bits: u64,
}

/// The string was not a fingerprint such as `1:8f3c1b9e04d7`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a fingerprint such as `1:8f3c1b9e04d7`")]
pub struct FingerprintError(pub String);

impl Fingerprint {
    /// The version of the normalisation that [`Fingerprint::of`] applies.
    pub const VERSION: u8 = 1;

    /// The fingerprint of `text` after [`normalise`].
    pub fn of(text: &str) -> Self {
        Self::of_normalised(&normalise(text))
    }

    /// The fingerprint of a text that is normalised already, or must be taken literally.
    pub fn of_normalised(text: &str) -> Self {
        let hash = blake3::hash(text.as_bytes());
        let mut bytes = [0; 8];
        bytes[2..].copy_from_slice(&hash.as_bytes()[..6]);
        Self { version: Self::VERSION, bits: u64::from_be_bytes(bytes) }
    }

    /// Four characters from `0-9a-z` that stand for this fingerprint at the end of a unit id.
    pub fn suffix(self) -> String {
        let mut rest = self.bits;
        let mut suffix = String::with_capacity(4);
        for _ in 0..4 {
            let digit = u32::try_from(rest % 36).expect("a remainder of 36 fits");
            suffix.push(char::from_digit(digit, 36).expect("below 36"));
            rest /= 36;
        }
        suffix
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digits: [u8; 12] = std::array::from_fn(|nth| DIGITS[(self.bits >> (44 - 4 * nth)) as usize & 0xf]);
        let digits = std::str::from_utf8(&digits).expect("hexadecimal digits are ASCII");
        if self.version == Self::VERSION {
            f.write_str("1:")?;
        } else {
            write!(f, "{}:", self.version)?;
        }
        f.write_str(digits)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Fingerprint {
    type Err = FingerprintError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || FingerprintError(text.to_owned());
        let (version, digits) = text.split_once(':').ok_or_else(error)?;
        let lower_hex = digits.len() == 12 && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if !lower_hex || version.is_empty() || !version.bytes().all(|b| b.is_ascii_digit()) {
            return Err(error());
        }
        let version = version.parse().map_err(|_| error())?;
        let bits = u64::from_str_radix(digits, 16).map_err(|_| error())?;
        Ok(Self { version, bits })
    }
}

impl serde::Serialize for Fingerprint {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
