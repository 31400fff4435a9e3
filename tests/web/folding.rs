//! The browser folds text like the build: `tests/it/folding.rs` compares the build with the same
//! table.

use super::browser::opened;
use perfil_text::fold_decomposed;
use serde_json::json;
use std::path::Path;

#[tokio::test]
async fn the_browser_folds_as_the_build_does() {
    let (_site, browser) = opened("/en/").await;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/folding.json");
    let table: Vec<[String; 2]> = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    // What `src/browser/fold.rs` calls of the browser; the rest of it is compiled in here.
    let script = "return arguments[0].map(text => text.normalize('NFKD').toLowerCase())";
    let written: Vec<&String> = table.iter().map(|[written, _]| written).collect();
    let decomposed = browser.run_with(script, json!([written])).await;
    let decomposed: Vec<String> = serde_json::from_value(decomposed).unwrap();
    for ([written, folded], decomposed) in table.iter().zip(&decomposed) {
        assert_eq!(fold_decomposed(decomposed.chars()), *folded, "{written}");
    }
}
