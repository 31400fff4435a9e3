//! How pages and PDFs look: a theme is a folder with tokens, a stylesheet and a layout for paper,
//! shipped or the owner's.

pub(crate) mod accent;
mod own;
mod sheet;
mod shipped;
pub(crate) mod style;
mod tokens;

pub(crate) use sheet::Part;
pub(crate) use shipped::shipped;
#[cfg(feature = "schema")]
pub(crate) use tokens::Tokens as ThemeTokens;
pub(crate) use tokens::{Color, Colors, Family};

use crate::content::Person;
use crate::environment::Files;
use crate::finding::Finding;
use crate::printing::{self, Fault};
use perfil_model::profile::{Hue, Id};
use perfil_source::{Context, Node, Path as Place, Problem, Step};
use sheet::{Folder, Located, Sheet};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use tokens::Tokens;

/// The theme of a site that names none and has none of its own.
const DEFAULT: &str = "editorial";

/// The name of the owner's own theme, and of its folder beside the content.
pub const OWN: (&str, &str) = ("own", "theme");

/// The files of a theme.
const TOKENS: &str = "theme.json";
const SHEET: &str = "theme.css";
const LAYOUT: &str = "paper.typ";

/// How pages look.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Theme {
    tokens: Tokens,
    /// The stylesheet, for the layer `theme`.
    pub sheet: Sheet,
    /// The functions for parts of PDFs, in Typst; empty if it has none.
    pub layout: String,
}

impl Theme {
    /// Reads a theme; `None` if anything is wrong with it.
    fn read(folder: &dyn Folder, problems: &mut Vec<Located>) -> Option<Self> {
        let before = problems.len();
        let tokens = tokens(folder, problems);
        let sheet = sheet::read(folder, SHEET, problems);
        let layout = layout(folder, problems);
        let is_good = problems.iter().skip(before).all(|found| !found.problem.is_error());
        tokens.filter(|_| is_good).map(|tokens| Self { tokens, sheet, layout })
    }

    /// Its colours in the light and the dark scheme.
    pub(crate) fn schemes(&self) -> [&Colors; 2] {
        [&self.tokens.light, &self.tokens.dark]
    }

    /// The family of running text.
    pub(crate) fn text(&self) -> Family {
        self.tokens.fonts.as_ref().and_then(|fonts| fonts.text).unwrap_or(Family::Sans)
    }

    /// The family of names and headings.
    pub(crate) fn display(&self) -> Family {
        self.tokens.fonts.as_ref().and_then(|fonts| fonts.display).unwrap_or(Family::Serif)
    }
}

fn tokens(folder: &dyn Folder, problems: &mut Vec<Located>) -> Option<Tokens> {
    let locate =
        |bytes: &[u8], problem| Located { path: TOKENS.to_owned(), bytes: bytes.to_vec(), problem };
    let remedy = "Create it, with \"name\", \"light\" and \"dark\".";
    let bytes = match sheet::bytes(folder, TOKENS, remedy) {
        Ok(bytes) => bytes,
        Err(problem) => {
            problems.push(locate(&[], problem));
            return None;
        }
    };
    let node = match perfil_source::parse(&bytes) {
        Ok(node) => node,
        Err(problem) => {
            problems.push(locate(&bytes, problem));
            return None;
        }
    };
    let mut context = Context::default();
    let tokens = perfil_source::Decode::decode(&node, &mut context);
    problems.extend(context.finish().0.into_iter().map(|problem| locate(&bytes, problem)));
    tokens
}

/// Reads the layout, which a theme need not have.
fn layout(folder: &dyn Folder, problems: &mut Vec<Located>) -> String {
    if folder.read(LAYOUT).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        return String::new();
    }
    sheet::text(folder, LAYOUT).unwrap_or_else(|(bytes, problem)| {
        problems.push(Located { path: LAYOUT.to_owned(), bytes, problem });
        String::new()
    })
}

/// Returns what is wrong with a layout, which a build would stumble over.
fn layout_problems(layout: &str) -> impl Iterator<Item = Located> {
    printing::faults(layout).into_iter().map(|fault| Located {
        path: LAYOUT.to_owned(),
        bytes: layout.into(),
        problem: layout_problem(fault),
    })
}

fn layout_problem(fault: Fault) -> Problem {
    let message = format!("Typst cannot set this: {}", fault.message);
    Problem::error(
        fault.range,
        message,
        "Correct it; README.md lists the parts and their parameters.",
    )
}

/// How something looks: the hue of its accent, and its theme.
pub(crate) type Look<'a> = (Hue, &'a Theme);

/// The themes of a site: its own, and those that profiles can name.
#[derive(Clone, Debug)]
pub(crate) struct Themes {
    name: String,
    theme: Theme,
    others: BTreeMap<String, Theme>,
}

impl Themes {
    /// Reads the themes, and reports every problem in the owner's.
    pub(crate) fn read(
        files: &dyn Files,
        folder: &Path,
        named: Option<&Id>,
        findings: &mut Vec<Finding>,
    ) -> Option<Self> {
        let folder = own::OwnFolder { files, path: folder.join(OWN.1) };
        let exists = files.exists(&folder.path);
        let mut problems = Vec::new();
        let own = exists.then(|| Theme::read(&folder, &mut problems)).flatten();
        problems.extend(own.iter().flat_map(|theme| layout_problems(&theme.layout)));
        findings.extend(problems.into_iter().map(|Located { path, bytes, problem }| {
            Finding::new(&folder.path.join(path), &bytes, problem)
        }));
        let shipped = shipped().iter().map(|(name, theme)| ((*name).to_owned(), theme.clone()));
        let mut others: BTreeMap<_, _> = shipped.collect();
        others.extend(own.map(|theme| (OWN.0.to_owned(), theme)));
        let default = if exists { OWN.0 } else { DEFAULT };
        let name = named.map_or_else(|| default.to_owned(), Id::to_string);
        let theme = others.get(&name)?.clone();
        Some(Self { name, theme, others })
    }

    /// Gives every page the same theme.
    ///
    /// # Errors
    ///
    /// Returns a message if there is no theme of that name.
    pub(crate) fn only(&mut self, name: &str) -> Result<(), String> {
        let theme = self.others.get(name).ok_or_else(|| format!("there is no theme {name:?}"))?;
        self.theme = theme.clone();
        name.clone_into(&mut self.name);
        self.others.clear();
        Ok(())
    }

    /// Returns why the PDF of a person cannot be set, if that is the fault of the owner's theme in a
    /// folder.
    pub(crate) fn finding(&self, person: &Person, folder: &Path, fault: &Fault) -> Option<Finding> {
        let (name, theme) = self.of(person);
        let is_own = name == OWN.0 && fault.range.is_some();
        let path = folder.join(OWN.1).join(LAYOUT);
        is_own.then(|| Finding::new(&path, theme.layout.as_bytes(), layout_problem(fault.clone())))
    }

    /// The theme of the pages that belong to no person.
    pub(crate) fn site(&self) -> (&str, &Theme) {
        (&self.name, &self.theme)
    }

    /// The theme of a person's pages.
    pub(crate) fn of(&self, person: &Person) -> (&str, &Theme) {
        person.theme.as_ref().map_or(self.site(), |name| self.get(&name.to_string()))
    }

    /// The theme of this name, or else that of the site.
    pub(crate) fn get(&self, name: &str) -> (&str, &Theme) {
        self.others.get_key_value(name).map_or(self.site(), |(name, theme)| (name, theme))
    }
}

/// Returns a problem if the theme that a file names does not exist.
pub(crate) fn unknown(files: &dyn Files, folder: &Path, node: &Node) -> Option<Problem> {
    let named = node.get("theme")?;
    let name = named.as_str()?;
    let place = Place(vec![Step::Key("theme".into())]);
    if name == OWN.0 {
        let is_missing = !files.exists(&folder.join(OWN.1));
        return is_missing.then(|| {
            let message = format!("there is no folder \"{}\" beside the content", OWN.1);
            let remedy = format!("Create it with {TOKENS} and {SHEET}.");
            Problem::error(Some(named.span.clone()), message, remedy).at(place)
        });
    }
    let names: Vec<_> = shipped().keys().copied().collect();
    (!names.contains(&name)).then(|| {
        let message = format!("there is no theme {name:?}");
        let remedy = format!(
            "Use one of: {}; or \"{}\" for the folder \"{}\".",
            names.join(", "),
            OWN.0,
            OWN.1
        );
        Problem::error(Some(named.span.clone()), message, remedy).at(place)
    })
}
