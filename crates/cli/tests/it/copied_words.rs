//! Words of neighbouring elements stay apart for whoever copies, extracts or listens to the text.

use crate::architecture::none;
use crate::content::{Content, shipped, text};
use crate::page::{Page, joined_words};
use perfil_site::Tree;
use serde_json::Value;

/// Every page, every page for a frame, and the dialogs of every page.
fn pages(tree: &Tree) -> Vec<Page> {
    let mut pages = [Page::all(tree), Page::framed(tree)].concat();
    let data = tree.iter().map(|(path, _)| path).filter(|path| path.starts_with("data/"));
    for path in data {
        let data: Value = serde_json::from_str(text(tree, path)).unwrap();
        for dialog in ["palette", "embed"] {
            if let Some(html) = data[dialog].as_str() {
                pages.push(Page::parse(&format!("{path}: {dialog}"), html));
            }
        }
    }
    pages
}

#[test]
fn no_two_elements_run_together() {
    let arabic = Content::shipped();
    arabic.add_fixture("arabic");
    arabic.edit("site.json", "\"es\"]", "\"es\", \"ar\"]");
    arabic.edit("site.json", "\"profiles\": [", "\"profiles\": [\"layla-haddad\", ");
    let sites = [arabic.build().tree, Content::fixture("every-kind").build().tree];
    for tree in sites.iter().chain([shipped()]) {
        let pages = pages(tree);
        assert!(pages.len() > 8);
        let joined = pages.iter().flat_map(|page| {
            joined_words(page).into_iter().map(|words| format!("{}: {words}", page.path))
        });
        none(&joined.collect::<Vec<_>>());
    }
}

#[test]
fn words_that_run_together_are_found() {
    let joined = |html: &str| joined_words(&Page::parse("x", &format!("<body>{html}</body>")));
    for apart in [
        "<span>present</span> <span>Porto</span>",
        "<span>present </span><span>Porto</span>",
        "<p>present</p><p>Porto</p>",
        "<span>present</span><p>Porto</p>",
        "<span>present</span>, <a href=x>Porto</a>",
        "<div class=prose><em>pre</em><strong>sent</strong></div>",
        "<span>present</span><script>Porto</script>",
    ] {
        assert_eq!(joined(apart), Vec::<String>::new(), "{apart}");
    }
    for run in [
        "<span>present</span><span>Porto</span>",
        "<p><b><i>present</i></b></p><p><span>present</span><span></span>Porto</p>",
        "<button>present</button><a href=x><span>Porto</span></a>",
    ] {
        assert_eq!(joined(run), ["present|Porto"], "{run}");
    }
}
