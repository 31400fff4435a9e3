//! A moved card keeps its state, and a removed one is freed.

use super::browser::Browser;
use super::card::{ROOT, opened, wait_for_cards};
use super::dist::LONG;
use serde_json::json;

#[tokio::test]
async fn a_moved_card_keeps_its_state_and_a_removed_one_is_freed() {
    let (_site, browser) = opened(&format!(
        "<div id=\"one\"><perfil-card profile=\"{LONG}\">Marcus</perfil-card></div>\
         <div id=\"other\"></div>"
    ))
    .await;
    wait_for_cards(&browser, 1).await;
    browser.run(&format!("{ROOT}.querySelector('.more').click()")).await;
    browser.wait(&format!("{ROOT}.querySelector('.panel .section')")).await;
    browser
        .run(&format!(
            "{ROOT}.querySelector('.chip').click();
             document.querySelector('#other').append(document.querySelector('perfil-card'))"
        ))
        .await;
    browser.see(&format!("{ROOT}.querySelectorAll('.chip[aria-pressed=true]').length"), 1).await;
    let gone = "return (async () => {
        const card = document.querySelector('perfil-card');
        card.remove();
        await new Promise(done => setTimeout(done, 50));
        return [card.shadowRoot.querySelectorAll('.frame > *').length,
            card.shadowRoot.querySelectorAll('.frame > slot').length];
    })()";
    assert_eq!(browser.run(gone).await, json!([1, 1]));
    wait_for_cards(&browser, 1).await;
}

/// The number of nodes and listeners and the heap in bytes after garbage collection.
async fn allocated(browser: &Browser) -> [f64; 3] {
    browser.cdp("HeapProfiler.collectGarbage", json!({})).await;
    let answer = browser.cdp("Performance.getMetrics", json!({})).await;
    let metrics = answer["metrics"].as_array().unwrap();
    ["Nodes", "JSEventListeners", "JSHeapUsedSize"].map(|name| {
        let metric = metrics.iter().find(|metric| metric["name"] == name).unwrap();
        metric["value"].as_f64().unwrap()
    })
}

#[tokio::test]
async fn two_hundred_added_and_removed_cards_do_not_leak() {
    let (_site, browser) = opened("<div id=\"place\"></div>").await;
    browser.wait("customElements.get('perfil-card')").await;
    browser.cdp("Performance.enable", json!({})).await;
    browser.cdp("HeapProfiler.enable", json!({})).await;
    let rounds = async |count: usize| {
        let script = format!(
            "return (async () => {{ for (let round = 0; round < {count}; round += 1) {{
                 const card = document.createElement('perfil-card');
                 card.setAttribute('profile', '{LONG}');
                 card.setAttribute('variant', 'full');
                 card.setAttribute('loading', 'eager');
                 document.querySelector('#place').append(card);
                 while (!card.shadowRoot.querySelector('.panel .section'))
                     await new Promise(done => setTimeout(done, 2));
                 card.shadowRoot.querySelector('.chip').click();
                 card.remove();
             }}
             window.events.length = 0;
             await new Promise(done => setTimeout(done, 100)); }})()"
        );
        browser.run(&script).await;
    };
    let wasm = "return (async () => {
        const files = performance.getEntriesByType('resource').map(entry => entry.name);
        const module = await import(files.find(name => /widget\\.[^/]*\\.js$/.test(name)));
        return (await module.default()).memory.buffer.byteLength;
    })()";
    // The first rounds load what remains for all cards.
    rounds(20).await;
    let (before, pages) = (allocated(&browser).await, browser.run(wasm).await);
    rounds(200).await;
    let (after, pages_after) = (allocated(&browser).await, browser.run(wasm).await);
    assert_eq!(pages_after, pages, "the memory of the WebAssembly has grown");
    println!("nodes, listeners, bytes: {before:?}, after 200 rounds {after:?}");
    assert!(after[0] <= before[0] + 20.0, "nodes are left: {before:?} {after:?}");
    assert!(after[1] <= before[1] + 2.0, "listeners are left: {before:?} {after:?}");
    assert!(after[2] <= before[2] + 200_000.0, "memory is left: {before:?} {after:?}");
}
