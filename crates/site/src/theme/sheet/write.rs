//! Copies a stylesheet without comments and superfluous spaces, with what it imports in place, and
//! with the files that it refers to apart.

use super::{Folder, Located, MAX_DEPTH, Part, Sheet, add};
use cssparser::{ParseError, Parser, Token};
use perfil_source::Problem;
use std::io;
use std::ops::Range;

/// The functions whose strings are addresses.
const OF_ADDRESSES: [&str; 4] = ["image", "image-set", "src", "url"];

/// The remedy for an address that a page could not load.
const OWN: &str = "Put the file into the theme's folder, and write its name.";

/// Where a stylesheet is copied to.
pub(super) struct Writer<'a> {
    pub folder: &'a dyn Folder,
    /// The path of the stylesheet in the folder.
    pub path: &'a str,
    pub sheet: &'a mut Sheet,
    /// The problems of this stylesheet.
    pub problems: &'a mut Vec<Problem>,
    /// Those of the stylesheets that it imports.
    pub imported: &'a mut Vec<Located>,
    /// How many more stylesheets may import one another.
    pub deeper: usize,
}

/// Copies a stylesheet.
pub(super) fn write(code: &str, writer: &mut Writer) {
    writer.copy(&mut Parser::new(code), 0, None);
}

/// Returns the bracket that closes another one.
pub(super) fn closing(opened: &Token) -> char {
    match opened {
        Token::CurlyBracketBlock => '}',
        Token::SquareBracketBlock => ']',
        _ => ')',
    }
}

impl Writer<'_> {
    fn push(&mut self, code: &str) {
        match self.sheet.parts.last_mut() {
            Some(Part::Code(last)) => last.push_str(code),
            _ => self.sheet.parts.push(Part::Code(code.to_owned())),
        }
    }

    /// Whether a space after what was written means nothing.
    fn is_between(&self) -> bool {
        match self.sheet.parts.last() {
            Some(Part::Code(last)) => last.is_empty() || last.ends_with(['{', '}', ';', ' ']),
            Some(Part::File(_)) => false,
            None => true,
        }
    }

    fn error(&mut self, span: Range<usize>, message: impl Into<String>, remedy: &str) {
        self.problems.push(Problem::error(Some(span), message, remedy));
    }

    /// Copies what a block, a function or the stylesheet contains. `function` is the name of the
    /// innermost function.
    fn copy(&mut self, parser: &mut Parser, depth: usize, function: Option<&str>) {
        let (mut space, mut comment) = (false, false);
        loop {
            let at = parser.position();
            let token = match parser.next_including_whitespace_and_comments() {
                Ok(token) => token.clone(),
                Err(_) => return,
            };
            let code = parser.slice_from(at).to_owned();
            let span = at.byte_index()..parser.position().byte_index();
            match &token {
                Token::WhiteSpace(_) => {
                    space = true;
                    continue;
                }
                Token::Comment(_) => {
                    comment = true;
                    continue;
                }
                Token::CurlyBracketBlock | Token::Semicolon => {}
                _ if self.is_between() => {}
                _ if space => self.push(" "),
                // Two names around a comment are two names.
                _ if comment => self.push("/**/"),
                _ => {}
            }
            (space, comment) = (false, false);
            match &token {
                Token::AtKeyword(name) if name.eq_ignore_ascii_case("import") => {
                    self.import(parser, span, depth);
                }
                Token::UnquotedUrl(address) => self.address(address, span),
                Token::QuotedString(address) if function.is_some_and(has_addresses) => {
                    self.address(address, span);
                }
                // What follows is the address alone, which `address` writes with its function.
                Token::Function(name) if name.eq_ignore_ascii_case("url") => {
                    self.nested(parser, depth, Some(name));
                }
                Token::Function(name) => {
                    self.push(&code);
                    self.nested(parser, depth, Some(name));
                    self.push(")");
                }
                Token::CurlyBracketBlock | Token::ParenthesisBlock | Token::SquareBracketBlock => {
                    self.push(&code);
                    self.nested(parser, depth, function.filter(|_| code != "{"));
                    self.push(closing(&token).encode_utf8(&mut [0; 4]));
                }
                _ => self.push(&code),
            }
        }
    }

    fn nested(&mut self, parser: &mut Parser, depth: usize, function: Option<&str>) {
        // What is deeper was reported, and is left out.
        if depth < MAX_DEPTH {
            // Both sides of the result are the same to a copy: it has all that could be read.
            let _ = parser.parse_nested_block(|parser| {
                self.copy(parser, depth + 1, function);
                Ok::<_, ParseError<()>>(())
            });
        }
    }

    /// Reads `@import "name.css";` and copies that stylesheet in its place.
    fn import(&mut self, parser: &mut Parser, span: Range<usize>, depth: usize) {
        let address = parser.try_parse(|parser| {
            let address = parser.expect_url_or_string()?;
            parser
                .expect_semicolon()
                .or_else(|error| if parser.is_exhausted() { Ok(()) } else { Err(error) })?;
            Ok::<_, ParseError<()>>(address)
        });
        let Ok(address) = address else {
            let remedy = "Write '@import \"name.css\";', and conditions in that file.";
            return self.error(span, "this import is more than a name", remedy);
        };
        if depth > 0 {
            return self.error(span, "an import is inside a rule", "Move it to the beginning.");
        }
        let span = span.start..parser.position().byte_index();
        let Some(path) = self.path_of(&address, &span) else { return };
        let Some(deeper) = self.deeper.checked_sub(1) else {
            let remedy = "Remove the import that leads back to this stylesheet.";
            return self.error(span, "the imports never end", remedy);
        };
        add(self.folder, &path, self.sheet, self.imported, deeper);
    }

    /// Writes an address, and keeps the file that it names.
    fn address(&mut self, address: &str, span: Range<usize>) {
        if address.starts_with("data:image/") || address.starts_with('#') {
            let quoted = address.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\a ");
            return self.push(&format!("url(\"{quoted}\")"));
        }
        let Some(path) = self.path_of(address, &span) else { return };
        match self.folder.read(&path) {
            Ok(bytes) => {
                self.sheet.files.insert(path.clone(), bytes);
                self.sheet.parts.push(Part::File(path));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.error(span, format!("the theme has no file {path}"), OWN);
            }
            Err(error) => {
                self.error(span, format!("{path} cannot be read: {error}"), OWN);
            }
        }
    }

    /// Returns the path in the theme's folder that an address in the stylesheet names.
    fn path_of(&mut self, address: &str, span: &Range<usize>) -> Option<String> {
        let is_foreign = address.starts_with(['/', '\\']) || address.contains([':', '?', '#']);
        if is_foreign {
            let message = format!("{address:?} is not a file of the theme");
            self.error(span.clone(), message, OWN);
            return None;
        }
        let folder = self.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
        for part in address.split(['/', '\\']) {
            match part {
                "" | "." => {}
                ".." => {
                    if path.pop().is_none() {
                        let message = format!("{address:?} is outside the theme's folder");
                        self.error(span.clone(), message, OWN);
                        return None;
                    }
                }
                name => path.push(name),
            }
        }
        Some(path.join("/"))
    }
}

fn has_addresses(function: &str) -> bool {
    OF_ADDRESSES.iter().any(|name| function.eq_ignore_ascii_case(name))
}
