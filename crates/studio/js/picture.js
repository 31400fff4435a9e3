// Crops and scales a portrait in the browser.

const MAX_SIDE = 1024;

let picture;
let stem;

// Reads a picture, which is shown until another one is read.
export const readPicture = async file => {
  picture?.close();
  picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  stem = file.name.replace(/\.[^.]*$/, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
};

// Draws the square that is taken: its side is that of the picture's shorter side by the zoom, and its place a share
// of the room that there is, from 0 to 1.
const draw = (canvas, zoom, across, down) => {
  const side = Math.min(picture.width, picture.height) / zoom;
  const [left, top] = [(picture.width - side) * across, (picture.height - side) * down];
  canvas.getContext("2d").drawImage(picture, left, top, side, side, 0, 0, canvas.width, canvas.height);
  return side;
};

export const showCrop = (canvas, zoom, across, down) => {
  if (picture) draw(canvas, zoom, across, down);
};

// Returns the name and the bytes of the square, no larger than a page shows it.
export const cropped = async (zoom, across, down) => {
  const side = Math.max(1, Math.round(Math.min(MAX_SIDE, Math.min(picture.width, picture.height) / zoom)));
  const canvas = new OffscreenCanvas(side, side);
  draw(canvas, zoom, across, down);
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.86 });
  return [`${stem || "portrait"}.jpg`, new Uint8Array(await blob.arrayBuffer())];
};

// What the contrast of two colours was found to be.
let last;
let context;

// Returns the contrast of the accent colour and the paper of the page in a frame (WCAG 2.2), or undefined.
export const contrastOf = frame => {
  const page = frame.contentDocument;
  const style = page?.body && frame.contentWindow.getComputedStyle(page.documentElement);
  const named = ["--accent", "--paper"].map(name => style?.getPropertyValue(name));
  if (!named[0]) return undefined;
  const kind = [style.colorScheme, ...named].join();
  if (last?.kind === kind) return last.contrast;
  const probe = page.createElement("i");
  page.body.append(probe);
  context ??= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const luminance = color => {
    // Only a property that takes a colour has one that was computed.
    probe.style.color = color;
    context.fillStyle = frame.contentWindow.getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const parts = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map(part => part / 255);
    const [red, green, blue] = parts.map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = named.map(luminance).sort((a, b) => b - a);
  probe.remove();
  last = { kind, contrast: (light + 0.05) / (dark + 0.05) };
  return last.contrast;
};
