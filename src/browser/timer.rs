//! Time.

use wasm_bindgen::prelude::*;

/// How long a frame takes, in milliseconds: after that, what was changed stands where it will.
pub(crate) const FRAME: i32 = 17;

/// Does something later; the time is in milliseconds.
pub(crate) fn after(milliseconds: i32, act: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let closure = Closure::once_into_js(act);
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
        closure.unchecked_ref(),
        milliseconds,
    );
}
