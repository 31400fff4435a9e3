//! `perfil new`: creates a first content folder.

use crate::ask::{ask, is_possible};
use crate::cli::New;
use crate::exit::Failure;
use crate::host_flag::HostFlag;
use crate::interrupt;
use crate::report;
use crate::reporter::Reporter;
use crate::understood;
use clap::ValueEnum as _;
use perfil_cli::{Disk, place};
use perfil_model::language::Tag;
use perfil_site::{self as site, Finding, Host, PLACEHOLDER_URL, Start, Started};
use serde_json::json;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The answers to the questions, or the values of the flags.
struct Answers {
    name: Option<String>,
    languages: Vec<Tag>,
    base_url: Option<String>,
    import: Option<PathBuf>,
    host: Host,
}

impl Answers {
    /// Takes the language of the CV, unless the owner has named languages: the words of the pages go with it.
    fn take_language_of_cv(&mut self, arguments: &New) {
        let cv = self.import.as_ref().filter(|_| arguments.languages.is_empty());
        if let Some(language) = cv.and_then(|file| site::language_of(&Disk, file)) {
            self.languages = vec![language];
        }
    }
}

/// Creates the folder, and reports the next steps.
pub(crate) fn run(arguments: &New, reporter: Reporter) -> ExitCode {
    match new(arguments) {
        Ok((answers, started)) => {
            if let (Some(file), Some(kind), Some(read)) =
                (&answers.import, started.kind, &started.understood)
            {
                let (file, count) = (report::display_path(file), started.findings.len());
                reporter.note(understood::text(&file, &kind.to_string(), read, count));
            }
            reporter.findings(&started.findings);
            let files: Vec<&str> = started.tree.iter().map(|(path, _)| path).collect();
            let folder = arguments.folder.display().to_string();
            let understood = started.understood.as_ref().map(understood::object);
            let object = json!({
                "folder": folder,
                "name": started.name,
                "understood": understood,
                "written": files,
            });
            reporter.object(&started.findings, object);
            reporter.note(next(&arguments.folder, &answers, &started));
            ExitCode::SUCCESS
        }
        Err(failure) => failure.end(reporter),
    }
}

fn new(arguments: &New) -> Result<(Answers, Started), Failure> {
    let is_asked = !arguments.yes && is_possible();
    if is_asked {
        // Check the folder first, so that nobody answers questions in vain.
        site::is_free(&Disk, &arguments.folder).map_err(|finding| vec![finding])?;
    }
    let (mut answers, mut problems) = answers(arguments);
    answers.take_language_of_cv(arguments);
    let answers = if is_asked && problems.is_empty() {
        questions(answers, arguments).map_err(|_| Failure::Interrupted)?
    } else {
        answers
    };
    let start = Start {
        folder: &arguments.folder,
        name: answers.name.as_deref(),
        languages: &answers.languages,
        base_url: answers.base_url.as_deref(),
        import: answers.import.as_deref(),
        host: answers.host,
    };
    let started = match site::start(&Disk, &start) {
        Ok(started) if problems.is_empty() => started,
        others => {
            problems.extend(others.err().unwrap_or_default());
            return Err(problems.into());
        }
    };
    interrupt::writing(|| place(&started.tree, &arguments.folder)).map_err(|error| {
        let remedy = "Nothing was written. Name another folder: perfil new DIR.";
        Failure::written(&arguments.folder, "the folder", &error, remedy)
    })?;
    Ok((answers, started))
}

/// Returns the values of the flags, and a problem for each that is not a language tag.
fn answers(arguments: &New) -> (Answers, Vec<Finding>) {
    let (mut languages, mut problems) = (Vec::new(), Vec::new());
    for written in &arguments.languages {
        match Tag::parse(written.trim()) {
            Some(tag) if languages.contains(&tag) => {}
            Some(tag) => languages.push(tag),
            None => problems.push(Finding::of_file(
                &arguments.folder,
                no_language(written),
                "Write BCP 47 language tags, such as --languages en,es,pt-BR.",
            )),
        }
    }
    if languages.is_empty() {
        languages.extend(of_system());
    }
    let answers = Answers {
        name: arguments.name.clone(),
        languages,
        base_url: arguments.base_url.clone(),
        import: arguments.import.clone(),
        host: arguments.host.map_or(Host::None, Host::from),
    };
    (answers, problems)
}

fn no_language(written: &str) -> String {
    format!("{written:?} is not the tag of a known language")
}

/// Returns the language of the system (POSIX locales), or else English: `es_MX.UTF-8` is Spanish.
fn of_system() -> Option<Tag> {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let set = variables.into_iter().filter_map(|name| std::env::var(name).ok());
    let written = set.into_iter().find(|value| !value.is_empty()).unwrap_or_default();
    let name = written.split(['.', '@']).next().unwrap_or_default();
    let regional = Tag::parse(&name.replace('_', "-"));
    // A region is kept only where it changes the language, not where it is the default.
    let language = name.split('_').next().and_then(Tag::parse);
    let is_same =
        |tag: &Tag| regional.as_ref().is_some_and(|regional| regional.is_same_language(tag));
    language.filter(is_same).or(regional).or_else(|| Tag::parse("en"))
}

/// Asks for what no flag specifies.
fn questions(mut answers: Answers, arguments: &New) -> io::Result<Answers> {
    let end_of_input = || io::Error::from(io::ErrorKind::UnexpectedEof);
    if answers.import.is_none() && answers.name.is_none() {
        let question = "A CV to begin with, as a file (Enter for none)";
        answers.import = ask(question, "", |answer| match Path::new(answer) {
            path if answer.is_empty() || path.is_file() => {
                Ok((!answer.is_empty()).then(|| path.to_owned()))
            }
            _ => Err("There is no such file.".into()),
        })?
        .ok_or_else(end_of_input)?;
        answers.take_language_of_cv(arguments);
    }
    if answers.name.is_none() && answers.import.is_none() {
        let name = ask("Name of the person", "", |answer| match answer {
            "" => Err("A profile needs a name.".into()),
            name => Ok(name.to_owned()),
        })?;
        answers.name = Some(name.ok_or_else(end_of_input)?);
    }
    if arguments.languages.is_empty() {
        let default = answers.languages.iter().map(Tag::as_str).collect::<Vec<_>>().join(", ");
        let read = |answer: &str| {
            let tags = answer.split([',', ' ']).filter(|tag| !tag.is_empty());
            let tags = tags.map(|tag| Tag::parse(tag).ok_or_else(|| no_language(tag) + "."));
            let mut tags: Vec<Tag> = tags.collect::<Result<_, _>>()?;
            let mut before = Vec::new();
            tags.retain(|tag| {
                !before.contains(tag) && {
                    before.push(tag.clone());
                    true
                }
            });
            if tags.is_empty() { Err("A site needs a language.".into()) } else { Ok(tags) }
        };
        let question = "Languages of the site, the main one first (en, es, …)";
        answers.languages = ask(question, &default, read)?.ok_or_else(end_of_input)?;
    }
    if arguments.host.is_none() {
        let read = |answer: &str| {
            HostFlag::from_str(answer, true).map_err(|_| "Write one of these names.".to_owned())
        };
        let host = ask(&host_question(), "none", read)?.ok_or_else(end_of_input)?;
        answers.host = host.into();
    }
    if answers.base_url.is_none() {
        let question = "Address of the site (Enter if you do not know it yet)";
        let address = ask(question, "", |answer| match answer {
            "" => Ok(None),
            address => site::address(address).map(Some).map_err(|finding| {
                let problem = finding.problem;
                format!("{}. {}", problem.message, problem.remedy)
            }),
        })?;
        answers.base_url = address.ok_or_else(end_of_input)?;
    }
    Ok(answers)
}

/// Returns the question of where the site will be hosted.
fn host_question() -> String {
    let hosts = HostFlag::value_variants().iter().filter_map(HostFlag::to_possible_value);
    let hosts: Vec<String> = hosts.map(|host| host.get_name().to_owned()).collect();
    format!("Where the site will be hosted ({})", hosts.join(", "))
}

/// Returns a summary of what was created, and the next steps.
fn next(folder: &Path, answers: &Answers, started: &Started) -> String {
    let shown = |path: &Path| report::display_path(path);
    let count = started.tree.iter().count();
    let from = match (&answers.import, started.kind) {
        (Some(file), Some(kind)) => format!(", from {} ({kind})", shown(file)),
        _ => String::new(),
    };
    let profile = shown(&folder.join(format!("profiles/{}.json", started.slug)));
    let mut lines = vec![format!("Edit {profile}")];
    if answers.base_url.is_none() && !answers.host.knows_address() {
        let settings = shown(&folder.join("site.json"));
        lines.push(format!("Set \"baseUrl\" in {settings}; until then it is {PLACEHOLDER_URL}"));
    }
    let (mut check, mut serve) = (String::from("perfil check"), String::from("perfil serve"));
    if folder != Path::new("public") {
        let folder = typed(folder);
        check = format!("{check} {folder}");
        serve = format!("{serve} {folder}");
    }
    let mut last = "";
    if !perfil_cli::has_shell() {
        serve.push_str(" --shell SHELL");
        last = "\n\nSHELL is the compiled application: target/shell in a checkout of Perfil, where \
                `cargo xtask build` makes it.";
    }
    lines.extend([check, serve]);
    format!(
        "{}: {count} files for {}{from}.\n\nNext:\n  {}\n\nPublish:\n  {}{last}",
        shown(folder),
        started.name,
        lines.join("\n  "),
        publish(folder, &started.steps).join("\n  "),
    )
}

/// Returns a path as it is typed in a terminal.
fn typed(path: &Path) -> String {
    let shown = report::display_path(path);
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | ':' | '~');
    if shown.chars().all(is_plain) { shown } else { format!("\"{shown}\"") }
}

/// Returns the steps to the published site, as they are typed or done.
fn publish(folder: &Path, steps: &[String]) -> Vec<String> {
    let change = Some(typed(folder)).filter(|folder| folder != ".");
    let change = change.map(|folder| format!("cd {folder}"));
    let command = |step: &String| {
        let inner = step.strip_prefix('`').and_then(|step| step.strip_suffix('`'));
        let command = inner.filter(|inner| !inner.contains('`')).unwrap_or(step);
        let is_ours = command.starts_with("perfil ") && !perfil_cli::has_shell();
        if is_ours { format!("{command} --shell SHELL") } else { command.to_owned() }
    };
    change.into_iter().chain(steps.iter().map(command)).collect()
}
