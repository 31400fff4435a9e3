//! Reads the pages that a Word file embeds instead of a text of its own (`w:altChunk`), as programs write
//! that make a document of HTML.

use super::package::Package;
use crate::document::encoding::of_text;
use crate::document::{Document, plain_text, web_page};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Reads embedded pages and texts, whose positions are all this one; returns also how many of the parts
/// are in a format that is not read.
pub(super) fn read(package: &mut Package, parts: &[String], at: usize) -> (Vec<Document>, usize) {
    let (mut documents, mut others) = (Vec::new(), 0);
    for part in parts {
        let bytes = package.bytes(part).ok().flatten();
        match bytes.and_then(|bytes| document(part, &bytes, at)) {
            Some(document) => documents.push(document),
            None => others += 1,
        }
    }
    (documents, others)
}

fn document(part: &str, bytes: &[u8], at: usize) -> Option<Document> {
    let ending = part.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    match ending.as_str() {
        "txt" => {
            let text = of_text(bytes).ok()?.text.into_owned();
            let blocks = plain_text::read(&text);
            let blocks = blocks.into_iter().map(|it| web_page::placed(it, at)).collect();
            Some(Document { blocks, ..Document::default() })
        }
        "mht" | "mhtml" | "eml" => web_page::embedded(&of_archive(bytes)?, at),
        "html" | "htm" | "xhtml" => web_page::embedded(bytes, at),
        _ if web_page::is_file(bytes) => web_page::embedded(bytes, at),
        _ => web_page::embedded(&of_archive(bytes)?, at),
    }
}

/// Returns the page in an archive of a page (RFC 2557).
fn of_archive(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    let (head, _) = text.split_once("\n\n")?;
    let Some(boundary) = parameter(head, "boundary") else { return of_part(&text) };
    text.split(&format!("--{boundary}")).skip(1).find_map(|part| of_part(part.trim_start()))
}

/// Returns the page in a part of an archive, if it has one.
fn of_part(part: &str) -> Option<Vec<u8>> {
    let (head, body) = part.split_once("\n\n")?;
    let head = head.to_ascii_lowercase();
    if !head.contains("text/html") {
        return None;
    }
    let coding = head.split("content-transfer-encoding:").nth(1).unwrap_or_default().trim_start();
    if coding.starts_with("base64") {
        let letters: String = body.chars().filter(|c| !c.is_whitespace()).collect();
        return STANDARD.decode(letters).ok();
    }
    if coding.starts_with("quoted-printable") {
        return Some(unquoted(body));
    }
    Some(body.as_bytes().to_vec())
}

fn parameter(head: &str, name: &str) -> Option<String> {
    let at = head.to_ascii_lowercase().find(&format!("{name}="))?;
    let value = head.get(at + name.len() + 1..)?;
    let value = match value.strip_prefix('"') {
        Some(rest) => rest.split('"').next()?,
        None => value.split([';', '\n', ' ']).next()?,
    };
    (!value.is_empty()).then(|| value.to_owned())
}

/// Decodes bytes that are written as `=3D`, and joins the lines that end in `=`. A sign that is no code
/// stays, since some programs do not escape it.
fn unquoted(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut parts = text.split('=');
    bytes.extend_from_slice(parts.next().unwrap_or_default().as_bytes());
    for part in parts {
        if let Some(rest) = part.strip_prefix('\n') {
            bytes.extend_from_slice(rest.as_bytes());
            continue;
        }
        let code = part.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok());
        let rest = if code.is_some() { part.get(2..).unwrap_or_default() } else { part };
        bytes.push(code.unwrap_or(b'='));
        bytes.extend_from_slice(rest.as_bytes());
    }
    bytes
}
