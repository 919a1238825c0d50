/** Which picket made a result: any change of its sources or of what they depend on makes another one. */

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root";
import { digestOfBytes } from "../reads";

let known: string | undefined;

/** A digest of the size and time of every source file, of the lock file and of Node's version. */
export function picketVersion(): string {
  const sources = join(packageRoot(), "src");
  known ??= digestOfBytes(
    JSON.stringify([
      process.version,
      ...readdirSync(sources, { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".ts"))
        .sort()
        .map((path) => [path, stampOf(join(sources, path))]),
      stampOf(join(sources, "..", "package-lock.json")),
    ]),
  );
  return known;
}

function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.mtimeMs}` : "";
}
