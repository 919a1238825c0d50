/** ParseJson: reads JSON and checks it against a schema. */

import { Ajv, type ValidateFunction } from "ajv";
import { contentText, isContent } from "../expressions/content";
import { ExpressionFailure } from "../expressions/failure";
import { parseJsonText } from "../expressions/json-text";
import { isObject, objectOf, toJson, type Value } from "../expressions/value";
import { jsonText } from "../expressions/value-text";
import { bodyOutputs, failed, succeeded } from "../run/outcome";
import type { ActionDefinition } from "./definition";

export const parseJson: ActionDefinition = {
  type: "ParseJson",
  summary: "reads JSON and checks it against a schema",
  required: ["inputs/content", "inputs/schema"],
  run: ({ evaluated }) => {
    const content = evaluated("inputs/content");
    const schema = evaluated("inputs/schema");
    const inputs = objectOf([
      ["content", content],
      ["schema", schema],
    ]);
    const body = parsed(content);
    const mistake = schemaMistake(schema, body);
    if (mistake === undefined) return succeeded(inputs, bodyOutputs(body));
    return failed("BadRequest", `the content does not match the schema: ${mistake}`, { inputs });
  },
};

/** A text is read as JSON; anything else is JSON already. */
function parsed(content: Value): Value {
  const text = typeof content === "string" ? content : isContent(content) ? contentText(content) : undefined;
  return text === undefined ? content : parseJsonText(text);
}

const validators = new Map<string, ValidateFunction>();
const VALIDATORS_MAX = 200;

/** What does not fit; undefined when all fits. A schema that is no object checks nothing. */
function schemaMistake(schema: Value, body: Value): string | undefined {
  if (!isObject(schema)) return undefined;
  const validate = validatorOf(schema);
  if (validate(toJson(body))) return undefined;
  const [first] = validate.errors ?? [];
  return `${first?.instancePath || "the value"} ${first?.message ?? "does not fit"}`;
}

function validatorOf(schema: Value): ValidateFunction {
  const key = jsonText(schema);
  const known = validators.get(key);
  if (known) return known;
  if (validators.size >= VALIDATORS_MAX) validators.clear();
  const made = compiled(schema);
  validators.set(key, made);
  return made;
}

/** Formats are not checked, and words that the schema language does not know are passed over, as in the service. */
function compiled(schema: Value): ValidateFunction {
  const json = toJson(schema);
  const { $schema: _, $id: __, ...rest } = json as Record<string, unknown>;
  try {
    return new Ajv({ strict: false, validateFormats: false, logger: false }).compile(rest);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ExpressionFailure("invalid", `the schema is not valid: ${message.split("\n")[0]}`);
  }
}
