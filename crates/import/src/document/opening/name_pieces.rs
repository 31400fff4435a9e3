//! Puts a name together that is printed in pieces: a word on each line, or two words that only their
//! looks tell apart.

use super::Opening;
use super::address_words::is_of_address;
use super::by_email::is_words;
use super::labelled_names::of_label;
use crate::document::blocks::Block;
use crate::document::contacts::user;
use crate::document::headings::{matched, normalized};
use crate::document::person::can_be_name;
use crate::document::text::{GAP, Text};
use crate::document::towns::is_place;
use crate::document::vocabulary::{self, Kind};
use crate::tree::text;

/// The most words that are added to a name.
pub(super) const MAX_ADDED: usize = 3;

/// Words within surnames, which another word follows.
const PARTICLES: [&str; 17] = [
    "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "la", "le",
    "van", "von", "y",
];

/// The most bytes of a document between two lines that are below each other.
const MAX_BETWEEN: usize = 8;

/// The least length of a word that is printed together with another one, in characters.
const MIN_JOINED: usize = 3;

impl Opening {
    /// Adds the words that stand alone on the lines below the name, if the address has one of them, or the name
    /// cannot end where it does.
    pub(super) fn name_goes_on(&mut self) -> bool {
        let (Some(name), user) = (self.text_of("name"), self.user()) else { return false };
        let words = self.rest.iter().map_while(|block| match block {
            Block::Paragraph(lines) => match lines.as_slice() {
                [line] => Some(line.plain()).filter(|it| is_word(it)),
                _ => None,
            },
            _ => None,
        });
        let is_alike = |word: &String| {
            is_capital(word) == is_capital(&name)
                || user.as_ref().is_some_and(|user| is_of_address(word, user))
        };
        let words: Vec<String> = words.take_while(is_alike).collect();
        let is_own = |word: &String| {
            user.as_ref().is_some_and(|user| is_of_address(word, user))
                && !name.contains(word.as_str())
        };
        // `Mira Pinto dos`
        let is_open = name.split_whitespace().next_back().is_some_and(|it| PARTICLES.contains(&it));
        if is_open && let Some(word) = words.first() {
            self.rest.remove(0);
            self.add_to_name(word);
            return true;
        }
        if words.len() > MAX_ADDED || !words.iter().any(is_own) {
            return self.surname_below(&name);
        }
        let lines: Vec<Block> = self.rest.drain(..words.len()).collect();
        let has_none = user
            .as_ref()
            .is_some_and(|user| !name.split_whitespace().any(|word| is_of_address(word, user)));
        // The title above is no name if all of the address is below it.
        if has_none && words.len() > 1 && words.iter().all(is_own) {
            let mut texts = Vec::new();
            for block in &lines {
                block.texts(&mut texts);
            }
            let span = texts.first().map_or(0..0, |text| text.span());
            self.replace_name(text(words.join(" "), span));
        } else {
            self.add_to_name(&words.join(" "));
        }
        true
    }

    /// Adds the word on the first line below a given name that stands alone, both in capitals, if the address has the
    /// given one.
    fn surname_below(&mut self, name: &str) -> bool {
        // What else the address has can stand for the surname.
        let is_given = is_capital(name)
            && !name.contains(char::is_whitespace)
            && self.user().is_some_and(|user| {
                is_of_address(name, &user) && user.chars().count() > name.chars().count()
            });
        let Some(Block::Paragraph(lines)) = self.rest.first_mut().filter(|_| is_given) else {
            return false;
        };
        let first = lines.first().map(Text::plain);
        let Some(word) = first.filter(|it| is_word(it) && is_capital(it) && !is_place(it)) else {
            return false;
        };
        lines.remove(0);
        self.rest.retain(|block| !block.is_empty());
        self.add_to_name(&word);
        true
    }

    /// Puts the word directly above the name before it, if an address begins with it, or has much of it: a given name may
    /// be set in letters of another size.
    pub(super) fn given_name_above(&mut self) -> bool {
        let Some(field) = self.fields.iter().find(|field| field.key == "name") else {
            return false;
        };
        let start = field.value.span.start;
        let handles = self.handles();
        let is_own = |word: &str| {
            let word = normalized(word);
            let first = |count: usize| word.chars().take(count).collect::<String>();
            let has_most = word.chars().count() >= MIN_JOINED;
            has_most && handles.iter().any(|it| it.starts_with(&first(3)) || it.contains(&first(4)))
        };
        let is_above = |line: &Text| {
            let end = line.span().end;
            let word = line.plain();
            let is_near = end <= start && start - end <= MAX_BETWEEN;
            is_near && is_word(word.trim()) && !is_place(&word) && is_own(word.trim())
        };
        let given = self.rest.iter().enumerate().find_map(|(at, block)| match block {
            Block::Paragraph(lines) => match lines.as_slice() {
                [line] if is_above(line) => Some((at, line.plain())),
                _ => None,
            },
            _ => None,
        });
        let Some((at, given)) = given else { return false };
        self.rest.remove(at);
        self.change_name(|name| format!("{} {name}", given.trim()));
        true
    }

    /// Adds words to the name.
    pub(super) fn add_to_name(&mut self, words: &str) {
        self.change_name(|name| format!("{name} {words}"));
    }

    /// Writes the name otherwise, where it is.
    fn change_name(&mut self, whole: impl Fn(&str) -> String) {
        for field in self.fields.iter_mut().filter(|field| field.key == "name") {
            let whole = field.value.as_str().map(&whole);
            field.value = text(whole.unwrap_or_default(), field.value.span.clone());
        }
    }

    /// Returns a title of one word as two, if only their looks tell them apart and the address has one; a name with a
    /// wide gap without it; and a position that only its looks tell from the name after a gap.
    pub(super) fn spaced(&self, title: Text) -> Text {
        if let Some(title) = without_gap(&title).or_else(|| beside_position(&title)) {
            return title;
        }
        let user = self.user();
        let found = two_looks(&title).filter(|(first, last)| {
            user.as_ref().is_none_or(|it| is_of_address(first, it) || is_of_address(last, it))
        });
        match found {
            Some((first, last)) => Text::of(&format!("{first} {last}"), title.span()),
            None => title,
        }
    }

    /// Returns what the person is called in the e-mail address and the addresses of pages, folded.
    pub(super) fn handles(&self) -> Vec<String> {
        let host = self.text_of("email");
        let host =
            host.and_then(|it| Some(it.split_once('@')?.1.rsplit_once('.')?.0.to_lowercase()));
        let pages = self.links.iter().filter_map(|link| link.get("url")?.as_str());
        let own = pages.filter_map(handle_of_page);
        self.user()
            .map(|user| perfil_text::fold(&user))
            .into_iter()
            .chain(host)
            .chain(own)
            .collect()
    }

    /// Returns the part of the address before `@`, in lower case.
    pub(super) fn user(&self) -> Option<String> {
        self.text_of("email").map(|address| user(&address))
    }
}

/// Whether a text is one word that can be a part of a name.
fn is_word(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
        && text.chars().all(|c| c.is_alphabetic() || c == '-' || c == '\'')
        && matched(text).is_none()
        && !vocabulary::has(text, Kind::Job)
}

/// Whether a text is in capitals, as far as its script has them.
pub(super) fn is_capital(text: &str) -> bool {
    !text.contains(char::is_lowercase)
}

/// Returns what the address of a page calls somebody, folded: a path of several parts names a work.
pub(super) fn handle_of_page(url: &str) -> Option<String> {
    let path = url.split_once("://")?.1.split_once('/')?.1.trim_matches('/');
    let path = path.strip_prefix("in/").unwrap_or(path);
    // Letters that are not of ASCII are encoded: `franti%C5%A1ek`. The signs of a query are none here.
    let path = path.replace('&', "%26").replace('=', "%3D").replace('+', "%2B");
    let (decoded, _) = url::form_urlencoded::parse(path.as_bytes()).next()?;
    (!path.contains('/')).then(|| perfil_text::fold(&decoded))
}

/// Returns a name in whose middle a line has a wide gap.
fn without_gap(title: &Text) -> Option<Text> {
    let plain = title.plain();
    let (first, rest) = plain.split_once(GAP)?;
    let is_name = !first.contains(' ')
        && is_word(first)
        && !rest.contains(GAP)
        && is_capital(first) == is_capital(rest)
        && rest.split(' ').all(is_word)
        && can_be_name(&format!("{first} {rest}"));
    let mut name = title.part(0..first.len());
    name.append(" ", &title.part(first.len() + 1..plain.len()));
    is_name.then_some(name)
}

/// Returns a title of a strong name and a position that is not, with a gap between them.
fn beside_position(title: &Text) -> Option<Text> {
    let length = |strong: bool| {
        let runs = title.runs.iter().skip_while(move |run| !strong && run.style.strong);
        runs.take_while(move |run| run.style.strong == strong).map(|run| run.text.len()).sum()
    };
    let (first, rest): (usize, usize) = (length(true), length(false));
    let plain = title.plain();
    let (name, position) = plain.split_at_checked(first)?;
    let is_own = rest > 0
        && first + rest == plain.len()
        && can_be_name(name.trim())
        && vocabulary::has(position, Kind::Job);
    let mut beside = title.part(0..first).trimmed();
    beside.append("\t", &title.part(first..plain.len()).trimmed());
    is_own.then_some(beside)
}

/// Returns the two words in one that only their looks tell apart.
fn two_looks(line: &Text) -> Option<(&str, &str)> {
    let [first, last] = line.runs.as_slice() else { return None };
    let (first, last) = (first.text.as_str(), last.text.as_str());
    let is_long = |word: &str| {
        word.chars().count() >= MIN_JOINED && word.chars().all(|c| c.is_alphabetic() || c == '-')
    };
    (is_long(first) && is_long(last)).then_some((first, last))
}

/// Returns the name in a line that has the surname first: `Solano, Mira`.
pub(super) fn turned(line: &Text) -> Option<Text> {
    let plain = line.plain();
    let (last, first) = plain.split_once(',')?;
    let is_part = |part: &str| {
        let part = part.trim();
        // The last word may be an initial.
        let bare = part
            .strip_suffix('.')
            .filter(|it| it.rsplit(' ').next().is_some_and(|it| it.len() == 1));
        (1..=MAX_ADDED).contains(&part.split_whitespace().count()) && is_words(bare.unwrap_or(part))
    };
    (is_part(last) && is_part(first)).then(|| of_label(None, line).0)
}

/// Whether an address has the first and the last word of a name, or all but one, whose first letter it begins with: `dmirasolano`
/// of Mira Solano Delgado.
pub(super) fn is_told(name: &str, user: &str) -> bool {
    let words: Vec<&str> = name
        .split_whitespace()
        .filter(|word| word.chars().nth(1).is_some_and(char::is_alphabetic))
        .collect();
    let [first, .., last] = words.as_slice() else { return false };
    let is_part = |word: &str| is_of_address(word, user);
    let mut missing = words.iter().filter(|word| !is_part(word));
    let is_initial = |word: &str| {
        let folded = normalized(word);
        folded.chars().next().is_some_and(|letter| user.starts_with(letter))
    };
    is_part(first) && is_part(last)
        || words.len() > 2
            && missing.next().is_some_and(|word| is_initial(word))
            && missing.next().is_none()
}
