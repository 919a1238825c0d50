/** The folder of picket itself, wherever the running code lies in it: among the sources, or in the file that they are put together in. */

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

export function packageRoot(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json")) || dirname(folder) === folder) return folder;
  }
}
