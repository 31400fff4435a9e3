//! The addresses that links lead to.

use crate::addresses::is_bare;
use perfil_prose::SCHEMES;
use std::sync::Arc;

/// Returns an address that is safe to publish, or the scheme of one that is not. A file beside the
/// document has no scheme.
pub(super) fn link(address: &str) -> Result<Option<Arc<str>>, String> {
    let address = address.trim();
    if address.is_empty() || address.starts_with('#') {
        return Ok(None);
    }
    let scheme = url::Url::parse(address).ok().map(|url| url.scheme().to_owned());
    let is_safe = scheme.as_deref().is_some_and(|scheme| SCHEMES.contains(&scheme));
    if is_safe || is_bare(address) || (scheme.is_none() && address.contains('@')) {
        return Ok(Some(Arc::from(address)));
    }
    let is_host = || address.split(['/', '?']).next().is_some_and(|host| host.contains('.'));
    Err(scheme.filter(|_| !is_host()).unwrap_or_default())
}

/// Returns the address in the instruction of a field: `HYPERLINK "https://example.org" \o "Page"`.
pub(super) fn of_instruction(instruction: &str) -> Option<&str> {
    let rest = instruction.trim_start();
    let rest = rest.get("HYPERLINK".len()..)?.trim_start();
    if let Some(quoted) = rest.strip_prefix('"') {
        return quoted.split('"').next();
    }
    rest.split_whitespace().next().filter(|word| !word.starts_with('\\'))
}
