//! The text of paragraphs: styles, links, fields, symbols, and what is not for readers.

use super::docx::{Docx, p, r, rp, text};
use super::{check, messages};

fn prose(runs: &str) -> Docx {
    Docx::cv(&p(&format!(
        "{}{runs}{}",
        r("It was long ago that "),
        r(" happened, and nobody knows why.")
    )))
}

#[test]
fn styles_of_text_are_kept() {
    let strong = rp(r#"<w:rStyle w:val="Fett"/>"#, "strong");
    let not = rp(r#"<w:b w:val="0"/>"#, "plain");
    let json = check(
        &prose(&[strong, rp("<w:i/>", " set "), rp("<w:strike/>", "old "), not].concat()),
        &[],
    );
    assert!(
        json.contains("**strong**") && json.contains("*set*") && json.contains("~~old~~"),
        "{json}"
    );
    assert!(json.contains("plain happened"), "{json}");
    // A strong word in a strong style is not strong.
    let toggled = p(&format!(
        r#"<w:pPr><w:pStyle w:val="berschrift1"/></w:pPr>{}{}"#,
        r("Own "),
        rp(r#"<w:rStyle w:val="Fett"/>"#, "words")
    ));
    check(&Docx::cv(&format!("{toggled}{}", text("Tea."))), &[("sections/1/title", "Own words")]);
}

#[test]
fn links_lead_where_they_led() {
    let link = |inner: &str| format!(r#"<w:hyperlink r:id="l1">{inner}</w:hyperlink>"#);
    let simple = r#"<w:fldSimple w:instr=" HYPERLINK &quot;https://b.example/&quot; "><w:r><w:t>simple</w:t></w:r></w:fldSimple>"#;
    let field = r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://c.example/" \o "Tip"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>field</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#;
    let within = r#"<w:hyperlink w:anchor="top"><w:r><w:t>within</w:t></w:r></w:hyperlink>"#;
    let unsafe_link = r#"<w:hyperlink r:id="l2"><w:r><w:t>unsafe</w:t></w:r></w:hyperlink>"#;
    let runs = [&link(&r("page")), simple, field, within, unsafe_link].concat();
    let document = prose(&runs).page("l1", "https://a.example/").page("l2", "javascript:alert(1)");
    let json = check(&document, &[]);
    for link in [
        "[page](https://a.example/)",
        "[simple](https://b.example/)",
        "[field](https://c.example/)",
    ] {
        assert!(json.contains(link), "{link} in {json}");
    }
    assert!(json.contains("withinunsafe"), "{json}");
    let imported = document.read();
    let messages = messages(&imported);
    let expected = "under \"Experience\", paragraph 1: a link to \"javascript\" is not safe";
    assert!(messages.contains(expected), "{messages}");
}

#[test]
fn characters_are_what_word_shows() {
    let runs = r#"<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>era</w:t></w:r><w:r><w:t>t&#xAD;ion</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r><w:r><w:rPr><w:caps/></w:rPr><w:t>shouted</w:t></w:r><m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>"#;
    let json = check(&prose(runs), &[]);
    assert!(json.contains("co-operation→SHOUTEDx+y"), "{json}");
    let ruby = "<w:r><w:ruby><w:rt><w:r><w:t>たなか</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>田中</w:t></w:r></w:rubyBase></w:ruby></w:r>";
    let json = check(&prose(ruby), &[]);
    assert!(json.contains("田中（たなか）"), "{json}");
}

#[test]
fn lines_and_tabs_divide() {
    let entry = "<w:r><w:t>Kestrel</w:t><w:tab/><w:t>Jan 2020 – Present</w:t><w:br/><w:t>Engineer</w:t></w:r>";
    check(
        &Docx::cv(&p(entry)),
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/0/startDate", "2020-01"),
        ],
    );
}

#[test]
fn changes_are_accepted() {
    let runs = [
        "<w:ins>",
        &r("added "),
        "</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>",
        "<w:moveFrom>",
        &r("moved away"),
        "</w:moveFrom><w:moveTo>",
        &r("moved here"),
        "</w:moveTo>",
    ];
    let json = check(&prose(&runs.concat()), &[]);
    assert!(json.contains("added moved here"), "{json}");
    assert!(!json.contains("gone") && !json.contains("away"), "{json}");
    // A paragraph whose mark was deleted goes on in the next.
    let body = format!(
        "{}{}",
        p(&format!("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}", r("One half "))),
        text("and the other.")
    );
    let json = check(&Docx::cv(&body), &[]);
    assert!(json.contains("One half and the other."), "{json}");
}

#[test]
fn what_is_not_for_readers_is_counted() {
    let runs = [
        &rp("<w:vanish/>", "secret salary"),
        r#"<w:r><w:commentReference w:id="0"/></w:r>"#,
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>",
        &r("Click here to type"),
        "</w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent>",
        &r("filled"),
        "</w:sdtContent></w:sdt>",
    ];
    let comment = format!(r#"<w:comment w:id="0">{}</w:comment>"#, text("too boastful?"));
    let document = prose(&runs.concat()).xml("comments", "comments", "comments", &comment);
    let json = check(&document, &[]);
    assert!(json.contains("that filled happened"), "{json}");
    let imported = document.read();
    let all = format!("{json}{}", messages(&imported));
    for word in ["salary", "Click", "boastful"] {
        assert!(!all.contains(word), "{word} in {all}");
    }
    for said in ["comments of the document (1)", "hidden in Word", "nobody filled in (1)"] {
        assert!(all.contains(said), "{said} in {all}");
    }
}

#[test]
fn the_language_is_that_of_the_words_or_else_the_stated_one() {
    let german = rp(r#"<w:lang w:val="de-DE"/>"#, "Kestrel GmbH, Porto");
    let imported = Docx::cv(&p(&german)).read();
    assert_eq!(crate::at(&imported.node, "language"), "de");
    let spanish = "Diseñé la canalización de datos que mueve los pagos de cuatro bancos y escribí las \
                   pruebas que la vigilan.";
    let imported = Docx::cv(&p(&rp(r#"<w:lang w:val="en-US"/>"#, spanish))).read();
    assert_eq!(crate::at(&imported.node, "language"), "es");
}
