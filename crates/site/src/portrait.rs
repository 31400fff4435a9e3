//! What is known of a portrait without decoding it: its form, its size, and where it was taken.

use exif::{In, Reader, Tag};
use imagesize::{Compression, ImageType};
use std::io::Cursor;

/// What a file says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    /// Its media type.
    pub media_type: &'static str,
    /// Its width and height in pixels, as it is shown: cameras often store photographs lying on
    /// their side, and note how they are to be turned.
    pub size: (u32, u32),
    /// Whether it contains the place where it was taken.
    pub has_location: bool,
}

impl Header {
    /// Reads the header of an image.
    ///
    /// # Errors
    ///
    /// Returns why it is not an image that browsers show.
    pub(crate) fn read(file: &[u8]) -> Result<Self, String> {
        let media_type = match imagesize::image_type(file).map_err(|error| error.to_string())? {
            ImageType::Gif => "image/gif",
            ImageType::Heif(Compression::Av1) => "image/avif",
            ImageType::Jpeg => "image/jpeg",
            ImageType::Png => "image/png",
            ImageType::Webp => "image/webp",
            other => return Err(format!("its format is {}", name(other))),
        };
        let size = imagesize::blob_size(file).map_err(|error| error.to_string())?;
        let pixels = |size: usize| u32::try_from(size).unwrap_or(u32::MAX);
        let (width, height) = (pixels(size.width), pixels(size.height));
        // Most images have no such metadata, and metadata that cannot be read turns nothing.
        let metadata = Reader::new().read_from_container(&mut Cursor::new(file)).ok();
        let field = |tag| metadata.as_ref()?.get_field(tag, In::PRIMARY);
        let turn = field(Tag::Orientation).and_then(|turn| turn.value.get_uint(0));
        let is_lying = turn.is_some_and(|turn| (5..=8).contains(&turn));
        Ok(Self {
            media_type,
            size: if is_lying { (height, width) } else { (width, height) },
            has_location: field(Tag::GPSLatitude).is_some(),
        })
    }

    /// Returns the usual extension of its file name.
    pub(crate) fn extension(&self) -> &'static str {
        match self.media_type {
            "image/gif" => "gif",
            "image/avif" => "avif",
            "image/png" => "png",
            "image/webp" => "webp",
            _ => "jpg",
        }
    }
}

/// Returns the name of a format that browsers do not show: "HEIF".
fn name(form: ImageType) -> String {
    let name = format!("{form:?}");
    name.split('(').next().unwrap_or(&name).to_uppercase()
}
