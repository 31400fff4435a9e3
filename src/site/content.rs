//! The content folder, read whole, with every problem in it.

use super::coverage::{self, Coverage};
use super::finding::Finding;
use super::settings::Settings;
use super::urls::Urls;
use crate::language::{Locale, Tag};
use crate::profile::{Id, Profile};
use crate::source::{self, Context, LIMIT, Node, Problem, Severity};
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// What a site shows.
#[derive(Clone, Debug)]
pub struct Content {
    /// The settings.
    pub settings: Settings,
    /// Where the site stands.
    pub urls: Urls,
    /// The interface in each language, in the order of the settings.
    pub locales: Vec<Locale>,
    /// The people, in the order of the settings.
    pub people: Vec<Person>,
}

/// One person on a site.
#[derive(Clone, Debug)]
pub struct Person {
    /// The last part of the address of the person's page.
    pub slug: Id,
    /// What is published of the profile.
    pub profile: Profile,
    /// The portrait's file, if there is one.
    pub portrait: Option<PathBuf>,
}

/// What the reading of content came to.
#[derive(Debug)]
pub struct Loaded {
    /// The content, if it has no error.
    pub content: Option<Content>,
    /// Every problem, warnings included, in the order of the files.
    pub findings: Vec<Finding>,
    /// How much of each profile is written in each language.
    pub coverage: Vec<Coverage>,
}

/// Reads a content folder.
pub fn load(folder: &Path, base_url: Option<&str>) -> Loaded {
    let mut loaded = Loaded { content: None, findings: Vec::new(), coverage: Vec::new() };
    let Some(settings) = settings(folder, &mut loaded.findings) else { return loaded };
    let address = base_url.map_or_else(|| settings.base_url.to_string(), str::to_owned);
    let urls = Urls::new(&address);
    if urls.is_none() {
        loaded.findings.push(Finding::of_file(
            &folder.join("site.json"),
            format!("the base URL {address:?} is not the address of a site"),
            "Write it as \"https://example.org/\", here or in PERFIL_BASE_URL.",
        ));
    }
    let locales: Vec<Locale> = settings
        .languages
        .iter()
        .filter_map(|tag| locale(folder, tag, &mut loaded.findings))
        .collect();
    let people: Vec<Person> = settings
        .profiles
        .iter()
        .filter_map(|slug| person(folder, slug, &settings, &mut loaded))
        .collect();
    unlisted(folder, &settings, &mut loaded.findings);
    if !loaded.findings.iter().any(Finding::is_error) {
        loaded.content = urls.map(|urls| Content { settings, urls, locales, people });
    }
    loaded
}

/// Checks one file alone: the settings, a locale or a profile, by its name.
pub fn check_file(path: &Path) -> Loaded {
    let mut loaded = Loaded { content: None, findings: Vec::new(), coverage: Vec::new() };
    let folder = path.parent().unwrap_or(Path::new("."));
    let is_locale = folder.file_name().is_some_and(|name| name == "locales");
    if path.file_name().is_some_and(|name| name == "site.json") {
        settings(folder, &mut loaded.findings);
    } else if let (true, Some(tag)) = (is_locale, stem(path).and_then(|stem| Tag::parse(&stem))) {
        locale(folder.parent().unwrap_or(folder), &tag, &mut loaded.findings);
    } else {
        let site = folder.parent().unwrap_or(folder);
        let settings = settings(site, &mut Vec::new());
        let languages = settings.as_ref().map_or_else(Vec::new, |found| found.languages.clone());
        let default = settings.map(|found| found.default_language);
        profile(path, &languages, default.as_ref(), &mut loaded);
    }
    loaded
}

fn stem(path: &Path) -> Option<String> {
    Some(path.file_stem()?.to_str()?.to_owned())
}

fn settings(folder: &Path, findings: &mut Vec<Finding>) -> Option<Settings> {
    let path = folder.join("site.json");
    let (bytes, node) = read(&path, findings)?;
    let languages = node.get("languages").map_or(&[][..], Node::elements);
    let languages = languages.iter().filter_map(Node::as_str).map(str::to_owned).collect();
    let mut context = Context::new(languages);
    let settings = Settings::read(&node, &mut context);
    let (problems, _) = context.finish();
    let is_good = problems.iter().all(|problem| problem.severity == Severity::Warning);
    findings.extend(Finding::all(&path, &bytes, problems));
    settings.filter(|_| is_good)
}

fn locale(folder: &Path, tag: &Tag, findings: &mut Vec<Finding>) -> Option<Locale> {
    let path = folder.join("locales").join(format!("{tag}.json"));
    let (bytes, node) = read(&path, findings)?;
    Locale::read(tag, &node)
        .map_err(|problems| findings.extend(Finding::all(&path, &bytes, problems)))
        .ok()
}

fn person(folder: &Path, slug: &Id, settings: &Settings, loaded: &mut Loaded) -> Option<Person> {
    let path = folder.join("profiles").join(format!("{slug}.json"));
    let default = Some(&settings.default_language);
    let profile = profile(&path, &settings.languages, default, loaded)?;
    let portrait = profile.image.as_ref().map(|image| folder.join(image));
    if let Some(portrait) = portrait.as_ref().filter(|portrait| !portrait.is_file()) {
        let remedy = "Put the image there, or remove \"image\" from the profile.";
        let message = format!("the image {} is missing", portrait.display());
        loaded.findings.push(Finding::of_file(&path, message, remedy));
    }
    Some(Person { slug: slug.clone(), profile, portrait })
}

/// Checks a profile with its private values, and gives it without them.
fn profile(
    path: &Path,
    languages: &[Tag],
    default: Option<&Tag>,
    loaded: &mut Loaded,
) -> Option<Profile> {
    let (bytes, node) = read(path, &mut loaded.findings)?;
    let mut context = Context::new(languages.iter().map(Tag::to_string).collect());
    let whole = Profile::read(&source::reveal(node.clone()), &mut context);
    let (problems, texts) = context.finish();
    let is_good = problems.iter().all(|problem| problem.severity == Severity::Warning);
    loaded.findings.extend(Finding::all(path, &bytes, problems));

    let whole = whole.filter(|_| is_good)?;
    let own = whole.language.as_ref().or(default);
    let coverage = coverage::count(path, &texts, languages, own);
    let missing = coverage::missing(&texts, languages, own);
    loaded.findings.extend(Finding::all(path, &bytes, missing));
    loaded.coverage.push(coverage);

    let mut context = Context::default();
    let published = Profile::read(&source::redact(node), &mut context);
    let (problems, _) = context.finish();
    loaded.findings.extend(Finding::all(path, &bytes, private(problems)));
    published
}

/// What is wrong only once the private values are gone has one reason. Warnings were given before.
fn private(problems: Vec<Problem>) -> Vec<Problem> {
    problems
        .into_iter()
        .filter(|problem| problem.severity == Severity::Error)
        .map(|problem| Problem {
            message: format!("{}, because it is private", problem.message),
            remedy: "A page cannot do without it: make it public.".into(),
            ..problem
        })
        .collect()
}

fn unlisted(folder: &Path, settings: &Settings, findings: &mut Vec<Finding>) {
    let Ok(entries) = fs::read_dir(folder.join("profiles")) else { return };
    let mut names: Vec<String> = entries
        .filter_map(|entry| stem(&entry.ok()?.path()))
        .filter(|name| !name.starts_with('.'))
        .filter(|name| settings.profiles.iter().all(|slug| slug.to_string() != *name))
        .collect();
    names.sort();
    for name in names {
        let path = folder.join("profiles").join(format!("{name}.json"));
        let mut finding = Finding::of_file(
            &path,
            "the profile is not listed in site.json, so it is not published",
            format!("Add {name:?} to \"profiles\" there, or move the file elsewhere."),
        );
        finding.problem.severity = Severity::Warning;
        findings.push(finding);
    }
}

/// Reads a file, but never more of it than is useful.
fn read(path: &Path, findings: &mut Vec<Finding>) -> Option<(Vec<u8>, Node)> {
    let bytes = match bytes(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let (message, remedy) = match error.kind() {
                io::ErrorKind::NotFound => (
                    "the file is missing".to_owned(),
                    "Write it, or correct the name where it is listed.",
                ),
                _ => (format!("the file cannot be read: {error}"), "Look at its permissions."),
            };
            findings.push(Finding::of_file(path, message, remedy));
            return None;
        }
    };
    match source::parse(&bytes) {
        Ok(node) => Some((bytes, node)),
        Err(problem) => {
            findings.push(Finding::new(path, &bytes, problem));
            None
        }
    }
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LIMIT as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
