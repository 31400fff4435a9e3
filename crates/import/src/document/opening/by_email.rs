//! Finds the name of a person by their e-mail address or by the name of the file, in documents that have it below other
//! things: in a column beside the text, or in a text box.

use super::Opening;
use super::address_words::{MIN_WORD, before_position, is_of_address, is_whole_in};
use super::name::texts_in;
use super::name_pieces::{MAX_ADDED, handle_of_page, is_capital, is_told, turned};
use crate::document::blocks::Block;
use crate::document::headings::{Topic, normalized};
use crate::document::outline::{Outline, Section};
use crate::document::person::{can_be_name, first_part};
use crate::document::text::Text;
use crate::document::towns::is_company;
use crate::document::vocabulary::{self, Kind};
use crate::tree::text;
use perfil_model::profile::ResumeList;
use perfil_source::Node;

/// The most pages below headings whose addresses may have the name: long documents link to thousands.
const MAX_PAGES: usize = 40;

/// The longest summary that may be the name, in bytes.
const MAX_SAID: usize = 60;

impl Opening {
    /// Takes the first line that can be a name of which the address has a word, or that the file is named after, if there
    /// is no name, or one that hardly is.
    pub(super) fn name_by_email(&mut self, outline: &Outline, named: &str) {
        if self.given_name_above() || self.family_name_below() || self.name_goes_on() {
            return;
        }
        if let Some(name) = self.name_of_page(outline) {
            return self.replace_name(name);
        }
        if let Some(name) = self.labelled_other() {
            self.facts.retain(|fact| fact.get("text").and_then(Node::as_str) != name.as_str());
            return self.replace_name(name);
        }
        let Some(user) = self.user() else { return };
        let is_part = |word: &str| is_of_address(word, &user);
        let known = self.text_of("name");
        let is_unlikely = known.as_ref().is_none_or(|name| {
            let words: Vec<&str> = name.split_whitespace().collect();
            let is_lower = |word: &&str| word.starts_with(char::is_lowercase);
            !words.iter().any(|word| is_part(word))
                && (!can_be_name(name) || words.last().is_some_and(is_lower))
        });
        // Two words of the address are surer than a line that has none of them.
        let has_none = |name: &String| !name.split_whitespace().any(is_part);
        let least = match &known {
            _ if is_unlikely => 1,
            Some(name) if has_none(name) => 2,
            _ => return,
        };
        let headline = self.text_of("headline").map(|it| Text::of(&it, 0..0));
        // A name that ends with an initial looks like a sentence.
        let said = self.text_of("summary").filter(|it| it.len() < MAX_SAID);
        let said = said.map(|it| Text::of(&it, 0..0));
        // A label that nobody knows may announce it: `Personal data: Mira Solano`.
        let text_of = |fact: &Node| {
            let said = fact.get("text")?;
            Some(Text::of(said.as_str()?, said.span.clone()))
        };
        let facts: Vec<Text> = self.facts.iter().filter_map(text_of).collect();
        // Below, and beside a label, two words of the address can be anybody's or a company's, unless the name can hardly be
        // one.
        let is_only_above = least > 1 && known.as_deref().is_some_and(|name| !is_capital(name));
        let facts: &[Text] = if is_only_above { &[] } else { &facts };
        let mut texts: Vec<&Text> = headline.iter().chain(&said).chain(facts).collect();
        self.rest.iter().for_each(|block| block.texts(&mut texts));
        for section in outline.sections.iter().filter(|_| !is_only_above) {
            if section.topic() != Some(Topic::List(ResumeList::References)) {
                titles(section, &mut texts);
                texts_in(section, &mut texts);
            }
        }
        let is_enough = |name: &str| {
            name.split_whitespace().filter(|word| is_part(word)).count() >= least
                && (!is_only_above || is_told(name, &user) && !is_company(name))
        };
        let name_in = |part: &Text| {
            let plain = part.plain();
            if let Some(name) = turned(part).filter(|name| is_enough(&name.plain())) {
                return Some(name.plain_node());
            }
            let name = first_part(&plain);
            let name = if can_be_name(name) { name } else { before_position(name) };
            let is_name = can_be_name(name) && is_enough(name);
            let start = plain.find(name).filter(|_| is_name)?;
            Some(part.part(start..start + name.len()).plain_node())
        };
        let handles = self.handles();
        let whole_name = |part: &&Text| least == 1 && is_whole_in(&part.plain(), &handles);
        let named = [normalized(named).replace(' ', "")];
        let name_of_file = |part: &&Text| {
            least == 1 && can_be_name(&part.plain()) && is_whole_in(&part.plain(), &named)
        };
        // Names may be those of occupations: `Mira Baker`.
        let name = texts
            .iter()
            .find_map(|text| name_in(text))
            .or_else(|| texts.iter().copied().find(whole_name).map(Text::plain_node))
            .or_else(|| texts.iter().copied().find(name_of_file).map(Text::plain_node))
            .or_else(|| in_pieces(&texts, &handles));
        let Some(name) = name else { return };
        self.facts.retain(|fact| fact.get("text").and_then(Node::as_str) != name.as_str());
        if said.as_ref().is_some_and(|said| name_in(said).is_some()) {
            self.fields.retain(|field| field.key != "summary");
        }
        self.forget_words(name.as_str().unwrap_or_default());
        self.replace_name(name);
    }

    /// Leaves out the lines that are one word of a name which they are the pieces of.
    fn forget_words(&mut self, name: &str) {
        for block in &mut self.rest {
            if let Block::Paragraph(lines) = block {
                lines.retain(|line| !name.split(' ').any(|word| word == line.plain().trim()));
            }
        }
        self.rest.retain(|block| !block.is_empty());
    }

    /// Returns a heading or the headline if all of it is in the address of a page, and no word of the name is in any:
    /// `linkedin.com/in/mira-solano`.
    fn name_of_page(&self, outline: &Outline) -> Option<Node> {
        let known = self.text_of("name")?;
        let mut handles = self.handles();
        let mut texts = Vec::new();
        for section in outline.sections.iter().filter(|it| it.topic().is_none()) {
            texts_in(section, &mut texts);
        }
        let links = texts.iter().flat_map(|text| &text.runs).filter_map(|run| run.link.as_deref());
        handles.extend(links.filter_map(handle_of_page).take(MAX_PAGES));
        let has = |word: &str| handles.iter().any(|handle| is_of_address(word, handle));
        if known.split_whitespace().any(has) {
            return None;
        }
        let titles = outline.sections.iter().filter(|it| it.topic().is_none());
        let titles = titles.map(|section| section.title.plain_node());
        let headline =
            self.fields.iter().find(|it| it.key == "headline").map(|it| it.value.clone());
        let is_name = |title: &Node| {
            let plain = title.as_str().unwrap_or_default();
            can_be_name(plain) && is_whole_in(plain, &handles)
        };
        headline.into_iter().chain(titles).find(is_name)
    }

    /// Returns the name that a label announces, if an address has a word of it, and none of the name known.
    fn labelled_other(&self) -> Option<Node> {
        let handles = self.handles();
        let is_part = |word: &str| handles.iter().any(|handle| is_of_address(word, handle));
        let has_part = |name: &str| name.split_whitespace().any(is_part);
        let labelled = |fact: &Node| {
            let kind = fact.get("label").and_then(Node::as_str).and_then(vocabulary::label);
            let name = fact.get("text")?;
            let is_own = name.as_str().is_some_and(|name| can_be_name(name) && has_part(name));
            (kind == Some(Kind::NameLabel) && is_own).then(|| name.clone())
        };
        let known = self.text_of("name")?;
        self.facts.iter().find_map(labelled).filter(|_| !has_part(&known))
    }

    /// Returns the text of a field that is known already.
    pub(super) fn text_of(&self, key: &str) -> Option<String> {
        let found = self.fields.iter().find(|field| field.key == key);
        found.and_then(|field| field.value.as_str()).map(str::to_owned)
    }

    /// Adds the family name that stands alone below the given one, if an address has both.
    fn family_name_below(&mut self) -> bool {
        let Some(name) = self.text_of("name") else { return false };
        let handles = self.handles();
        let has = |handle: &String, word: &str| {
            let word = normalized(word);
            word.chars().count() >= MIN_WORD && handle.contains(&word)
        };
        let words: Vec<&str> = name.split_whitespace().collect();
        let is_given = |word: &&&str| !word.ends_with('.');
        let given: Vec<&str> = words.iter().filter(is_given).copied().collect();
        // `Mira Elena` above `Sol Rodrigues`: an address has all of the second line.
        let is_long = given.len() > 1;
        if !(1..=MAX_ADDED).contains(&given.len()) {
            return false;
        }
        let has_given = |handle: &&String| given.iter().any(|word| has(handle, word));
        let handles: Vec<String> = handles.iter().filter(has_given).cloned().collect();
        let is_double = |text: &str| text.split_whitespace().count() > 1 && is_capital(text);
        let family = |text: &str| {
            let is_own = |word: &str| handles.iter().any(|it| has(it, word));
            let is_given = |word: &str| given.iter().any(|it| normalized(it) == normalized(word));
            is_words(text)
                && !text.split_whitespace().any(is_given)
                && text.split_whitespace().any(is_own)
                && (!is_long || is_whole_in(text, &handles) || is_double(&name) && is_double(text))
        };
        let headline = self.fields.iter().position(|field| {
            field.key == "headline" && field.value.as_str().is_some_and(|it| family(it.trim()))
        });
        let found = match headline {
            Some(at) => self.fields.remove(at).value.as_str().map(str::to_owned),
            None => self.rest.iter_mut().find_map(|block| match block {
                Block::Paragraph(lines) => {
                    let at = lines.iter().position(|line| family(line.plain().trim()))?;
                    Some(lines.remove(at).plain())
                }
                _ => None,
            }),
        };
        let Some(found) = found else { return false };
        self.rest.retain(|block| !block.is_empty());
        self.add_to_name(found.trim());
        true
    }
}

/// Returns the name of which two texts are a word each, if one of these has both: each may be in a box of its own.
fn in_pieces(texts: &[&Text], handles: &[String]) -> Option<Node> {
    let is_word = |text: &str| text.split_whitespace().count() == 1 && is_words(text);
    texts.windows(2).find_map(|pair| {
        let [first, second] = pair else { return None };
        let (one, two) = (first.plain(), second.plain());
        let (one, two) = (one.trim(), two.trim());
        // The address has them in the order in which the person writes them.
        let place = |word: &str| handles.iter().find_map(|it| it.find(&normalized(word)));
        let (one, two) = if place(one) > place(two) { (two, one) } else { (one, two) };
        let name = format!("{one} {two}");
        let is_name = is_word(one) && is_word(two) && one != two && is_whole_in(&name, handles);
        is_name.then(|| text(name, first.span().start..second.span().end.max(first.span().start)))
    })
}

/// Whether a text consists of a few words that can be parts of a name.
pub(super) fn is_words(text: &str) -> bool {
    let is_part = |c: char| c.is_alphabetic() || "-'’ ʻ".contains(c);
    text.starts_with(char::is_uppercase)
        && text.chars().all(is_part)
        && text.split_whitespace().count() <= MAX_ADDED
        && !vocabulary::has(text, Kind::Job)
}

fn titles<'a>(section: &'a Section, texts: &mut Vec<&'a Text>) {
    texts.push(&section.title);
    section.sections.iter().for_each(|inner| titles(inner, texts));
}
