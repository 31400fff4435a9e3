//! The tree of tags: which piece of content is what, in the order in which it is read.

use super::glyphs::Glyph;
use super::lines::Tag;
use super::strings;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, MaybeRef, Name, Object, ObjectIdentifier, String as Bytes};
use std::collections::{HashMap, HashSet};

/// The deepest tags, and how many of them are read.
const MAX_DEPTH: usize = 80;
const MAX_TAGS: usize = 200_000;

/// A marked piece of content: its page, its stream and its number.
pub(super) type Key = (usize, i32, i32);

/// The tags that are inside a paragraph.
const INLINE: [&[u8]; 18] = [
    b"Span",
    b"Link",
    b"Em",
    b"Strong",
    b"Reference",
    b"Quote",
    b"Code",
    b"Lbl",
    b"Figure",
    b"Formula",
    b"NonStruct",
    b"Annot",
    b"Form",
    b"BibEntry",
    b"Ruby",
    b"Warichu",
    b"Sub",
    b"Note",
];

/// The content of a document in the order of its tags.
pub(super) struct Tree<'a> {
    roles: HashMap<Vec<u8>, Vec<u8>>,
    pages: HashMap<ObjectIdentifier, usize>,
    visited: HashSet<ObjectIdentifier>,
    pub(super) content: Vec<(Key, Tag)>,
    /// The pieces of content instead of which a text is said each.
    actual: Vec<(Vec<Key>, String)>,
    tags: usize,
    blocks: usize,
    items: usize,
    pdf: &'a Pdf,
}

fn roles(root: &Dict) -> HashMap<Vec<u8>, Vec<u8>> {
    let Some(map) = root.get::<Dict>("RoleMap") else { return HashMap::new() };
    let keys = map.keys().filter_map(|key| Some((key.to_vec(), map.get::<Name>(&*key)?.to_vec())));
    keys.collect()
}

impl<'a> Tree<'a> {
    /// Reads the tags of a document.
    pub(super) fn of(pdf: &'a Pdf, root: &Dict) -> Self {
        let numbers = pdf.pages().iter().enumerate();
        let mut tree = Self {
            roles: roles(root),
            pages: numbers.filter_map(|(at, page)| Some((page.raw().obj_id()?, at))).collect(),
            visited: HashSet::new(),
            content: Vec::new(),
            actual: Vec::new(),
            tags: 0,
            blocks: 0,
            items: 0,
            pdf,
        };
        tree.children(root, None, &Tag::default(), 0);
        tree
    }

    /// Reads what is in an element.
    fn children(&mut self, element: &Dict, page: Option<usize>, tag: &Tag, depth: usize) {
        let page = element
            .get_ref("Pg")
            .and_then(|id| self.pages.get(&ObjectIdentifier::from(id)).copied())
            .or(page);
        match element.get::<Object>("K") {
            Some(Object::Array(kids)) => {
                for kid in kids.raw_iter() {
                    self.child(kid, page, tag, depth);
                }
            }
            Some(_) => {
                if let Some(kid) = element.get_raw::<Object>("K") {
                    self.child(kid, page, tag, depth);
                }
            }
            None => {}
        }
    }

    fn child(&mut self, kid: MaybeRef<Object>, page: Option<usize>, tag: &Tag, depth: usize) {
        self.tags += 1;
        if depth > MAX_DEPTH || self.tags > MAX_TAGS {
            return;
        }
        let object = match kid {
            MaybeRef::NotRef(object) => object,
            MaybeRef::Ref(id) => {
                let id = ObjectIdentifier::from(id);
                if !self.visited.insert(id) {
                    return;
                }
                let Some(object) = self.pdf.xref().get::<Object>(id) else { return };
                object
            }
        };
        match object {
            Object::Number(number) => {
                let number = i32::try_from(number.as_i64()).ok();
                if let (Some(page), Some(number)) = (page, number) {
                    self.content.push(((page, 0, number), *tag));
                }
            }
            Object::Dict(dict) => match dict.get::<Name>("Type").as_deref() {
                Some(b"MCR") => {
                    let own = dict.get_ref("Pg").map(ObjectIdentifier::from);
                    let page = own.and_then(|id| self.pages.get(&id).copied()).or(page);
                    let stream = dict.get_ref("Stm").map_or(0, |id| id.obj_number);
                    if let (Some(page), Some(number)) = (page, dict.get::<i32>("MCID")) {
                        self.content.push(((page, stream, number), *tag));
                    }
                }
                Some(b"OBJR") => {}
                _ => self.element(&dict, page, tag, depth),
            },
            _ => {}
        }
    }

    fn element(&mut self, dict: &Dict, page: Option<usize>, tag: &Tag, depth: usize) {
        let role = self.role(dict);
        let mut own = *tag;
        let is_inline = INLINE.contains(&role.as_slice());
        if !is_inline {
            self.blocks += 1;
            own.block = self.blocks;
        }
        match role.as_slice() {
            b"Artifact" => return,
            b"Lbl" => own.is_label = true,
            b"L" => own.depth = tag.depth.saturating_add(1),
            b"LI" => {
                self.items += 1;
                own.item = Some(self.items);
            }
            b"Title" => own.heading = Some(1),
            b"H" => own.heading = Some(2),
            [b'H', level @ b'1'..=b'6'] => own.heading = Some(level - b'0'),
            _ => {}
        }
        let start = self.content.len();
        self.children(dict, page, &own, depth + 1);
        if let Some(bytes) = dict.get::<Bytes>("ActualText") {
            let text = strings::text(&bytes);
            let keys = self.content.get(start..).unwrap_or_default().iter().map(|(key, _)| *key);
            self.actual.push((keys.collect(), text));
        }
        if !is_inline {
            self.blocks += 1;
        }
    }

    /// Returns the role of an element, as the standard names it.
    fn role(&self, dict: &Dict) -> Vec<u8> {
        let mut role = dict.get::<Name>("S").map(|name| name.to_vec()).unwrap_or_default();
        for _ in 0..8 {
            match self.roles.get(&role) {
                Some(other) if *other != role => role.clone_from(other),
                _ => break,
            }
        }
        role
    }

    /// Replaces the characters of glyphs by what is said instead of them.
    pub(super) fn say_actual(&self, glyphs: &mut HashMap<Key, Vec<Glyph>>) {
        for (keys, text) in &self.actual {
            // It is in the place of the first glyph.
            let mut said: Option<(&Key, Glyph)> = None;
            for key in keys {
                for glyph in glyphs.get_mut(key).into_iter().flatten() {
                    glyph.text.clear();
                    match &mut said {
                        Some((_, said)) => said.cover(glyph),
                        None => {
                            said = Some((key, Glyph { text: text.clone(), ..glyph.clone() }));
                        }
                    }
                }
            }
            if let Some((key, said)) = said
                && let Some(first) = glyphs.get_mut(key).and_then(|glyphs| glyphs.first_mut())
            {
                *first = said;
            }
        }
    }
}
