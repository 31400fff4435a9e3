//! Every profile as files for other programs, and what its page tells search engines.
//!
//! They are `export/{extension}/{lang}/{slug}.{extension}`: the name is the person's, because that is
//! what is seen among downloads, and each format has a folder, because the rules of hosts go by how a
//! path begins.

use super::content::Content;
use super::output::Tree;
use super::urls::Urls;
use crate::export::{Format, Subject, linked_data};
use crate::language::Locale;
use crate::pages::Download;
use crate::profile::Id;

/// What is made of a profile in one language.
#[derive(Clone, Debug, Default)]
pub(super) struct Exports {
    /// The files, each with what it holds.
    pub files: Vec<(Download, String)>,
    /// The page's JSON-LD.
    pub linked: String,
}

/// Makes the files.
pub(super) fn exports(content: &Content, locale: &Locale, slug: &Id, subject: &Subject) -> Exports {
    let file = |format: Format| {
        let (lang, extension) = (&locale.tag, format.extension());
        let path = content.urls.path(&format!("{}{lang}/{slug}.{extension}", folder(format)));
        let text = format.file(subject, &content.urls.canonical(&path))?;
        let name = name(format, locale).to_owned();
        Some((Download { name, extension, media_type: format.media_type(), path }, text))
    };
    let files = Format::ALL.into_iter().filter_map(file).collect();
    Exports { files, linked: linked_data(subject) }
}

/// Adds the files to the site.
pub(super) fn add(tree: &mut Tree, urls: &Urls, exports: Vec<Option<Exports>>) {
    for (file, text) in exports.into_iter().flatten().flat_map(|exports| exports.files) {
        let path = file.path.strip_prefix(&urls.path("")).unwrap_or(&file.path);
        tree.add(path, text.into_bytes());
    }
}

/// The folder of a format.
pub(super) fn folder(format: Format) -> String {
    format!("export/{}/", format.extension())
}

/// What a format is called in a language.
fn name(format: Format, locale: &Locale) -> &str {
    let words = &locale.downloads;
    match format {
        Format::Card => &words.card,
        Format::Code => &words.code,
        Format::Text => &words.text,
        Format::Markdown => "Markdown",
        Format::Resume => "JSON Resume",
    }
}
