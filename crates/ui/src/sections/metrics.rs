//! Results as figures.

use crate::parts::{Erase, ErasedView, prose, text};
use leptos::prelude::*;
use perfil_view::{Figure, Metric};

pub(super) fn metrics(items: &[Metric]) -> ErasedView {
    view! { <ul class="metric-list">{items.iter().map(metric).collect_view()}</ul> }.erase()
}

fn metric(metric: &Metric) -> ErasedView {
    let (lang, dir, title) = (metric.title.lang(), metric.title.dir(), metric.title.text.clone());
    let figures = (!metric.figures.is_empty()).then(|| {
        view! { <ul class="figures">{metric.figures.iter().map(figure).collect_view()}</ul> }
    });
    view! {
        <li class="metric" data-item=metric.number>
            {figures}
            <p class="metric-title" lang=lang dir=dir>{title}</p>
            {metric.text.as_ref().map(prose)}
        </li>
    }
    .erase()
}

fn figure(figure: &Figure) -> ErasedView {
    let label = figure
        .label
        .as_ref()
        .map(|label| view! { " "<span class="figure-label">{text(label)}</span> });
    view! {
        <li class="figure">
            <span class="figure-value">{text(&figure.value)}</span>
            {label}
        </li>
    }
    .erase()
}
