//! Which sites of a folder scroll sideways on a phone.
//!
//! `cargo xtask resumes FOLDER --phone` runs it; it is ignored among the tests, because the folder is
//! the caller's.

use super::browser::Browser;
use super::dist::env_path;
use super::engine::Setup;
use super::site::Site;
use super::themes::BEYOND;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

#[tokio::test]
#[ignore = "run `cargo xtask resumes FOLDER --phone`"]
async fn resumes_on_a_phone() {
    let folder = env_path("PERFIL_RESUMES");
    let entries = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let mut sites: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    sites.sort();
    let mut found = String::new();
    let first = Site::of(&folder).await;
    let browser = Browser::start(&first, Setup::default()).await;
    for folder in sites {
        let site = Site::of(&folder).await;
        for width in [320, 390] {
            browser.resize(width, 844).await;
            browser.visit(&format!("{}/en/", site.origin)).await;
            browser.ready().await;
            let beyond: Vec<String> = browser.get(BEYOND).await;
            if !beyond.is_empty() {
                writeln!(found, "{} at {width}: {beyond:?}", folder.display()).unwrap();
                break;
            }
        }
    }
    fs::write(folder.join("sideways"), found).unwrap();
}
