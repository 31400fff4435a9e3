//! View transitions of the document, where the browser supports them.

use super::document::document;
use js_sys::{Function, Promise, Reflect};
use std::future::Future;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Changes the document, with a transition unless the visitor prefers reduced motion.
pub(crate) async fn transition(change: impl Future<Output = ()> + 'static) {
    let Some((document, start)) = starter() else { return change.await };
    let change = Closure::once_into_js(move || {
        future_to_promise(async {
            change.await;
            Ok(JsValue::UNDEFINED)
        })
    });
    let transition = start.call1(&document, &change);
    let done = transition.and_then(|begun| Reflect::get(&begun, &"updateCallbackDone".into()));
    if let Ok(done) = done.map(JsValue::unchecked_into::<Promise>) {
        // It fails only if the change fails, which is impossible.
        let _ = JsFuture::from(done).await;
    }
}

/// Returns the document and its method `startViewTransition`, which web-sys does not have yet.
fn starter() -> Option<(JsValue, Function)> {
    let window = web_sys::window()?;
    let reduced_motion = window.match_media("(prefers-reduced-motion: reduce)").ok()??;
    if reduced_motion.matches() {
        return None;
    }
    let document: JsValue = document()?.into();
    let start = Reflect::get(&document, &"startViewTransition".into()).ok()?;
    Some((document, start.dyn_into().ok()?))
}
