/** Functions that read form data and multipart content. */

import { contentText, isContent } from "../content";
import { invalid } from "../failure";
import { isArray, isObject, propertyOf, type Value } from "../value";
import { countAt, textAt } from "./arguments";
import type { ExpressionFunction } from "./definition";
import { actionBodyOf, triggerBodyOf } from "./workflow";

/** The values under a key: of `$formdata`, which the service adds, else of the encoded text. */
function valuesOf(body: Value, key: string): readonly string[] {
  if (!isObject(body)) return invalid("the body is not form data");
  const pairs = propertyOf(body, "$formdata");
  if (isArray(pairs)) {
    return pairs
      .filter((pair) => isObject(pair) && pair.get("key") === key)
      .map((pair) => String(isObject(pair) ? pair.get("value") : ""));
  }
  if (!isContent(body) || !/^application\/x-www-form-urlencoded/i.test(String(body.get("$content-type")))) {
    return invalid("the body is not form data");
  }
  return new URLSearchParams(contentText(body)).getAll(key);
}

function onlyValue(body: Value, key: string): string {
  const [first, second] = valuesOf(body, key);
  if (first === undefined) return invalid(`the form data has no \`${key}\``);
  return second === undefined ? first : invalid(`the form data has more than one \`${key}\``);
}

function partOf(body: Value, index: number): Value {
  const parts = isObject(body) ? propertyOf(body, "$multipart") : undefined;
  if (!isArray(parts)) return invalid("the body has no parts");
  const part = parts[index];
  if (!isObject(part)) return invalid(`the body has ${parts.length} parts, so there is no part ${index}`);
  return propertyOf(part, "body") ?? null;
}

const formDataMultiValues: ExpressionFunction = {
  name: "formDataMultiValues",
  summary: "all values of a key in an action's form data",
  arity: [2, 2],
  examples: [["formDataMultiValues('Send_an_email', 'Subject')", ["Hello world"]]],
  call: (given, context) => [...valuesOf(actionBodyOf(given, context), textAt(given, 1))],
};

const formDataValue: ExpressionFunction = {
  name: "formDataValue",
  summary: "the only value of a key in an action's form data",
  arity: [2, 2],
  examples: [["formDataValue('Send_an_email', 'Subject')", "Hello world"]],
  call: (given, context) => onlyValue(actionBodyOf(given, context), textAt(given, 1)),
};

const multipartBody: ExpressionFunction = {
  name: "multipartBody",
  summary: "a part of an action's multipart output",
  arity: [2, 2],
  examples: [],
  call: (given, context) => partOf(actionBodyOf(given, context), countAt(given, 1)),
};

const triggerFormDataMultiValues: ExpressionFunction = {
  name: "triggerFormDataMultiValues",
  summary: "all values of a key in the trigger's form data",
  arity: [1, 1],
  examples: [],
  call: (given, context) => [...valuesOf(triggerBodyOf(context), textAt(given, 0))],
};

const triggerFormDataValue: ExpressionFunction = {
  name: "triggerFormDataValue",
  summary: "the only value of a key in the trigger's form data",
  arity: [1, 1],
  examples: [],
  call: (given, context) => onlyValue(triggerBodyOf(context), textAt(given, 0)),
};

const triggerMultipartBody: ExpressionFunction = {
  name: "triggerMultipartBody",
  summary: "a part of the trigger's multipart output",
  arity: [1, 1],
  examples: [],
  call: (given, context) => partOf(triggerBodyOf(context), countAt(given, 0)),
};

export const formDataFunctions: readonly ExpressionFunction[] = [
  formDataMultiValues,
  formDataValue,
  multipartBody,
  triggerFormDataMultiValues,
  triggerFormDataValue,
  triggerMultipartBody,
];
