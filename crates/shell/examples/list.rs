//! Prints the length and the path of each file that the crate contains.

fn main() {
    for (path, bytes) in perfil_shell::files() {
        println!("{} {path}", bytes.len());
    }
}
