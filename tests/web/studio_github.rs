//! Studio publishes in a repository at GitHub: what it shows first, what it writes, and what goes wrong.

use super::browser::Browser;
use super::engine::Setup;
use super::github::{GitHub, READER, TOKEN};
use super::site::{Site, publish};
use super::studio::{PAGE, content, push};
use super::webdriver::Key;
use axum::body::{Body, to_bytes};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_LENGTH, CONTENT_SECURITY_POLICY};
use axum::middleware::map_response;
use axum::response::Response;
use tempfile::TempDir;

/// The only origin beside its own that Studio may ask.
pub(crate) const API: &str = "https://api.github.com";

pub(crate) const PROFILE: &str = "profiles/ada-lovelace.json";

pub(crate) const FAILURE: &str =
    "(document.querySelector('.publish [role=alert]')?.textContent ?? '')";

pub(crate) const DONE: &str = "(document.querySelector('.publish .done')?.textContent ?? '')";

/// What becomes of each file, as the dialog lists it.
const STATES: &str = "[...document.querySelectorAll('.publish tbody tr')]\
    .map(row => row.querySelector('th').textContent + ' ' + row.lastElementChild.textContent)";

/// A site whose Studio has the stand-in for GitHub, and a browser that has opened the CV there.
pub(crate) async fn opened(setup: Setup) -> (GitHub, TempDir, Browser) {
    let github = GitHub::start().await;
    let folder = content();
    let dist = folder.path().join("dist");
    publish(&folder.path().join("content"), &dist);
    let origin = github.origin.clone();
    let replaced = map_response(move |response| with_origin(response, origin.clone()));
    let site = Site::serve(perfil_cli::server::router(&dist).layer(replaced)).await;
    let browser = Browser::start(&site, setup).await;
    browser.load("/studio/").await;
    browser.wait("document.querySelector('#file')").await;
    let file = folder.path().join("cv.md");
    browser.write("#file", file.to_str().unwrap()).await;
    browser.wait(&format!("{PAGE}.includes('Engine Works')")).await;
    (github, folder, browser)
}

/// Replaces GitHub's origin in the policy and in the page.
async fn with_origin(response: Response, origin: String) -> Response {
    let (mut parts, body) = response.into_parts();
    let Some(policy) = parts.headers.get(CONTENT_SECURITY_POLICY) else {
        return Response::from_parts(parts, body);
    };
    let policy = policy.to_str().unwrap().to_owned();
    if !policy.contains(API) {
        return Response::from_parts(parts, body);
    }
    let policy = HeaderValue::from_str(&policy.replace(API, &origin)).unwrap();
    parts.headers.insert(CONTENT_SECURITY_POLICY, policy);
    parts.headers.remove(CONTENT_LENGTH);
    let bytes = to_bytes(body, usize::MAX).await.unwrap();
    let page = String::from_utf8(bytes.to_vec()).unwrap().replace(API, &origin);
    Response::from_parts(parts, Body::from(page))
}

/// Opens the dialog, and enters a repository and a token.
pub(crate) async fn enter(browser: &Browser, repository: &str, token: &str) {
    push(browser, "Publish to a GitHub repository…").await;
    browser.see("document.activeElement.id", "publish-repository".to_owned()).await;
    browser.write("#publish-repository", repository).await;
    browser.write("#publish-token", token).await;
}

/// Has the dialog show what will be written.
pub(crate) async fn shown(browser: &Browser) -> Vec<String> {
    push(browser, "Show what will be written").await;
    browser.see("document.activeElement.id", "publish-plan".to_owned()).await;
    browser.get(STATES).await
}

pub(crate) async fn close(browser: &Browser) {
    browser.press(Key::Escape).await;
    browser.wait("!document.querySelector('.publish').open").await;
}

/// Waits until the document is kept, so that nothing of it waits for the builder.
pub(crate) async fn is_kept(browser: &Browser) {
    browser.wait("document.querySelector('.saved').textContent == 'Kept in this browser'").await;
}

#[tokio::test]
async fn an_empty_repository_gets_every_file_and_then_one_word() {
    let (github, _folder, browser) = opened(Setup::default()).await;
    assert_eq!(github.repository().asked, [""; 0], "GitHub was asked before anybody wanted it");
    enter(&browser, "https://github.com/ada/site.git", TOKEN).await;
    let states = shown(&browser).await;
    assert!(states.iter().all(|state| state.ends_with(" new")), "{states:?}");
    assert!(states.contains(&format!("{PROFILE} new")), "{states:?}");
    let last = states.last().unwrap();
    assert_eq!(last, ".github/workflows/pages.yml new", "what begins a build comes last");
    assert!(github.repository().commits.is_empty(), "it was written before anybody wanted it");
    push(&browser, &format!("Write {} files to ada/site@main", states.len())).await;
    browser.wait(&format!("{DONE}.includes('Written to ada/site@main: {}')", states.len())).await;
    let link = "document.querySelector('.publish .done a')";
    let link: String = browser.get(&format!("{link}.href + ' ' + {link}.rel")).await;
    assert_eq!(link, "https://github.com/ada/site noopener noreferrer");
    let before = github.repository().files.clone();
    assert_eq!(before.len(), states.len());
    assert!(String::from_utf8_lossy(&before[PROFILE]).contains("Engine Works"));
    let commits = github.repository().commits.clone();
    assert!(commits.contains(&(format!("Add {PROFILE} with Perfil Studio"), PROFILE.to_owned())));
    close(&browser).await;
    // By the keyboard; then the focus is where it was.
    browser.run("document.querySelector('.menu summary').focus()").await;
    browser.press(Key::Enter).await;
    browser.wait("document.querySelector('.menu').open").await;
    let entry = "[...document.querySelectorAll('.menu button')].find(it => it.textContent.includes('GitHub'))";
    browser.run(&format!("{entry}.focus()")).await;
    browser.press(Key::Enter).await;
    browser.see("document.activeElement.id", "publish-repository".to_owned()).await;
    close(&browser).await;
    browser.see("document.activeElement.matches('.menu summary')", true).await;
    browser.write("#f-name", " King").await;
    is_kept(&browser).await;
    push(&browser, "Publish to a GitHub repository…").await;
    let states = shown(&browser).await;
    let changed: Vec<_> = states.iter().filter(|it| !it.ends_with(" unchanged")).collect();
    assert_eq!(changed, [&format!("{PROFILE} changed")]);
    push(&browser, "Write 1 file to ada/site@main").await;
    browser.wait(&format!("{DONE}.includes('Written to ada/site@main: 1')")).await;
    let repository = github.repository();
    assert_eq!(
        repository.commits[commits.len()..],
        [(format!("Change {PROFILE} with Perfil Studio"), PROFILE.to_owned())]
    );
    let mut expected = before;
    let profile = String::from_utf8(expected[PROFILE].clone()).unwrap();
    let profile = profile.replacen("\"Ada Lovelace\"", "\"Ada Lovelace King\"", 1);
    expected.insert(PROFILE.to_owned(), profile.into_bytes());
    assert_eq!(repository.files, expected);
}

#[tokio::test]
async fn a_workflow_that_is_there_or_not_wanted_is_left_alone() {
    let (github, _folder, browser) = opened(Setup::default()).await;
    let workflow = ".github/workflows/pages.yml".to_owned();
    enter(&browser, "ada/site", TOKEN).await;
    browser.run("document.querySelector('.publish form [type=checkbox]').click()").await;
    let states = shown(&browser).await;
    assert!(!states.is_empty() && !states.iter().any(|it| it.contains(&workflow)), "{states:?}");
    browser.run("document.querySelector('.publish form [type=checkbox]').click()").await;
    // What was found out is of what was entered before.
    browser.wait("!document.querySelector('#publish-plan')").await;
    github.repository().files.insert(workflow.clone(), b"of the owner".to_vec());
    let states = shown(&browser).await;
    assert!(!states.is_empty() && !states.iter().any(|it| it.contains(&workflow)), "{states:?}");
}

#[tokio::test]
async fn what_github_refuses_is_told() {
    let (github, _folder, browser) = opened(Setup::default()).await;
    enter(&browser, "ada/site", "github_pat_wrong").await;
    let show = async |reason: &str| {
        push(&browser, "Show what will be written").await;
        browser.wait(&format!("{FAILURE}.includes({reason:?})")).await;
        browser.see("document.activeElement.getAttribute('role')", "alert".to_owned()).await;
    };
    let replace = async |field: &str, text: &str| {
        browser.run(&format!("document.querySelector('#publish-{field}').value = ''")).await;
        browser.write(&format!("#publish-{field}"), text).await;
    };
    show("or was revoked. Make another one. (401 Bad credentials)").await;
    replace("token", "t€ken").await;
    browser.run("document.querySelector('.publish [role=alert] p').textContent = ''").await;
    show("or was revoked. Make another one.").await;
    replace("token", READER).await;
    for (repository, reason) in [
        ("ada", "This is no repository of GitHub: ada."),
        ("ada/../site", "This is no repository"),
        ("ada/other", "no such repository, or the token was not made for it"),
    ] {
        replace("repository", repository).await;
        show(reason).await;
    }
    replace("repository", "ada/site").await;
    replace("branch", "site").await;
    show("no branch “site”").await;
    replace("branch", "main").await;
    let states = shown(&browser).await;
    push(&browser, &format!("Write {} files to ada/site@main", states.len())).await;
    browser.wait(&format!("{FAILURE}.includes('permission Contents: read and write')")).await;
    assert!(github.repository().files.is_empty());
    browser.run("window.fetch = async () => { throw new TypeError('offline'); }").await;
    push(&browser, &format!("Write {} files to ada/site@main", states.len())).await;
    browser.wait(&format!("{FAILURE}.includes('cannot be reached')")).await;
}

#[tokio::test]
async fn what_somebody_else_has_written_is_not_lost() {
    let (github, _folder, browser) = opened(Setup::default()).await;
    enter(&browser, "ada/site", TOKEN).await;
    let states = shown(&browser).await;
    let write = format!("Write {} files to ada/site@main", states.len());
    github.repository().files.insert("site.json".to_owned(), b"by hand".to_vec());
    push(&browser, &write).await;
    browser.wait(&format!("{FAILURE}.includes('has changed in between')")).await;
    browser.wait(&format!("{FAILURE}.includes('Written so far: ')")).await;
    assert_eq!(github.repository().files["site.json"], b"by hand");
    // It cannot be written over without having been shown.
    let buttons = "[...document.querySelectorAll('.publish section button')].length";
    browser.see(buttons, 0).await;
    let states = shown(&browser).await;
    assert!(states.contains(&"site.json changed".to_owned()), "{states:?}");
    assert!(states.contains(&format!("{PROFILE} unchanged")), "{states:?}");
}

#[tokio::test]
async fn after_a_failure_in_the_middle_writing_goes_on() {
    let (github, _folder, browser) = opened(Setup::default()).await;
    enter(&browser, "ada/site", TOKEN).await;
    let all = shown(&browser).await.len();
    github.repository().breaks_after = Some(2);
    push(&browser, &format!("Write {all} files to ada/site@main")).await;
    browser.wait(&format!("{FAILURE}.includes('cannot be reached')")).await;
    let written: Vec<String> = github.repository().files.keys().cloned().collect();
    assert_eq!(written.len(), 2);
    let told = format!("Written so far: {}.", written.join(", "));
    browser.wait(&format!("{FAILURE}.includes({told:?})")).await;
    github.repository().breaks_after = None;
    push(&browser, &format!("Write {} files to ada/site@main", all - 2)).await;
    browser.wait(&format!("{DONE}.includes('Written to ada/site@main: {all}')")).await;
    assert_eq!(github.repository().commits.len(), all, "a file was written twice");
}
