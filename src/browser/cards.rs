//! The parts of a directory that show the result of a search.

use super::document::{find, press, set_on};

/// Shows people, whose cards are HTML made by the build, and the button for more if there are any.
pub(crate) fn show_answers(cards: &str, has_more: bool) {
    if let Some(place) = find(".found-people") {
        let list = ["<ul class=\"people\">", cards, "</ul>"].concat();
        place.set_inner_html(if cards.is_empty() { "" } else { &list });
    }
    if let Some(more) = find(".more-people") {
        more.set_hidden(!has_more);
    }
}

/// Shows how many people a facet value would leave, and whether it is chosen.
pub(crate) fn show_choice(facet: &str, id: &str, count: &str, is_chosen: bool) {
    // Ids contain nothing that would end the quotes of the selector.
    let Some(button) = find(&[".facets [name=", facet, "][value=\"", id, "\"]"].concat()) else {
        return;
    };
    press(&button, is_chosen);
    set_on(&button, "disabled", (count == "0" && !is_chosen).then_some(""));
    if let Some(counter) = button.last_element_child() {
        counter.set_text_content(Some(count));
    }
}

/// Shows the chosen values, as buttons that remove them again.
pub(crate) fn show_chosen(chosen: &[[&str; 3]]) {
    let Some(list) = find(".people-status .chips") else { return };
    list.set_text_content(None);
    let document = list.owner_document();
    let make = |name: &str| document.as_ref()?.create_element(name).ok();
    for [facet, id, name] in chosen {
        let (Some(item), Some(button)) = (make("li"), make("button")) else { return };
        for (name, value) in [("type", "button"), ("class", "chip"), ("name", facet), ("value", id)]
        {
            set_on(&button, name, Some(value));
        }
        press(&button, true);
        button.set_text_content(Some(name));
        let _ = item.append_child(&button);
        let _ = list.append_child(&item);
    }
}

/// Formats a number for a language (BCP 47).
pub(crate) fn number(number: usize, lang: &str) -> String {
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    js_sys::Number::from(number).to_locale_string(lang).into()
}
