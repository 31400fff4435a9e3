//! Studio and folders of this machine: opened, changed, and saved, in which only what has changed is written.
//!
//! A picker cannot be operated by a test, so a page of the tests has one that chooses the browser's own folder
//! of files (OPFS), whose handles are those of any folder.

use super::browser::Browser;
use super::dist::root;
use super::engine::Setup;
use super::site::{Site, publish_as};
use super::studio::{PAGE, content, is_quiet, opened, push, taken};
use serde_json::json;
use std::fs;
use std::io::Write as _;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Chooses the browser's own folder.
const PICKER: &str = "window.showDirectoryPicker = () => navigator.storage.getDirectory();";

/// Returns the text of a file of the folder, and when it was written.
async fn file(browser: &Browser, path: &str) -> (String, f64) {
    let read = format!(
        "return (async () => {{
            let folder = await navigator.storage.getDirectory();
            const names = {path:?}.split('/');
            const name = names.pop();
            for (const it of names) folder = await folder.getDirectoryHandle(it);
            const file = await (await folder.getFileHandle(name)).getFile();
            return [await file.text(), file.lastModified];
        }})()"
    );
    serde_json::from_value(browser.run(&read).await).unwrap()
}

/// Changes a file of the folder, as another program does.
async fn overwrite(browser: &Browser, path: &str, text: &str) {
    let script = "return (async ([folder, name], text) => {
            const root = await navigator.storage.getDirectory();
            const handle = await (await root.getDirectoryHandle(folder)).getFileHandle(name);
            const stream = await handle.createWritable();
            await stream.write(text);
            await stream.close();
        })(arguments[0].split('/'), arguments[1])";
    browser.run_with(script, json!([path, text])).await;
}

const NOTICE: &str = "(document.querySelector('.work > [role=status]')?.textContent ?? '')";

#[tokio::test]
async fn a_document_is_saved_in_a_folder_and_opened_again() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    browser.run(PICKER).await;
    push(&browser, "Save in a folder…").await;
    browser.wait("document.querySelector('.save')?.textContent == 'Saved'").await;
    let profile = "profiles/ada-lovelace.json";
    let (settings, profile_before) =
        (file(&browser, "site.json").await, file(&browser, profile).await);
    assert!(profile_before.0.contains("Engine Works"), "{}", profile_before.0);
    push(&browser, "← Documents").await;
    push(&browser, "Open a content folder").await;
    browser.wait(&format!("{PAGE}.includes('Engine Works')")).await;
    browser.write("#f-name", " King").await;
    browser.wait(&format!("{PAGE}.includes(' King')")).await;
    push(&browser, "Save (1)").await;
    browser.wait("document.querySelector('.save').textContent == 'Saved'").await;
    let after = file(&browser, profile).await;
    let expected = profile_before.0.replacen("\"Ada Lovelace\"", "\"Ada Lovelace King\"", 1);
    assert_eq!(after.0, expected, "more than the name has changed");
    assert_eq!(file(&browser, "site.json").await, settings, "it was written without need");
    is_quiet(&browser, "a folder").await;
}

#[tokio::test]
async fn what_somebody_else_has_changed_in_the_folder_is_not_lost() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    browser.run(PICKER).await;
    push(&browser, "Save in a folder…").await;
    browser.wait("document.querySelector('.save')?.textContent == 'Saved'").await;
    let profile = "profiles/ada-lovelace.json";
    overwrite(&browser, profile, "by hand").await;
    browser.write("#f-name", " King").await;
    browser.wait(&format!("{PAGE}.includes(' King')")).await;
    push(&browser, "Save (1)").await;
    browser
        .wait(&format!("{NOTICE}.includes('left as they are: profiles/ada-lovelace.json')"))
        .await;
    assert_eq!(file(&browser, profile).await.0, "by hand");
    // The folder is the document's after a reload, too.
    browser.reload().await;
    push(&browser, "Save (1)").await;
    browser.wait("document.querySelector('.save').textContent == 'Saved'").await;
    assert!(file(&browser, profile).await.0.contains("Ada Lovelace King"));
}

#[tokio::test]
async fn the_folder_that_the_command_serves_is_edited_in_place() {
    let folder = content();
    let (content, dist) = (folder.path().join("content"), folder.path().join("dist"));
    publish_as(&content, &dist, Some(true));
    let site = Site::with_content(&dist, &content).await;
    let browser = Browser::start(&site, Setup::default()).await;
    // As the command opens it; then by its button.
    browser.load("/studio/#folder").await;
    browser.wait(&format!("{PAGE}.includes('Marcus')")).await;
    push(&browser, "← Documents").await;
    push(&browser, "Edit the folder “content”").await;
    let choice = "document.querySelector('#profile')";
    browser.wait(choice).await;
    browser
        .run(&format!(
            "{choice}.value = 'profiles/rodrigo-de-leon.json';
             {choice}.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        ))
        .await;
    browser.wait("document.querySelector('#f-name')?.value.startsWith('Rodrigo')").await;
    let file = content.join("profiles/rodrigo-de-leon.json");
    let before = fs::read_to_string(&file).unwrap();
    browser.write("#f-name", " II").await;
    browser.wait(&format!("{PAGE}.includes(' II')")).await;
    browser.wait("document.querySelector('.save')?.textContent == 'Save (1)'").await;
    browser.control('s').await;
    browser.wait("document.querySelector('.save').textContent == 'Saved'").await;
    let after = fs::read_to_string(&file).unwrap();
    assert_eq!(after, before.replacen("\"Rodrigo de León\"", "\"Rodrigo de León II\"", 1));
    is_quiet(&browser, "the folder of the command").await;
}

/// Drops a folder of the browser's sandbox: no test can drag one of this machine.
const DROP: &str = "const [files, hasHandle] = arguments;
    const promised = (it, method, ...values) => new Promise((good, bad) => it[method](...values, good, bad));
    return (async () => {
        const { root } = await new Promise((good, bad) => webkitRequestFileSystem(TEMPORARY, 1 << 20, good, bad));
        const top = await promised(root, 'getDirectory', 'mine', { create: true });
        const handle = await (await navigator.storage.getDirectory()).getDirectoryHandle('mine', { create: true });
        for (const [path, text] of Object.entries(files)) {
            const names = path.split('/');
            let [inner, own] = [top, handle];
            for (const name of names.slice(0, -1)) {
                inner = await promised(inner, 'getDirectory', name, { create: true });
                own = await own.getDirectoryHandle(name, { create: true });
            }
            const file = await promised(inner, 'getFile', names.at(-1), { create: true });
            const writer = await promised(file, 'createWriter');
            await new Promise(good => { writer.onwriteend = good; writer.write(new Blob([text])); });
            const stream = await (await own.getFileHandle(names.at(-1), { create: true })).createWritable();
            await stream.write(text);
            await stream.close();
        }
        const item = { kind: 'file', webkitGetAsEntry: () => top };
        if (hasHandle) item.getAsFileSystemHandle = async () => handle;
        const event = new Event('drop', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'dataTransfer', { value: { items: [item], files: [] } });
        document.querySelector('.drop').dispatchEvent(event);
    })()";

#[tokio::test]
async fn a_content_folder_is_dropped() {
    let (site, _folder) = super::studio::site().await;
    let profile = r#"{ "version": 1, "name": "Grace Hopper", "sections": [] }"#;
    let files = json!({
        "public/site.json": r#"{ "title": "G", "baseUrl": "https://g.example", "defaultLanguage": "en", "languages": ["en"], "profiles": ["grace"] }"#,
        "public/profiles/grace.json": profile,
        "public/locales/en.json": fs::read_to_string(root().join("public/locales/en.json")).unwrap(),
        "public/dist/index.html": "built",
        "other.txt": "beside",
    });
    for has_handle in [false, true] {
        let browser = Browser::start(&site, Setup::default()).await;
        browser.load("/studio/").await;
        browser.wait("document.querySelector('#file')").await;
        browser.run_with(DROP, json!([files, has_handle])).await;
        browser.wait(&format!("{PAGE}.includes('Grace Hopper')")).await;
        browser.write("#f-name", " B.").await;
        browser.wait(&format!("{PAGE}.includes('Grace Hopper B.')")).await;
        // Only what has a handle can be saved where it was.
        browser.see("Boolean(document.querySelector('.save'))", has_handle).await;
        let taken = taken(&browser, "Content folder (ZIP)").await;
        let paths: Vec<_> = taken.keys().map(String::as_str).collect();
        assert_eq!(paths, ["locales/en.json", "profiles/grace.json", "site.json"]);
    }
}

#[tokio::test]
async fn without_a_picker_of_folders_there_are_zips_and_the_folder_of_the_command() {
    let folder = content();
    let (content, dist) = (folder.path().join("content"), folder.path().join("dist"));
    publish_as(&content, &dist, Some(true));
    let site = Site::with_content(&dist, &content).await;
    let browser = Browser::start(&site, Setup::default()).await;
    // Firefox has none.
    browser.before("delete window.showDirectoryPicker").await;
    browser.load("/studio/").await;
    browser.wait("document.querySelector('#file')").await;
    let offered = "(name => [...document.querySelectorAll('button')].some(it => it.textContent.startsWith(name)))";
    browser.wait(&format!("{offered}('Edit the folder')")).await;
    assert!(!browser.get::<bool>(&format!("{offered}('Open a content folder')")).await);
    // A document that is in no folder stays in the browser and leaves as a ZIP.
    browser.write("#name", "Ada").await;
    push(&browser, "Create").await;
    browser.wait(&format!("{PAGE}.includes('Ada')")).await;
    assert!(!browser.get::<bool>(&format!("{offered}('Save in')")).await);
    browser.control('s').await;
    browser.wait(&format!("{NOTICE} != ''")).await;
    let files = taken(&browser, "Content folder (ZIP)").await;
    assert!(files.contains_key("site.json"), "{:?}", files.keys());
    // A ZIP of a folder is opened again.
    let mut zip = ZipWriter::new(fs::File::create(folder.path().join("ada.zip")).unwrap());
    for (path, bytes) in &files {
        zip.start_file(path.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
    push(&browser, "← Documents").await;
    browser.wait("document.querySelector('#file')").await;
    browser.write("#file", folder.path().join("ada.zip").to_str().unwrap()).await;
    browser.wait(&format!("{PAGE}.includes('Ada')")).await;
    // The folder of the command is saved in place, by its menu too.
    push(&browser, "← Documents").await;
    push(&browser, "Edit the folder “content”").await;
    browser.wait("document.querySelector('#f-name')?.value").await;
    browser.write("#f-name", " II").await;
    browser.wait(&format!("{PAGE}.includes(' II')")).await;
    browser.wait("document.querySelector('.save')?.textContent == 'Save (1)'").await;
    push(&browser, "Save in “content”").await;
    browser.wait("document.querySelector('.save').textContent == 'Saved'").await;
    is_quiet(&browser, "Studio without a picker").await;
}
