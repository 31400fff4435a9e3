//! The policy that keeps foreign code out, compared with what the pages really contain.

use crate::content::{Content, shipped, text};
use crate::page::Page;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use perfil_site::Tree;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// The policies of a site, each with its path.
fn policies(tree: &Tree) -> Vec<(&str, &str)> {
    let mut path = "";
    let mut policies = Vec::new();
    for line in text(tree, "_headers").lines() {
        match line.strip_prefix("  ") {
            None => path = line,
            Some(header) => policies
                .extend(header.strip_prefix("Content-Security-Policy: ").map(|it| (path, it))),
        }
    }
    policies
}

/// The directives of the policy for every path of a site.
fn policy(tree: &Tree) -> BTreeMap<&str, BTreeSet<&str>> {
    let policies = policies(tree);
    assert_eq!(policies[0].0, "/*", "the first policy is for every path");
    policies[0]
        .1
        .split("; ")
        .map(|directive| {
            let mut words = directive.split(' ');
            (words.next().unwrap(), words.collect())
        })
        .collect()
}

/// Scripts inside a page that a browser would run; others are data.
const CODE: &str = "script:not([src], [type='application/ld+json'])";

/// The hash of an inline script or style, as a policy has it.
pub(crate) fn hash(inline: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(inline)))
}

/// The hashes of everything that is inline in pages.
fn inline(tree: &Tree, selector: &str) -> BTreeSet<String> {
    let pages = [Page::all(tree), Page::framed(tree)].concat();
    let elements = pages.iter().flat_map(|page| page.select(selector));
    elements.map(|element| hash(&element.text().concat())).collect()
}

fn hashes(sources: &BTreeSet<&str>) -> BTreeSet<String> {
    let hashes = sources.iter().filter(|source| source.starts_with("'sha256-"));
    hashes.map(|source| (*source).to_owned()).collect()
}

#[test]
fn the_policy_allows_only_what_is_listed() {
    let policy = policy(shipped());
    for directive in ["default-src", "base-uri", "form-action"] {
        assert_eq!(policy[directive], BTreeSet::from(["'none'"]), "{directive}");
    }
    for (directive, sources) in &policy {
        for source in sources {
            let is_strict = match *source {
                "'none'" | "'self'" => true,
                "'wasm-unsafe-eval'" => *directive == "script-src",
                // The favicon is in the page, so that no request waits for it.
                "data:" => *directive == "img-src",
                hash => hash.starts_with("'sha256-"),
            };
            assert!(is_strict, "{directive} allows {source}");
        }
    }
}

#[test]
fn only_cards_can_be_framed() {
    let policies = policies(shipped());
    let (_, of_all) = policies[0];
    assert!(!of_all.contains("frame-ancestors"), "the cards have no other policy");
    let paths: Vec<_> = policies.iter().map(|(path, _)| *path).collect();
    assert_eq!(paths, ["/*", "/", "/widget/*", "/en/*", "/es/*"]);
    for (path, policy) in &policies[1..] {
        assert_eq!(*policy, format!("{of_all}; frame-ancestors 'none'"), "{path}");
    }
}

#[test]
fn every_page_states_the_policy_before_what_it_governs() {
    let (_, policy) = policies(shipped())[0];
    for page in [Page::all(shipped()), Page::framed(shipped())].concat() {
        let stated = page.select("meta[http-equiv=Content-Security-Policy]");
        assert_eq!(stated.len(), 1, "{}", page.path);
        assert_eq!(stated[0].value().attr("content"), Some(policy), "{}", page.path);
        let html = text(shipped(), &page.path);
        let place = html.find("<meta http-equiv=").unwrap();
        let others = ["<script", "<style", "<link", "<base"].map(|tag| html.find(tag));
        assert!(others.into_iter().flatten().all(|other| place < other), "{}", page.path);
    }
}

#[test]
fn https_is_demanded_of_subdomains_only_if_the_owner_asks() {
    let transport = |content: &Content| {
        let tree = content.build().tree;
        let file = text(&tree, "_headers").to_owned();
        let line = file.lines().find(|line| line.contains("Strict-Transport-Security")).unwrap();
        line.trim().to_owned()
    };
    let content = Content::fixture("small");
    assert_eq!(transport(&content), "Strict-Transport-Security: max-age=63072000");
    content.edit("site.json", "\"baseUrl\"", "\"includeSubDomains\": true, \"baseUrl\"");
    let all = "Strict-Transport-Security: max-age=63072000; includeSubDomains";
    assert_eq!(transport(&content), all);
}

#[test]
fn exactly_the_inline_code_is_hashed() {
    for tree in [shipped(), &Content::fixture("small").build().tree] {
        let policy = policy(tree);
        assert_eq!(hashes(&policy["script-src"]), inline(tree, CODE));
        assert_eq!(hashes(&policy["style-src"]), inline(tree, "style"));
    }
}

#[test]
fn pages_contain_nothing_that_the_policy_blocks() {
    for page in [Page::all(shipped()), Page::framed(shipped())].concat() {
        for element in page.select("*") {
            for (name, value) in element.value().attrs() {
                let name = name.to_lowercase();
                let is_code = name == "style" || name.starts_with("on") || name == "srcdoc";
                assert!(!is_code, "{}: {name}={value:?}", page.path);
                let scheme = value.split_once(':').map_or("", |(scheme, _)| scheme.trim());
                assert!(!scheme.eq_ignore_ascii_case("javascript"), "{}: {value:?}", page.path);
            }
        }
        // A frame contains nothing but a card of the site.
        let foreign = "iframe:not([src^='/embed/']), object, embed, base[href], form, frame, \
                       portal, meta[http-equiv]:not([http-equiv=Content-Security-Policy])";
        assert!(page.select(foreign).is_empty(), "{}", page.path);
    }
}

#[test]
fn nothing_is_loaded_from_other_origins() {
    for page in [Page::all(shipped()), Page::framed(shipped())].concat() {
        for style in page.select("style") {
            let style = style.text().concat();
            assert!(!style.contains("url(") && !style.contains("@import"), "{}", page.path);
        }
        for name in ["src", "srcset", "poster", "data", "data-view", "data-script", "data-module"] {
            for value in page.attributes(name) {
                assert!(value.starts_with('/') && !value.starts_with("//"), "{name}={value:?}");
            }
        }
        let loaded = "link[href]:not([rel=canonical], [rel=alternate])";
        for link in page.select(loaded) {
            let href = link.value().attr("href").unwrap();
            let is_own = href.starts_with('/') && !href.starts_with("//");
            assert!(
                is_own || href.starts_with("data:image/") || href == "data:,",
                "{}: {href}",
                page.path
            );
        }
    }
}

#[test]
fn the_other_headers_are_set() {
    let headers = text(shipped(), "_headers");
    for line in [
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: strict-origin-when-cross-origin",
        "  Cross-Origin-Opener-Policy: same-origin",
        "/assets/*\n  Cache-Control: public, max-age=31536000, immutable",
        "/data/*\n  Access-Control-Allow-Origin: *",
        "/schema/*\n  Access-Control-Allow-Origin: *",
        "/export/*\n  Access-Control-Allow-Origin: *",
        "/export/vcf/*\n  Content-Type: text/vcard; charset=utf-8",
        "/export/txt/*\n  Content-Type: text/plain; charset=utf-8",
        "/export/md/*\n  Content-Type: text/markdown; charset=utf-8",
        "/embed/*\n  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: cross-origin",
        "/widget.js\n  Access-Control-Allow-Origin: *",
    ] {
        assert!(headers.contains(&format!("{line}\n")), "{line}");
    }
    for name in ["Strict-Transport-Security: max-age=", "Permissions-Policy: camera=()"] {
        assert!(headers.contains(&format!("  {name}")), "{name}");
    }
    // A file without a hash is revalidated, so it must not be cached for long.
    assert_eq!(headers.matches("Cache-Control").count(), 1);
}
