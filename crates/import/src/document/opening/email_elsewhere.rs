//! Finds the e-mail address of the person below the headings, where forms and columns may have it.

use super::Opening;
use super::address_words::is_of_address;
use super::name::texts_in;
use crate::document::contacts::{Contact, contacts, email, user};
use crate::document::headings::Topic;
use crate::document::outline::Outline;
use crate::document::text::Text;
use crate::tree::text;
use perfil_model::profile::ResumeList;

impl Opening {
    /// Takes the address that has a word of the name, else the first one that is no referee's; it stays in its
    /// section, too.
    pub(in crate::document) fn email_elsewhere(&mut self, outline: &Outline) {
        if self.has("email") {
            return;
        }
        let (mut own, mut referees) = (Vec::new(), Vec::new());
        self.rest.iter().for_each(|block| block.texts(&mut own));
        for section in &outline.sections {
            let is_about_others = section.topic() == Some(Topic::List(ResumeList::References));
            let texts = if is_about_others { &mut referees } else { &mut own };
            texts_in(section, texts);
        }
        let name = self.text_of("name").unwrap_or_default();
        let is_named = |address: &str| {
            let user = user(address);
            name.split_whitespace().any(|word| is_of_address(word, &user))
        };
        let of =
            |texts: Vec<&Text>| -> Vec<_> { texts.into_iter().filter_map(address_in).collect() };
        let (own, referees) = (of(own), of(referees));
        let named = own.iter().chain(&referees).find(|(address, _)| is_named(address)).cloned();
        if let Some((address, span)) = named.or_else(|| own.into_iter().next()) {
            self.set("email", text(address, span));
        }
    }
}

/// Returns the first e-mail address that a text shows, or to which it leads, and its place.
fn address_in(text: &Text) -> Option<(String, std::ops::Range<usize>)> {
    let mut links = text.runs.iter().filter_map(|run| run.link.as_deref());
    let linked = links.find_map(email).map(str::to_owned);
    let mut written = contacts(&text.plain(), false).into_iter().filter_map(|(_, it)| match it {
        Contact::Email(address) => Some(address),
        Contact::Phone(_) | Contact::Url(_) => None,
    });
    written.next().or(linked).map(|address| (address, text.span()))
}
