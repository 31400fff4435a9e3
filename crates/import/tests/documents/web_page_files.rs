//! Web pages as files: their encodings, positions in them, and pages that nobody would write.

use crate::web_pages::{page, read};
use crate::{at, data, errors, imported};
use perfil_import::{ImportContext, Kind, Source, import};
use perfil_source::Node;
use std::fs;

#[test]
fn pages_are_recognized_by_their_beginning() {
    let text = page("<p>mira@example.org</p>");
    for (name, before) in
        [("cv.php", ""), ("cv", "\u{feff}\n"), ("cv.aspx", "<?xml version=\"1.0\"?> <!-- a -->\n")]
    {
        let imported = imported(name, &format!("{before}{text}"));
        assert_eq!(imported.kind, Kind::WebPage, "{name}");
        assert_eq!(at(&imported.node, "email"), "mira@example.org", "{name}");
    }
    assert_eq!(imported("cv.html", "Mira Solano").kind, Kind::WebPage);
}

#[test]
fn encodings_are_those_that_pages_state() {
    let text = "<html><head><meta charset=windows-1252><title>x</title></head>\n<body>\n\
        <h1>Íñigo Núñez</h1>\n<h2>Über mich</h2><p><a href=\"vbscript:x\">Grüße</a></p>";
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    let imported = read("cv.html", &latin);
    assert_eq!(at(&imported.node, "name"), "Íñigo Núñez");
    let found = imported.report.iter().find(|it| it.message.contains("vbscript"));
    let message = found.map(|it| it.message.clone()).unwrap_or_default();
    assert!(message.starts_with("line 4"), "{message}");
    // What is UTF-8 is read as such, whatever the page says.
    assert_eq!(at(&read("cv.html", text.as_bytes()).node, "name"), "Íñigo Núñez");
    let wide: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(at(&read("cv.html", &wide).node, "name"), "Íñigo Núñez");
    let unstated: Vec<u8> = latin.iter().skip(37).copied().collect();
    let imported = read("cv.html", &unstated);
    assert_eq!(at(&imported.node, "name"), "Íñigo Núñez");
    assert!(imported.report.iter().any(|it| it.message.contains("UTF-8")), "{:?}", imported.report);
    let one_wrong =
        ["<title>이력서</title><h1>山田 花子</h1><p>\u{7}".as_bytes(), b"\xff<p>x"].concat();
    let imported = read("cv.html", &one_wrong);
    assert_eq!(at(&imported.node, "name"), "山田 花子");
    assert!(imported.report.iter().any(|it| it.message.contains("0xFF")), "{:?}", imported.report);
    let japanese = b"<meta charset=shift_jis><h1>\x8eR\x93c \x89\xd4\x8eq</h1>";
    assert_eq!(at(&read("cv.html", japanese).node, "name"), "山田 花子");
}

#[test]
fn positions_are_those_of_the_file() {
    let text = page("\n<p>&nbsp;<a href='cv.pdf'>as PDF</a></p>");
    let imported = imported("cv.html", &text);
    let found = imported.report.iter().find(|it| it.message.contains("relative"));
    let span = found.and_then(|it| it.span.clone()).expect("it has a position");
    assert_eq!(text.get(span), Some("<a href='cv.pdf'>"));
    let name = imported.node.get("name").expect("there is a name");
    assert_eq!(text.get(name.span.clone()), Some("Mira Solano"));
}

#[test]
fn whatever_a_page_is_it_builds_quickly() {
    let entities = "&#x1F600;&notanentity;&amp".repeat(4_000);
    let script = format!("<script>{}</script>", "</div><!--<script>".repeat(4_000));
    for (name, body) in [
        ("lists", "<ul><li>a".repeat(4_000)),
        ("divisions", "<div class=nav>a".repeat(4_000)),
        ("tables", "<table><tr><td>a".repeat(4_000)),
        ("events", "<div class='h-event'><b class=p-name>a</b>".repeat(2_000)),
        ("cards", "<div class='vcard vevent'><b class=org>a</b>".repeat(2_000)),
        ("headings", "<h2>Work</h2><div>2019<h3>a".repeat(2_000)),
        ("links", "<a href='x'>a<a href='#b'>b".repeat(4_000)),
        ("styles", "<b><i><font><p>a".repeat(4_000)),
        ("footers", "<footer><form><input>a".repeat(2_000)),
        ("terms", "<dl><dt>a<dd>b".repeat(2_000)),
        ("comments", "<!-- ".repeat(20_000)),
        ("attributes", format!("<p {}>a", "a=b c='d' ".repeat(20_000))),
        ("raw", "<plaintext></div>".repeat(1_000)),
        ("nulls", "a\0<p\0>\0".repeat(4_000)),
        ("pictures", "<img alt=a src='data:,x'>".repeat(2_000)),
        ("chips", "<span class=a>b</span>".repeat(4_000)),
        ("style", format!("<style>{}</style>", "@media{.a{".repeat(4_000))),
        ("base", "<base href='//'><meta http-equiv=refresh content='0;url=x'>".repeat(1_000)),
        ("ends", "</div></p></br></table></li></body></html>".repeat(2_000)),
        ("entities", entities),
        ("script", script),
    ] {
        let start = std::time::Instant::now();
        let imported = imported("cv.html", &page(&body));
        assert_eq!(errors(&imported.node), Vec::<String>::new(), "{name}");
        assert_eq!(at(&imported.node, "name"), "Mira Solano", "{name}");
        let seconds = start.elapsed().as_secs();
        assert!(seconds < 15, "{name} took {seconds} s");
    }
    let large = vec![b'<'; 50 << 20];
    let source = Source { name: "large.html", bytes: &large, language: None };
    let problems = import(&[source], &ImportContext::default()).expect_err("it is too large");
    assert!(problems.iter().any(|it| it.message.contains("MiB")), "{problems:?}");
}

/// Asserts that positions are in the text, between its characters.
#[track_caller]
fn assert_places(node: &Node, text: &str) {
    let span = &node.span;
    assert!(span.start <= span.end && span.end <= text.len(), "{span:?} {}", text.len());
    assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{span:?}");
    node.elements().iter().for_each(|inner| assert_places(inner, text));
    node.members().iter().for_each(|member| assert_places(&member.value, text));
}

#[test]
fn positions_are_between_characters() {
    let pieces = ["é&nbsp;\u{3000}", "\u{a0}&Tab;&Tab;\u{3000}ü ", "&nGt;&lt;é\r\n", "</p><b>ö"];
    for entry in fs::read_dir(data("")).expect("the folder is there").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.contains(".htm") {
            continue;
        }
        let text = fs::read_to_string(entry.path()).expect("the page is there");
        for (start, piece) in pieces.iter().enumerate() {
            let mut damaged = String::new();
            for (index, c) in text.chars().enumerate() {
                damaged.push(c);
                if (index + start * 13) % 53 == 0 {
                    damaged.push_str(piece);
                }
            }
            assert_places(&imported(&name, &damaged).node, &damaged);
        }
        assert_places(
            &imported(&name, &format!("\u{feff}{text}")).node,
            &format!("\u{feff}{text}"),
        );
    }
}
