//! Portraits for paper and pictures: decoded, upright, square and small, whatever the owner's file
//! is.

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{
    DynamicImage, GenericImageView as _, ImageDecoder, ImageEncoder as _, ImageReader, RgbImage,
};
use std::io::Cursor;

/// The maximum width and height of a decoded portrait in pixels: 450 dpi in the size that it has
/// on paper.
const MAX_SIDE: u32 = 480;

/// The quality of the JPEG in a PDF, of 100.
const QUALITY: u8 = 85;

/// The maximum size of a colour profile that is kept, in bytes. Those of cameras take less.
const MAX_PROFILE_BYTES: usize = 16_384;

/// A portrait: the middle of the image as a square.
#[derive(Clone, Debug)]
pub struct Portrait {
    square: DynamicImage,
    /// The ICC profile of its colours, if they are not sRGB.
    profile: Option<Vec<u8>>,
}

impl Portrait {
    /// Decodes an image (JPEG, PNG, GIF or WebP).
    ///
    /// # Errors
    ///
    /// Returns why it cannot be decoded.
    pub fn decode(file: &[u8]) -> Result<Self, String> {
        let reader = ImageReader::new(Cursor::new(file)).with_guessed_format();
        let mut decoder = reader.map_err(|error| error.to_string())?.into_decoder().map_err(
            |error| match error {
                image::ImageError::Unsupported(_) => "its format is not supported".to_owned(),
                image::ImageError::Limits(_) => "it is too large".to_owned(),
                error => error.to_string(),
            },
        )?;
        // Metadata that cannot be read is as good as none.
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let profile = decoder.icc_profile().ok().flatten().filter(|profile| is_kept(profile));
        let image = DynamicImage::from_decoder(decoder).map_err(|error| error.to_string())?;
        let mut square = square(&image);
        square.apply_orientation(orientation);
        Ok(Self { square, profile })
    }

    /// Encodes it as JPEG. Where it is transparent, it becomes white, as paper is.
    pub(super) fn jpeg(&self) -> Result<Vec<u8>, String> {
        let mut jpeg = Vec::new();
        let mut encoder = JpegEncoder::new_with_quality(&mut jpeg, QUALITY);
        if let Some(profile) = &self.profile {
            // Every JPEG can have a colour profile.
            let _ = encoder.set_icc_profile(profile.clone());
        }
        encoder.encode_image(&self.on_white()).map_err(|error| error.to_string())?;
        Ok(jpeg)
    }

    /// Returns the pixels (red, green, blue and opacity) of a circle of this diameter. Its edge is
    /// smooth, unlike that of what Typst clips.
    pub(super) fn circle(&self, diameter: u32) -> Vec<u8> {
        let scaled = self.square.resize_exact(diameter, diameter, FilterType::CatmullRom);
        let mut image = scaled.into_rgba8();
        for (x, y, pixel) in image.enumerate_pixels_mut() {
            let opacity = u32::from(pixel[3]) * inside(x, y, diameter) / SAMPLES.pow(2);
            pixel[3] = u8::try_from(opacity).unwrap_or(u8::MAX);
        }
        image.into_raw()
    }

    fn on_white(&self) -> RgbImage {
        let mut image = self.square.to_rgba8();
        for pixel in image.pixels_mut() {
            let opacity = u32::from(pixel[3]);
            for part in 0..3 {
                let mixed = (u32::from(pixel[part]) * opacity + 255 * (255 - opacity)) / 255;
                pixel[part] = u8::try_from(mixed).unwrap_or(u8::MAX);
            }
            pixel[3] = u8::MAX;
        }
        DynamicImage::ImageRgba8(image).into_rgb8()
    }
}

/// Cuts the middle out of an image, as browsers do for a portrait, and scales it down.
fn square(image: &DynamicImage) -> DynamicImage {
    let (width, height) = image.dimensions();
    let side = width.min(height);
    let square = image.crop_imm((width - side) / 2, (height - side) / 2, side, side);
    if side <= MAX_SIDE {
        return square;
    }
    // Taking means first makes the scaling of a huge image cheap, and loses nothing.
    let square = if side > 4 * MAX_SIDE {
        square.thumbnail_exact(2 * MAX_SIDE, 2 * MAX_SIDE)
    } else {
        square
    };
    square.resize_exact(MAX_SIDE, MAX_SIDE, FilterType::CatmullRom)
}

/// How many points along each side of a pixel are examined.
const SAMPLES: u32 = 4;

/// Returns how many points of a pixel are inside a circle.
fn inside(x: u32, y: u32, diameter: u32) -> u32 {
    // In units of half the distance between two points, the centre is at `diameter * SAMPLES`.
    let radius = diameter * SAMPLES;
    let is_inside = |dx: u32, dy: u32| {
        let [across, down] = [(x, dx), (y, dy)]
            .map(|(at, sample)| (2 * (at * SAMPLES + sample) + 1).abs_diff(radius));
        across.pow(2) + down.pow(2) <= radius.pow(2)
    };
    let points = (0..SAMPLES).flat_map(|dx| (0..SAMPLES).map(move |dy| (dx, dy)));
    points.map(|(dx, dy)| u32::from(is_inside(dx, dy))).sum()
}

/// Whether a colour profile is small and describes red, green and blue: decoding turns every other
/// colour space into those.
fn is_kept(profile: &[u8]) -> bool {
    profile.get(16..20) == Some(b"RGB ") && profile.len() <= MAX_PROFILE_BYTES
}
