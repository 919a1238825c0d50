/** Which picket made a result: any change of its sources or of what they depend on makes another one. */

/** In the bundle: the sources that it was made of. */
declare const PICKET_SOURCES: string | undefined;

let known: string | undefined;

/** A digest of the size and time of every source file, of the lock file and of Node's version: that of the bundle, whose start has looked at them already. */
export function picketVersion(): string {
  known ??= typeof PICKET_SOURCES === "string" ? PICKET_SOURCES : versionOfSources();
  return known;
}

function versionOfSources(): string {
  return (require("../../../bin/bundle.js") as { readonly versionOfSources: () => string }).versionOfSources();
}
