//! Reads the lines of a letterhead: subjects, languages, places, the headline.

use super::headline::{begins_with_code, has_street};
use super::{MAX_HEADLINE_CHARACTERS, Opening};
use crate::document::address::{COMMAS, address};
use crate::document::blocks::Block;
use crate::document::contacts::is_contact;
use crate::document::headings::{is_about_document, topic};
use crate::document::lengths::is_length;
use crate::document::letterhead::{Segment, is_languages, segments};
use crate::document::pairs::Pair;
use crate::document::person::strip_symbols;
use crate::document::text::Text;
use crate::document::towns;
use crate::document::vocabulary::{self, Kind, label};
use crate::tree::{list, member};
use perfil_source::Problem;
impl Opening {
    /// Reads a line of a letterhead whose parts cannot be a headline.
    pub(in crate::document) fn informing(&mut self, line: &Text) {
        let Some(line) = self.without_images(line) else { return };
        if line.plain().chars().count() > MAX_HEADLINE_CHARACTERS * 3 && !is_contact(&line) {
            return self.keep(&line);
        }
        self.line(&line);
    }

    /// Reads a short line: subjects, languages, ways to reach the person, or the headline.
    pub(in crate::document) fn line(&mut self, line: &Text) {
        if !line.plain().contains(char::is_alphanumeric) {
            return;
        }
        let has_link = line.runs.iter().any(|run| run.link.is_some());
        let is_repeated = !has_link && self.repeats_name(&line.plain());
        if self.lacks_name && self.is_name(line) || is_repeated {
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
        if is_about_document(&plain) && !has_link && parts.len() == 1 && !is_date {
            return;
        }
        if is_about_document(&plain) || is_date || is_sex(&plain) {
            return self.keep(line);
        }
        // `Languages:` above a list is no headline, and neither are signs.
        let is_title = plain.trim_end().ends_with([':', '：']);
        if is_title || !plain.contains(char::is_alphanumeric) {
            return self.keep(line);
        }
        let has_job = vocabulary::has(&plain, Kind::Job);
        let is_sentence =
            plain.trim_end().ends_with(['.', '!', '。']) || plain.split_whitespace().count() > 14;
        if parts.len() > 1 && !self.has("focus") && !has_job && !is_sentence {
            let items = parts.iter().map(|part| part.text.plain_node()).collect();
            self.fields.push(member("focus", list(items, line.span())));
        } else if let Some((term, value)) = pair(line)
            && !is_sentence
        {
            self.labelled(&term, &value);
        } else if !is_sentence && !has_job && self.locate(line) {
            // It is the place, or a part of it.
        } else if !is_sentence && !has_job && (is_street(&plain) || towns::is_known_town(line)) {
            // The town may be on a line of its own below the street.
            self.keep(line);
        } else if is_title_of_more(&plain) || !is_sentence && !self.can_be_headline(&plain) {
            self.keep(line);
        } else if is_sentence || !self.set("headline", line.plain_node()) {
            let block = Block::Paragraph(vec![line.clone()]);
            if !is_sentence && !self.has("location") && is_town(&plain) {
                self.fields.push(member("location", address(&line.plain_line())));
            } else {
                self.summary(std::slice::from_ref(line), &block);
            }
        }
    }

    /// Takes a line as the place, if it is one, or the town below a street.
    fn locate(&mut self, line: &Text) -> bool {
        let plain = line.plain();
        let is_known = is_street(&plain) || is_town(&plain) && towns::is_known_town(line);
        self.extends_street(line) || is_known && self.takes_place(line)
    }

    /// Takes a text as the place, unless there is one.
    fn takes_place(&mut self, text: &Text) -> bool {
        let plain = text.plain();
        let is_free = !self.has("location");
        if is_free {
            self.fields.push(member("location", address(&text.plain_line())));
            let is_alone = has_street(&plain) && !plain.contains(COMMAS);
            self.street = is_alone.then(|| text.clone());
        }
        is_free
    }

    /// Adds the town to a street above it: `10115 Berlin`.
    fn extends_street(&mut self, town: &Text) -> bool {
        let plain = town.plain();
        let is_below =
            begins_with_code(&plain) && plain.contains(char::is_alphabetic) || is_town(&plain);
        let Some(mut street) = self.street.take().filter(|_| is_below) else { return false };
        street.append(", ", town);
        self.fields.retain(|field| field.key != "location");
        self.fields.push(member("location", address(&street.plain_line())));
        true
    }

    /// Reads a value with a label.
    pub(in crate::document) fn labelled(&mut self, term: &Text, value: &Text) {
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
    pub(in crate::document) fn others(&mut self, others: Vec<Segment>) {
        let is_linked = |part: &Segment| {
            part.text.runs.iter().any(|run| run.link.is_some()) || is_preference(&part.text.plain())
        };
        let (linked, mut others): (Vec<_>, Vec<_>) = others.into_iter().partition(is_linked);
        for part in &linked {
            self.keep(&part.text);
        }
        let is_job = |part: &Segment| vocabulary::has(&part.text.plain(), Kind::Job);
        let has_headline = self.has("headline");
        let town = others.iter().position(|part| is_town(&part.text.plain()) && !is_job(part));
        // `Analyst | London`: the headline comes first, if it was not set above.
        let first = usize::from(!has_headline && !others.iter().skip(1).any(is_job));
        let town = town.or_else(|| {
            (first..others.len())
                .find(|at| others.get(*at).is_some_and(|part| !is_job(part) && is_word(&part.text)))
        });
        if let Some(town) = town.and_then(|at| Some(others.get(at)?.text.clone()))
            && (self.extends_street(&town) || self.takes_place(&town))
        {
            others.retain(|part| part.text != town);
        }
        for part in others {
            let plain = part.text.plain();
            let is_place =
                !is_job(&part) && (towns::is_known_town(&part.text) || is_street(&plain));
            let is_other = is_place || !self.can_be_headline(&plain);
            if is_other || !self.set("headline", part.text.plain_node()) {
                self.keep(&part.text);
            }
        }
    }
}

/// Whether a line begins with what the person is, as in files of Russian job boards: `Мужчина, 25 лет`.
fn is_sex(text: &str) -> bool {
    let word = text.split([',', ' ']).next().unwrap_or_default();
    ["Мужчина", "Женщина", "Чоловік", "Жінка", "Male", "Female"].contains(&word)
        && text.contains(',')
}

/// Whether a note beside a number or an address says that it is the best one.
fn is_preference(text: &str) -> bool {
    let text = text.to_lowercase();
    text.contains("предпочитаемый способ") || text.contains("preferred means of")
}

/// Whether a line only announces what follows it, or is markup that no reader of its format knows.
fn is_title_of_more(text: &str) -> bool {
    let text = text.trim();
    text.ends_with([':', '：'])
        || text.starts_with('\\')
        || text.contains("{{")
        || text.ends_with("][1]")
}

/// Splits `Term: value`.
pub(super) fn pair(line: &Text) -> Option<(Text, Text)> {
    let markdown = line.line();
    let plain = line.plain();
    if let Pair::Colon(term, _) = Pair::of(&markdown) {
        let at = plain.find(':').filter(|at| *at <= term.text.len() + 4)?;
        return Some((line.part(0..at), line.part(at + 1..plain.len())));
    }
    let at = plain.find('：').filter(|at| *at < 40)?;
    Some((line.part(0..at), line.part(at + '：'.len_utf8()..plain.len())))
}

/// Whether a text looks like `City, Country`, or is a known place.
pub(super) fn is_town(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let is_short = words <= 8 && text.chars().count() <= 60 && can_begin_place(text);
    // `Married, 35 years`
    let is_counted = text.split(COMMAS).any(is_length);
    let has_comma = text.contains(COMMAS) && is_short && !is_counted;
    (has_comma || vocabulary::is(text, Kind::Place)) && !text.ends_with('.')
}

/// Whether a line has a street and a town: `Rua das Flores 12, 4050 Porto`.
pub(super) fn is_street(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let words = text.split_whitespace().count();
    // `1260 Harbor Road`: a number before two or three names.
    let is_numbered = text.split_once(' ').is_some_and(|(number, rest)| {
        number.len() < 6
            && number.chars().all(|c| c.is_ascii_digit())
            && (2..=4).contains(&rest.split_whitespace().count())
            && rest.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
    });
    let is_short = (1..10).contains(&digits) && words <= 12;
    is_short && (text.contains(',') || is_numbered) || words <= 16 && has_street(text)
}

/// Whether a text begins with a name, and says nothing that is no place: `Single, Brazilian`.
fn can_begin_place(text: &str) -> bool {
    let first = text.split(COMMAS).next().unwrap_or_default().trim();
    // `L4, E19` is a room.
    let is_name = |word: &str| {
        let is_dense = word.chars().any(perfil_text::is_spaceless);
        is_dense || word.chars().filter(|c| c.is_alphabetic()).count() > 2
    };
    let is_lower = |part: &str| {
        part.trim().starts_with(char::is_lowercase) && !vocabulary::is(part, Kind::Place)
    };
    first.starts_with(char::is_alphanumeric)
        && !text.split(COMMAS).any(is_lower)
        && first.split_whitespace().any(is_name)
        && text.matches(['(', '（']).count() == text.matches([')', '）']).count()
        // `MA` is a region, too.
        && !vocabulary::has(first, Kind::Degree)
        && !vocabulary::has(text, Kind::School)
        && !vocabulary::has(text, Kind::Personal)
}

/// Whether a part between others can be the name of a place.
pub(super) fn is_word(text: &Text) -> bool {
    let plain = text.plain();
    let is_short = plain.split_whitespace().count() <= 4;
    let is_upper = plain.chars().all(|c| !c.is_lowercase()) && plain.is_ascii();
    is_short
        && !is_upper
        && topic(&plain).is_none()
        && label(&plain).is_none()
        && !plain.contains(|c: char| c.is_ascii_digit())
        && can_begin_place(&plain)
}
