//! Reads the text above the first section of a document: who the person is, and how to reach them.

use super::front_matter::Fact;
use super::letterhead::{address, is_place, link, parts, place};
use super::lists::node;
use super::outline::{Block, Line, Outline};
use super::pairs::Pair;
use super::tree::{list, member, object, text};
use perfil_source::privacy::{PRIVATE, wrap};
use perfil_source::{Member, Node, Problem, Value};

/// Separators between a name and the headline.
const SEPARATORS: [&str; 5] = [" - ", " – ", " — ", " | ", " · "];

/// The keys of facts in front matter, and the fields of a profile that they become.
const FIELDS: [(&str, &str); 12] = [
    ("name", "name"),
    ("title", "headline"),
    ("headline", "headline"),
    ("label", "headline"),
    ("email", "email"),
    ("phone", "phone"),
    ("url", "url"),
    ("website", "url"),
    ("image", "image"),
    ("summary", "summary"),
    ("language", "language"),
    ("lang", "language"),
];

/// The names of languages in which people offer their documents, as they write them.
const LANGUAGES: [&str; 12] = [
    "english",
    "español",
    "français",
    "deutsch",
    "português",
    "italiano",
    "català",
    "galego",
    "nederlands",
    "polski",
    "العربية",
    "עברית",
];

/// The maximum length of a short line, in characters, that can be a headline.
const MAX_HEADLINE_CHARACTERS: usize = 80;

/// The beginning of a profile.
#[derive(Default)]
pub(super) struct Opening {
    /// The fields.
    pub(super) fields: Vec<Member>,
    /// The problems to report to the owner.
    pub(super) report: Vec<Problem>,
    /// The blocks that are not fields.
    pub(super) rest: Vec<Block>,
    facts: Vec<Node>,
    links: Vec<Node>,
}

impl Opening {
    /// Reads the facts, the title and the blocks above the first section.
    pub(super) fn of(outline: &Outline, name: &str) -> Self {
        let mut opening = Self::default();
        for fact in &outline.facts {
            opening.front_matter_fact(fact);
        }
        opening.title(outline.title.as_ref(), name);
        for block in &outline.blocks {
            opening.block(block);
        }
        if !opening.has("location") {
            let place = outline.parts.iter().find_map(place);
            opening.fields.extend(place.map(|place| member("location", address(&place))));
        }
        if outline.is_private {
            let mark = Node { value: Value::Bool(true), span: 0..0 };
            opening.fields.push(member(PRIVATE, mark));
        }
        for (key, items) in [("facts", &mut opening.facts), ("links", &mut opening.links)] {
            if let (Some(first), Some(last)) = (items.first(), items.last()) {
                let span = first.span.start..last.span.end;
                opening.fields.push(member(key, list(std::mem::take(items), span)));
            }
        }
        opening
    }

    fn has(&self, key: &str) -> bool {
        self.fields.iter().any(|field| field.key == key)
    }

    /// Sets a field that was not set before; returns whether it was set.
    fn set(&mut self, key: &str, value: &Line) -> bool {
        let is_free = !self.has(key) && !value.text.is_empty();
        if is_free {
            self.fields.push(member(key, node(value)));
        }
        is_free
    }

    /// Reads a fact of the front matter.
    fn front_matter_fact(&mut self, fact: &Fact) {
        if !fact.is_private {
            return self.fact(&fact.key, &fact.value);
        }
        let mut hidden = Self { fields: std::mem::take(&mut self.fields), ..Self::default() };
        let first = hidden.fields.len();
        hidden.fact(&fact.key, &fact.value);
        for field in &mut hidden.fields[first..] {
            field.value = wrap(field.value.clone());
        }
        self.fields = hidden.fields;
        self.facts.extend(hidden.facts.into_iter().map(wrap));
    }

    fn fact(&mut self, key: &str, value: &Line) {
        if value.text.is_empty() {
            return;
        }
        if key.trim().is_empty() {
            return self.keep(value);
        }
        let known = FIELDS.iter().find(|(name, _)| name.eq_ignore_ascii_case(key));
        if let Some((_, field)) = known
            && self.set(field, value)
        {
            return;
        }
        if is_place(key) && !self.has("location") {
            return self.fields.push(member("location", address(value)));
        }
        let label = text(key, value.span.clone());
        let fact = vec![member("label", label), member("text", node(value))];
        self.facts.push(object(fact, value.span.clone()));
    }

    fn title(&mut self, title: Option<&Line>, name: &str) {
        let Some(title) = title else {
            self.set("name", &Line { text: name.to_owned(), span: 0..0 });
            return;
        };
        let split = SEPARATORS.iter().find_map(|separator| {
            let at = title.text.find(separator)?;
            Some((title.part(0..at), title.part(at + separator.len()..title.text.len())))
        });
        match split {
            Some((name, headline)) => {
                self.set("name", &name);
                self.set("headline", &headline);
            }
            None => {
                self.set("name", title);
            }
        }
    }

    fn block(&mut self, block: &Block) {
        let Block::Paragraph(lines) = block else { return self.rest.push(block.clone()) };
        let [line] = lines.as_slice() else {
            // Each line of a letterhead is separate information.
            if lines.iter().all(|line| line.text.chars().count() <= MAX_HEADLINE_CHARACTERS) {
                return lines.iter().for_each(|line| self.line(line));
            }
            return self.summary(lines, block);
        };
        if line.text.chars().count() > MAX_HEADLINE_CHARACTERS * 2 {
            return self.summary(lines, block);
        }
        self.line(line);
    }

    fn summary(&mut self, lines: &[Line], block: &Block) {
        let text = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
        let span = lines.first().map_or(0, |line| line.span.start)
            ..lines.last().map_or(0, |line| line.span.end);
        if !self.set("summary", &Line { text, span }) {
            self.rest.push(block.clone());
        }
    }

    /// Reads a short line: subjects, languages, ways to reach the person, or the headline.
    fn line(&mut self, line: &Line) {
        let parts = parts(line);
        let is_language = |part: &Line| LANGUAGES.contains(&part.text.to_lowercase().as_str());
        if parts.len() > 1 && parts.iter().all(is_language) {
            let message =
                format!("{:?} is left out: a site offers its languages itself", line.text);
            let remedy = "Name the languages in \"languages\" of site.json.";
            self.report.push(Problem::warning(Some(line.span.clone()), message, remedy));
        } else if parts.iter().any(|part| self.contact(part)) {
            let mut others = Vec::new();
            for part in parts {
                if !self.is_known(&part) && !self.contact(&part) {
                    others.push(part);
                }
            }
            self.others(others);
        } else if parts.len() > 1 && !self.has("focus") {
            let items = parts.iter().map(node).collect();
            self.fields.push(member("focus", list(items, line.span.clone())));
        } else if let Pair::Colon(term, value) = Pair::of(line)
            && !line.text.ends_with(['.', '!'])
        {
            self.fact(&term.text, &value);
        } else if line.text.ends_with(['.', '!']) || !self.set("headline", line) {
            let block = Block::Paragraph(vec![line.clone()]);
            self.summary(std::slice::from_ref(line), &block);
        }
    }

    /// Reads an e-mail address, a telephone number or a link; returns whether it was one.
    fn contact(&mut self, part: &Line) -> bool {
        let (term, value) = match Pair::of(part) {
            Pair::Colon(term, value) => (Some(term), value),
            _ => (None, part.clone()),
        };
        let word = value.text.trim_matches(['<', '>']);
        let digits = word.chars().filter(char::is_ascii_digit).count();
        let is_number = |c: char| c.is_ascii_digit() || "+()-. /".contains(c);
        if word.contains('@') && !word.contains(' ') {
            self.set("email", &Line { text: word.replace("mailto:", ""), span: value.span })
        } else if digits >= 7 && word.chars().all(is_number) {
            self.set("phone", &value)
        } else if let Some((label, url)) = link(word) {
            let is_website =
                |term: &Line| FIELDS.contains(&(term.text.to_lowercase().as_str(), "url"));
            let address = Line { text: url.clone(), span: value.span.clone() };
            if term.as_ref().is_some_and(is_website) && self.set("url", &address) {
                return true;
            }
            let label = term.map_or_else(|| text(label, value.span.clone()), |term| node(&term));
            let fields = vec![member("label", label), member("url", text(url, value.span.clone()))];
            self.links.push(object(fields, value.span));
            true
        } else {
            false
        }
    }

    fn is_known(&self, part: &Line) -> bool {
        let within = |node: &Node| {
            node.span.start >= part.span.start
                && node.span.end <= part.span.end
                && node.span.end > 0
        };
        let is_field = |field: &Member| ["email", "phone", "url"].contains(&field.key.as_str());
        let fields = self.fields.iter().filter(|field| is_field(field)).map(|field| &field.value);
        // Links are found in the order of the file, so the links of this part are the last ones.
        let links = self.links.iter().rev().take_while(|link| link.span.start >= part.span.start);
        fields.chain(links).any(within)
    }

    /// Reads the other parts of a contact line: the place and the headline.
    fn others(&mut self, mut others: Vec<Line>) {
        let town = others.iter().position(|part| part.text.contains(','));
        // `Analyst | London`: the headline comes first, if it was not set above.
        let is_second = others.len() > 1 && !self.has("headline");
        let town = town.unwrap_or(usize::from(is_second));
        if town < others.len() && !self.has("location") {
            self.fields.push(member("location", address(&others.remove(town))));
        }
        for part in others {
            if !self.set("headline", &part) {
                self.keep(&part);
            }
        }
    }

    /// Keeps what is not a field.
    fn keep(&mut self, line: &Line) {
        self.rest.push(Block::Paragraph(vec![line.clone()]));
    }
}
