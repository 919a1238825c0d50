/** Tells Stryker which strings are prose: what people read, and the addresses of pages. Words that decide (`block`, `leftanti`) have neither blank nor address. */

const isProse = (text) => /\s|^https:\/\//.test(text);

/** Templates that call or decide inside are kept: whoever ignores them ignores that too. */
const isPlain = ({ type, object, property, computed }) =>
  type === "Identifier" || (type === "MemberExpression" && !computed && isPlain(object) && isPlain(property));

function shouldIgnore({ node }) {
  const isIgnored =
    node.type === "StringLiteral"
      ? isProse(node.value)
      : node.type === "TemplateLiteral" &&
        node.expressions.every(isPlain) &&
        isProse(node.quasis.map(({ value }) => value.raw).join("x"));
  return isIgnored ? "prose" : undefined;
}

exports.strykerPlugins = [{ kind: "Ignore", name: "prose", value: { shouldIgnore } }];
