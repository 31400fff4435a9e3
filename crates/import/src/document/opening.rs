//! Reads the text above the first section of a document: who the person is, and how to reach them.

use super::blocks::Block;
use super::front_matter::FrontMatter;
use super::headings::{Topic, is_about_document, topic};
use super::letterhead::{Segment, address, is_languages, label_of_segment, segments};
use super::outline::{Outline, Section};
use super::pairs::Pair;
use super::period::Dates;
use super::person::{
    Contact, can_be_name, contacts, email, is_contact, is_likely_name, label_of, name_in,
    strip_symbols,
};
use super::text::{Text, joined};
use super::vocabulary::{self, Kind, label};
use crate::tree::{list, member, object, text};
use perfil_model::profile::{ImagePath, ResumeList};
use perfil_source::privacy::PRIVATE;
use perfil_source::{Member, Node, Problem, Value};

/// Separators between a name and the headline.
const SEPARATORS: [&str; 8] = [" - ", " – ", " — ", " | ", " · ", " • ", " /", "\t"];

/// The maximum length of a short line, in characters, that can be a headline.
const MAX_HEADLINE_CHARACTERS: usize = 80;

/// Parts of the addresses of images that only decorate, or count something.
const BADGES: [&str; 12] = [
    "shields.io",
    "badge",
    "badgen",
    "visitor",
    "hits.",
    "komarev",
    "readme-stats",
    "skillicons",
    "devicon",
    "simpleicons",
    "icon",
    "/workflows/",
];

/// The beginning of a profile.
#[derive(Default)]
pub(super) struct Opening {
    /// The fields.
    pub(super) fields: Vec<Member>,
    /// The problems to report to the owner.
    pub(super) report: Vec<Problem>,
    /// The blocks that are not fields.
    pub(super) rest: Vec<Block>,
    pub(super) facts: Vec<Node>,
    pub(super) links: Vec<Node>,
    pub(super) dates: Dates,
    /// Whether the name is only that of the file.
    pub(super) lacks_name: bool,
}

impl Opening {
    /// Reads the facts, the title and the blocks above the first section, and takes the sections
    /// that say how to reach the person.
    pub(super) fn of(
        front: &FrontMatter,
        outline: &mut Outline,
        name: &str,
        dates: &Dates,
    ) -> Self {
        let mut opening = Self { dates: dates.clone(), ..Self::default() };
        opening.front_matter(front);
        // A heading that is no name is one only if there is nothing better.
        let title = outline.title.take();
        let (sure, unsure) = match title {
            Some(title) if is_likely_name(&title) => (Some(title), None),
            other => (None, other),
        };
        opening.title(sure.as_ref());
        opening.front_matter_title(front);
        opening.lacks_name = !opening.has("name");
        let blocks = std::mem::take(&mut outline.opening);
        let unsure = match unsure {
            Some(title) if is_contact(&title) => {
                opening.line(&title);
                None
            }
            other => other,
        };
        let first = blocks.iter().position(|block| is_entry(block, dates));
        let (head, entries) = blocks.split_at(first.unwrap_or(blocks.len()));
        for block in head {
            opening.block(block);
        }
        opening.rest.extend(entries.iter().cloned());
        for section in &mut outline.sections {
            opening.section(section);
        }
        match unsure.filter(|title| !is_about_document(&title.plain())) {
            Some(title) if !opening.has("name") => opening.title(Some(&title)),
            Some(title) if vocabulary::has(&title.plain(), Kind::Job) => {
                if !opening.set("headline", title.plain_node()) {
                    opening.keep(&title);
                }
            }
            Some(title) => opening.keep(&title),
            None => {}
        }
        opening.elsewhere(outline);
        if !opening.has("location") {
            let place = outline.sections.iter().find_map(place);
            opening.fields.extend(place.map(|place| member("location", address(&place))));
        }
        if !opening.has("name") {
            opening.fields.insert(0, member("name", text(name, 0..0)));
        }
        opening.finish(front.is_private);
        opening
    }

    /// Looks for the name and the e-mail address in the sections, where they stay.
    fn elsewhere(&mut self, outline: &Outline) {
        let mut texts = Vec::new();
        let mut rows = Vec::new();
        for section in &outline.sections {
            if section.topic() != Some(Topic::List(ResumeList::References)) {
                collect(section, &mut texts, &mut rows);
            }
        }
        if !self.has("name") {
            let pairs = texts.iter().filter_map(|text| pair(text));
            let labelled = pairs.chain(rows).find(|(term, value)| {
                label(strip_symbols(&term.plain())) == Some(Kind::NameLabel)
                    && value.plain().split_whitespace().count() <= 8
            });
            if let Some((_, name)) = labelled {
                self.set("name", name.plain_node());
            }
        }
        if !self.has("email") {
            let found = texts.iter().find_map(|text| {
                let links = text.runs.iter().filter_map(|run| run.link.as_deref());
                let linked = links.filter_map(email).next().map(str::to_owned);
                let written = || {
                    let all = contacts(&text.plain(), false).into_iter();
                    all.filter_map(|(_, contact)| match contact {
                        Contact::Email(email) => Some(email),
                        _ => None,
                    })
                    .next()
                };
                linked.or_else(written).map(|it| (it, text.span()))
            });
            if let Some((address, span)) = found {
                self.set("email", text(address, span));
            }
        }
    }

    fn finish(&mut self, is_private: bool) {
        if is_private {
            let mark = Node { value: Value::Bool(true), span: 0..0 };
            self.fields.push(member(PRIVATE, mark));
        }
        for (key, items) in [("facts", &mut self.facts), ("links", &mut self.links)] {
            if let (Some(first), Some(last)) = (items.first(), items.last()) {
                let span = first.span.start..last.span.end.max(first.span.start);
                self.fields.push(member(key, list(std::mem::take(items), span)));
            }
        }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.fields.iter().any(|field| field.key == key)
    }

    /// Sets a field that was not set before; returns whether it was set.
    pub(super) fn set(&mut self, key: &str, value: Node) -> bool {
        let is_free = !self.has(key) && value.as_str().is_none_or(|text| !text.is_empty());
        if is_free {
            self.fields.push(member(key, value));
        }
        is_free
    }

    pub(super) fn fact(&mut self, label: &Text, value: &Text) {
        let fact = vec![member("label", label.plain_node()), member("text", value.plain_node())];
        let span = label.span().start..value.span().end.max(label.span().start);
        self.facts.push(object(fact, span));
    }

    fn title(&mut self, title: Option<&Text>) {
        let Some(title) = title else {
            self.lacks_name = true;
            return;
        };
        if let [Segment { kind: Some(Kind::NameLabel), text, .. }] = segments(title).as_slice() {
            self.set("name", text.plain_node());
            return;
        }
        let plain = title.plain();
        let title = title.part(name_in(&plain));
        let plain = title.plain();
        let comma = || {
            let at = plain.find([',', '(', '，', '（'])?;
            let rest = plain.get(at + 1..).unwrap_or_default();
            vocabulary::has(rest, Kind::Job).then_some((at, 1))
        };
        let reached = contacts(&plain, false).first().map(|(range, _)| (range.start, 0));
        let dash = SEPARATORS.iter().filter_map(|it| Some((plain.find(it)?, it.len())));
        let dash = dash.chain(reached.filter(|(at, _)| *at > 0)).min();
        let (name, rest) = match dash.or_else(comma) {
            Some((at, length)) => (title.part(0..at), Some(title.part(at + length..plain.len()))),
            None => match plain.find(',') {
                Some(at) if is_town_after(&plain, at) => {
                    let place = title.part(at + 1..plain.len()).plain_line();
                    let end = place.text.trim_end_matches('.').len();
                    self.set("location", address(&place.part(0..end)));
                    (title.part(0..at), None)
                }
                _ => (title.clone(), None),
            },
        };
        let clean = name.plain();
        let stripped = strip_symbols(&clean).trim_end_matches(['(', '（', ' ']);
        if !stripped.contains(char::is_alphabetic) {
            return;
        }
        let start = clean.find(stripped).unwrap_or_default();
        let name = name.part(start..start + stripped.len());
        self.set("name", name.plain_node());
        let is_page =
            |address: &str| address.starts_with("http") && url::Url::parse(address).is_ok();
        if let Some((address, _)) = title.links().into_iter().find(|(it, _)| is_page(it)) {
            self.set("url", text(&*address, title.span()));
        }
        let Some(rest) = rest.filter(|rest| !rest.is_empty()) else { return };
        if is_contact(&rest) {
            self.line(&rest);
        } else {
            let plain = rest.plain();
            let end = plain.trim_end_matches([')', '）']).len();
            let end = if plain.contains(['(', '（']) { plain.len() } else { end };
            self.set("headline", rest.part(0..end).plain_node());
        }
    }

    /// Reads a section that says how to reach the person; what it says else stays in it.
    fn section(&mut self, section: &mut Section) {
        if section.topic() != Some(Topic::Contact) {
            return;
        }
        let before = self.rest.len();
        let (has_headline, has_focus) = (self.has("headline"), self.has("focus"));
        for block in std::mem::take(&mut section.blocks) {
            match &block {
                Block::Paragraph(lines) if lines.iter().any(is_informing) => {
                    lines.iter().for_each(|line| self.informing(line));
                }
                Block::Paragraph(lines)
                    if self.lacks_name && lines.first().is_some_and(|line| self.is_name(line)) =>
                {
                    let rest: Vec<Text> = lines.iter().skip(1).cloned().collect();
                    if !rest.is_empty() {
                        self.rest.push(Block::Paragraph(rest));
                    }
                }
                Block::List { items, .. } if self.is_contact_list(items) || self.lacks_name => {
                    self.contact_list(items, &block);
                }
                Block::Table(_) | Block::Terms(_) => self.block(&block),
                _ => self.rest.push(block),
            }
        }
        let keeps = |key: &str| key == "headline" && !has_headline || key == "focus" && !has_focus;
        let moved: Vec<Member> = self.fields.extract_if(.., |field| keeps(&field.key)).collect();
        for field in moved {
            let said = field.value.as_str().map(|it| Text::of(it, field.value.span.clone()));
            self.rest.extend(said.map(|text| Block::Paragraph(vec![text])));
        }
        section.blocks = self.rest.split_off(before);
        section.sections.iter_mut().for_each(|inner| self.section_within(inner));
        section.sections.retain(|inner| {
            let is_label = label(&inner.title.plain()).is_some();
            !is_label || !inner.blocks.is_empty() || !inner.sections.is_empty()
        });
    }

    fn section_within(&mut self, section: &mut Section) {
        if label(&section.title.plain()).is_some()
            && let [Block::Paragraph(lines)] = section.blocks.as_slice()
        {
            let value = joined(lines);
            section.blocks.clear();
            self.labelled(&section.title, &value);
            return;
        }
        let is_about = section.blocks.iter().any(has_contact);
        if is_about {
            let before = self.rest.len();
            for block in std::mem::take(&mut section.blocks) {
                self.block(&block);
            }
            section.blocks = self.rest.split_off(before);
        }
    }

    /// Reads a list of a section about the person, of which the first item can be the name.
    fn contact_list(&mut self, items: &[Vec<Block>], block: &Block) {
        let first = match items.first().map(Vec::as_slice) {
            Some([Block::Paragraph(lines)]) => Some(joined(lines)),
            _ => None,
        };
        let is_name = self.lacks_name && first.is_some_and(|line| self.is_name(&line));
        let rest: Vec<Vec<Block>> = items.iter().skip(usize::from(is_name)).cloned().collect();
        let is_contact = self.is_contact_list(&rest);
        match is_name {
            _ if rest.is_empty() => {}
            true => {
                let block = Block::List { start: None, items: rest };
                if is_contact { self.block(&block) } else { self.rest.push(block) }
            }
            false if is_contact => self.block(block),
            false => self.rest.push(block.clone()),
        }
    }

    fn is_contact_list(&self, items: &[Vec<Block>]) -> bool {
        items.iter().flatten().any(has_contact)
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(lines) => self.paragraph(lines, block),
            Block::List { items, .. } if items.iter().flatten().any(has_contact) => {
                for inner in items.iter().flatten() {
                    match inner {
                        Block::Paragraph(lines) => self.informing(&joined(lines)),
                        other => self.block(other),
                    }
                }
            }
            Block::Table(table) => self.table(table, block),
            Block::Terms(terms) => {
                for (term, blocks) in terms {
                    let mut texts = Vec::new();
                    blocks.iter().for_each(|block| block.texts(&mut texts));
                    let value = joined(&texts.into_iter().cloned().collect::<Vec<_>>());
                    self.labelled(term, &value);
                }
            }
            Block::Quote(inner) if matches!(inner.as_slice(), [Block::Paragraph(lines)] if lines.iter().any(is_contact)) =>
            {
                inner.iter().for_each(|block| self.block(block));
            }
            Block::Rule => {}
            _ => self.rest.push(block.clone()),
        }
    }

    fn table(&mut self, table: &super::blocks::Table, block: &Block) {
        if !has_contact(block) {
            return self.rest.push(block.clone());
        }
        let has_label = |cell: &Text| label(&cell.plain()).is_some();
        let has_head = table.head.iter().any(has_label)
            && !table.rows.iter().any(|row| row.first().is_some_and(has_label));
        let are_names = table.rows.iter().any(|row| row.first().is_some_and(has_label));
        if !has_head && !are_names {
            table.head.iter().filter(|cell| !cell.is_empty()).for_each(|cell| self.informing(cell));
        }
        for row in &table.rows {
            match row.as_slice() {
                [name, value]
                    if !has_head && !name.is_empty() && !value.is_empty() && !is_contact(name) =>
                {
                    self.labelled(name, value);
                }
                _ => {
                    for (index, cell) in row.iter().enumerate().filter(|(_, it)| !it.is_empty()) {
                        match table.head.get(index).filter(|_| has_head) {
                            Some(name) if !name.is_empty() => self.labelled(name, cell),
                            _ => self.informing(cell),
                        }
                    }
                }
            }
        }
    }

    fn paragraph(&mut self, lines: &[Text], block: &Block) {
        let lines: Vec<Text> = lines.iter().filter_map(|line| self.without_images(line)).collect();
        if lines.is_empty() {
            return;
        }
        let length = |line: &Text| line.plain().chars().count();
        let is_short = |line: &Text| length(line) <= MAX_HEADLINE_CHARACTERS;
        let has_any = lines.iter().any(is_contact);
        // Lines that were broken only because they were long are one text.
        let is_wrapped = lines.len() > 1
            && !has_any
            && lines.iter().rev().skip(1).all(|line| !line.is_broken && length(line) > 55);
        if has_any || (lines.len() > 1 && lines.iter().all(is_short) && !is_wrapped) {
            return lines.iter().for_each(|line| self.line(line));
        }
        match lines.as_slice() {
            [line] if length(line) <= MAX_HEADLINE_CHARACTERS * 2 => self.line(line),
            _ if lines.len() > 1 && lines.iter().any(is_labelled) => {
                lines.iter().for_each(|line| self.line(line));
            }
            _ => self.summary(&lines, block),
        }
    }

    /// Takes the images out of a line: the portrait, and badges. Nothing may remain.
    fn without_images(&mut self, line: &Text) -> Option<Text> {
        let mut line = line.clone();
        for run in line.runs.iter_mut().filter(|run| run.image.is_some()) {
            let address = run.image.take().unwrap_or_default();
            let is_badge = BADGES.iter().any(|badge| address.contains(badge));
            if run.link.is_some() {
                run.text = run.text.trim().to_owned();
                continue;
            }
            if !is_badge && !self.has("image") && !self.has("imageUrl") {
                self.portrait(&address, run.span.clone());
            }
            run.text.clear();
        }
        line.runs.retain(|run| !run.text.is_empty() || run.link.is_some());
        let line = line.trimmed();
        (!line.runs.is_empty()).then_some(line)
    }

    fn portrait(&mut self, address: &str, span: std::ops::Range<usize>) {
        let file = address.trim_start_matches("./").trim_start_matches('/');
        let is_page = address.starts_with("https://") || address.starts_with("http://");
        if is_page && url::Url::parse(address).is_ok() {
            self.set("imageUrl", text(address, span.clone()));
            let message = "the portrait is on another site, and no page loads images from there";
            let remedy = "Put the file into the content folder and write \"images/name.jpg\".";
            self.report.push(Problem::warning(Some(span), message, remedy));
        } else if ImagePath::is_valid(file) {
            self.set("image", text(file, span));
        }
    }

    pub(super) fn summary(&mut self, lines: &[Text], block: &Block) {
        if !self.set("summary", joined(lines).node()) {
            self.rest.push(block.clone());
        }
    }

    /// Reads a line of a letterhead whose parts cannot be a headline.
    fn informing(&mut self, line: &Text) {
        let Some(line) = self.without_images(line) else { return };
        if line.plain().chars().count() > MAX_HEADLINE_CHARACTERS * 3 && !is_contact(&line) {
            return self.keep(&line);
        }
        self.line(&line);
    }

    /// Reads a short line: subjects, languages, ways to reach the person, or the headline.
    fn line(&mut self, line: &Text) {
        if self.lacks_name && self.is_name(line) {
            return;
        }
        let parts = segments(line);
        if is_languages(&parts) {
            let message =
                format!("{:?} is left out: a site offers its languages itself", line.plain());
            let remedy = "Name the languages in \"languages\" of site.json.";
            self.report.push(Problem::warning(Some(line.span()), message, remedy));
            return;
        }
        let has_any = parts.iter().any(Segment::is_informing);
        if has_any {
            let mut others = Vec::new();
            for part in parts {
                others.extend(self.segment(&part));
            }
            self.others(others);
            return;
        }
        let plain = line.plain();
        let is_date = self.dates.find(&plain).is_some_and(|period| {
            let mut rest = plain.clone();
            rest.replace_range(period.range, "");
            rest.chars().filter(|c| c.is_alphabetic()).count() < 4
        });
        if is_about_document(&plain) || is_date {
            return self.keep(line);
        }
        let has_job = vocabulary::has(&plain, Kind::Job);
        let is_sentence =
            plain.trim_end().ends_with(['.', '!', '。']) || plain.split_whitespace().count() > 14;
        if parts.len() > 1 && !self.has("focus") && !has_job && !is_sentence {
            let items = parts.iter().map(|part| part.text.node()).collect();
            self.fields.push(member("focus", list(items, line.span())));
        } else if let Some((term, value)) = pair(line)
            && !is_sentence
        {
            self.labelled(&term, &value);
        } else if !is_sentence
            && !has_job
            && !self.has("location")
            && (is_street(&plain) || (is_town(&plain) && vocabulary::has(&plain, Kind::Place)))
        {
            self.fields.push(member("location", address(&line.plain_line())));
        } else if is_sentence || !self.set("headline", line.plain_node()) {
            let block = Block::Paragraph(vec![line.clone()]);
            if !is_sentence && !self.has("location") && is_town(&plain) {
                self.fields.push(member("location", address(&line.plain_line())));
            } else {
                self.summary(std::slice::from_ref(line), &block);
            }
        }
    }

    /// Takes the name from a line, if no heading has it.
    fn is_name(&mut self, line: &Text) -> bool {
        let plain = line.plain();
        let is_labelled = plain.contains(['：', ':'])
            && plain.find(['：', ':']) < plain.find(['@', '/', '|', '·', '•']).or(Some(40));
        let first_word = plain.split_whitespace().next().unwrap_or_default();
        let has_link = line.runs.iter().any(|run| run.link.is_some())
            && line.links().iter().any(|(_, text)| plain.starts_with(text.plain().as_str()));
        if has_link || is_labelled || is_about_document(&plain) || label(first_word).is_some() {
            return false;
        }
        let reached = contacts(&plain, false).first().map(|(range, _)| range.start);
        let cuts = SEPARATORS.iter().chain(&[" (", "（", "/"]).filter_map(|it| plain.find(it));
        let end = cuts.chain(plain.find(',')).chain(reached).min();
        let first = line.part(0..end.unwrap_or(plain.len()));
        let first_plain = first.plain();
        let name = first.part(name_in(&first_plain));
        if !can_be_name(&name.plain()) || is_contact(&first) {
            // A name comes before text, but after labels, what the document is, and what the person
            // does.
            let is_before = label_of_segment(line).is_some()
                || is_contact(line)
                || plain.split_whitespace().count() < 8;
            self.lacks_name = is_before;
            return false;
        }
        self.lacks_name = false;
        if !self.set("name", name.plain_node()) {
            return false;
        }
        if let Some(end) = end {
            let rest = line.part(end..plain.len()).plain();
            let is_sign = |c: char| !c.is_alphanumeric() && !"+(（".contains(c);
            let start = plain.len() - rest.trim_start_matches(is_sign).len();
            self.line(&line.part(start..plain.len()));
        }
        true
    }

    /// Reads a part of a line; returns what of it is no way to reach the person.
    fn segment(&mut self, part: &Segment) -> Option<Segment> {
        match part.kind {
            Some(Kind::NameLabel) if !part.text.is_empty() => {
                self.fields.retain(|field| field.key != "name" || !self.lacks_name);
                if self.set("name", part.text.plain_node()) {
                    return None;
                }
            }
            Some(Kind::PlaceLabel) if !is_contact(&part.text) && !part.text.is_empty() => {
                if self.set("location", address(&part.text.plain_line())) {
                    return None;
                }
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
    fn reach(&mut self, part: &Segment) -> Text {
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

    fn link(&mut self, address: &str, written: &Text, part: &Segment) {
        if let Some(email) = email(address) {
            self.email(email, written, part);
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

    fn email(&mut self, email: &str, written: &Text, part: &Segment) {
        if !self.set("email", text(email, written.span())) && !self.says("email", email) {
            let url = format!("mailto:{email}");
            self.add_link(part.label.as_ref().map_or(email.to_owned(), Text::plain), &url, written);
        }
    }

    fn phone(&mut self, phone: &str, written: &Text, part: &Segment) {
        let is_set = self.set("phone", text(phone, written.span()));
        // A label such as `Office` says more than that it is a number.
        let is_named = part.label.is_some() && part.kind != Some(Kind::Phone);
        if is_named || (!is_set && !self.says("phone", phone)) {
            let label = part.label.clone().unwrap_or_else(|| Text::of("Tel.", written.span()));
            self.fact(&label, &Text::of(phone, written.span()));
        }
    }

    fn url(&mut self, url: &str, shown: Option<&Text>, written: &Text, part: &Segment) {
        let shown = shown.map(Text::plain).map(|it| it.trim().to_owned()).unwrap_or_default();
        let is_website = part.kind == Some(Kind::Url) || label(&shown) == Some(Kind::Url);
        if is_website && part.label.is_some() | shown.is_empty() | label(&shown).is_some() {
            if self.set("url", text(url, written.span())) {
                return;
            }
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

    fn add_link(&mut self, label: String, url: &str, written: &Text) -> bool {
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

    fn says(&self, key: &str, said: &str) -> bool {
        let field = self.fields.iter().find(|field| field.key == key);
        field.is_some_and(|field| field.value.as_str() == Some(said))
    }

    /// Reads a value with a label.
    pub(super) fn labelled(&mut self, term: &Text, value: &Text) {
        let plain = term.plain();
        let clean = strip_symbols(&plain);
        let kind = label(clean).or_else(|| vocabulary::symbol(&plain));
        let is_blank = clean.is_empty();
        let value = value.clone();
        let term = (!is_blank).then(|| term.clone());
        let part = Segment { label: term.clone(), kind, text: value };
        if part.is_informing() {
            if let Some(left) = self.segment(&part) {
                match &term {
                    Some(term) => self.fact(term, &left.text),
                    None => self.keep(&left.text),
                }
            }
        } else if let Some(term) = &term {
            self.fact(term, &part.text);
        } else {
            self.keep(&part.text);
        }
    }

    /// Reads the other parts of a contact line: the place and the headline.
    fn others(&mut self, others: Vec<Segment>) {
        let is_linked = |part: &Segment| part.text.runs.iter().any(|run| run.link.is_some());
        let (linked, mut others): (Vec<_>, Vec<_>) = others.into_iter().partition(is_linked);
        linked.iter().for_each(|part| self.keep(&part.text));
        let is_job = |part: &Segment| vocabulary::has(&part.text.plain(), Kind::Job);
        let has_headline = self.has("headline");
        let town = others.iter().position(|part| is_town(&part.text.plain()) && !is_job(part));
        // `Analyst | London`: the headline comes first, if it was not set above.
        let first = usize::from(!has_headline && !others.iter().skip(1).any(is_job));
        let town = town.or_else(|| {
            (first..others.len())
                .find(|at| others.get(*at).is_some_and(|part| !is_job(part) && is_word(&part.text)))
        });
        if let Some(town) = town.filter(|_| !self.has("location")) {
            let part = others.remove(town);
            self.fields.push(member("location", address(&part.text.plain_line())));
        }
        for part in others {
            if !self.set("headline", part.text.plain_node()) {
                self.keep(&part.text);
            }
        }
    }

    /// Keeps what is not a field.
    pub(super) fn keep(&mut self, text: &Text) {
        self.rest.push(Block::Paragraph(vec![text.clone()]));
    }
}

/// Whether a block begins the entries of a document without a heading above them.
fn is_entry(block: &Block, dates: &Dates) -> bool {
    let mut texts = Vec::new();
    block.texts(&mut texts);
    let is_range = |text: &&&Text| dates.find(&text.plain()).is_some_and(|it| it.is_range);
    texts
        .iter()
        .take(3)
        .any(|text| is_range(&text) && !is_contact(text) && text.plain().len() < 160)
}

/// Whether a line has a street and a town: `Rua das Flores 12, 4050 Porto`.
fn is_street(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (1..10).contains(&digits) && text.contains(',') && text.split_whitespace().count() <= 12
}

/// Whether a name is followed by a place: `Mira Solano, Porto`.
fn is_town_after(text: &str, at: usize) -> bool {
    let (name, rest) = (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
    let is_title = rest.split_whitespace().any(|word| {
        word.contains('.') && !word.ends_with('.') || word.chars().skip(1).any(char::is_uppercase)
    });
    let is_short = (1..=3).contains(&rest.split_whitespace().count());
    let rest = rest.trim().trim_end_matches('.');
    can_be_name(name)
        && is_short
        && !is_title
        && rest.chars().count() > 4
        && !rest.contains(|c: char| c.is_ascii_digit())
        && !vocabulary::has(rest, Kind::Degree)
}

/// Adds the texts of a section, and the rows of its tables that have two cells.
fn collect<'a>(section: &'a Section, texts: &mut Vec<&'a Text>, rows: &mut Vec<(Text, Text)>) {
    for block in &section.blocks {
        block.texts(texts);
        if let Block::Table(table) = block {
            let pairs = table.rows.iter().filter_map(|row| match row.as_slice() {
                [name, value, ..] => Some((name.clone(), value.clone())),
                _ => None,
            });
            rows.extend(pairs);
        }
    }
    section.sections.iter().for_each(|inner| collect(inner, texts, rows));
}

fn has_contact(block: &Block) -> bool {
    if let Block::Table(table) = block
        && table.rows.iter().any(|row| row.first().is_some_and(|it| label(&it.plain()).is_some()))
    {
        return true;
    }
    let mut texts = Vec::new();
    block.texts(&mut texts);
    texts.iter().any(|text| is_informing(text))
}

/// Whether a line tells how to reach the person, or has a label of a letterhead.
fn is_informing(text: &Text) -> bool {
    is_contact(text) || segments(text).iter().any(Segment::is_informing)
}

fn is_labelled(line: &Text) -> bool {
    pair(line).is_some()
}

/// Returns a part with one way to reach the person beside one or two words, which are its label.
fn named(part: &Segment) -> Option<Segment> {
    let plain = part.text.plain();
    let found = contacts(&plain, false);
    let [(range, contact)] = found.as_slice() else { return None };
    let has_link = part.text.runs.iter().any(|run| run.link.is_some());
    if part.label.is_some() || has_link || matches!(contact, Contact::Email(_)) {
        return None;
    }
    let (before, after) = part.text.without(range.clone());
    let beside = if before.is_empty() { after } else { before };
    let beside = super::head::clean(&beside)?;
    let words = beside.plain();
    let is_label = words.split_whitespace().count() <= 2
        && !is_town(&words)
        && !vocabulary::has(&words, Kind::Job)
        && !can_be_name(&words)
        && plain.len() <= words.len() + range.len() + 6;
    let kind = label(&words).or(part.kind);
    is_label.then(|| Segment { label: Some(beside), kind, text: part.text.part(range.clone()) })
}

/// Splits `Term: value`.
fn pair(line: &Text) -> Option<(Text, Text)> {
    let markdown = line.line();
    let plain = line.plain();
    if let Pair::Colon(term, _) = Pair::of(&markdown) {
        let at = plain.find(':').filter(|at| *at <= term.text.len() + 4)?;
        return Some((line.part(0..at), line.part(at + 1..plain.len())));
    }
    let at = plain.find('：').filter(|at| *at < 40)?;
    Some((line.part(0..at), line.part(at + '：'.len_utf8()..plain.len())))
}

/// Whether an address leads to another page.
fn is_reachable(address: &str) -> bool {
    let is_page = address.starts_with("http://") || address.starts_with("https://");
    is_page && url::Url::parse(address).is_ok()
        || address.starts_with("tel:")
        || email(address).is_some()
        || crate::addresses::is_bare(address)
}

/// Whether a text looks like `City, Country`, or is a known place.
fn is_town(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let is_short = words <= 8 && text.chars().count() <= 60 && !vocabulary::has(text, Kind::School);
    let has_comma = text.contains([',', '，']) && is_short;
    (has_comma || vocabulary::is(text, Kind::Place)) && !text.ends_with('.')
}

/// Whether a part between others can be the name of a place.
fn is_word(text: &Text) -> bool {
    let plain = text.plain();
    let is_short = plain.split_whitespace().count() <= 4;
    let is_upper = plain.chars().all(|c| !c.is_lowercase()) && plain.is_ascii();
    is_short && !is_upper && topic(&plain).is_none()
}

/// Returns where the person is, if one of the first facts states it.
fn place(section: &Section) -> Option<super::outline::Line> {
    if matches!(section.topic(), Some(Topic::List(_) | Topic::Other | Topic::Courses)) {
        return None;
    }
    let lines = section.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(lines) => Some(lines.iter().collect::<Vec<_>>()),
        Block::List { items, .. } => {
            let first = items.iter().filter_map(|item| match item.first() {
                Some(Block::Paragraph(lines)) => lines.first(),
                _ => None,
            });
            Some(first.collect())
        }
        _ => None,
    });
    lines.flatten().find_map(|line| match pair(line) {
        Some((term, value)) if label(&term.plain()) == Some(Kind::PlaceLabel) => {
            Some(value.plain_line())
        }
        _ => None,
    })
}
