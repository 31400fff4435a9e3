//! What Typst sets: profiles as PDF, and the pictures of pages; the fonts of a site for both, and
//! the characters that they lack.

use crate::environment::Files;
use crate::settings::Settings;
use crate::theme::accent::{self, Tones};
use crate::theme::{Family, Look};
use perfil_export::{PaperSize, Picture, Subject};
use perfil_pdf::{self as pdf, Fonts, Setting};
use perfil_source::{Node, Path as Place, Problem, Step};
use std::path::Path;
use std::sync::Arc;

pub(crate) use perfil_pdf::{Fault, PICTURE_SIZE, Portrait, faults};

/// The fonts of a site; absent if neither PDFs nor pictures are rendered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Glyphs {
    fonts: Option<Arc<Fonts>>,
    /// What happens to characters that the fonts lack.
    effect: &'static str,
}

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
        let effect = match (settings.papers().is_empty(), settings.has_link_pictures()) {
            (true, false) => return (Self::default(), Vec::new()),
            (true, true) => "the picture for links leaves them out",
            (false, true) => "the PDF shows boxes, and the picture for links leaves them out",
            (false, false) => "the PDF shows boxes",
        };
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
        (Self { fonts: Some(Arc::new(Fonts::new(fonts))), effect }, problems)
    }

    /// Whether PDFs and pictures can be rendered.
    pub(crate) fn are_there(&self) -> bool {
        self.fonts.is_some()
    }

    /// Decodes a portrait.
    ///
    /// # Errors
    ///
    /// Returns why it cannot be decoded.
    pub(crate) fn portrait(file: &[u8]) -> Result<Portrait, String> {
        Portrait::decode(file)
    }

    /// Renders a profile as PDF.
    pub(crate) fn file(
        &self,
        subject: &Subject,
        paper: PaperSize,
        look: Look,
        portrait: Option<&Portrait>,
    ) -> Result<Vec<u8>, Fault> {
        let theme = &on_paper(look);
        let layout = look.1.layout.as_str();
        let look = pdf::Look { fonts: self.fonts()?, theme };
        pdf::pdf(subject, &Setting { paper, look, portrait, layout })
    }

    /// Returns a hash that changes whenever a picture may. `portrait` is the owner's file.
    pub(crate) fn picture_version(
        &self,
        picture: &Picture,
        look: Look,
        portrait: Option<&[u8]>,
    ) -> Result<String, String> {
        let theme = &on_screen(look);
        Ok(pdf::picture_version(picture, &pdf::Look { fonts: self.fonts()?, theme }, portrait))
    }

    /// Renders a picture as PNG.
    pub(crate) fn picture(
        &self,
        picture: &Picture,
        look: Look,
        portrait: Option<&Portrait>,
    ) -> Result<Vec<u8>, String> {
        let theme = &on_screen(look);
        pdf::picture(picture, &pdf::Look { fonts: self.fonts()?, theme }, portrait)
    }

    fn fonts(&self) -> Result<&Fonts, String> {
        self.fonts.as_deref().ok_or_else(|| "there are no fonts".to_owned())
    }

    /// Returns a warning if a profile has characters that no font covers.
    pub(crate) fn missing(&self, profile: &Node) -> Option<Problem> {
        let fonts = self.fonts.as_ref()?;
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
        let message = format!("no font has {}{more}, so {}", named.join(" "), self.effect);
        let remedy = "Name a font that has them in site.json: \
                      \"pdf\": {\"fonts\": [\"fonts/name.otf\"]}.";
        first.map(|span| Problem::warning(Some(span), message, remedy))
    }
}

/// Returns how a theme looks on paper, which is white in every theme.
fn on_paper((hue, theme): Look) -> pdf::Theme {
    let [light, _] = theme.schemes();
    let accent = accent::tones(hue.0, light).accent;
    pdf::Theme::printed(accent, font(theme.text()), font(theme.display()))
}

/// Returns the font of a family on paper, where there is none of a visitor's system.
fn font(family: Family) -> String {
    let name = match family {
        Family::Serif => "Source Serif 4",
        Family::Sans => "Source Sans 3",
        Family::Mono => "Source Code Pro",
    };
    name.to_owned()
}

/// Returns how a theme looks in a picture: in its light colours.
fn on_screen((hue, theme): Look) -> pdf::Theme {
    let [light, _] = theme.schemes();
    let Tones { accent, tint } = accent::tones(hue.0, light);
    pdf::Theme {
        paper: light.paper.css(),
        ink: light.ink.css(),
        muted: light.soft.css(),
        border: light.border.css(),
        accent,
        tint,
        text: font(theme.text()),
        display: font(theme.display()),
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
