//! Publishes the site as files. Each person's files are built and written before the next person's,
//! so that a large site takes little more memory than a site of one person.

mod assets;
mod favicon;
pub(crate) mod fonts;
mod hosting;
mod llms;
mod made;
mod policy;
mod sitemap;
mod static_files;
mod studio;

use crate::SCHEMAS;
use crate::contained::Contained;
use crate::content::{Content, Person};
use crate::document::{self, Assets};
use crate::embed;
use crate::environment::{self, Environment, Files, Workers};
use crate::export;
use crate::finding::Finding;
use crate::memory::Memory;
use crate::output::{Noting, Output, hash};
use crate::pages::{self, directory, people, views, widget};
use crate::progress::{Stage, Steps};
use crate::shell::Shell;
pub(crate) use made::Made;

use llms::Llms;
use made::{RenderedPerson, Shared, by_language};
use perfil_localize::Localizer;
use perfil_model::language::{Locale, Tag};
use perfil_view::Body;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What a build need not do.
#[derive(Clone, Copy)]
pub(crate) struct When<'a> {
    /// Whether PDFs and pictures are set after it.
    pub is_typeset_later: bool,
    /// Whether the site has Studio, whatever its settings say.
    pub is_studio_offered: Option<bool>,
    /// The language of the pages that are looked at, if all others are of no use.
    pub only: Option<&'a Tag>,
    /// What is known since the last build.
    pub memory: Option<&'a Memory<Made>>,
}

/// The context in which a person's files are built.
struct BuildContext<'a> {
    files: &'a dyn Files,
    output: &'a dyn Output,
    content: &'a Content,
    assets: &'a Assets,
    /// The search index of each language, to which every person is added.
    indexes: &'a [people::Draft],
    only: Option<&'a Tag>,
    memory: Option<(&'a Memory<Made>, String)>,
    /// Whether the files of a person were kept.
    is_kept: AtomicBool,
}

/// Builds every file, and returns the number of pages.
pub(crate) fn publish(
    environment: Environment,
    output: &dyn Output,
    content: &Content,
    shell: Shell,
    when: When,
) -> Result<usize, Vec<Finding>> {
    let contained = Contained::new(environment.files, &content.folder);
    let environment = Environment { files: &contained, ..environment };
    let Environment { files, workers, .. } = environment;
    let assets = &assets::add(environment, output, content, shell, when.is_studio_offered)
        .map_err(|finding| vec![finding])?;
    let indexes: Vec<_> = content.locales.iter().map(|_| people::Draft::default()).collect();
    let memory = when.memory.map(|memory| (memory, context(content, assets, when.only)));
    let (only, is_kept) = (when.only, AtomicBool::new(false));
    let context =
        BuildContext { files, output, content, assets, indexes: &indexes, only, memory, is_kept };
    let (rendered, made) = build_people(&context, environment)?;
    if output.is_closed() || only.is_some() {
        return Ok(0);
    }
    add_to_indexes(workers, &indexes, &made);
    let defect =
        |error: serde_json::Error| vec![Finding::defect(&content.folder, error.to_string())];
    let mut pages = content.people.len() * content.locales.len();
    let mut llms = Llms::new(content);
    let mut first = None;
    let languages = content.locales.iter().zip(indexes).zip(by_language(rendered));
    for ((locale, index), Shared { cards, demo, preview }) in languages {
        llms.language(content, locale, &cards);
        let mut preview = preview;
        if !content.is_single() {
            preview = export::site_picture(content, locale).map(|picture| picture.preview);
            let finder = index.finish(output, content, locale);
            let listing = directory::pages(content);
            let numbers: Vec<_> = (1..=listing).collect();
            let made = environment::map(workers, &numbers, |number| {
                let mut page = directory::page(content, locale, *number, &cards, &finder);
                views::revise(&mut page);
                pages::add(output, content, assets, &page, (None, preview.as_ref()))
            });
            made.into_iter().collect::<Result<(), _>>().map_err(defect)?;
            pages += listing;
        }
        if let Some(demo) = demo {
            let example = (demo, cards.as_slice());
            widget::add(output, content, assets, locale, example, preview.as_ref());
            pages += 1;
        }
        if locale.tag == content.settings.default_language {
            first = preview;
        }
    }
    pages += pages::add_fixed(output, content, assets, first.as_ref());
    if !when.is_typeset_later {
        export::add_typeset(environment, output, content)?;
    }
    sitemap::add(output, content);
    llms.add(output);
    hosting::add(output, content, assets);
    for (name, schema) in SCHEMAS {
        output.add(&format!("schema/{name}.json"), schema.into());
    }
    // The owner's own files replace generated ones.
    static_files::add(files, output, content).map_err(|finding| vec![finding])?;
    Ok(pages)
}

/// Sets the PDF or the picture at a path of the site; `None` if nothing that is set is there.
pub(crate) fn typeset(
    environment: Environment,
    content: &Content,
    path: &str,
) -> Option<Result<Vec<u8>, Vec<Finding>>> {
    let contained = Contained::new(environment.files, &content.folder);
    export::typeset_one(Environment { files: &contained, ..environment }, content, path)
}

/// Returns the hash of what the files of every person are made of, in addition to the profile, for
/// builds between which only profiles change.
fn context(content: &Content, assets: &Assets, only: Option<&Tag>) -> String {
    let names: Vec<_> = content.people.iter().map(|person| (&person.slug, &person.name)).collect();
    let linked = (names.len() <= views::MAX_LINKED_PEOPLE).then_some(&names);
    hash(format!("{assets:?}{:?}{}{only:?}", linked, names.len()).as_bytes())
}

/// Adds to the index of each language what it says of people.
fn add_to_indexes(workers: &dyn Workers, indexes: &[people::Draft], people: &[(u32, Arc<Made>)]) {
    let numbered: Vec<_> = indexes.iter().enumerate().collect();
    environment::map(workers, &numbered, |(language, index)| {
        for (number, made) in people {
            index.add(*number, made.notes.get(*language));
        }
    });
}

/// What is shown of each person in each language, and what was made of those whom the indexes lack.
type BuiltPeople = (Vec<Vec<RenderedPerson>>, Vec<(u32, Arc<Made>)>);

/// Builds the files of each person. What is known of people in any case is added to the indexes later,
/// because whoever waits for the page of one of them need not wait for that.
fn build_people(
    context: &BuildContext,
    Environment { workers, watch, .. }: Environment,
) -> Result<BuiltPeople, Vec<Finding>> {
    let people = &context.content.people;
    let steps = Steps::new(watch, Stage::People, people.len());
    let numbered: Vec<_> = (0..u32::MAX).zip(people).collect();
    let done = environment::map(workers, &numbered, |(number, person)| {
        if context.output.is_closed() {
            return Ok((Vec::new(), None));
        }
        let made = context.person(*number, person)?;
        steps.step();
        match Arc::try_unwrap(made) {
            Ok(made) => {
                for (index, note) in context.indexes.iter().zip(&made.notes) {
                    index.add(*number, Some(note));
                }
                Ok((made.rendered, None))
            }
            Err(kept) => Ok((kept.rendered.clone(), Some((*number, kept)))),
        }
    });
    let (mut all, mut later, mut findings) = (Vec::new(), Vec::new(), Vec::new());
    for person in done {
        match person {
            Ok((rendered, made)) => {
                all.push(rendered);
                later.extend(made);
            }
            Err(found) => findings.extend::<Vec<Finding>>(found),
        }
    }
    if !findings.is_empty() {
        return Err(findings);
    }
    let &BuildContext { files, output, content, .. } = context;
    let is_kept = context.is_kept.load(Ordering::Relaxed);
    if is_kept && !output.is_closed() && !static_files::may_replace_pages(files, content) {
        output.people_added();
    }
    Ok((all, later))
}

impl BuildContext<'_> {
    /// Returns what is made of a person, from memory if nothing has changed.
    fn person(&self, number: u32, person: &Person) -> Result<Arc<Made>, Vec<Finding>> {
        let Some((memory, context)) = &self.memory else {
            return self.make(number, person, self.output, String::new()).map(Arc::new);
        };
        let is_valid = |made: &Arc<Made>| made.number == number && made.context == *context;
        let is_kept = |made: &Arc<Made>| self.output.keep(&made.files);
        let known = memory.get(&person.slug).filter(is_valid).filter(is_kept);
        if let Some(made) = known {
            self.is_kept.store(true, Ordering::Relaxed);
            return Ok(made);
        }
        let noting = Noting::new(self.output);
        let mut made = self.make(number, person, &noting, context.clone())?;
        made.files = noting.into_paths();
        let made = Arc::new(made);
        memory.keep(&person.slug, Arc::clone(&made));
        Ok(made)
    }

    /// Builds the files of a person.
    fn make(
        &self,
        number: u32,
        person: &Person,
        output: &dyn Output,
        context: String,
    ) -> Result<Made, Vec<Finding>> {
        let &Self { files, content, assets, .. } = self;
        let profile = person.profile(files, content)?;
        let face = assets::face(files, output, content, person, &profile);
        let face = &face.map_err(|finding| vec![finding])?;
        let images = assets::images(files, output, content, &profile);
        let images = &images.map_err(|finding| vec![finding])?;
        let is_wanted = |locale: &&Locale| self.only.is_none_or(|only| locale.tag == *only);
        let languages = content.locales.iter().filter(is_wanted).map(|locale| {
            let chain = content.chain(&locale.tag, person);
            let localizer = Localizer::new(&chain, locale).with_images(images);
            let likeness = document::likeness(person, &chain, face.as_ref());
            let subject = (person, &profile);
            let listed = directory::card(content, &localizer, subject, likeness.clone());
            let (mut page, card, exports) =
                views::profile(content, assets, &localizer, subject, (likeness, face.as_ref()));
            views::revise(&mut page);
            let preview = exports.preview.clone();
            let person_files = (Some((&card, &exports)), preview.as_ref());
            pages::add(output, content, assets, &page, person_files)?;
            embed::add(output, content, assets, locale, &page, (&card, face.as_ref()))?;
            export::add(output, &content.urls, exports);
            let skills = match &page.body {
                Body::Profile(shown) => shown.skills.as_slice(),
                Body::Directory(_) => &[],
            };
            let note = people::Note::of(content, (locale, &localizer), subject, (&listed, skills));
            let is_first = number == 0;
            let demo = is_first.then(|| widget::shown(content, locale, &page, &person.slug));
            let preview = preview.filter(|_| content.is_single());
            Ok((RenderedPerson { card: listed, demo: demo.flatten(), preview }, note))
        });
        let languages = languages
            .collect::<Result<Vec<_>, serde_json::Error>>()
            .map_err(|error| vec![Finding::defect(&content.folder, error.to_string())])?;
        let (rendered, notes) = languages.into_iter().unzip();
        Ok(Made { context, number, files: Vec::new(), rendered, notes })
    }
}
