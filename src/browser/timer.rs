//! Timers.

use wasm_bindgen::prelude::*;

/// The duration of a frame, in milliseconds: after that, changes have been laid out.
pub(crate) const FRAME: i32 = 17;

/// Runs a function after a delay in milliseconds.
pub(crate) fn after(milliseconds: i32, act: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let closure = Closure::once_into_js(act);
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
        closure.unchecked_ref(),
        milliseconds,
    );
}
