//! Reads WOFF2 files back.

/// Unpacks a WOFF2 file whose tables are as they are.
pub(crate) fn unpack(file: &[u8]) -> Vec<u8> {
    let number = |at: usize| u32::from_be_bytes(file[at..at + 4].try_into().unwrap()) as usize;
    assert_eq!(&file[..4], b"wOF2");
    assert_eq!(number(8), file.len(), "the length is wrong");
    let count = number(12) >> 16;
    let mut at = 48;
    let mut entries = Vec::new();
    for _ in 0..count {
        const KNOWN: [(u8, &[u8; 4]); 15] = [
            (0, b"cmap"),
            (1, b"head"),
            (2, b"hhea"),
            (3, b"hmtx"),
            (4, b"maxp"),
            (5, b"name"),
            (6, b"OS/2"),
            (7, b"post"),
            (10, b"glyf"),
            (11, b"loca"),
            (27, b"GPOS"),
            (39, b"avar"),
            (47, b"fvar"),
            (48, b"gvar"),
            (17, b"gasp"),
        ];
        let index = file[at] & 0x3f;
        at += 1;
        let known = KNOWN.iter().find(|(number, _)| *number == index);
        let tag = known.map_or_else(
            || {
                at += 4;
                file[at - 4..at].to_vec()
            },
            |(_, tag)| tag.to_vec(),
        );
        let mut length = 0;
        loop {
            length = length << 7 | usize::from(file[at] & 0x7f);
            at += 1;
            if file[at - 1] & 0x80 == 0 {
                break;
            }
        }
        entries.push((tag, length));
    }
    let mut tables = Vec::new();
    let mut compressed = &file[at..at + number(20)];
    brotli::BrotliDecompress(&mut compressed, &mut tables).unwrap();
    assert_eq!(tables.len(), entries.iter().map(|(_, length)| length).sum::<usize>());
    let mut font = vec![0, 1, 0, 0, 0, u8::try_from(count).unwrap(), 0, 0, 0, 0, 0, 0];
    let mut offset = 12 + 16 * count;
    for (tag, length) in entries {
        font.extend([&tag[..], &[0; 4]].concat());
        font.extend(u32::try_from(offset).unwrap().to_be_bytes());
        font.extend(u32::try_from(length).unwrap().to_be_bytes());
        offset += length;
    }
    [font, tables].concat()
}
