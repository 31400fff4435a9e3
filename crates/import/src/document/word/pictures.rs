//! Pictures and text boxes in drawings, and which picture is the portrait.

use super::super::text::Style;
use super::content::{Open, Reader, chosen};
use super::frames::Frame;
use super::links::link;
use super::pieces::{Paragraph, Piece, Span};
use super::xml::{Element, attribute, child, elements, name, relation};

/// Units of drawings (EMU) in a centimetre.
const CENTIMETRE: u64 = 360_000;
/// The least width and height of a portrait as it is shown, in EMU.
const MIN_SHOWN: u64 = CENTIMETRE * 3 / 2;
/// The most width and height of a portrait as it is shown, in EMU: pages that were scanned are larger.
const MAX_SHOWN: u64 = CENTIMETRE * 9;
/// The least width and height of a portrait, in pixels.
const MIN_PIXELS: u32 = 80;

/// A picture that could be the portrait.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Picture {
    /// The path of its part.
    pub(super) part: String,
    /// The number of the paragraph that it is in.
    pub(super) paragraph: usize,
}

/// What a drawing says about its picture.
#[derive(Default)]
struct About {
    description: String,
    /// The width and the height, in EMU.
    size: Option<(u64, u64)>,
    is_decorative: bool,
    address: Option<String>,
    /// Its place on the page.
    frame: Option<Frame>,
}

impl Reader<'_> {
    /// Reads the text boxes and pictures of a drawing.
    pub(super) fn drawing(&mut self, drawing: Element, open: &mut Open) {
        let mut about = About::default();
        self.drawn(drawing, open, &mut about);
    }

    /// Returns the text of a shape of a diagram as a paragraph.
    fn line_of_diagram(&mut self, text: &str) -> Piece {
        let style = Style::default();
        let span = Span { text: text.to_owned(), style, link: None, is_picture: false };
        let number = self.seen.paragraphs;
        self.seen.paragraphs += 1;
        let margin = self.margin;
        Piece::Paragraph(Paragraph {
            number,
            lines: vec![vec![span]],
            margin,
            ..Paragraph::default()
        })
    }

    fn drawn(&mut self, parent: Element, open: &mut Open, about: &mut About) {
        for element in elements(parent) {
            match name(element) {
                "txbxContent" => {
                    let mut pieces = Vec::new();
                    let fields = std::mem::take(&mut self.fields);
                    self.blocks(element, &mut pieces);
                    self.fields = fields;
                    open.boxes.push((about.frame.clone(), pieces));
                }
                "AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.drawn(chosen, open, about);
                    }
                }
                "anchor" => {
                    about.frame = Frame::of(element);
                    self.drawn(element, open, about);
                }
                // The shapes of a group have places of their own in it.
                "wgp" | "wsp" => {
                    let outer = about.frame.clone();
                    about.frame = outer.as_ref().map(|frame| frame.within(element));
                    self.drawn(element, open, about);
                    about.frame = outer;
                }
                "extent" => about.size = size(element, "cx", "cy"),
                "docPr" => self.about(element, about),
                "shape" | "rect" => {
                    about.size = attribute(element, "style").and_then(of_style).or(about.size);
                    if let Some(description) = attribute(element, "alt") {
                        description.clone_into(&mut about.description);
                    }
                    self.drawn(element, open, about);
                }
                "blip" => {
                    if let Some(part) = relation(element, "embed") {
                        self.picture(part, open, about);
                    }
                    self.drawn(element, open, about);
                }
                "relIds" => {
                    let relations = self.relations;
                    let data = relation(element, "dm").unwrap_or_default();
                    let lines = relations.diagram(data).iter();
                    let pieces = lines.map(|it| self.line_of_diagram(it)).collect();
                    open.boxes.push((about.frame.clone(), pieces));
                }
                "chart" => self.seen.charts += 1,
                "imagedata" => {
                    if let Some(part) = relation(element, "id") {
                        self.picture(part, open, about);
                    }
                }
                // The size of one picture of a group.
                "pic" => {
                    let frame = child(element, "spPr").and_then(|it| child(it, "xfrm"));
                    let own = frame.and_then(|it| child(it, "ext"));
                    let own = own.and_then(|it| size(it, "cx", "cy"));
                    let outer = about.size;
                    about.size = own.or(outer);
                    self.drawn(element, open, about);
                    about.size = outer;
                }
                _ => self.drawn(element, open, about),
            }
        }
    }

    fn about(&mut self, element: Element, about: &mut About) {
        if let Some(description) = attribute(element, "descr") {
            description.clone_into(&mut about.description);
        }
        about.is_decorative = element
            .descendants()
            .any(|it| name(it) == "decorative" && attribute(it, "val").is_some_and(|it| it != "0"));
        let target = child(element, "hlinkClick").and_then(|it| relation(it, "id"));
        about.address = target.and_then(|id| self.relations.address(id)).map(str::to_owned);
    }

    /// Reads a picture: it can be the portrait, a link, or something with a description.
    fn picture(&mut self, id: &str, open: &mut Open, about: &mut About) {
        let size = about.size.unwrap_or_default();
        self.seen.images += 1;
        if let Some(address) = about.address.take() {
            match link(&address) {
                Ok(Some(link)) => {
                    let host = url::Url::parse(&link).ok();
                    let host = host.as_ref().and_then(url::Url::host_str);
                    let host = host.map(|host| host.trim_start_matches("www.").to_owned());
                    let span = |text: String| Span {
                        text,
                        style: Style::default(),
                        link: Some(link.clone()),
                        is_picture: false,
                    };
                    let text = host.unwrap_or_else(|| about.description.clone());
                    if let Some(line) = open.paragraph.lines.last_mut() {
                        line.push(span(text));
                    }
                    return;
                }
                Ok(None) => {}
                Err(scheme) => open.paragraph.unsafe_links.push(scheme),
            }
        }
        let Some(part) = self.relations.part(id) else { return };
        if is_portrait(size) {
            let part = part.to_owned();
            self.seen.pictures.push(Picture { part, paragraph: self.seen.paragraphs });
        } else if about.says_something()
            && let Some(line) = open.paragraph.lines.last_mut()
        {
            let text = std::mem::take(&mut about.description);
            line.push(Span { text, style: Style::default(), link: None, is_picture: true });
        }
    }
}

impl About {
    /// Whether somebody described a picture that is more than decoration: programs describe pictures,
    /// too, and name them after their files.
    fn says_something(&self) -> bool {
        let text = self.description.to_lowercase();
        let (width, height) = self.size.unwrap_or_default();
        let is_file = [".png", ".jpg", ".jpeg", ".gif", ".emf", ".svg", "http"];
        let is_made = ["generated", "icon", "logo", "clipart", "picture ", "image "];
        !self.is_decorative
            && width.min(height) >= MIN_SHOWN
            && text.split_whitespace().count() > 2
            && !is_file.iter().chain(&is_made).any(|it| text.contains(it))
    }
}

/// Whether a size in EMU is that of a portrait: about a square, or higher than wide.
fn is_portrait((width, height): (u64, u64)) -> bool {
    let sizes = MIN_SHOWN..=MAX_SHOWN;
    sizes.contains(&width) && sizes.contains(&height) && has_portrait_ratio(width, height)
}

fn has_portrait_ratio(width: u64, height: u64) -> bool {
    // From 3 by 5 to 5 by 4.
    width * 5 >= height * 3 && width * 4 <= height * 5
}

fn size(element: Element, width: &str, height: &str) -> Option<(u64, u64)> {
    let of = |name| attribute(element, name).and_then(|it| it.parse().ok());
    Some((of(width)?, of(height)?))
}

/// Returns the size in a style of VML: `width:85pt;height:113.4pt`.
fn of_style(style: &str) -> Option<(u64, u64)> {
    let of = |wanted: &str| {
        let found = style.split(';').filter_map(|it| it.split_once(':'));
        let (_, written) = found.into_iter().find(|(name, _)| name.trim() == wanted)?;
        let end = written.find(|c: char| c.is_alphabetic()).unwrap_or(written.len());
        let (number, unit) = written.split_at(end);
        // An EMU is a whole number of each unit's parts of a hundred.
        let (whole, part) = number.trim().split_once('.').unwrap_or((number.trim(), "0"));
        let part = format!("{part:0<2}");
        let hundredths =
            whole.parse::<u64>().ok()?.checked_mul(100)? + part.get(..2)?.parse::<u64>().ok()?;
        let of_unit = match unit.trim() {
            "in" => 914_400,
            "cm" => CENTIMETRE,
            "mm" => CENTIMETRE / 10,
            "px" => 9_525,
            _ => 12_700,
        };
        Some(hundredths.checked_mul(of_unit)? / 100)
    };
    Some((of("width")?, of("height")?))
}

/// Whether a file is a PNG or JPEG that can be a portrait, by its width and height in pixels.
pub(super) fn is_photo(bytes: &[u8]) -> bool {
    let Some((width, height)) = pixels(bytes) else { return false };
    width >= MIN_PIXELS && height >= MIN_PIXELS
}

fn pixels(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |bytes: &[u8]| bytes.iter().fold(0_u32, |all, byte| all << 8 | u32::from(*byte));
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some((number(bytes.get(16..20)?), number(bytes.get(20..24)?)));
    }
    if !bytes.starts_with(b"\xff\xd8\xff") {
        return None;
    }
    let mut at = 2;
    while let [0xff, marker, rest @ ..] = bytes.get(at..)? {
        match marker {
            0xff => at += 1,
            // A frame: its precision, height and width.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Some((number(rest.get(5..7)?), number(rest.get(3..5)?)));
            }
            _ => at += 2 + usize::try_from(number(rest.get(..2)?)).ok()?,
        }
    }
    None
}
