//! Uses an installed command as its owner would.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use walkdir::{DirEntry, WalkDir};
use xshell::{Shell, cmd};

use super::install::Installed;
use crate::application;
use crate::release::VERSION;

/// The name in the profile that is made.
const NAME: &str = "Ada Lovelace";

/// Makes a folder, serves it, and builds a site with a PDF of it. Returns how many seconds after
/// `start` the first page was there.
pub(crate) fn try_out(installed: &Installed, shell: Option<&Path>, start: Instant) -> Result<f64> {
    let version = run(installed, &["--version"])?;
    ensure!(version.trim() == format!("perfil {VERSION}"), "its version is {version}");
    run(installed, &["new", "me", "--name", NAME, "--languages", "en,es", "--yes"])?;
    let shell = shell.map(|shell| given(installed, shell)).transpose()?;
    let shell: Vec<&str> = shell.iter().flat_map(|folder| ["--shell", folder]).collect();
    let page = serve(installed, &shell)?;
    let seconds = start.elapsed().as_secs_f64();
    ensure!(page.contains(NAME), "the served page is {page}");
    run(installed, &[&["build", "me", "--out", "site"], shell.as_slice()].concat())?;
    let site = installed.work.join("site");
    let files = WalkDir::new(&site).into_iter().flatten();
    let pdf = files.map(DirEntry::into_path).find(|path| path.extension() == Some("pdf".as_ref()));
    let pdf = fs::read(pdf.context("the site has no PDF")?)?;
    ensure!(pdf.starts_with(b"%PDF-"), "the PDF is none");
    Ok(seconds)
}

/// Builds a site with Studio that sets PDFs in the browser, of the archive of the application.
pub(crate) fn try_application(installed: &Installed, archive: &Path) -> Result<()> {
    let (sh, work) = (Shell::new()?, &installed.work);
    cmd!(sh, "tar -xf {archive} -C {work}").quiet().run()?;
    let settings = work.join("me/site.json");
    let written = fs::read_to_string(&settings)?;
    fs::write(&settings, written.replacen('{', "{\"studio\": true,", 1))?;
    run(installed, &["build", "me", "--out", "site", "--shell", &application::stem()])?;
    let page = fs::read_to_string(work.join("site/studio/index.html"))?;
    ensure!(page.contains("data-printer"), "its Studio sets no PDFs");
    Ok(())
}

/// Copies the application to where the command can see it.
fn given(installed: &Installed, shell: &Path) -> Result<String> {
    let (sh, copy) = (Shell::new()?, installed.work.join("shell"));
    cmd!(sh, "cp -R {shell} {copy}").quiet().run()?;
    Ok("shell".to_owned())
}

/// Returns the command with its environment, which has nothing but a `PATH`.
fn command(installed: &Installed, arguments: &[&str]) -> Result<Command> {
    let mut words = installed.command.iter();
    let mut command = Command::new(words.next().context("nothing is installed")?);
    command.args(words).env_clear().env("PATH", &installed.path);
    match &installed.inside {
        // What changes the root folder starts in it.
        Some(inside) => {
            let in_folder = |argument: &&str| match *argument {
                "me" | "site" | "served" | "shell" => format!("{}/{argument}", inside.display()),
                other => other.to_owned(),
            };
            command.args(arguments.iter().map(in_folder));
        }
        None => {
            command.args(arguments).current_dir(&installed.work);
        }
    }
    Ok(command)
}

fn run(installed: &Installed, arguments: &[&str]) -> Result<String> {
    let output = command(installed, arguments)?.output()?;
    let (out, err) = (String::from_utf8(output.stdout)?, String::from_utf8(output.stderr)?);
    ensure!(
        output.status.success(),
        "{} ended with {}:\n{err}",
        arguments.join(" "),
        output.status
    );
    Ok(out)
}

/// Serves the folder at a free port, and returns the first page.
fn serve(installed: &Installed, shell: &[&str]) -> Result<String> {
    let arguments = [&["serve", "me", "--out", "served", "--port", "0"], shell].concat();
    let mut server = command(installed, &arguments)?.stderr(Stdio::piped()).spawn()?;
    let page = first_page(&mut server);
    // As a terminal or a host ends it.
    let (sh, id) = (Shell::new()?, server.id().to_string());
    if cfg!(unix) {
        cmd!(sh, "kill -TERM {id}").quiet().run()?;
    } else {
        server.kill()?;
    }
    server.wait()?;
    page
}

fn first_page(server: &mut Child) -> Result<String> {
    let output = server.stderr.take().context("its output was not piped")?;
    let mut said = String::new();
    for line in BufReader::new(output).lines() {
        let line = line?;
        if let Some((_, rest)) = line.split_once("Serving on http://") {
            let address = rest.split('/').next().unwrap_or_default();
            return get(address, "/en/");
        }
        said.push_str(&line);
        said.push('\n');
    }
    anyhow::bail!("it served nothing:\n{said}")
}

fn get(address: &str, path: &str) -> Result<String> {
    let mut stream = TcpStream::connect(address)?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    ensure!(answer.starts_with("HTTP/1.1 200"), "{path} is answered with {answer}");
    Ok(answer)
}
