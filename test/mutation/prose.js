/** Tells Stryker what is not to be mutated: prose, which people read (texts with a blank, addresses of pages), and the examples of a definition, which are tests. Words that decide (`block`, `leftanti`) have neither blank nor address. */

const isProse = (text) => /\s|^https:\/\//.test(text);

/** Templates that call or decide inside are kept: whoever ignores them ignores that too. */
const isPlain = ({ type, object, property, computed }) =>
  type === "Identifier" || (type === "MemberExpression" && !computed && isPlain(object) && isPlain(property));

const isExamples = ({ type, key, value }) =>
  type === "ObjectProperty" && key.name === "examples" && value.type === "ArrayExpression";

function isIgnored(node) {
  if (node.type === "StringLiteral") return isProse(node.value);
  if (node.type === "TemplateLiteral")
    return node.expressions.every(isPlain) && isProse(node.quasis.map(({ value }) => value.raw).join("x"));
  return isExamples(node);
}

const shouldIgnore = ({ node }) => (isIgnored(node) ? "prose" : undefined);

exports.strykerPlugins = [{ kind: "Ignore", name: "prose", value: { shouldIgnore } }];
