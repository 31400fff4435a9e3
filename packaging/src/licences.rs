//! The licences of Perfil, and of everything that is compiled into it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result};

use crate::compiled::Package;
use crate::release::Entry;

/// Perfil's own licences: what SPDX calls them, and their files.
const OWN: [(&str, &str); 2] = [("MIT", "LICENSE-MIT"), ("Apache-2.0", "LICENSE-APACHE")];

/// The licences of the fonts of the pages.
const FONTS: &str = "style/fonts/LICENSE.md";

/// All licences.
pub(crate) struct Licences {
    own: Vec<(&'static str, String)>,
    others: String,
}

impl Licences {
    /// Reads those in the checkout, and those that the packages of others have in them.
    pub(crate) fn read(packages: &[Package]) -> Result<Self> {
        let read =
            |file: &str| fs::read_to_string(file).with_context(|| format!("cannot read {file}"));
        let own = OWN.map(|(name, file)| Ok((name, read(file)?)));
        let own = own.into_iter().collect::<Result<Vec<_>>>()?;
        let others = others(packages, &read(FONTS)?)?;
        Ok(Self { own, others })
    }

    /// Returns Perfil's own, with what SPDX calls them.
    pub(crate) fn own(&self) -> impl Iterator<Item = (&str, &str)> {
        self.own.iter().map(|(name, text)| (*name, text.as_str()))
    }

    /// Returns the text on everything else.
    pub(crate) fn others(&self) -> &[u8] {
        self.others.as_bytes()
    }

    /// Returns Perfil's own as files in a folder, whose path ends with a slash.
    pub(crate) fn own_entries(&self, folder: &str) -> Vec<Entry> {
        let files = OWN.iter().map(|(_, file)| *file).zip(&self.own);
        let own =
            files.map(|(file, (_, text))| Entry::file(format!("{folder}{file}"), text.clone()));
        own.collect()
    }

    /// Returns all of them as files in a folder, whose path ends with a slash.
    pub(crate) fn entries(&self, folder: &str) -> Vec<Entry> {
        let mut entries = self.own_entries(folder);
        entries.push(Entry::file(format!("{folder}THIRD-PARTY.md"), self.others.clone()));
        entries
    }
}

/// How the text of the Apache License begins. It is the same for all, and Perfil has it too.
const APACHE: &str = "Apache License Version 2.0, January 2004";

/// Writes the packages with their licences, and each text of a licence once.
fn others(packages: &[Package], fonts: &str) -> Result<String> {
    let mut text = String::from(
        "# What is in Perfil\n\nThe fonts of the pages, and packages of Rust, under these licences.\n\n\
         | Package | Licence | Texts |\n| --- | --- | --- |\n",
    );
    let mut texts: BTreeMap<String, usize> = BTreeMap::new();
    let mut written = Vec::new();
    for package in packages {
        let mut numbers = Vec::new();
        for (_, licence) in package.licence_texts()? {
            // Packages differ in how they break the lines of a text.
            let words = licence.split_whitespace().collect::<Vec<_>>().join(" ");
            if words.starts_with(APACHE) {
                numbers.push("LICENSE-APACHE".to_owned());
                continue;
            }
            let next = texts.len() + 1;
            let number = *texts.entry(words).or_insert_with(|| {
                written.push(licence);
                next
            });
            numbers.push(format!("[{number}](#text-{number})"));
        }
        let Package { name, version, licence, .. } = package;
        writeln!(text, "| {name} {version} | {licence} | {} |", numbers.join(", "))?;
    }
    write!(text, "\n{}\n", fonts.trim().replace("\n# ", "\n## ").trim_start_matches("# "))?;
    for (index, licence) in written.iter().enumerate() {
        let number = index + 1;
        // Four spaces make it code, so that nothing in it is Markdown.
        let licence =
            licence.trim().lines().map(|line| format!("    {line}").trim_end().to_owned());
        let licence = licence.collect::<Vec<_>>().join("\n");
        write!(text, "\n## Text {number}\n\n{licence}\n")?;
    }
    Ok(text)
}
