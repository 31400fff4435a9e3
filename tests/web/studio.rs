//! Studio: a CV becomes a page, is changed, and is taken away.

use super::accessibility::{assert_accessible, axe};
use super::browser::Browser;
use super::dist::{env_path, root};
use super::engine::{Scheme, Setup};
use super::site::{Site, publish};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use perfil_cli::{machine, read_shell};
use perfil_site::{Input, build};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use zip::ZipArchive;

/// A CV as somebody may have it.
const CV: &str = "# Ada Lovelace\n\nAnalyst of engines\n\nada@ada.example\n\n## Experience\n\n\
    ### Analyst, Engine Works\n*2018 – 2021*\n\n- Wrote the first program\n- Published the notes\n\n\
    ### Developer, Taylor Press\n*2015 – 2018*\n\n- Translated a memoir\n\n\
    ## Skills\n\nMathematics, Poetry\n";

/// The text of the page that is shown.
pub(crate) const PAGE: &str =
    "(document.querySelector('iframe')?.contentDocument.body?.innerText ?? '')";

/// A folder with the content of a site that has Studio, and the CV.
pub(crate) fn content() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    fs::create_dir_all(content.join("profiles")).unwrap();
    let public = root().join("public");
    let mut settings: Value =
        serde_json::from_slice(&fs::read(public.join("site.json")).unwrap()).unwrap();
    settings["studio"] = true.into();
    fs::write(content.join("site.json"), settings.to_string()).unwrap();
    for profile in settings["profiles"].as_array().unwrap() {
        let name = format!("profiles/{}.json", profile.as_str().unwrap());
        fs::copy(public.join(&name), content.join(&name)).unwrap();
    }
    fs::write(folder.path().join("cv.md"), CV).unwrap();
    folder
}

/// A site that has Studio.
pub(crate) async fn site() -> (Site, TempDir) {
    let folder = content();
    let dist = folder.path().join("dist");
    publish(&folder.path().join("content"), &dist);
    (Site::of(&dist).await, folder)
}

/// Studio with a CV that was chosen.
pub(crate) async fn opened(setup: Setup) -> (Site, TempDir, Browser) {
    let (site, folder) = site().await;
    let browser = Browser::start(&site, setup).await;
    browser.load("/studio/").await;
    browser.wait("document.querySelector('#file')").await;
    let file = folder.path().join("cv.md");
    browser.write("#file", file.to_str().unwrap()).await;
    browser.wait(&format!("{PAGE}.includes('Engine Works')")).await;
    (site, folder, browser)
}

/// Clicks on the button with a text or a label.
pub(crate) async fn push(browser: &Browser, name: &str) {
    let found = format!(
        "[...document.querySelectorAll('button')].find(it => \
         (it.getAttribute('aria-label') ?? it.textContent).trim() == {name:?})"
    );
    browser.wait(&format!("{found} && !{found}.disabled")).await;
    browser.run(&format!("{found}.click()")).await;
}

/// Checks that Studio says nothing in the console, and has asked nobody but the site that it is of.
pub(crate) async fn is_quiet(browser: &Browser, where_: &str) {
    browser.is_silent(where_).await;
    let foreign = "performance.getEntriesByType('resource').map(it => it.name)
        .filter(it => /^http/.test(it) && !it.startsWith(location.origin))";
    assert_eq!(browser.get::<Vec<String>>(foreign).await, <[String; 0]>::default(), "{where_}");
}

#[tokio::test]
async fn a_cv_becomes_a_page_that_can_be_changed() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    browser
        .see("document.querySelector('.read strong').textContent", "Read as Markdown".to_owned())
        .await;
    browser.write("#f-name", " King").await;
    browser.wait(&format!("{PAGE}.includes('Ada Lovelace King')")).await;
    // What is typed is there, with the cursor where it was.
    let focused: String = browser.get("document.activeElement.id").await;
    assert_eq!(focused, "f-name");
    push(&browser, "Source").await;
    let source = "document.querySelector('.source div').shadowRoot.textContent";
    browser.wait(&format!("{source}.includes('Ada Lovelace King')")).await;
    push(&browser, "Undo").await;
    browser.wait(&format!("!{PAGE}.includes('King')")).await;
    browser.wait(&format!("!{source}.includes('King')")).await;
    push(&browser, "Form").await;
    push(&browser, "Redo").await;
    browser.wait(&format!("{PAGE}.includes('Ada Lovelace King')")).await;
    browser.wait("document.querySelector('#f-name')?.value == 'Ada Lovelace King'").await;
    is_quiet(&browser, "Studio").await;
}

#[tokio::test]
async fn a_click_on_the_page_leads_to_the_field() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    let click = |text: &str| {
        format!(
            "[...document.querySelector('iframe').contentDocument.querySelectorAll('li, p, h3, h1')]\
             .findLast(it => it.textContent.includes({text:?})).click()"
        )
    };
    for (text, value) in
        [("Translated a memoir", "Translated a memoir"), ("Ada Lovelace", "Ada Lovelace")]
    {
        browser.run(&click(text)).await;
        browser.see("document.activeElement.value", Some(value.to_owned())).await;
    }
}

#[tokio::test]
async fn order_and_privacy_are_changed_by_keyboard() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    browser.run("[...document.querySelectorAll('.outline .part')].find(it => it.textContent == 'Experience').click()").await;
    let down = "document.getElementById('f-sections-0-items-0-down')";
    browser.wait(down).await;
    browser.run(&format!("{down}.focus()")).await;
    browser.press(super::webdriver::Key::Enter).await;
    let titles = "[...document.querySelectorAll('.items > .item > .item-head > .title')].map(it => it.textContent).join('|')";
    browser.see(titles, "Developer, Taylor Press|Analyst, Engine Works".to_owned()).await;
    // The focus goes with what was moved; at the end of the list its button has nothing to do.
    browser.see("document.activeElement.id.startsWith('f-sections-0-items-1')", true).await;
    let order = format!("{PAGE}.indexOf('Taylor Press') < {PAGE}.indexOf('Engine Works')");
    browser.wait(&order).await;
    push(&browser, "Public: Developer, Taylor Press. Make it private").await;
    browser.wait(&format!("!{PAGE}.includes('Taylor Press')")).await;
    push(&browser, "Private: Developer, Taylor Press. Make it public").await;
    browser.wait(&format!("{PAGE}.includes('Taylor Press')")).await;
}

#[tokio::test]
async fn everything_is_there_after_a_reload_and_in_one_tab_only() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    browser.write("#f-name", " King").await;
    browser.wait("document.querySelector('.saved').textContent == 'Kept in this browser'").await;
    browser.wait(&format!("{PAGE}.includes('King')")).await;
    browser.reload().await;
    browser.wait("document.querySelector('#f-name')?.value == 'Ada Lovelace King'").await;
    push(&browser, "Undo").await;
    browser.wait("document.querySelector('#f-name')?.value == 'Ada Lovelace'").await;
    browser.wait("document.querySelector('.saved').textContent == 'Kept in this browser'").await;
    // As another tab does that takes the document over.
    let held = "navigator.locks.query().then(({ held }) => held.map(it => it.name).join())";
    let name = browser.run(&format!("return {held}")).await;
    let name = name.as_str().unwrap().to_owned();
    assert!(name.starts_with("perfil-studio "), "{name:?}");
    browser
        .run(&format!(
            "navigator.locks.request({name:?}, {{ steal: true }}, () => new Promise(end => window.end = end))"
        ))
        .await;
    browser.wait("document.querySelector('.form').inert").await;
    browser.run("window.end()").await;
    push(&browser, "Edit it here").await;
    browser
        .wait("!document.querySelector('.form')?.inert && document.querySelector('#f-name')")
        .await;
    browser.write("#f-name", " Byron").await;
    browser.wait(&format!("{PAGE}.includes('Byron')")).await;
    push(&browser, "← Documents").await;
    browser.wait("document.querySelector('.kept li')").await;
    push(&browser, "Forget Ada Lovelace Byron").await;
    browser.wait("!document.querySelector('.kept')").await;
}

#[tokio::test]
async fn a_mistake_is_told_beside_its_field_and_the_page_stays() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    browser.write("#f-email", " nobody").await;
    browser
        .wait(
            "document.querySelector('.field .problem[data-error]')?.textContent.includes('e-mail')",
        )
        .await;
    assert!(browser.get::<bool>(&format!("{PAGE}.includes('Engine Works')")).await);
    let problems = "(it => it.open && it.innerText.trim().split('\\n').filter(it => it).length)(document.querySelector('.problems details'))";
    // The summary, and of the problem what it is, what to write, and where.
    browser.see(problems, 4).await;
    push(&browser, "Undo").await;
    browser.wait("!document.querySelector('.problem')").await;
}

/// Returns the file that a button makes.
pub(crate) async fn taken_file(browser: &Browser, button: &str) -> Vec<u8> {
    browser
        .run(
            "window.kept = undefined;
            URL.createObjectURL = blob => (window.kept = blob, 'data:,');
            HTMLAnchorElement.prototype.click = () => {};",
        )
        .await;
    push(browser, button).await;
    browser.wait("window.kept").await;
    let encoded = browser
        .run(
            "return window.kept.arrayBuffer().then(buffer => {
                const bytes = new Uint8Array(buffer);
                let text = '';
                for (let at = 0; at < bytes.length; at += 0x8000)
                    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
                return btoa(text);
            })",
        )
        .await;
    STANDARD.decode(encoded.as_str().unwrap()).unwrap()
}

/// Returns the files of the ZIP that a button makes.
pub(crate) async fn taken(browser: &Browser, button: &str) -> BTreeMap<String, Vec<u8>> {
    let bytes = taken_file(browser, button).await;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let mut file = Vec::new();
        entry.read_to_end(&mut file).unwrap();
        files.insert(entry.name().unwrap().into_owned(), file);
    }
    files
}

#[tokio::test]
async fn the_site_that_is_taken_away_is_the_one_that_the_command_builds() {
    let (_site, folder, browser) = opened(Setup::default()).await;
    let content = take_content(&browser, folder.path()).await;
    assert_built(&taken(&browser, "Finished site (ZIP)").await, &content, false);
}

/// Takes the content folder away, and returns where it is.
pub(crate) async fn take_content(browser: &Browser, folder: &Path) -> PathBuf {
    let content = folder.join("taken");
    for (path, bytes) in taken(browser, "Content folder (ZIP)").await {
        let path = content.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    content
}

/// Compares a site with the one that the command builds of a content folder.
pub(crate) fn assert_built(site: &BTreeMap<String, Vec<u8>>, content: &Path, pdf: bool) {
    let shell = read_shell(Some(&env_path("PERFIL_SHELL"))).unwrap();
    let input = Input { content: content.to_owned(), pdf, ..Input::default() };
    let built = build(machine(&()), &input, shell).unwrap_or_else(|found| panic!("{found:?}"));
    for (path, bytes) in built.tree.iter() {
        assert!(site.get(path).is_some_and(|made| made == bytes), "{path} differs");
    }
    assert_eq!(site.len(), built.tree.iter().count());
    let is_set = |path: &String| Path::new(path).extension().is_some_and(|it| it == "pdf");
    assert_eq!(site.keys().any(is_set), pdf, "whether there are PDFs");
}

#[tokio::test]
async fn studio_is_accessible() {
    let axe = axe();
    for scheme in [Scheme::Light, Scheme::Dark] {
        let setup = Setup { scheme, ..Setup::default() };
        let (_site, _folder, browser) = opened(setup).await;
        for view in ["Form", "Languages", "Source"] {
            push(&browser, view).await;
            if view == "Source" {
                browser.wait("document.querySelector('.source div').shadowRoot?.querySelector('.cm-content')").await;
            }
            assert_accessible(&browser, &axe, view).await;
        }
        for width in [320, 768] {
            browser.resize(width, 900).await;
            push(&browser, "Form").await;
            let wide: bool = browser.get("document.documentElement.scrollWidth > innerWidth").await;
            assert!(!wide, "it scrolls sideways at {width}");
            browser.run("document.querySelector('.menu').open = true").await;
            let menu = "document.querySelector('.menu > div').getBoundingClientRect()";
            let fits: bool =
                browser.get(&format!("{menu}.left >= 0 && {menu}.right <= innerWidth")).await;
            assert!(fits, "the menu is out of sight at {width}");
            browser.run("document.querySelector('.menu').open = false").await;
        }
        push(&browser, "← Documents").await;
        push(&browser, "Español").await;
        browser.see("document.documentElement.lang", "es".to_owned()).await;
        assert_accessible(&browser, &axe, "the start").await;
    }
}
