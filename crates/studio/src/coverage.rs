//! The languages of the site: how much of the document is written in each, and another one.

use crate::bridge;
use crate::studio::{Studio, View};
use leptos::prelude::*;
use perfil_form::Share;

/// Languages that many people write a CV in. Where Perfil has no words of pages in one, they are English
/// until their owner translates them.
const OTHERS: [&str; 30] = [
    "ar", "ca", "cs", "da", "de", "el", "eu", "fa", "fi", "fr", "gl", "he", "hi", "hu", "id", "it",
    "ja", "ko", "nb", "nl", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh",
];

/// Renders the languages, in the view of languages.
pub(crate) fn coverage(studio: Studio) -> impl IntoView {
    let shares = Memo::new(move |_| {
        studio.state.with(|it| it.as_ref().map(|it| it.languages.clone())).unwrap_or_default()
    });
    move || {
        (studio.view.get() == View::Languages).then(|| {
            view! {
                <ul class="shares">
                    {move || shares.get().into_iter().map(|it| row(studio, it)).collect_view()}
                </ul>
                {another(studio, shares)}
            }
        })
    }
}

fn row(studio: Studio, share: Share) -> impl IntoView {
    let text = studio.words.get("languages.share");
    let text = text.replacen("{}", &share.written.to_string(), 1);
    let text = text.replacen("{}", &share.all.to_string(), 1);
    let name = bridge::language_name(&share.tag);
    view! {
        <li>
            <strong lang=share.tag>{name}</strong>
            " "
            {text}
        </li>
    }
}

/// Renders the choice of another language. None is ever removed here, because its texts would be lost.
fn another(studio: Studio, shares: Memo<Vec<Share>>) -> impl IntoView {
    let words = studio.words;
    let offered = Memo::new(move |_| {
        studio.state.with(|it| it.as_ref().map(|it| it.offered.clone())).unwrap_or_default()
    });
    let add = move |event: leptos::ev::Event| {
        let tag = event_target_value(&event);
        event_target::<web_sys::HtmlSelectElement>(&event).set_value("");
        if tag.is_empty() {
            return;
        }
        if offered.with_untracked(|it| !it.contains(&tag)) {
            let name = bridge::language_name(&tag);
            studio.say(words.with("languages.in-english", name).replace("{tag}", &tag));
        }
        studio.add_language(tag);
    };
    let options = |tags: Vec<String>| {
        let mut named: Vec<_> =
            tags.into_iter().map(|tag| (bridge::language_name(&tag), tag)).collect();
        named.sort();
        let options = named.into_iter().map(|(name, tag)| {
            view! { <option value=tag.clone() lang=tag.clone()>{name}</option> }
        });
        options.collect_view()
    };
    let others = move || {
        let own = |tag: &&str| {
            shares.with(|it| it.iter().any(|it| it.tag == **tag))
                || offered.with(|it| it.iter().any(|it| it == *tag))
        };
        OTHERS.iter().filter(|tag| !own(tag)).map(|tag| (*tag).to_owned()).collect::<Vec<_>>()
    };
    view! {
        <p>
            <label class="hidden" for="add-language">{move || words.get("languages.add")}</label>
            <select id="add-language" on:change=add>
                <option value="">{move || words.get("languages.add")}</option>
                {move || {
                    let offered = offered.get();
                    (!offered.is_empty()).then(|| {
                        view! {
                            <optgroup label=words.get("languages.shipped")>{options(offered)}</optgroup>
                        }
                    })
                }}
                <optgroup label=move || words.get("languages.others")>{move || options(others())}</optgroup>
            </select>
        </p>
    }
}
