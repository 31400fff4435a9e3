//! Encodes a picture as PNG (ISO/IEC 15948) with a palette, which keeps it small.
//!
//! It is written here because the bytes then depend neither on the processor nor on which features
//! of a compression library the rest of a program enables.

use std::ops::Range;

/// The number of channels of a colour: red, green and blue.
const CHANNELS: usize = 3;

type Color = [u8; CHANNELS];

/// The level of compression, of 10: beyond it, files hardly become smaller.
const LEVEL: u8 = 8;

/// Encodes opaque pixels (red, green, blue and opacity) with at most `max_colors` colours, which
/// may be 256.
pub(super) fn encode(pixels: &[u8], (width, height): (u32, u32), max_colors: usize) -> Vec<u8> {
    let colors: Vec<Color> =
        pixels.as_chunks::<4>().0.iter().map(|[r, g, b, _]| [*r, *g, *b]).collect();
    let (counted, palette) = palette(&colors, max_colors.min(256));
    let index = |color: &Color| {
        let found = counted.binary_search_by_key(color, |entry| entry.color);
        found.ok().and_then(|at| counted.get(at)).map_or(0, |entry| entry.index)
    };
    let row = usize::try_from(width).unwrap_or(usize::MAX).max(1);
    let mut rows = Vec::with_capacity(colors.len() + colors.len() / row);
    let mut last = ([0; CHANNELS], index(&[0; CHANNELS]));
    for colors in colors.chunks(row) {
        // No filter: neighbours in a palette have nothing in common.
        rows.push(0);
        for color in colors {
            if *color != last.0 {
                last = (*color, index(color));
            }
            rows.push(last.1);
        }
    }
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    // Eight bits for each pixel, which is an index (3), and no interlacing.
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 3, 0, 0, 0]].concat();
    chunk(&mut file, *b"IHDR", &header);
    chunk(&mut file, *b"PLTE", palette.as_flattened());
    chunk(&mut file, *b"IDAT", &miniz_oxide::deflate::compress_to_vec_zlib(&rows, LEVEL));
    chunk(&mut file, *b"IEND", &[]);
    file
}

fn chunk(file: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    file.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_be_bytes());
    let start = file.len();
    file.extend(kind);
    file.extend(data);
    let checksum = crc(file.get(start..).unwrap_or_default());
    file.extend(checksum.to_be_bytes());
}

/// The checksum of a chunk (CRC-32).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 0 { crc >> 1 } else { (crc >> 1) ^ 0xedb8_8320 }
        })
    })
}

/// A colour of the picture.
struct Counted {
    color: Color,
    /// The number of its pixels.
    count: u64,
    /// The number of the colour of the palette that is shown for it.
    index: u8,
}

/// Returns the colours of a picture, sorted, and the palette that shows them best.
fn palette(colors: &[Color], max_colors: usize) -> (Vec<Counted>, Vec<Color>) {
    let mut counted = count(colors);
    let mut clusters: Vec<Cluster> = vec![Cluster::new(&counted, 0..counted.len())];
    while clusters.len() < max_colors {
        let worst = clusters.iter_mut().max_by_key(|cluster| cluster.error);
        let Some(worst) = worst.filter(|cluster| cluster.error > 0) else { break };
        let other = worst.split(&mut counted);
        clusters.push(other);
    }
    let mut palette = Vec::with_capacity(clusters.len());
    for (index, cluster) in (0..=u8::MAX).zip(&clusters) {
        let members = counted.get_mut(cluster.members.clone()).unwrap_or_default();
        palette.push(shown(members));
        for member in members.iter_mut() {
            member.index = index;
        }
    }
    counted.sort_unstable_by_key(|entry| entry.color);
    (counted, palette)
}

/// Counts the pixels of each colour. Most are like the one before, so runs are counted first.
fn count(colors: &[Color]) -> Vec<Counted> {
    let runs = colors.chunk_by(|a, b| a == b);
    let mut counted: Vec<Counted> = runs
        .filter_map(|run| {
            Some(Counted { color: *run.first()?, count: u64::try_from(run.len()).ok()?, index: 0 })
        })
        .collect();
    counted.sort_unstable_by_key(|entry| entry.color);
    counted.dedup_by(|next, kept| {
        let is_same = next.color == kept.color;
        if is_same {
            kept.count += next.count;
        }
        is_same
    });
    counted
}

/// Colours that are shown as one.
struct Cluster {
    members: Range<usize>,
    /// The channel in which they differ most.
    channel: usize,
    /// How much they differ there, over all pixels.
    error: u64,
}

impl Cluster {
    fn new(counted: &[Counted], members: Range<usize>) -> Self {
        let colors = counted.get(members.clone()).unwrap_or_default();
        let error = |channel: usize| {
            let mean = mean(colors, channel);
            let errors = colors.iter().map(|entry| {
                let distance = u64::from(entry.color[channel].abs_diff(mean));
                distance * distance * entry.count
            });
            errors.sum::<u64>()
        };
        let errors = (0..CHANNELS).map(|channel| (error(channel), channel));
        let (error, channel) = errors.max().unwrap_or_default();
        Self { members, channel, error }
    }

    /// Separates the colours on one side of the mean; there are some on both sides, because they
    /// differ.
    fn split(&mut self, counted: &mut [Counted]) -> Self {
        let channel = self.channel;
        let colors = counted.get_mut(self.members.clone()).unwrap_or_default();
        colors.sort_unstable_by_key(|entry| (entry.color[channel], entry.color));
        let mean = mean(colors, channel);
        let low = colors.partition_point(|entry| entry.color[channel] <= mean);
        // The mean is rounded down, so the last of them is above it.
        let middle = self.members.start + low.clamp(1, colors.len().max(2) - 1);
        let other = Self::new(counted, middle..self.members.end);
        *self = Self::new(counted, self.members.start..middle);
        other
    }
}

/// The colour that is shown: that of most pixels, so that flat areas keep theirs, or the mean.
fn shown(members: &[Counted]) -> Color {
    let all: u64 = members.iter().map(|entry| entry.count).sum();
    let most = members.iter().max_by_key(|entry| entry.count);
    match most.filter(|entry| entry.count * 2 > all) {
        Some(entry) => entry.color,
        None => [0, 1, 2].map(|channel| mean(members, channel)),
    }
}

/// The mean of a channel over all pixels, rounded down.
fn mean(colors: &[Counted], channel: usize) -> u8 {
    let (sum, count) = colors.iter().fold((0, 0), |(sum, count), entry| {
        (sum + u64::from(entry.color[channel]) * entry.count, count + entry.count)
    });
    u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Decodes a picture to its size and its pixels.
    fn decoded(file: &[u8]) -> (u32, u32, Vec<u8>) {
        let image = image::load_from_memory(file).expect("it is a PNG").into_rgba8();
        (image.width(), image.height(), image.into_raw())
    }

    #[test]
    fn few_colours_are_exact() {
        let pixels: Vec<u8> = (0..=255_u8).flat_map(|n| [n, 255 - n, n / 2, 255]).collect();
        let file = encode(&pixels, (32, 8), 256);
        assert_eq!(decoded(&file), (32, 8, pixels));
    }

    #[test]
    fn many_colours_are_close_and_flat_areas_exact() {
        let flat = vec![[251, 250, 248, 255]; 40_000];
        let ramp = (0..20_000_u32).map(|n| {
            let [_, a, b, c] = (n * 4001).to_be_bytes();
            [a, b, c / 8, 255]
        });
        let pixels: Vec<u8> = flat.into_iter().chain(ramp).flatten().collect();
        let file = encode(&pixels, (200, 300), 256);
        let (_, _, shown) = decoded(&file);
        assert_eq!(shown[..160_000], pixels[..160_000]);
        let distance = |(a, b): (&u8, &u8)| u64::from(a.abs_diff(*b));
        let distances: u64 = shown.iter().zip(&pixels).map(distance).sum();
        assert!(distances / 20_000 < 60, "{}", distances / 20_000);
        let fewer = encode(&pixels, (200, 300), 16);
        assert!(fewer.len() < file.len());
    }

    #[test]
    fn one_colour_is_enough() {
        assert_eq!(decoded(&encode(&[1, 2, 3, 255], (1, 1), 256)), (1, 1, vec![1, 2, 3, 255]));
    }
}
