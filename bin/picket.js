#!/usr/bin/env node
"use strict";

// Runs the TypeScript sources as they are: a cloned repository has no build step.
require("tsx/cjs");
require("../src/cli/main.ts");
