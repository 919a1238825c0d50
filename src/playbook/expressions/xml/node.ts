/** The tree of an XML document. */

export interface XmlDocument {
  readonly kind: "document";
  readonly children: XmlChild[];
  /** Attributes of `<?xml ...?>`; undefined when the document has none. */
  declaration: readonly (readonly [name: string, value: string])[] | undefined;
}

export interface XmlElement {
  readonly kind: "element";
  readonly name: string;
  readonly localName: string;
  readonly namespace: string;
  /** Without namespace declarations. */
  readonly attributes: readonly XmlAttribute[];
  /** Namespace declarations on this element: prefix (empty for the default) and namespace. */
  readonly namespaces: readonly (readonly [prefix: string, namespace: string])[];
  readonly children: XmlChild[];
  readonly parent: XmlParent;
}

export interface XmlAttribute {
  readonly kind: "attribute";
  readonly name: string;
  readonly localName: string;
  readonly namespace: string;
  readonly value: string;
  /** Set as soon as the element is made. */
  parent: XmlElement | undefined;
}

export interface XmlCharacters {
  readonly kind: "text" | "cdata" | "comment";
  readonly text: string;
  readonly parent: XmlParent;
}

export interface XmlInstruction {
  readonly kind: "instruction";
  readonly name: string;
  readonly text: string;
  readonly parent: XmlParent;
}

export type XmlParent = XmlDocument | XmlElement;
export type XmlChild = XmlElement | XmlCharacters | XmlInstruction;
export type XmlNode = XmlDocument | XmlChild | XmlAttribute;

export function rootElement(document: XmlDocument): XmlElement | undefined {
  return document.children.find((child) => child.kind === "element");
}

/** All text below a node. */
export function textContent(node: XmlNode): string {
  if (node.kind === "attribute") return node.value;
  if (node.kind === "document" || node.kind === "element") {
    return node.children
      .filter(({ kind }) => kind === "element" || kind === "text" || kind === "cdata")
      .map(textContent)
      .join("");
  }
  return node.text;
}
