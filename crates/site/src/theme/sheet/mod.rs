//! The stylesheet of a theme: checked for mistakes and for what a page may not load, and written
//! without comments (CSS Syntax Module Level 3).

mod check;
mod write;

use crate::contained;
use perfil_source::Problem;
use std::collections::BTreeMap;
use std::io;

/// The files of a theme, by their path in its folder.
pub(crate) trait Folder {
    /// Returns the bytes of a file.
    ///
    /// # Errors
    ///
    /// Returns why the file cannot be read; [`io::ErrorKind::NotFound`] if it does not exist.
    fn read(&self, path: &str) -> io::Result<Vec<u8>>;
}

/// A stylesheet with those that it imports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sheet {
    /// Its parts, in order.
    pub parts: Vec<Part>,
    /// The files that it refers to, by their path in the theme's folder.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// A part of a stylesheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Code.
    Code(String),
    /// The address of a file, by its path in the theme's folder.
    File(String),
}

/// A problem in one of the files of a theme.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Located {
    /// The path of the file in the theme's folder.
    pub path: String,
    /// Its bytes; empty if it could not be read.
    pub bytes: Vec<u8>,
    /// What is wrong.
    pub problem: Problem,
}

/// The maximum depth of blocks, functions and brackets.
const MAX_DEPTH: usize = 64;

/// The maximum number of stylesheets that import each other.
const MAX_IMPORTS: usize = 10;

/// Reads a stylesheet and those that it imports, and reports every problem in them.
pub(crate) fn read(folder: &dyn Folder, path: &str, problems: &mut Vec<Located>) -> Sheet {
    let mut sheet = Sheet::default();
    add(folder, path, &mut sheet, problems, MAX_IMPORTS);
    sheet
}

fn add(
    folder: &dyn Folder,
    path: &str,
    sheet: &mut Sheet,
    problems: &mut Vec<Located>,
    deeper: usize,
) {
    let code = match text(folder, path) {
        Ok(code) => code,
        Err((bytes, problem)) => {
            problems.push(Located { path: path.to_owned(), bytes, problem });
            return;
        }
    };
    let mut found = check::check(&code);
    let mut imported = Vec::new();
    write::write(
        &code,
        &mut write::Writer {
            folder,
            path,
            sheet,
            problems: &mut found,
            imported: &mut imported,
            deeper,
        },
    );
    found.sort_by_key(|problem| problem.span.as_ref().map(|span| span.start));
    let locate = |problem| Located { path: path.to_owned(), bytes: code.clone().into(), problem };
    problems.extend(found.into_iter().map(locate));
    problems.append(&mut imported);
}

/// Reads a file of a theme. `remedy` is the advice if it does not exist.
pub(crate) fn bytes(folder: &dyn Folder, path: &str, remedy: &str) -> Result<Vec<u8>, Problem> {
    folder.read(path).map_err(|error| {
        if error.kind() == io::ErrorKind::NotFound {
            Problem::error(None, "the theme lacks this file", remedy)
        } else {
            let message = format!("the file cannot be read: {error}");
            Problem::error(None, message, contained::remedy(&error))
        }
    })
}

/// Reads a file of a theme as text.
pub(super) fn text(folder: &dyn Folder, path: &str) -> Result<String, (Vec<u8>, Problem)> {
    let bytes = bytes(folder, path, "Create it. It may be empty.");
    String::from_utf8(bytes.map_err(|problem| (Vec::new(), problem))?).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let remedy = "Save the file as UTF-8.";
        let problem = Problem::error(Some(at..at + 1), "this is not UTF-8", remedy);
        (error.into_bytes(), problem)
    })
}

#[cfg(test)]
mod tests;
