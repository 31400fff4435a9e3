//! Documents of Word, each written here.

mod docx;
mod embedded;
mod entries;
mod forms;
mod headings;
mod heads;
mod hostile;
mod job_rows;
mod layouts;
mod letterheads;
mod margins;
mod names;
mod names_in_parts;
mod rows;
mod runs;
mod sections;
mod structure;

use crate::{at, errors};
use docx::Docx;
use perfil_import::Imported;

/// Checks values of a profile, and returns it as JSON.
#[track_caller]
fn check(document: &Docx, expected: &[(&str, &str)]) -> String {
    let imported = document.read();
    assert_eq!(errors(&imported.node), Vec::<String>::new());
    let json = perfil_source::to_json(&imported.node);
    for (path, value) in expected {
        assert_eq!(at(&imported.node, path), *value, "{path} in {json}");
    }
    json
}

fn messages(imported: &Imported) -> String {
    let all: Vec<&str> = imported.report.iter().map(|it| it.message.as_str()).collect();
    all.join("\n")
}
