//! Takes the images out of a letterhead: the portrait, and badges.

use super::Opening;
use crate::document::text::Text;
use crate::tree::text;
use perfil_model::profile::ImagePath;
use perfil_source::Problem;
/// Parts of the addresses of images that only decorate, or count something.
const BADGES: [&str; 12] = [
    "shields.io",
    "badge",
    "badgen",
    "visitor",
    "hits.",
    "komarev",
    "readme-stats",
    "skillicons",
    "devicon",
    "simpleicons",
    "icon",
    "/workflows/",
];

impl Opening {
    /// Takes the images out of a line: the portrait, and badges. Nothing may remain.
    pub(in crate::document) fn without_images(&mut self, line: &Text) -> Option<Text> {
        let mut line = line.clone();
        for run in line.runs.iter_mut().filter(|run| run.image.is_some()) {
            let address = run.image.take().unwrap_or_default();
            let is_badge = BADGES.iter().any(|badge| address.contains(badge));
            if run.link.is_some() {
                run.text = run.text.trim().to_owned();
                continue;
            }
            if !is_badge && !self.has("image") && !self.has("imageUrl") {
                self.portrait(&address, run.span.clone());
            }
            run.text.clear();
        }
        line.runs.retain(|run| !run.text.is_empty() || run.link.is_some());
        let line = line.trimmed();
        (!line.runs.is_empty()).then_some(line)
    }

    pub(in crate::document) fn portrait(&mut self, address: &str, span: std::ops::Range<usize>) {
        let file = address.trim_start_matches("./").trim_start_matches('/');
        let is_page = address.starts_with("https://") || address.starts_with("http://");
        if is_page && url::Url::parse(address).is_ok() {
            self.set("imageUrl", text(address, span.clone()));
            let message = "the portrait is on another site, and no page loads images from there";
            let remedy = "Put the file into the content folder and write \"images/name.jpg\".";
            self.report.push(Problem::warning(Some(span), message, remedy));
        } else if ImagePath::is_valid(file) {
            self.set("image", text(file, span));
        }
    }
}
