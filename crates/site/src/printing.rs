//! Profiles as PDF: the fonts of a site, the characters that they lack, and the files.

use crate::environment::Files;
use crate::settings::Settings;
use perfil_export::{PaperSize, Subject};
use perfil_pdf::{self as pdf, Fonts, Setting};
use perfil_source::{Node, Path as Place, Problem, Step};
use std::path::Path;
use std::sync::Arc;

/// The fonts of a site; absent if no PDF is rendered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Glyphs(Option<Arc<Fonts>>);

/// The maximum number of characters without a glyph that a warning names.
const NAMED: usize = 8;

impl Glyphs {
    /// Reads the owner's fonts, and reports each file that is not a font.
    pub(crate) fn read(
        files: &dyn Files,
        folder: &Path,
        settings: &Settings,
        site: &Node,
    ) -> (Self, Vec<Problem>) {
        if settings.papers().is_empty() {
            return (Self::default(), Vec::new());
        }
        let mut problems = Vec::new();
        let mut fonts = Vec::new();
        let listed =
            site.get("pdf").and_then(|pdf| pdf.get("fonts")).map_or(&[][..], Node::elements);
        for ((index, path), node) in settings.fonts().iter().enumerate().zip(listed) {
            let message = match files.read(&folder.join(path.to_string())) {
                Ok(file) if pdf::is_font(&file) => {
                    fonts.push(file);
                    continue;
                }
                Ok(_) => format!("{path} holds no font"),
                Err(error) => format!("{path} cannot be read: {error}"),
            };
            let steps = [Step::Key("pdf".into()), Step::Key("fonts".into()), Step::Index(index)];
            let remedy = "Put an OpenType or TrueType font there, or remove it from the list.";
            let problem = Problem::error(Some(node.span.clone()), message, remedy);
            problems.push(problem.at(Place(steps.to_vec())));
        }
        (Self(Some(Arc::new(Fonts::new(fonts)))), problems)
    }

    /// Whether PDFs can be rendered.
    pub(crate) fn are_there(&self) -> bool {
        self.0.is_some()
    }

    /// Renders a profile as PDF.
    pub(crate) fn file(
        &self,
        subject: &Subject,
        paper: PaperSize,
        accent: &str,
    ) -> Result<Vec<u8>, String> {
        let fonts = self.0.as_ref().ok_or("there are no fonts")?;
        pdf::pdf(subject, &Setting { paper, accent, fonts })
    }

    /// Returns a warning if a profile has characters that no font covers.
    pub(crate) fn missing(&self, profile: &Node) -> Option<Problem> {
        let fonts = self.0.as_ref()?;
        let mut missing = Vec::new();
        let mut first = None;
        report_uncovered(profile, fonts, &mut |node, letters| {
            first.get_or_insert(node.span.clone());
            missing.extend(letters);
        });
        missing.sort_unstable();
        missing.dedup();
        let named: Vec<String> = missing.iter().take(NAMED).map(char::to_string).collect();
        let more = missing.len() - named.len();
        let more = if more == 0 { String::new() } else { format!(" and {more} more") };
        let message = format!("no font has {}{more}, so the PDF shows boxes", named.join(" "));
        let remedy = "Name a font that has them in site.json: \
                      \"pdf\": {\"fonts\": [\"fonts/name.otf\"]}.";
        first.map(|span| Problem::warning(Some(span), message, remedy))
    }
}

/// Reports every text that has characters which no font covers.
fn report_uncovered(node: &Node, fonts: &Fonts, report: &mut impl FnMut(&Node, Vec<char>)) {
    let missing = node.as_str().map(|text| fonts.missing(text)).unwrap_or_default();
    if !missing.is_empty() {
        report(node, missing);
    }
    node.elements().iter().for_each(|element| report_uncovered(element, fonts, report));
    node.members().iter().for_each(|member| report_uncovered(&member.value, fonts, report));
}
