//! A profile as a CV on paper: PDF, set by Typst, tagged as PDF/UA-1 asks.

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

/// What a CV is set with.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The paper.
    pub paper: PaperSize,
    /// The colour of links and marks, as CSS writes it in hexadecimal: `#0a5c4a`.
    pub accent: &'a str,
    /// The fonts.
    pub fonts: &'a Fonts,
}

/// The file.
///
/// # Errors
///
/// Gives what Typst says if it cannot set the CV, which no profile should bring about.
pub fn pdf(subject: &Subject, setting: &Setting) -> Result<Vec<u8>, String> {
    let data = data::data(subject, setting);
    let is_covered = fonts::characters(&data).all(|c| setting.fonts.has(c));
    let world = world::World::new(setting.fonts, data.to_string());
    let said = |errors: EcoVec<SourceDiagnostic>| {
        errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; ")
    };
    let document: PagedDocument = typst::compile(&world).output.map_err(said)?;
    // The standard forbids a box in place of a letter; without a font, the box says what is missing.
    let standards: &[PdfStandard] = if is_covered { &[PdfStandard::Ua_1] } else { &[] };
    let options = PdfOptions {
        ident: Smart::Custom(subject.page.to_owned()),
        creator: Smart::Custom(Some("Perfil".to_owned())),
        standards: PdfStandards::new(standards).map_err(|error| error.message().to_string())?,
        ..PdfOptions::default()
    };
    let file = typst_pdf::pdf(&document, &options).map_err(said);
    // Typst remembers what it has set, so that it need not set it again. A CV is set once.
    typst::comemo::evict(0);
    file
}
