//! The only module that uses the Web APIs of the browser.
//!
//! Each function does the one thing that its name states. If a browser refuses (storage in a
//! private window, a clipboard without permission), the function does nothing or reports it; no
//! failure here can break the page.

mod cards;
mod clipboard;
mod dialog;
mod document;
mod event;
mod fetch;
mod fold;
mod history;
mod items;
mod keyboard;
mod marks;
mod palette;
mod scroll;
mod sections;
mod share;
mod storage;
mod timer;
mod transition;

pub(crate) use cards::{number, show_answers, show_choice, show_chosen};
pub(crate) use clipboard::copy;
pub(crate) use dialog::{close_dialog, show_dialog};
pub(crate) use document::{
    Head, attribute, blur, element, find, focus, keep_focus, mark, outline, press_only, print, set,
    set_head, set_text, set_value, unfold_all,
};
pub(crate) use event::{
    Link, on_approach, on_choice, on_click, on_input, on_leave, on_link_approach, on_pointing,
    on_popstate, on_press, on_return, on_scroll,
};
pub(crate) use fetch::{Failure, fetch, fetch_anew, fetch_page};
pub(crate) use fold::words;
pub(crate) use history::{
    address, encoded, follow, leave_for, location, parameter, push, reload, replace,
    restore_manually, save_scroll, saved_scroll, search,
};
pub(crate) use items::Items;
pub(crate) use keyboard::{Key, is_dialog_open, on_key};
pub(crate) use palette::{
    Command, chosen_command, filter_palette, is_palette_open, move_in_palette, toggle_palette,
};
pub(crate) use scroll::{
    Anchor, anchor, is_at_beginning, keep_place, position, restore, scroll_to, scroll_to_fragment,
    scroll_to_top_of, show_current_section,
};
pub(crate) use sections::{Sections, hide_page, is_of_revision};
pub(crate) use share::share;
pub(crate) use storage::{
    are_keys_off, remember_keys, remember_language, remember_theme, remembered_theme,
};
pub(crate) use timer::{FRAME, after, pause};
pub(crate) use transition::transition;
