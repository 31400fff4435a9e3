//! Results, told in figures.

use crate::ui::{Erase, prose};
use crate::view::{Figure, Metric};
use leptos::prelude::*;

pub(super) fn metrics(items: &[Metric]) -> AnyView {
    view! { <ul class="metric-list">{items.iter().map(metric).collect_view()}</ul> }.erase()
}

fn metric(metric: &Metric) -> AnyView {
    let (lang, dir, title) = (metric.title.lang(), metric.title.dir(), metric.title.text.clone());
    let figures = (!metric.figures.is_empty()).then(|| {
        view! { <dl class="figures">{metric.figures.iter().map(figure).collect_view()}</dl> }
    });
    view! {
        <li class="metric">
            {figures}
            <p class="metric-title" lang=lang dir=dir>{title}</p>
            {metric.text.as_ref().map(prose)}
        </li>
    }
    .erase()
}

fn figure(figure: &Figure) -> AnyView {
    let label = figure.label.clone().unwrap_or_default();
    let (lang, dir, text) = (label.lang(), label.dir(), label.text);
    view! {
        <div class="figure">
            <dt lang=lang dir=dir>{text}</dt>
            <dd lang=figure.value.lang() dir=figure.value.dir()>{figure.value.text.clone()}</dd>
        </div>
    }
    .erase()
}
