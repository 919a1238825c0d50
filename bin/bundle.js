"use strict";

// The sources as one file, made anew whenever one of them has changed: a thousand modules take a second to load, one takes a fifth of that,
// and less still with what V8 made of it in an earlier run.

const { createHash } = require("node:crypto");
const {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require("node:fs");
const Module = require("node:module");
const { dirname, join } = require("node:path");
const { Script } = require("node:vm");

const ROOT = join(__dirname, "..");
const FOLDER = join(ROOT, "node_modules", ".cache", "picket");

/** Left as packages: loaded only by what needs them, or tied to files of their own. */
const EXTERNAL = ["@pulumi/*", "@grpc/*", "google-protobuf", "@kusto/*", "esbuild", "tsx", "typescript"];

/** Path of the bundle; undefined where none can be made, as in a folder that can't be written to. */
function readyBundle() {
  const version = versionOfSources();
  const bundle = join(FOLDER, `picket-${version}.cjs`);
  if (existsSync(bundle)) return bundle;
  const unfinished = `${bundle}.${process.pid}`;
  try {
    mkdirSync(FOLDER, { recursive: true });
    require("esbuild").buildSync({
      entryPoints: [join(ROOT, "src", "cli", "main.ts")],
      outfile: unfinished,
      bundle: true,
      platform: "node",
      format: "cjs",
      target: "node20",
      external: EXTERNAL,
      // What runs from compiled code has no loader for `import()`: packages are required when they are wanted.
      supported: { "dynamic-import": false },
      define: { PICKET_SOURCES: JSON.stringify(version) },
      logLevel: "silent",
    });
    renameSync(unfinished, bundle);
    removeOldest();
    return bundle;
  } catch {
    rmSync(unfinished, { force: true });
    return undefined;
  }
}

/** Runs the bundle as `require` would, with the code that V8 compiled of it when it ran before: to compile it takes as long as a short command. */
function runBundle(bundle) {
  const code = `${bundle}.code`;
  const cachedData = existsSync(code) ? readFileSync(code) : undefined;
  const script = new Script(Module.wrap(readFileSync(bundle, "utf8")), { filename: bundle, cachedData });
  // At the end of the run, when the functions that were called are compiled too. V8 rejects code of other flags or another version.
  if (cachedData === undefined || script.cachedDataRejected) process.once("exit", () => keepCode(script, code));
  const module = { exports: {} };
  script.runInThisContext()(module.exports, Module.createRequire(bundle), module, bundle, dirname(bundle));
}

function keepCode(script, path) {
  const unfinished = `${path}.${process.pid}`;
  try {
    writeFileSync(unfinished, script.createCachedData());
    renameSync(unfinished, path);
  } catch {
    rmSync(unfinished, { force: true });
  }
}

/** Bundles that stay: one may be starting just now, before its sources changed. */
const KEPT = 3;

function removeOldest() {
  const made = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const files = readdirSync(FOLDER).map((file) => join(FOLDER, file));
  const old = files.filter((file) => file.endsWith(".cjs")).sort((left, right) => made(right) - made(left));
  for (const file of old.slice(KEPT)) {
    for (const each of [file, `${file}.code`]) rmSync(each, { force: true });
  }
}

/** Size and time of every source file, the lock file, and Node's version. */
function versionOfSources() {
  const sources = join(ROOT, "src");
  const files = readdirSync(sources, { recursive: true }).filter((file) => file.endsWith(".ts"));
  const stamps = [...files.sort().map((file) => join(sources, file)), join(ROOT, "package-lock.json"), __filename].map(
    (path) => {
      const { size, mtimeMs } = statSync(path);
      return `${path} ${size} ${mtimeMs}`;
    },
  );
  const digest = createHash("sha256")
    .update([process.version, ...stamps].join("\n"))
    .digest("hex");
  return digest.slice(0, 24);
}

module.exports = { readyBundle, runBundle, versionOfSources };
