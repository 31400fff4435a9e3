//! Timers.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The duration of a frame, in milliseconds: after that, changes have been laid out.
pub(crate) const FRAME: i32 = 17;

/// Continues in a task of its own, so that the browser can handle what the visitor does before that.
pub(crate) async fn pause() {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// Runs a function after a delay in milliseconds.
pub(crate) fn after(milliseconds: i32, act: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let closure = Closure::once_into_js(act);
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
        closure.unchecked_ref(),
        milliseconds,
    );
}
