//! Reads the keys of front matter that Jekyll, Hugo, pandoc and CV templates know.

use super::address::address;
use super::contacts::{email, label_of};
use super::front_keys::{FIELDS, INNER, LAST_NAMES, NETWORKS, SETTINGS, TITLES};
use super::front_matter::{Fact, FrontMatter};
use super::headings::is_about_document;
use super::lists::node;
use super::opening::Opening;
use super::outline::Line;
use super::person::{can_be_name, first_part};
use super::vocabulary::{Kind, label};
use crate::tree::{list, member, object, text};
use perfil_source::privacy::wrap;
use perfil_source::{Member, Problem, Value};

impl Opening {
    /// Reads the facts of the front matter, except for the title.
    pub(super) fn front_matter(&mut self, front: &FrontMatter) {
        let mut left_out: Vec<&Fact> = Vec::new();
        for fact in front.facts.iter().filter(|fact| !TITLES.contains(&key(fact).as_str())) {
            if is_setting(fact) {
                left_out.push(fact);
                continue;
            }
            if !fact.is_private {
                self.front_fact(fact);
                continue;
            }
            let mut hidden = Self { fields: std::mem::take(&mut self.fields), ..Self::default() };
            let first = hidden.fields.len();
            hidden.front_fact(fact);
            for field in hidden.fields.iter_mut().skip(first) {
                field.value = wrap(field.value.clone());
            }
            self.fields = hidden.fields;
            self.facts.extend(hidden.facts.into_iter().map(wrap));
            self.links.extend(hidden.links.into_iter().map(wrap));
        }
        if let Some(first) = left_out.first() {
            let names: Vec<String> =
                left_out.iter().map(|fact| format!("{:?}", fact.key)).collect();
            let names = names.join(", ");
            let message =
                format!("{names} in the front matter is for another program, and left out");
            let remedy = "Write what readers should see below the front matter.";
            self.report.push(Problem::warning(Some(first.value.span.clone()), message, remedy));
        }
    }

    /// Reads the title of the front matter, which is the name, the headline, or what the document
    /// is.
    pub(super) fn front_matter_title(&mut self, front: &FrontMatter) {
        let titles = front
            .facts
            .iter()
            .filter(|fact| TITLES.contains(&key(fact).as_str()) && !fact.is_private);
        for fact in titles.filter(|fact| !fact.value.text.is_empty()) {
            let value = &fact.value;
            let first = first_part(&value.text);
            let start = value.text.find(first).unwrap_or_default();
            let name = value.part(start..start + first.len());
            let is_document = is_about_document(&value.text) || name.text != value.text;
            if !self.has("name") && can_be_name(&name.text) && !is_about_document(&name.text) {
                self.set("name", node(&name));
            } else if !is_document && !self.says_name(&value.text) {
                self.set("headline", node(value));
            }
        }
    }

    fn says_name(&self, said: &str) -> bool {
        let name = self.fields.iter().find(|field| field.key == "name");
        name.is_some_and(|field| field.value.as_str() == Some(said))
    }

    fn front_fact(&mut self, fact: &Fact) {
        let value = &fact.value;
        if value.text.is_empty() {
            return;
        }
        let key = key(fact);
        if key.is_empty() {
            return self.front_text(&fact.key, value);
        }
        if LAST_NAMES.contains(&key.as_str()) && self.add_last_name(value) {
            return;
        }
        let known = FIELDS.iter().find(|(name, _)| *name == key).map(|(_, field)| *field);
        match known {
            Some("name") if email(&value.text).is_none() && self.set("name", node(value)) => {
                return;
            }
            Some("email") => {
                let address = email(&value.text).unwrap_or(&value.text);
                if self.set("email", text(address, value.span.clone())) {
                    return;
                }
            }
            Some("url")
                if crate::addresses::of_page(&value.text).is_ok()
                    && self.set("url", node(value)) =>
            {
                return;
            }
            Some("image") => {
                let file = value.text.trim_start_matches("./").trim_start_matches('/');
                if perfil_model::profile::ImagePath::is_valid(file)
                    && self.set("image", text(file, value.span.clone()))
                {
                    return;
                }
                return self.image_is_left_out(value);
            }
            Some("language") => {
                if let Some(tag) = crate::detect::named(&value.text)
                    && self.set("language", text(tag.as_str(), value.span.clone()))
                {
                    return;
                }
            }
            Some(field @ ("phone" | "summary" | "headline")) if self.set(field, node(value)) => {
                return;
            }
            _ => {}
        }
        if label(&key) == Some(Kind::PlaceLabel) && !self.has("location") {
            return self.fields.push(member("location", address(value)));
        }
        if self.front_link(&key, value) {
            return;
        }
        self.front_text(&fact.key, value);
    }

    /// Adds the last name to a name of one word.
    fn add_last_name(&mut self, last: &Line) -> bool {
        let name = self.fields.iter_mut().find(|field| field.key == "name");
        let first = name.and_then(|field| match &mut field.value.value {
            Value::String(first) if !first.contains(' ') => Some(first),
            _ => None,
        });
        let Some(first) = first else { return false };
        first.push(' ');
        first.push_str(&last.text);
        true
    }

    /// Reads a profile on another site, by its address or its username.
    fn front_link(&mut self, key: &str, value: &Line) -> bool {
        let network = NETWORKS.iter().find(|(name, _)| key.starts_with(name));
        let written = value.text.trim();
        let is_page = written.starts_with("http://") || written.starts_with("https://");
        let url = match network {
            Some(_) if is_page || crate::addresses::is_bare(written) => written.to_owned(),
            Some((_, start)) if !written.contains(char::is_whitespace) => {
                format!("{start}{}", written.trim_start_matches('@'))
            }
            _ if is_page => written.to_owned(),
            _ => return false,
        };
        let url = if url.contains("://") { url } else { format!("https://{url}") };
        let span = value.span.clone();
        let link = vec![
            member("label", text(label_of(&url), span.clone())),
            member("url", text(url, span.clone())),
        ];
        self.links.push(object(link, span));
        true
    }

    fn front_text(&mut self, key: &str, value: &Line) {
        let label = text(key.trim().trim_start_matches('-').trim(), value.span.clone());
        let is_empty = label.as_str().is_none_or(str::is_empty);
        let mut fact: Vec<Member> = Vec::new();
        if is_empty {
            let items = list(vec![node(value)], value.span.clone());
            return self.fields.push(member("focus", items));
        }
        fact.push(member("label", label));
        fact.push(member("text", node(value)));
        self.facts.push(object(fact, value.span.clone()));
    }

    fn image_is_left_out(&mut self, value: &Line) {
        let message = format!("the image {:?} is no file of the content folder", value.text);
        let remedy = "Put the file into the content folder and write \"images/name.jpg\".";
        self.report.push(Problem::warning(Some(value.span.clone()), message, remedy));
    }
}

/// Returns what a fact is about: its key, or the one that it is below.
fn key(fact: &Fact) -> String {
    let clean = |key: &str| {
        key.trim().trim_start_matches('-').trim().trim_matches(['"', '\'']).to_lowercase()
    };
    let own = clean(&fact.key);
    match &fact.outer {
        Some(outer) if INNER.contains(&own.as_str()) => clean(outer),
        _ => own,
    }
}

/// Whether a fact is for a program.
fn is_setting(fact: &Fact) -> bool {
    let value = fact.value.text.as_str();
    let is_flag = matches!(value, "true" | "false" | "yes" | "no" | "null" | "~");
    let is_number = !value.is_empty() && value.chars().all(|c| c.is_ascii_digit() || c == '.');
    let of = |key: &str| {
        let key = key.trim().trim_start_matches('-').trim().to_lowercase();
        SETTINGS.contains(&key.as_str()) || key.contains(['{', '['])
    };
    let is_known = FIELDS.iter().any(|(name, _)| *name == key(fact));
    let is_set = of(&fact.key) || fact.outer.as_deref().is_some_and(of);
    !fact.is_private && !is_known && (is_set || is_flag || is_number)
}
