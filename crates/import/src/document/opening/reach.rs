//! Takes e-mail addresses, telephone numbers and links out of the parts of a line.

use super::Opening;
use super::labelled_names::of_label;
use super::lines::is_town;
use crate::document::address::address;
use crate::document::contacts::{Contact, clean_word, contacts, email, is_contact, label_of};
use crate::document::head_parts as head;
use crate::document::letterhead::Segment;
use crate::document::person::can_be_name;
use crate::document::text::Text;
use crate::document::vocabulary::{self, Kind, label};
use crate::tree::{member, object, text};
use perfil_source::{Node, Value};

/// The most letters that a line breaks off an address without making it none.
const MAX_REST: usize = 3;

impl Opening {
    /// Reads a part of a line; returns what of it is no way to reach the person.
    pub(in crate::document) fn segment(&mut self, part: &Segment) -> Option<Segment> {
        match part.kind {
            Some(Kind::NameLabel) if !part.text.is_empty() => {
                self.fields.retain(|field| field.key != "name" || !self.lacks_name);
                let (name, rest) = of_label(part.label.as_ref(), &part.text);
                self.yield_name(&name);
                if self.set("name", name.plain_node()) {
                    if let Some(rest) = rest {
                        self.keep(&rest);
                    }
                    return None;
                }
            }
            Some(Kind::GivenNameLabel | Kind::FamilyNameLabel) if !part.text.is_empty() => {
                let is_last = part.kind == Some(Kind::FamilyNameLabel);
                let [first, last] = &mut self.names;
                let name = if is_last { last } else { first };
                if name.is_none() {
                    *name = Some(part.clone());
                    return None;
                }
            }
            Some(Kind::PlaceLabel)
                if !is_contact(&part.text)
                    && !part.text.is_empty()
                    && self.set("location", address(&part.text.plain_line())) =>
            {
                return None;
            }
            Some(Kind::HeadlineLabel) if self.set("headline", part.text.plain_node()) => {
                return None;
            }
            _ => {}
        }
        let named = named(part);
        let part = named.as_ref().unwrap_or(part);
        let rest = self.reach(part);
        if rest.is_empty() {
            return None;
        }
        let is_same = rest.plain() == part.text.plain();
        match &part.label {
            Some(label) if is_same || part.kind.is_none() => {
                self.fact(label, &rest);
                None
            }
            _ => Some(Segment { text: rest, ..part.clone() }),
        }
    }

    /// Takes e-mail addresses, telephone numbers and links out of a part, and returns the rest.
    pub(in crate::document) fn reach(&mut self, part: &Segment) -> Text {
        let mut rest = Text::default();
        for (address, written) in part.text.links() {
            self.link(&address, &written, part);
        }
        for run in &part.text.runs {
            if run.link.as_deref().is_none_or(|address| !is_reachable(address)) {
                rest.runs.push(run.clone());
            }
        }
        let plain = rest.plain();
        let expected = part.kind == Some(Kind::Url);
        let mut others = Text::default();
        let mut from = 0;
        for (range, contact) in contacts(&plain, expected) {
            others.append(" ", &rest.part(from..range.start));
            let written = rest.part(range.clone());
            from = range.end;
            match contact {
                Contact::Email(email) => self.email(&email, &written, part),
                Contact::Phone(phone) => self.phone(&phone, &written, part),
                Contact::Url(url) => self.url(&url, None, &written, part),
            }
        }
        others.append(if from > 0 { " " } else { "" }, &rest.part(from..plain.len()));
        let plain = others.plain();
        let is_sign = |c: char| c.is_whitespace() || "|,;:·•-–—()[]<>/：、".contains(c);
        let start = plain.len() - plain.trim_start_matches(is_sign).len();
        let mut end = plain.trim_end_matches(is_sign).len().max(start);
        if plain.get(start..end).is_some_and(|it| it.contains('('))
            && plain.get(end..).is_some_and(|it| it.starts_with(')'))
        {
            end += 1;
        }
        let others = others.part(start..end);
        let plain = others.plain();
        let is_label = label(&plain).is_some() || plain.chars().all(|c| !c.is_alphanumeric());
        if is_label && from > 0 || plain.is_empty() { Text::default() } else { others }
    }

    pub(in crate::document) fn link(&mut self, address: &str, written: &Text, part: &Segment) {
        // Programs put the scheme of pages before that of another one.
        let page = address.strip_prefix("https://").or(address.strip_prefix("http://"));
        let own = page.map(|it| it.trim_end_matches('/'));
        let own = own.filter(|it| it.starts_with("mailto:") || it.starts_with("tel:"));
        let address = own.unwrap_or(address);
        if let Some(linked) = email(address) {
            // What people read is the address; the link may have been copied from somebody else, or have only a part.
            let (shown, line) = (written.plain(), part.text.plain());
            let around = around(&line, shown.trim());
            let shown = shown.split_whitespace().map(clean_word).find_map(|(_, it)| email(it));
            let whole = shown.or(around.as_deref()).filter(|shown| !is_broken(shown, linked));
            self.email(whole.unwrap_or(linked), written, part);
        } else if let Some(shown) = email(written.plain().trim()) {
            // The link is broken, or leads to a page on which one writes.
            self.email(shown, written, part);
        } else if let Some(number) = address.strip_prefix("tel:") {
            let shown = written.plain();
            let has_number = shown.chars().filter(char::is_ascii_digit).count() > 5;
            self.phone(if has_number { shown.trim() } else { number }, written, part);
        } else if is_reachable(address) {
            let is_full = address.contains("://");
            let url = if is_full { address.to_owned() } else { format!("https://{address}") };
            self.url(&url, Some(written), written, part);
        }
    }

    pub(in crate::document) fn email(&mut self, email: &str, written: &Text, part: &Segment) {
        if !self.set("email", text(email, written.span())) && !self.says("email", email) {
            let url = format!("mailto:{email}");
            self.add_link(part.label.as_ref().map_or(email.to_owned(), Text::plain), &url, written);
        }
    }

    pub(in crate::document) fn phone(&mut self, phone: &str, written: &Text, part: &Segment) {
        let is_set = self.set("phone", text(phone, written.span()));
        // A label such as `Office` says more than that it is a number.
        let is_named = part.label.is_some() && part.kind != Some(Kind::Phone);
        if is_named || (!is_set && !self.says("phone", phone)) {
            let label = part.label.clone().unwrap_or_else(|| Text::of("Tel.", written.span()));
            self.fact(&label, &Text::of(phone, written.span()));
        }
    }

    pub(in crate::document) fn url(
        &mut self,
        url: &str,
        shown: Option<&Text>,
        written: &Text,
        part: &Segment,
    ) {
        let shown = shown.map(Text::plain).map(|it| it.trim().to_owned()).unwrap_or_default();
        // A link with a text of its own keeps it as its label.
        let is_website = part.kind == Some(Kind::Url) && (part.label.is_some() || shown.is_empty());
        if is_website && self.set("url", text(url, written.span())) {
            return;
        }
        let is_address = shown.is_empty() || url.contains(shown.trim_end_matches('/'));
        let label = match &part.label {
            Some(label) => label.plain(),
            None if is_address => label_of(url),
            None => shown.clone(),
        };
        let is_own = is_address || part.label.is_none();
        let is_new = self.add_link(label, url, written);
        if !is_own
            && is_new
            && let Some(Value::Object(fields)) = self.links.last_mut().map(|it| &mut it.value)
        {
            fields.push(member("username", text(shown, written.span())));
        }
    }

    pub(in crate::document) fn add_link(
        &mut self,
        label: String,
        url: &str,
        written: &Text,
    ) -> bool {
        let is_known = |link: &Node| link.get("url").and_then(Node::as_str) == Some(url);
        if self.links.iter().any(is_known) {
            return false;
        }
        let span = written.span();
        let fields = vec![
            member("label", text(label.trim(), span.clone())),
            member("url", text(url, span.clone())),
        ];
        self.links.push(object(fields, span));
        true
    }

    pub(in crate::document) fn says(&self, key: &str, said: &str) -> bool {
        let field = self.fields.iter().find(|field| field.key == key);
        field.is_some_and(|field| field.value.as_str() == Some(said))
    }
}

/// Returns the address in a line of which a link has a part.
fn around(line: &str, part: &str) -> Option<String> {
    contacts(line, false).into_iter().find_map(|(range, contact)| match contact {
        Contact::Email(address) if !part.is_empty() && line.get(range)?.contains(part) => {
            Some(address)
        }
        _ => None,
    })
}

/// Whether a line breaks an address before its last letters. Links that programs made may have taken in the next word.
fn is_broken(shown: &str, linked: &str) -> bool {
    let rest = linked.strip_prefix(shown).unwrap_or_default();
    (1..=MAX_REST).contains(&rest.len()) && rest.chars().all(|c| c.is_ascii_lowercase())
}

/// Returns a part with one way to reach the person beside one or two words, which are its label.
pub(super) fn named(part: &Segment) -> Option<Segment> {
    let plain = part.text.plain();
    let found = contacts(&plain, false);
    let [(range, contact)] = found.as_slice() else { return None };
    let has_link = part.text.runs.iter().any(|run| run.link.is_some());
    if part.label.is_some() || has_link || matches!(contact, Contact::Email(_)) {
        return None;
    }
    let (before, after) = part.text.without(range.clone());
    let beside = if before.is_empty() { after } else { before };
    let beside = head::clean(&beside)?;
    let words = beside.plain();
    let is_label = words.split_whitespace().count() <= 2
        && !is_town(&words)
        && !vocabulary::has(&words, Kind::Job)
        && !can_be_name(&words)
        && plain.len() <= words.len() + range.len() + 6;
    let kind = label(&words).or(part.kind);
    is_label.then(|| Segment { label: Some(beside), kind, text: part.text.part(range.clone()) })
}

/// Whether an address leads to another page.
pub(super) fn is_reachable(address: &str) -> bool {
    let is_page = address.starts_with("http://") || address.starts_with("https://");
    is_page && url::Url::parse(address).is_ok()
        || address.starts_with("tel:")
        || email(address).is_some()
        || crate::addresses::is_bare(address)
}
