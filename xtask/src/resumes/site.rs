//! The site of one résumé.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;
use xshell::cmd;

use super::Tools;

/// The files of a site that are looked at.
pub(super) struct Site {
    /// The JSON Resume that it exports.
    pub(super) exported: Value,
    /// Its plain text.
    pub(super) text: String,
}

/// The settings of a site of one person, in the language of the words that Perfil ships.
const SETTINGS: &str = r#"{ "title": "Site", "baseUrl": "https://example.org/", "languages": ["en"],
    "defaultLanguage": "en", "profiles": ["person"] }"#;

impl Site {
    /// Builds a site of a file, or returns the errors.
    pub(super) fn build(tools: &Tools, file: &Path) -> Result<Result<Self, String>> {
        let Tools { sh, perfil, shell, sites } = tools;
        let out = sites.join(file.file_name().unwrap_or_default());
        let folder = sh.create_temp_dir()?;
        let content = folder.path().join("content");
        fs::create_dir_all(content.join("profiles"))?;
        fs::create_dir_all(content.join("locales"))?;
        fs::write(content.join("site.json"), SETTINGS)?;
        fs::copy("public/locales/en.json", content.join("locales/en.json"))?;
        let ending = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        fs::copy(file, content.join(format!("profiles/person.{ending}")))?;
        let built =
            cmd!(sh, "{perfil} build --no-pdf --content {content} --shell {shell} --out {out}")
                .quiet()
                .ignore_status()
                .output()?;
        if !built.status.success() {
            let errors = String::from_utf8_lossy(&built.stderr);
            let first = errors.lines().find(|line| line.contains("error"));
            return Ok(Err(first.unwrap_or_default().to_owned()));
        }
        let read = |format: &str| {
            let path = out.join(format!("export/{format}/en/person.{format}"));
            fs::read_to_string(&path).with_context(|| path.display().to_string())
        };
        Ok(Ok(Self { exported: serde_json::from_str(&read("json")?)?, text: read("txt")? }))
    }

    /// Returns the paths within the file that a reader of the site sees, and that nobody wrote.
    pub(super) fn machine_paths(&self, resume: &Value) -> Vec<String> {
        let keys = resume.as_object().into_iter().flatten().map(|(key, _)| key.as_str());
        let starts: Vec<String> =
            keys.flat_map(|key| [format!("{key}["), format!("{key}.")]).collect();
        let is_path = |word: &&str| {
            let starts = starts.iter().filter(|start| word.starts_with(start.as_str()));
            starts.map(|start| &word[start.len()..]).any(|rest| {
                let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
                rest.starts_with(']') || rest.starts_with(|c: char| c.is_ascii_lowercase())
            })
        };
        let written = resume.to_string();
        let words = self.text.split_whitespace().filter(is_path);
        let words = words.filter(|word| !written.contains(word));
        words.map(str::to_owned).collect()
    }
}
