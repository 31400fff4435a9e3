//! Profiles in other formats, as native trees that keep the places of the owner's own file.
//!
//! Plain data: no user interface, no files, no clock. An importer gives a tree that
//! [`Profile::read`](perfil_model::profile::Profile::read) reads, in which every value stands where its
//! owner wrote it. What has no place in a profile it keeps in a section, and names in its report.

mod addresses;
mod document;
mod exported;
mod front_matter;
mod json_resume;
mod kind;
mod languages;
mod letterhead;
mod linkedin;
mod lists;
mod markdown;
mod names;
mod opening;
mod outline;
mod pairs;
mod plain_text;
mod references;
mod rendercv;
mod titles;
mod tree;
mod unmapped;

pub use kind::Kind;

use languages::Merge;
use perfil_model::language::Tag;
use perfil_source::{self as source, Node, Path, Problem, privacy};

/// The endings of files that can hold a profile.
pub const ENDINGS: &[&str] = &["json", "yaml", "yml", "md", "markdown", "txt", "zip"];

/// What lies between two files whose places are counted together, so that the end of one is not
/// the beginning of the other.
pub const GAP: usize = 1;

/// A file to import.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// Its name with its ending, by which some formats are told apart: `ada.json`.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
    /// The language of the whole file, where its name tells it: `ada.es.json`.
    pub language: Option<Tag>,
}

/// The site that a profile is for.
#[derive(Clone, Copy, Debug)]
pub struct ImportContext<'a> {
    /// The languages in which titles that the format lacks are written; English if there are none.
    pub languages: &'a [Tag],
    /// The language of texts whose file tells none; English if there is none.
    pub default: Option<&'a Tag>,
}

/// What a file was imported to.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The profile in the native format, with the places of the file.
    pub node: Node,
    /// The format of the file.
    pub kind: Kind,
    /// What could not be placed or read, with its place in the file. Warnings tell what is kept
    /// elsewhere; errors stop a build.
    pub report: Vec<Problem>,
    /// The files as trees, where they are some: they tell the paths of problems in the owner's
    /// words. A native profile has these words already.
    pub written: Vec<Node>,
}

/// Reads a profile in any format: a file, and those that hold the same in other languages.
///
/// Places are counted as if the files stood one behind the other.
///
/// # Errors
///
/// Tells where a file is not what its name promises, so that there is no tree to go on with.
pub fn import(files: &[Source], around: &ImportContext) -> Result<Imported, Vec<Problem>> {
    let (mut trees, mut problems, mut start) = (Vec::new(), Vec::new(), 0);
    let mut report = Vec::new();
    for file in files {
        match parse(file) {
            Ok(Parsed { node, kind, report: found }) => {
                report.extend(found.into_iter().map(|problem| problem.moved(start)));
                trees.push((node.moved(start), kind));
            }
            Err(problem) => problems.push(problem.moved(start)),
        }
        start += file.bytes.len() + GAP;
    }
    let Some((own, kind)) = trees.first().filter(|_| problems.is_empty()) else {
        return Err(problems);
    };
    let (mut whole, kind) = (own.clone(), *kind);
    let told = languages::of_file(own).or_else(|| around.default.cloned());
    let told = told.or_else(|| Tag::parse("en"));
    for ((other, other_kind), file) in trees.iter().zip(files).skip(1) {
        let (Some(own), Some(language)) = (&told, &file.language) else { continue };
        if !kind.is_tree() || *other_kind != kind {
            report.push(foreign(other, kind));
            continue;
        }
        let mut merge = Merge { own, other: language, report: Vec::new() };
        // A mark that only one of the files has holds for both.
        let (merged, settled) = privacy::settle(merge.merge(&whole, other, &Path::default()));
        whole = merged;
        report.extend(merge.report);
        report.extend(settled);
    }
    let name = files.first().map_or("", |file| file.name);
    let mut imported = arrange(whole, kind, name, around.languages);
    imported.report.extend(report);
    if kind.is_tree() {
        imported.written = trees.into_iter().map(|(tree, _)| tree).collect();
    }
    if kind != Kind::Native {
        let completed = addresses::complete(&mut imported.node);
        let completed = imported.located(completed);
        imported.report.extend(completed);
    }
    Ok(imported)
}

/// A file as a tree.
struct Parsed {
    node: Node,
    kind: Kind,
    report: Vec<Problem>,
}

/// Reads a file as a tree, by its ending.
fn parse(file: &Source) -> Result<Parsed, Problem> {
    // So begins every ZIP archive.
    if file.bytes.starts_with(b"PK") {
        let (node, report) = linkedin::resume(file.bytes)?;
        return Ok(Parsed { node, kind: Kind::LinkedIn, report });
    }
    if let Some(kind) = Kind::of_document(file.name) {
        return document::parse(file, kind);
    }
    let node = match file.name.rsplit_once('.') {
        Some((_, "yaml" | "yml")) => source::parse_yaml(file.bytes),
        _ => source::parse(file.bytes),
    }?;
    let kind = Kind::of(&node);
    // The owner of a native profile is told by its reader what a mark has to be.
    let (node, report) = if kind.is_tree() { privacy::settle(node) } else { (node, Vec::new()) };
    Ok(Parsed { node, kind, report })
}

/// The problem of a file that cannot be another language of its profile.
fn foreign(other: &Node, kind: Kind) -> Problem {
    let remedy = match kind {
        Kind::Native | Kind::Markdown | Kind::PlainText | Kind::LinkedIn => {
            "Write its texts into a profile, keyed by language, and remove this file."
        }
        Kind::JsonResume | Kind::RenderCv => "Write it in the format of the profile, or remove it.",
    };
    let message = format!("this cannot be another language of a profile in the format {kind}");
    Problem::error(Some(other.span.start..other.span.start + 1), message, remedy)
}

/// Gives a tree of any format the order of the native one.
fn arrange(written: Node, kind: Kind, name: &str, languages: &[Tag]) -> Imported {
    match kind {
        Kind::Native | Kind::Markdown | Kind::PlainText => {
            Imported { node: written, kind, report: Vec::new(), written: Vec::new() }
        }
        Kind::RenderCv => {
            let (node, report) = rendercv::arrange(&written, name, languages);
            Imported { node, kind, report, written: Vec::new() }
        }
        Kind::JsonResume | Kind::LinkedIn => {
            let (node, report) = json_resume::arrange(&written, name, languages);
            Imported { node, kind, report, written: Vec::new() }
        }
    }
}

impl Imported {
    /// Problems of the native tree, with the paths of the file that the owner wrote.
    #[must_use]
    pub fn located(&self, problems: Vec<Problem>) -> Vec<Problem> {
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
