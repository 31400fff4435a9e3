//! The dialog that publishes the content folder in a repository at GitHub.

use crate::github::{Entered, Publishing};
use crate::github_plan::{failure, outward, plan};
use crate::studio::Studio;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlDialogElement;

/// Where a repository is made.
const NEW_REPOSITORY: &str = "https://github.com/new";

/// Where a token is made.
const NEW_TOKEN: &str = "https://github.com/settings/personal-access-tokens/new";

/// A field of the form.
pub(crate) type Field = NodeRef<leptos::html::Input>;

/// The fields. They alone have what is entered, so nothing else can keep the token.
#[derive(Clone, Copy)]
struct Fields {
    repository: Field,
    branch: Field,
    token: Field,
    workflow: Field,
}

impl Fields {
    fn entered(self) -> Entered {
        let workflow = self.workflow.get_untracked();
        Entered {
            repository: value(self.repository),
            branch: value(self.branch),
            token: value(self.token),
            has_workflow: workflow.is_some_and(|it| it.checked()),
        }
    }
}

/// Returns what somebody has entered in a field.
pub(crate) fn value(field: Field) -> String {
    field.get_untracked().map(|it| it.value()).unwrap_or_default()
}

impl Studio {
    /// Opens the dialog that publishes in a repository.
    pub(crate) fn publish(self) {
        self.is_publishing.set(true);
    }
}

/// Renders the dialog.
pub(crate) fn github_dialog(studio: Studio) -> impl IntoView {
    let words = studio.words;
    let publishing = Publishing::new(studio);
    let fields = Fields {
        repository: NodeRef::new(),
        branch: NodeRef::new(),
        token: NodeRef::new(),
        workflow: NodeRef::new(),
    };
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        let dialog: HtmlDialogElement = dialog;
        if studio.is_publishing.get() && !dialog.open() {
            publishing.reset();
            // It fails only if the dialog is open in another way.
            let _ = dialog.show_modal();
        }
    });
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            let dialog: HtmlDialogElement = dialog;
            dialog.close();
        }
    };
    let is_doing = move || publishing.doing.with(Option::is_some);
    // Nobody would see what becomes of the files.
    let cancelled = move |event: leptos::ev::Event| {
        if publishing.doing.with_untracked(Option::is_some) {
            event.prevent_default();
        }
    };
    view! {
        <dialog
            class="publish"
            node_ref=dialog
            aria-labelledby="publish-title"
            on:cancel=cancelled
            on:close=move |_| studio.is_publishing.set(false)
        >
            <header>
                <h2 id="publish-title">{move || words.get("github.title")}</h2>
                <button
                    type="button"
                    class="quiet"
                    aria-label=move || words.get("close")
                    disabled=is_doing
                    on:click=close
                >
                    "×"
                </button>
            </header>
            <p>{move || words.get("github.lead")}</p>
            {form(publishing, fields)}
            {plan(publishing, fields.token)}
            <p role="status">{move || publishing.doing.get()}</p>
            {failure(publishing)}
        </dialog>
    }
}

fn form(publishing: Publishing, fields: Fields) -> impl IntoView {
    let words = publishing.studio.words;
    let show = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        spawn_local(publishing.look(fields.entered()));
    };
    // What was found out is of what was entered before.
    let changed = move |_| {
        if publishing.plan.with_untracked(Option::is_some) {
            publishing.reset();
        }
    };
    let is_doing = move || publishing.doing.with(Option::is_some);
    let text = move |key: &'static str| move || words.get(key);
    view! {
        <form on:submit=show on:input=changed>
            <fieldset disabled=is_doing>
                <label for="publish-repository">{text("github.repository")}</label>
                <input
                    id="publish-repository"
                    type="text"
                    node_ref=fields.repository
                    required
                    autofocus
                    autocapitalize="none"
                    spellcheck="false"
                    placeholder="owner/name"
                    aria-describedby="publish-repository-note"
                />
                <p class="small" id="publish-repository-note">
                    {text("github.repository-note")}
                    " "
                    {outward(NEW_REPOSITORY, text("github.repository-make"))}
                </p>
                <label for="publish-branch">{text("github.branch")}</label>
                <input
                    id="publish-branch"
                    type="text"
                    node_ref=fields.branch
                    autocapitalize="none"
                    spellcheck="false"
                    aria-describedby="publish-branch-note"
                />
                <p class="small" id="publish-branch-note">{text("github.branch-note")}</p>
                <label for="publish-token">{text("github.token")}</label>
                <input
                    id="publish-token"
                    type="password"
                    node_ref=fields.token
                    required
                    autocomplete="off"
                    aria-describedby="publish-token-note"
                />
                <p class="small" id="publish-token-note">
                    {text("github.token-note")}
                    " "
                    {outward(NEW_TOKEN, text("github.token-make"))}
                </p>
                <label class="check">
                    <input
                        type="checkbox"
                        node_ref=fields.workflow
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
