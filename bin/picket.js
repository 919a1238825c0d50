#!/usr/bin/env node
"use strict";

// A cloned repository has no build step: the TypeScript sources are put together when they have changed, or else run as they are.
const { readyBundle, runBundle } = require("./bundle.js");

const bundle = readyBundle();
if (bundle === undefined) {
  require("tsx/cjs");
  require("../src/cli/main.ts");
} else {
  runBundle(bundle);
}
