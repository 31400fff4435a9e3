//! The command palette: everything that can be reached from a page, by name.
//!
//! The build renders it once as HTML, and the browser inserts it into the document when it is first
//! opened.

use super::downloads::Download;
use crate::parts::{Erase, ErasedView};
use leptos::prelude::*;
use perfil_view::{Body, Page, SectionLink, Words};

/// A person on the site: the name, and the path of the profile.
pub type PersonLink = (String, String);

/// The action of a command: follow a link, download a file, or run an action of the client.
enum Action {
    Link(String),
    File(String),
    Act(&'static str),
}

/// The data of the palette that is not in the page.
#[derive(Clone, Copy, Debug)]
pub struct Reachable<'a> {
    /// The people whose profiles can be opened.
    pub people: &'a [PersonLink],
    /// The name of the command that explains how to embed a profile.
    pub embed: &'a str,
    /// The label of the downloads.
    pub download: &'a str,
    /// The downloads.
    pub downloads: &'a [Download],
}

/// Renders the dialog.
pub fn palette(page: &Page, reachable: Reachable) -> ErasedView {
    let words = &page.words;
    let label = words.commands().to_owned();
    let (list_label, hint) = (label.clone(), words.commands_hint().to_owned());
    let field_label = hint.clone();
    let options = commands(page, reachable)
        .into_iter()
        .map(|(kind, name, action)| option(kind, name, action))
        .collect_view();
    view! {
        <dialog id="palette" class="palette" aria-label=label>
            <input
                id="palette-field"
                type="text"
                role="combobox"
                aria-expanded="true"
                aria-autocomplete="list"
                aria-controls="palette-list"
                aria-label=field_label
                placeholder=hint
                autocomplete="off"
                spellcheck="false"
            />
            <ul id="palette-list" role="listbox" aria-label=list_label>
                {options}
            </ul>
            <p class="palette-none" role="status"></p>
            {keys(page)}
        </dialog>
    }
    .erase()
}

/// A command. The browser makes it an option of the list: on a long page, the attributes would be half
/// of the palette.
fn option(kind: String, name: String, action: Action) -> ErasedView {
    let (href, act) = match action {
        Action::Link(href) => (Some(href), None),
        Action::File(href) => (Some(href), Some("download")),
        Action::Act(act) => (None, Some(act)),
    };
    view! {
        <li data-href=href data-act=act>
            <span>{name}</span>
            " "
            <small>{kind}</small>
        </li>
    }
    .erase()
}

fn commands(page: &Page, reachable: Reachable) -> Vec<(String, String, Action)> {
    let Reachable { people, embed, download, downloads } = reachable;
    let words = &page.words;
    let mut all = Vec::new();
    let mut add =
        |kind: &str, name: &str, action| all.push((kind.to_owned(), name.to_owned(), action));
    if let Body::Profile(profile) = &page.body {
        for (id, title) in titles(&profile.contents) {
            add(words.contents(), title, Action::Link(format!("#{id}")));
        }
        for skill in &profile.skills {
            let name = [skill.name.text.as_str()]
                .into_iter()
                .chain(skill.aliases.iter().map(String::as_str))
                .collect::<Vec<_>>()
                .join(" · ");
            add(words.skills(), &name, Action::Link(format!("?skill={}", skill.id)));
        }
    }
    if page.path != page.home {
        add("", words.all_profiles(), Action::Link(page.home.clone()));
    }
    for (name, path) in people.iter().filter(|(_, path)| *path != page.path) {
        add(words.all_profiles(), name, Action::Link(path.clone()));
    }
    for other in page.languages.iter().filter(|other| other.lang != page.lang) {
        add(words.languages(), &other.name, Action::Link(other.path.clone()));
    }
    add(words.theme(), words.theme_system(), Action::Act("system"));
    add(words.theme(), words.theme_light(), Action::Act("light"));
    add(words.theme(), words.theme_dark(), Action::Act("dark"));
    add("", words.share(), Action::Act("share"));
    add("", words.copy(), Action::Act("copy"));
    if matches!(page.body, Body::Profile(_)) {
        add("", embed, Action::Act("embed"));
    }
    for file in downloads {
        add(download, &file.name, Action::File(file.path.clone()));
    }
    add("", words.print(), Action::Act("print"));
    if has_long(page) {
        add("", words.expand(), Action::Act("expand"));
        add("", words.fold(), Action::Act("fold"));
    }
    add("", words.keys_off(), Action::Act("keys-off"));
    add("", words.keys_on(), Action::Act("keys-on"));
    all
}

fn titles(sections: &[SectionLink]) -> Vec<(&str, &str)> {
    let mut all = Vec::new();
    for section in sections {
        all.push((section.id.as_str(), section.title.text.as_str()));
        all.extend(titles(&section.sections));
    }
    all
}

fn has_long(page: &Page) -> bool {
    let Body::Profile(profile) = &page.body else { return false };
    profile.contents.iter().any(|section| section.is_long)
}

/// The keyboard shortcuts and their actions.
fn keys(page: &Page) -> ErasedView {
    let words = &page.words;
    let command = format!("{} K", words.control());
    let list: Vec<(String, &str)> = vec![
        ("/".to_owned(), search(page, words)),
        (words.escape().to_owned(), words.clear()),
        (command, words.commands()),
        ("?".to_owned(), words.keys()),
    ];
    let rows = list
        .into_iter()
        .map(|(key, name)| {
            view! {
                <div>
                    <dt><kbd>{key}</kbd></dt>
                    <dd>{name.to_owned()}</dd>
                </div>
            }
        })
        .collect_view();
    let label = words.keys().to_owned();
    view! { <dl class="keys" aria-label=label>{rows}</dl> }.erase()
}

fn search<'a>(page: &Page, words: &'a Words) -> &'a str {
    match page.body {
        Body::Directory(_) => words.search_people(),
        Body::Profile(_) => words.search(),
    }
}
