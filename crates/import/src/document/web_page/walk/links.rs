//! Reads links and pictures.

use super::Walk;
use crate::document::markup::Tag;
use crate::document::text::GAP;
use crate::document::web_page::{mail, pictures};
use std::sync::Arc;

impl Walk<'_> {
    pub(super) fn link(&mut self, at: usize, tag: &Tag) {
        let address = tag.attribute("href").unwrap_or_default();
        let protected = mail::of_link(address).map(|mail| format!("mailto:{mail}"));
        let is_icon = self.chrome.words(at).0 == 0 && !self.has_picture(at);
        let outer = self.elements.builder.link.take();
        self.elements.open_link(protected.as_deref().unwrap_or(address), &tag.span);
        let link = self.elements.builder.link.clone();
        match link.filter(|_| is_icon) {
            // What only has a picture of a style sheet.
            Some(link) => {
                let label = [tag.attribute("aria-label"), tag.attribute("title")];
                let label = label.into_iter().flatten().find(|it| !it.trim().is_empty());
                let label = label.map_or_else(|| mail::shown(&link), str::to_owned);
                let text = format!("{GAP}{}{GAP}", label.trim());
                self.elements.builder.text(&text, tag.span.clone());
            }
            None => self.styled(at, &tag.renamed("span"), "span"),
        }
        self.elements.builder.link = outer;
    }

    fn has_picture(&self, at: usize) -> bool {
        let is_described = |at: usize| {
            let tag = self.tree.tag(at).filter(|tag| tag.name == "img");
            tag.and_then(|tag| tag.attribute("alt")).is_some_and(|alt| !alt.trim().is_empty())
        };
        (at..self.tree.end(at)).any(is_described)
    }

    /// Adds a picture. The first one that can be the portrait and is in the page itself is that.
    pub(super) fn image(&mut self, at: usize, tag: &Tag) {
        let address = pictures::address(tag);
        if address.starts_with("data:") {
            let is_first = self.portrait.is_none() && self.level <= 1;
            if is_first && !pictures::is_small(tag) {
                self.portrait = pictures::decode(address);
            }
            if self.portrait.is_some() && is_first {
                return;
            }
        }
        let is_linked = self.elements.builder.link.is_some();
        let alt = tag.attribute("alt").unwrap_or_default().trim();
        let alt = if is_linked || !pictures::is_decoration(self.tree, at, alt) { alt } else { "" };
        let base = self.elements.base.as_ref();
        let whole = base.and_then(|base| base.join(address).ok());
        let whole: Arc<str> = match whole {
            _ if address.starts_with("data:") => Arc::from(""),
            Some(whole) => Arc::from(whole.as_str()),
            None => Arc::from(address),
        };
        if alt.is_empty() && (whole.is_empty() || self.level > 1) {
            return;
        }
        self.elements.builder.image(alt, &whole, tag.span.clone());
    }
}
