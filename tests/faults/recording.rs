//! What strace wrote down, read back: system calls in the order in which they returned, with every byte.

use std::collections::BTreeSet;

/// Options that make strace write everything: strings whole and as hexadecimal escapes, structures whole.
pub const OPTIONS: [&str; 4] = ["-xx", "-v", "-s", "100000000"];

/// A call that succeeded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Its name.
    pub name: String,
    /// Its arguments as strace writes them.
    pub arguments: Vec<String>,
    /// What it returned.
    pub result: i64,
}

impl Call {
    /// An argument as a number; `None` for `AT_FDCWD`.
    pub fn number(&self, index: usize) -> Option<i64> {
        let text = self.arguments[index].as_str();
        text.strip_prefix("0x").map_or_else(|| text.parse().ok(), |hex| i64::from_str_radix(hex, 16).ok())
    }

    /// An argument that is a string.
    pub fn bytes(&self, index: usize) -> Vec<u8> {
        unescape(&self.arguments[index])
    }

    /// An argument that is a path.
    pub fn path(&self, index: usize) -> String {
        String::from_utf8(self.bytes(index)).expect("paths in the test are UTF-8")
    }

    /// Whether an argument that is a set of flags has this one.
    pub fn has_flag(&self, index: usize, flag: &str) -> bool {
        self.arguments.get(index).is_some_and(|flags| flags.split('|').any(|one| one == flag))
    }

    /// The bytes of all parts of an argument that is an `iovec` array.
    pub fn vector(&self, index: usize) -> Vec<u8> {
        let parts = self.arguments[index].split("iov_base=").skip(1);
        parts.flat_map(|part| unescape(&part[..part.rfind("\", iov_len").map_or(part.len(), |end| end + 1)])).collect()
    }
}

/// All calls that succeeded, but those of git: it is only asked, and is a process that goes to a folder of its own.
pub fn read(log: &str) -> Vec<Call> {
    let split = |line| str::split_once(line, ' ').expect("a line begins with the thread");
    let lines: Vec<(&str, &str)> = log.lines().map(split).map(|(thread, rest)| (thread, rest.trim_start())).collect();
    let others: BTreeSet<&str> = lines.iter().filter(|(_, rest)| rest.starts_with("chdir(")).map(|(thread, _)| *thread).collect();
    let mut open: Vec<(&str, &str)> = Vec::new();
    let mut calls = Vec::new();
    for (thread, rest) in lines.into_iter().filter(|(thread, _)| !others.contains(thread)) {
        if let Some(start) = rest.strip_suffix("<unfinished ...>") {
            open.push((thread, start));
            // Its number is free as soon as it has begun: another thread may be given it before it ends.
            if start.starts_with("close(") {
                calls.extend(read_call(&format!("{start}) = 0")));
            }
        } else if rest.starts_with("<... ") {
            let end = rest.split_once(" resumed>").expect("what is resumed says so").1;
            let at = open.iter().position(|(other, _)| *other == thread).expect("what is resumed was begun");
            let (_, start) = open.swap_remove(at);
            if !start.starts_with("close(") {
                calls.extend(read_call(&format!("{start}{end}")));
            }
        } else {
            calls.extend(read_call(rest));
        }
    }
    calls
}

fn read_call(text: &str) -> Option<Call> {
    let (name, rest) = text.split_once('(')?;
    let (arguments, rest) = split_arguments(rest);
    let result: i64 = rest.trim_start().strip_prefix('=')?.split_whitespace().next()?.parse().ok()?;
    (result >= 0).then(|| Call { name: name.to_owned(), arguments, result })
}

/// The arguments, and what follows the closing parenthesis. Strings hold nothing but `\x..`, so a quote always ends one.
fn split_arguments(text: &str) -> (Vec<String>, &str) {
    let (mut arguments, mut current, mut depth, mut quoted) = (Vec::new(), String::new(), 0i32, false);
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' if !quoted && depth == 0 => {
                arguments.push(current.trim().to_owned());
                return (arguments, &text[at + 1..]);
            }
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                arguments.push(std::mem::take(&mut current).trim().to_owned());
                continue;
            }
            _ => {}
        }
        current.push(c);
    }
    (arguments, "")
}

fn unescape(quoted: &str) -> Vec<u8> {
    let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let inner = inner.unwrap_or_else(|| panic!("`{quoted}` is no whole string"));
    let digits = inner.split("\\x").skip(1);
    digits.map(|digits| u8::from_str_radix(digits, 16).unwrap_or_else(|_| panic!("`{inner}` is not hexadecimal"))).collect()
}

#[test]
fn a_number_that_another_thread_is_given_meanwhile_is_closed_before() {
    let log = "7  close(3 <unfinished ...>\n\
        8  openat(AT_FDCWD, \"\\x61\", O_RDWR|O_CREAT, 0666) = 3\n\
        7  <... close resumed>) = 0\n\
        8  write(3, \"\\x28\", 1) = 1\n";
    let names: Vec<String> = read(log).into_iter().map(|call| call.name).collect();
    assert_eq!(names, ["close", "openat", "write"]);
}

#[test]
fn a_log_is_read_with_every_byte() {
    let log = "7  openat(AT_FDCWD, \"\\x61\\x2c\", O_RDWR|O_CREAT, 0666) = 3\n\
        7  write(3, \"\\x28\\x00\", 2 <unfinished ...>\n\
        8  fsync(4) = -1 EIO (Input/output error)\n\
        7  <... write resumed>) = 2\n\
        7  writev(3, [{iov_base=\"\\x61\", iov_len=1}, {iov_base=\"\\x62\\x63\", iov_len=2}], 2) = 3\n";
    let calls = read(log);
    let names: Vec<&str> = calls.iter().map(|call| call.name.as_str()).collect();
    assert_eq!(names, ["openat", "write", "writev"]);
    assert_eq!((calls[0].number(0), calls[0].path(1).as_str(), calls[0].result), (None, "a,", 3));
    assert!(calls[0].has_flag(2, "O_CREAT") && !calls[0].has_flag(2, "O_EXCL"));
    assert_eq!(calls[1].bytes(1), b"(\0");
    assert_eq!(calls[2].vector(1), b"abc");
}
