/** Writes XML nodes as text, without added white space. */

import type { XmlAttribute, XmlElement, XmlNode } from "./node";

export function xmlText(node: XmlNode): string {
  switch (node.kind) {
    case "document": {
      const declaration = node.declaration?.map(([name, value]) => ` ${name}="${escapedText(value, true)}"`).join("");
      return `${declaration === undefined ? "" : `<?xml${declaration}?>`}${node.children.map(xmlText).join("")}`;
    }
    case "element":
      return elementText(node);
    case "attribute":
      return node.value;
    case "text":
      return escapedText(node.text, false);
    case "cdata":
      return `<![CDATA[${node.text}]]>`;
    case "comment":
      return `<!--${node.text}-->`;
    default:
      return `<?${node.name} ${node.text}?>`;
  }
}

/** An element taken out of its document declares the namespaces that it inherited and uses. */
export function detachedText(element: XmlElement): string {
  const declared = new Set(element.namespaces.map(([prefix]) => prefix));
  const used = [element, ...element.attributes].filter(({ namespace }) => namespace !== "");
  const inherited = used
    .map(({ name, localName, namespace }) => [name.slice(0, -localName.length).replace(":", ""), namespace] as const)
    .filter(([prefix]) => !declared.has(prefix) && prefix !== "xml");
  return elementText({ ...element, namespaces: [...new Map(inherited), ...element.namespaces] });
}

function elementText({ name, namespaces, attributes, children }: XmlElement): string {
  const declarations = namespaces.map(
    ([prefix, namespace]) => ` ${prefix === "" ? "xmlns" : `xmlns:${prefix}`}="${escapedText(namespace, true)}"`,
  );
  const head = `<${name}${declarations.join("")}${attributes.map(attributeText).join("")}`;
  if (children.length === 0) return `${head} />`;
  return `${head}>${children.map(xmlText).join("")}</${name}>`;
}

function attributeText({ name, value }: XmlAttribute): string {
  return ` ${name}="${escapedText(value, true)}"`;
}

const ESCAPES: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" };

export function escapedText(text: string, isAttribute: boolean): string {
  return text.replace(isAttribute ? /[<>&"]/g : /[<>&]/g, (character) => ESCAPES[character] ?? character);
}
