//! The builder as a browser loads it.

// What JavaScript calls is in the library.
use perfil_builder as _;

fn main() {}
