//! The application's entry in the browser; see `xtask/src/shell`.

#[cfg(target_arch = "wasm32")]
fn main() {
    perfil::client::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
