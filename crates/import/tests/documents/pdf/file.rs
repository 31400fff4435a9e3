//! Writes small PDFs by hand.

use std::fmt::Write as _;

/// A file: its objects, of which the first is the catalog and the second the tree of pages.
pub(crate) struct File {
    objects: Vec<Vec<u8>>,
}

/// The number of the first page; its content follows it.
pub(crate) const FIRST_PAGE: usize = 10;

/// The number of what the file says of itself.
pub(crate) const INFO: usize = 9;

impl File {
    /// Returns a file with pages of this content.
    pub(crate) fn new(pages: &[&str]) -> Self {
        let mut file = Self { objects: Vec::new() };
        let kids: Vec<String> =
            (0..pages.len()).map(|at| format!("{} 0 R", FIRST_PAGE + 2 * at)).collect();
        file.set(1, "<< /Type /Catalog /Pages 2 0 R >>");
        let count = pages.len();
        file.set(2, &format!("<< /Type /Pages /Count {count} /Kids [{}] >>", kids.join(" ")));
        let fonts = ["Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Symbol"];
        for (at, font) in fonts.into_iter().enumerate() {
            let encoding = if font == "Symbol" { "" } else { "/Encoding /WinAnsiEncoding" };
            let font = format!("<< /Type /Font /Subtype /Type1 /BaseFont /{font} {encoding} >>");
            file.set(3 + at, &font);
        }
        for (at, content) in pages.iter().enumerate() {
            let number = FIRST_PAGE + 2 * at;
            file.set(number, &page(number + 1, ""));
            file.stream(number + 1, "", content.as_bytes());
        }
        file
    }

    /// Writes an object.
    pub(crate) fn set(&mut self, number: usize, object: &str) {
        self.put(number, object.as_bytes().to_vec());
    }

    /// Writes a stream.
    pub(crate) fn stream(&mut self, number: usize, entries: &str, content: &[u8]) {
        let mut object =
            format!("<< /Length {} {entries} >>\nstream\n", content.len()).into_bytes();
        object.extend(content);
        object.extend(b"\nendstream");
        self.put(number, object);
    }

    fn put(&mut self, number: usize, object: Vec<u8>) {
        if self.objects.len() < number {
            self.objects.resize(number, b"null".to_vec());
        }
        self.objects[number - 1] = object;
    }

    /// Returns the bytes of the file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut table = String::from("0000000000 65535 f \n");
        for (at, object) in self.objects.iter().enumerate() {
            let _ = writeln!(table, "{:010} 00000 n ", bytes.len());
            bytes.extend(format!("{} 0 obj\n", at + 1).bytes());
            bytes.extend(object);
            bytes.extend(b"\nendobj\n");
        }
        let (start, size) = (bytes.len(), self.objects.len() + 1);
        bytes.extend(format!("xref\n0 {size}\n{table}").bytes());
        bytes.extend(format!("trailer\n<< /Size {size} /Root 1 0 R /Info {INFO} 0 R >>\n").bytes());
        bytes.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
        bytes
    }
}

/// Returns a page with its content in another object.
pub(crate) fn page(content: usize, entries: &str) -> String {
    format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R /Resources \
         << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R /F4 6 0 R >> >> {entries} >>"
    )
}

/// Returns the operators that draw a text: its font, its size, its place from the bottom left.
pub(crate) fn text(font: &str, size: f64, x: f64, y: f64, text: &str) -> String {
    format!("BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n")
}
