//! A new content folder: settings, one profile, and the locales of its languages.

mod hosts;
mod profile;
mod slug;
mod words;

use crate::content::{Understood, folder_of};
use crate::environment::Files;
use crate::finding::Finding;
use crate::output::Tree;
use crate::urls::Urls;
use crate::{NativeProfile, SCHEMAS, import_file};
use perfil_import::Kind;
use perfil_model::language::Tag;
use perfil_model::profile::ImagePath;
use perfil_source::{self as source, Node, Value, to_json};
use std::io;
use std::path::Path;

pub use hosts::{Host, pages_workflow};
pub use slug::slug_of_name;

/// The placeholder base URL of a new site.
pub const PLACEHOLDER_URL: &str = "https://example.org/";

/// Returns the languages that Perfil has the words of pages in.
#[must_use]
pub fn shipped_languages() -> Vec<&'static str> {
    words::SHIPPED.to_vec()
}

/// Returns the words of pages in a language, as a file of a content folder; where Perfil has none, they
/// are English.
#[must_use]
pub fn locale(tag: &Tag) -> String {
    words::of(tag).0
}

/// The options of a new content folder.
#[derive(Clone, Copy, Debug)]
pub struct Start<'a> {
    /// The folder to create.
    pub folder: &'a Path,
    /// The name of the person; defaults to the one in the imported file.
    pub name: Option<&'a str>,
    /// The languages of the site, the default one first.
    pub languages: &'a [Tag],
    /// The base URL of the site, if it is known.
    pub base_url: Option<&'a str>,
    /// A file in any supported format to import the profile from.
    pub import: Option<&'a Path>,
    /// Where the site will be hosted.
    pub host: Host,
}

/// A new content folder, not yet written to disk.
#[derive(Clone, Debug)]
pub struct Started {
    /// Its files.
    pub tree: Tree,
    /// The last segment of the person's URL.
    pub slug: String,
    /// The person's name.
    pub name: String,
    /// The format of the file that was imported.
    pub kind: Option<Kind>,
    /// What was read of that file.
    pub understood: Option<Understood>,
    /// Warnings about data that could not be mapped, and about what has to be translated.
    pub findings: Vec<Finding>,
    /// The steps to the published site, in the folder of the content, with commands in backticks.
    pub steps: Vec<String>,
}

/// Creates a content folder in memory; the caller writes it to disk.
///
/// # Errors
///
/// Returns every reason why it cannot be created, all at once.
pub fn start(files: &dyn Files, options: &Start) -> Result<Started, Vec<Finding>> {
    let mut problems = Vec::new();
    problems.extend(is_free(files, options.folder).err());
    let base_url = match address(options.base_url.unwrap_or(PLACEHOLDER_URL)) {
        Ok(address) => address,
        Err(finding) => {
            problems.push(finding);
            PLACEHOLDER_URL.to_owned()
        }
    };
    let written = options.name.map(str::trim).filter(|name| !name.is_empty());
    if options.name.is_some() && written.is_none()
        || options.name.is_none() && options.import.is_none()
    {
        let remedy = "Say whose profile it is: --name \"Ada Lovelace\".";
        problems.push(Finding::of_file(options.folder, "the person has no name", remedy));
    }
    if written.is_some_and(|name| name.contains(char::is_control)) {
        let remedy = "Write it on one line, without control characters.";
        problems.push(Finding::of_file(options.folder, "the name is more than a line", remedy));
    }
    let mut tree = Tree::default();
    let imported = options.import.map(|file| import(files, file, options.languages, &mut tree));
    let imported = imported.transpose().unwrap_or_else(|found| {
        problems.extend(found);
        None
    });
    if !problems.is_empty() {
        return Err(problems);
    }
    let (node, imported) = imported.unzip();
    let own = node.as_ref().and_then(name_of);
    let name = written.map(str::to_owned).or(own).unwrap_or_default();
    let slug = slug_of_name(&name);
    let file = format!("profiles/{slug}.json");
    let profile = match node {
        Some(node) => profile::native(node, written),
        None => profile::first(&name, &file, options.languages)
            .map_err(|problem| vec![Finding::new(Path::new(&file), b"", problem)])?,
    };
    tree.add(&file, profile.into_bytes());
    tree.add("site.json", settings(&name, &slug, &base_url, options.languages).into_bytes());
    for (name, schema) in SCHEMAS {
        tree.add(&format!("schema/{name}.json"), schema.into());
    }
    let kind = imported.as_ref().map(|it| it.kind);
    let (understood, warnings) = imported.map(|it| (it.understood, it.findings)).unzip();
    let mut warnings = warnings.unwrap_or_default();
    for tag in options.languages {
        let file = format!("locales/{tag}.json");
        let (words, is_translated) = words::of(tag);
        if !is_translated {
            warnings.push(words::untranslated(&options.folder.join(&file), tag));
        }
        tree.add(&file, words.into_bytes());
    }
    let has_address = options.base_url.is_some();
    let site = hosts::Site { slug: &slug, has_address, branch: hosts::BRANCH };
    options.host.add(&mut tree, &site);
    let steps = options.host.steps(&site);
    Ok(Started { tree, slug, name, kind, understood, findings: warnings, steps })
}

/// What a folder may contain and still count as empty: a new repository.
const REPOSITORY: &str = ".git";

/// Whether a content folder can be created here: the folder does not exist, or is empty except for
/// a repository.
///
/// # Errors
///
/// Returns what the folder contains instead.
pub fn is_free(files: &dyn Files, folder: &Path) -> Result<(), Finding> {
    let taken = |message: &str| {
        Err(Finding::of_file(folder, message, "Name another folder: perfil new DIR."))
    };
    match files.list(folder) {
        Ok(entries) if entries.iter().all(|(name, _)| name == REPOSITORY) => Ok(()),
        Ok(_) => taken("the folder is not empty"),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            taken("there is a file of this name")
        }
        Err(error) => taken(&format!("the folder cannot be read: {error}")),
    }
}

/// Returns an absolute URL; one without a scheme is taken as a Web address.
///
/// # Errors
///
/// Returns how the address of a site is written.
pub fn address(written: &str) -> Result<String, Finding> {
    let scheme = if written.contains("://") { "" } else { "https://" };
    let url = format!("{scheme}{written}");
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    // An address with an @ would be a person's: mailto:ada@example.org.
    let is_plain = !url.contains(|c: char| c == '@' || c.is_whitespace() || c.is_control());
    if is_web && is_plain && Urls::new(&url).is_some() {
        return Ok(url);
    }
    let message = format!("{written:?} is not the address of a site");
    let remedy = "Write it as https://example.org/, or leave it out until you know it.";
    Err(Finding::of_file(Path::new("site.json"), message, remedy))
}

/// Returns the language of a document, if Perfil has the words of pages in it.
#[must_use]
pub fn language_of(files: &dyn Files, document: &Path) -> Option<Tag> {
    let imported = import_file(files, document, &[], None).ok()?;
    let node = source::parse(imported.json.as_bytes()).ok()?;
    let own = Tag::parse(node.get("language")?.as_str()?)?;
    words::shipped(&own).and_then(Tag::parse)
}

/// The name of the file of a portrait that was in the imported file, without its extension.
const PORTRAIT: &str = "portrait";

/// Imports a file as a profile, with the portrait that it holds or references.
fn import(
    files: &dyn Files,
    file: &Path,
    languages: &[Tag],
    tree: &mut Tree,
) -> Result<(Node, NativeProfile), Vec<Finding>> {
    let mut imported = import_file(files, file, languages, Some(PORTRAIT))?;
    let mut node = source::parse(imported.json.as_bytes())
        .map_err(|problem| vec![Finding::new(file, imported.json.as_bytes(), problem)])?;
    if let Some((path, bytes)) = imported.portrait.take() {
        tree.add(&path, bytes);
        return Ok((node, imported));
    }
    let revealed = source::reveal(node.clone());
    let image = revealed.get("image").and_then(Node::as_str);
    if let Some(image) = image.filter(|path| ImagePath::is_valid(path)) {
        // In a content folder, a profile is in profiles/ and its portrait is relative to the parent
        // folder.
        let source = folder_of(file);
        let folders = [source.join(".."), source.to_owned()];
        let bytes = folders.iter().find_map(|folder| files.read(&folder.join(image)).ok());
        let message = format!("the portrait {image} cannot be read");
        let remedy = "Put the image there, or remove \"image\".";
        match bytes {
            Some(bytes) => tree.add(image, bytes),
            None if imported.kind == Kind::Native => {
                return Err(vec![Finding::of_file(file, message, remedy)]);
            }
            None => {
                imported.findings.push(Finding::warning(file, message, remedy));
                if let Value::Object(members) = &mut node.value {
                    members.retain(|member| member.key != "image");
                }
            }
        }
    }
    Ok((node, imported))
}

/// Returns the name in a profile, in its first language if there are several.
fn name_of(profile: &Node) -> Option<String> {
    let profile = source::reveal(profile.clone());
    let name = profile.get("name")?;
    let text = name.as_str().or_else(|| name.members().first()?.value.as_str())?;
    Some(text.to_owned())
}

fn settings(name: &str, slug: &str, base_url: &str, languages: &[Tag]) -> String {
    let text = |text: &str| node(Value::String(text.to_owned()));
    let tags = languages.iter().map(|tag| text(tag.as_str())).collect();
    let default = languages.first().map_or("en", Tag::as_str);
    let members = [
        ("$schema", text("schema/site.json")),
        ("title", profile::in_each(languages, |_| name.to_owned())),
        ("baseUrl", text(base_url)),
        ("languages", node(Value::Array(tags))),
        ("defaultLanguage", text(default)),
        ("profiles", node(Value::Array(vec![text(slug)]))),
    ];
    to_json(&node(Value::Object(members.map(|(key, value)| profile::member(key, value)).into())))
}

/// Creates a node that is not in any file yet.
fn node(value: Value) -> Node {
    Node { value, span: 0..0 }
}
