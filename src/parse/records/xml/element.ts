/** An element of XML with all that is in it. */
export interface XmlElement {
  /** Without the prefix of its namespace. */
  name: string;
  /** By their names, prefixes and all. */
  attributes: Readonly<Record<string, string>>;
  /** Texts and elements in their order. */
  children: (string | XmlElement)[];
}

/** The first child of a name; undefined where there is none. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** All children of a name, in their order. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** All text in an element, that of the elements within it too, as it stands. */
export function textOf(element: XmlElement): string {
  const [first = '', ...others] = element.children;
  if (typeof first === 'string' && others.length === 0) return first;
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The text of the first child of a name, without blanks around it; null where there is none, or nothing in it. */
export function textIn(element: XmlElement, name: string): string | null {
  const child = childOf(element, name);
  return (child && textOf(child).trim()) || null;
}

/** A name without the prefix of its namespace. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
