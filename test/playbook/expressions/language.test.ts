import { expect, test } from "vitest";
import { evaluateExpressionText } from "../../../src/playbook/run";
import { evaluated, evaluatedTemplate, NOW } from "./expect-value";

const EXPRESSIONS: readonly (readonly [expression: string, value: unknown])[] = [
  ["'it''s'", "it's"],
  ["TRUE", true],
  ["-5", -5],
  ["CONCAT('a', 'b')", "ab"],
  ['json(\'{"A": {"b": 1}}\').a.B', 1],
  ['json(\'{"a": 1, "A": 2}\').A', 2],
  ["json('{\"a.b\": 1}')['a.b']", 1],
  ["json('{\"a\": null}')?['a']?['b']?.c", null],
  ["json('{\"a\": null}').a.b", "invalid: `b` can't be selected: the value before it is null"],
  ["json('{\"a\": 1}').b", "invalid: the property `b` does not exist; what it has: `a`"],
  ["json('[1, 2]')[1]", 2],
  ["json('[1, 2]')?[5]", null],
  ["json('[1, 2]')[5]", "invalid: the array has 2 items, so there is no index 5"],
  ["json('[1, 2]')?['a']", "invalid: `a` can't be selected from a value of type Array"],
  ["concat('abc')?['x']", "invalid: `x` can't be selected from a value of type String"],
  ["'a'.b", "invalid: expected the end of the expression, got `.`"],
  ["add(1", "invalid: expected `,` or `)`, got the end"],
  ["add(1))", "invalid: expected the end of the expression, got `)`"],
  ["add(1,)", "invalid: expected a function, a text or a number, got `)`"],
  ["odata.id", "invalid: expected `(` after `odata`, got `.`"],
  ['concat("a")', "invalid: a text is written in single quotes, not in double quotes"],
  ["'open", "invalid: the text in single quotes is not closed"],
  ["toUpperCase('a')", "invalid: unknown function `toUpperCase`"],
  ["lenght('a')", "invalid: unknown function `lenght`; did you mean `length`?"],
  ["add(1, 2, 3)", "invalid: `add` takes 2 arguments, got 3"],
  ["concat()", "invalid: `concat` takes at least 1 argument, got 0"],
  ["length(null)", "invalid: the first argument must be a text or an array, got a value of type Null"],
  ["equals(null, json('null'))", true],
  ["if(empty(null), 'none', substring('a', 5))", "none"],
  ["range(1, 100001)", "invalid: the count must be 1 to 100000, got 100001"],
  ["items('Other')", "invalid: `Other` is not a loop around this action"],
  ["xpath(xml('<a xmlns=\"urn:x\"><b>1</b></a>'), 'string(//*[local-name()=\"b\"])')", "1"],
  ["xpath(xml('<p><i>1</i><i>2</i></p>'), '/p/i[last()]/text()')", ["2"]],
  ["xpath(xml('<p><i>1</i><i>2</i></p>'), '/p[')", "invalid: the XPath `/p[` is not valid: unexpected end"],
  ["xml('<p>')", "invalid: the XML element `p` is not closed"],
  ["xml('<!DOCTYPE p [<!ENTITY e \"x\">]><p>&e;</p>')", "invalid: the XML has a document type, which is not allowed"],
  ["xml(createArray(1))", "invalid: the argument must be a text or an object, got a value of type Array"],
  ['string(xml(json(\'{"a": {"@k": "1", "#text": "x<y", "b": [1, null]}}\')))', '<a k="1">x&lt;y<b>1</b><b /></a>'],
];

test.each(EXPRESSIONS)("%s", (expression, value) => {
  expect(evaluated(expression)).toEqual(value);
});

const TEMPLATES: readonly (readonly [template: unknown, value: unknown])[] = [
  ["@", "@"],
  ["a@b", "a@b"],
  ["@@x @{1}", "@x @{1}"],
  ["a @{concat('}', '@{x}')} b", "a }@{x} b"],
  ["@{add(1, 2)}", "3"],
  ["@{true}-@{null}-@{json('{\"a\": [1]}')}", 'True--{"a":[1]}'],
  ["x@@{y}@{1}", "x@{y}1"],
  [
    { "@@odata.id": "@null", "k@{1}": ["@add(1, 1)"] },
    { "@odata.id": null, k1: [2] },
  ],
  ["@{1", "invalid: `@{` has no closing `}`"],
  [`@${"not(".repeat(300)}true${")".repeat(300)}`, "limit: the expression is nested more than 250 levels deep"],
  ["@concat('a')b", "invalid: expected the end of the expression, got `b`"],
  [JSON.parse('{"__proto__": "@add(1, 1)"}'), JSON.parse('{"__proto__": 2}')],
];

test.each(TEMPLATES)("%j", (template, value) => {
  expect(evaluatedTemplate(template)).toEqual(value);
});

test("a failure has the place of the innermost part that failed", () => {
  const answer = evaluateExpressionText("concat('a', div(1, 0), 'b')", {}, NOW);
  expect("diagnostics" in answer && answer.diagnostics.map(({ at }) => [at?.start, at?.end])).toEqual([[12, 21]]);
});

const RUNAWAYS: readonly (readonly [name: string, expression: string, start: string])[] = [
  ["nested calls", `${"not(".repeat(1000)}true${")".repeat(1000)}`, "limit: the expression is nested"],
  [
    "nested keys",
    `${"variables('a')[".repeat(540)}1${"]".repeat(540)}`.slice(0, 8190),
    "limit: the expression is nested",
  ],
  [
    "many ranges",
    `createArray(${Array.from({ length: 600 }, () => "range(1,100000)").join()})`.slice(0, 8191),
    "invalid",
  ],
  [
    "large texts",
    "replace(replace(replace(join(range(1,99999),'aaaa'),'a',string(range(1,99999))),'1','22222222'),'2','33333')",
    "limit: the text would have",
  ],
  ["deep JSON", "json(concat(join(range(1,2),'['), replace(join(range(1,600),','),',','[')))", "invalid"],
  ["too long", `concat('${"a".repeat(8200)}')`, "invalid: the expression has 8210 characters"],
];

test.each(RUNAWAYS)("%s end with a finding", (_, expression, start) => {
  expect(String(evaluated(expression)).slice(0, start.length)).toBe(start);
});
