//! axe reports nothing for any document, before and after hydration.

use super::browser::Browser;
use super::dist::{self, LONG};
use super::engine::{Scheme, Setup};
use super::site::{Data, Module, Site};
use serde_json::Value;
use std::fs;

/// All of axe's rules but the experimental ones: WCAG 2.0 to 2.2, levels A and AA, and the best
/// practices. The size of what is tapped is not among its defaults.
const RUN: &str = "return axe.run(document, {
    resultTypes: ['violations'], rules: { 'target-size': { enabled: true } },
}).then(result => [
    result.passes.length,
    result.violations.map(rule =>
        [rule.id, rule.help, rule.nodes.map(node => [node.target.join(' '), node.any[0]?.message])]),
])";

pub(crate) fn axe() -> String {
    let file = dist::env_path("PERFIL_NPM").join("axe-core/axe.min.js");
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

async fn find(browser: &Browser, axe: &str) -> Value {
    browser.run(axe).await;
    let result = browser.run(RUN).await;
    assert!(result[0].as_u64() > Some(10), "axe has looked at nothing: {result}");
    result[1].clone()
}

pub(crate) async fn assert_accessible(browser: &Browser, axe: &str, what: &str) {
    let found = find(browser, axe).await;
    assert_eq!(found, Value::Array(Vec::new()), "{what}: {found:#}");
}

async fn every_document_is_clean(scheme: Scheme, module: Module) {
    let site = Site::start().await;
    site.module(module);
    // In a language that the site does not have, the chooser does not redirect.
    let setup = Setup { scheme, languages: "de", ..Setup::default() };
    let browser = Browser::start(&site, setup).await;
    let axe = axe();
    let mut findings = Vec::new();
    for path in dist::documents() {
        browser.load(&path).await;
        if module == Module::Served
            && browser.get("'view' in document.documentElement.dataset").await
        {
            browser.ready().await;
        }
        let found = find(&browser, &axe).await;
        if found != Value::Array(Vec::new()) {
            findings.push(format!("{path}: {found:#}"));
        }
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[tokio::test]
async fn static_documents_are_accessible_in_light() {
    every_document_is_clean(Scheme::Light, Module::Missing).await;
}

#[tokio::test]
async fn static_documents_are_accessible_in_dark() {
    every_document_is_clean(Scheme::Dark, Module::Missing).await;
}

#[tokio::test]
async fn documents_are_accessible_in_light() {
    every_document_is_clean(Scheme::Light, Module::Served).await;
}

#[tokio::test]
async fn documents_are_accessible_in_dark() {
    every_document_is_clean(Scheme::Dark, Module::Served).await;
}

#[tokio::test]
async fn every_state_is_accessible() {
    let axe = axe();
    for (scheme, lang) in [(Scheme::Light, "en"), (Scheme::Dark, "es")] {
        let site = Site::start().await;
        let browser = Browser::start(&site, Setup { scheme, ..Setup::default() }).await;
        let states = ["?q=kafka", "?q=qqqqq", "?skill=kafka,nonsense", "?focus=kafka,postgresql"];
        for state in states {
            browser.open(&format!("/{lang}/{LONG}/{state}")).await;
            browser.wait("'reading' in document.documentElement.dataset").await;
            assert_accessible(&browser, &axe, state).await;
        }
        browser.run("document.querySelector('.skill-index').open = true").await;
        assert_accessible(&browser, &axe, "the skills").await;
        browser.run("document.querySelector('.fold').open = false").await;
        assert_accessible(&browser, &axe, "a folded section").await;
        browser.control('k').await;
        browser.wait("document.querySelector('#palette').open").await;
        assert_accessible(&browser, &axe, "the commands").await;
        browser.write("#palette-field", "qqqqq").await;
        assert_accessible(&browser, &axe, "no command").await;
    }
}

#[tokio::test]
async fn phones_and_failures_are_accessible() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let axe = axe();
    browser.resize(500, 800).await;
    browser.open(&format!("/es/{LONG}/")).await;
    assert_accessible(&browser, &axe, "a phone").await;
    browser.open("/es/").await;
    site.data(Data::Unavailable);
    browser.click(&format!("main a[href='/es/{LONG}/']")).await;
    browser.wait("document.querySelector('.failure p')").await;
    assert_accessible(&browser, &axe, "a failure").await;
}
