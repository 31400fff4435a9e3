//! The command line.

use crate::default_folder::content_here;
use crate::examples;
use crate::exit::CODES;
use crate::host_flag::HostFlag;
use crate::reporter::Reporter;
use crate::{build, check, completions, import, manual, new, pdf, serve};
use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use perfil_site::Input;
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::process::ExitCode;

/// Turns one data file per person into a fast, multilingual, accessible engineer profile.
#[derive(Debug, Parser)]
#[command(name = "perfil", version, after_help = format!("{}\n\n{CODES}", examples::ALL))]
struct Cli {
    /// Say nothing but errors
    #[arg(long, short, global = true)]
    quiet: bool,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Start a content folder: settings, a first profile, and the words of its languages
    #[command(after_help = examples::NEW)]
    New(New),
    /// Find every problem in profiles, locales and settings
    #[command(after_help = examples::CHECK)]
    Check(Check),
    /// Write a native profile from a file of another format
    #[command(after_help = examples::IMPORT)]
    Import(Import),
    /// Set one profile on paper, whole or tailored to some skills
    #[command(after_help = examples::PDF)]
    Pdf(Pdf),
    /// Make the site from content and an already built shell
    #[command(after_help = examples::BUILD)]
    Build(Build),
    /// Make the site, serve it, and make it again when the content changes
    #[command(after_help = examples::SERVE)]
    Serve(Serve),
    /// Edit a content folder in the browser, with Studio
    #[command(after_help = examples::STUDIO)]
    Studio(Studio),
    /// Write the script by which a shell completes the command
    #[command(after_help = examples::COMPLETIONS)]
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Write the pages for man, or the reference of the handbook
    #[command(hide = true)]
    Manual {
        /// The folder to make for the pages; without it, the reference is written
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
}

/// What `new` is asked.
#[derive(Debug, Args)]
pub(crate) struct New {
    /// The folder to make; it must be empty or not there
    #[arg(default_value = "public", value_name = "DIR")]
    pub folder: PathBuf,
    /// The name of the person
    #[arg(long)]
    pub name: Option<String>,
    /// The languages of the site, the main one first [default: that of the CV, or of your system]
    #[arg(long, value_name = "TAGS", value_delimiter = ',')]
    pub languages: Vec<String>,
    /// A file to make the profile of: whatever `perfil import` reads
    #[arg(long, value_name = "FILE")]
    pub import: Option<PathBuf>,
    /// The URL of the site
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Where the site will be hosted; what that host needs is written too
    #[arg(long, value_enum)]
    pub host: Option<HostFlag>,
    /// Ask nothing
    #[arg(long, short)]
    pub yes: bool,
    /// How to write what was done
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// What `check` is asked.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Files, or content folders (those with a site.json) [default: public, or the current folder if it is one]
    pub paths: Vec<PathBuf>,
    /// Treat warnings, such as missing translations, as errors
    #[arg(long)]
    pub strict: bool,
    /// How to write what was found
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// For tools
    Json,
}

/// What `import` is asked.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The file; those beside it in other languages (ada.es.json) are read with it
    pub file: PathBuf,
    /// The profile to write, instead of the standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Replace the file that is there
    #[arg(long)]
    pub force: bool,
    /// The languages of the site, the default one first, where the file is in no site
    #[arg(long, value_name = "TAGS", value_delimiter = ',')]
    pub languages: Vec<String>,
    /// How to write what was found
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// What `pdf` is asked.
#[derive(Debug, Args)]
pub(crate) struct Pdf {
    /// The name of the profile, as site.json lists it
    pub profile: String,
    /// The folder with site.json, profiles/ and locales/ [default: public, or the current folder if it is one]
    #[arg(long, value_name = "DIR")]
    pub content: Option<PathBuf>,
    /// The language (BCP 47), instead of the site's default one
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
    /// Keep what shows any of these skills, by their names in the page's address (?focus=)
    #[arg(long, value_name = "SKILLS", value_delimiter = ',')]
    pub focus: Vec<String>,
    /// The size of paper
    #[arg(long, value_enum, default_value_t = PaperFlag::A4)]
    pub paper: PaperFlag,
    /// The file to write, instead of the profile's name with .pdf
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// How to write what was done
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PaperFlag {
    /// 210 × 297 mm
    A4,
    /// 8.5 × 11 inches
    Letter,
}

/// What `build` is asked.
#[derive(Debug, Args)]
pub(crate) struct Build {
    #[command(flatten)]
    pub site: Site,
    /// The folder that becomes the site; the one before is replaced whole, or not at all
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub out: PathBuf,
    /// How to write what was made
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// What a site is made from, and where.
#[derive(Clone, Debug, Args)]
pub(crate) struct Site {
    /// The folder with site.json, profiles/ and locales/ [default: public, or the current folder if it is one]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// The same, for scripts that name each of their arguments.
    #[arg(long, value_name = "DIR", hide = true, conflicts_with = "folder")]
    content: Option<PathBuf>,
    /// The folder of an application that you compiled, instead of the one in this program
    #[arg(long, value_name = "DIR")]
    pub(crate) shell: Option<PathBuf>,
    /// The URL of the site, instead of the one in site.json
    #[arg(long, value_name = "URL", env = "PERFIL_BASE_URL")]
    base_url: Option<String>,
    /// The theme of every page, instead of those that the content names
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
    /// Leave out the PDFs and the pictures for links, which take more time than all the rest
    #[arg(long)]
    no_pdf: bool,
    /// Whether drafts are part of the site.
    #[arg(skip)]
    pub(crate) drafts: bool,
    /// Whether PDFs and pictures are set when they are asked for.
    #[arg(skip)]
    pub(crate) is_typeset_later: bool,
    /// Whether the site has Studio, whatever its settings say.
    #[arg(skip)]
    pub(crate) is_studio_offered: Option<bool>,
}

impl Site {
    /// Returns what the site is made from.
    pub(crate) fn input(&self) -> Input {
        Input {
            content: self.content.clone().or(self.folder.clone()).unwrap_or_else(content_here),
            base_url: self.base_url.clone().filter(|url| !url.is_empty()),
            pdf: !self.no_pdf,
            theme: self.theme.clone(),
            drafts: self.drafts,
            is_typeset_later: self.is_typeset_later,
            is_studio_offered: self.is_studio_offered,
        }
    }
}

/// What `serve` is asked.
#[derive(Clone, Debug, Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub site: Site,
    /// The folder that becomes the site that is served [default: one in your folder of caches]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// The port [default: 8080, or the next one that is free]
    #[arg(long)]
    pub port: Option<u16>,
    /// The address
    #[arg(long, default_value = "127.0.0.1")]
    pub host: IpAddr,
    /// Do not make the site again when the content changes
    #[arg(long)]
    pub no_watch: bool,
    /// Open the site in the browser of this machine
    #[arg(long)]
    pub open: bool,
    /// The page that is opened, within the site.
    #[arg(skip)]
    pub(crate) page: &'static str,
}

/// What `studio` is asked.
#[derive(Debug, Args)]
struct Studio {
    #[command(flatten)]
    site: Site,
    /// The port [default: 8080, or the next one that is free]
    #[arg(long)]
    port: Option<u16>,
    /// Do not open it in the browser of this machine
    #[arg(long)]
    no_open: bool,
}

impl From<Studio> for Serve {
    fn from(Studio { site, port, no_open }: Studio) -> Self {
        let host = Ipv4Addr::LOCALHOST.into();
        Self { site, out: None, port, host, no_watch: false, open: !no_open, page: STUDIO }
    }
}

/// The page of Studio, and that it opens the folder that is served.
const STUDIO: &str = "studio/#folder";

/// Parses the command line and runs its verb.
pub(crate) fn run() -> ExitCode {
    let Cli { verb, quiet: is_quiet } = Cli::parse();
    let reporter = |format| Reporter { is_quiet, format };
    match verb {
        Verb::New(arguments) => new::run(&arguments, reporter(arguments.format)),
        Verb::Check(arguments) => check::run(&arguments, reporter(arguments.format)),
        Verb::Import(arguments) => import::run(&arguments, reporter(arguments.format)),
        Verb::Pdf(arguments) => pdf::run(&arguments, reporter(arguments.format)),
        Verb::Build(arguments) => build::run(&arguments, reporter(arguments.format)),
        Verb::Serve(arguments) => serve::run(arguments, reporter(Format::Text)),
        Verb::Studio(arguments) => serve::run(arguments.into(), reporter(Format::Text)),
        Verb::Completions { shell } => completions::run(shell, Cli::command()),
        Verb::Manual { folder: None } => {
            manual::reference(Cli::command());
            ExitCode::SUCCESS
        }
        Verb::Manual { folder: Some(folder) } => match manual::pages(&folder, Cli::command()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) => failure.end(reporter(Format::Text)),
        },
    }
}
