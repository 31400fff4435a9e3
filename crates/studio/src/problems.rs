//! What is wrong with a document: all of it, and beside the field that it is about.

use crate::studio::Studio;
use leptos::prelude::*;
use perfil_form::{Part, PathStep, Problem};

/// Returns a path without the marks of privacy, as problems have it.
fn public(path: &[PathStep]) -> Vec<PathStep> {
    let is_mark = |step: &&PathStep| **step == PathStep::Key("private".to_owned());
    path.iter().filter(|step| !is_mark(step)).cloned().collect()
}

/// Renders what is wrong with one value.
pub(crate) fn beside(studio: Studio, path: Vec<PathStep>) -> impl IntoView {
    let path = public(&path);
    let found = Memo::new(move |_| {
        let profile = studio.document.with(|it| it.as_ref().map(|it| it.profile.clone()));
        studio.state.with(|state| {
            let all = state.as_ref().map(|it| it.findings.as_slice()).unwrap_or_default();
            let is_own = |problem: &&Problem| {
                Some(&problem.file) == profile.as_ref() && is_about(&problem.path, &path)
            };
            all.iter().filter(is_own).cloned().collect::<Vec<_>>()
        })
    });
    move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            let rows = found.into_iter().map(|problem| {
                view! {
                    <p class="problem" data-error=problem.is_error.then_some("")>
                        {problem.message}
                        ". "
                        {problem.remedy}
                    </p>
                }
            });
            rows.collect_view()
        })
    }
}

/// Whether a problem is about a value itself, or one of its texts, and not about a field inside it.
fn is_about(problem: &[PathStep], value: &[PathStep]) -> bool {
    let is_tag = |step: &PathStep| matches!(step, PathStep::Key(key) if key.len() == 2);
    match problem.strip_prefix(value) {
        Some([]) => true,
        Some([inner]) => is_tag(inner),
        _ => false,
    }
}

/// Renders everything that is wrong.
pub(crate) fn problems(studio: Studio) -> impl IntoView {
    let words = studio.words;
    let found = Memo::new(move |_| {
        studio.state.with(|state| state.as_ref().map(|it| it.findings.clone()).unwrap_or_default())
    });
    view! {
        <section class="problems" aria-label=move || words.get("problems")>
            {move || {
                let found = found.get();
                if found.is_empty() {
                    return view! { <p class="small">{words.get("problems.none")}</p> }.into_any();
                }
                let errors = found.iter().filter(|it| it.is_error).count();
                let is_wrong = errors > 0;
                let summary = if is_wrong {
                    words.with("problems.errors", errors)
                } else {
                    words.with("problems.warnings", found.len())
                };
                let rows = found.into_iter().map(|problem| row(studio, problem));
                view! {
                    <details data-error=is_wrong.then_some("") open=is_wrong>
                        <summary>{summary}</summary>
                        <ul>{rows.collect_view()}</ul>
                    </details>
                }
                    .into_any()
            }}
        </section>
    }
}

fn row(studio: Studio, problem: Problem) -> impl IntoView {
    let place = problem.place.map(|(line, column)| format!(":{line}:{column}"));
    let place = format!("{}{}", problem.file, place.unwrap_or_default());
    let path = problem.path.clone();
    let show = move |_| studio.reveal(Part::of(&path), &path);
    view! {
        <li data-error=problem.is_error.then_some("")>
            <button type="button" class="plain" on:click=show>
                {problem.message}
            </button>
            <p class="small">{problem.remedy}</p>
            <p class="small"><code>{place}</code></p>
        </li>
    }
}
