/** Cells of the machine interface: values to JSON and back, by type. */

import { describe, expect, test } from "vitest";
import { cellOf, valueOfCell } from "../../src/kql/values/cell";
import type { TypeName } from "../../src/kql/values/type-name";

/** What a cell is read as, written again; undefined where it does not fit the type. */
function throughType(cell: unknown, type: TypeName): unknown {
  const value = valueOfCell(cell, type);
  return value === undefined ? undefined : cellOf(value, type);
}

const GUID = "74be27de-1e4e-49d9-b579-fe0b331d3642";

describe("a cell that fits is read and written", () => {
  test.each<readonly [TypeName, unknown, unknown]>([
    ["bool", true, true],
    ["bool", 1, true],
    ["bool", 0, false],
    ["bool", "TRUE", true],
    ["bool", "false", false],
    ["int", 7, 7],
    ["int", "-7", -7],
    ["long", -0, 0],
    ["long", "9223372036854775807", "9223372036854775807"],
    ["long", "-9223372036854775808", "-9223372036854775808"],
    ["long", "+5", 5],
    ["real", 1.5, 1.5],
    ["real", "1.5e3", 1500],
    ["real", "-.5", -0.5],
    ["real", "NaN", "NaN"],
    ["real", "Infinity", "Infinity"],
    ["real", "-Infinity", "-Infinity"],
    ["decimal", 1.5, "1.5"],
    ["decimal", "0.25", "0.25"],
    ["string", "", ""],
    ["string", "a", "a"],
    ["datetime", "2026-01-02", "2026-01-02T00:00:00.0000000Z"],
    ["timespan", "1.02:03:04.5", "1.02:03:04.5000000"],
    ["guid", GUID.toUpperCase(), GUID],
    ["guid", `{${GUID.replaceAll("-", "")}}`, GUID],
    ["dynamic", { a: [1, "x", null, true, 1.5] }, { a: [1, "x", null, true, 1.5] }],
    ["dynamic", "a", "a"],
    ["string", null, ""],
    ["string", undefined, ""],
    ["long", null, null],
    ["dynamic", null, null],
  ])("%s %j", (type, cell, again) => expect(throughType(cell, type)).toEqual(again));
});

describe("a cell that does not fit is told", () => {
  test.each<readonly [TypeName, unknown]>([
    ["bool", 2],
    ["bool", "yes"],
    ["int", 1.5],
    ["int", true],
    ["long", "9223372036854775808"],
    ["long", "-9223372036854775809"],
    ["long", "1.0"],
    ["long", "123456789012345678901"],
    ["long", 2 ** 53],
    ["real", "x1"],
    ["real", "1x"],
    ["real", ""],
    ["decimal", "x"],
    ["string", 5],
    ["string", true],
    ["string", {}],
    ["datetime", "no"],
    ["datetime", 5],
    ["timespan", "no"],
    ["guid", "74be27de"],
  ])("%s %j", (type, cell) => expect(valueOfCell(cell, type)).toBeUndefined());
});
