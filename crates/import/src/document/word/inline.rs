//! Reads the text of paragraphs: runs, links, fields, line breaks and symbols.

use super::super::text::{GAP, Style};
use super::content::{Open, Reader, chosen};
use super::fields;
use super::links::{self, link};
use super::pieces::Span;
use super::properties::RunProperties;
use super::symbols::{character, readable};
use super::xml::{Element, attribute, child, elements, name, relation, value};
use std::sync::Arc;

/// The most characters of an e-mail address (RFC 5321, with its corrections).
const MAX_ADDRESS: usize = 254;

/// Whether the text of an element is accepted as a part of the paragraph, without being a run.
fn is_transparent(element: Element) -> bool {
    matches!(name(element), "ins" | "moveTo" | "smartTag" | "customXml" | "dir" | "bdo")
}

impl Reader<'_> {
    /// Reads the text in an element.
    pub(super) fn inline(&mut self, parent: Element, open: &mut Open) {
        self.linked(parent, open, None);
    }

    fn linked(&mut self, parent: Element, open: &mut Open, link: Option<&Arc<str>>) {
        for element in elements(parent) {
            match name(element) {
                "r" => self.run(element, open, link),
                "hyperlink" => {
                    let address = relation(element, "id").and_then(|id| self.relations.address(id));
                    let address = address.unwrap_or_default().to_owned();
                    self.through(element, open, &address);
                }
                "fldSimple" => {
                    let instruction = attribute(element, "instr").unwrap_or_default();
                    if fields::is_link(instruction) {
                        let address = links::of_instruction(instruction).unwrap_or_default();
                        self.through(element, open, address);
                    } else if !fields::is_left_out(instruction) {
                        self.linked(element, open, link);
                    }
                }
                "sdt" => {
                    if let Some(content) = self.filled(element) {
                        self.linked(content, open, link);
                    }
                }
                "AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.linked(chosen, open, link);
                    }
                }
                "oMath" | "oMathPara" => {
                    let texts = element.descendants().filter(|it| name(*it) == "t");
                    let text: String = texts.filter_map(|it| it.text()).collect();
                    let base = open.base.clone();
                    self.text(&text, &base, open, link);
                }
                _ if is_transparent(element) => self.linked(element, open, link),
                _ => {}
            }
        }
    }

    /// Reads the text of a link.
    fn through(&mut self, element: Element, open: &mut Open, address: &str) {
        match link(address) {
            Ok(link) => {
                self.linked(element, open, link.as_ref());
                // What follows is a link of its own, even to the same address.
            }
            Err(scheme) => {
                open.paragraph.unsafe_links.push(scheme);
                self.linked(element, open, None);
            }
        }
    }

    fn run(&mut self, run: Element, open: &mut Open, link: Option<&Arc<str>>) {
        let properties = child(run, "rPr");
        let direct = RunProperties::of(properties);
        let style = properties.and_then(|it| value(it, "rStyle"));
        let style = style.and_then(|id| self.definitions.styles.run(id));
        let below = style.map_or_else(|| open.base.clone(), |style| style.toggled(&open.base));
        let look = direct.over(&below);
        self.content(run, &look, open, link);
    }

    fn content(
        &mut self,
        run: Element,
        look: &RunProperties,
        open: &mut Open,
        link: Option<&Arc<str>>,
    ) {
        for element in elements(run) {
            match name(element) {
                "t" => {
                    let text = element.text().unwrap_or_default();
                    self.text(&without_breaks(text), look, open, link);
                }
                "tab" | "ptab" => self.text("\t", look, open, link),
                "br" | "cr" if self.fields.is_shown() => open.paragraph.lines.push(Vec::new()),
                "noBreakHyphen" => self.text("-", look, open, link),
                "sym" => {
                    let code = attribute(element, "char").unwrap_or_default();
                    let code = u32::from_str_radix(code, 16).unwrap_or_default();
                    let font = attribute(element, "font").unwrap_or_default();
                    let drawn = character(code, font).unwrap_or(' ');
                    self.text(&drawn.to_string(), look, open, link);
                }
                "fldChar" => {
                    let kind = attribute(element, "fldCharType").unwrap_or_default();
                    self.fields.mark(kind);
                }
                "instrText" => self.fields.instruct(element.text().unwrap_or_default()),
                "footnoteReference" | "endnoteReference" => {
                    let kind =
                        if name(element).starts_with('f') { "footnotes" } else { "endnotes" };
                    let id = attribute(element, "id").unwrap_or_default().to_owned();
                    if self.fields.is_shown() && look.hidden != Some(true) {
                        self.seen.notes.push((kind, id));
                        let sign = format!("[{}]", self.seen.notes.len());
                        self.text(&sign, look, open, link);
                    }
                }
                "ruby" => {
                    for (part, [before, after]) in [("rubyBase", ["", ""]), ("rt", ["（", "）"])]
                    {
                        let Some(part) = child(element, part) else { continue };
                        self.text(before, look, open, link);
                        self.linked(part, open, link);
                        self.text(after, look, open, link);
                    }
                }
                "drawing" | "pict" | "object" if look.hidden != Some(true) => {
                    self.drawing(element, open);
                    // A picture between two words is as good as a space.
                    let is_within = child(element, "inline").is_some()
                        && open.paragraph.lines.last().is_some_and(|line| !line.is_empty());
                    if is_within {
                        self.text("\t", look, open, None);
                    }
                }
                "AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.content(chosen, look, open, link);
                    }
                }
                _ => {}
            }
        }
    }

    /// Adds text to a paragraph, unless it is hidden.
    pub(super) fn text(
        &mut self,
        text: &str,
        look: &RunProperties,
        open: &mut Open,
        link: Option<&Arc<str>>,
    ) {
        if text.is_empty() || !self.fields.is_shown() {
            return;
        }
        if look.hidden == Some(true) {
            self.seen.hidden += usize::from(!text.trim().is_empty());
            return;
        }
        let mut text = readable(text, look.font.as_deref().unwrap_or_default());
        // The parts of an address may be set in turns.
        let before = open.paragraph.lines.last().and_then(|line| line.last());
        let is_begun = before.is_some_and(|it| {
            let word = it.text.chars().rev().take(MAX_ADDRESS);
            word.take_while(|c| !c.is_whitespace()).any(|c| c == '@')
        });
        let is_address = is_begun || text.contains('@') || text.contains("://");
        if look.caps == Some(true) && !is_address && !text.chars().any(char::is_uppercase) {
            // Only then would the text look wrong without the capitals that Word draws.
            text = text.to_uppercase();
        }
        self.count(&text, look, open);
        let style = Style {
            strong: look.bold == Some(true),
            emphasis: look.italic == Some(true),
            strike: look.strike == Some(true),
            code: false,
        };
        let link = link.or_else(|| self.fields.link()).cloned();
        let Some(line) = open.paragraph.lines.last_mut() else { return };
        if let Some(last) = line.last_mut()
            && (last.style, &last.link, last.is_picture) == (style, &link, false)
        {
            last.text.push_str(&text);
            return;
        }
        line.push(Span { text, style, link, is_picture: false });
    }

    /// Counts letters by their looks and languages.
    fn count(&mut self, text: &str, look: &RunProperties, open: &mut Open) {
        let letters = &mut open.letters;
        let is_caps = look.caps == Some(true);
        let is_counted = |c: char| c.is_alphanumeric();
        let count = text.chars().filter(|c| is_counted(*c)).count();
        if count == 0 {
            return;
        }
        let of = |is_set: Option<bool>| if is_set == Some(true) { count } else { 0 };
        letters.all += count;
        letters.alphabetic += text.chars().filter(|c| c.is_alphabetic()).count();
        letters.strong += of(look.bold);
        letters.emphasized += of(look.italic);
        letters.underlined += of(look.underline);
        let is_capital =
            |c: char| is_counted(c) && (is_caps || !c.is_alphabetic() || c.is_uppercase());
        letters.capital += text.chars().filter(|c| is_capital(*c)).count();
        *letters.sizes.entry(look.size.unwrap_or_default()).or_default() += count;
        let color = look.color.clone().unwrap_or_default();
        *letters.colors.entry(color).or_default() += count;
        let dense = text.chars().filter(|c| perfil_text::is_spaceless(*c)).count();
        let is_other_way = |c: &char| ('\u{590}'..'\u{900}').contains(c);
        let other = text.chars().filter(is_other_way).count();
        let script = if dense * 2 > count {
            1
        } else if other * 2 > count {
            2
        } else {
            0
        };
        if let Some(language) = look.languages.get(script).cloned().flatten() {
            *self.seen.languages.entry(language).or_default() += count;
        }
    }
}

/// Returns a text in which the line breaks of the file are spaces, as Word shows them.
fn without_breaks(text: &str) -> String {
    let is_break = |c: char| matches!(c, '\n' | '\r');
    text.replace(is_break, " ").replace(GAP, "\t")
}
