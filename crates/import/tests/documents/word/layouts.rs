//! Pages with columns, text boxes and pictures.

use super::check;
use super::docx::{Docx, bold, item, p, styled, table, text};

fn text_box(place: &str, content: &str) -> String {
    format!(
        r#"<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>{place}<a:graphic><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"#
    )
}

fn at(x: u32, y: u32, width: u32) -> String {
    format!(
        r#"<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV><wp:extent cx="{width}" cy="900"/>"#
    )
}

#[test]
fn text_boxes_are_read_once_and_in_their_order() {
    let boxes = [
        text_box(&at(0, 2_000, 3_000), &text("Go, Rust")),
        text_box(&at(4_000, 2_000, 3_000), &text("Kestrel, Engineer, Jan 2020 – Present")),
        text_box(&at(4_000, 1_000, 3_000), &styled("berschrift1", "Experience")),
        text_box(&at(0, 1_000, 3_000), &styled("berschrift1", "Skills")),
        text_box(&at(0, 0, 7_000), &styled("Titel", "Mira Solano")),
    ];
    let json = check(
        &Docx::of(&p(&boxes.concat())),
        &[
            ("name", "Mira Solano"),
            ("sections/0/title", "Skills"),
            ("sections/0/kind", "skills"),
            ("sections/1/title", "Experience"),
            ("sections/1/items/0/name", "Kestrel"),
        ],
    );
    assert_eq!(json.matches("Kestrel").count(), 1, "{json}");
}

#[test]
fn a_box_beside_the_text_does_not_divide_it() {
    let side = format!("{}{}", styled("berschrift1", "Skills"), text("Go, Rust"));
    let body = [
        p(&text_box("", &side)),
        styled("Titel", "Mira Solano"),
        text("mira@example.org"),
        styled("berschrift1", "Experience"),
        text("Kestrel, Engineer, Jan 2020 – Present"),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("name", "Mira Solano"),
            ("email", "mira@example.org"),
            ("sections/0/title", "Skills"),
            ("sections/1/title", "Experience"),
        ],
    );
}

#[test]
fn columns_of_a_page_follow_each_other() {
    let left = [styled("berschrift1", "Skills"), text("Go, Rust")].concat();
    let inner = table(&[&[&bold("Kestrel"), &text("Jan 2020 – Present")]]);
    let right = [
        styled("Titel", "Mira Solano"),
        text("mira@example.org"),
        styled("berschrift1", "Experience"),
        inner,
        item(1, 0, "Ran the train"),
    ]
    .concat();
    check(
        &Docx::of(&table(&[&[&left, &right]])),
        &[
            ("name", "Mira Solano"),
            ("email", "mira@example.org"),
            ("sections/0/title", "Skills"),
            ("sections/1/title", "Experience"),
            ("sections/1/items/0/name", "Kestrel"),
            ("sections/1/items/0/highlights/0", "Ran the train"),
        ],
    );
}

#[test]
fn dates_beside_an_entry_are_its_dates() {
    let entry = |name: &str| format!("{}{}", bold(name), item(1, 0, "Ran the train of releases"));
    let rows = table(&[
        &[&text("2020 – 2022"), &entry("Engineer, Kestrel")],
        &[&text("2016 – 2020"), &entry("Tester, Cometa")],
    ]);
    check(
        &Docx::cv(&rows),
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/startDate", "2020"),
            ("sections/0/items/0/highlights/0", "Ran the train of releases"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/1/startDate", "2016"),
        ],
    );
}

#[test]
fn a_list_goes_on_in_the_next_cell() {
    let three = |names: [&str; 3]| names.map(|name| item(1, 0, name)).concat();
    let body = [
        styled("berschrift1", "Own strengths"),
        table(&[&[&three(["Planning", "Testing", "Sailing"]), &three(["Tea", "Maps", "Rivers"])]]),
    ];
    check(
        &Docx::cv(&body.concat()),
        &[("sections/1/items/2/name", "Sailing"), ("sections/1/items/3/name", "Tea")],
    );
}

#[test]
fn titles_beside_their_sections_are_headings() {
    let rows = table(&[
        &[&bold("Experience"), &text("Kestrel, Engineer, Jan 2020 – Present")],
        &[&bold("Education"), &text("University of Porto, BSc, 2012 – 2016")],
    ]);
    check(
        &Docx::of(&format!("{}{rows}", styled("Titel", "Mira Solano"))),
        &[
            ("sections/0/title", "Experience"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/1/title", "Education"),
        ],
    );
}

fn picture(id: &str, size: (u32, u32), about: &str) -> String {
    let (width, height) = size;
    p(&format!(
        r#"<w:r><w:drawing><wp:inline><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="1" {about}</wp:docPr><a:graphic><pic:pic><pic:blipFill><a:blip r:embed="{id}"/></pic:blipFill></pic:pic></a:graphic></wp:inline></w:drawing></w:r>"#
    ))
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &size].concat()
}

#[test]
fn the_portrait_is_a_picture_in_the_head() {
    let centimetre = 360_000;
    let body = [
        picture("icon", (centimetre / 2, centimetre / 2), r#"descr="phone">"#),
        picture("banner", (centimetre * 16, centimetre * 3), r#"descr="A wide river at night">"#),
        picture("photo", (centimetre * 3, centimetre * 4), r#"descr="Portrait">"#),
        styled("Titel", "Mira Solano"),
        picture("link", (centimetre / 2, centimetre / 2), r#"><a:hlinkClick r:id="l1"/>"#),
        styled("berschrift1", "Experience"),
        text("Kestrel, Engineer, Jan 2020 – Present"),
    ];
    let document = Docx::of(&body.concat())
        .part("icon", "image", "media/icon.png", &png(600, 600))
        .part("banner", "image", "media/banner.png", &png(600, 100))
        .part("photo", "image", "media/photo.png", &png(300, 400))
        .part("link", "image", "media/link.png", &png(100, 100))
        .page("l1", "https://github.com/mirasolano");
    let imported = document.read();
    assert_eq!(imported.portrait, Some(png(300, 400)));
    let json = check(
        &document,
        &[("name", "Mira Solano"), ("links/0/url", "https://github.com/mirasolano")],
    );
    assert!(!json.contains("phone"), "{json}");
}

#[test]
fn boxes_may_be_counted_from_the_page_and_from_its_margin() {
    let placed = |base: &str, x: i32, y: i32, content: &str| {
        let place = at(0, 0, 3_000_000)
            .replace(
                "relativeFrom=\"page\"><wp:posOffset>0",
                &format!("relativeFrom=\"{base}\"><wp:posOffset>{x}"),
            )
            .replacen(
                &format!("positionV relativeFrom=\"{base}\"><wp:posOffset>{x}"),
                &format!("positionV relativeFrom=\"paragraph\"><wp:posOffset>{y}"),
                1,
            );
        text_box(&place, content)
    };
    let boxes = [
        placed("margin", 0, 4_000, &text("Kestrel, Engineer, Jan 2020 – Present")),
        placed("page", 914_400, 3_000, &styled("berschrift1", "Experience")),
        placed("column", 0, 2_000, &text("Go, Rust")),
        placed("column", 0, 1_000, &styled("berschrift1", "Skills")),
        placed("page", 914_400, 0, &styled("Titel", "Mira Solano")),
    ];
    check(
        &Docx::of(&p(&boxes.concat())),
        &[
            ("name", "Mira Solano"),
            ("sections/0/kind", "skills"),
            ("sections/1/items/0/name", "Kestrel"),
        ],
    );
}

#[test]
fn the_shapes_of_a_group_have_places_of_their_own() {
    let shape = |y: u32, content: &str| {
        format!(
            r#"<wps:wsp><wps:spPr><a:xfrm><a:off x="0" y="{y}"/><a:ext cx="3" cy="3"/></a:xfrm></wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"#
        )
    };
    let shapes = [shape(8_000, &text("Go, Rust")), shape(4_000, &styled("berschrift1", "Skills"))];
    let group = format!(
        "<w:r><w:drawing><wp:anchor>{}<a:graphic><wpg:wgp>{}</wpg:wgp></a:graphic></wp:anchor></w:drawing></w:r>",
        at(0, 0, 3_000),
        shapes.concat()
    );
    let body = [styled("Titel", "Mira Solano"), p(&group)];
    check(&Docx::of(&body.concat()), &[("sections/0/kind", "skills")]);
}

#[test]
fn a_frame_around_a_heading_belongs_to_the_text_below_it() {
    let frame = |title: &str| p(&text_box("", &styled("berschrift1", title)));
    let body = [
        styled("Titel", "Mira Solano"),
        frame("Skills"),
        text("Go, Rust"),
        frame("Experience"),
        text("Kestrel, Engineer, Jan 2020 – Present"),
    ];
    check(
        &Docx::of(&body.concat()),
        &[("sections/0/kind", "skills"), ("sections/1/items/0/name", "Kestrel")],
    );
}

#[test]
fn dates_may_be_text_boxes_in_the_cell_beside_an_entry() {
    let dates = |said: &str| p(&text_box(&at(0, 0, 900), &text(said)));
    let row = |said: &str, firm: &str| {
        let entry = [bold("Engineer"), text(firm), item(1, 0, "Built boats")].concat();
        table(&[&[&dates(said), &entry]])
    };
    let body = [row("2019-01 - 2019-08", "Kestrel"), row("2016 - 2018", "Cometa")];
    check(
        &Docx::cv(&body.concat()),
        &[
            ("sections/0/items/0/startDate", "2019-01"),
            ("sections/0/items/0/endDate", "2019-08"),
            ("sections/0/items/1/startDate", "2016"),
        ],
    );
}
