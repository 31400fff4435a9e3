//! Fonts: which characters their codes stand for, how wide they are, and how they look.

use super::character_collections::CharacterCollection;
use super::encodings::Encoding;
use super::glyph_names::{glyph_text, is_cork, numbered, own_encoding};
use super::legacy_codes::LegacyCodes;
use super::limits::Budget;
use super::looks::Look;
use super::{glyph_widths, standard_widths, streams, unicode_maps};
use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use std::collections::HashMap;

/// A code of a text, as its font reads it.
pub(super) struct Code {
    /// Its characters; `None` if the file does not say which.
    pub(super) text: Option<String>,
    /// Its width, for a font of size 1.
    pub(super) width: f64,
    /// Whether it is the space that word spacing widens.
    pub(super) is_space: bool,
}

/// A font.
pub(super) struct Font {
    pub(super) look: Look,
    unicode: Option<CMap>,
    characters: Characters,
    widths: Widths,
    /// The factor of widths.
    scale: f64,
}

/// What codes stand for, where no map to Unicode says it.
enum Characters {
    /// A byte each.
    Simple(HashMap<u8, String>),
    /// Two bytes each.
    Composite {
        /// The glyphs of codes, if they are not those of the same number.
        glyphs: Option<Box<CMap>>,
        /// Whether the codes are UTF-16.
        is_unicode: bool,
        /// Where the numbers of glyphs are those of characters.
        collection: Option<CharacterCollection>,
    },
    /// One or two bytes each, of an encoding from before Unicode.
    Legacy(LegacyCodes),
}

enum Widths {
    Listed {
        widths: HashMap<u32, f64>,
        default: f64,
    },
    /// Those of a font that every reader has.
    Standard(String),
}

impl Font {
    /// Reads a font.
    pub(super) fn of(dict: &Dict, budget: &mut Budget) -> Self {
        let subtype = dict.get::<Name>("Subtype");
        let kind = subtype.as_deref().unwrap_or_default();
        let unicode = dict
            .get::<Stream>("ToUnicode")
            .and_then(|stream| unicode_maps::read(&streams::decode(&stream, budget)));
        if kind == b"Type0" {
            return Self::composite(dict, unicode, budget);
        }
        let name = name_of(dict);
        let descriptor = dict.get::<Dict>("FontDescriptor").unwrap_or_default();
        let look = Look::of(&name, &descriptor);
        let characters = simple(dict, &name, &descriptor, kind, budget);
        let scale = if kind == b"Type3" {
            let matrix = dict.get::<Array>("FontMatrix");
            let first = matrix.and_then(|it| it.iter::<Number>().next());
            first.map_or(0.001, |it| it.as_f64().abs())
        } else {
            0.001
        };
        let widths = match dict.get::<Array>("Widths") {
            Some(widths) => {
                let first = dict.get::<i32>("FirstChar").unwrap_or_default();
                let first = u32::try_from(first).unwrap_or_default();
                let widths = (first..first + 256).zip(widths.iter::<Number>());
                let default =
                    descriptor.get::<Number>("MissingWidth").map_or(0.0, |it| it.as_f64());
                Widths::Listed { widths: widths.map(|(c, it)| (c, it.as_f64())).collect(), default }
            }
            None => Widths::Standard(name),
        };
        Self { look, unicode, characters: Characters::Simple(characters), widths, scale }
    }

    fn composite(dict: &Dict, unicode: Option<CMap>, budget: &mut Budget) -> Self {
        let descendants = dict.get::<Array>("DescendantFonts");
        let inner = descendants.and_then(|it| it.iter::<Dict>().next()).unwrap_or_default();
        let descriptor = inner.get::<Dict>("FontDescriptor").unwrap_or_default();
        let name = name_of(dict);
        let look = Look::of(&name, &descriptor);
        let encoding = dict.get::<Name>("Encoding");
        let is_unicode = encoding.as_deref().is_some_and(|name| {
            let has = |part| super::limits::find(name, part).is_some();
            name.starts_with(b"Uni") && (has(b"UCS2") || has(b"UTF16"))
        });
        let glyphs = dict
            .get::<Stream>("Encoding")
            .and_then(|stream| CMap::parse(&streams::decode(&stream, budget), |_| None));
        let default = inner.get::<Number>("DW").map_or(1000.0, |it| it.as_f64());
        let legacy = encoding.as_deref().and_then(LegacyCodes::named);
        let widths = inner.get::<Array>("W").filter(|_| legacy.is_none());
        let widths = widths.map(|it| glyph_widths::composite(&it)).unwrap_or_default();
        let collection = CharacterCollection::of(&inner).filter(|_| unicode.is_none());
        let characters = match legacy {
            Some(codes) => Characters::Legacy(codes),
            None => Characters::Composite { glyphs: glyphs.map(Box::new), is_unicode, collection },
        };
        Self { look, unicode, characters, widths: Widths::Listed { widths, default }, scale: 0.001 }
    }

    /// Reads a text.
    pub(super) fn codes(&self, bytes: &[u8]) -> Vec<Code> {
        match &self.characters {
            Characters::Simple(characters) => bytes
                .iter()
                .map(|&byte| {
                    let own = characters.get(&byte);
                    let text = self.text(u32::from(byte), own);
                    let width = self.width(u32::from(byte), text.as_deref());
                    Code { text, width, is_space: byte == b' ' }
                })
                .collect(),
            Characters::Composite { glyphs, is_unicode, collection } => {
                let code = |pair: &[u8]| {
                    let code = pair.iter().fold(0_u32, |code, byte| code << 8 | u32::from(*byte));
                    let glyph = glyphs.as_ref().and_then(|map| map.lookup_cid_code(code, 2));
                    let glyph = glyph.unwrap_or(code);
                    let own = match collection {
                        _ if *is_unicode => char::from_u32(code),
                        Some(collection) => collection.character(glyph),
                        None => None,
                    };
                    let text = self.text(code, own.map(String::from).as_ref());
                    let width = self.width(glyph, text.as_deref());
                    Code { text, width, is_space: false }
                };
                bytes.chunks(2).map(code).collect()
            }
            Characters::Legacy(codes) => {
                let code = |(code, own): (u32, Option<String>)| {
                    let text = self.text(code, own.as_ref());
                    // Which glyph a code has is in no file. Those of one byte are half as wide.
                    let width = if code < 0x100 { 0.5 } else { self.width(u32::MAX, None) };
                    Code { text, width, is_space: false }
                };
                codes.characters(bytes).into_iter().map(code).collect()
            }
        }
    }

    /// Returns the characters of a code: of the map to Unicode, unless it says nothing.
    fn text(&self, code: u32, own: Option<&String>) -> Option<String> {
        let mapped = match self.unicode.as_ref().and_then(|map| map.lookup_bf_string(code)) {
            // wkhtmltopdf maps the space of a heading to the line break that was in the page.
            Some(BfString::Char(c)) => Some(String::from(if c.is_whitespace() { ' ' } else { c })),
            // Design programs map the last letter of a line to itself and a line break.
            Some(BfString::String(text)) => {
                Some(text.trim_end_matches(|c: char| c.is_control()).to_owned())
            }
            None => None,
        };
        if mapped.as_deref() == Some(unicode_maps::NOTHING) {
            return Some(String::new());
        }
        let says = |text: &String| {
            !text.is_empty()
                && text.chars().all(|c| c < '\u{fffd}' && (c >= ' ' || c == '\t') || c > '\u{ffff}')
        };
        let is_private = |text: &String| text.chars().any(super::looks::is_private);
        let mapped = mapped.filter(says);
        match (mapped, own) {
            (Some(mapped), Some(own)) if is_private(&mapped) => Some(own.clone()),
            (Some(mapped), _) => Some(mapped),
            (None, own) => own.cloned(),
        }
    }

    fn width(&self, code: u32, text: Option<&str>) -> f64 {
        match &self.widths {
            Widths::Listed { widths, default } => {
                widths.get(&code).copied().unwrap_or(*default) * self.scale
            }
            Widths::Standard(name) => {
                let character = text.and_then(|text| text.chars().next()).unwrap_or('n');
                standard_widths::width(name, self.look.is_bold, character)
            }
        }
    }
}

/// Returns the name of a font without the mark of a subset.
fn name_of(dict: &Dict) -> String {
    let name = dict.get::<Name>("BaseFont").or_else(|| dict.get::<Name>("Name"));
    let name = name.map(|name| String::from_utf8_lossy(&name).into_owned()).unwrap_or_default();
    match name.split_once('+') {
        Some((mark, rest)) if mark.len() == 6 => rest.to_owned(),
        _ => name,
    }
}

/// Returns the characters of a font whose codes are bytes.
fn simple(
    dict: &Dict,
    name: &str,
    descriptor: &Dict,
    kind: &[u8],
    budget: &mut Budget,
) -> HashMap<u8, String> {
    let encoding = dict.get::<Dict>("Encoding");
    let base = match &encoding {
        Some(encoding) => encoding.get::<Name>("BaseEncoding"),
        None => dict.get::<Name>("Encoding"),
    };
    let base = base.and_then(|name| Encoding::named(&name));
    let is_embedded =
        ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| descriptor.contains_key(key));
    let is_symbolic = descriptor.get::<i32>("Flags").is_some_and(|flags| flags & 4 != 0);
    let first = dict.get::<i32>("FirstChar").unwrap_or_default();
    // The codes of a subset that begin at 1 are only numbers of its glyphs.
    let is_numbered = is_embedded && is_symbolic && base.is_none() && first < 32;
    let base = match name {
        _ if name.starts_with("Symbol") => Some(Encoding::Symbol),
        _ if name.contains("Dingbats") && !is_embedded => Some(Encoding::Dingbats),
        _ if base.is_some() => base,
        _ if kind == b"Type3" || is_numbered => None,
        _ if kind == b"TrueType" => Some(Encoding::WinAnsi),
        _ => Some(Encoding::Standard),
    };
    let character = |code| Some((code, base?.character(code)?.to_string()));
    let mut characters: HashMap<u8, String> = (0..=255).filter_map(character).collect();
    if base.is_none_or(|base| base == Encoding::Standard) {
        own_encoding(descriptor, budget, &mut characters);
    }
    let differences = encoding.and_then(|encoding| encoding.get::<Array>("Differences"));
    let names: Vec<Name> = differences
        .iter()
        .flat_map(Array::iter::<Object>)
        .filter_map(|it| match it {
            Object::Name(name) => Some(name),
            _ => None,
        })
        .collect();
    let is_cork = is_cork(names.iter().map(Name::as_str));
    let mut code = 0_u8;
    for object in differences.iter().flat_map(Array::iter::<Object>) {
        match object {
            Object::Number(number) => {
                code = u8::try_from(number.as_i64()).unwrap_or_default();
            }
            Object::Name(name) => {
                let text = glyph_text(name.as_str());
                let text = text.or_else(|| numbered(name.as_str(), code, is_cork));
                match text {
                    Some(text) => characters.insert(code, text),
                    None => characters.remove(&code),
                };
                code = code.wrapping_add(1);
            }
            _ => {}
        }
    }
    characters
}
