//! Made-up numbers and values, the same in each run.

use perfil_edit::Value;

/// A generator of numbers (`SplitMix64`).
pub(super) struct Chance(u64);

const TEXTS: &[&str] = &[
    "Ada",
    "Ada Lovelace",
    "C#",
    "it's",
    "say \"so\"",
    "no",
    "2020",
    "2020-01-01",
    "1e3",
    "a: b",
    "x #y",
    "#x",
    "- a",
    "née",
    "日本",
    "",
    " lead",
    "trail ",
    "one\ntwo",
    "one\ntwo\n",
    "one\n\n  two\nthree\n",
    "tab\there",
    "https://example.org/a?b=c#d",
    "a, b",
    "[x]",
    "{y}",
    "back\\slash",
    "two\n\n",
    "\n",
    "*x",
    "&y",
    "true",
    "null",
    "50 %",
    "12:30",
    "@x",
    "a:b",
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
    "~",
    "trailing \nspace",
    "cr\r\nlf",
    "\u{feff}",
    "😀",
];

const KEYS: &[&str] =
    &["name", "url", "summary", "highlights", "x-y", "no", "a b", "é", "1", "note:", "it's", "en"];

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn of(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % count.max(1) as u64).unwrap()
    }

    pub(super) fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.of(all.len()))
    }

    pub(super) fn key(&mut self) -> String {
        (*self.pick(KEYS).unwrap()).to_owned()
    }

    pub(super) fn text(&mut self) -> String {
        (*self.pick(TEXTS).unwrap()).to_owned()
    }

    /// The text with a word more, or less, or another.
    pub(super) fn changed(&mut self, text: &str) -> String {
        let words: Vec<&str> = text.split(' ').collect();
        let at = self.of(words.len());
        match self.of(4) {
            0 => text.replacen(words[at], &self.text(), 1),
            1 => format!("{text} {}", self.text()),
            2 => text.replacen(words[at], "", 1),
            _ => text.replacen(words[at], "new", 1),
        }
    }

    pub(super) fn value(&mut self, depth: usize) -> Value {
        match self.of(if depth == 0 { 6 } else { 10 }) {
            0 => Value::Null,
            1 => Value::Bool(self.of(2) == 0),
            2 => Value::Number([0.0, 1.0, 2020.0, -1.5, 1e20][self.of(5)]),
            3..=5 => Value::Text(self.text()),
            6 | 7 => Value::List((0..self.of(4)).map(|_| self.value(depth - 1)).collect()),
            _ => {
                let mut members: Vec<(String, Value)> = Vec::new();
                for _ in 0..self.of(5) {
                    let key = self.key();
                    if members.iter().all(|(other, _)| *other != key) {
                        members.push((key, self.value(depth - 1)));
                    }
                }
                Value::Object(members)
            }
        }
    }

    /// A value that has much in common with another.
    pub(super) fn like(&mut self, value: &Value) -> Value {
        match value {
            Value::List(all) => {
                let mut like = Vec::new();
                for element in all {
                    match self.of(6) {
                        0 => {}
                        1 => like.extend([self.value(1), element.clone()]),
                        _ => like.push(self.like(element)),
                    }
                }
                Value::List(like)
            }
            Value::Object(all) => {
                let mut like = Vec::new();
                for (key, value) in all {
                    match self.of(6) {
                        0 => {}
                        1 => {
                            let new = (key.clone() + "3", self.value(1));
                            like.extend([(key.clone(), value.clone()), new]);
                        }
                        _ => like.push((key.clone(), self.like(value))),
                    }
                }
                Value::Object(like)
            }
            other if self.of(4) > 0 => other.clone(),
            Value::Text(text) => Value::Text(self.changed(text)),
            _ => self.value(1),
        }
    }
}
