/** The house rules that no linter knows: layers, faces, file length, names, what a room must not touch. */

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(__dirname, "..");

/** A room imports only from lower layers. */
const LAYERS: Readonly<Record<string, number>> = {
  diagnostics: 0,
  azure: 0,
  kql: 1,
  access: 1,
  playbook: 1,
  plan: 1,
  monitor: 1,
  documents: 2,
  sentinel: 2,
  compiler: 3,
  tenant: 3,
  testing: 4,
  repository: 4,
  operations: 5,
  cli: 6,
};

/** The files through which a room is imported. */
const FACES: Readonly<Record<string, readonly string[]>> = {
  kql: ["check", "run"],
  access: ["check", "run"],
  playbook: ["check", "run", "steps"],
  operations: ["project"],
};

const IO_ROOMS = new Set(["repository", "monitor", "cli"]);
const PULUMI_ROOTS = /^(components\/|policy\/|examples\/|index\.ts$|src\/monitor\/)/;
const LINES_MAX = 500;
const IO_MODULES = /^node:(fs|child_process|http|https|net|worker_threads|os|readline|process)(\/|$)/;

interface Import {
  readonly file: string;
  readonly target: string;
}

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(join(root, file)));
const sources = files.filter((file) => file.endsWith(".ts"));
const imports = sources.flatMap((file): Import[] =>
  [...readFileSync(join(root, file), "utf8").matchAll(/(?:\bfrom|\bimport|\brequire\()\s*"([^"]+)"/g)].map(
    ([, target = ""]) => ({
      file,
      target,
    }),
  ),
);

const roomOf = (file: string): string | undefined => /^src\/([^/]+)\//.exec(file)?.[1];
const resolved = ({ file, target }: Import): string =>
  target.startsWith(".") ? relative(root, join(root, dirname(file), target)) : target;

describe("rooms", () => {
  test("every room has a layer", () => {
    const rooms = [...new Set(sources.flatMap((file) => roomOf(file) ?? []))];
    expect(rooms.filter((room) => !(room in LAYERS))).toEqual([]);
  });

  test("a room imports only from lower layers, and only faces", () => {
    const wrong = imports.filter((each) => {
      const from = roomOf(each.file);
      const target = resolved(each);
      const to = roomOf(`${target}/`);
      if (from === undefined || to === undefined || from === to) return false;
      const isFace = target === `src/${to}` || (FACES[to] ?? []).some((face) => target === `src/${to}/${face}`);
      return !isFace || (LAYERS[to] ?? 9) >= (LAYERS[from] ?? 0);
    });
    expect(wrong).toEqual([]);
  });

  test("what stands outside src imports rooms through faces", () => {
    const isBound = (file: string) => /^(components|policy|examples)\/|^index\.ts$/.test(file);
    const wrong = imports.filter((each) => {
      const target = resolved(each);
      const to = roomOf(`${target}/`);
      if (!isBound(each.file) || to === undefined) return false;
      return target !== `src/${to}` && !(FACES[to] ?? []).some((face) => target === `src/${to}/${face}`);
    });
    expect(wrong).toEqual([]);
  });

  test("only repository, monitor and cli do I/O", () => {
    const wrong = imports.filter(({ file, target }) => {
      const room = roomOf(file);
      return room !== undefined && !IO_ROOMS.has(room) && IO_MODULES.test(target);
    });
    expect(wrong).toEqual([]);
  });

  test("only repository, monitor and cli read a clock or draw random numbers", () => {
    const wrong = sources.filter((file) => {
      const room = roomOf(file);
      if (room === undefined || IO_ROOMS.has(room)) return false;
      return /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.env\b/.test(
        readFileSync(join(root, file), "utf8"),
      );
    });
    expect(wrong).toEqual([]);
  });

  test("@pulumi packages are imported only where resources are made", () => {
    const wrong = imports.filter(
      ({ file, target }) => target.startsWith("@pulumi/") && !PULUMI_ROOTS.test(file) && !/^(test|bench)\//.test(file),
    );
    expect(wrong).toEqual([]);
  });
});

describe("files", () => {
  test(`no source file has more than ${LINES_MAX} lines`, () => {
    const long = sources
      .filter((file) => !file.includes("/generated/"))
      .map((file) => ({ file, lines: readFileSync(join(root, file), "utf8").split("\n").length - 1 }))
      .filter(({ lines }) => lines > LINES_MAX);
    expect(long).toEqual([]);
  });

  test("names are kebab-case nouns", () => {
    const wrong = sources.filter((file) => /(^|\/)(utils?|helpers?|misc|common)\.ts$/.test(file));
    expect(wrong).toEqual([]);
  });

  test("source files open with a sentence that says what they answer", () => {
    const wrong = sources.filter(
      (file) => file.startsWith("src/") && !readFileSync(join(root, file), "utf8").startsWith("/**"),
    );
    expect(wrong).toEqual([]);
  });

  test("no skipped tests and no open ends", () => {
    const marks = new RegExp(
      `\\b(it|test|describe)\\.(${["skip", "todo", "only"].join("|")})\\b|\\b(${["TO", "FIX"].map((each) => `${each}${each === "TO" ? "DO" : "ME"}`).join("|")})\\b`,
    );
    const wrong = sources.filter(
      (file) => file !== "test/tidy.test.ts" && marks.test(readFileSync(join(root, file), "utf8")),
    );
    expect(wrong).toEqual([]);
  });
});
