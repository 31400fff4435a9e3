//! The card of a person, as it appears closed on another page.
//!
//! The build makes it once; the custom element, the iframe and the pictures are all made from it.
//! No part of it has an id, because a page may contain a hundred cards. It is data instead of a
//! view, because it is never hydrated, and only the custom element changes it.

use super::tree::{Element, Node};
use perfil_view::{Alternate, CardWords, Detail, Evidence, Likeness, Page, Profile, Text};

/// The person on the card.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// The page of the person.
    pub page: &'a Page,
    /// The profile on the page.
    pub profile: &'a Profile,
    /// The person's location.
    pub place: Option<&'a Text>,
}

/// The maximum number of skills on a card.
const SKILLS: usize = 6;

/// Renders the closed card.
pub fn card(person: Person, words: &CardWords) -> Element {
    let Person { page, profile, place } = person;
    let head = [Some(portrait(profile, page)), Some(who(profile, page, place))];
    let panel = Element::new("div").attr("class", "panel").attr("part", "panel").attr("hidden", "");
    let parts = [
        Some(Element::new("header").attr("class", "head").children(head.into_iter().flatten())),
        list("focus", page.words.focus(), profile.head.focus.iter().map(|item| line(text(item)))),
        list("skills", page.words.skills(), profile.skills.iter().take(SKILLS).map(skill)),
        list("links", words.links(), profile.head.details().filter_map(link)),
        Some(foot(page, words)),
        Some(panel),
    ];
    Element::new("article")
        .attr("part", "card")
        .attr("lang", &page.lang)
        .attr("dir", &page.dir)
        .attr("data-hue", page.hue)
        .attr("aria-label", &profile.head.name.text)
        .attr("class", "card")
        .children(parts.into_iter().flatten())
}

fn portrait(profile: &Profile, page: &Page) -> Element {
    let alt = page.words.portrait().replace("{name}", &profile.head.name.text);
    let likeness = likeness(&profile.head.likeness, alt);
    Element::new("div").attr("part", "portrait").attr("class", "portrait").child(likeness)
}

/// The portrait or monogram, with the same markup as `parts::likeness`.
fn likeness(likeness: &Likeness, alt: String) -> Element {
    if let Some(portrait) = &likeness.portrait {
        Element::new("img")
            .attr("src", &portrait.src)
            .attr("alt", alt)
            .attr("width", portrait.width)
            .attr("height", portrait.height)
            .attr("decoding", "async")
            .attr("class", "likeness")
    } else {
        let ground = Element::new("rect")
            .attr("class", "likeness-ground")
            .attr("width", 64)
            .attr("height", 64)
            .attr("rx", 32);
        let initials = Element::new("text")
            .attr("x", 32)
            .attr("y", 33)
            .attr("dominant-baseline", "central")
            .attr("text-anchor", "middle")
            .attr("class", "likeness-initials")
            .child(likeness.initials.as_str());
        Element::new("svg")
            .attr("viewBox", "0 0 64 64")
            .attr("aria-hidden", "true")
            .attr("class", "likeness")
            .children([ground, initials])
    }
}

fn who(profile: &Profile, page: &Page, place: Option<&Text>) -> Element {
    let link = Element::new("a").attr("href", &page.path).attr("class", "open");
    let name = link.child(text(&profile.head.name));
    let part = |name: &'static str, child: Node| {
        Element::new("p").attr("part", name).attr("class", name).child(child)
    };
    let headline = profile.head.headline.as_ref().map(|headline| part("headline", text(headline)));
    let place = place.map(|place| part("place", text(place)));
    Element::new("div")
        .attr("class", "who")
        .child(part("name", name.into()))
        .children(headline.into_iter().chain(place))
}

/// A list, or `None` if it has no items.
fn list(
    name: &'static str,
    label: &str,
    items: impl IntoIterator<Item = Element>,
) -> Option<Element> {
    let mut items = items.into_iter().peekable();
    items.peek()?;
    let list = Element::new("ul")
        .attr("part", name)
        .attr("role", "list")
        .attr("aria-label", label)
        .attr("class", name);
    Some(list.children(items))
}

fn line(child: impl Into<Node>) -> Element {
    Element::new("li").child(child)
}

fn skill(skill: &Evidence) -> Element {
    line(text(&skill.name)).attr("part", "skill")
}

/// A link to the person elsewhere.
fn link(detail: &Detail) -> Option<Element> {
    let href = detail.url.as_ref()?;
    let link = Element::new("a").attr("href", href).attr("part", "link");
    Some(line(link.child(text(&detail.label))))
}

fn foot(page: &Page, words: &CardWords) -> Element {
    // Each links to the profile in its language; once the custom element runs, it changes the card
    // instead.
    let languages = page.languages.iter().map(|item| language(item, &page.lang));
    let languages = list("languages", page.words.languages(), languages);
    let more = Element::new("button")
        .attr("part", "more")
        .attr("type", "button")
        .attr("aria-expanded", "false")
        .attr("class", "more")
        .child(words.more());
    let open = Element::new("a")
        .attr("part", "open")
        .attr("href", &page.path)
        .attr("class", "open action")
        .child(words.open());
    Element::new("footer")
        .attr("class", "foot")
        .children(languages.filter(|_| page.languages.len() > 1))
        .child(more)
        // Otherwise the two labels would be one word to whoever extracts the text.
        .child(" ")
        .child(open)
}

/// A link to another language, with the same markup as `parts::language`.
fn language(item: &Alternate, lang: &str) -> Element {
    let mut link = Element::new("a")
        .attr("href", &item.path)
        .attr("hreflang", &item.lang)
        .attr("lang", &item.lang)
        .attr("dir", &item.dir);
    if item.lang == lang {
        link = link.attr("aria-current", "true");
    }
    line(link.child(item.name.as_str()))
}

/// Text, with the same markup as `parts::text`.
fn text(text: &Text) -> Node {
    match &text.language {
        None => text.text.as_str().into(),
        Some(language) => Element::new("span")
            .attr("lang", &language.lang)
            .attr("dir", &language.dir)
            .child(text.text.as_str())
            .into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parts;
    use leptos::prelude::*;
    use perfil_view::{Image, Language};

    fn check(element: impl Into<Node>, view: parts::ErasedView) {
        let html = Element::new("div").child(element).to_html();
        let expected = view! { <div>{view}</div> }.to_html().replace("<!>", "");
        assert_eq!(html, expected);
    }

    #[test]
    fn the_elements_match_the_components_of_pages() {
        let portrait = Image { src: "/a&b.png".into(), width: 4, height: 5 };
        for portrait in [None, Some(portrait)] {
            let person = Likeness { initials: "<A>".into(), portrait };
            let alt = "\"Ada\" & <co>".to_owned();
            check(likeness(&person, alt.clone()), parts::likeness(&person, alt));
        }
        let language = Language { lang: "ar".into(), dir: "rtl".into() };
        for language in [None, Some(language)] {
            let value = Text { text: "1 < 2 & \"3\" 'x'".into(), language };
            check(text(&value), parts::text(&value));
        }
        let item = Alternate {
            lang: "es".into(),
            dir: "ltr".into(),
            name: "Español".into(),
            path: "/es/".into(),
            ..Alternate::default()
        };
        for lang in ["en", "es"] {
            check(super::language(&item, lang), parts::language(&item, lang));
        }
    }
}
