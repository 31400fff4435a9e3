//! What Studio keeps to itself when it publishes in a repository at GitHub: the token, and what is private; and
//! that no other page may ask another origin.

use super::accessibility::{assert_accessible, axe};
use super::engine::{Scheme, Setup};
use super::github::{GitHub, TOKEN};
use super::studio::{PAGE, push, site};
use super::studio_github::{API, DONE, FAILURE, PROFILE, close, enter, is_kept, opened, shown};
use super::webdriver::Key;
use serde_json::json;
use std::fs;
use walkdir::WalkDir;

/// Returns everything that a page can keep, as text.
const KEPT: &str = "return (async () => {
    const found = [location.href, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie];
    const text = value => {
        if (value instanceof Uint8Array) return new TextDecoder().decode(value);
        if (value instanceof Map) return [...value].map(text).join();
        if (value && typeof value == 'object') return Object.values(value).map(text).join();
        return String(value);
    };
    for (const { name } of await indexedDB.databases()) {
        const db = await new Promise(done => (indexedDB.open(name).onsuccess = event => done(event.target.result)));
        for (const store of db.objectStoreNames) {
            const request = db.transaction(store).objectStore(store).getAll();
            found.push(text(await new Promise(done => (request.onsuccess = () => done(request.result)))));
        }
        db.close();
    }
    for (const name of await caches.keys()) {
        for (const { url } of await (await caches.open(name)).keys()) found.push(url);
    }
    return found.join('\\n');
})()";

#[tokio::test]
async fn the_token_is_kept_nowhere_and_is_gone_after_a_reload() {
    let (github, _folder, browser) = opened(Setup::default()).await;
    enter(&browser, "ada/site", TOKEN).await;
    let all = shown(&browser).await.len();
    push(&browser, &format!("Write {all} files to ada/site@main")).await;
    browser.wait(&format!("{DONE} != ''")).await;
    close(&browser).await;
    browser.write("#f-name", " King").await;
    is_kept(&browser).await;
    let kept = browser.run(KEPT).await.as_str().unwrap().to_owned();
    assert!(kept.contains("Ada Lovelace King"), "what is kept was not found: {kept}");
    assert!(kept.contains("builder.js"), "the files of Studio were not found: {kept}");
    assert!(!kept.contains(TOKEN), "the token is kept");
    let asked = github.repository().asked.join("\n");
    assert!(!asked.contains("github_pat"), "the token is in an address: {asked}");
    browser.reload().await;
    browser.wait("document.querySelector('#f-name')?.value == 'Ada Lovelace King'").await;
    push(&browser, "Publish to a GitHub repository…").await;
    browser.see("document.querySelector('#publish-token').value", String::new()).await;
    let whole: bool =
        browser.get(&format!("document.documentElement.outerHTML.includes({TOKEN:?})")).await;
    assert!(!whole);
}

#[tokio::test]
async fn what_is_private_is_written_only_if_somebody_says_so() {
    let (github, _folder, browser) = opened(Setup::default()).await;
    push(&browser, "Experience").await;
    push(&browser, "Public: Developer, Taylor Press. Make it private").await;
    browser.wait(&format!("!{PAGE}.includes('Taylor Press')")).await;
    is_kept(&browser).await;
    enter(&browser, "ada/site", TOKEN).await;
    let all = shown(&browser).await.len();
    let warning = "document.querySelector('.publish .withheld')?.textContent";
    browser.wait(&format!("{warning}.includes({PROFILE:?})")).await;
    let public = "document.querySelector('.publish section').textContent";
    browser.wait(&format!("{public}.includes('The repository is public')")).await;
    let button = "document.querySelector('.publish section button')";
    browser.see(&format!("{button}.disabled"), true).await;
    browser.run(&format!("{button}.click()")).await;
    browser.click(".publish .withheld input").await;
    assert!(github.repository().commits.is_empty(), "it was written without consent");
    push(&browser, &format!("Write {all} files to ada/site@main")).await;
    browser.wait(&format!("{DONE} != ''")).await;
    let file = github.repository().files[PROFILE].clone();
    assert!(String::from_utf8(file).unwrap().contains("Taylor Press"));
    // Consent is for what was shown.
    close(&browser).await;
    browser.write("#f-sections-0-title", "s").await;
    is_kept(&browser).await;
    push(&browser, "Publish to a GitHub repository…").await;
    shown(&browser).await;
    browser.see(&format!("{button}.disabled"), true).await;
}

#[tokio::test]
async fn only_the_page_of_studio_may_ask_github() {
    let (_site, folder) = site().await;
    let dist = folder.path().join("dist");
    let connect = |text: &str| {
        let found = text.split("connect-src ").skip(1).map(|rest| rest.split(';').next().unwrap());
        found.map(str::to_owned).collect::<Vec<_>>()
    };
    let own = vec![format!("'self' {API}")];
    let (mut pages, mut studios) = (0, 0);
    for entry in WalkDir::new(&dist).into_iter().map(Result::unwrap) {
        if entry.path().extension().is_none_or(|end| end != "html") {
            continue;
        }
        let page = fs::read_to_string(entry.path()).unwrap();
        let head = page.split("</head>").next().unwrap();
        let is_studio = entry.path() == dist.join("studio/index.html");
        let expected = if is_studio { own.clone() } else { vec!["'self'".to_owned()] };
        assert_eq!(connect(head), expected, "{}", entry.path().display());
        assert_eq!(page.contains(API), is_studio, "{}", entry.path().display());
        (pages, studios) = (pages + 1, studios + usize::from(is_studio));
    }
    assert!(pages > 5 && studios == 1, "{pages} pages, {studios} of Studio");
    let headers = fs::read_to_string(dist.join("_headers")).unwrap();
    let mut path = "";
    let mut allowed = Vec::new();
    for line in headers.lines() {
        match line.strip_prefix("  Content-Security-Policy: ") {
            Some(policy) if connect(policy) == own => allowed.push(path),
            Some(policy) => assert_eq!(connect(policy), ["'self'"], "{path}"),
            None if line.starts_with('/') => path = line,
            None => {}
        }
    }
    assert_eq!(allowed, ["/studio/"]);
    // A host that adds policies takes back that of all paths first.
    assert!(headers.contains("/studio/\n  ! Content-Security-Policy\n  Content-Security-Policy: "));
}

/// Tries to send the token elsewhere, and returns what the policy has blocked.
const SENT: &str = "return new Promise(done => {
    addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) =>
        done(`${effectiveDirective} ${blockedURI}`));
    fetch(arguments[0]).then(() => done('sent'), () => {});
})";

#[tokio::test]
async fn the_policy_stops_what_goes_elsewhere() {
    let (github, _folder, browser) = opened(Setup::default()).await;
    let elsewhere = GitHub::start().await;
    let address = |github: &GitHub| format!("{}/?token", github.origin);
    let blocked = browser.run_with(SENT, json!([address(&elsewhere)])).await;
    assert_eq!(blocked, format!("connect-src {}", address(&elsewhere)));
    assert_eq!(elsewhere.repository().asked, [""; 0]);
    assert_eq!(browser.run_with(SENT, json!([address(&github)])).await, "sent");
    // The builder, and any other page, may not ask even GitHub.
    let policy = browser
        .run("return fetch('worker.js').then(it => it.headers.get('Content-Security-Policy'))")
        .await;
    assert!(policy.as_str().unwrap().contains("connect-src 'self';"), "{policy}");
    browser.load("/en/").await;
    let blocked = browser.run_with(SENT, json!([address(&github)])).await;
    assert_eq!(blocked, format!("connect-src {}", address(&github)));
}

#[tokio::test]
async fn the_dialog_is_accessible() {
    let axe = axe();
    for (scheme, languages) in
        [(Scheme::Light, "en"), (Scheme::Dark, "en"), (Scheme::Light, "es"), (Scheme::Dark, "es")]
    {
        let (github, _folder, browser) =
            opened(Setup { scheme, languages, ..Setup::default() }).await;
        let (publish, show) = match languages {
            "es" => ("Publicar en un repositorio de GitHub…", "Mostrar qué se escribirá"),
            _ => ("Publish to a GitHub repository…", "Show what will be written"),
        };
        browser.resize(360, 740).await;
        browser.run("document.querySelector('.menu').open = true").await;
        push(&browser, publish).await;
        browser.write("#publish-repository", "ada/site").await;
        browser.write("#publish-token", "wrong").await;
        assert_accessible(&browser, &axe, "the form").await;
        // By the keyboard alone.
        browser.press(Key::Enter).await;
        browser.wait(&format!("{FAILURE} != ''")).await;
        assert_accessible(&browser, &axe, "a failure").await;
        browser.run("document.querySelector('#publish-token').value = ''").await;
        browser.write("#publish-token", TOKEN).await;
        push(&browser, show).await;
        browser.wait("document.activeElement.id == 'publish-plan'").await;
        assert_accessible(&browser, &axe, "what will be written").await;
        let dialog = "document.querySelector('.publish')";
        let wide = format!(
            "{dialog}.scrollWidth > {dialog}.clientWidth || {dialog}.getBoundingClientRect().right > innerWidth"
        );
        assert!(!browser.get::<bool>(&wide).await, "it does not fit");
        browser.run("document.querySelector('.publish section > .use').click()").await;
        browser.wait(&format!("{DONE} != ''")).await;
        browser.see("document.activeElement.className", "done".to_owned()).await;
        assert_accessible(&browser, &axe, "what was written").await;
        assert!(!github.repository().files.is_empty());
    }
}
