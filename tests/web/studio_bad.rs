//! Studio where something is missing, full, switched off, too large, or ends.

use super::browser::Browser;
use super::engine::Setup;
use super::site::Module;
use super::studio::{PAGE, opened, push, site};

const NOTICE: &str = "(document.querySelector('[role=status] .notice')?.textContent ?? '')";

/// Studio at its start, after a script that runs before everything else.
async fn after(browser: &Browser, script: &str) {
    browser.before(script).await;
    browser.load("/studio/").await;
    browser.wait("document.querySelector('#file')").await;
}

#[tokio::test]
async fn without_web_assembly_it_says_where_the_command_is() {
    let (site, _folder) = site().await;
    site.module(Module::Forbidden);
    let browser = Browser::start(&site, Setup::default()).await;
    browser.load("/studio/").await;
    browser.wait("document.querySelector('main a')?.href.startsWith('https://')").await;
    browser.wait("document.body.textContent.includes('perfil new me')").await;
}

#[tokio::test]
async fn a_builder_that_ends_is_replaced_and_nothing_is_lost() {
    let (site, folder) = site().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let noted = "window.workers = [];
        window.Worker = class extends Worker {
            constructor(...given) { super(...given); window.workers.push(this); }
        };";
    after(&browser, noted).await;
    let file = folder.path().join("cv.md");
    browser.write("#file", file.to_str().unwrap()).await;
    browser.wait(&format!("{PAGE}.includes('Engine Works')")).await;
    browser.write("#f-name", " King").await;
    browser.wait(&format!("{PAGE}.includes('Ada Lovelace King')")).await;
    // It ends while nothing waits for it, and while something does.
    let end = "window.workers.at(-1).dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));";
    browser.run(end).await;
    browser.write("#f-name", " I").await;
    browser.wait(&format!("{PAGE}.includes('Ada Lovelace King I')")).await;
    let field = "window.workers.at(-1).postMessage = () => {};
        const field = document.querySelector('#f-name'); field.value += 'I';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise(done => setTimeout(done, 50));";
    browser.run(&format!("return (async () => {{ {field} {end} }})()")).await;
    browser.wait(&format!("{PAGE}.includes('Ada Lovelace King II')")).await;
    browser.wait(&format!("{NOTICE}.includes('Nothing is lost')")).await;
    browser.see("window.workers.length", 3).await;
}

#[tokio::test]
async fn storage_that_is_full_is_told_and_work_goes_on() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    browser
        .run("IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }")
        .await;
    browser.write("#f-name", " King").await;
    browser.wait(&format!("{PAGE}.includes('Ada Lovelace King')")).await;
    browser.wait(&format!("{NOTICE}.includes('keeps nothing')")).await;
}

#[tokio::test]
async fn storage_that_is_denied_is_told_and_work_goes_on() {
    let (site, folder) = site().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let denied = "IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); };
        Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });";
    after(&browser, denied).await;
    let file = folder.path().join("cv.md");
    browser.write("#file", file.to_str().unwrap()).await;
    browser.wait(&format!("{PAGE}.includes('Engine Works')")).await;
    browser.wait(&format!("{NOTICE}.includes('keeps nothing')")).await;
}

/// Chooses a file of some bytes, each a letter.
async fn choose(browser: &Browser, name: &str, bytes: usize) {
    let script = format!(
        "const data = new DataTransfer();
         data.items.add(new File(['a'.repeat({bytes})], {name:?}));
         const input = document.querySelector('#file');
         input.files = data.files;
         input.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    );
    browser.run(&script).await;
}

#[tokio::test]
async fn a_file_that_is_too_large_or_no_cv_is_told() {
    let (site, _folder) = site().await;
    let browser = Browser::start(&site, Setup::default()).await;
    after(&browser, "").await;
    choose(&browser, "cv.pdf", 50_000_001).await;
    browser.wait(&format!("{NOTICE}.includes('larger than 50 MB')")).await;
    for name in ["cv.pdf", "cv.json", "cv.docx", "cv.zip", "cv.xml"] {
        push(&browser, "Close").await;
        browser.wait(&format!("{NOTICE} == ''")).await;
        choose(&browser, name, 50_000_000).await;
        browser.wait(&format!("{NOTICE} != ''")).await;
    }
    // The builder lives on.
    browser.write("#name", "Ada").await;
    push(&browser, "Create").await;
    browser.wait(&format!("{PAGE}.includes('Ada')")).await;
}

#[tokio::test]
async fn a_thousand_entries_are_edited_as_few_are() {
    let (site, folder) = site().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let entry = |number| {
        format!("\n### Analyst, Engine Works {number}\n*2018 – 2021*\n\n- Wrote program {number}\n")
    };
    let entries: String = (0..1000).map(entry).collect();
    let cv = format!("# Ada Lovelace\n\n## Experience\n{entries}");
    let file = folder.path().join("long.md");
    std::fs::write(&file, cv).unwrap();
    browser.load("/studio/").await;
    browser.wait("document.querySelector('#file')").await;
    browser.write("#file", file.to_str().unwrap()).await;
    browser.wait(&format!("{PAGE}.includes('Engine Works 999')")).await;
    push(&browser, "Experience").await;
    browser.see("document.querySelectorAll('.item').length", 1000).await;
    browser.run("document.querySelector('.item:last-child .toggle').click()").await;
    browser.wait("document.getElementById('f-sections-0-items-999-name')").await;
    browser.write("#f-sections-0-items-999-name", " Ltd").await;
    browser.wait(&format!("{PAGE}.includes('Engine Works 999 Ltd')")).await;
}
