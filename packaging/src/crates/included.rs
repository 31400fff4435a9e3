//! Which files of the checkout a source includes that are not in its crate.

use anyhow::{Context, Result};

/// How a source names the folder that has them at the same paths as the checkout.
const FOLDER: &str = "env!(\"PERFIL_FILES\")";

/// Returns their paths as Git's patterns; where a macro inserts something, they have a star.
///
/// # Errors
///
/// Returns what is not written as `concat!(env!("PERFIL_FILES"), "/…", …)`.
pub(super) fn patterns(source: &str) -> Result<Vec<String>> {
    let mut named = source.split(FOLDER);
    named.next();
    named.map(pattern).collect()
}

/// Reads what follows the folder: literals and what a macro inserts, up to a parenthesis.
fn pattern(after: &str) -> Result<String> {
    let (parts, _) = after.split_once(')').context("an include has no end")?;
    let parts = parts.split(',').map(str::trim).filter(|part| !part.is_empty());
    let parts = parts.map(|part| {
        let literal = part.strip_prefix('"').and_then(|part| part.strip_suffix('"'));
        literal.unwrap_or("*")
    });
    let path = parts.collect::<String>();
    let path = path.strip_prefix('/');
    path.map(str::to_owned).with_context(|| format!("no path follows {FOLDER}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_macro_inserts_is_any_name() -> Result<()> {
        let source = r#"
            const A: &str = include_str!(concat!(env!("PERFIL_FILES"), "/public/a.json"));
            const B: &str = include_str!(concat!(
                env!("PERFIL_FILES"),
                "/themes/",
                $name,
                "/theme.css",
            ));
            const C: &str = include_str!("c.json");
        "#;
        assert_eq!(patterns(source)?, ["public/a.json", "themes/*/theme.css"]);
        assert!(patterns(r#"include_str!(env!("PERFIL_FILES"))"#).is_err());
        Ok(())
    }
}
