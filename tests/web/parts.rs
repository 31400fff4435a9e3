//! The parts of the builder answer as the native builder does, and the builder without them is small.

use super::dist::{env_path, root};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use perfil_cli::read_shell;
use perfil_import::{decoded_here, detected_here, listed_glyph_here};
use perfil_model::language::{Date, Tag, format_date_here, format_range_here, order_here};
use perfil_text::{line_breaks_here, transliterate_here};
use std::cmp::Ordering;
use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// The most that the builder may take, as hosts send it (Brotli 11), in bytes.
const MAX_BUILDER: usize = 1_500_000;

const TAGS: [&str; 12] =
    ["en", "es-MX", "de", "sv", "cs", "ar", "fa", "hi", "th", "ja", "zh-Hant", "zu"];

/// A question to a part, and its answer.
struct Case {
    part: &'static str,
    question: Vec<u8>,
    expected: Vec<u8>,
}

fn case(part: &'static str, question: impl Into<Vec<u8>>, expected: impl Into<Vec<u8>>) -> Case {
    Case { part, question: question.into(), expected: expected.into() }
}

fn languages_of_cldr(cases: &mut Vec<Case>) {
    let dates = ["0067", "1987", "2021-03", "2021-11", "2021-03-05", "1066-12-31"];
    let dates = dates.map(|written| Date::parse(written).unwrap());
    let names = ["Zig", "élan", "Ñandú", "nube", "č", "ch", "c", "å", "ö", "字", "中文", "あ", ""];
    for written in TAGS {
        let tag = Tag::parse(written).unwrap();
        for start in dates {
            cases.push(case("dates", format!("{tag}\0{start}"), format_date_here(start, &tag)));
            for end in dates {
                let range = format_range_here(start, end, &tag).unwrap_or_default();
                cases.push(case("dates", format!("{tag}\0{start}\0{end}"), range));
            }
        }
        for a in names {
            for b in names {
                let order = match order_here(&tag)(a, b) {
                    Ordering::Less => 0,
                    Ordering::Equal => 1,
                    Ordering::Greater => 2,
                };
                cases.push(case("order", format!("{tag}\0{a}\0{b}"), [order]));
            }
        }
    }
}

fn texts(cases: &mut Vec<Case>) {
    for text in ["วิศวกรซอฟต์แวร์ที่กรุงเทพ", "ວິສະວະກອນ", "ဆော့ဖ်ဝဲ အင်ဂျင်နီယာ", "វិស្វករ កម្មវិធី", "one two", ""]
    {
        let breaks = line_breaks_here(text).into_iter();
        let positions = breaks.flat_map(|at| u32::try_from(at).unwrap().to_le_bytes());
        cases.push(case("lines", text, positions.collect::<Vec<_>>()));
    }
    for name in ["Ада Лавлейс", "李小龍", "محمد", "김철수", "Ada", ""] {
        cases.push(case("letters", name, transliterate_here(name)));
    }
    for text in
        ["Built the pipelines that carry the payments of four banks.", "Написала программу", "?"]
    {
        let found = detected_here(text).map(Vec::from).unwrap_or_default();
        cases.push(case("languages", text, found));
    }
    for glyph in ["Aacute", "uni0416", "fi", "none"] {
        cases.push(case("glyphs", glyph, listed_glyph_here(glyph)));
    }
    for (encoding, bytes) in [
        ("windows-1251", &b"\xcf\xf0\xe8\xe2\xe5\xf2"[..]),
        ("Shift_JIS", b"\x90\x45\x97\xf0\x81"),
        ("Big5", b"\xa4\xa4\xa4\xe5\xff"),
        ("UTF-16LE", b"\xff\xfeA\0\xe9\0"),
    ] {
        for is_strict in [false, true] {
            let text = decoded_here(bytes, encoding, is_strict);
            let expected = text.map(|text| [&[1], text.as_bytes()].concat()).unwrap_or_default();
            let start = [u8::from(is_strict), u8::try_from(encoding.len()).unwrap()];
            let question = [&start, encoding.as_bytes(), bytes].concat();
            cases.push(case("encodings", question, expected));
        }
    }
}

#[test]
fn parts_answer_as_the_native_builder_does() {
    let mut cases = Vec::new();
    languages_of_cldr(&mut cases);
    texts(&mut cases);
    let font = fs::read(root().join("Cargo.lock")).unwrap();
    let compressed = perfil_webfont::compress(&font).unwrap();
    cases.push(case("fonts", font, compressed));
    let table = fs::read(root().join("crates/import/src/dates/months.tsv")).unwrap();
    cases.push(case("months.tsv", "", table));

    let questions: Vec<_> =
        cases.iter().map(|it| (it.part, STANDARD.encode(&it.question))).collect();
    let mut node = Command::new("node")
        .arg(root().join("tests/web/parts.mjs"))
        .arg(env_path("PERFIL_BUILDER"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let questions = serde_json::to_vec(&questions).unwrap();
    node.stdin.take().unwrap().write_all(&questions).unwrap();
    let output = node.wait_with_output().unwrap();
    let answers: Vec<String> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answers.len(), cases.len());
    for (Case { part, question, expected }, answer) in cases.iter().zip(answers) {
        let question = String::from_utf8_lossy(question);
        assert_eq!(STANDARD.decode(answer).unwrap(), *expected, "{part} of {question:.80}");
    }
}

#[test]
fn the_builder_is_small() {
    let folder = env_path("PERFIL_BUILDER");
    let names = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
    let names = names.map(|name| name.into_string().unwrap());
    let is_loaded = |name: &String| {
        // The printer takes a minute, and has a test of its own.
        !name.starts_with("printer")
            && name.rsplit_once('.').is_some_and(|(_, ending)| matches!(ending, "wasm" | "tsv"))
    };
    let mut names: Vec<_> = names.filter(is_loaded).collect();
    names.sort();
    let size = |name: &String| {
        let (bytes, mut small) = (fs::read(folder.join(name)).unwrap(), Vec::new());
        let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
        brotli::BrotliCompress(&mut bytes.as_slice(), &mut small, &parameters).unwrap();
        (name.clone(), small.len())
    };
    let sizes: Vec<_> = names.iter().map(size).collect();
    println!("{sizes:?}");
    let (_, builder) = sizes.iter().find(|(name, _)| name == "builder_bg.wasm").unwrap();
    assert!(*builder <= MAX_BUILDER, "{sizes:?}");
}

/// The largest size of what is loaded until Studio can be typed in, in bytes with Brotli.
const MAX_PAGE: usize = 250_000;

#[test]
fn studio_is_small() {
    let shell = read_shell(Some(&env_path("PERFIL_SHELL"))).unwrap();
    let size = |name: &str| {
        let mut small = Vec::new();
        let mut bytes = shell.studio[name].bytes();
        let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
        brotli::BrotliCompress(&mut bytes, &mut small, &parameters).unwrap();
        small.len()
    };
    let sizes = ["studio.js", "studio_bg.wasm", "studio.css"].map(|name| (name, size(name)));
    println!("{sizes:?}");
    assert!(sizes.iter().map(|(_, size)| size).sum::<usize>() <= MAX_PAGE, "{sizes:?}");
}
