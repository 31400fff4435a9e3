//! Every profile as files for other programs, and its page's structured data for search engines.
//!
//! The paths are `export/{extension}/{lang}/{slug}.{extension}`: the file name is the person's,
//! because it is what is visible among downloads, and each format has a folder, because the rules
//! of hosts match path prefixes. PDFs are at `export/pdf/{paper}/{lang}/{slug}.pdf`.

mod cv;
mod picture;
mod typesetting;

pub use cv::{CvRequest, cv};
pub(crate) use picture::site_picture;
pub(crate) use typesetting::{add as add_typeset, one as typeset_one};

use crate::content::Content;
use crate::content::Person;
use crate::document::{Face, PreviewImage};
use crate::output::Output;
use crate::urls::Urls;
use perfil_export::{Format, PaperSize, Subject, linked_data};
use perfil_model::language::{Locale, Tag};
use perfil_model::profile::Id;
use perfil_ui::pages::Download;

/// The exports of a profile in one language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Exports {
    /// The files, each with its content.
    pub files: Vec<(Download, Vec<u8>)>,
    /// The PDF files, which are rendered later.
    pub papers: Vec<Download>,
    /// The page's JSON-LD.
    pub linked: String,
    /// The image that other sites show beside a link to the page, which is rendered later.
    pub preview: Option<PreviewImage>,
}

impl Exports {
    /// All downloads, those meant for people first.
    pub(crate) fn downloads(&self) -> impl Iterator<Item = &Download> {
        self.papers.iter().chain(self.files.iter().map(|(file, _)| file))
    }
}

/// Exports a profile.
pub(crate) fn exports(
    content: &Content,
    locale: &Locale,
    person: &Person,
    subject: &Subject,
    face: Option<&Face>,
) -> Exports {
    let (lang, slug) = (&locale.tag, &person.slug);
    let file = |format: Format| {
        let extension = format.extension();
        let path = path(content, format, lang, slug);
        let text = format.file(subject, &content.urls.canonical(&path))?;
        let name = name(format, locale).to_owned();
        let download = Download { name, extension, media_type: format.media_type(), path };
        Some((download, text.into_bytes()))
    };
    let printed = |paper: &PaperSize| Download {
        name: format!("PDF ({})", paper.name()),
        extension: "pdf",
        media_type: "application/pdf",
        path: content.urls.path(&on_paper(*paper, lang, slug)),
    };
    Exports {
        files: formats(content).filter_map(file).collect(),
        papers: typesetting::papers(content).iter().map(printed).collect(),
        linked: linked_data(subject),
        preview: picture::preview(content, person, subject, face),
    }
}

/// Returns the formats that a site has of each profile.
pub(crate) fn formats(content: &Content) -> impl Iterator<Item = Format> {
    Format::ALL.into_iter().filter(|format| content.settings.has((*format).into()))
}

/// Adds the files to the site.
pub(crate) fn add(output: &dyn Output, urls: &Urls, exports: Exports) {
    for (file, bytes) in exports.files {
        let path = file.path.strip_prefix(&urls.path("")).unwrap_or(&file.path);
        output.add(path, bytes);
    }
}

/// Returns the path of a profile's PDF.
pub(crate) fn on_paper(paper: PaperSize, lang: &Tag, slug: &Id) -> String {
    format!("export/pdf/{}/{lang}/{slug}.pdf", paper.id())
}

/// Returns the path of a profile in a format.
pub(crate) fn path(content: &Content, format: Format, lang: &Tag, slug: &Id) -> String {
    let extension = format.extension();
    content.urls.path(&format!("{}{lang}/{slug}.{extension}", folder(format)))
}

/// Returns the folder of a format.
pub(crate) fn folder(format: Format) -> String {
    format!("export/{}/", format.extension())
}

/// Returns the name of a format in a language.
fn name(format: Format, locale: &Locale) -> &str {
    let words = &locale.downloads;
    match format {
        Format::VCard => &words.card,
        Format::Code => &words.code,
        Format::Text => &words.text,
        Format::Markdown => "Markdown",
        Format::Resume => "JSON Resume",
    }
}
