// A profile in the fragment of an address, which no server is sent: compressed (DEFLATE), in base64url.

const MAX_BYTES = 2 << 20;

const KEY = "profile=";

const through = async (bytes, stream) => {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    // What is small as an address may be large when it is unpacked.
    if (length > MAX_BYTES) throw new Error("too large");
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
};

// Returns the address that opens a profile, of whatever length.
export const linkOf = async json => {
  // Indentation is of no use in it.
  const bytes = new TextEncoder().encode(JSON.stringify(JSON.parse(json)));
  const packed = await through(bytes, new CompressionStream("deflate-raw"));
  const text = btoa(String.fromCharCode(...packed)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  return `${location.origin}${location.pathname}#${KEY}${text}`;
};

// Returns the bytes of the profile in a fragment, or undefined if it has none.
export const profileOf = async fragment => {
  if (!fragment.startsWith(KEY)) return undefined;
  const text = atob(fragment.slice(KEY.length).replace(/-/g, "+").replace(/_/g, "/"));
  const packed = Uint8Array.from(text, letter => letter.charCodeAt(0));
  return through(packed, new DecompressionStream("deflate-raw"));
};

export const copy = text => navigator.clipboard.writeText(text);
