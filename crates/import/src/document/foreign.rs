//! Marks the texts of a profile that are in another language than its own: a summary in English in a
//! German document.

use super::headings::matched;
use crate::detect;
use crate::tree::{member, object};
use perfil_model::language::Tag;
use perfil_prose::Document;
use perfil_source::{Member, Node, Value};

/// The fields that are sentences.
const TEXTS: [&str; 4] = ["text", "summary", "description", "highlights"];

/// How many letters of a text are looked at.
const ENOUGH: usize = 4_000;

/// The words that every text in a language has.
const SMALL_WORDS: &[(&str, &str)] = &[
    (
        "en",
        "the and of to in a for with on is i that as from by an at my have has was are it which who our we \
         be or this their",
    ),
    (
        "de",
        "und der die das in mit für von zu im den auf ich ein eine des dem als bei ist an durch sowie nach \
         zur zum einer eines oder aus seit",
    ),
    ("es", "de la y en el los las del con para un una que por al como se su mi es o desde más en"),
    (
        "fr",
        "de la et les des le en du à un une pour dans au aux par sur avec je l' d' est ou que qui ce cette",
    ),
    ("pt", "de e a o em da do com para um uma os as no na que por dos das ao como se à ou mais"),
    ("it", "di e la il in con per un una del della dei delle che a da al le i gli nel sono come o"),
    ("nl", "de en van het een in voor met op aan te ik als bij is naar door die dat of om"),
    ("pl", "i w z na do oraz dla się o od przez jako po za że jest w które"),
    ("sv", "och i att en för med av på som till är jag det den ett om från"),
    ("da", "og i at en for med af på som til er jeg det den et om fra"),
    ("ru", "и в на с по для из к от за что как я а также не при до"),
    ("uk", "і в на з та для по до від за що як я а також не при"),
    ("tr", "ve bir için ile bu olarak da de olan çok daha ben"),
];

/// Marks the texts of sections and entries, and the summary, that are surely in another language than
/// the profile's own.
pub(super) fn marked(profile: Node, own: Option<&Tag>) -> Node {
    let (Value::Object(fields), Some(own)) = (&profile.value, own) else { return profile };
    let field = |field: &Member| {
        let field = field.clone();
        match field.key.as_str() {
            "summary" => Member { value: text(field.value, own), ..field },
            "sections" => Member { value: each(field.value, |it| section(it, own)), ..field },
            _ => field,
        }
    };
    let fields = fields.iter().map(field).collect();
    Node { value: Value::Object(fields), span: profile.span }
}

fn text(node: Node, own: &Tag) -> Node {
    let mut said = Vec::new();
    collect(&node, true, &mut said);
    match language(&said, own) {
        Some(tag) => keyed(node, &tag, true),
        None => node,
    }
}

/// Marks a section whose texts are all in one other language, or else each of its entries.
fn section(node: Node, own: &Tag) -> Node {
    let mut said = Vec::new();
    let has_sections = node.get("sections").is_some();
    collect(&node, false, &mut said);
    let found = language(&said, own).filter(|_| !has_sections);
    let Value::Object(fields) = node.value else { return node };
    let field = |field: Member| match (field.key.as_str(), &found) {
        ("sections", _) => Member { value: each(field.value, |it| section(it, own)), ..field },
        ("title", Some(tag)) => Member { value: title(field.value, tag, own), ..field },
        (_, Some(tag)) => keyed_field(field, tag),
        ("items", None) => Member { value: each(field.value, |it| entry(it, own)), ..field },
        _ => field,
    };
    let fields = fields.into_iter().map(field).collect();
    Node { value: Value::Object(fields), span: node.span }
}

fn entry(node: Node, own: &Tag) -> Node {
    let mut said = Vec::new();
    collect(&node, false, &mut said);
    match language(&said, own) {
        Some(tag) => keyed(node, &tag, false),
        None => node,
    }
}

/// Marks the title of a section, if its words are those of its texts and not of the profile.
fn title(node: Node, tag: &Tag, own: &Tag) -> Node {
    let found = node.as_str().and_then(matched);
    let is = |tag: &Tag| {
        let languages = found.iter().flat_map(|found| &found.languages);
        languages.into_iter().any(|language| *language == tag.as_str())
    };
    if is(tag) && !is(own) { keyed(node, tag, true) } else { node }
}

/// Returns the other language that texts are in, if there is no doubt: they are sentences with its small
/// words, and none of them has those of the profile's own language.
fn language(texts: &[String], own: &Tag) -> Option<Tag> {
    let whole: String = texts.join("\n").chars().take(ENOUGH).collect();
    let found = detect::surely(&whole).filter(|tag| !tag.is_same_language(own))?;
    let is_own = |text: &String| {
        let (own, other) = (small_words(text, own), small_words(text, &found));
        let is_detected = |tag: Tag| !tag.is_same_language(&found);
        own > 0 && own >= other || detect::of_sentences(text).is_some_and(is_detected)
    };
    let words = whole.split_whitespace().count();
    let is_listed = SMALL_WORDS.iter().any(|(tag, _)| *tag == found.as_str());
    let is_text = if is_listed {
        small_words(&whole, &found) * 5 >= words && words > 15
    } else {
        // Other scripts say for themselves what they are.
        let letters = whole.chars().filter(|c| c.is_alphabetic());
        let foreign = letters.clone().filter(|c| *c > '\u{370}').count();
        foreign * 10 > letters.count() * 8
    };
    (is_text && !texts.iter().any(is_own)).then_some(found)
}

/// Counts the words of a text that every text in a language has.
fn small_words(text: &str, language: &Tag) -> usize {
    let known = SMALL_WORDS.iter().find(|(tag, _)| language.as_str().starts_with(tag));
    let Some((_, known)) = known else { return 0 };
    let words = text.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’');
    let is_small = |word: &&str| {
        let word = word.to_lowercase();
        known.split(' ').any(|small| small == word)
    };
    words.filter(|word| !word.is_empty()).filter(is_small).count()
}

/// Collects the sentences of a node.
fn collect(node: &Node, is_text: bool, texts: &mut Vec<String>) {
    match &node.value {
        Value::String(text) if is_text => texts.push(Document::parse(text).to_text()),
        Value::Array(elements) => elements.iter().for_each(|it| collect(it, is_text, texts)),
        Value::Object(fields) => {
            for field in fields.iter().filter(|field| field.key != "sections") {
                collect(&field.value, TEXTS.contains(&field.key.as_str()), texts);
            }
        }
        _ => {}
    }
}

/// Keys the texts of a node by their language.
fn keyed(node: Node, tag: &Tag, is_text: bool) -> Node {
    let span = node.span.clone();
    match node.value {
        Value::String(_) if is_text => object(vec![member(tag.as_str(), node)], span),
        Value::Array(elements) => {
            let elements = elements.into_iter().map(|it| keyed(it, tag, is_text)).collect();
            Node { value: Value::Array(elements), span }
        }
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|field| keyed_field(field, tag)).collect();
            Node { value: Value::Object(fields), span }
        }
        value => Node { value, span },
    }
}

fn keyed_field(field: Member, tag: &Tag) -> Member {
    let is_text = TEXTS.contains(&field.key.as_str());
    let value = keyed(field.value, tag, is_text);
    Member { value, ..field }
}

fn each(node: Node, change: impl Fn(Node) -> Node) -> Node {
    let value = match node.value {
        Value::Array(elements) => Value::Array(elements.into_iter().map(change).collect()),
        other => other,
    };
    Node { value, span: node.span }
}
