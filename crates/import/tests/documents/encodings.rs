//! Texts in other encodings than UTF-8.

use crate::{at, errors};
use encoding_rs::Encoding;
use perfil_import::{ImportContext, Imported, Kind, Source, import};

fn read(name: &str, bytes: &[u8]) -> Imported {
    let source = Source { name, bytes, language: None };
    import(&[source], &ImportContext::default()).expect("the document is read")
}

/// The beginnings of CVs, each with the encodings that older programs wrote it in.
const TEXTS: [(&str, &str, &str); 15] = [
    ("windows-1252", "Jürgen Größl", "Berufserfahrung\n\nFührte die Küstenwache „Möwe“ – täglich."),
    ("windows-1252", "Zoë Lefèvre", "Expérience\n\nJ’ai géré l’équipe où naît l’été, œuvre à 3 €."),
    ("windows-1252", "Iñigo Núñez", "Experiencia\n\n¿Qué más? Dirección de producción en Málaga."),
    (
        "macintosh",
        "Jürgen Größl",
        "Berufserfahrung\n\nFührte die Küstenwache für Schüler, täglich.",
    ),
    ("windows-1250", "Łucja Żak", "Doświadczenie\n\nZarządzałam zespołem w Łodzi, więc znam się."),
    ("windows-1250", "Jiří Dvořák", "Vzdělání\n\nVedl jsem oddělení vývoje pěti příběhů."),
    ("windows-1254", "Çağrı Şahin", "Eğitim\n\nİstanbul’da geliştirdiğim yazılım ışık ölçer."),
    ("windows-1251", "Мира Соколова", "Опыт работы\n\nРуководила отделом и писала программы."),
    ("koi8-u", "Мира Соколова", "Опыт работы\n\nРуководила отделом и писала программы."),
    ("ibm866", "Мира Соколова", "Опыт работы\n\nРуководила отделом и писала программы."),
    ("windows-1253", "Νίκος Γεωργίου", "Εκπαίδευση\n\nΗ ομάδα μου ήταν μικρή και γρήγορη."),
    ("shift_jis", "山田 花子", "職歴\n\nソフトウェアの開発を担当しました。"),
    ("euc-jp", "山田 花子", "職歴\n\nソフトウェアの開発を担当しました。"),
    ("gbk", "王小明", "工作经历\n\n负责公司网站的开发和维护工作。"),
    ("euc-kr", "김하늘", "경력\n\n회사에서 웹 서비스를 개발했습니다."),
];

#[test]
fn the_encoding_of_a_text_is_the_one_that_makes_words() {
    for (label, name, below) in TEXTS {
        let encoding = Encoding::for_label(label.as_bytes()).expect("it is an encoding");
        for (file, text) in [
            ("cv.txt", format!("{name}\n\n{below}\n")),
            ("cv.md", format!("# {name}\n\n## {below}\n")),
        ] {
            let (bytes, _, is_lossy) = encoding.encode(&text);
            assert!(!is_lossy, "{label} cannot say {text}");
            let imported = read(file, &bytes);
            assert_eq!(errors(&imported.node), Vec::<String>::new(), "{label}");
            assert_eq!(at(&imported.node, "name"), name, "{label}");
            let json = perfil_source::to_json(&imported.node);
            let sentence = below.split("\n\n").nth(1).unwrap_or_default().trim_end_matches('.');
            assert!(json.contains(sentence), "{label}: {json}");
            let said: Vec<&str> = imported.report.iter().map(|it| it.message.as_str()).collect();
            let is_named = said.iter().any(|it| it.contains(encoding.name()));
            assert!(is_named, "{label}: {said:?}");
        }
    }
}

#[test]
fn a_text_of_two_bytes_a_letter_needs_no_mark() {
    let text = "Mira Solano\r\nmira@example.org\r\n\r\nExperience\r\n\r\nBuilt bridges\r\n";
    let little =
        |units: Vec<u16>| units.into_iter().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let big = |units: Vec<u16>| units.into_iter().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    let plain: Vec<u16> = text.encode_utf16().collect();
    let marked: Vec<u16> = std::iter::once(0xfeff).chain(text.encode_utf16()).collect();
    for bytes in [little(plain.clone()), big(plain), little(marked.clone()), big(marked)] {
        let imported = read("cv.txt", &bytes);
        assert_eq!(at(&imported.node, "name"), "Mira Solano");
        assert_eq!(at(&imported.node, "email"), "mira@example.org");
        let said = imported.report.iter().any(|it| it.message.contains("UTF-16"));
        assert!(said, "{:?}", imported.report);
    }
}

#[test]
fn a_wrong_byte_does_not_make_all_others_wrong() {
    let text = b"# Mira Sol\xc3\xa1no\n\nLine\n\n## Caf\xc3\xa9\n\nBl\xc3\xa1 \xff bl\xc3\xa1\n";
    let imported = read("cv.md", text);
    assert_eq!(at(&imported.node, "name"), "Mira Soláno");
    let said = imported.report.iter().find(|it| it.message.contains("0xFF"));
    assert!(said.is_some_and(|it| it.message.starts_with("line 7")), "{:?}", imported.report);
}

#[test]
fn what_is_no_text_is_refused() {
    let bytes: Vec<u8> = (0..4000_u32).map(|at| u8::try_from(at * 7 % 251).unwrap_or(0)).collect();
    for (name, bytes) in
        [("cv.txt", bytes.as_slice()), ("cv.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0")]
    {
        let source = Source { name, bytes, language: None };
        assert!(import(&[source], &ImportContext::default()).is_err(), "{name}");
    }
}

#[test]
fn a_page_is_one_whatever_its_name_says() {
    let page = "<!-- saved -->\n<!DOCTYPE html><html><body><h1>Mira Solano</h1>\
        <p>mira@example.org</p><h2>Skills</h2><ul><li>Rust</li></ul></body></html>";
    for name in ["cv.md", "cv.txt", "cv.docx"] {
        let imported = read(name, page.as_bytes());
        assert_eq!(imported.kind, Kind::WebPage, "{name}");
        assert_eq!(at(&imported.node, "name"), "Mira Solano", "{name}");
        assert_eq!(at(&imported.node, "email"), "mira@example.org", "{name}");
    }
    // Elements within Markdown are no page.
    let imported = read("cv.md", b"<div align=center>\n\n# Mira Solano\n\n</div>\n");
    assert_eq!(imported.kind, Kind::Markdown);
}
