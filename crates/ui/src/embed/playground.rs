//! A form with every attribute of the custom element; a card and its markup update with it.
//!
//! A script fills and shows it; without scripts it stays hidden.

use super::dialog::Markup;
use crate::parts::{Erase, ErasedView};
use leptos::prelude::*;
use perfil_view::EmbedWords;

/// The data of the form.
#[derive(Clone, Debug)]
pub struct Playground {
    /// The address of the site.
    pub site: String,
    /// The language of the page.
    pub lang: String,
    /// The people.
    pub people: Vec<Choice>,
    /// The languages.
    pub languages: Vec<Choice>,
    /// The initial markup.
    pub markup: Markup,
    /// The message shown once something is copied.
    pub copied: String,
}

/// An option of a select element.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The value of the attribute.
    pub value: String,
    /// The option's name.
    pub name: String,
    /// For a person, the path of the page below the path of the language.
    pub path: String,
}

pub(super) fn playground(playground: &Playground, words: &EmbedWords) -> ErasedView {
    let Playground { site, lang, copied, markup, .. } = playground.clone();
    let first = playground.people.first();
    let slug = first.map(|person| person.value.clone()).unwrap_or_default();
    let automatic = ("", words.automatic());
    let people = playground.people.iter().map(choice).collect_view();
    let languages = playground.languages.iter().map(choice).collect_view();
    view! {
        <section class="playground" aria-labelledby="playground" data-site=site data-lang=lang data-copy=words.copy().to_owned() hidden>
            <h2 id="playground">{words.playground().to_owned()}</h2>
            <fieldset class="attributes" aria-labelledby="playground">
                <label>
                    <code>"profile"</code>
                    <select name="profile">{people}</select>
                </label>
                <label>
                    <code>"lang"</code>
                    <select name="lang">{option(automatic)} {languages}</select>
                </label>
                {select("theme", &[automatic, ("light", "light"), ("dark", "dark")])}
                {select("variant", &[automatic, ("compact", "compact"), ("full", "full")])}
                {select("loading", &[automatic, ("eager", "eager")])}
                <label class="wide">
                    <code>"skills"</code>
                    <input name="skills" type="text" autocomplete="off" spellcheck="false" />
                </label>
            </fieldset>
            <div class="tried">
                {leptos::html::custom("perfil-card").attr("profile", slug)}
                <p class="heard" aria-hidden="true"></p>
            </div>
            {output("element", words.element(), &markup.element, words)}
            {markup.frame.map(|frame| output("frame", words.frame(), &frame, words))}
            <p class="announcement" role="status" data-copied=copied></p>
        </section>
    }
    .erase()
}

fn select(name: &'static str, options: &[(&str, &str)]) -> ErasedView {
    let options = options.iter().copied().map(option).collect_view();
    view! {
        <label>
            <code>{name}</code>
            <select name=name>{options}</select>
        </label>
    }
    .erase()
}

fn option((value, name): (&str, &str)) -> ErasedView {
    view! { <option value=value.to_owned()>{name.to_owned()}</option> }.erase()
}

fn choice(choice: &Choice) -> ErasedView {
    let Choice { value, name, path } = choice.clone();
    view! { <option value=value data-path=path>{name}</option> }.erase()
}

fn output(name: &'static str, label: &str, markup: &str, words: &EmbedWords) -> ErasedView {
    view! {
        <div class="markup">
            <h3>{label.to_owned()}</h3>
            <pre dir="ltr"><code data-markup=name>{markup.to_owned()}</code></pre>
            <button type="button" class="action" data-copies=name>{words.copy().to_owned()}</button>
        </div>
    }
    .erase()
}
