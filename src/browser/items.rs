//! The items of a profile in the document: finds, hides and reorders them.

use super::document::{all_in_page as all, document, find, focus_on, press, set_on as set, unfold};
use super::fold::fold;
use super::marks::Marks;
use perfil_view::{ITEM, ITEMS};
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

/// The items of the page, in document order, and the sections that contain them.
#[derive(Debug, Default)]
pub(crate) struct Items {
    all: Vec<Item>,
    parts: Vec<Part>,
    chips: Vec<Element>,
    /// The skills that are shown as chosen.
    chosen: Vec<String>,
    is_read: bool,
    is_arranged: bool,
    marks: Marks,
}

#[derive(Debug)]
struct Item {
    /// Its number, by which the profile's data identifies it.
    number: usize,
    element: Element,
    /// The next sibling in the original order, by which the order is restored.
    next: Option<Node>,
    text: String,
    is_left_out: bool,
}

/// A section and its items.
#[derive(Debug)]
struct Part {
    element: Element,
    /// The next sibling in the original order, by which the order is restored.
    next: Option<Node>,
    heading: Option<Element>,
    title: String,
    link: Option<Element>,
    items: Range<usize>,
    /// How many of them are shown.
    count: usize,
    /// Whether it contains its items directly, and not in nested sections.
    is_leaf: bool,
    more: Option<HtmlElement>,
}

impl Items {
    /// Finds the items of the page.
    pub(crate) fn collect() -> Self {
        let item = |element: Element| {
            Some(Item {
                number: element.get_attribute(ITEM)?.parse().ok()?,
                next: element.next_sibling(),
                element,
                text: String::new(),
                is_left_out: false,
            })
        };
        let items: Vec<Item> = all(ITEMS).into_iter().filter_map(item).collect();
        let mut start = 0;
        let mut parts = Vec::new();
        for element in all(".sections .section") {
            let count =
                items[start..].iter().take_while(|item| element.contains(Some(&item.element)));
            let end = start + count.count();
            let is_leaf = !element.class_list().contains("group");
            parts.push(Part::new(element, start..end, is_leaf));
            if is_leaf {
                start = end;
            }
        }
        let chips = all(".skill-index button");
        Self { all: items, parts, chips, marks: Marks::collect(), ..Self::default() }
    }

    /// Returns the number of items.
    pub(crate) fn count(&self) -> usize {
        self.all.len()
    }

    /// Reads and folds the texts, only once, because it is the slowest step.
    pub(crate) fn read(&mut self) {
        if std::mem::replace(&mut self.is_read, true) {
            return;
        }
        for item in &mut self.all {
            item.text = fold(&item.element.text_content().unwrap_or_default());
        }
        for part in &mut self.parts {
            let title = part.heading.as_ref().and_then(|heading| heading.text_content());
            part.title = fold(&title.unwrap_or_default());
        }
    }

    /// Returns, for each item, whether it contains all these words, in itself or in the titles
    /// above it.
    pub(crate) fn matches(&mut self, words: &[String]) -> Vec<bool> {
        self.read();
        let mut matches = vec![true; self.all.len()];
        for word in words {
            let mut has = vec![false; self.all.len()];
            for part in self.parts.iter().filter(|part| part.title.contains(word.as_str())) {
                has[part.items.clone()].fill(true);
            }
            for (index, item) in self.all.iter().enumerate() {
                matches[index] =
                    matches[index] && (has[index] || item.text.contains(word.as_str()));
            }
        }
        matches
    }

    /// Restricts the matches to the items that `are_kept` contains, by their numbers.
    pub(crate) fn keep(&self, matches: &mut [bool], are_kept: &[bool]) {
        for (item, matches) in self.all.iter().zip(matches) {
            *matches &= are_kept.get(item.number).copied().unwrap_or_default();
        }
    }

    /// Hides every item that does not match. `more` is the label of the button for a section's
    /// hidden items, with their number at `{count}`.
    pub(crate) fn show(&mut self, matches: &[bool], more: &str) {
        for (item, matches) in self.all.iter_mut().zip(matches) {
            if item.is_left_out == *matches {
                item.is_left_out = !matches;
                set(&item.element, "data-rest", (!matches).then_some(""));
            }
        }
        for part in &mut self.parts {
            let count = matches[part.items.clone()].iter().filter(|matches| **matches).count();
            part.show(count, more);
        }
    }

    /// Moves the items that match before those that do not, within each list, and the sections with
    /// matches before those without, or restores the original order. Steps are not moved, because
    /// their order has a meaning.
    pub(crate) fn arrange(&mut self, first: Option<&[bool]>) {
        let focused = document().and_then(|document| document.active_element());
        if std::mem::replace(&mut self.is_arranged, first.is_some()) {
            for item in self.all.iter().rev() {
                put(&item.element, item.next.as_ref());
            }
            for part in self.parts.iter().rev() {
                put(&part.element, part.next.as_ref());
            }
        }
        if first.is_some() {
            for part in self.parts.iter().filter(|part| part.count == 0) {
                put(&part.element, None);
            }
        }
        let mut list = None;
        let mut rest: Option<&Element> = None;
        for (item, first) in self.all.iter().zip(first.unwrap_or_default()) {
            let parent = item.element.parent_node();
            if list != parent {
                (list, rest) = (parent, None);
            }
            match rest {
                Some(rest) if *first && !item.element.class_list().contains("step") => {
                    put(&item.element, Some(rest));
                }
                None if !first => rest = Some(&item.element),
                _ => {}
            }
        }
        // Moving an element removes the focus from it.
        if let Some(element) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            focus_on(&element);
        }
    }

    /// Opens the folded sections that contain a match.
    pub(crate) fn unfold(&self, matches: &[bool]) {
        for part in self.parts.iter().filter(|part| matches[part.items.clone()].contains(&true)) {
            unfold(&part.element);
        }
    }

    /// Shows which skills are chosen, and copies each of them to `list`.
    pub(crate) fn press(&mut self, chosen: &[String], list: &str) {
        if self.chosen == chosen {
            return;
        }
        self.chosen = chosen.to_vec();
        let Some(list) = find(list) else { return };
        list.set_text_content(None);
        for chip in &self.chips {
            let is_chosen = chip.get_attribute("value").is_some_and(|id| chosen.contains(&id));
            press(chip, is_chosen);
            let Some(item) = chip.parent_element().filter(|_| is_chosen) else { continue };
            if let Ok(copy) = item.clone_node_with_deep(true) {
                let _ = list.append_child(&copy);
            }
        }
    }

    /// Marks these words in the visible part of the page.
    pub(crate) fn mark(&mut self, words: &[String]) {
        let visible = self.all.iter().filter(|item| !item.is_left_out).map(|item| &item.element);
        self.marks.mark(words, &visible.collect::<Vec<_>>());
    }

    /// Removes all marks.
    pub(crate) fn unmark(&mut self) {
        self.marks.clear();
    }
}

impl Part {
    fn new(element: Element, items: Range<usize>, is_leaf: bool) -> Self {
        let id = element.id();
        // Only a section with a title has its own heading, as its first child.
        let heading = element.first_element_child().filter(|child| child.class_name() == "heading");
        let link = all(&[".contents a[href='#", &id, "']"].concat()).pop();
        let title = String::new();
        let count = items.len();
        let next = element.next_sibling();
        Self { element, next, heading, title, link, items, count, is_leaf, more: None }
    }

    fn show(&mut self, count: usize, more: &str) {
        if std::mem::replace(&mut self.count, count) == count {
            return;
        }
        let total = self.items.len();
        let rest = total - count;
        let is_empty = (count == 0 && rest > 0).then_some("");
        set(&self.element, "data-empty", is_empty);
        if let Some(link) = &self.link {
            set(link, "data-empty", is_empty);
        }
        if let Some(heading) = &self.heading {
            let counts = [count, total].map(|number| number.to_string()).join("/");
            set(heading, "data-count", (rest > 0).then_some(&counts));
        }
        if !self.is_leaf {
            return;
        }
        if rest == 0 {
            set(&self.element, "data-open", None);
            if let Some(more) = self.more.take() {
                more.remove();
            }
            return;
        }
        if self.more.is_none() {
            self.more = button(&self.element);
        }
        if let Some(button) = &self.more {
            button.set_text_content(Some(&more.replace("{count}", &rest.to_string())));
        }
    }
}

/// Adds a button at the end of a section that shows its hidden items.
fn button(section: &Element) -> Option<HtmlElement> {
    let button = document()?.create_element("button").ok()?;
    set(&button, "type", Some("button"));
    set(&button, "name", Some("more"));
    set(&button, "class", Some("more"));
    set(&button, "aria-expanded", Some("false"));
    section.append_child(&button).ok()?;
    button.dyn_into().ok()
}

fn put(element: &Element, before: Option<&Node>) {
    if let Some(parent) = element.parent_node() {
        let _ = parent.insert_before(element, before);
    }
}
