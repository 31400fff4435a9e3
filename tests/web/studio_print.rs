//! PDFs in Studio: set by the printer, which is loaded for them, or by the command that serves the page, and in
//! both cases the same bytes as by the command alone.

use super::browser::Browser;
use super::dist::env_path;
use super::engine::Setup;
use super::site::{Module, Site, publish_as};
use super::studio::{assert_built, is_quiet, opened, push, site, take_content, taken, taken_file};
use perfil_cli::{machine, read_shell};
use perfil_export::PaperSize;
use perfil_site::{CvRequest, cv};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

/// The most that the printer may take, as hosts send it (Brotli 11), in bytes.
const MAX_PRINTER: u64 = 9_000_000;

fn set(content: &Path, profile: &str, paper: PaperSize) -> Vec<u8> {
    let (profile, language) = (profile.to_owned(), Some("en".to_owned()));
    let request = CvRequest { profile, language, paper, focus: Vec::new() };
    cv(machine(&()), content, &request).unwrap_or_else(|found| panic!("{found:?}"))
}

/// Opens the menu, whose buttons are the ways out.
async fn open_menu(browser: &Browser) {
    browser.run("document.querySelector('.menu').open = true").await;
}

#[tokio::test]
async fn pdfs_are_those_of_the_command() {
    let (site, folder, browser) = opened(Setup::default()).await;
    let printer = || site.asked().iter().any(|path| path.contains("/printer-"));
    open_menu(&browser).await;
    let content = take_content(&browser, folder.path()).await;
    assert!(!printer(), "what sets PDFs is loaded before there is one");
    for (button, paper) in
        [("PDF on A4 paper", PaperSize::A4), ("PDF on Letter paper", PaperSize::Letter)]
    {
        let made = taken_file(&browser, button).await;
        assert!(made == set(&content, "ada-lovelace", paper), "{button} differs");
    }
    assert!(printer());
    // A change is in the next one.
    browser.write("#f-name", " King").await;
    let changed = taken_file(&browser, "PDF on A4 paper").await;
    let content = take_content(&browser, folder.path()).await;
    assert!(changed == set(&content, "ada-lovelace", PaperSize::A4), "a changed PDF differs");
    assert_built(&taken(&browser, "Finished site with PDFs (ZIP)").await, &content, true);
    is_quiet(&browser, "PDFs").await;
}

#[tokio::test]
async fn what_is_loaded_for_pdfs_is_told_before_and_meanwhile() {
    let (site, _folder, browser) = opened(Setup::default()).await;
    let size = "[...document.querySelectorAll('.menu p')].some(it => /For PDFs, up to \\d+ MB are loaded/.test(it.textContent))";
    browser.wait(size).await;
    browser
        .run(
            "window.told = [];
            new MutationObserver(() => told.push(document.querySelector('.notice p')?.textContent))
                .observe(document.body, { subtree: true, childList: true, characterData: true });",
        )
        .await;
    site.module(Module::Missing);
    push(&browser, "PDF on A4 paper").await;
    browser.wait("document.querySelector('.notice[data-error]')").await;
    site.module(Module::Served);
    let made = taken_file(&browser, "PDF on A4 paper").await;
    assert!(made.starts_with(b"%PDF"));
    browser.wait("told.some(it => /^Loading what sets PDFs: [1-9]0 %$/.test(it?.trim()))").await;
}

#[tokio::test]
async fn the_command_sets_pdfs_where_it_serves_studio() {
    let (_published, folder) = site().await;
    let content = folder.path().join("content");
    let dist = folder.path().join("served");
    publish_as(&content, &dist, Some(true));
    let site = Site::with_content(&dist, &content).await;
    let browser = Browser::start(&site, Setup::default()).await;
    browser.load("/studio/").await;
    browser.wait("document.querySelector('#file')").await;
    browser.write("#file", folder.path().join("cv.md").to_str().unwrap()).await;
    browser.wait("document.querySelector('#f-name')?.value == 'Ada Lovelace'").await;
    let made = taken_file(&browser, "PDF on Letter paper").await;
    let taken_content = take_content(&browser, folder.path()).await;
    assert!(made == set(&taken_content, "ada-lovelace", PaperSize::Letter), "it differs");
    assert_built(&taken(&browser, "Finished site with PDFs (ZIP)").await, &taken_content, true);
    assert!(!site.asked().iter().any(|path| path.contains("printer-")));
}

#[test]
fn the_printer_is_small() {
    let shell = read_shell(Some(&env_path("PERFIL_SHELL"))).unwrap();
    let module = shell.studio["printer_bg.wasm"].bytes();
    let mut packed = tempfile::NamedTempFile::new().unwrap();
    packed.write_all(module).unwrap();
    // A minute in Node, and several in a debug build of ours.
    let script =
        "const { brotliCompressSync, constants: { BROTLI_PARAM_LGWIN } } = require('node:zlib');
        const bytes = require('node:fs').readFileSync(process.argv[1]);
        console.log(brotliCompressSync(bytes, { params: { [BROTLI_PARAM_LGWIN]: 24 } }).length);";
    let output = Command::new("node").args(["-e", script]).arg(packed.path()).output().unwrap();
    let size: u64 = String::from_utf8(output.stdout).unwrap().trim().parse().unwrap();
    println!("the printer is {size} bytes");
    assert!(size <= MAX_PRINTER, "{size}");
    // What a page says before it is loaded is at least that.
    let known: serde_json::Value =
        serde_json::from_slice(shell.studio["printer.json"].bytes()).unwrap();
    assert!(known["download"].as_u64().unwrap() >= size);
}
