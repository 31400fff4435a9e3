//! The keys: one to search, one to clear, and those of the commands.

use super::finder::Finder;
use crate::browser;
use std::rc::Rc;

pub(super) fn follow(finder: &Rc<Finder>) {
    let finder = Rc::clone(finder);
    browser::on_key(move |key| {
        if browser::is_dialog_open() {
            return;
        }
        let is_plain = !key.is_typing && !key.is_command;
        match key.name.as_str() {
            "Escape" if finder.clear() => key.take(),
            "/" if is_plain && browser::find("#search").is_some() => {
                key.take();
                browser::focus("#search");
            }
            _ => {}
        }
    });
}
