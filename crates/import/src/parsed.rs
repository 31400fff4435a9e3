//! A file of any format, read as a tree.

use crate::places::Places;
use crate::{
    ImportContext, Kind, Source, document, europass, json_resume, kind, linkedin, located, mend,
    reactive_resume, unsupported, yaml_resume,
};
use perfil_model::language::Tag;
use perfil_source::{self as source, Node, Problem, privacy};

/// A file as a tree.
pub(super) struct Parsed {
    pub(super) node: Node,
    pub(super) kind: Kind,
    pub(super) report: Vec<Problem>,
    /// The language of its texts, as far as it is certain without being stated.
    pub(super) language: Option<Tag>,
    /// The tree that the owner wrote, if it is another one.
    pub(super) written: Option<Node>,
    /// Where its values are, if no owner could look up a position in it.
    pub(super) places: Option<Places>,
    /// The picture of the person that the file holds.
    pub(super) portrait: Option<Vec<u8>>,
}

impl Parsed {
    pub(super) fn of(node: Node, kind: Kind) -> Self {
        Self {
            node,
            kind,
            report: Vec::new(),
            language: None,
            written: None,
            places: None,
            portrait: None,
        }
    }
}

/// Reads a file as a tree, by its extension.
pub(super) fn parse(file: &Source, context: &ImportContext) -> Result<Parsed, Problem> {
    if let Some(kind) = document::kind(file) {
        return document::parse(file, kind);
    }
    if let Some(problem) = unsupported::problem(file.bytes) {
        return Err(problem);
    }
    if let Some(kind) = Kind::of_document(file.name) {
        let message = format!(
            "the name of this file is that of a document in {kind}, and its content is not"
        );
        return Err(Problem::error(
            None,
            message,
            "Save the document again, or name the file for what it is.",
        ));
    }
    // Every ZIP archive begins in this way.
    if file.bytes.starts_with(b"PK") {
        let linkedin::Export { resume, report, places } = linkedin::resume(file.bytes, context)?;
        return Ok(Parsed { report, places: Some(places), ..Parsed::of(resume, Kind::LinkedIn) });
    }
    if europass::is_xml(file.name, file.bytes) {
        return europass::parse(file.bytes);
    }
    let ending = file.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let node = match ending.as_deref() {
        Some("yaml" | "yml") => source::parse_yaml(file.bytes),
        _ => source::parse(file.bytes),
    }?;
    if let Some((message, remedy)) = kind::unreadable(&node) {
        let span = node.span.start..node.span.start + 1;
        return Err(Problem::error(Some(span), message, remedy));
    }
    let kind = Kind::of(&node);
    let is_foreign = kind == Kind::JsonResume && json_resume::own_part(&node).is_none();
    let languages: Vec<Tag> = file.language.iter().chain(context.languages).cloned().collect();
    let foreign = match kind {
        Kind::YamlResume => {
            let language = file.language.as_ref();
            Some((yaml_resume::resume(&node, language, context.languages)?, Vec::new()))
        }
        Kind::ReactiveResume => Some(reactive_resume::resume(&node, &languages)?),
        _ => None,
    };
    let (node, written, left_out) = match foreign {
        Some((resume, left_out)) => (resume, Some(node), left_out),
        None => (node, None, Vec::new()),
    };
    let is_foreign = is_foreign || written.is_some();
    let node = if is_foreign { mend::with_marks(node) } else { node };
    // In a native profile, wrong marks are reported by its decoder instead.
    let (node, report) = if kind.is_tree() { privacy::normalize(node) } else { (node, Vec::new()) };
    let mut report = report;
    located::rename(&mut report, written.as_slice());
    report.extend(left_out);
    let is_resume = is_foreign || kind == Kind::JsonResume;
    let portrait = if is_resume { json_resume::portrait(&node) } else { None };
    Ok(Parsed { report, written, portrait, ..Parsed::of(node, kind) })
}
