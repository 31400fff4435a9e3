//! Texts with Markdown.

use super::Text;
use perfil_prose::unsafe_links;
use perfil_source::{Context, Decode, Node, Shape, Step, shape};

/// A text in Markdown (`CommonMark`). HTML in it is shown as text, never interpreted.
#[derive(Clone, Debug, PartialEq)]
pub struct Prose(pub Text);

impl Decode for Prose {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        links(node, context);
        for member in node.members() {
            context.within(Step::Key(member.key.clone()), |context| links(&member.value, context));
        }
        Text::decode(node, context).map(Self)
    }

    fn shape() -> Shape {
        Shape::Text(shape::Text::Prose)
    }
}

/// Reports links that the page has to leave out. Links without a scheme stay within the site.
fn links(node: &Node, context: &mut Context) {
    for scheme in unsafe_links(node.as_str().unwrap_or_default()) {
        unsafe_link(&scheme, node, context);
    }
}

/// Reports a link that is not allowed on any page.
pub fn unsafe_link(scheme: &str, node: &Node, context: &mut Context) {
    let message = format!("a link to {scheme:?} is not safe to publish");
    let remedy = "Use an address that begins with https:, http:, mailto: or tel:.";
    context.error(node.span.clone(), message, remedy);
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_source::parse;

    fn check(json: &str, expected: &[&str]) {
        let mut context = Context::default();
        let node = parse(json.as_bytes()).expect("this is JSON");
        Prose::decode(&node, &mut context);
        let (problems, _) = context.finish();
        let found: Vec<_> = problems
            .iter()
            .map(|problem| format!("{}: {}", problem.path, problem.message))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn unsafe_links_are_reported_with_their_paths() {
        check(
            r#"{ "en": "[a](javascript:alert(1))", "es": "[a](https://a.example) [b](#b)" }"#,
            &["$.en: a link to \"javascript\" is not safe to publish"],
        );
        check(
            r#""<data:text/html,x> and ![an image](data:image/png;base64,AA==)""#,
            &["$: a link to \"data\" is not safe to publish"],
        );
        check(r#""<javascript@example.org> `[a](javascript:b)` \\[a](javascript:b)""#, &[]);
    }
}
