//! What `perfil new` writes for nginx and Caddy: the headers of the site, as the servers read them.

use crate::command::perfil;
use crate::content::shell;
use crate::hosts::{new, read};
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Output};

#[test]
fn servers_send_the_headers_of_the_site() {
    let folder = new("none", &[]);
    let shell = shell();
    let arguments = ["build", "--content", ".", "--no-pdf", "--shell", shell.to_str().unwrap()];
    let built = perfil(folder.path(), &arguments);
    assert_eq!(built.code, 0, "{}", built.stderr);
    let headers = read(&folder, "dist/_headers");
    let headers: BTreeSet<(&str, &str)> = headers
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split_once(": "))
        .filter(|(name, _)| *name != "Content-Security-Policy")
        .collect();
    assert!(headers.len() > 9, "{headers:?}");
    for (host, file) in [("docker-nginx", "nginx.conf"), ("docker-caddy", "Caddyfile")] {
        let text = read(&new(host, &[]), file);
        for (name, value) in &headers {
            // nginx has the media types in a list, and the encoding apart.
            let (media_type, _) = value.split_once(';').unwrap_or((value, ""));
            let is_type = *name == "Content-Type";
            let is_sent = if is_type { text.contains(media_type) } else { text.contains(value) };
            assert!(is_sent && (is_type || text.contains(name)), "{file}: {name}: {value}");
        }
        assert!(text.contains("frame-ancestors 'none'"), "{file}");
    }
}

/// Runs a server that may not be installed; `None` if it is not.
fn server(program: &str, arguments: &[&str], folder: &Path) -> Option<Output> {
    let mut command = Command::new(program);
    command.args(arguments).envs(["XDG_DATA_HOME", "XDG_CONFIG_HOME"].map(|name| (name, folder)));
    match command.output() {
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        output => Some(output.unwrap()),
    }
}

#[test]
fn servers_accept_their_configuration() {
    let folder = new("docker-nginx", &[]);
    let at = folder.path().to_str().unwrap();
    // Only root may listen on port 80.
    let site = read(&folder, "nginx.conf").replace("listen 80;", "listen 127.0.0.1:18080;");
    let site = site.replace("listen [::]:80;", "");
    let whole = format!("pid {at}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\n{site}}}\n");
    fs::write(folder.path().join("whole.conf"), whole).unwrap();
    let file = format!("{at}/whole.conf");
    if let Some(output) = server("nginx", &["-t", "-p", at, "-c", &file], folder.path()) {
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && !errors.contains("[warn]"), "{errors}");
    }
    let folder = new("docker-caddy", &[]);
    let file = folder.path().join("Caddyfile");
    let arguments = ["validate", "--adapter", "caddyfile", "--config", file.to_str().unwrap()];
    if let Some(output) = server("caddy", &arguments, folder.path()) {
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && !errors.contains("not formatted"), "{errors}");
    }
}
