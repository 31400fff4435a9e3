//! The colours that all pages share, for pictures, to which no stylesheet applies.

use crate::theme::accent::{css, in_gamut};

/// The colours of one theme, as CSS colours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ThemeColors {
    /// For backgrounds.
    pub ground: String,
    /// For text.
    pub ink: String,
    /// For secondary text.
    pub soft: String,
    /// For thin lines.
    pub border: String,
}

/// A colour in Oklch: lightness, chroma and hue.
type Tone = (f32, f32, f32);

/// The colours by their names in `style/tokens.css`, for the light and the dark theme.
const TONES: [(&str, Tone, Tone); 4] = [
    ("paper", (0.985, 0.003, 85.0), (0.19, 0.008, 265.0)),
    ("ink", (0.24, 0.012, 265.0), (0.925, 0.006, 85.0)),
    ("soft", (0.46, 0.012, 265.0), (0.74, 0.008, 265.0)),
    ("perfil-border", (0.885, 0.006, 85.0), (0.325, 0.01, 265.0)),
];

/// Returns the colours of the light and the dark theme.
pub(crate) fn theme_colors() -> [ThemeColors; 2] {
    let [ground, ink, soft, border] = TONES.map(|(_, light, dark)| [light, dark].map(to_css));
    [0, 1].map(|theme| ThemeColors {
        ground: ground[theme].clone(),
        ink: ink[theme].clone(),
        soft: soft[theme].clone(),
        border: border[theme].clone(),
    })
}

fn to_css((lightness, chroma, hue): Tone) -> String {
    css(in_gamut(lightness, chroma, hue))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_match_the_stylesheet() {
        let tokens = include_str!("../../../../style/tokens.css");
        let written = |(lightness, chroma, hue): Tone| format!("oklch({lightness} {chroma} {hue})");
        for (name, light, dark) in TONES {
            let line = format!("--{name}: light-dark({}, {});", written(light), written(dark));
            assert!(tokens.contains(&line), "style/tokens.css has no {line}");
        }
    }

    #[test]
    fn light_is_lighter_than_dark() {
        let [light, dark] = theme_colors();
        assert_eq!(light.ground, "#fbfaf8");
        assert!(light.ground > light.ink && dark.ground < dark.ink, "{light:?} {dark:?}");
    }
}
