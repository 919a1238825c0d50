/** The embedded monitor, on a program of its own. What it does not prove: that the real engine or a provider accepts what is
 *  registered; diffs, replacements and state are the engine's (test/engine). */

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Answers, type Mode, type ProgramOptions, runProgram } from "../../src/monitor";

const folder = join(__dirname, "../fixtures/programs/monitor");

const answers: Answers = {
  resource: ({ name, inputs }, mode) => {
    if (name === "refused") throw new Error("409 Conflict: it is there already");
    return mode === "preview" ? { outputs: inputs } : { id: `/things/${name}`, outputs: inputs };
  },
  invoke: ({ token, args }) => {
    if (token !== "test:index:getThing") throw new Error(`no function ${token}`);
    return { value: `got ${String(args.name)}` };
  },
};

function run(behaviour: string, options: Partial<ProgramOptions> = {}) {
  return runProgram({
    folder,
    stack: "dev",
    mode: "update",
    answers,
    config: { "test:behaviour": behaviour },
    secrets: { "test:password": "hunter2" },
    ...options,
  });
}

const PREFIX = "urn:pulumi:dev::behaviours::";
const PROVIDER_URN = `${PREFIX}pulumi:providers:test::explicit`;
const STACK_URN = `${PREFIX}pulumi:pulumi:Stack::behaviours-dev`;
const GROUP_URN = `${PREFIX}test:index:Group::group`;
const FIRST_URN = `${PREFIX}test:index:Group$test:index:Thing::first`;
const SECOND_URN = `${PREFIX}test:index:Group$test:index:Thing::second`;

/** Everything that the behaviour `registers` says, given what differs between preview and update. */
function expectedRegistrations(mode: Mode) {
  const provider = `${PROVIDER_URN}::${mode === "preview" ? "04da6b54-80e4-46f7-96ec-b56ff0331ba9" : "explicit"}`;
  const firstId = mode === "preview" ? { "pulumi:unknown": true } : "/things/first";
  return [
    {
      urn: STACK_URN,
      type: "pulumi:pulumi:Stack",
      name: "behaviours-dev",
      custom: false,
      inputs: {},
      options: {},
    },
    {
      urn: PROVIDER_URN,
      type: "pulumi:providers:test",
      name: "explicit",
      parent: STACK_URN,
      custom: true,
      inputs: { region: "north" },
      options: {},
    },
    {
      urn: GROUP_URN,
      type: "test:index:Group",
      name: "group",
      parent: STACK_URN,
      custom: false,
      inputs: {},
      options: { providers: { test: provider } },
    },
    {
      urn: FIRST_URN,
      type: "test:index:Thing",
      name: "first",
      parent: GROUP_URN,
      custom: true,
      inputs: { text: "one", nothing: null },
      options: { provider, version: "1.2.3" },
    },
    {
      urn: SECOND_URN,
      type: "test:index:Thing",
      name: "second",
      parent: GROUP_URN,
      custom: true,
      inputs: {
        text: "one",
        thing: firstId,
        password: { "pulumi:secret": "hunter2" },
        list: [1, true, { deep: "x" }],
      },
      options: {
        protect: true,
        retainOnDelete: true,
        deleteBeforeReplace: true,
        replaceOnChanges: ["text"],
        ignoreChanges: ["list"],
        additionalSecretOutputs: ["password"],
        import: "/things/2",
        aliases: [
          { name: "old", parent: GROUP_URN },
          { type: "test:old:Thing", parent: GROUP_URN },
          { urn: `${PREFIX}test:index:Thing::ancient` },
        ],
        provider,
        dependsOn: [FIRST_URN],
        propertyDependencies: { thing: [FIRST_URN], text: [FIRST_URN] },
        version: "1.2.3",
      },
    },
  ];
}

describe("registrations", () => {
  test.each<Mode>(["preview", "update"])("all that a program says is shown, in %s", async (mode) => {
    const { stderr, peakMemoryBytes, ...rest } = await run("registers", { mode });
    // Only Linux tells it.
    expect((peakMemoryBytes ?? 0) > 50e6).toBe(process.platform === "linux");
    const provider = `${PROVIDER_URN}::${mode === "preview" ? "04da6b54-80e4-46f7-96ec-b56ff0331ba9" : "explicit"}`;
    expect(rest).toEqual({
      exitCode: 0,
      registrations: expectedRegistrations(mode),
      invocations: [{ token: "test:index:getThing", args: { name: "x" }, provider }],
      messages: [
        { severity: "info", message: "told" },
        { severity: "warning", message: "warned" },
      ],
      outputs: { result: { first: "one", answer: "got x", secret: { "pulumi:secret": "hunter2" } } },
      componentOutputs: { [GROUP_URN]: { first: "one" } },
      stdout: "",
    });
  });
});

test("a program sees its folder, its mode, the mark of picket's monitor, and none of the caller's settings", async () => {
  process.env.PULUMI_BACKEND_URL = "file:///not-for-the-program";
  try {
    const { outputs } = await run("sees", { mode: "preview" });
    expect(outputs).toEqual({
      result: { folder: ["programs", "monitor"], monitor: true, ambient: "none", isPreview: true },
    });
  } finally {
    delete process.env.PULUMI_BACKEND_URL;
  }
});

describe.concurrent("a program that does not end well", () => {
  const cases: readonly (readonly [behaviour: string, message: RegExp])[] = [
    ["throws", /thrown on purpose/],
    ["rejects", /rejected on purpose/],
    ["asks", /no function test:index:unknown/],
    ["transforms", /does not support transforms/],
  ];
  test.each(cases)("%s", async (behaviour, message) => {
    const { failure, exitCode, messages } = await run(behaviour);
    expect({ failure, exitCode }).toEqual({ failure: "the program ended with exit code 32", exitCode: 32 });
    expect(messages.map((each) => each.message).join("\n")).toMatch(message);
  });

  const refusals: readonly (readonly [behaviour: string, urn: string, message: string])[] = [
    ["refused", `${PREFIX}test:index:Thing::refused`, "409 Conflict: it is there already"],
    [
      "duplicates",
      `${PREFIX}test:index:Thing::same`,
      `Duplicate resource URN '${PREFIX}test:index:Thing::same'; try giving it a unique name`,
    ],
  ];
  test.each(refusals)("%s: the engine says why, and the SDK keeps silent", async (behaviour, urn, message) => {
    const { failure, messages } = await run(behaviour);
    expect({ failure, messages }).toEqual({
      failure: `\`${urn}\` was not registered: ${message}`,
      messages: [{ severity: "error", message, urn }],
    });
  });

  test("leaves by itself", async () => {
    const { failure, exitCode } = await run("exits");
    expect({ failure, exitCode }).toEqual({ failure: "the program ended with exit code 7", exitCode: 7 });
  });

  test("is ended by a signal", async () => {
    const { failure, exitCode } = await run("aborts");
    expect({ failure, exitCode }).toEqual({
      failure: "the program was ended by the signal SIGABRT; short memory does that",
      exitCode: undefined,
    });
  });

  test("hangs", async () => {
    const { failure, exitCode } = await run("hangs", { secondsMax: 3 });
    expect({ failure, exitCode }).toEqual({
      failure: "the program was still running after 3 seconds, the time limit, and was ended",
      exitCode: undefined,
    });
  });

  test("writes more than anybody reads", async () => {
    const { stdout } = await run("floods");
    expect(stdout).toBe(`${"x".repeat(1024 * 1024)}\n(${2 * 1024 * 1024} more bytes)`);
  });
});

describe("a folder without a program", () => {
  const cases: readonly (readonly [text: string | undefined, failure: RegExp])[] = [
    [undefined, /^no Pulumi program in `.*`: ENOENT/],
    ["{", /^no Pulumi program in `.*`: /],
    ["runtime: nodejs", /^no Pulumi program in `.*`: Pulumi.yaml has no `name`$/],
    ["name: x\nmain: gone.ts\nruntime: nodejs", /^no Pulumi program in `.*`: ENOENT.*gone\.ts/],
    ["name: x\nruntime: nodejs", /^the program did not start: Cannot find module '@pulumi\/pulumi\/cmd\/run'/],
  ];
  test.each(cases)("%j", async (text, failure) => {
    const empty = mkdtempSync(join(tmpdir(), "picket-"));
    if (text !== undefined) writeFileSync(join(empty, "Pulumi.yaml"), text);
    const ended = await run("sees", { folder: empty });
    expect(ended.failure).toMatch(failure);
    expect(ended.registrations).toEqual([]);
  });
});
