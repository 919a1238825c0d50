import { describe, expect, test } from "vitest";
import { expressionFunctions } from "../../../src/playbook/expressions/functions/registry";
import { evaluated } from "./expect-value";

describe("the examples of the functions", () => {
  const examples = expressionFunctions.flatMap(({ examples: each }) => each);
  test.each(examples)("%s", (expression, value) => {
    expect(evaluated(expression)).toEqual(value);
  });
});

/** They read form data and parts (form-data.test.ts), or what only a run has (../run). */
const WITHOUT_EXAMPLE = `action listCallbackUrl multipartBody result triggerFormDataMultiValues triggerFormDataValue triggerMultipartBody`;

test("every other function has an example", () => {
  const bare = expressionFunctions.filter(({ examples }) => examples.length === 0).map(({ name }) => name);
  expect(bare.sort()).toEqual(WITHOUT_EXAMPLE.split(" "));
});

test("every function has a name of its own", () => {
  const names = expressionFunctions.map(({ name }) => name.toLowerCase());
  expect(names.length).toBe(new Set(names).size);
});

/** The functions of the reference, ms.date 2025-10-06, read 2026-11-23, and two of an older one. */
const REFERENCE = `action actionBody actionOutputs actions add addDays addHours addMinutes addProperty addSeconds addToTime and array base64 base64ToBinary
base64ToString binary body bool chunk coalesce concat contains convertFromUtc convertTimeZone convertToUtc createArray dataUri
dataUriToBinary dataUriToString dateDifference dayOfMonth dayOfWeek dayOfYear decimal decodeBase64 decodeDataUri decodeUriComponent
div encodeUriComponent empty endsWith equals first float formatDateTime formDataMultiValues formDataValue formatNumber getFutureTime
getPastTime greater greaterOrEquals guid if indexOf int isFloat isInt item items iterationIndexes json intersection join last
lastIndexOf length less lessOrEquals listCallbackUrl max min mod mul multipartBody not nthIndexOf or outputs parameters
parseDateTime rand range removeProperty replace result reverse setProperty skip slice sort split startOfDay startOfHour
startOfMonth startsWith string sub substring subtractFromTime take ticks toLower toUpper trigger triggerBody
triggerFormDataMultiValues triggerFormDataValue triggerMultipartBody triggerOutputs trim union uriComponent uriComponentToBinary
uriComponentToString uriHost uriPath uriPathAndQuery uriPort uriQuery uriScheme utcNow variables workflow xml xpath`;

test("every function of the reference is there, and no other", () => {
  const names = expressionFunctions.map(({ name }) => name);
  expect(names.sort()).toEqual(REFERENCE.split(/\s+/).sort());
});
