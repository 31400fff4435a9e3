//! The application's entry in the browser. Trunk builds it; see `index.html`.

#[cfg(target_arch = "wasm32")]
fn main() {
    perfil::client::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
