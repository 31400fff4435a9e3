//! Finds the name in sentences by which people introduce themselves.

use super::vocabulary::{Kind, has};
use std::ops::Range;

/// Words that say a name, wherever they are.
const NAMED: &[&str] = &[
    "my name is ",
    "name's ",
    "me llamo ",
    "mi nombre es ",
    "meu nome é ",
    "me chamo ",
    "chamo-me ",
    "je m'appelle ",
    "je m’appelle ",
    "mon nom est ",
    "ich heiße ",
    "mein name ist ",
    "mi chiamo ",
    "il mio nome è ",
    "mijn naam is ",
    "jag heter ",
    "jeg heter ",
    "jeg hedder ",
    "nazywam się ",
    "mam na imię ",
    "jmenuji se ",
    "numele meu este ",
    "a nevem ",
    "меня зовут ",
    "мене звати ",
    "benim adım ",
    "adım ",
    "tên tôi là ",
    "nama saya ",
    "我叫",
    "我的名字是",
    "私の名前は",
    "私は",
    "제 이름은 ",
    "저는 ",
    "اسمي ",
    "שמי ",
    "मेरा नाम ",
];

/// Words that say a name only after a greeting.
const AM: &[&str] = &[
    "i'm ", "i’m ", "i am ", "this is ", "soy ", "sou ", "eu sou ", "je suis ", "ich bin ",
    "sono ", "ik ben ", "jag är ", "jeg er ", "jestem ", "ben ", "я ", "我是", "나는 ", "أنا ",
    "saya ", "aku ",
];

/// Those of them with which no name begins.
const WHOLE: &[&str] = &[
    "i am ", "this is ", "soy ", "eu sou ", "je suis ", "ich bin ", "ik ben ", "jag är ",
    "jeg er ", "jestem ", "я ",
];

/// Greetings.
const HELLO: &[&str] = &[
    "hi",
    "hello",
    "hey",
    "hola",
    "olá",
    "ola",
    "oi",
    "bonjour",
    "salut",
    "hallo",
    "hoi",
    "ciao",
    "hej",
    "hei",
    "cześć",
    "witam",
    "ahoj",
    "привет",
    "здравствуйте",
    "привіт",
    "merhaba",
    "selam",
    "你好",
    "您好",
    "こんにちは",
    "안녕하세요",
    "مرحبا",
    "שלום",
    "halo",
    "xin chào",
];

/// The most words of a name in a sentence.
const MAX_WORDS: usize = 4;

/// The longest heading in which a name is looked for, in bytes.
const MAX_HEADING: usize = 300;

/// Returns the range of the name that a heading says: `Hi, I'm Mira Solano!`
pub(super) fn in_heading(text: &str) -> Option<Range<usize>> {
    if text.len() > MAX_HEADING {
        return None;
    }
    let lower = lowered(text);
    let start = lower.find(char::is_alphabetic)?;
    let is_greeting = HELLO.iter().any(|hello| {
        let rest = lower.get(start..).and_then(|rest| rest.strip_prefix(hello));
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic) || is_dense(hello))
    });
    let is_end = |c: char| ".!,?;:(|（，。！、👋".contains(c);
    // `Ich bin Mira Solano.`: a whole heading that says who the person is.
    let is_whole = |word: &&&str| {
        let rest = lower.get(start..).and_then(|it| it.strip_prefix(**word)).unwrap_or_default();
        let name = text.get(text.len() - rest.len()..).unwrap_or_default().trim_end_matches(is_end);
        let mut words = name.split_whitespace();
        WHOLE.contains(*word)
            && (2..=MAX_WORDS).contains(&words.clone().count())
            && words.all(|word| word.starts_with(char::is_uppercase))
            && !has(name, Kind::Job)
    };
    let is_said = |word: &&&str| is_greeting || **word == "i'm " || is_whole(word);
    let words = NAMED.iter().chain(AM.iter().filter(is_said));
    let start = words.filter_map(|words| after(&lower, words)).min()?;
    let rest = text.get(start..)?;
    let end = rest.find(is_end).unwrap_or(rest.len());
    let name = rest.get(..end)?.trim_end();
    (!name.is_empty()).then(|| start..start + name.len())
}

/// Returns the range of the name that a sentence says: `My name is Mira Solano and …`
pub(super) fn in_sentence(text: &str) -> Option<Range<usize>> {
    if text.len() > 4_000 {
        return None;
    }
    if let Some(range) = in_title(text) {
        return Some(range);
    }
    let lower = lowered(text);
    let (start, is_spaced) = NAMED
        .iter()
        .filter(|words| **words != "私は" && **words != "저는 ")
        .filter_map(|words| Some((after(&lower, words)?, !is_dense(words))))
        .min()?;
    let rest = text.get(start..)?;
    if !is_spaced {
        let end = rest.find(|c: char| !perfil_text::is_spaceless(c)).unwrap_or(rest.len());
        let end = rest.find(['で', 'と', '。', '，']).map_or(end, |at| at.min(end));
        let letters = rest.get(..end)?.chars().count();
        return (2..=6).contains(&letters).then(|| start..start + end);
    }
    let (mut end, mut at) = (0, 0);
    for (count, word) in rest.split_inclusive(' ').enumerate() {
        let first = word.chars().next().unwrap_or_default();
        let clean = word.trim_end().trim_end_matches([',', '.', ';', '!', '?', ':']);
        if count >= MAX_WORDS || first.is_lowercase() || !first.is_alphabetic() {
            break;
        }
        end = at + clean.len();
        at += word.len();
        if clean.len() < word.trim_end().len() {
            break;
        }
    }
    let name = rest.get(..end)?;
    (!name.is_empty() && !has(name, Kind::Job)).then(|| start..start + end)
}

/// Reads `山田花子の2022年3月5日現在の職務経歴`.
fn in_title(text: &str) -> Option<Range<usize>> {
    let end = text.find('の').filter(|_| text.contains("経歴"))?;
    let (name, rest) = (text.get(..end)?, text.get(end + 'の'.len_utf8()..)?);
    let is_name =
        (2..=6).contains(&name.chars().count()) && name.chars().all(perfil_text::is_spaceless);
    (is_name && rest.starts_with(|c: char| c.is_ascii_digit())).then_some(0..end)
}

/// Returns the position after words that begin where a word begins.
fn after(lower: &str, words: &str) -> Option<usize> {
    let mut starts = lower.match_indices(words).map(|(at, _)| at);
    let at = starts.find(|at| {
        let before = lower.get(..*at).and_then(|before| before.chars().next_back());
        is_dense(words) || before.is_none_or(|c| !c.is_alphanumeric() && c != '\'')
    })?;
    Some(at + words.len())
}

fn is_dense(text: &str) -> bool {
    text.chars().any(perfil_text::is_spaceless)
}

/// Returns a text in small letters, with the same positions.
fn lowered(text: &str) -> String {
    let lower = |c: char| match c.to_lowercase().next() {
        Some(lower) if lower.len_utf8() == c.len_utf8() => lower,
        _ => c,
    };
    text.chars().map(lower).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_say_their_names() {
        for (text, name) in [
            ("Hi, I'm Mira Solano!", "Mira Solano"),
            ("👋 Hello, I am Mira (mirasolano)", "Mira"),
            ("Привет, я Мира (mira)", "Мира"),
            ("Olá, eu sou Mira Solano 👋", "Mira Solano"),
            ("你好，我是李雷", "李雷"),
            ("Ich bin Mira Solano.", "Mira Solano"),
        ] {
            assert_eq!(in_heading(text).and_then(|it| text.get(it)), Some(name), "{text}");
        }
        for text in
            ["Мария Иванова", "Ben Soy", "Hi Tech Solutions", "Mira Solano", "Ich bin Ingenieurin"]
        {
            assert_eq!(in_heading(text), None, "{text}");
        }
        for (text, name) in [
            ("My name is Mira Solano. I am an engineer.", "Mira Solano"),
            ("Меня зовут Мира Солано, я инженер.", "Мира Солано"),
            ("Benim Adım Ali Mira Solano 12.05.2004 tarihinde doğdum.", "Ali Mira Solano"),
            ("Ich heiße Mira Solano und baue Brücken.", "Mira Solano"),
            ("我叫李雷，今年二十岁。", "李雷"),
            ("山田花子の2022年3月5日現在の職務経歴。", "山田花子"),
        ] {
            assert_eq!(in_sentence(text).and_then(|it| text.get(it)), Some(name), "{text}");
        }
        assert_eq!(in_sentence("I am an Engineer at Kestrel."), None);
    }
}
