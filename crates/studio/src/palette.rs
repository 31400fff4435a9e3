//! The palette: every command by its name, found by typing. Each of them has a button elsewhere, too.

use crate::bridge;
use crate::folder::Folder;
use crate::frame::Face;
use crate::studio::{Studio, View};
use crate::words::Tongue;
use leptos::prelude::*;
use perfil_form::Part;
use web_sys::HtmlDialogElement;

/// A command.
#[derive(Clone)]
struct Command {
    name: String,
    /// The keys that do the same.
    keys: &'static str,
    run: Callback<()>,
}

/// What a command does.
type Act = fn(Studio);

/// The palette, which is open or not.
#[derive(Clone, Copy)]
pub(crate) struct Palette {
    studio: Studio,
    dialog: NodeRef<leptos::html::Dialog>,
    query: RwSignal<String>,
    /// The command that Enter runs, by its place in the list.
    chosen: RwSignal<usize>,
    /// Changes when the palette opens, because the commands depend on what is shown then.
    opened: Trigger,
}

impl Palette {
    pub(crate) fn new(studio: Studio) -> Self {
        let (query, chosen) = (RwSignal::new(String::new()), RwSignal::new(0));
        Self { studio, dialog: NodeRef::new(), query, chosen, opened: Trigger::new() }
    }

    pub(crate) fn open(self) {
        let Some(dialog) = self.dialog.get_untracked() else { return };
        let dialog: HtmlDialogElement = dialog;
        self.query.set(String::new());
        self.chosen.set(0);
        self.opened.notify();
        if !dialog.open() {
            // It fails only if the dialog is open in another way.
            let _ = dialog.show_modal();
        }
    }

    fn close(self) {
        if let Some(dialog) = self.dialog.get_untracked() {
            let dialog: HtmlDialogElement = dialog;
            dialog.close();
        }
    }

    fn run(self, command: &Command) {
        self.close();
        command.run.run(());
    }

    /// Returns the commands whose names have every word of the query.
    fn found(self) -> Vec<Command> {
        let query = bridge::fold(&self.query.get());
        let has_all = |command: &Command| {
            let name = bridge::fold(&command.name);
            query.split_whitespace().all(|word| name.contains(word))
        };
        self.opened.track();
        let mut commands = untrack(|| commands(self.studio));
        commands.retain(has_all);
        commands
    }

    fn pressed(self, event: &leptos::ev::KeyboardEvent) {
        let found = untrack(|| self.found());
        let (last, now) = (found.len().saturating_sub(1), self.chosen.get_untracked());
        let to = match event.key().as_str() {
            "ArrowDown" => (now + 1).min(last),
            "ArrowUp" => now.saturating_sub(1),
            "Enter" => {
                event.prevent_default();
                if let Some(command) = found.get(now) {
                    self.run(command);
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        self.chosen.set(to);
        bridge::scroll_to(&option_id(to));
    }
}

fn option_id(index: usize) -> String {
    format!("command-{index}")
}

/// Returns everything that can be done with the document as it is shown.
fn commands(studio: Studio) -> Vec<Command> {
    let words = studio.words;
    let command = |name: String, keys: &'static str, run: Callback<()>| Command { name, keys, run };
    let named = |group: &str, key: &str| format!("{}: {}", words.get(group), words.get(key));
    let mut all: Vec<Command> = View::ALL
        .map(|(view, key)| {
            command(named("views", key), "", Callback::new(move |()| studio.show_view(view)))
        })
        .into();
    all.extend(Face::ALL.map(|face| {
        let name = named("preview", &format!("preview.face.{}", face.name()));
        command(name, "", Callback::new(move |()| studio.show_face(face)))
    }));
    let simple: [(&str, &str, Act); 3] = [
        ("head.undo", "Ctrl+Z", Studio::undo),
        ("head.redo", "Ctrl+Shift+Z", Studio::redo),
        ("head.documents", "", Studio::close),
    ];
    all.extend(simple.map(|(key, keys, run)| {
        command(words.get(key), keys, Callback::new(move |()| run(studio)))
    }));
    if let Some(Folder { name, .. }) = studio.folder.get() {
        let run = Callback::new(move |()| studio.save());
        all.push(command(words.with("folder.save", name), "Ctrl+S", run));
    }
    let outs: [(&str, Act); 5] = [
        ("github", Studio::publish),
        ("link.copy", Studio::take_link),
        ("out.site", Studio::take_site),
        ("out.folder", Studio::take_folder),
        ("out.profile", Studio::take_profile),
    ];
    all.extend(
        outs.map(|(key, run)| command(named("out", key), "", Callback::new(move |()| run(studio)))),
    );
    let parts = studio.state.with(|state| state.as_ref().and_then(|it| it.outline.clone()));
    let sections = parts.map(|it| it.sections).unwrap_or_default().into_iter().enumerate();
    let sections = sections
        .map(|(index, section)| (crate::outline::title(studio, &section), Part::Section(index)));
    let parts = std::iter::once((words.get("outline.person"), Part::Head)).chain(sections);
    all.extend(parts.map(|(title, part)| {
        let run = Callback::new(move |()| studio.show_part(part.clone()));
        command(words.with("palette.go", title), "", run)
    }));
    let tongues = [(Tongue::English, "English"), (Tongue::Spanish, "Español")];
    all.extend(tongues.map(|(tongue, name)| {
        command(name.to_owned(), "", Callback::new(move |()| words.choose(tongue)))
    }));
    all
}

/// Renders the palette.
pub(crate) fn palette(palette: Palette) -> impl IntoView {
    let words = palette.studio.words;
    let input = move |event: leptos::ev::Event| {
        palette.query.set(event_target_value(&event));
        palette.chosen.set(0);
    };
    let active = move || (!palette.found().is_empty()).then(|| option_id(palette.chosen.get()));
    view! {
        <dialog
            class="palette"
            node_ref=palette.dialog
            aria-label=move || words.get("palette")
            on:click=move |event| {
                if bridge::is_backdrop(&event) {
                    palette.close();
                }
            }
        >
            <input
                type="text"
                role="combobox"
                aria-expanded="true"
                aria-controls="commands"
                aria-activedescendant=active
                aria-label=move || words.get("palette.find")
                placeholder=move || words.get("palette.find")
                autocomplete="off"
                autofocus
                prop:value=move || palette.query.get()
                on:input=input
                on:keydown=move |event| palette.pressed(&event)
            />
            <ul id="commands" role="listbox" aria-label=move || words.get("palette")>
                {move || {
                    let rows = palette.found().into_iter().enumerate().map(|(index, command)| {
                        let (name, keys) = (command.name.clone(), command.keys);
                        let is_chosen = move || {
                            if palette.chosen.get() == index { "true" } else { "false" }
                        };
                        view! {
                            <li
                                id=option_id(index)
                                role="option"
                                aria-selected=is_chosen
                                on:click=move |_| palette.run(&command)
                            >
                                <span>{name}</span>
                                <kbd>{keys}</kbd>
                            </li>
                        }
                    });
                    rows.collect_view()
                }}
            </ul>
            <p class="small" role="status">
                {move || palette.found().is_empty().then(|| words.get("palette.none"))}
            </p>
        </dialog>
    }
}
