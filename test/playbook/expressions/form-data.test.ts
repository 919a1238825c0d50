/** What the functions on form data and parts read: what the service has taken apart, else the encoded text. */

import { expect, test } from "vitest";
import { evaluated } from "./expect-value";

const encoded = (text: string, type = "application/x-www-form-urlencoded; charset=utf-8") => ({
  "$content-type": type,
  $content: Buffer.from(text).toString("base64"),
});
const FORM = {
  $formdata: [
    { key: "to", value: "nina" },
    { key: "to", value: "omar" },
    { key: "cc", value: "soc" },
  ],
};
const PARTS = { $multipart: [{ body: "first" }, { headers: {} }] };

const CASES: readonly (readonly [expression: string, body: unknown, value: unknown])[] = [
  ["triggerFormDataMultiValues('to')", FORM, ["nina", "omar"]],
  ["triggerFormDataMultiValues('bcc')", FORM, []],
  ["triggerFormDataValue('cc')", FORM, "soc"],
  ["triggerFormDataValue('to')", FORM, "invalid: the form data has more than one `to`"],
  ["triggerFormDataValue('bcc')", FORM, "invalid: the form data has no `bcc`"],
  ["triggerFormDataMultiValues('to')", encoded("to=nina+k&cc=soc&to=omar%20k"), ["nina k", "omar k"]],
  ["triggerFormDataValue('to')", encoded("to=nina", "application/json"), "invalid: the body is not form data"],
  ["triggerFormDataValue('to')", { to: "nina" }, "invalid: the body is not form data"],
  ["triggerFormDataValue('to')", "to=nina", "invalid: the body is not form data"],
  ["triggerMultipartBody(0)", PARTS, "first"],
  ["triggerMultipartBody(1)", PARTS, null],
  ["triggerMultipartBody(2)", PARTS, "invalid: the body has 2 parts, so there is no part 2"],
  ["triggerMultipartBody(0)", { body: "first" }, "invalid: the body has no parts"],
  ["triggerMultipartBody(0)", "first", "invalid: the body has no parts"],
];

test.each(CASES)("%s of %j", (expression, body, value) => {
  expect(evaluated(expression, { trigger: { outputs: { body } } })).toEqual(value);
  const ofAction = expression
    .replace(/^trigger(.)/, (_, letter: string) => letter.toLowerCase())
    .replace("(", "('Get', ");
  expect(evaluated(ofAction, { actions: { Get: { outputs: { body } } } })).toEqual(value);
});
