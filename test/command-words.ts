/** The words of a developer's command, such as `npm run fuzz`: what it does not know is wrong usage, told in one line. */

import { type ParseArgsConfig, parseArgs } from "node:util";

/** Ends the process with 2 where an option is unknown or lacks its value. */
export function commandWords<const Options extends NonNullable<ParseArgsConfig["options"]>>(options: Options) {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(2);
  }
}
