//! The command line.

use crate::{build, check, import, pdf, serve};
use clap::{Args, Parser, Subcommand, ValueEnum};
use perfil::site::Input;
use std::net::IpAddr;
use std::path::PathBuf;
use std::process::ExitCode;

/// Turns one data file per person into a fast, multilingual, accessible engineer profile.
#[derive(Debug, Parser)]
#[command(version, after_help = EXIT_CODES)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  Everything is well; there may be warnings.
  1  A file has errors (with --strict, warnings too), or something could not be read or written.
  2  The command line is not understood.";

#[derive(Debug, Subcommand)]
enum Verb {
    /// Find every problem in profiles, locales and settings
    Check(Check),
    /// Write a native profile from a file of another format
    Import(Import),
    /// Set one profile on paper, whole or tailored to some skills
    Pdf(Pdf),
    /// Make the site from content and an already built shell
    Build(Build),
    /// Make the site, serve it, and make it again when the content changes
    Serve(Serve),
}

/// What `check` is asked.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Files, or content folders (those with a site.json)
    #[arg(default_value = "public")]
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
    /// How to write what was found, on the standard error
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// What `pdf` is asked.
#[derive(Debug, Args)]
pub(crate) struct Pdf {
    /// The name of the profile, as site.json lists it
    pub profile: String,
    /// The folder with site.json, profiles/ and locales/
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub content: PathBuf,
    /// The language (BCP 47), instead of the site's default one
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
    /// Keep what shows any of these skills, by their names in the page's address (?focus=)
    #[arg(long, value_name = "SKILLS", value_delimiter = ',')]
    pub focus: Vec<String>,
    /// The size of paper
    #[arg(long, value_enum, default_value_t = PaperSize::A4)]
    pub paper: PaperSize,
    /// The file to write, instead of the profile's name with .pdf
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PaperSize {
    /// 210 × 297 mm
    A4,
    /// 8.5 × 11 inches
    Letter,
}

/// What `build` is asked.
#[derive(Clone, Debug, Args)]
pub(crate) struct Build {
    /// The folder with site.json, profiles/ and locales/
    #[arg(long, value_name = "DIR", default_value = "public")]
    content: PathBuf,
    /// The folder into which Trunk built the application
    #[arg(long, value_name = "DIR", default_value = "target/shell")]
    shell: PathBuf,
    /// The folder that becomes the site; the one before is replaced whole, or not at all
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub out: PathBuf,
    /// Where the site will stand, instead of the place that site.json names
    #[arg(long, value_name = "URL", env = "PERFIL_BASE_URL")]
    base_url: Option<String>,
    /// Leave out the PDFs, which take more time than all the rest
    #[arg(long)]
    no_pdf: bool,
}

impl Build {
    /// What the site is made from.
    pub(crate) fn input(&self) -> Input {
        Input {
            content: self.content.clone(),
            shell: self.shell.clone(),
            base_url: self.base_url.clone().filter(|url| !url.is_empty()),
            pdf: !self.no_pdf,
        }
    }
}

/// What `serve` is asked.
#[derive(Debug, Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub build: Build,
    /// The port
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// The address
    #[arg(long, default_value = "127.0.0.1")]
    pub host: IpAddr,
    /// Do not make the site again when the content changes
    #[arg(long)]
    pub no_watch: bool,
}

/// Runs the command that the process was started with.
pub(crate) fn run() -> ExitCode {
    match Cli::parse().verb {
        Verb::Check(arguments) => check::run(&arguments),
        Verb::Import(arguments) => import::run(&arguments),
        Verb::Pdf(arguments) => pdf::run(&arguments),
        Verb::Build(arguments) => build::run(&arguments),
        Verb::Serve(arguments) => serve::run(&arguments),
    }
}
