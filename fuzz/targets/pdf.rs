//! A profile as a PDF: a file, or the operators of a page in one.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"%PDF") {
        fuzz::profile("ada.pdf", bytes);
    } else {
        fuzz::profile("ada.pdf", &file(bytes));
    }
});

/// Returns a file with one page of these operators, which may draw itself as a form.
fn file(operators: &[u8]) -> Vec<u8> {
    let font = |name: &str| {
        format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
    };
    let mut bytes = format!(
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages \
         /Count 1 /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox \
         [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 {} /F2 {} >> /XObject << /X1 \
         4 0 R >> >> >>\nendobj\n4 0 obj\n<< /Type /XObject /Subtype /Form /Length {} >>\nstream\n",
        font("Helvetica"),
        font("Times-Bold"),
        operators.len(),
    )
    .into_bytes();
    bytes.extend(operators);
    bytes.extend(b"\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");
    bytes
}
