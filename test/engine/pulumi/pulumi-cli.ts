/** Which `pulumi` the engine tests run: the one on PATH, else one that is built from its Go modules, once for all clones of a user. */

import { execFileSync } from "node:child_process";
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";

export interface PulumiCli {
  readonly file: string;
  /** Folders that its PATH needs before the user's: the stand-in language host where the official one is not there. */
  readonly pathFolders: readonly string[];
}

/** Undefined: neither on PATH nor built yet. */
export function findPulumi(): PulumiCli | undefined {
  const file = onPath("pulumi") ?? existing(builtFile());
  if (file === undefined) return undefined;
  const besideFile = existing(join(dirname(realpathSync(file)), LANGUAGE_HOST));
  const hasHost = besideFile !== undefined || onPath(LANGUAGE_HOST) !== undefined;
  return { file, pathFolders: hasHost ? [dirname(file)] : [join(__dirname, "host-bin"), dirname(file)] };
}

/** What is missing on this machine to get a `pulumi`; undefined where nothing is. */
export function missingForPulumi(): string | undefined {
  if (findPulumi() !== undefined || onPath("go") !== undefined) return undefined;
  return "neither `pulumi` nor `go` is on PATH: install Pulumi's CLI, or Go, from whose modules it is built";
}

/** Takes about four minutes on two cores. A second build beside it does no harm: the file appears whole or not at all. */
export function buildPulumi(): void {
  const target = builtFile();
  mkdirSync(dirname(target), { recursive: true });
  const folder = mkdtempSync(join(dirname(target), "build-"));
  try {
    for (const [name, text] of Object.entries(MODULE)) writeFileSync(join(folder, name), text);
    const options = {
      cwd: folder,
      env: { ...process.env, GOFLAGS: "-mod=mod" },
      stdio: ["ignore", "ignore", "inherit"],
    };
    execFileSync("go", ["mod", "tidy"], options as object);
    execFileSync("go", ["build", "-trimpath", "-ldflags", LINKER_FLAGS, "-o", "pulumi", COMMAND], options as object);
    renameSync(join(folder, "pulumi"), target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In the user's cache folder, which all clones share. Source: XDG Base Directory Specification 0.8, read 2026-11-25. */
function builtFile(): string {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  return join(cache, "picket", `pulumi-${VERSION}`, "pulumi");
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => existing(join(folder, name))).find((file) => file !== undefined);
}

function existing(file: string): string | undefined {
  try {
    accessSync(file, constants.X_OK);
    return file;
  } catch {
    return undefined;
  }
}

/** The newest version that was tried with picket's pinned SDK, 2026-11-25. */
const VERSION = "v3.259.0";
const LANGUAGE_HOST = "pulumi-language-nodejs";
const COMMAND = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const LINKER_FLAGS = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${VERSION}`;

/** A module of its own around the command: `go install` refuses modules that replace others, as pkg's go.mod does; the same replacement
 *  stands here. */
const MODULE = {
  "go.mod": `module picket/pulumi

go 1.25.11

require (
	github.com/pulumi/pulumi/pkg/v3 ${VERSION}
	github.com/pulumi/pulumi/sdk/v3 ${VERSION}
)

replace github.com/atotto/clipboard => github.com/tgummerer/clipboard v0.0.0-20241001131231-d02d263e614e
`,
  "tools.go": `//go:build tools

package tools

import _ "${COMMAND}"
`,
};
