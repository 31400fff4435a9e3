//! A content folder that is open in an editor: its files, what is wrong with them, its pages as they change.

mod languages;
#[cfg(feature = "pdf")]
mod printing;
mod sharing;

use crate::answers::{opened, problems};
use crate::preview::{self, Made};
use perfil_form::{
    Change, Languages, Opened, Problem, Request, Share, Spot, State, edits, form, languages,
    locate, outline,
};
use perfil_model::language::Tag;
use perfil_model::profile::Profile;
use perfil_site::{
    Environment, Host, InTurn, Input, Memory, Ready, Shell, Start, Tree, build, check_file,
    import_file, start,
};
use perfil_source::{Decode as _, Node, Value};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The files of a folder, by their paths in it.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// The path of the settings of the site.
const SETTINGS: &str = "site.json";

/// The folder in which a file to import is, so that it is none of the content.
const IMPORTS: &str = "import";

/// An open content folder.
pub struct Session {
    files: Files,
    shell: Shell,
    preview: Shell,
    memory: Memory,
    theme: Option<String>,
    made: Made,
}

impl Session {
    /// Opens an empty folder, whose site is made with this application.
    #[must_use]
    pub fn new(shell: Shell) -> Self {
        let preview = preview::shell(&shell);
        let (files, memory, made) = (Files::new(), Memory::default(), Made::default());
        Self { files, shell, preview, memory, theme: None, made }
    }

    /// Opens another folder.
    pub fn open(&mut self, files: Files) {
        self.files = files;
        self.memory = Memory::default();
        self.made.clear();
    }

    /// Returns the files.
    #[must_use]
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// Opens a new folder, for a person of this name or the one in the file.
    ///
    /// # Errors
    ///
    /// Returns why there can be none.
    pub fn start(
        &mut self,
        name: Option<&str>,
        file: Option<(&str, &[u8])>,
        languages: &[String],
    ) -> Result<Opened, Vec<Problem>> {
        let mut tags: Vec<Tag> = languages.iter().filter_map(|tag| Tag::parse(tag)).collect();
        let import = file.map(|(name, _)| Path::new(IMPORTS).join(name));
        let bytes = file.map(|(_, bytes)| bytes.to_vec());
        let around: Files = import.clone().zip(bytes).into_iter().collect();
        if let Some(file) = &import
            && let Ok(read) = import_file(&around, file, &tags, None)
        {
            tags = languages_of(&read.json, tags);
        }
        let options = Start {
            folder: Path::new("site"),
            name,
            languages: &tags,
            base_url: None,
            import: import.as_deref(),
            host: Host::Netlify,
        };
        let started = start(&around, &options).map_err(|found| problems(&found))?;
        let opened = opened(&started);
        let files = started.tree.iter().map(|(path, bytes)| (path.into(), bytes.to_vec()));
        self.open(files.collect());
        Ok(opened)
    }

    /// Writes a file.
    pub fn write(&mut self, path: &str, bytes: Vec<u8>) {
        self.memory.forget([Path::new(path)]);
        self.files.insert(path.into(), bytes);
    }

    /// Removes a file.
    pub fn remove(&mut self, path: &str) {
        self.memory.forget([Path::new(path)]);
        self.files.remove(Path::new(path));
    }

    /// Changes the values of a file, and returns its new text.
    ///
    /// # Errors
    ///
    /// Returns why the change is not possible; the file is then as before.
    pub fn change(&mut self, path: &str, change: &Change) -> Result<String, String> {
        let bytes =
            self.files.get(Path::new(path)).ok_or_else(|| format!("there is no file {path}"))?;
        let text = std::str::from_utf8(bytes).map_err(|_| "the file is not UTF-8".to_owned())?;
        let language = self.document_language(path);
        let changed = edits(text, is_yaml(path), Profile::shape(), &language, change);
        let changed = changed.map_err(|it| format!("{}. {}", it.message, it.remedy))?;
        self.write(path, changed.clone().into_bytes());
        Ok(changed)
    }

    /// Returns what an editor shows, and the page with the files that it names.
    pub fn state(&mut self, request: &Request) -> (State, Option<String>) {
        if request.theme != self.theme {
            self.theme.clone_from(&request.theme);
            self.memory = Memory::default();
        }
        let (theme, is_studio_offered) = (self.theme.clone(), Some(false));
        let input = Input { theme, is_studio_offered, drafts: true, ..Input::default() };
        let environment = Environment { files: &self.files, workers: &InTurn, watch: &() };
        let ready = Ready::read_again(environment, &input, Some(&self.memory));
        let (findings, page) = match ready {
            Ok(ready) => {
                let (shell, made) = (self.preview.clone(), &self.made);
                let published = match Tag::parse(&request.language) {
                    Some(tag) => ready.publish_language(environment, shell, made, &tag),
                    None => ready.publish(environment, shell, made).map(drop),
                };
                match published {
                    Ok(()) => (ready.findings, self.page(request)),
                    Err(found) => (found, None),
                }
            }
            Err(found) => (found, None),
        };
        let html = page.as_deref().and_then(|page| self.made.text(page));
        let node = self.node(&request.profile).filter(is_native);
        let language = self.language_of(node.as_ref());
        let languages = Languages { document: &language };
        let shape = Profile::shape();
        let state = State {
            outline: node.as_ref().map(|node| outline(node, shape, languages)),
            form: node
                .as_ref()
                .zip(request.part.as_ref())
                .and_then(|(node, part)| form(node, shape, part, languages, &request.open)),
            languages: self.shares(request),
            offered: self.offered(),
            themes: perfil_site::themes().into_iter().map(str::to_owned).collect(),
            findings: problems(&findings),
            exports: page.as_deref().map(|_| self.exports(request)).unwrap_or_default(),
            language,
        };
        (state, html)
    }

    /// Returns a file of the pages that were shown last, by its path below the host or the site.
    #[must_use]
    pub fn asset(&self, path: &str) -> Option<Arc<[u8]>> {
        // A site below a path of its host has it in all addresses.
        let ends = path.match_indices('/').map(|(at, _)| &path[at + 1..]);
        std::iter::once(path).chain(ends).find_map(|path| self.made.file(path))
    }

    /// Returns the value that a text of the page was written as; of several that are the same, the one with this
    /// index.
    #[must_use]
    pub fn locate(
        &self,
        profile: &str,
        text: &str,
        section: Option<&str>,
        index: usize,
    ) -> Option<Spot> {
        locate(&self.node(profile)?, text, section, index)
    }

    /// Builds the whole site, without drafts and Studio itself; with PDFs and pictures of its pages only if
    /// they are wanted and this is the printer.
    ///
    /// # Errors
    ///
    /// Returns everything that stops the build.
    pub fn site(&self, pdf: bool) -> Result<Tree, Vec<Problem>> {
        let environment = Environment { files: &self.files, workers: &InTurn, watch: &() };
        let input = Input { is_studio_offered: Some(false), pdf, ..Input::default() };
        let built = build(environment, &input, self.shell.clone());
        built.map(|built| built.tree).map_err(|findings| problems(&findings))
    }

    fn node(&self, path: &str) -> Option<Node> {
        let bytes = self.files.get(Path::new(path))?;
        if is_yaml(path) { perfil_source::parse_yaml(bytes) } else { perfil_source::parse(bytes) }
            .ok()
    }

    /// Returns the language of the plain strings of a profile.
    fn document_language(&self, profile: &str) -> String {
        self.language_of(self.node(profile).as_ref())
    }

    fn language_of(&self, profile: Option<&Node>) -> String {
        let text = |node: &Node, key: &str| node.get(key).and_then(Node::as_str).map(str::to_owned);
        let own = profile.and_then(|node| text(node, "language"));
        let site = || self.node(SETTINGS).and_then(|node| text(&node, "defaultLanguage"));
        own.or_else(site).unwrap_or_else(|| "en".to_owned())
    }

    fn site_languages(&self) -> Vec<String> {
        let site = self.node(SETTINGS);
        let languages = site.as_ref().and_then(|node| node.get("languages"));
        let tags = languages.map(Node::elements).unwrap_or_default().iter();
        tags.filter_map(Node::as_str).map(str::to_owned).collect()
    }

    fn shares(&self, request: &Request) -> Vec<Share> {
        let profile = Path::new(&request.profile);
        let loaded = request.is_counted.then(|| check_file(&self.files, profile));
        let counted = loaded.as_ref().and_then(|it| it.coverage.first());
        let share = |tag: String| {
            let counted =
                counted.and_then(|it| it.shares.iter().find(|it| it.language.as_str() == tag));
            let (written, all) = counted.map(|it| (it.written, it.all)).unwrap_or_default();
            Share { tag, written, all }
        };
        self.site_languages().into_iter().map(share).collect()
    }

    /// Returns the path of the page of a profile.
    fn page(&self, request: &Request) -> Option<String> {
        let (slug, language) = (slug(&request.profile)?, &request.language);
        let own = format!("{language}/{slug}/index.html");
        let home = format!("{language}/index.html");
        [own, home].into_iter().find(|path| self.made.file(path).is_some())
    }

    /// Returns the paths of the files of a profile for other programs, in the language that is shown.
    fn exports(&self, request: &Request) -> Vec<String> {
        let Some(slug) = slug(&request.profile) else { return Vec::new() };
        let end = format!("/{}/{slug}.", request.language);
        self.made.paths(|path| path.starts_with("export/") && path.contains(&end))
    }
}

/// Returns the languages of a site for a document: that of the document and those of its texts come before
/// the chosen ones, and replace a single one that the document does not have.
fn languages_of(json: &str, chosen: Vec<Tag>) -> Vec<Tag> {
    let node = perfil_source::parse(json.as_bytes()).ok();
    let own = node.as_ref().and_then(|node| Tag::parse(node.get("language")?.as_str()?));
    let written = node.map(|node| languages(&node)).unwrap_or_default();
    let mut tags: Vec<Tag> = Vec::new();
    let is_single = chosen.len() == 1;
    let written = written.iter().filter_map(|tag| Tag::parse(tag));
    for tag in own.into_iter().chain(written) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    if tags.is_empty() || !is_single {
        tags.extend(chosen.into_iter().filter(|tag| !tags.contains(tag)).collect::<Vec<_>>());
    }
    tags
}

/// Returns the name of a profile in addresses: `ada` for `profiles/ada.json`.
fn slug(profile: &str) -> Option<&str> {
    Path::new(profile).file_name()?.to_str()?.split('.').next()
}

/// Whether a tree is a profile in Perfil's own format.
fn is_native(node: &Node) -> bool {
    node.get("version").is_some_and(|version| version.value == Value::Number(1.0))
}

/// Whether a file is YAML, by its name.
fn is_yaml(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|end| end == "yaml" || end == "yml")
}
