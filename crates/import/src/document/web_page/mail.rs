//! Reads e-mail addresses that hosts hide from programs, and says what a link without a text leads
//! to.

use url::Url;

/// Where Cloudflare's links to hidden addresses lead.
const PROTECTED: &str = "/cdn-cgi/l/email-protection#";

/// Returns the address that Cloudflare hid: each byte is changed by the first one.
pub(super) fn decode(hex: &str) -> Option<String> {
    let byte = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
    let key = byte(0)?;
    let bytes: Option<Vec<u8>> =
        (2..hex.len()).step_by(2).map(|at| Some(byte(at)? ^ key)).collect();
    String::from_utf8(bytes?).ok().filter(|address| address.contains('@'))
}

/// Returns the address to which a protected link leads.
pub(super) fn of_link(address: &str) -> Option<String> {
    decode(address.split_once(PROTECTED)?.1)
}

/// Returns what a link without a text shows.
pub(super) fn shown(link: &str) -> String {
    if let Some(rest) = link.strip_prefix("mailto:").or_else(|| link.strip_prefix("tel:")) {
        return rest.split('?').next().unwrap_or_default().to_owned();
    }
    let url = Url::parse(link).ok();
    let host = url.as_ref().and_then(Url::host_str).unwrap_or(link);
    host.trim_start_matches("www.").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_addresses_are_read() {
        let key = 0x42_u8;
        let bytes = "mira@example.org".bytes().map(|byte| byte ^ key);
        let hidden: Vec<String> =
            std::iter::once(key).chain(bytes).map(|byte| format!("{byte:02x}")).collect();
        let hidden = hidden.concat();
        assert_eq!(decode(&hidden).as_deref(), Some("mira@example.org"));
        assert_eq!(decode("4"), None);
        assert_eq!(decode("éé"), None);
    }
}
