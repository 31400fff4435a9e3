//! Sets a profile with Typst: as a CV in PDF, tagged as PDF/UA-1 requires, and as the picture that
//! other sites show beside a link to its page.

mod data;
mod fonts;
mod layout;
mod picture;
mod portrait;
mod prose;
mod theme;
mod world;

use perfil_export::{PaperSize, Subject};
use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Smart};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use world::source;

pub use fonts::{Fonts, is_font};
pub use layout::{Fault, faults};
pub use picture::{PICTURE_SIZE, picture, picture_version};
pub use portrait::Portrait;
pub use theme::{Look, Theme};

/// The options of a CV.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The paper size.
    pub paper: PaperSize,
    /// Its fonts and colours.
    pub look: Look<'a>,
    /// The portrait of the person.
    pub portrait: Option<&'a Portrait>,
    /// The theme's own functions for parts of the CV, in Typst; empty if it has none.
    pub layout: &'a str,
}

/// Renders the PDF file.
///
/// # Errors
///
/// Returns what is wrong with the layout, or else Typst's messages if it cannot render the CV, which
/// no profile should cause.
pub fn pdf(subject: &Subject, setting: &Setting) -> Result<Vec<u8>, Fault> {
    let mut data = data::data(subject, setting);
    let is_covered = fonts::characters(&data).all(|c| setting.look.fonts.has(c));
    let mut files = Vec::new();
    if let Some(portrait) = setting.portrait {
        data["portrait"] = data::portrait_alt(subject).into();
        files.push(("portrait.jpg", Bytes::new(portrait.jpeg()?)));
    }
    files.push(("profile.json", Bytes::from_string(data.to_string())));
    let layout = source(layout::NAME, setting.layout);
    let document = layout::compile(setting.look.fonts, &layout, files)?;
    // The standard forbids missing glyphs; without a font, a box shows where one is missing.
    let standards: &[PdfStandard] = if is_covered { &[PdfStandard::Ua_1] } else { &[] };
    let options = PdfOptions {
        ident: Smart::Custom(subject.page.to_owned()),
        creator: Smart::Custom(Some("Perfil".to_owned())),
        standards: PdfStandards::new(standards).map_err(|error| error.message().to_string())?,
        ..PdfOptions::default()
    };
    let file = typst_pdf::pdf(&document, &options);
    let file = file.map_err(|errors| Fault::of(&layout, &errors));
    // Typst caches its work to avoid repeating it, but a CV is rendered only once.
    typst::comemo::evict(0);
    file
}

fn messages(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; ")
}
