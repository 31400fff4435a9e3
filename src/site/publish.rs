//! The site into its files. Each person's are made and handed on before the next person's, so that a
//! site of many takes little more memory than a site of one.

use super::assets::{self, Assets, chain};
use super::content::Content;
use super::cv;
use super::directory;
use super::embed;
use super::export;
use super::files;
use super::finding::Finding;
use super::hosting;
use super::index;
use super::output::Output;
use super::people;
use super::person::Person;
use super::progress::{Stage, Steps, Watch};
use super::render;
use super::shell::Shell;
use super::views;
use super::widget;
use crate::localize::Localizer;
use crate::view::{Body, Person as Card};
use crate::widget::Demo;
use rayon::prelude::*;

/// What the pages that are nobody's tell of a person in one language.
struct Told {
    card: Card,
    /// How the person's card is shown, if it is the one that stands for all.
    demo: Option<Demo>,
}

/// What a person's files are made with.
struct Making<'a> {
    output: &'a dyn Output,
    content: &'a Content,
    assets: &'a Assets,
    /// The index of each language, which grows by every person.
    indexes: &'a [people::Draft],
}

/// Makes every file, and gives the number of pages.
pub(super) fn publish(
    output: &dyn Output,
    content: &Content,
    shell: Shell,
    watch: &dyn Watch,
) -> Result<usize, Vec<Finding>> {
    let assets = &assets::add(output, content, shell).map_err(|finding| vec![finding])?;
    let indexes: Vec<_> = content.locales.iter().map(|_| people::Draft::default()).collect();
    let making = Making { output, content, assets, indexes: &indexes };
    let told = everybody(&making, watch)?;
    if output.is_closed() {
        return Ok(0);
    }
    let defect =
        |error: serde_json::Error| vec![Finding::defect(&content.folder, error.to_string())];
    let mut pages = content.people.len() * content.locales.len();
    let languages = content.locales.iter().zip(indexes).zip(by_language(told));
    for ((locale, index), (cards, demo)) in languages {
        if !content.is_single() {
            let finder = index.finish(output, content, locale, &cards);
            let listing = directory::pages(content);
            (1..=listing)
                .into_par_iter()
                .try_for_each(|number| {
                    let mut page = directory::page(content, locale, number, &cards, &finder);
                    views::revise(&mut page);
                    render::add(output, content, assets, &page, None)
                })
                .map_err(defect)?;
            pages += listing;
        }
        if let Some(demo) = demo {
            widget::add(output, content, assets, locale, demo, &cards);
            pages += 1;
        }
    }
    pages += render::add_fixed(output, content, assets);
    cv::add(output, content, watch)?;
    index::add(output, content);
    hosting::add(output, content, assets);
    for (name, schema) in super::schemas() {
        output.add(&format!("schema/{name}.json"), schema.into_bytes());
    }
    // The owner's own files replace what was made.
    files::add(output, content).map_err(|finding| vec![finding])?;
    Ok(pages)
}

/// Makes the files of each person, and gives what is told of the person in each language.
fn everybody(making: &Making, watch: &dyn Watch) -> Result<Vec<Vec<Told>>, Vec<Finding>> {
    let people = &making.content.people;
    let steps = Steps::new(watch, Stage::People, people.len());
    let numbered: Vec<_> = (0..u32::MAX).zip(people).collect();
    let done: Vec<Result<Vec<Told>, Vec<Finding>>> = numbered
        .into_par_iter()
        .map(|(number, person)| {
            if making.output.is_closed() {
                return Ok(Vec::new());
            }
            let told = making.person(number, person)?;
            steps.step();
            Ok(told)
        })
        .collect();
    let (mut all, mut findings) = (Vec::new(), Vec::new());
    for person in done {
        match person {
            Ok(told) => all.push(told),
            Err(found) => findings.extend(found),
        }
    }
    if findings.is_empty() { Ok(all) } else { Err(findings) }
}

impl Making<'_> {
    /// Makes the files of a person.
    fn person(&self, number: u32, person: &Person) -> Result<Vec<Told>, Vec<Finding>> {
        let &Self { output, content, assets, .. } = self;
        let profile = person.profile(content)?;
        let face = assets::face(output, content, person, &profile);
        let face = &face.map_err(|finding| vec![finding])?;
        let languages = content.locales.iter().zip(self.indexes).map(|(locale, index)| {
            let chain = chain(content, &locale.tag, person);
            let localizer = Localizer::new(&chain, locale);
            let likeness = assets::likeness(person, &chain, face.as_ref());
            let whole = (person, &profile);
            let listed = directory::card(content, &localizer, whole, likeness.clone());
            let (mut page, card, exports) =
                views::profile(content, assets, &localizer, whole, likeness);
            views::revise(&mut page);
            render::add(output, content, assets, &page, Some((&card, &exports)))?;
            embed::add(output, content, assets, locale, &page, (&card, face.as_ref()))?;
            export::add(output, &content.urls, exports);
            if let Body::Profile(shown) = &page.body {
                index.note(
                    content,
                    &localizer,
                    (number, person, &profile),
                    (&listed, &shown.skills),
                );
            }
            let is_first = number == 0;
            let demo = is_first.then(|| widget::shown(content, locale, &page, &person.slug));
            Ok(Told { card: listed, demo: demo.flatten() })
        });
        languages
            .collect::<Result<_, serde_json::Error>>()
            .map_err(|error| vec![Finding::defect(&content.folder, error.to_string())])
    }
}

/// The cards of all people in each language, and how one of them is shown.
fn by_language(told: Vec<Vec<Told>>) -> Vec<(Vec<Card>, Option<Demo>)> {
    let mut languages: Vec<(Vec<Card>, Option<Demo>)> = Vec::new();
    for person in told {
        languages.resize_with(person.len(), Default::default);
        for ((cards, demo), told) in languages.iter_mut().zip(person) {
            cards.push(told.card);
            if told.demo.is_some() {
                *demo = told.demo;
            }
        }
    }
    languages
}
