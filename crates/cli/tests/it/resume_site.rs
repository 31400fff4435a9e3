//! The site of one résumé, for tests of what a reader and other programs see.

use crate::content::{Content, data, text};
use crate::json_resume::ADA;
use crate::page::Page;
use perfil_site::Built;
use serde_json::Value;
use std::fs;

/// A site of one résumé.
pub(crate) struct Site {
    pub(crate) built: Built,
}

impl Site {
    pub(crate) fn of(name: &str) -> Self {
        Self::written(&of_people(name))
    }

    pub(crate) fn resume(resume: &Value) -> Self {
        let content = Content::fixture("small");
        content.write(ADA, resume.to_string());
        Self::written(&content)
    }

    fn written(content: &Content) -> Self {
        Self { built: content.build() }
    }

    pub(crate) fn page(&self) -> String {
        let page = Page::of(&self.built.tree, "en/index.html");
        let read = page.select("main")[0].text().concat();
        read.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub(crate) fn html(&self) -> &str {
        text(&self.built.tree, "en/index.html")
    }

    pub(crate) fn file(&self, format: &str) -> &str {
        text(&self.built.tree, &format!("export/{format}/en/ada-lovelace.{format}"))
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(self.file("json")).unwrap()
    }

    fn warnings(&self) -> Vec<String> {
        self.built.findings.iter().map(|found| found.problem.message.clone()).collect()
    }

    /// The warnings, without those about translations.
    pub(crate) fn reported(&self) -> Vec<String> {
        let is_about_file = |message: &String| !message.contains("not written in");
        self.warnings().into_iter().filter(is_about_file).collect()
    }

    #[track_caller]
    pub(crate) fn shows(&self, words: &[&str]) {
        let page = self.page();
        for word in words {
            assert!(page.contains(word), "{word:?} is not on the page: {page}");
        }
    }

    #[track_caller]
    pub(crate) fn hides(&self, words: &[&str]) {
        let files = self.built.tree.iter();
        for (path, bytes) in files {
            // What a page is made of has such words for other reasons.
            let is_of_person = path.contains("export/") || path.ends_with("en/index.html");
            let written = String::from_utf8_lossy(bytes);
            let written = written.split("</head>").last().unwrap_or_default();
            for word in words.iter().filter(|_| is_of_person) {
                assert!(!written.contains(word), "{word:?} is in {path}");
            }
        }
    }
}

/// A content folder with a file of `tests/data/json-resume/people`.
pub(crate) fn of_people(name: &str) -> Content {
    let content = Content::fixture("small");
    content.write(ADA, fs::read(data().join("json-resume/people").join(name)).unwrap());
    content
}
