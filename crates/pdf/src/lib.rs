//! Sets a profile with Typst: as a CV in PDF, tagged as PDF/UA-1 requires, and as the picture that
//! other sites show beside a link to its page.

mod data;
mod fonts;
mod picture;
mod portrait;
mod prose;
mod theme;
mod world;

use perfil_export::{PaperSize, Subject};
use std::sync::LazyLock;
use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::foundations::{Bytes, Smart};
use typst::syntax::Source;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use world::{World, template};

pub use fonts::{Fonts, is_font};
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
}

static TEMPLATE: LazyLock<Source> = LazyLock::new(|| template("cv.typ", include_str!("cv.typ")));

/// Renders the PDF file.
///
/// # Errors
///
/// Returns Typst's messages if it cannot render the CV, which no profile should cause.
pub fn pdf(subject: &Subject, setting: &Setting) -> Result<Vec<u8>, String> {
    let mut data = data::data(subject, setting);
    let is_covered = fonts::characters(&data).all(|c| setting.look.fonts.has(c));
    let mut files = Vec::new();
    if let Some(portrait) = setting.portrait {
        data["portrait"] = data::portrait_alt(subject).into();
        files.push(("portrait.jpg", Bytes::new(portrait.jpeg()?)));
    }
    files.push(("profile.json", Bytes::from_string(data.to_string())));
    let world = World::new(setting.look.fonts, &TEMPLATE, files);
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

fn messages(errors: EcoVec<SourceDiagnostic>) -> String {
    errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; ")
}
