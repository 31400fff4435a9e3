//! Writes small documents of Word.

use perfil_import::{ImportContext, Imported, Source, import};
use perfil_source::Problem;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The styles that the paragraphs below name, as Word in German writes them.
const STYLES: &str = r#"
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:rPr><w:sz w:val="56"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Untertitel"><w:name w:val="Subtitle"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Abschnitt"><w:name w:val="Abschnitt"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"#;

/// Bullets (1) and numbers (2).
const NUMBERING: &str = r#"
<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
"#;

/// A document.
pub(super) struct Docx {
    body: String,
    space: &'static str,
    relations: Vec<String>,
    parts: Vec<(String, Vec<u8>)>,
}

impl Docx {
    pub(super) fn of(body: &str) -> Self {
        Self {
            body: body.to_owned(),
            space: TRANSITIONAL,
            relations: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// A document with a name and sections, and this below the heading `Experience`.
    pub(super) fn cv(below: &str) -> Self {
        Self::of(&format!(
            "{}{}{below}",
            styled("Titel", "Mira Solano"),
            styled("berschrift1", "Experience")
        ))
    }

    pub(super) fn strict(self) -> Self {
        Self { space: STRICT, ..self }
    }

    /// Adds a part, to which the document refers as `id`.
    pub(super) fn part(mut self, id: &str, kind: &str, name: &str, content: &[u8]) -> Self {
        self.relations.push(format!(
            r#"<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{name}"/>"#
        ));
        self.parts.push((format!("word/{name}"), content.to_vec()));
        self
    }

    /// Adds a part of XML.
    pub(super) fn xml(self, id: &str, kind: &str, root: &str, content: &str) -> Self {
        let xml = self.wrap(root, content);
        self.part(id, kind, &format!("{id}.xml"), xml.as_bytes())
    }

    /// Adds a page that a link leads to.
    pub(super) fn page(mut self, id: &str, address: &str) -> Self {
        self.relations.push(format!(
            r#"<Relationship Id="{id}" Type="{RELATIONS}/hyperlink" Target="{address}" TargetMode="External"/>"#
        ));
        self
    }

    /// Adds a file beside the folder `word`.
    pub(super) fn file(mut self, path: &str, content: &str) -> Self {
        self.parts.push((path.to_owned(), content.as_bytes().to_vec()));
        self
    }

    fn wrap(&self, root: &str, content: &str) -> String {
        format!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} xmlns:w="{}" xmlns:r="{RELATIONS}" xmlns:m="m" xmlns:v="v" xmlns:wp="wp" xmlns:a="a" xmlns:pic="pic" xmlns:wps="wps" xmlns:wpg="wpg" xmlns:mc="mc">{content}</w:{root}>"#,
            self.space
        )
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut parts = vec![
            (
                "word/document.xml".to_owned(),
                self.wrap("document", &format!("<w:body>{}</w:body>", self.body)).into_bytes(),
            ),
            ("word/styles.xml".to_owned(), self.wrap("styles", STYLES).into_bytes()),
            ("word/numbering.xml".to_owned(), self.wrap("numbering", NUMBERING).into_bytes()),
            (
                "word/_rels/document.xml.rels".to_owned(),
                format!("<Relationships>{}</Relationships>", self.relations.concat()).into_bytes(),
            ),
        ];
        for (path, content) in &self.parts {
            parts.retain(|(known, _)| known != path);
            parts.push((path.clone(), content.clone()));
        }
        archive(&parts)
    }

    pub(super) fn read(&self) -> Imported {
        read(&self.bytes()).expect("the document is read")
    }
}

/// Packs files into an archive.
pub(super) fn archive(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in parts {
        writer.start_file(path, SimpleFileOptions::default()).expect("a file begins");
        writer.write_all(content).expect("it is written");
    }
    writer.finish().expect("the archive ends").into_inner()
}

pub(super) fn read(bytes: &[u8]) -> Result<Imported, Vec<Problem>> {
    let source = Source { name: "cv.docx", bytes, language: None };
    import(&[source], &ImportContext::default())
}

/// A run.
pub(super) fn r(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

/// A run with properties.
pub(super) fn rp(properties: &str, text: &str) -> String {
    format!(r#"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

/// A paragraph of runs.
pub(super) fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

/// A paragraph of text.
pub(super) fn text(text: &str) -> String {
    p(&r(text))
}

pub(super) fn bold(text: &str) -> String {
    p(&rp("<w:b/>", text))
}

/// A paragraph in a style.
pub(super) fn styled(style: &str, text: &str) -> String {
    p(&format!(r#"<w:pPr><w:pStyle w:val="{style}"/></w:pPr>{}"#, r(text)))
}

/// An item of a list.
pub(super) fn item(list: u8, level: u8, text: &str) -> String {
    p(&format!(
        r#"<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>{}"#,
        r(text)
    ))
}

/// A table of cells, each with its blocks.
pub(super) fn table(rows: &[&[&str]]) -> String {
    let rows: Vec<String> = rows
        .iter()
        .map(|row| {
            let cells: Vec<String> =
                row.iter().map(|cell| format!("<w:tc>{cell}</w:tc>")).collect();
            format!("<w:tr>{}</w:tr>", cells.concat())
        })
        .collect();
    format!("<w:tbl>{}</w:tbl>", rows.concat())
}
