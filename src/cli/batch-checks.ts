/** What the machine interface itself can find wrong with a request. */

import type { CheckInfo } from "../diagnostics";

const source = "picket, docs/batch.md";

/** Longest line that is answered, in UTF-16 units: some hundred thousand rows of events, read in a second. */
export const LINE_CHARS_MAX = 64 * 1024 * 1024;

const badLine: CheckInfo = {
  code: "PKT9001",
  severity: "error",
  title: "a batch line that is not a JSON object",
  why: "Every line of `picket batch` is one request. A line that can't be read has no id, so its answer carries `null`.",
  source,
  avoid: `{"id": 1, "op": `,
  prefer: `{"id": 1, "op": "query", "query": "print 1"}`,
  nearMiss: `{"op": "query", "query": "print 1"}`,
};

const unknownOperation: CheckInfo = {
  code: "PKT9002",
  severity: "error",
  title: "an unknown operation",
  why: "`op` names what is asked for; without a known name there is nothing to answer.",
  source,
  avoid: `{"id": 1, "op": "qeury", "query": "print 1"}`,
  prefer: `{"id": 1, "op": "query", "query": "print 1"}`,
  nearMiss: `{"query": "print 1", "op": "query", "id": null}`,
};

const badShape: CheckInfo = {
  code: "PKT9003",
  severity: "error",
  title: "a request of the wrong shape",
  why: "Each operation has a JSON Schema for its request; a request that does not fit it is refused whole.",
  source,
  avoid: `{"id": 1, "op": "query", "query": 7}`,
  prefer: `{"id": 1, "op": "query", "query": "print 1"}`,
  nearMiss: `{"id": 1, "op": "query", "query": "print 1", "now": null}`,
};

const unknownKey: CheckInfo = {
  code: "PKT9004",
  severity: "info",
  title: "a request key that the operation does not know",
  why: "Unknown keys are ignored, so that a client can be newer than picket; they are named, so that a slip of the pen shows.",
  source,
  avoid: `{"id": 1, "op": "query", "query": "print 1", "tabels": {}}`,
  prefer: `{"id": 1, "op": "query", "query": "print 1", "tables": {}}`,
  nearMiss: `{"id": 1, "op": "query", "query": "print 1", "tables": {}, "now": "2026-01-15T12:00:00Z"}`,
};

const bug: CheckInfo = {
  code: "PKT9009",
  severity: "error",
  title: "a bug in picket",
  why: "A promise inside picket was broken. The request was not answered, the stream goes on. Please report it with the request.",
  source,
  avoid: "",
  prefer: "",
  nearMiss: `{"id": 1, "op": "query", "query": "pritn 1"}`,
};

const longLine: CheckInfo = {
  code: "PKT9041",
  severity: "error",
  title: "a batch line that is too long",
  why: "A line is held in memory as a whole. One above the limit is passed over without being read, so its answer carries no id; the stream goes on. Rows that large are asked for in several requests.",
  source,
  avoid: () => `{"id": 1, "op": "query", "query": "print 1", "now": "${" ".repeat(LINE_CHARS_MAX)}"}`,
  prefer: `{"id": 1, "op": "query", "query": "print 1"}`,
  nearMiss: `{"id": 1, "op": "query", "query": "print '${"long ".repeat(10_000)}'"}`,
};

export const batchChecks = { badLine, unknownOperation, badShape, unknownKey, longLine, bug } as const;
