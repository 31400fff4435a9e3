//! Web pages: saved, exported and published CVs.

use crate::{EMAIL, NAME, at, check, errors, file, imported};
use perfil_import::{ImportContext, Imported, Kind, Source, import};
use perfil_source::{Node, Problem};
use std::fs;

fn read(name: &str, bytes: &[u8]) -> Imported {
    let source = Source { name, bytes, language: None };
    import(&[source], &ImportContext::default()).expect("the page is read")
}

/// Returns the text of a file as a page whose body is this.
fn page(body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=en><title>Mira Solano</title><body><h1>Mira Solano</h1>{body}"
    )
}

fn json(imported: &Imported) -> String {
    perfil_source::to_json(&imported.node)
}

#[test]
fn a_page_has_structure_and_no_chrome() {
    let json = check(
        "page.html",
        &[
            NAME,
            EMAIL,
            ("language", "en"),
            ("headline", "Backend Engineer"),
            ("phone", "+351 912 345 678"),
            ("links/0/label", "GitHub"),
            ("sections/0/kind", "timeline"),
            ("sections/0/title", "Work experience"),
            ("sections/0/items/0/name", "Kestrel & Sons"),
            ("sections/0/items/0/position", "Software Engineer"),
            ("sections/0/items/0/startDate", "2019-04"),
            ("sections/0/items/0/endDate", "2021-03"),
            (
                "sections/0/items/0/highlights/0",
                "Moved the [billing](https://mira.example.org/cv/talks/billing.html) to events",
            ),
            ("sections/0/items/1/name", "Petrel"),
            ("sections/0/items/1/startDate", "2016-02-01"),
            ("sections/0/items/1/endDate", "2019-03-31"),
            ("sections/1/kind", "skills"),
            ("sections/1/items/0/keywords/1", "Go"),
            ("sections/2/kind", "languages"),
            ("sections/2/items/1/fluency", "C1"),
        ],
    );
    assert!(json.contains("Rust, PostgreSQL"), "{json}");
    for left_out in
        ["cookies", "Home", "Secret", "Hidden", "JavaScript", "Your name", "Powered", "¶", "script"]
    {
        assert!(!json.contains(left_out), "{left_out}: {json}");
    }
    let report = file("page.html").report;
    let unsafe_links: Vec<&Problem> =
        report.iter().filter(|it| it.message.contains("javascript")).collect();
    assert_eq!(unsafe_links.len(), 1, "{report:?}");
}

#[test]
fn microformats_say_what_each_part_is() {
    check(
        "h-resume.html",
        &[
            NAME,
            EMAIL,
            ("headline", "Gardener of graphs"),
            ("location/city", "Porto"),
            ("sections/0/title", "What I did"),
            ("sections/0/kind", "timeline"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Keeper of Looms"),
            ("sections/0/items/0/startDate", "2019-04-01"),
            ("sections/0/items/0/endDate", "2021-03-31"),
            ("sections/0/items/0/location", "Lisbon"),
            ("sections/0/items/0/url", "https://kestrel.example"),
            ("sections/0/items/0/summary", "Kept the looms."),
            ("sections/0/items/1/name", "Petrel"),
            ("sections/0/items/1/position", "Weaver"),
            ("sections/0/items/1/startDate", "2021-04"),
            ("sections/0/items/1/endDate", ""),
            ("sections/0/items/1/highlights/1", "Mended"),
            ("sections/0/items/2/name", "Heron"),
            ("sections/0/items/2/roles/0/position", "Second"),
            ("sections/0/items/2/roles/0/endDate", "2018-01"),
            ("sections/0/items/2/roles/1/duration", "P2Y"),
            ("sections/1/items/0/name", "Loom Academy"),
            ("sections/1/items/0/studyType", "BSc"),
        ],
    );
    check(
        "hresume.html",
        &[
            NAME,
            EMAIL,
            ("language", "en"),
            ("location/city", "Porto"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Loom keeper"),
            ("sections/0/items/0/startDate", "2019-04"),
            ("sections/0/items/0/endDate", "2021-03"),
            ("sections/0/items/0/summary", "Kept the looms."),
        ],
    );
}

#[test]
fn schema_says_who_the_person_is() {
    let json = check(
        "schema.html",
        &[
            NAME,
            EMAIL,
            ("language", "pt-BR"),
            ("headline", "Tecelã de dados"),
            ("location/city", "Porto"),
            ("sections/0/items/0/name", "Falcão"),
            ("sections/0/items/0/position", "Guardiã"),
            ("sections/0/items/0/startDate", "2019-04"),
            ("sections/0/items/0/endDate", "2021-03"),
        ],
    );
    assert_eq!(json.matches("Tecelã").count(), 1, "{json}");
    assert_eq!(json.matches("github.com").count(), 1, "{json}");
    assert_eq!(json.matches("social.example/@mira").count(), 1, "{json}");
}

#[test]
fn pages_of_word_processors_have_lists_and_headings() {
    let json = check(
        "word.htm",
        &[
            NAME,
            EMAIL,
            ("language", "en-GB"),
            ("sections/0/title", "EXPERIENCE"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Software Engineer"),
            ("sections/0/items/0/startDate", "2019-04"),
            ("sections/0/items/0/highlights/1", "Halved the bill"),
            ("sections/1/items/0/name", "University of Porto"),
        ],
    );
    assert!(!json.contains("Somebody") && !json.contains("note"), "{json}");
    check(
        "google-docs.html",
        &[
            NAME,
            EMAIL,
            ("sections/0/title", "Experience"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Software Engineer"),
            ("sections/0/items/0/endDate", "2021-03"),
            ("sections/0/items/0/highlights/0", "Moved the billing to JavaScript"),
        ],
    );
}

#[test]
fn pages_of_other_programs_are_read() {
    let json = check(
        "docutils.html",
        &[
            NAME,
            EMAIL,
            ("headline", "Software Engineer"),
            ("phone", "+351 912 345 678"),
            ("sections/0/title", "Work experience"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Software Engineer"),
            ("sections/0/items/0/highlights/1", "Halved the bill"),
            ("sections/1/items/0/name", "University of Porto"),
        ],
    );
    assert!(!json.contains("Contents"), "{json}");
    let json = check(
        "saved-profile.html",
        &[
            NAME,
            ("headline", "Software Engineer"),
            ("location/city", "Porto"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Software Engineer"),
            ("sections/0/items/0/startDate", "2019-04"),
            ("sections/1/items/0/name", "Heron Club"),
            ("sections/1/items/0/position", "Treasurer"),
            ("sections/1/items/0/startDate", "2020-01"),
        ],
    );
    assert_eq!(json.matches("Kestrel").count(), 1, "{json}");
    assert!(!json.contains("Feed") && !json.contains("Legal"), "{json}");
    let empty =
        page("").replace("<h1>Mira Solano</h1>", "<div id=app></div><script src=a.js></script>");
    let report = imported("cv.html", &empty).report;
    assert!(report.iter().any(|it| it.message.contains("scripts")), "{report:?}");
}

#[test]
fn the_name_is_first_whatever_column_it_is_in() {
    check(
        "columns.html",
        &[
            NAME,
            EMAIL,
            ("headline", "Software Engineer"),
            ("sections/0/kind", "skills"),
            ("sections/1/title", "Experience"),
            ("sections/1/items/0/name", "Kestrel"),
            ("sections/1/items/0/startDate", "2019-04"),
        ],
    );
}

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
    assert_eq!(imported("cv.md", &text).kind, Kind::Markdown);
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
fn the_portrait_can_be_in_the_page() {
    let picture = "iVBORw0KGgo".repeat(40);
    let text = page(&format!("<img alt='Portrait' src='data:image/png;base64,{picture}'><p>a"));
    let found = imported("cv.html", &text).portrait.expect("there is a portrait");
    assert!(found.starts_with(b"\x89PNG"), "{found:?}");
    let small =
        "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src='https://a.example/m.jpg'>";
    let imported = imported("cv.html", &page(small));
    assert_eq!(imported.portrait, None);
    assert_eq!(at(&imported.node, "imageUrl"), "https://a.example/m.jpg");
}

#[test]
fn the_language_is_that_of_the_sentences() {
    let text = "<html lang=en><h1>Mira Solano</h1><h2>Perfil</h2><p>Soy ingeniera de datos con \
        muchos años de experiencia en empresas de logística, y me gusta trabajar con personas que \
        quieren aprender cada día algo nuevo.</p>";
    assert_eq!(at(&imported("cv.html", text).node, "language"), "es");
    let stated = page("<p>Some words.</p>").replace("lang=en", "lang=de_AT");
    assert_eq!(at(&imported("cv.html", &stated).node, "language"), "de-AT");
}

#[test]
fn hidden_addresses_and_plain_texts_are_read() {
    let mut hidden = "42".to_owned();
    hidden.extend("mira@example.org".bytes().map(|byte| format!("{:02x}", byte ^ 0x42)));
    let text = page(&format!("<p><span class=__cf_email__ data-cfemail={hidden}>[hidden]</span>"));
    assert_eq!(at(&imported("cv.html", &text).node, "email"), "mira@example.org");
    let plain = "<html><body><pre>Mira Solano\nmira@example.org\n\nWORK\n\nKestrel &amp; Sons, Engineer\n\
        2019 - 2021\n- Halved the bill\n</pre></body></html>";
    let node = imported("cv.html", plain).node;
    assert_eq!(at(&node, "name"), "Mira Solano");
    assert_eq!(at(&node, "sections/0/items/0/startDate"), "2019");
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
        assert_eq!(at(&imported.node, "name"), "Mira Solano", "{name}: {}", json(&imported).len());
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
    for entry in fs::read_dir(crate::data("")).expect("the folder is there").flatten() {
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
