//! The parts of a Word file, which is a ZIP archive, and their relationships.

use super::xml::{self, SAVE_AGAIN, SHORTEN, attribute};
use crate::kind::MAX_DOCUMENT_BYTES;
use perfil_source::Problem;
use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The largest part, in bytes.
pub(super) const MAX_PART: u64 = 32 << 20;
/// The most bytes that are read of all parts together.
const MAX_ALL: u64 = 64 << 20;

/// The most bytes of the list of types that are looked at.
const MAX_TYPES: u64 = 1 << 20;

/// The usual path of the text.
const USUAL: &str = "word/document.xml";

/// The first bytes of the container that older and encrypted documents are in.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0";

/// A file.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The path of the part with the text.
    pub(super) main: String,
    left: u64,
}

/// What a part refers to.
#[derive(Default)]
pub(super) struct Relations {
    all: HashMap<String, Relation>,
    /// The texts of diagrams, by the identifiers of their data.
    diagrams: HashMap<String, Vec<String>>,
}

/// A reference to another part, or to a page.
pub(super) struct Relation {
    /// The last word of its type: `hyperlink`.
    pub(super) kind: String,
    /// A path in the archive, or an address.
    pub(super) target: String,
    is_external: bool,
}

/// Whether a file is a document of Word, also one with a password.
pub(in crate::document) fn is_file(bytes: &[u8]) -> bool {
    if bytes.starts_with(OLE) {
        return is_encrypted(bytes);
    }
    if !bytes.starts_with(b"PK") {
        return false;
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return is_cut(bytes) };
    let is_text = |name: &str| {
        let name = name.trim_start_matches('/').replace('\\', "/");
        name.strip_suffix(".xml").is_some_and(|it| it.starts_with("word/document"))
    };
    if archive.file_names().flatten().any(|name| is_text(&name)) {
        return true;
    }
    // The text may have any path; the types of the parts say which one it has.
    let mut types = String::new();
    let file = archive.by_name("[Content_Types].xml");
    let read = file.ok().and_then(|it| it.take(MAX_TYPES).read_to_string(&mut types).ok());
    read.is_some() && types.contains("wordprocessingml.document")
}

/// Whether a file is a document that is too large to be read whole: it has no list of its parts.
fn is_cut(bytes: &[u8]) -> bool {
    let path = USUAL.as_bytes();
    bytes.len() > MAX_DOCUMENT_BYTES && bytes.windows(path.len()).any(|window| window == path)
}

/// Whether a file in the old container only wraps an encrypted one.
fn is_encrypted(bytes: &[u8]) -> bool {
    let stream: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(stream.len()).any(|window| window == stream)
}

impl<'a> Package<'a> {
    /// Opens a file.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Problem> {
        if bytes.starts_with(OLE) {
            return Err(has_password());
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| {
            if is_cut(bytes) {
                let message = format!("the file is larger than {} MiB", MAX_DOCUMENT_BYTES >> 20);
                let remedy = "Compress its pictures in Word (Picture Format, Compress Pictures), \
                              or remove some, and save it.";
                return Problem::error(None, message, remedy);
            }
            Problem::error(None, format!("the document is broken: {error}"), SAVE_AGAIN)
        })?;
        let mut package = Self { archive, main: USUAL.to_owned(), left: MAX_ALL };
        let main = package.relations("").all.into_values();
        let mut main = main.filter(|it| it.kind == "officeDocument").map(|it| it.target);
        if let Some(main) = main.find(|path| package.find(path).is_some()) {
            package.main = main;
        }
        Ok(package)
    }

    /// Returns the name in the archive of a part; the case of letters does not matter.
    fn find(&self, path: &str) -> Option<String> {
        if self.archive.index_for_name(path).is_some() {
            return Some(path.to_owned());
        }
        let clean = |name: &str| name.trim_start_matches('/').replace('\\', "/");
        let mut names = self.archive.file_names().flatten();
        names.find(|name| clean(name).eq_ignore_ascii_case(path)).map(Cow::into_owned)
    }

    /// Returns the content of a part; `None` if there is none.
    pub(super) fn bytes(&mut self, path: &str) -> Result<Option<Vec<u8>>, Problem> {
        let Some(name) = self.find(path) else { return Ok(None) };
        let broken = |error: &dyn std::fmt::Display| {
            Problem::error(None, format!("the document is broken: {path}: {error}"), SAVE_AGAIN)
        };
        let file = match self.archive.by_name(&name) {
            Ok(file) if file.encrypted() => return Err(has_password()),
            Ok(file) => file,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(has_password());
            }
            Err(error) => return Err(broken(&error)),
        };
        let most = self.left.min(MAX_PART);
        let mut bytes = Vec::new();
        // The sizes that the archive declares cannot be trusted.
        file.take(most + 1).read_to_end(&mut bytes).map_err(|error| broken(&error))?;
        if bytes.len() as u64 > most {
            let message = if most == MAX_PART {
                format!("{path} is larger than {} MiB", MAX_PART >> 20)
            } else {
                format!("the parts of the document are larger than {} MiB", MAX_ALL >> 20)
            };
            return Err(Problem::error(None, message, SHORTEN));
        }
        self.left -= bytes.len() as u64;
        Ok(Some(bytes))
    }

    /// Returns a part as text; `None` if there is none.
    pub(super) fn text(&mut self, path: &str) -> Result<Option<String>, Problem> {
        let Some(bytes) = self.bytes(path)? else { return Ok(None) };
        decode(bytes).map(Some).ok_or_else(|| {
            let message = format!("the document is broken: {path} is not in Unicode");
            Problem::error(None, message, SAVE_AGAIN)
        })
    }

    /// Returns a part that the text can be read without; one that is broken is none.
    pub(super) fn optional(&mut self, path: &str) -> Option<String> {
        self.text(path).ok().flatten()
    }

    /// Returns what a part refers to, the whole file by an empty path.
    pub(super) fn relations(&mut self, part: &str) -> Relations {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let slash = if folder.is_empty() { "" } else { "/" };
        let Some(text) = self.optional(&format!("{folder}{slash}_rels/{file}.rels")) else {
            return Relations::default();
        };
        let Ok(document) = xml::parse(&text, part) else { return Relations::default() };
        let mut all = HashMap::new();
        for element in xml::elements(document.root_element()) {
            let [Some(id), Some(kind), Some(target)] =
                ["Id", "Type", "Target"].map(|name| attribute(element, name))
            else {
                continue;
            };
            let is_external = attribute(element, "TargetMode") == Some("External");
            let target = if is_external { target.to_owned() } else { resolved(folder, target) };
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            all.insert(id.to_owned(), Relation { kind, target, is_external });
        }
        let mut diagrams = HashMap::new();
        for (id, relation) in all.iter().filter(|(_, it)| it.kind == "diagramData") {
            if let Some(text) = self.optional(&relation.target)
                && let Ok(document) = xml::parse(&text, &relation.target)
            {
                diagrams.insert(id.clone(), lines_of_diagram(document.root_element()));
            }
        }
        Relations { all, diagrams }
    }
}

impl Relations {
    /// Returns the path of the part that an identifier stands for.
    pub(super) fn part(&self, id: &str) -> Option<&str> {
        self.all.get(id).filter(|it| !it.is_external).map(|it| it.target.as_str())
    }

    /// Returns the address that an identifier stands for.
    pub(super) fn address(&self, id: &str) -> Option<&str> {
        let is_link = |it: &&Relation| it.is_external && it.kind == "hyperlink";
        self.all.get(id).filter(is_link).map(|it| it.target.as_str())
    }

    /// Returns the texts of a diagram.
    pub(super) fn diagram(&self, id: &str) -> &[String] {
        self.diagrams.get(id).map_or(&[], Vec::as_slice)
    }

    /// Returns the path of the part of a kind.
    pub(super) fn of_kind(&self, kind: &str) -> Option<String> {
        let mut found = self.all.values().filter(|it| it.kind == kind && !it.is_external);
        found.next().map(|it| it.target.clone())
    }
}

/// Returns the text of each shape of a diagram (`SmartArt`).
fn lines_of_diagram(root: xml::Element) -> Vec<String> {
    let is = |wanted: &'static str| move |it: &xml::Element| xml::name(*it) == wanted;
    let paragraphs = root.descendants().filter(is("pt")).flat_map(move |point| {
        let text = xml::child(point, "t");
        text.into_iter().flat_map(xml::elements).filter(is("p"))
    });
    let text = |paragraph: xml::Element| -> String {
        let runs = paragraph.descendants().filter(is("t"));
        runs.filter_map(|run| run.text()).collect()
    };
    paragraphs.map(text).filter(|text| !text.trim().is_empty()).collect()
}

fn has_password() -> Problem {
    let remedy = "Open it in Word, remove the password (Info, Protect Document), save it, \
                  and import that file.";
    Problem::error(None, "the document has a password", remedy)
}

/// Returns a path in the archive from one that begins in a folder of it.
fn resolved(folder: &str, target: &str) -> String {
    let base = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = Vec::new();
    for step in base.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}

/// Decodes XML in UTF-8 or UTF-16.
fn decode(bytes: Vec<u8>) -> Option<String> {
    let wide = |of: fn([u8; 2]) -> u16| {
        let units: Vec<u16> =
            bytes.chunks_exact(2).filter_map(|it| it.try_into().ok()).map(of).collect();
        let text = String::from_utf16(&units).ok()?;
        Some(text.trim_start_matches('\u{feff}').to_owned())
    };
    match bytes.as_slice() {
        [0xff, 0xfe, ..] | [b'<', 0, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] | [0, b'<', ..] => wide(u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(bytes).ok(),
    }
}
