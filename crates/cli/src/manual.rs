//! `perfil manual`: the pages for `man`, and the reference of the handbook, made from the help.
//!
//! They say what `--help` says, so neither can become untrue.

use crate::exit::Failure;
use crate::report;
use clap::builder::PossibleValue;
use clap::{Arg, Command};
use perfil_cli::{Disk, place};
use perfil_site::Tree;
use std::fmt::Write as _;
use std::path::Path;

/// Writes the pages for `man` into a new folder, one for the command and one for each verb.
pub(crate) fn pages(folder: &Path, command: Command) -> Result<(), Failure> {
    perfil_site::is_free(&Disk, folder).map_err(|finding| vec![finding])?;
    let mut tree = Tree::default();
    for (command, name) in commands(command) {
        let page = Roff(String::new()).page(&command, &name);
        tree.add(&format!("{}.1", name.replace(' ', "-")), page.into_bytes());
    }
    place(&tree, folder).map_err(|error| {
        Failure::written(folder, "the folder", &error, "Name a folder that is not there yet.")
    })
}

/// Writes the reference as Markdown to the standard output.
pub(crate) fn reference(command: Command) {
    let mut text = String::new();
    for (command, name) in commands(command) {
        markdown(&command, &name, &mut text);
    }
    report::write_out(text.as_bytes());
}

/// Returns the command and its verbs, each with the words by which it is called.
fn commands(mut command: Command) -> Vec<(Command, String)> {
    command.build();
    let name = command.get_name().to_owned();
    let verbs = command.get_subcommands().filter(|verb| is_shown(verb)).cloned();
    let verbs: Vec<_> = verbs.map(|verb| (verb.clone(), format!("{name} {verb}"))).collect();
    [(command, name)].into_iter().chain(verbs).collect()
}

fn is_shown(verb: &Command) -> bool {
    !verb.is_hide_set() && verb.get_name() != "help"
}

/// What `--help` says in its first line.
fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

/// How the command is called.
fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    usage.trim_start_matches("Usage: ").to_owned()
}

fn arguments(command: &Command) -> impl Iterator<Item = &Arg> {
    command.get_arguments().filter(|argument| !argument.is_hide_set())
}

/// The examples and exit codes.
fn ending(command: &Command) -> String {
    command.get_after_help().map(ToString::to_string).unwrap_or_default()
}

/// An argument as it is typed, such as `-o, --out <DIR>`.
fn typed(argument: &Arg) -> String {
    let values = argument.get_value_names().unwrap_or_default();
    let has_value = argument.get_action().takes_values();
    let value = values.iter().map(|value| format!("<{value}>")).collect::<Vec<_>>().join(" ");
    let short = argument.get_short().map(|letter| format!("-{letter}"));
    let long = argument.get_long().map(|word| format!("--{word}"));
    let flags = short.into_iter().chain(long).collect::<Vec<_>>().join(", ");
    match (flags.is_empty(), has_value) {
        (true, _) => value,
        (false, true) => format!("{flags} {value}"),
        (false, false) => flags,
    }
}

/// What an argument means, with its default and the values that it may have.
fn meaning(argument: &Arg) -> String {
    let mut text = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let values = argument.get_possible_values();
    if argument.get_action().takes_values() && !values.is_empty() {
        let names = values.iter().map(PossibleValue::get_name).collect::<Vec<_>>().join(", ");
        let _ = write!(text, " [values: {names}]");
    }
    let defaults = argument.get_default_values().iter().map(|value| value.to_string_lossy());
    let defaults = defaults.collect::<Vec<_>>().join(", ");
    if argument.get_action().takes_values() && !defaults.is_empty() {
        let _ = write!(text, " [default: {defaults}]");
    }
    if let Some(variable) = argument.get_env() {
        let _ = write!(text, " [environment: {}]", variable.to_string_lossy());
    }
    text
}

fn markdown(command: &Command, name: &str, text: &mut String) {
    let (about, usage) = (about(command), usage(command));
    let _ = write!(text, "## {name}\n\n{about}.\n\n```text\n{usage}\n```\n");
    for argument in arguments(command) {
        let _ = write!(text, "\n- `{}`: {}", typed(argument), meaning(argument));
    }
    let _ = write!(text, "\n\n```text\n{}\n```\n\n", ending(command));
}

/// The text of a page in the language of `man`, roff.
struct Roff(String);

impl Roff {
    fn page(mut self, command: &Command, name: &str) -> String {
        let title = name.replace(' ', "-");
        let version = env!("CARGO_PKG_VERSION");
        // No date: equal sources give equal pages.
        self.request(&format!("TH {} 1 \"\" \"perfil {version}\"", title.to_uppercase()));
        self.section("NAME");
        self.text(&format!("{title} - {}", about(command)));
        self.section("SYNOPSIS");
        self.text(&usage(command));
        let (words, options): (Vec<_>, Vec<_>) =
            arguments(command).partition(|argument| argument.is_positional());
        self.list("ARGUMENTS", words.iter().map(|it| (typed(it), meaning(it))));
        self.list("OPTIONS", options.iter().map(|it| (typed(it), meaning(it))));
        let verbs = command.get_subcommands().filter(|verb| is_shown(verb));
        self.list("VERBS", verbs.map(|verb| (verb.get_name().to_owned(), about(verb))));
        for part in ending(command).split("\n\n").filter(|part| !part.is_empty()) {
            let (title, lines) = part.split_once('\n').unwrap_or((part, ""));
            self.section(&title.trim_end_matches(':').to_uppercase());
            // Lines as they are: they are commands.
            self.request("nf");
            self.text(lines);
            self.request("fi");
        }
        self.0
    }

    fn section(&mut self, title: &str) {
        self.request(&format!("SH {title}"));
    }

    fn list(&mut self, title: &str, entries: impl Iterator<Item = (String, String)>) {
        let mut entries = entries.peekable();
        if entries.peek().is_none() {
            return;
        }
        self.section(title);
        for (term, meaning) in entries {
            self.request("TP");
            self.text(&term);
            self.text(&meaning);
        }
    }

    fn request(&mut self, request: &str) {
        let _ = writeln!(self.0, ".{request}");
    }

    /// Adds text in which nothing is a request: a line begins with no dot or apostrophe, and a hyphen
    /// can be copied as one.
    fn text(&mut self, text: &str) {
        for line in text.lines() {
            let line = line.replace('\\', "\\e").replace('-', "\\-");
            let guard = if line.starts_with(['.', '\'']) { "\\&" } else { "" };
            let _ = writeln!(self.0, "{guard}{line}");
        }
    }
}
