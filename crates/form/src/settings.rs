//! Edits of the settings of a site.

use perfil_edit::{Edit, Format, Value, apply, edit};
use perfil_source::{Node, Path, Problem, Step};

/// Returns the text of the settings of a site, which is JSON, with another language at the end of its languages.
///
/// # Errors
///
/// Returns why the language cannot be added, such as that it is there.
pub fn with_language(text: &str, tag: &str) -> Result<String, Problem> {
    let node = perfil_source::parse(text.as_bytes())?;
    let languages = node.get("languages").map(Node::elements).unwrap_or_default();
    if let Some(own) = languages.iter().find(|own| own.as_str() == Some(tag)) {
        let message = format!("the site has the language {tag}");
        return Err(Problem::error(Some(own.span.clone()), message, "Choose another one."));
    }
    let path = Path(vec![Step::Key("languages".to_owned())]);
    let change = Edit::Insert { path, index: languages.len(), value: Value::Text(tag.to_owned()) };
    Ok(apply(text, &edit(text, Format::Json, &change)?))
}
