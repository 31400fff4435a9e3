//! The command palette: a dialog with a list that is filtered by the text field above it.

use super::dialog::{close_dialog, show_dialog};
use super::document::{all, find, set_on};
use super::fold::fold;
use super::share::can_share;
use web_sys::Element;

const OPTIONS: &str = "#palette-list li";

/// A command that was chosen.
#[derive(Clone, Debug)]
pub(crate) struct Command {
    /// The target of its link.
    pub(crate) href: Option<String>,
    /// The action that the application runs.
    pub(crate) act: String,
}

/// Opens the command palette, or closes it if it is open. `html` is the dialog.
pub(crate) fn toggle_palette(html: &str) {
    if is_palette_open() {
        close_dialog();
    } else if show_dialog(html) {
        // Where a browser cannot share, there is still the command that copies the link.
        if let Some(command) = find("#palette [data-act=share]").filter(|_| !can_share()) {
            command.remove();
        }
        for (index, option) in all(OPTIONS).iter().enumerate() {
            option.set_id(&["command-", &index.to_string()].concat());
            set_on(option, "role", Some("option"));
            set_on(option, "aria-selected", Some("false"));
        }
        filter_palette("");
    }
}

/// Returns whether the command palette is open.
pub(crate) fn is_palette_open() -> bool {
    find("#palette[open]").is_some()
}

/// Hides the commands that do not match a text, sorts the best matches first, and selects the
/// first. Returns whether any command matches.
pub(crate) fn filter_palette(text: &str) -> bool {
    let typed = fold(text.trim());
    let mut ranked: [Vec<Element>; 4] = Default::default();
    for option in all(OPTIONS) {
        let name = option.first_element_child().and_then(|name| name.text_content());
        ranked[rank(&fold(&name.unwrap_or_default()), &typed)].push(option);
    }
    let Some(list) = find("#palette-list") else { return false };
    for (rank, options) in ranked.iter().enumerate() {
        for option in options {
            set_on(option, "hidden", (rank == 3).then_some(""));
            let _ = list.append_child(option);
        }
    }
    let first = ranked[..3].iter().flatten().next();
    choose(first);
    first.is_some()
}

/// Ranks how well a name matches the typed text: 0 at the beginning of a word, 1 anywhere, 2 with
/// other letters between, 3 not at all.
fn rank(name: &str, typed: &str) -> usize {
    match name.find(typed) {
        Some(at) if name[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric()) => 0,
        Some(_) => 1,
        None => {
            let mut letters = name.chars();
            let is_there = typed.chars().all(|c| letters.any(|letter| letter == c));
            if is_there { 2 } else { 3 }
        }
    }
}

/// Moves the selection by this many commands: down, or up if negative.
pub(crate) fn move_in_palette(by: isize) {
    let options: Vec<Element> =
        all(OPTIONS).into_iter().filter(|option| !option.has_attribute("hidden")).collect();
    let at = options.iter().position(is_chosen).unwrap_or_default();
    // The selection wraps around at either end.
    let next = at.cast_signed().saturating_add(by).rem_euclid(options.len().max(1).cast_signed());
    choose(options.get(next.cast_unsigned()));
}

/// Returns the command that is selected by keyboard.
pub(crate) fn chosen_command() -> Option<Command> {
    all(OPTIONS).iter().find(|option| is_chosen(option)).map(command)
}

pub(super) fn command(option: &Element) -> Command {
    let act = option.get_attribute("data-act").unwrap_or_default();
    Command { href: option.get_attribute("data-href"), act }
}

fn choose(chosen: Option<&Element>) {
    for option in all(OPTIONS).iter().filter(|option| is_chosen(option)) {
        set_on(option, "aria-selected", Some("false"));
    }
    if let Some(option) = chosen {
        set_on(option, "aria-selected", Some("true"));
        option.scroll_into_view_with_bool(false);
    }
    if let Some(field) = find("#palette-field") {
        set_on(&field, "aria-activedescendant", chosen.map(Element::id).as_deref());
    }
}

fn is_chosen(option: &Element) -> bool {
    option.get_attribute("aria-selected").as_deref() == Some("true")
}
