// Stands for the script that wasm-bindgen writes, so that no test needs a build for the browser.
export default async function init() {}
export async function start() {}
