//! The page of one person.

use crate::sections::section;
use crate::ui::{self, Erase, Still, drawing, finder, likeness, prose, text};
use crate::view::{Content, Detail, Profile, Section, Text, Words};
use leptos::prelude::*;

/// Shows a person. `current` is the fragment of the section that is being read.
pub fn profile(profile: &Profile, words: &Words, current: RwSignal<String>) -> Still {
    let sections = profile.sections.iter().map(|item| section(item, 2, words)).collect_view();
    view! {
        <article class="profile">
            {hero(profile, words)}
            {(!profile.finder.is_empty()).then(|| finder(&profile.finder))}
            {contents(&profile.sections, words, current)}
            <div class="sections">{profile.chart.as_ref().map(drawing)} {sections}</div>
        </article>
    }
    .erase()
}

fn hero(profile: &Profile, words: &Words) -> Still {
    let alt = words.portrait().replace("{name}", &profile.name.text);
    let (lang, dir) = (profile.name.lang(), profile.name.dir());
    view! {
        <header class="hero">
            {likeness(&profile.likeness, alt)}
            <h1 id="title" tabindex="-1" lang=lang dir=dir>{profile.name.text.clone()}</h1>
            {profile.headline.as_ref().map(|item| view! { <p class="headline">{text(item)}</p> })}
            {focus(&profile.focus, words)}
            {profile.summary.as_ref().map(|item| view! { <div class="summary">{prose(item)}</div> })}
            {details(&profile.details)}
        </header>
    }
    .erase()
}

fn focus(items: &[Text], words: &Words) -> Option<Still> {
    let label = words.focus().to_owned();
    let list = items.iter().map(|item| view! { <li>{text(item)}</li> }).collect_view();
    (!items.is_empty()).then(|| view! { <ul class="focus" aria-label=label>{list}</ul> }.erase())
}

fn details(details: &[Detail]) -> Option<Still> {
    let list = details
        .iter()
        .map(|detail| {
            let shown = text(&detail.text).erase();
            let shown = match &detail.url {
                Some(url) => ui::link(url, shown),
                None => shown,
            };
            view! {
                <div class="detail">
                    <dt>{text(&detail.label)}</dt>
                    <dd>{shown}</dd>
                </div>
            }
        })
        .collect_view();
    (!details.is_empty()).then(|| view! { <dl class="details">{list}</dl> }.erase())
}

/// Links to the sections, for a page that has several.
fn contents(sections: &[Section], words: &Words, current: RwSignal<String>) -> Option<Still> {
    let titled = sections.iter().filter(|section| section.title.is_some()).count();
    let label = words.contents().to_owned();
    let links = links(sections, current);
    (titled > 1).then(|| {
        view! {
            <nav class="contents" aria-label=label>
                <ol>{links}</ol>
            </nav>
        }
        .erase()
    })
}

fn links(sections: &[Section], current: RwSignal<String>) -> Vec<Still> {
    sections.iter().filter_map(|section| link(section, current)).collect()
}

fn link(section: &Section, current: RwSignal<String>) -> Option<Still> {
    let title = section.title.as_ref()?;
    let id = section.id.clone();
    let href = format!("#{id}");
    let is_current = move || (current.read() == id).then_some("true");
    let inner = match &section.content {
        Content::Group(children) => Some(view! { <ol>{links(children, current)}</ol> }.erase()),
        _ => None,
    };
    let view = view! {
        <li>
            <a href=href aria-current=is_current>{text(title)}</a>
            {inner}
        </li>
    };
    Some(view.erase())
}
