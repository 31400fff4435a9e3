//! What will be written to a repository, what has become of it, and what has gone wrong.

use crate::github::{Failure, Plan, Publishing, Target};
use crate::github_dialog::{Field, value};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Renders what will be written, and what has become of it.
pub(crate) fn plan(publishing: Publishing, token: Field) -> impl IntoView {
    let has_plan = Memo::new(move |_| publishing.plan.with(Option::is_some));
    move || has_plan.get().then(|| section(publishing, token))
}

fn section(publishing: Publishing, token: Field) -> impl IntoView {
    let words = publishing.studio.words;
    let target = publishing.plan.with_untracked(|plan| plan.as_ref().map(|it| it.target.clone()));
    let name = target.as_ref().map(Target::name).unwrap_or_default();
    let is_public = target.as_ref().is_some_and(|target| target.is_public);
    let address = target.map(|target| target.address).unwrap_or_default();
    let readers = if is_public { "github.is-public" } else { "github.is-private" };
    let heading = NodeRef::<leptos::html::H3>::new();
    focus_when_there(heading);
    let is_invalid = publishing.studio.state.with_untracked(|state| {
        state.as_ref().is_some_and(|it| it.findings.iter().any(|found| found.is_error))
    });
    let outcome = move |name: String| {
        let address = address.clone();
        move || {
            let written = publishing.is_done.get().then(|| of(publishing, |it| it.written().len()));
            let text = match written {
                Some(written) => {
                    words.with("github.done", &name).replacen("{n}", &written.to_string(), 1)
                }
                None if of(publishing, |it| it.due() + it.written().len()) == 0 => {
                    words.with("github.nothing", &name)
                }
                None => return None,
            };
            let said = NodeRef::<leptos::html::P>::new();
            focus_when_there(said);
            let link = outward(address.clone(), move || words.get("github.go"));
            Some(view! { <p class="done" node_ref=said tabindex="-1">{text} " " {link}</p> })
        }
    };
    view! {
        <section aria-labelledby="publish-plan">
            <h3 id="publish-plan" node_ref=heading tabindex="-1">
                {words.with("github.plan", &name)}
            </h3>
            <p>{words.get(readers)}</p>
            {is_invalid.then(|| view! { <p class="problem">{words.get("github.invalid")}</p> })}
            {table(publishing)}
            {agreement(publishing)}
            {write_button(publishing, token, name.clone())}
            {outcome(name)}
        </section>
    }
}

/// Returns a number of what will be written.
fn of(publishing: Publishing, count: impl Fn(&Plan) -> usize) -> usize {
    publishing.plan.with(|plan| plan.as_ref().map_or(0, count))
}

fn table(publishing: Publishing) -> impl IntoView {
    let words = publishing.studio.words;
    let rows = move || {
        let rows = publishing.plan.with(|plan| plan.as_ref().map(|plan| plan.rows.clone()));
        let rows = rows.unwrap_or_default().into_iter().map(|row| {
            let size = match row.size {
                size @ ..1000 => format!("{size} B"),
                size => format!("{} kB", size.div_ceil(1000)),
            };
            view! {
                <tr data-state=row.state.key()>
                    <th scope="row">{row.path}</th>
                    <td>{size}</td>
                    <td>{words.get(row.state.key())}</td>
                </tr>
            }
        });
        rows.collect_view()
    };
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{words.get("github.files")}</th>
                    <th scope="col">{words.get("github.size")}</th>
                    <th scope="col">{words.get("github.state")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// Renders the question whether what is private may be written, if anything is.
fn agreement(publishing: Publishing) -> impl IntoView {
    let words = publishing.studio.words;
    let paths = Memo::new(move |_| {
        publishing.plan.with(|plan| plan.as_ref().map(|it| it.withheld().join(", ")))
    });
    move || {
        let paths = paths.get().filter(|paths| !paths.is_empty())?;
        let agree = move |event| publishing.is_agreed.set(event_target_checked(&event));
        let is_agreed = move || publishing.is_agreed.get();
        Some(view! {
            <div class="withheld">
                <p>{words.with("github.withheld", paths)}</p>
                <label class="check">
                    <input type="checkbox" prop:checked=is_agreed on:change=agree />
                    <span>{words.get("github.agree")}</span>
                </label>
            </div>
        })
    }
}

fn write_button(publishing: Publishing, token: Field, name: String) -> impl IntoView {
    let words = publishing.studio.words;
    let is_refused = move || {
        let is_withheld =
            publishing.plan.with(|plan| plan.as_ref().is_some_and(|it| !it.withheld().is_empty()));
        publishing.doing.with(Option::is_some) || (is_withheld && !publishing.is_agreed.get())
    };
    move || {
        let is_conflict =
            publishing.failure.with(|it| it.as_ref().is_some_and(Failure::is_conflict));
        let text = match of(publishing, Plan::due) {
            _ if is_conflict => return None,
            0 => return None,
            1 => words.with("github.write-one", &name),
            due => words.with("github.write", &name).replacen("{n}", &due.to_string(), 1),
        };
        let write = move |_| spawn_local(publishing.write(value(token)));
        Some(view! {
            <button type="button" class="use" disabled=is_refused on:click=write>{text}</button>
        })
    }
}

/// Renders why something was not done, and what was done before.
pub(crate) fn failure(publishing: Publishing) -> impl IntoView {
    let words = publishing.studio.words;
    move || {
        let failure = publishing.failure.get()?;
        let key = format!("github.error.{}", failure.reason);
        let text = words.with(&key, &failure.detail);
        let written = publishing.plan.with_untracked(|plan| {
            plan.as_ref().map(|plan| plan.written().join(", ")).unwrap_or_default()
        });
        let written = (!written.is_empty()).then(|| words.with("github.so-far", written));
        let said = NodeRef::<leptos::html::Div>::new();
        focus_when_there(said);
        Some(view! {
            <div class="notice" data-error="" role="alert" node_ref=said tabindex="-1">
                <div>
                    <p>{text}</p>
                    {written.map(|written| view! { <p>{written}</p> })}
                </div>
            </div>
        })
    }
}

/// Moves the focus to an element once it is in the page.
fn focus_when_there<E>(element: NodeRef<E>)
where
    E: leptos::html::ElementType + 'static,
    E::Output: wasm_bindgen::JsCast + AsRef<web_sys::HtmlElement> + Clone + 'static,
{
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            // An element that is there can have the focus.
            let _ = AsRef::<web_sys::HtmlElement>::as_ref(&element).focus();
        }
    });
}

/// Renders a link to a page of GitHub, which is told nothing of this one.
pub(crate) fn outward(
    address: impl Into<String>,
    text: impl Fn() -> String + Send + 'static,
) -> impl IntoView {
    view! { <a href=address.into() target="_blank" rel="noopener noreferrer">{text}</a> }
}
