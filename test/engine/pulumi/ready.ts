/** Before `npm run test:engine`: sees to it that there is a `pulumi`. Exit 2 where that can't be done, and says what is missing. */

import { buildPulumi, findPulumi, missingForPulumi } from "./pulumi-cli";

const missing = missingForPulumi();
if (missing !== undefined) {
  console.error(missing);
  process.exitCode = 2;
} else if (findPulumi() === undefined) {
  console.error("building Pulumi's CLI from its Go modules, once for all clones: about four minutes");
  try {
    buildPulumi();
  } catch (error) {
    console.error(`Pulumi's CLI could not be built: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 2;
  }
}
