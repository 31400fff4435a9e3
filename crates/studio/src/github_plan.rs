//! What will be written to a repository, and what has become of it.

use crate::github::{Plan, Publishing};
use crate::github_dialog::outward;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Renders what will be written, with the button that writes it, and what was written.
pub(crate) fn section(publishing: Publishing) -> impl IntoView {
    let words = publishing.studio.words;
    let plan = publishing.plan.get_untracked();
    let (name, is_public) = plan.map(|it| (it.name, it.is_public)).unwrap_or_default();
    let readers = if is_public { "github.is-public" } else { "github.is-private" };
    let is_invalid = publishing.studio.state.with_untracked(|state| {
        state.as_ref().is_some_and(|it| it.findings.iter().any(|found| found.is_error))
    });
    view! {
        <section aria-labelledby="publish-plan">
            <h3 id="publish-plan" tabindex="-1">{words.with("github.plan", &name)}</h3>
            <p>{words.get(readers)}</p>
            {is_invalid.then(|| view! { <p class="problem">{words.get("github.invalid")}</p> })}
            {table(publishing)}
            {agreement(publishing)}
            {move || end(publishing)}
        </section>
    }
}

fn table(publishing: Publishing) -> impl IntoView {
    let words = publishing.studio.words;
    let rows = move || {
        let rows = publishing.plan.get().map(|plan| plan.rows).unwrap_or_default().into_iter();
        let rows = rows.map(|row| {
            let state = words.get(&format!("github.{}", row.state));
            view! {
                <tr data-state=row.state>
                    <th scope="row">{row.path}</th>
                    <td>{row.size}</td>
                    <td>{state}</td>
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

/// Returns the files that are written only if somebody says so.
fn withheld(publishing: Publishing) -> String {
    publishing
        .plan
        .with(|plan| plan.as_ref().map(|it| it.withheld().join(", ")))
        .unwrap_or_default()
}

/// Renders the question whether what is private may be written, if anything is.
fn agreement(publishing: Publishing) -> impl IntoView {
    let words = publishing.studio.words;
    let paths = Memo::new(move |_| withheld(publishing));
    let agree = move |event| publishing.is_agreed.set(event_target_checked(&event));
    move || {
        let paths = paths.get();
        (!paths.is_empty()).then(|| {
            view! {
                <div class="withheld">
                    <p>{words.with("github.withheld", paths)}</p>
                    <label class="check">
                        <input type="checkbox" prop:checked=publishing.is_agreed on:change=agree />
                        <span>{words.get("github.agree")}</span>
                    </label>
                </div>
            }
        })
    }
}

/// Renders the button that writes, or what there is to say if nothing is left to write.
fn end(publishing: Publishing) -> Option<AnyView> {
    let words = publishing.studio.words;
    let Plan { name, address, .. } = &publishing.plan.get()?;
    let counted = |plan: &Option<Plan>| {
        plan.as_ref().map(|plan| (plan.due().len(), plan.written().len())).unwrap_or_default()
    };
    let (due, written) = publishing.plan.with(counted);
    if publishing.is_stale.get() {
        return None;
    }
    let with_number =
        |key: &str, number: usize| words.with(key, name).replacen("{n}", &number.to_string(), 1);
    let text = match (due, written) {
        (0, 0) => words.with("github.nothing", name),
        (0, written) => with_number("github.done", written),
        (due, _) => {
            let key = if due == 1 { "github.write-one" } else { "github.write" };
            let is_refused = move || {
                let is_allowed = publishing.is_agreed.get() || withheld(publishing).is_empty();
                publishing.doing.with(Option::is_some) || !is_allowed
            };
            let write = move |_| spawn_local(publishing.write());
            let text = with_number(key, due);
            return Some(
                view! {
                    <button type="button" class="use" disabled=is_refused on:click=write>
                        {text}
                    </button>
                }
                .into_any(),
            );
        }
    };
    let link = outward(address.clone(), words.get("github.go"));
    Some(view! { <p id="publish-done" class="done" tabindex="-1">{text} " " {link}</p> }.into_any())
}
