//! Imports profiles from other formats, as native trees with positions in the owner's own file.
//!
//! Plain data: no user interface, no files, no clock. An importer returns a tree for
//! [`Profile::read`](perfil_model::profile::Profile::read), in which every value has its position
//! in the owner's file. What has no place in a profile is named in the report: what is for readers
//! stands with its entry or in a section, and the rest is left out.

mod addresses;
mod dates;
mod detect;
mod document;
mod europass;
mod exported;
mod json_resume;
mod kind;
mod languages;
mod linkedin;
mod located;
mod matching;
mod mend;
mod names;
mod omit;
mod parsed;
mod places;
mod reactive_resume;
mod rendercv;
mod resume_tree;
mod rich_text;
mod titles;
mod tree;
mod unmapped;
mod unsupported;
mod values;
mod yaml_resume;

pub use detect::detected_here;
pub use document::{decoded_here, listed_glyph_here};
pub use kind::Kind;

use json_resume::Markup;
use languages::Merge;
use parsed::Parsed;
use perfil_model::language::{Locale, Tag};
use perfil_source::{Node, Path, Problem, Value, privacy};
use places::Places;

/// The file extensions that can hold a profile.
pub const ENDINGS: &[&str] = &[
    "json", "yaml", "yml", "md", "markdown", "txt", "docx", "docm", "dotx", "dotm", "pdf", "html",
    "htm", "xml", "zip",
];

/// The number of bytes between two files whose positions are counted together, so that the end of
/// one is not the beginning of the next.
pub const GAP: usize = 1;

/// A file to import.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// Its name with its extension, which identifies some formats: `ada.json`.
    pub name: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
    /// The language of the whole file, if its name states it: `ada.es.json`.
    pub language: Option<Tag>,
}

/// The site that a profile is for.
#[derive(Clone, Copy, Debug, Default)]
pub struct ImportContext<'a> {
    /// The languages of the titles that are added if the format has none; English if empty.
    pub languages: &'a [Tag],
    /// The owner's words, whose titles are preferred to those of Perfil.
    pub locales: &'a [Locale],
    /// The language of texts whose file does not state it; English if `None`.
    pub default: Option<&'a Tag>,
}

/// The result of an import.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The profile in the native format, with positions in the file.
    pub node: Node,
    /// The format of the file.
    pub kind: Kind,
    /// What could not be placed or read, with its position in the file. Warnings report values that
    /// are kept elsewhere; errors stop the build.
    pub report: Vec<Problem>,
    /// The files as trees, if they are trees: they give the paths of problems as the owner wrote
    /// them. A native profile already has these paths.
    pub written: Vec<Node>,
    /// The picture of the person that the file holds, in any format of pictures.
    pub portrait: Option<Vec<u8>>,
    /// The places of the values of a file that has none that an owner could look up by line and
    /// column.
    places: Option<Places>,
}

/// Imports a profile in any format: a file, and its versions in other languages.
///
/// Positions are counted as if the files were concatenated, with [`GAP`] between them.
///
/// # Errors
///
/// Returns an error if a file is not what its name promises, so that there is no tree to continue
/// with.
pub fn import(files: &[Source], context: &ImportContext) -> Result<Imported, Vec<Problem>> {
    let (mut trees, mut problems, mut start) = (Vec::new(), Vec::new(), 0);
    let (mut report, mut written) = (Vec::new(), Vec::new());
    let (mut places, mut portrait, mut certain) = (None, None, None);
    for file in files {
        match parsed::parse(file, context) {
            Ok(parsed) => {
                let Parsed { node, kind, .. } = parsed;
                if trees.is_empty() {
                    (places, portrait) = (parsed.places, parsed.portrait);
                    certain = parsed.language;
                }
                report.extend(parsed.report.into_iter().map(|problem| problem.moved(start)));
                let node = node.moved(start);
                let tree = parsed.written.map(|tree| tree.moved(start));
                written.push(tree.unwrap_or_else(|| node.clone()));
                trees.push((node, kind));
            }
            Err(problem) => problems.push(problem.moved(start)),
        }
        start += file.bytes.len() + GAP;
    }
    let Some((own, kind)) = trees.first().filter(|_| problems.is_empty()) else {
        return Err(problems);
    };
    let (mut whole, kind) = (own.clone(), *kind);
    let stated = languages::of_file(own);
    let is_stated = stated.is_some() || kind == Kind::Native;
    let default = context.default.cloned().or_else(|| Tag::parse("en"));
    let detected = if is_stated { None } else { certain.or_else(|| detect::language(own)) };
    let detected =
        detected.filter(|tag| default.as_ref().is_none_or(|it| !it.is_same_language(tag)));
    let own_language = stated.or_else(|| detected.clone()).or(default);
    let mut merged_report = Vec::new();
    for ((other, other_kind), file) in trees.iter().zip(files).skip(1) {
        let (Some(own), Some(language)) = (&own_language, &file.language) else { continue };
        if !kind.is_tree() || *other_kind != kind {
            report.push(foreign(other, kind));
            continue;
        }
        let mut merge = Merge { own, other: language, report: Vec::new() };
        // A mark that only one of the files has applies to both.
        let (merged, normalized) = privacy::normalize(merge.merge(&whole, other, &Path::default()));
        whole = merged;
        merged_report.extend(merge.report);
        merged_report.extend(normalized);
    }
    let name = files.first().map_or("", |file| file.name);
    let mut imported = arrange(whole, kind, name, context);
    if kind.is_tree() {
        imported.written = written;
    }
    if kind.is_foreign_resume() || kind == Kind::RenderCv {
        imported.report.extend(merged_report);
        located::rename(&mut imported.report, &imported.written);
    } else {
        let merged_report = imported.located(merged_report);
        imported.report.extend(merged_report);
    }
    imported.portrait = portrait;
    if places.is_some() {
        imported.places = places;
        let found = std::mem::take(&mut imported.report);
        imported.report = imported.located(found);
        report = imported.located(report);
    }
    if let Some(language) = &detected {
        let warning = imported.state(language);
        imported.report.push(warning);
    }
    imported.report.extend(report);
    if kind != Kind::Native {
        let mut completed = addresses::complete(&mut imported.node);
        if kind != Kind::Native {
            let own = imported.written.iter().find_map(json_resume::own_part);
            completed.extend(mend::mend(&mut imported.node, own.as_ref()));
        }
        let completed = imported.located(completed);
        imported.report.extend(completed);
    }
    Ok(imported)
}

/// The problem of a file that cannot be another language of its profile.
fn foreign(other: &Node, kind: Kind) -> Problem {
    let remedy = match kind {
        Kind::Native
        | Kind::Markdown
        | Kind::PlainText
        | Kind::Word
        | Kind::Pdf
        | Kind::WebPage
        | Kind::LinkedIn => {
            "Write its texts into a profile, keyed by language, and remove this file."
        }
        Kind::JsonResume
        | Kind::RenderCv
        | Kind::YamlResume
        | Kind::ReactiveResume
        | Kind::Europass => "Write it in the format of the profile, or remove it.",
    };
    let message = format!("this cannot be another language of a profile in the format {kind}");
    Problem::error(Some(other.span.start..other.span.start + 1), message, remedy)
}

/// Converts a tree of any format into the order of the native one.
fn arrange(written: Node, kind: Kind, name: &str, context: &ImportContext) -> Imported {
    let (node, report) = match kind {
        Kind::Native
        | Kind::Markdown
        | Kind::PlainText
        | Kind::Word
        | Kind::Pdf
        | Kind::WebPage => (written, Vec::new()),
        Kind::RenderCv => rendercv::arrange(&written, name, context),
        Kind::JsonResume
        | Kind::LinkedIn
        | Kind::YamlResume
        | Kind::ReactiveResume
        | Kind::Europass => {
            let markup = match kind {
                Kind::YamlResume => Markup::Markdown,
                Kind::ReactiveResume | Kind::Europass => Markup::Html,
                Kind::LinkedIn => Markup::Plain,
                _ => Markup::Any,
            };
            json_resume::arrange(&written, name, context, markup)
        }
    };
    Imported { node, kind, report, written: Vec::new(), portrait: None, places: None }
}

impl Imported {
    /// States the language of the texts in the profile, and returns the warning that says so.
    fn state(&mut self, language: &Tag) -> Problem {
        let start = self.node.span.start..self.node.span.start;
        if let Value::Object(members) = &mut self.node.value
            && members.iter().all(|member| member.key != "language")
        {
            members.push(tree::member("language", tree::text(language.as_str(), start)));
        }
        let message = format!(
            "the file does not say in which language it is, and its texts look like {language}"
        );
        let remedy =
            format!("{} If they are not, write which language it is.", self.kind.states(language));
        Problem::warning(None, message, remedy)
    }

    /// Returns the place of a position, in words that the owner knows, if the file has no lines.
    #[must_use]
    pub fn place(&self, position: usize) -> Option<&str> {
        self.places.as_ref()?.at(position)
    }

    /// Whether positions of the file are lines of a text.
    #[must_use]
    pub fn has_lines(&self) -> bool {
        self.places.is_none()
    }

    /// Sets the path of the portrait, unless the profile has one.
    pub fn set_image(&mut self, path: &str) {
        let start = self.node.span.start..self.node.span.start;
        if let Value::Object(members) = &mut self.node.value
            && members.iter().all(|member| member.key != "image")
        {
            members.push(tree::member("image", tree::text(path, start)));
        }
    }

    /// Returns problems of the native tree with the paths in the file that the owner wrote.
    #[must_use]
    pub fn located(&self, problems: Vec<Problem>) -> Vec<Problem> {
        if let Some(places) = &self.places {
            return problems.into_iter().map(|problem| places.name(problem)).collect();
        }
        let path = |place: usize| {
            let tree = self.written.iter().find(|tree| tree.span.contains(&place))?;
            Some(tree.path_at(place))
        };
        let located = problems.into_iter().map(|problem| {
            let found = problem.span.as_ref().and_then(|span| path(span.start));
            Problem { path: found.unwrap_or_else(|| problem.path.clone()), ..problem }
        });
        located.collect()
    }
}
