//! Renders a profile as a CV in PDF with Typst, tagged as PDF/UA-1 requires.

mod data;
mod fonts;
mod prose;
mod world;

use perfil_export::{PaperSize, Subject};
use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

pub use fonts::{Fonts, is_font};

/// The options of a CV.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The paper size.
    pub paper: PaperSize,
    /// The colour of links and markers, in hexadecimal CSS notation: `#0a5c4a`.
    pub accent: &'a str,
    /// The fonts.
    pub fonts: &'a Fonts,
}

/// Renders the PDF file.
///
/// # Errors
///
/// Returns Typst's messages if it cannot render the CV, which no profile should cause.
pub fn pdf(subject: &Subject, setting: &Setting) -> Result<Vec<u8>, String> {
    let data = data::data(subject, setting);
    let is_covered = fonts::characters(&data).all(|c| setting.fonts.has(c));
    let world = world::World::new(setting.fonts, data.to_string());
    let messages = |errors: EcoVec<SourceDiagnostic>| {
        errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; ")
    };
    let document: PagedDocument = typst::compile(&world).output.map_err(messages)?;
    // The standard forbids missing glyphs; without a font, a box shows where one is missing.
    let standards: &[PdfStandard] = if is_covered { &[PdfStandard::Ua_1] } else { &[] };
    let options = PdfOptions {
        ident: Smart::Custom(subject.page.to_owned()),
        creator: Smart::Custom(Some("Perfil".to_owned())),
        standards: PdfStandards::new(standards).map_err(|error| error.message().to_string())?,
        ..PdfOptions::default()
    };
    let file = typst_pdf::pdf(&document, &options).map_err(messages);
    // Typst caches its work to avoid repeating it, but a CV is rendered only once.
    typst::comemo::evict(0);
    file
}
