// Keeps the instance of the WebAssembly that the page makes, for walks that look at its memory or spoil it. Run before the page's scripts;
// the product knows nothing of it.

export function keepInstance() {
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const make = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await make.apply(WebAssembly, given);
      // Parts that are fetched later share the memory of the first.
      const instance = made.instance ?? made;
      if (instance.exports.memory) globalThis.instance ??= instance;
      return made;
    };
  }
}
