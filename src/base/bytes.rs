//! Looking at all bytes of a text for one of a kind, many at a time.

/// How many bytes are looked at together.
const BLOCK: usize = 32;

/// Whether `test` holds for any of `bytes`. It is asked for every one, without a branch, so that compilers can ask for many at once; for
/// a test that hardly ever holds this is several times as fast as stopping at the first.
#[inline]
pub fn any_byte(bytes: &[u8], test: impl Fn(u8) -> bool) -> bool {
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    let mut found = [false; BLOCK];
    for block in blocks {
        for (found, byte) in found.iter_mut().zip(block) {
            *found |= test(*byte);
        }
    }
    found.contains(&true) || rest.iter().any(|byte| test(*byte))
}

/// Whether `test` holds for any two neighbours in `bytes`, asked as in [`any_byte`].
#[inline]
pub fn any_pair(bytes: &[u8], test: impl Fn(u8, u8) -> bool) -> bool {
    let next = bytes.get(1..).unwrap_or_default();
    let (blocks, rest) = bytes[..next.len()].as_chunks::<BLOCK>();
    let (next_blocks, next_rest) = next.as_chunks::<BLOCK>();
    let mut found = [false; BLOCK];
    for (block, next) in blocks.iter().zip(next_blocks) {
        for (found, (one, other)) in found.iter_mut().zip(block.iter().zip(next)) {
            *found |= test(*one, *other);
        }
    }
    found.contains(&true) || rest.iter().zip(next_rest).any(|(one, other)| test(*one, *other))
}

#[cfg(test)]
mod tests {
    use super::{any_byte, any_pair};

    fn is_doubled(bytes: &[u8], byte: u8) -> bool {
        any_pair(bytes, |one, next| (one == byte) & (next == byte))
    }

    #[test]
    fn every_place_is_looked_at() {
        for length in 0..100 {
            let mut bytes = vec![b'a'; length];
            assert!(!any_byte(&bytes, |byte| byte == b' ') && !is_doubled(&bytes, b' '));
            for at in 0..length {
                bytes[at] = b' ';
                assert!(any_byte(&bytes, |byte| byte == b' ') && !is_doubled(&bytes, b' '), "{at} of {length}");
                if at + 1 < length {
                    bytes[at + 1] = b' ';
                    assert!(is_doubled(&bytes, b' '), "{at} of {length}");
                    bytes[at + 1] = b'a';
                }
                bytes[at] = b'a';
            }
        }
    }
}
