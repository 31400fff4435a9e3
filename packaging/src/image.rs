//! A container image with nothing but the program, as an archive of the OCI image layout, which
//! `docker load`, `podman load` and `skopeo` read.

use anyhow::Result;
use serde_json::{Value, json};

use crate::archive::{gzip, tar};
use crate::release::{Entry, LICENCE, Program, Release, SUMMARY, VERSION};
use crate::sums::digest;

/// The folder in the container in which the owner's folder is mounted.
const WORK: &str = "work";

/// Returns the name of the image's archive for an architecture.
pub(crate) fn name(architecture: &str) -> String {
    format!("perfil-{VERSION}-image-{architecture}.tar.gz")
}

pub(crate) fn make(release: &Release, program: &Program) -> Result<()> {
    let Some(architecture) = program.platform.linux else { return Ok(()) };
    let mut files = vec![
        Entry::program("perfil", program.bytes.clone()),
        // Folders exist because of a file in them.
        Entry::file(format!("{WORK}/.keep"), ""),
        Entry::file("tmp/.keep", ""),
    ];
    files.extend(release.licences.entries("licences/"));
    let layer = tar(&files, release.time)?;
    let packed = gzip(&layer, release.compression)?;
    let config = config(architecture, &digest(&layer)).to_string().into_bytes();
    let manifest = json!({
        "schemaVersion": 2,
        "mediaType": "application/vnd.oci.image.manifest.v1+json",
        "config": descriptor("application/vnd.oci.image.config.v1+json", &config),
        "layers": [descriptor("application/vnd.oci.image.layer.v1.tar+gzip", &packed)],
        "annotations": {
            "org.opencontainers.image.title": "perfil",
            "org.opencontainers.image.description": SUMMARY,
            "org.opencontainers.image.licenses": LICENCE,
            "org.opencontainers.image.source": perfil_names::REPOSITORY,
            "org.opencontainers.image.version": VERSION,
        },
    });
    let manifest = manifest.to_string().into_bytes();
    let mut named = descriptor("application/vnd.oci.image.manifest.v1+json", &manifest);
    let tag = format!("{}:{VERSION}", perfil_names::IMAGE);
    named["platform"] = json!({ "architecture": architecture, "os": "linux" });
    named["annotations"] = json!({
        "io.containerd.image.name": tag,
        "org.opencontainers.image.ref.name": VERSION,
    });
    let index = json!({
        "schemaVersion": 2,
        "mediaType": "application/vnd.oci.image.index.v1+json",
        "manifests": [named],
    });
    // What older versions of Docker read instead of the index.
    let older = json!([{
        "Config": blob(&config),
        "RepoTags": [tag],
        "Layers": [blob(&packed)],
    }]);
    let entries = [
        Entry::file("oci-layout", json!({ "imageLayoutVersion": "1.0.0" }).to_string()),
        Entry::file("index.json", index.to_string()),
        Entry::file("manifest.json", older.to_string()),
        Entry::file(blob(&config), config),
        Entry::file(blob(&manifest), manifest),
        Entry::file(blob(&packed), packed),
    ];
    // The layer is compressed already.
    release.write(&name(architecture), &gzip(&tar(&entries, release.time)?, 1)?)
}

fn config(architecture: &str, layer: &str) -> Value {
    json!({
        "architecture": architecture,
        "os": "linux",
        "config": {
            "Entrypoint": ["/perfil"],
            "WorkingDir": format!("/{WORK}"),
            "Env": ["PATH=/"],
        },
        "rootfs": { "type": "layers", "diff_ids": [format!("sha256:{layer}")] },
    })
}

fn descriptor(media_type: &str, bytes: &[u8]) -> Value {
    json!({
        "mediaType": media_type,
        "digest": format!("sha256:{}", digest(bytes)),
        "size": bytes.len(),
    })
}

/// Returns the path of content in the layout.
fn blob(bytes: &[u8]) -> String {
    format!("blobs/sha256/{}", digest(bytes))
}
