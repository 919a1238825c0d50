/** Which texts are XML, and how they read as JSON and as text again. */

import { expect, test } from "vitest";
import { evaluated } from "./expect-value";

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Each well-formed text, and what json() makes of it. */
const READ: readonly (readonly [xml: string, json: unknown])[] = [
  ["<a/>", { a: null }],
  ["<a></a>", { a: null }],
  ["<a>1</a>", { a: "1" }],
  ["\ufeff<a>1</a>", { a: "1" }],
  ['<a k="1"/>', { a: { "@k": "1" } }],
  ["<a k = '1' >x</a >", { a: { "@k": "1", "#text": "x" } }],
  ["<a><b>1</b><b>2</b><c/></a>", { a: { b: ["1", "2"], c: null } }],
  ["<a> <b> 1 </b> </a>", { a: { b: " 1 " } }],
  ["<a>x<b/>y</a>", { a: { "#text": ["x", "y"], b: null } }],
  ["<a><![CDATA[1 < 2]]></a>", { a: { "#cdata-section": "1 < 2" } }],
  ["<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;</a>", { a: "<>&\"'AB" }],
  ["<a k='&#x1F512;&amp;'/>", { a: { "@k": "\u{1f512}&" } }],
  ["<!-- c --><?p i?><a>1<!-- c --></a>", { a: "1" }],
  ["<?xml version=\"1.0\" encoding='utf-8'?><a/>", { "?xml": { "@version": "1.0", "@encoding": "utf-8" }, a: null }],
  [
    '<a xmlns="urn:a" xmlns:p="urn:p"><p:b p:k="1"/></a>',
    { a: { "@xmlns": "urn:a", "@xmlns:p": "urn:p", "p:b": { "@p:k": "1" } } },
  ],
  ['<a xml:lang="en">x</a>', { a: { "@xml:lang": "en", "#text": "x" } }],
  [
    '<a xmlns:p="urn:p"><b xmlns:q="urn:q"><p:c/><q:d/></b></a>',
    { a: { "@xmlns:p": "urn:p", b: { "@xmlns:q": "urn:q", "p:c": null, "q:d": null } } },
  ],
];

test.each(READ)("%s", (xml, json) => {
  expect(evaluated(`json(xml(${quoted(xml)}))`)).toEqual(json);
});

const REFUSED: readonly (readonly [xml: string, message: string])[] = [
  ["", "the text is not XML: it has no root element"],
  ["<!-- c -->", "the text is not XML: it has no root element"],
  ["text", "the text is not XML: there is text outside the root element"],
  ["<a/>text", "the text is not XML: there is text outside the root element"],
  ["<![CDATA[x]]><a/>", "the text is not XML: there is text outside the root element"],
  ["<a/><b/>", "the text is not XML: it has more than one root element"],
  ["<a><b></a>", "the XML closing tag `a` has no opening tag"],
  ["<a></a></a>", "the XML closing tag `a` has no opening tag"],
  ["<a><b></b>", "the XML element `a` is not closed"],
  ["<a k=1/>", "the text is not XML: unexpected `<a k=1/>`"],
  ["<a k='<'/>", "the text is not XML: unexpected `<a k='<'/>`"],
  ["<a k='1' k='2'/>", "the XML element `a` has an attribute twice"],
  ["<1/>", "the text is not XML: unexpected `<1/>`"],
  ["<a><!-- a -- b --></a>", "the text is not XML: unexpected `<!-- a -- b `"],
  ["<!DOCTYPE a><a/>", "the XML has a document type, which is not allowed"],
  ["<a>&nbsp;</a>", "`&nbsp;` is not an XML entity"],
  ["<a>a & b</a>", "`&` is not an XML entity"],
  ["<a>&lt</a>", "`&lt` is not an XML entity"],
  ["<a>&#x110000;</a>", "`&#x110000;` is not an XML entity"],
  ["<p:a/>", "the XML prefix `p` is not declared"],
  ["<a p:k='1'/>", "the XML prefix `p` is not declared"],
  ['<a><b xmlns:p="urn:p"/><p:c/></a>', "the XML prefix `p` is not declared"],
  ["<a/><?xml version='1.0'?>", "the XML declaration must come first"],
  ["<!-- c --><?xml version='1.0'?><a/>", "the XML declaration must come first"],
];

test.each(REFUSED)("%s is refused", (xml, message) => {
  expect(evaluated(`xml(${quoted(xml)})`)).toBe(`invalid: ${message}`);
});

/** Texts as string(xml()) writes them. */
const WRITTEN: readonly (readonly [given: unknown, xml: string])[] = [
  ["<a k='1'></a>", '<a k="1" />'],
  ["<a>&quot;&lt;&gt;&amp;</a>", '<a>"&lt;&gt;&amp;</a>'],
  ["<a k='&quot;&lt;&gt;&amp;'/>", '<a k="&quot;&lt;&gt;&amp;" />'],
  [
    "<?xml version='1.0'?><!-- c --><?p i?><a><![CDATA[<]]></a>",
    '<?xml version="1.0"?><!-- c --><?p i?><a><![CDATA[<]]></a>',
  ],
  [{ a: null }, "<a />"],
  [{ a: "" }, "<a />"],
  [{ a: true }, "<a>true</a>"],
  [{ a: { b: [1, { c: 2 }], "#text": "x<" } }, "<a><b>1</b><b><c>2</c></b>x&lt;</a>"],
  [{ a: { "@k": 'x"', "@": 1 } }, '<a k="x&quot;"><_x0040_>1</_x0040_></a>'],
  [{ a: { "@k": [1] } }, "<a><_x0040_k>1</_x0040_k></a>"],
  [{ a: { "#cdata-section": "<" } }, "<a><![CDATA[<]]></a>"],
  [{ "?xml": { "@version": "1.0" }, a: 1 }, '<?xml version="1.0"?><a>1</a>'],
  [{ "my key": { "1st": 2 } }, "<my_x0020_key><_x0031_st>2</_x0031_st></my_x0020_key>"],
  [{}, "invalid: XML has one root element, so the object must have exactly one property"],
  [{ a: 1, b: 2 }, "invalid: XML has one root element, so the object must have exactly one property"],
  [{ a: [1, 2] }, "invalid: XML has one root element, so the root property must not be an array"],
  [{ "": 1 }, "invalid: an XML element needs a name, so a property name must not be empty"],
];

test.each(WRITTEN)("%j is written %s", (given, xml) => {
  const source = typeof given === "string" ? quoted(given) : `json(${quoted(JSON.stringify(given))})`;
  expect(evaluated(`string(xml(${source}))`)).toBe(xml);
});

test("an element taken out declares the prefixes that it uses", () => {
  const shop =
    '<s xmlns="urn:s" xmlns:p="urn:p" xmlns:q="urn:q"><p:a q:k="1" xml:lang="en"/><b xmlns:q="urn:r" q:k="2"/></s>';
  const first = (name: string) =>
    evaluated(`string(xpath(xml(${quoted(shop)}), ${quoted(`//*[local-name()='${name}']`)})[0])`);
  expect([first("a"), first("b")]).toEqual([
    '<p:a xmlns:p="urn:p" xmlns:q="urn:q" q:k="1" xml:lang="en" />',
    '<b xmlns="urn:s" xmlns:q="urn:r" q:k="2" />',
  ]);
});
