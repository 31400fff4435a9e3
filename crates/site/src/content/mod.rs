//! The content folder, read as a whole, with every problem in it.

mod coverage;
mod images;
mod imported;
mod listed;
mod locales;
mod person;
mod read;
mod sources;
mod understood;

pub use coverage::{Coverage, Share};
pub use imported::{NativeProfile, import_file};
pub use person::Person;
pub(crate) use person::{Checked, Drafts};
pub use read::folder_of;
pub use understood::{Contact, Doubt, End, Found, Part, Understood};

use crate::contained::Contained;
use crate::environment::{Environment, Files};
use crate::finding::Finding;
use crate::letters::Letters;
use crate::memory::Memory;
use crate::printing::Glyphs;
use crate::settings::Settings;
use crate::theme::{self, Look, Themes};
use crate::urls::{Target, Urls};
use listed::{documents, stem};
use locales::{locale, locale_path, locales_of};
use perfil_model::language::{Chain, Locale, Tag};
use perfil_model::profile::{Hue, Id};
use perfil_source::{Context, Node, Problem};
use person::CheckContext;
use read::{Document, read};
use sources::Translations;
use std::path::{Path, PathBuf};

/// The default hue of a site.
const DEFAULT_HUE: Hue = Hue(255);

/// The content of a site.
#[derive(Clone, Debug)]
pub struct Content {
    /// The folder.
    pub(crate) folder: PathBuf,
    /// The settings.
    pub settings: Settings,
    /// The URLs of the site.
    pub urls: Urls,
    /// The interface in each language, in the order of the settings.
    pub locales: Vec<Locale>,
    /// The people, in the order of the settings.
    pub people: Vec<Person>,
    /// The fonts that PDFs are rendered with.
    pub(crate) glyphs: Glyphs,
    /// The letters that pages can show.
    pub(crate) letters: Letters,
    /// How pages look.
    pub(crate) themes: Themes,
}

impl Content {
    /// Whether the site has one person only, whose page is then its first page.
    pub(crate) fn is_single(&self) -> bool {
        self.people.len() == 1
    }

    /// Returns the hue of a person's page.
    pub(crate) fn hue(&self, person: &Person) -> Hue {
        person.accent.unwrap_or_else(|| self.own_hue())
    }

    /// Returns the hue of the pages that belong to no person.
    pub(crate) fn own_hue(&self) -> Hue {
        self.settings.accent.unwrap_or(DEFAULT_HUE)
    }

    /// Returns how a person's page looks.
    pub(crate) fn look(&self, person: &Person) -> Look<'_> {
        (self.hue(person), self.themes.of(person).1)
    }

    /// Returns how the pages look that belong to no person.
    pub(crate) fn own_look(&self) -> Look<'_> {
        (self.own_hue(), self.themes.site().1)
    }

    /// Returns the fallback chain of languages for a person's page.
    pub(crate) fn chain(&self, page: &Tag, person: &Person) -> Chain {
        let default = &self.settings.default_language;
        let document = person.language.as_ref().unwrap_or(default);
        Chain::new(page, document, default)
    }

    /// Returns the page of a person.
    pub(crate) fn target<'a>(&self, person: &'a Person) -> Target<'a> {
        if self.is_single() { Target::Home } else { Target::Person(&person.slug) }
    }
}

/// The result of reading content.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The content, if it has no error.
    pub content: Option<Content>,
    /// Every problem, including warnings, in the order of the files.
    pub findings: Vec<Finding>,
    /// The translation coverage of each profile.
    pub coverage: Vec<Coverage>,
    /// The drafts among the profiles.
    pub drafts: Vec<Id>,
    /// The letters of everything that was read and is public.
    letters: Letters,
}

/// Describes a content folder; the remedy where `site.json` is missing.
const FOLDER: &str = "A content folder holds site.json, profiles/<name>.json for each person and \
                      locales/<language>.json for each language.";

/// The maximum number of site languages that are considered for suggestions.
const MAX_SUGGESTED_LANGUAGES: usize = 200;

/// Reads a content folder, drafts included.
pub fn load(environment: Environment, folder: &Path, base_url: Option<&str>) -> Loaded {
    load_site(environment, folder, base_url, Drafts::Included, None)
}

/// Reads a content folder, with or without drafts.
pub(crate) fn load_site(
    environment: Environment,
    folder: &Path,
    base_url: Option<&str>,
    drafts: Drafts,
    memory: Option<&Memory<Checked>>,
) -> Loaded {
    let contained = Contained::new(environment.files, folder);
    let files: &dyn Files = &contained;
    let mut loaded = Loaded::default();
    let path = folder.join("site.json");
    let document = read(files, &path, FOLDER, &mut loaded.findings);
    let settings = document.as_ref().and_then(|found| settings(&path, found, &mut loaded.findings));
    let (Some(document), Some(settings)) = (document, settings) else {
        // The other files may have problems too, and all of them should be reported at once.
        let [locales, profiles] = ["locales", "profiles"].map(|part| folder.join(part));
        for file in [documents(files, &locales), listed::profiles(files, &profiles)].concat() {
            // Without settings the languages are not known, so warnings about them are left out.
            let found = check_file(files, &file).findings;
            loaded.findings.extend(found.into_iter().filter(Finding::is_error));
        }
        return loaded;
    };
    let address = base_url.map_or_else(|| settings.base_url.to_string(), str::to_owned);
    let urls = Urls::new(&address);
    if urls.is_none() {
        loaded.findings.push(Finding::of_file(
            &path,
            format!("the base URL {address:?} is not the address of a site"),
            "Write it as \"https://example.org/\", here or in PERFIL_BASE_URL.",
        ));
    }
    loaded.findings.extend(listed::missing(files, folder, &path, &document, &settings));
    let locales: Vec<Locale> = settings
        .languages
        .iter()
        .filter_map(|tag| locale(files, &locale_path(folder, tag), tag, &mut loaded))
        .collect();
    loaded.letters.add_texts(&document.node);
    let themes = Themes::read(files, folder, settings.theme.as_ref(), &mut loaded.findings);
    let no_theme = theme::unknown(files, folder, &document.node).into_iter().collect();
    loaded.findings.extend(Finding::all(&path, &document.bytes, no_theme));
    let (glyphs, problems) = Glyphs::read(files, folder, &settings, &document.node);
    loaded.findings.extend(Finding::all(&path, &document.bytes, problems));
    let translations = Translations::read(files, &folder.join("profiles"));
    let context = &person::Site {
        files,
        folder,
        translations,
        settings: &settings,
        locales: &locales,
        glyphs: &glyphs,
        memory,
    };
    let people = person::people(context, environment, drafts, &mut loaded);
    if people.is_empty() && !loaded.drafts.is_empty() {
        loaded.findings.extend(listed::only_drafts(&path, &document));
    }
    loaded.findings.extend(listed::unlisted(files, folder, &settings));
    if !loaded.findings.iter().any(Finding::is_error) {
        let (folder, letters) = (folder.to_owned(), std::mem::take(&mut loaded.letters));
        loaded.content = urls.zip(themes).map(|(urls, themes)| Content {
            folder,
            settings,
            urls,
            locales,
            people,
            glyphs,
            letters,
            themes,
        });
    }
    loaded
}

/// Checks a single file, which its name identifies as the settings, a locale or a profile.
pub fn check_file(files: &dyn Files, path: &Path) -> Loaded {
    let mut loaded = Loaded::default();
    let folder = path.parent().unwrap_or(Path::new("."));
    if !files.exists(path) {
        let remedy = "Name a file, or a folder with a site.json.";
        loaded.findings.push(Finding::of_file(path, "there is no such file", remedy));
    } else if path.file_name().is_some_and(|name| name == "site.json") {
        if let Some(document) = read(files, path, FOLDER, &mut loaded.findings) {
            let settings = settings(path, &document, &mut loaded.findings);
            let missing =
                settings.map(|found| listed::missing(files, folder, path, &document, &found));
            loaded.findings.extend(missing.unwrap_or_default());
        }
    } else if folder.file_name().is_some_and(|name| name == "locales") {
        let name = stem(path).unwrap_or_default();
        if let Some(tag) = Tag::parse(&name) {
            locale(files, path, &tag, &mut loaded);
        } else {
            let message = format!("{name:?} is not the tag of a known language");
            let remedy = "Name the file after a language (BCP 47): \"es.json\".";
            loaded.findings.push(Finding::of_file(path, message, remedy));
        }
    } else {
        let site = folder.parent().unwrap_or(Path::new("."));
        let document = site_document(files, site);
        let (languages, default) = document.as_ref().map(languages).unwrap_or_default();
        let glyphs = document.as_ref().and_then(|document| glyphs(files, site, document));
        let glyphs = glyphs.unwrap_or_default();
        let folder = files.is_file(&site.join("site.json")).then_some(site);
        let contained = Contained::new(files, site);
        let files = if folder.is_some() { &contained } else { files };
        let default = default.as_ref();
        let locales = locales_of(files, site, &languages);
        let context = CheckContext {
            files,
            folder,
            languages: &languages,
            locales: &locales,
            default,
            glyphs: &glyphs,
        };
        // A translation of a profile is read together with it.
        person::profile(&sources::files(files, path), &context, &mut loaded);
    }
    loaded
}

/// Reads the settings of the site that a profile belongs to, if they can be read.
fn site_document(files: &dyn Files, site: &Path) -> Option<Document> {
    // Problems in the settings are reported where the settings are checked.
    read(files, &site.join("site.json"), FOLDER, &mut Vec::new())
}

/// Returns the languages that a site's settings name, as far as they can be read, and the default
/// one.
fn languages(site: &Document) -> (Vec<Tag>, Option<Tag>) {
    let tag = |node: &Node| Tag::parse(node.as_str()?);
    let list = site.node.get("languages").map_or(&[][..], Node::elements);
    (list.iter().filter_map(tag).collect(), site.node.get("defaultLanguage").and_then(tag))
}

/// Returns the fonts of a site, if its settings are valid.
fn glyphs(files: &dyn Files, folder: &Path, site: &Document) -> Option<Glyphs> {
    let settings = settings(folder, site, &mut Vec::new())?;
    Some(Glyphs::read(files, folder, &settings, &site.node).0)
}

/// Returns the languages of the site whose folder `profiles` contains a file, the default one
/// first.
#[must_use]
pub fn languages_around(files: &dyn Files, file: &Path) -> Vec<Tag> {
    let site = file.parent().and_then(Path::parent).and_then(|site| site_document(files, site));
    let (mut languages, default) = site.as_ref().map(languages).unwrap_or_default();
    languages.sort_by_key(|tag| Some(tag) != default.as_ref());
    languages
}

fn settings(path: &Path, document: &Document, findings: &mut Vec<Finding>) -> Option<Settings> {
    let languages = document.node.get("languages").map_or(&[][..], Node::elements);
    // They are suggestions for misspelt languages, and a longer list is of no use.
    let languages =
        languages.iter().filter_map(Node::as_str).take(MAX_SUGGESTED_LANGUAGES).map(str::to_owned);
    let mut context = Context::new(languages.collect());
    let settings = Settings::read(&document.node, &mut context);
    let (problems, _) = context.finish();
    let is_good = !problems.iter().any(Problem::is_error);
    findings.extend(Finding::all(path, &document.bytes, problems));
    settings.filter(|_| is_good)
}
