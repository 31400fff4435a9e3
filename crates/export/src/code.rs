//! The contact as a QR code, on a background of its own, so that it is readable on a dark page too.

use super::{Subject, clean, vcard};
use perfil_text::escape_html;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;

/// The maximum number of octets that a phone reads easily from a screen: those of a code with 65
/// modules per side. For a longer contact, the code holds the URL of the page instead.
const MAX_OCTETS: usize = 287;

/// The width of the quiet zone in modules, as required by the standard.
const QUIET: usize = 4;

/// The default width of a module in pixels.
const MODULE: usize = 8;

/// Returns the SVG; `None` if the URL of the page does not fit into any code.
pub(super) fn code(subject: &Subject) -> Option<String> {
    let contact = vcard::short(subject);
    let read = if contact.len() > MAX_OCTETS { subject.page } else { &contact };
    let code = QrCode::with_error_correction_level(read, EcLevel::M).ok()?;
    let width = code.width();
    let side = width + 2 * QUIET;
    let mut dark = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, next| one == next) {
            if run.first() == Some(&Color::Dark) {
                let (left, top, length) = (x + QUIET, y + QUIET, run.len());
                // Writing to a string cannot fail.
                let _ = write!(dark, "M{left} {top}h{length}v1h-{length}z");
            }
            x += run.len();
        }
    }
    let pixels = side * MODULE;
    let name = escape_html(&clean(&subject.name(&subject.profile.name)));
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" \
         width=\"{pixels}\" height=\"{pixels}\" role=\"img\" shape-rendering=\"crispEdges\">\
         <title>{name}</title>\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/>\
         <path d=\"{dark}\"/></svg>\n"
    ))
}
