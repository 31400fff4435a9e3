//! The dialog that publishes the content folder in a repository at GitHub.

use crate::github::Publishing;
use crate::github_plan::section;
use crate::studio::Studio;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use web_sys::HtmlDialogElement;

/// Where a repository is made.
const NEW_REPOSITORY: &str = "https://github.com/new";

/// Where a token is made.
const NEW_TOKEN: &str = "https://github.com/settings/personal-access-tokens/new";

impl Studio {
    /// Opens the dialog that publishes in a repository.
    pub(crate) fn publish(self) {
        // The menu closes first, so that the focus comes back to what is in sight.
        set_timeout(move || self.is_publishing.set(true), Duration::ZERO);
    }
}

/// Renders the dialog.
pub(crate) fn github_dialog(studio: Studio) -> impl IntoView {
    let publishing = Publishing::new(studio);
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        let dialog: HtmlDialogElement = dialog;
        match (studio.is_publishing.get(), dialog.open()) {
            (true, false) => {
                // A browser may close it while files are written.
                if publishing.doing.with_untracked(Option::is_none) {
                    publishing.reset();
                }
                // It fails only if the dialog is open in another way.
                let _ = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    // Nobody would see what becomes of the files.
    let cancelled = move |event: leptos::ev::Event| {
        if publishing.doing.with_untracked(Option::is_some) {
            event.prevent_default();
        }
    };
    let has_plan = Memo::new(move |_| publishing.plan.with(Option::is_some));
    view! {
        <dialog
            class="publish"
            node_ref=dialog
            aria-labelledby="publish-title"
            on:cancel=cancelled
            on:close=move |_| studio.is_publishing.set(false)
        >
            {form(publishing)}
            {move || has_plan.get().then(|| section(publishing))}
            <p role="status">{move || publishing.doing.get()}</p>
            {move || {
                let text = publishing.failure.get()?;
                Some(view! {
                    <div id="publish-failure" class="notice" data-error="" role="alert" tabindex="-1">
                        <p>{text}</p>
                    </div>
                })
            }}
        </dialog>
    }
}

/// Renders what is entered. The fields keep it, and nothing else does.
fn form(publishing: Publishing) -> impl IntoView {
    let studio = publishing.studio;
    let show = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        spawn_local(publishing.look());
    };
    // What was found out is of what was entered before.
    let changed = move |_| {
        if publishing.plan.with_untracked(Option::is_some) {
            publishing.reset();
        }
    };
    let is_doing = move || publishing.doing.with(Option::is_some);
    move || {
        let text = |key: &str| studio.words.get(key);
        view! {
            <div class="top">
                <h2 id="publish-title">{text("github.title")}</h2>
                <button
                    type="button"
                    class="quiet"
                    aria-label=text("close")
                    disabled=is_doing
                    on:click=move |_| studio.is_publishing.set(false)
                >
                    "×"
                </button>
            </div>
            <p>{text("github.lead")}</p>
            <form on:submit=show on:input=changed>
                <fieldset disabled=is_doing>
                    {field(studio, "repository", Some(NEW_REPOSITORY))}
                    {field(studio, "branch", None)}
                    {field(studio, "token", Some(NEW_TOKEN))}
                    <label class="check">
                        <input
                            id="publish-workflow"
                            type="checkbox"
                            checked
                            aria-describedby="publish-workflow-note"
                        />
                        <span>{text("github.workflow")}</span>
                    </label>
                    <p class="small" id="publish-workflow-note">{text("github.workflow-note")}</p>
                    <button type="submit">{text("github.show")}</button>
                </fieldset>
            </form>
        }
    }
}

/// Renders a field, with a link to where what is entered is made; a field without one may be empty.
fn field(studio: Studio, name: &str, made_at: Option<&str>) -> impl IntoView {
    let text = |end: &str| studio.words.get(&format!("github.{name}{end}"));
    let (id, note) = (format!("publish-{name}"), format!("publish-{name}-note"));
    let made = made_at.map(|address| outward(address.to_owned(), text("-make")));
    view! {
        <label for=id.clone()>{text("")}</label>
        <input
            id=id
            type=if name == "token" { "password" } else { "text" }
            required=made_at.is_some()
            autofocus=name == "repository"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            aria-describedby=note.clone()
        />
        <p class="small" id=note>{text("-note")} " " {made}</p>
    }
}

/// Renders a link to a page of GitHub, which is told nothing of this one.
pub(crate) fn outward(address: String, text: String) -> impl IntoView {
    view! { <a href=address target="_blank" rel="noopener noreferrer">{text}</a> }
}
