//! Follows the operators of a page, and keeps the glyphs with their positions.

use super::fonts::Font;
use super::geometry::{Area, Matrix};
use super::glyphs::Page;
use super::layers::Layers;
use super::limits::Budget;
use super::painted::Painted;
use super::state::State;
use super::{streams, strings};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream, String as Bytes};
use hayro_syntax::page::Resources;
use std::collections::HashMap;
use std::rc::Rc;

/// The deepest forms in forms, and the most states that are saved at once.
const MAX_FORMS: usize = 12;
const MAX_STATES: usize = 512;

/// What a part of the content says.
pub(super) enum Actual {
    /// What its glyphs say.
    Glyphs,
    /// This text, which is taken by the first glyph.
    Text(String),
    /// Nothing more.
    Taken,
}

/// A part of the content that is marked.
pub(super) struct Marked {
    pub(super) number: Option<i32>,
    pub(super) is_artifact: bool,
    pub(super) is_hidden: bool,
    pub(super) actual: Actual,
}

/// What all pages share.
pub(super) struct Shared {
    pub(super) budget: Budget,
    pub(super) layers: Layers,
    /// Fonts, by where they are in memory.
    fonts: HashMap<(usize, usize), Rc<Font>>,
}

impl Shared {
    pub(super) fn new(layers: Layers) -> Self {
        Self { budget: Budget::new(), layers, fonts: HashMap::new() }
    }
}

/// A page while it is read.
pub(super) struct Interpreter<'s> {
    pub(super) shared: &'s mut Shared,
    pub(super) page: Page,
    pub(super) state: State,
    states: Vec<State>,
    pub(super) painted: Painted,
    pub(super) text: Matrix,
    line: Matrix,
    pub(super) marked: Vec<Marked>,
    /// The streams of the forms that are drawn.
    pub(super) forms: Vec<i32>,
}

impl<'s> Interpreter<'s> {
    pub(super) fn new(shared: &'s mut Shared, transform: Matrix, width: f64, height: f64) -> Self {
        Self {
            shared,
            page: Page { width, height, ..Page::default() },
            state: State::new(transform),
            states: Vec::new(),
            painted: Painted::default(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            marked: Vec::new(),
            forms: Vec::new(),
        }
    }

    /// Follows the operators of a stream.
    pub(super) fn run(&mut self, data: &[u8], resources: &Resources) {
        if !super::limits::is_flat(data) {
            return;
        }
        let mut operators = TypedIter::new(data);
        while let Some(operator) = operators.next() {
            if !self.shared.budget.operator() {
                return;
            }
            match operator {
                Op::SaveState(_) if self.states.len() < MAX_STATES => {
                    self.states.push(self.state.clone());
                }
                Op::RestoreState(_) => {
                    if let Some(state) = self.states.pop() {
                        self.state = state;
                    }
                }
                Op::Transform(it) => {
                    let matrix = numbers([it.0, it.1, it.2, it.3, it.4, it.5]);
                    self.state.transform = self.state.transform.after(Matrix(matrix));
                }
                Op::SetGraphicsState(it) => {
                    if let Some(dict) = resources.get_ext_g_state(it.0) {
                        self.graphics_state(&dict, resources);
                    }
                }
                Op::XObject(it) => self.object(it.0, resources),
                Op::InlineImage(_) => self.picture(),
                Op::Shading(_) => self.painted.cover(&self.page),
                Op::BeginMarkedContent(it) => self.begin_mark(it.0, None, resources),
                Op::BeginMarkedContentWithProperties(it) => {
                    self.begin_mark(it.0, Some(it.1), resources);
                }
                Op::EndMarkedContent(_) => {
                    self.marked.pop();
                }
                Op::TextFont(it) => {
                    let font = resources.get_font(it.0).map(|dict| self.font(&dict));
                    self.state.font = font.or_else(|| self.state.font.take());
                    self.state.size = it.1.as_f64();
                }
                Op::ShowText(it) => self.show(it.0),
                Op::ShowTexts(it) => self.show_all(it.0),
                Op::NextLineAndShowText(it) => {
                    self.next_line(0.0, -self.state.leading);
                    self.show(it.0);
                }
                Op::ShowTextWithParameters(it) => {
                    self.state.word_spacing = it.0.as_f64();
                    self.state.character_spacing = it.1.as_f64();
                    self.next_line(0.0, -self.state.leading);
                    self.show(it.2);
                }
                other => {
                    self.text_state(&other);
                    super::painted::follow(self, &other, resources);
                }
            }
        }
    }

    fn text_state(&mut self, operator: &Op) {
        let state = &mut self.state;
        match operator {
            Op::BeginText(_) => (self.text, self.line) = (Matrix::IDENTITY, Matrix::IDENTITY),
            Op::CharacterSpacing(it) => state.character_spacing = it.0.as_f64(),
            Op::WordSpacing(it) => state.word_spacing = it.0.as_f64(),
            Op::HorizontalScaling(it) => state.stretch = it.0.as_f64() / 100.0,
            Op::TextLeading(it) => state.leading = it.0.as_f64(),
            Op::TextRise(it) => state.rise = it.0.as_f64(),
            Op::TextRenderingMode(it) => state.mode = it.0.as_i64(),
            Op::NextLine(it) => self.next_line(it.0.as_f64(), it.1.as_f64()),
            Op::NextLineAndSetLeading(it) => {
                state.leading = -it.1.as_f64();
                self.next_line(it.0.as_f64(), it.1.as_f64());
            }
            Op::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
            Op::SetTextMatrix(it) => {
                self.line = Matrix(numbers([it.0, it.1, it.2, it.3, it.4, it.5]));
                self.text = self.line;
            }
            _ => {}
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = self.line.after(Matrix::translation(x, y));
        self.text = self.line;
    }

    fn font(&mut self, dict: &Dict) -> Rc<Font> {
        let key = (dict.data().as_ptr().addr(), dict.data().len());
        if let Some(font) = self.shared.fonts.get(&key) {
            return font.clone();
        }
        let font = Rc::new(Font::of(dict, &mut self.shared.budget));
        self.shared.fonts.insert(key, font.clone());
        font
    }

    fn graphics_state(&mut self, dict: &Dict, resources: &Resources) {
        if let Some(mask) = dict.get::<Dict>("SMask") {
            self.state.is_masked = true;
            if let Some(group) = mask.get::<Stream>("G") {
                self.mask(&group, resources);
            }
        } else if dict.contains_key("SMask") {
            self.state.is_masked = false;
        }
        if let Some(mode) = dict.get::<Object>("BM") {
            self.state.is_blended = !matches!(mode, Object::Name(it) if &*it == b"Normal");
        }
        if let Some(opacity) = dict.get::<Number>("ca") {
            self.state.opacity = opacity.as_f64();
        }
        if let Some(font) = dict.get::<Array>("Font") {
            if let Some(dict) = font.iter::<Dict>().next() {
                self.state.font = Some(self.font(&dict));
            }
            if let Some(size) = font.iter::<Object>().nth(1).and_then(Object::into_number) {
                self.state.size = size.as_f64();
            }
        }
    }

    /// Draws a picture, or what a form says.
    fn object(&mut self, name: &Name, resources: &Resources) {
        let Some(stream) = resources.get_x_object(name) else { return };
        let dict = stream.dict();
        if dict.get::<Dict>("OC").is_some_and(|group| self.shared.layers.is_hidden(&group)) {
            return;
        }
        if dict.get::<Name>("Subtype").as_deref() == Some(b"Image") {
            return self.picture();
        }
        self.form_once(&stream, resources);
    }

    /// Draws the text of a mask: what is painted through it, as a gradient, has the forms of its letters.
    fn mask(&mut self, group: &Stream, resources: &Resources) {
        let painted = std::mem::take(&mut self.painted);
        let (rules, dots) = (self.page.rules.len(), self.page.dots.len());
        let (opacity, has_picture) = (self.state.opacity, self.page.has_picture);
        self.state.opacity = 1.0;
        // What is white in a mask is seen.
        self.painted.cover(&self.page);
        self.form_once(group, resources);
        self.painted = painted;
        self.page.rules.truncate(rules);
        self.page.dots.truncate(dots);
        (self.state.opacity, self.page.has_picture) = (opacity, has_picture);
    }

    /// Draws what a form says, unless it is drawn within itself.
    fn form_once(&mut self, stream: &Stream, resources: &Resources) {
        let number = stream.obj_id().obj_number;
        if self.forms.len() < MAX_FORMS && !self.forms.contains(&number) {
            self.form(stream, number, resources);
        }
    }

    fn form(&mut self, stream: &Stream, number: i32, resources: &Resources) {
        let dict = stream.dict();
        let data = streams::decode(stream, &mut self.shared.budget);
        let own = dict.get::<Dict>("Resources").unwrap_or_default();
        let resources = Resources::from_parent(own, resources.clone());
        let (state, states) = (self.state.clone(), std::mem::take(&mut self.states));
        let (text, line, depth) = (self.text, self.line, self.marked.len());
        if let Some([a, b, c, d, e, f]) = dict.get::<[f64; 6]>("Matrix") {
            self.state.transform = self.state.transform.after(Matrix([a, b, c, d, e, f]));
        }
        if let Some(corners) = dict.get::<[f64; 4]>("BBox") {
            self.state.clip_to_box(corners);
        }
        self.forms.push(number);
        self.run(&data, &resources);
        self.forms.pop();
        (self.state, self.states, self.text, self.line) = (state, states, text, line);
        self.marked.truncate(depth);
    }

    fn picture(&mut self) {
        let corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)];
        let corners = corners.map(|(x, y)| self.state.transform.apply(x, y));
        let Some(area) = Area::around(&corners) else { return };
        self.page.has_picture |= area.width() > 40.0 && area.height() > 40.0;
        if let Some(area) = self.state.visible(area) {
            self.painted.fill(area, 0x0080_8080);
        }
    }

    fn begin_mark(&mut self, tag: &Name, properties: Option<&Object>, resources: &Resources) {
        let dict = match properties {
            Some(Object::Dict(dict)) => Some(dict.clone()),
            Some(Object::Name(name)) => resources.properties.get::<Dict>(&**name).or_else(|| {
                resources.parent().and_then(|parent| parent.properties.get::<Dict>(&**name))
            }),
            _ => None,
        };
        let is_layer = &**tag == b"OC";
        let is_hidden = |dict: &Dict| is_layer && self.shared.layers.is_hidden(dict);
        // Some programs say of letters that are drawn twice that they are nothing.
        let actual = dict.as_ref().and_then(|dict| dict.get::<Bytes>("ActualText"));
        let actual = actual.filter(|bytes| !bytes.is_empty());
        self.marked.push(Marked {
            number: dict.as_ref().and_then(|dict| dict.get::<i32>("MCID")),
            is_artifact: &**tag == b"Artifact",
            is_hidden: dict.as_ref().is_some_and(is_hidden),
            actual: actual.map_or(Actual::Glyphs, |bytes| Actual::Text(strings::text(&bytes))),
        });
    }
}

pub(super) fn numbers<const N: usize>(numbers: [Number; N]) -> [f64; N] {
    numbers.map(|number| number.as_f64())
}
