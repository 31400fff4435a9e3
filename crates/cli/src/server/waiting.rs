//! The page that is served as long as there is no site, because its content has errors.

use perfil_text::escape_html;
use serde_json::Value;

/// Returns the page. Its script shows the problems, as over any other page; without scripts, they
/// are part of the page.
pub(super) fn page(problems: &[Value]) -> String {
    let problems: Vec<String> = problems.iter().map(line).collect();
    include_str!("waiting.html").replace("{problems}", &escape_html(&problems.join("\n")))
}

fn line(problem: &Value) -> String {
    let text = |key: &str| problem[key].as_str().unwrap_or_default();
    let place = match (problem["line"].as_u64(), problem["column"].as_u64()) {
        (Some(line), Some(column)) => format!(":{line}:{column}"),
        _ => String::new(),
    };
    format!("{}{place}: {}\n  {}\n", text("file"), text("message"), text("remedy"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn problems_are_text() {
        let problem = json!({
            "file": "public/site.json", "line": 3, "column": 5,
            "message": "\"<b>\" is no language", "remedy": "Write a tag, as in \"en\".",
        });
        let page = page(&[problem]);
        assert!(page.contains("public/site.json:3:5: \"&lt;b&gt;\" is no"), "{page}");
        assert!(!page.contains("<b>"));
    }
}
