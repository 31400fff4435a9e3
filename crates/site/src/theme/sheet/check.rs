//! Finds what is no rule and no declaration. Names of properties are left to browsers, which know
//! more of them each year.

use super::MAX_DEPTH;
use cssparser::{ParseError, Parser, SourcePosition, Token};
use perfil_source::Problem;
use std::ops::Range;

/// The rules with a name whose blocks hold declarations.
const OF_DECLARATIONS: [&str; 6] =
    ["counter-style", "font-face", "font-palette-values", "page", "position-try", "property"];

/// The rules with a name whose blocks hold what may be around them.
const OF_RULES: [&str; 6] = ["container", "layer", "media", "scope", "starting-style", "supports"];

/// The remedy for a declaration that runs into what follows it.
const UNFINISHED: &str = "Write \";\" at the end of each declaration.";

/// Returns every problem of a stylesheet.
pub(super) fn check(code: &str) -> Vec<Problem> {
    let mut checker = Checker { problems: Vec::new() };
    checker.items(&mut Parser::new(code), 0, Place::Rules);
    checker.problems
}

/// Where something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Where there can be rules only.
    Rules,
    /// In a rule, where there can be declarations and rules.
    Declarations,
}

/// What is known of a rule or a declaration while it is read.
#[derive(Debug, Default)]
struct Item {
    /// The number of its tokens without spaces.
    tokens: usize,
    /// Whether the first token is a name.
    is_named: bool,
    /// Whether that name is one of the author's (`--name`), whose value is free.
    is_custom: bool,
    /// The colon after the name.
    colon: Option<Range<usize>>,
    /// Whether a space follows that colon, as in no selector.
    is_spaced: bool,
    /// A colon in the value.
    second_colon: Option<Range<usize>>,
}

impl Item {
    fn note(&mut self, token: &Token, span: Range<usize>) {
        self.tokens += 1;
        match token {
            Token::Ident(name) if self.tokens == 1 => {
                self.is_named = true;
                self.is_custom = name.starts_with("--");
            }
            Token::Colon if self.tokens == 2 && self.is_named => self.colon = Some(span),
            Token::Colon if self.colon.is_some() => {
                self.second_colon.get_or_insert(span);
            }
            _ => {}
        }
    }

    fn note_space(&mut self, at: usize) {
        self.is_spaced |= self.colon.as_ref().is_some_and(|colon| colon.end == at);
    }

    /// Whether it is a declaration whose value may be anything.
    fn is_free(&self) -> bool {
        self.is_custom && self.colon.is_some()
    }
}

struct Checker {
    problems: Vec<Problem>,
}

impl Checker {
    fn error(&mut self, span: Range<usize>, message: impl Into<String>, remedy: &str) {
        self.problems.push(Problem::error(Some(span), message, remedy));
    }

    /// Reads what a block or a stylesheet contains.
    fn items(&mut self, parser: &mut Parser, depth: usize, place: Place) {
        loop {
            parser.skip_whitespace();
            let start = parser.position();
            let state = parser.state();
            match parser.next().cloned() {
                Err(_) => return,
                Ok(Token::Semicolon | Token::CDO | Token::CDC) => {}
                Ok(Token::AtKeyword(name)) => self.named_rule(parser, &name, start, depth, place),
                Ok(_) => {
                    parser.reset(&state);
                    self.item(parser, start, depth, place);
                }
            }
        }
    }

    /// Reads a rule whose name begins with `@`.
    fn named_rule(
        &mut self,
        parser: &mut Parser,
        name: &str,
        start: SourcePosition,
        depth: usize,
        place: Place,
    ) {
        let name = name.to_ascii_lowercase();
        let plain = ["-webkit-", "-moz-"].iter().find_map(|prefix| name.strip_prefix(prefix));
        let plain = plain.unwrap_or(&name);
        let inner = if plain == "keyframes" || plain == "font-feature-values" {
            Place::Rules
        } else if OF_RULES.contains(&plain) {
            place
        } else {
            if plain != "import" && !OF_DECLARATIONS.contains(&plain) {
                let message = format!("a theme can have no rule \"@{name}\"");
                let span = start.byte_index()..parser.position().byte_index();
                self.error(span, message, "Remove it, or correct its name.");
            }
            Place::Declarations
        };
        loop {
            let at = parser.position();
            match parser.next().cloned() {
                Err(_) | Ok(Token::Semicolon) => return,
                Ok(Token::CurlyBracketBlock) => {
                    self.nested(parser, at, depth, &Token::CurlyBracketBlock, |it, parser| {
                        it.items(parser, depth + 1, inner);
                    });
                    return;
                }
                Ok(token) => self.value(parser, at, depth, &token),
            }
        }
    }

    /// Reads a rule or a declaration.
    fn item(&mut self, parser: &mut Parser, start: SourcePosition, depth: usize, place: Place) {
        let mut item = Item::default();
        loop {
            let at = parser.position();
            match parser.next_including_whitespace().cloned() {
                Err(_) | Ok(Token::Semicolon) => break,
                Ok(Token::WhiteSpace(_)) => item.note_space(at.byte_index()),
                Ok(Token::CurlyBracketBlock) if !item.is_free() => {
                    if let Some(colon) = item.colon.filter(|_| item.is_spaced) {
                        let span = start.byte_index()..colon.end;
                        self.error(span, "this declaration does not end", UNFINISHED);
                    }
                    self.nested(parser, at, depth, &Token::CurlyBracketBlock, |it, parser| {
                        it.items(parser, depth + 1, Place::Declarations);
                    });
                    return;
                }
                Ok(token) => {
                    item.note(&token, at.byte_index()..parser.position().byte_index());
                    self.value(parser, at, depth, &token);
                }
            }
        }
        self.declaration(&item, start.byte_index()..parser.position().byte_index(), place);
    }

    fn declaration(&mut self, item: &Item, span: Range<usize>, place: Place) {
        let (message, remedy) = if place == Place::Rules {
            ("this is no rule", "Write \"selector { property: value; }\".")
        } else if item.colon.is_none() {
            ("this is neither a declaration nor a rule", "Write \"property: value;\".")
        } else if item.is_custom {
            return;
        } else if item.tokens == 2 {
            ("this declaration has no value", "Write \"property: value;\".")
        } else if item.second_colon.is_some() {
            ("this declaration does not end", UNFINISHED)
        } else {
            return;
        };
        self.error(span, message, remedy);
    }

    /// Reads one token of a selector or a value, with what it contains.
    fn value(&mut self, parser: &mut Parser, at: SourcePosition, depth: usize, token: &Token) {
        let span = at.byte_index()..parser.position().byte_index();
        match token {
            Token::BadString(_) => {
                self.error(span, "this text does not end", "Close it with a quotation mark.");
            }
            Token::BadUrl(_) => {
                self.error(span, "this is no address", "Write it in quotation marks.");
            }
            Token::CloseCurlyBracket | Token::CloseParenthesis | Token::CloseSquareBracket => {
                let remedy = "Remove it, or open it where it belongs.";
                self.error(span, "this bracket closes nothing", remedy);
            }
            Token::Function(_)
            | Token::ParenthesisBlock
            | Token::SquareBracketBlock
            | Token::CurlyBracketBlock => self.nested(parser, at, depth, token, |it, parser| {
                loop {
                    let at = parser.position();
                    match parser.next_including_whitespace().cloned() {
                        Err(_) => return,
                        Ok(token) => it.value(parser, at, depth + 1, &token),
                    }
                }
            }),
            _ => {}
        }
    }

    /// Reads what is between brackets, the first of which was just read.
    fn nested(
        &mut self,
        parser: &mut Parser,
        at: SourcePosition,
        depth: usize,
        opened: &Token,
        read: impl FnOnce(&mut Self, &mut Parser),
    ) {
        let span = at.byte_index()..parser.position().byte_index();
        if depth >= MAX_DEPTH {
            self.error(span, "this is nested too deeply", "Nest less.");
            return;
        }
        // Both sides of the result are the same to a checker: it has read what it could.
        let _ = parser.parse_nested_block(|parser| {
            read(self, parser);
            Ok::<_, ParseError<()>>(())
        });
        let end = super::write::closing(opened);
        if !parser.slice_from(at).ends_with(end) {
            self.error(span, "this bracket is not closed", &format!("Write \"{end}\"."));
        }
    }
}
