//! Reads the parts of a document: its text, headers, footers and notes, and what it says of itself.

use super::super::blocks::Block;
use super::super::spoken;
use super::super::stated_names::Named;
use super::super::text::Style;
use super::super::{Document, lines};
use super::content::{Definitions, Reader, Seen};
use super::fields::Fields;
use super::margins::{self, Said, have_contact, references};
use super::numbering::Numbering;
use super::package::{Package, Relations};
use super::pieces::{Margin, Piece, Span, each};
use super::styles::Styles;
use super::{embedded, pictures, xml};
use perfil_model::language::Tag;
use perfil_source::Problem;

/// Before which heading a picture can be the portrait, counted from the first.
const PORTRAIT_ABOVE: usize = 3;

/// What the parts of a document hold.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) body: Vec<Piece>,
    /// What is above the text: headers, and footers with a letterhead.
    pub(super) above: Vec<Piece>,
    /// What is below the text.
    pub(super) below: Vec<Piece>,
    comments: usize,
    seen: Seen,
}

impl Parts {
    /// Reads all parts of a document.
    pub(super) fn of(package: &mut Package) -> Result<Self, Problem> {
        let path = package.main.clone();
        let Some(text) = package.text(&path)? else {
            let message = format!("the document has no text: {path} is missing");
            return Err(Problem::error(None, message, xml::SAVE_AGAIN));
        };
        let relations = package.relations(&path);
        let definitions = definitions(package, &relations);
        let document = xml::parse(&text, &path)?;
        let root = document.root_element();
        let mut parts = Self::default();
        let references = references(root);
        let mut headers = Vec::new();
        for reference in references {
            let Some(part) = relations.part(&reference.id) else { continue };
            let margin = if reference.is_header { Margin::Header } else { Margin::Footer };
            let pieces = parts.part(package, part, margin, &definitions);
            headers.push((reference, pieces));
        }
        let body = xml::child(root, "body").unwrap_or(root);
        let mut pieces = Vec::new();
        parts.reader(&definitions, &relations, None).blocks(body, &mut pieces);
        parts.body = pieces;
        parts.margins(headers);
        parts.notes(package, &relations, &definitions);
        if let Some(part) = relations.of_kind("comments")
            && let Some(text) = package.optional(&part)
            && let Ok(document) = xml::parse(&text, &part)
        {
            parts.comments = margins::comments(document.root_element());
        }
        Ok(parts)
    }

    fn reader<'r>(
        &'r mut self,
        definitions: &'r Definitions,
        relations: &'r Relations,
        margin: Option<Margin>,
    ) -> Reader<'r> {
        Reader {
            definitions,
            relations,
            margin,
            seen: &mut self.seen,
            fields: Fields::default(),
            is_apart: false,
        }
    }

    /// Reads a header or footer; one that is broken is none.
    fn part(
        &mut self,
        package: &mut Package,
        path: &str,
        margin: Margin,
        definitions: &Definitions,
    ) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let relations = package.relations(path);
        if let Some(text) = package.optional(path)
            && let Ok(document) = xml::parse(&text, path)
        {
            let root = document.root_element();
            self.reader(definitions, &relations, Some(margin)).blocks(root, &mut pieces);
        }
        pieces
    }

    /// Adds headers and footers, without what the text says.
    fn margins(&mut self, margins: Vec<(margins::Reference, Vec<Piece>)>) {
        let mut said = Said::default();
        said.add(&self.body);
        let mut letterheads = Vec::new();
        for (reference, pieces) in margins {
            let mut pieces = said.without_repeated(pieces, reference.is_first);
            said.add(&pieces);
            if reference.is_header && reference.is_first {
                self.above.append(&mut pieces);
            } else if have_contact(&pieces) {
                letterheads.append(&mut pieces);
            } else {
                self.below.append(&mut pieces);
            }
        }
        // Only in the head of a document is a footer how to reach somebody.
        if !self.above.is_empty() {
            self.above.append(&mut letterheads);
        }
        let first = self.body.iter().position(|it| matches!(it, Piece::Paragraph(_)));
        let at = first.map_or(0, |at| at + 1);
        self.body.splice(at..at, letterheads);
    }

    /// Adds the notes that the text refers to, below it.
    fn notes(&mut self, package: &mut Package, relations: &Relations, definitions: &Definitions) {
        for kind in ["footnotes", "endnotes"] {
            let notes = self.seen.notes.clone();
            let is_kind = |(of, _): &(&str, String)| *of == kind;
            if !notes.iter().any(is_kind) {
                continue;
            }
            let Some(path) = relations.of_kind(kind) else { continue };
            let Some(text) = package.optional(&path) else { continue };
            let Ok(document) = xml::parse(&text, &path) else { continue };
            let own = package.relations(&path);
            for (number, (_, id)) in notes.iter().enumerate().filter(|(_, it)| is_kind(it)) {
                let Some(note) = margins::note(document.root_element(), id) else { continue };
                let mut pieces = Vec::new();
                self.reader(definitions, &own, Some(Margin::Note)).blocks(note, &mut pieces);
                if let Some(Piece::Paragraph(first)) = pieces.first_mut()
                    && let Some(line) = first.lines.first_mut()
                {
                    let text = format!("[{}] ", number + 1);
                    let style = Style::default();
                    line.insert(0, Span { text, style, link: None, is_picture: false });
                }
                self.below.append(&mut pieces);
            }
        }
    }

    /// Reads the pages that the document embeds, as if each were at this position.
    pub(super) fn embedded(&mut self, package: &mut Package, at: usize) -> Vec<Document> {
        let (documents, others) = embedded::read(package, &self.seen.chunks, at);
        self.seen.embedded += others;
        documents
    }

    /// Returns the first picture in the head of the document that can be the portrait.
    pub(super) fn portrait(&self, pieces: &[Piece], package: &mut Package) -> Option<Vec<u8>> {
        let (mut headings, mut head) = (0, None);
        each(pieces, &mut |paragraph| {
            headings += usize::from(paragraph.level.is_some());
            if headings == PORTRAIT_ABOVE && head.is_none() {
                head = Some(paragraph.number);
            }
        });
        let pictures = self.seen.pictures.iter();
        let mut pictures = pictures.filter(|it| head.is_none_or(|head| it.paragraph < head));
        pictures.find_map(|picture| {
            let bytes = package.bytes(&picture.part).ok().flatten();
            bytes.filter(|bytes| pictures::is_photo(bytes))
        })
    }

    /// The problem of a document without text.
    pub(super) fn no_text(&self) -> Problem {
        if self.seen.images > 0 {
            let message = "the document has pictures, and no text";
            let remedy = "Import the document that the pictures show, or write its text.";
            return Problem::error(None, message, remedy);
        }
        if self.seen.placeholders > 0 {
            let message = "the document is a template that nobody filled in";
            return Problem::error(None, message, "Write the CV into its fields, and save it.");
        }
        Problem::error(None, "the document has no text", "Write the CV into it, and save it.")
    }

    /// Returns whom the file names as its author or in its title.
    pub(super) fn named(package: &mut Package, blocks: &[Block]) -> Option<Named> {
        let text = package.optional("docProps/core.xml")?;
        let document = xml::parse(&text, "core.xml").ok()?;
        let said = |name| xml::child(document.root_element(), name)?.text();
        Named::stated(said("creator"), said("title"), blocks)
    }

    /// Reports what was left out, without its wording.
    pub(super) fn report(&self) -> Vec<Problem> {
        let mut report = Vec::new();
        let mut warn = |count: usize, what: &str, remedy: &str| {
            if count > 0 {
                let message = format!("{what}, left out");
                report.push(Problem::warning(None, message, remedy));
            }
        };
        let comments = format!("comments of the document ({})", self.comments);
        warn(self.comments, &comments, "No action needed: they are not for readers.");
        let hidden = "text that is hidden in Word";
        warn(self.seen.hidden, hidden, "Show it in Word (Font, Hidden) if it is for readers.");
        let fields =
            format!("fields of the template that nobody filled in ({})", self.seen.placeholders);
        warn(self.seen.placeholders, &fields, "Fill them in, or delete them.");
        let charts = format!("charts ({})", self.seen.charts);
        warn(self.seen.charts, &charts, "Write what they say as text.");
        let embedded = "a part of the document in another format";
        warn(self.seen.embedded, embedded, "Open it in Word and save it again, so that it is one.");
        report
    }

    /// Returns the language of the document, and whether it states it: many only state the language of
    /// the program that wrote them, so the words decide.
    pub(super) fn language(&self, blocks: &[Block]) -> Option<(Tag, bool)> {
        let stated = self.seen.languages.iter().max_by_key(|(_, count)| **count);
        let stated = stated.and_then(|(tag, _)| Tag::parse(tag.split(['-', '_']).next()?));
        let spoken = spoken::of_blocks(blocks, &lines(blocks)).into_iter().next();
        match spoken {
            Some(spoken) => {
                let is_stated = stated.is_some_and(|stated| stated.is_same_language(&spoken));
                Some((spoken, is_stated))
            }
            None => stated.map(|stated| (stated, false)),
        }
    }
}

/// Reads the styles and lists of a document; a part that is broken defines none.
fn definitions(package: &mut Package, relations: &Relations) -> Definitions {
    let mut definitions =
        Definitions { styles: Styles::default(), numbering: Numbering::default() };
    let mut part = |kind: &str, usual: &str| {
        let path = relations.of_kind(kind).unwrap_or_else(|| usual.to_owned());
        package.optional(&path)
    };
    if let Some(text) = part("styles", "word/styles.xml")
        && let Ok(document) = xml::parse(&text, "styles.xml")
    {
        definitions.styles = Styles::of(document.root_element());
    }
    if let Some(text) = part("numbering", "word/numbering.xml")
        && let Ok(document) = xml::parse(&text, "numbering.xml")
    {
        definitions.numbering = Numbering::of(document.root_element());
    }
    definitions
}
