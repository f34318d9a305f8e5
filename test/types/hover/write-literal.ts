import ts from "typescript-5.9";

/** A literal of a type with each of its fields, at any depth. */
export interface Literal {
  readonly text: string;
  /** Where each field is first in the text, and its path; an interface may be at several places. */
  readonly keys: readonly { readonly offset: number; readonly path: string }[];
}

/** Writes a literal of a type of data: one entry for each map, one item for each list, the first word of several. */
export function writeLiteral(type: ts.Type, checker: ts.TypeChecker): Literal {
  let text = "";
  const seen = new Set<ts.Declaration>();
  const keys: { offset: number; path: string }[] = [];

  function writeObject(object: ts.Type, path: string): void {
    text += "{ ";
    for (const property of checker.getPropertiesOfType(object)) {
      // A name that the user chose, for a stage or a volume, has no comment but his own.
      const [declaration] = property.declarations ?? [];
      const isNew = declaration?.getSourceFile().isDeclarationFile === true && !seen.has(declaration);
      if (isNew) seen.add(declaration);
      writeField(property.name, checker.getTypeOfSymbol(property), `${path}.${property.name}`, isNew);
    }
    const entry = checker.getIndexTypeOfType(object, ts.IndexKind.String);
    if (entry !== undefined && (entry.flags & ts.TypeFlags.Unknown) === 0)
      writeField("data", entry, `${path}.*`, false);
    text += "}";
  }

  function writeField(name: string, type: ts.Type, path: string, isKey: boolean): void {
    if (isKey) keys.push({ offset: text.length, path });
    text += `${/^\w+$/.test(name) ? name : JSON.stringify(name)}: `;
    write(type, path);
    text += ", ";
  }

  function write(type: ts.Type, path: string): void {
    const members = (type.isUnion() ? type.types : [type]).filter(
      (each) => (each.flags & ts.TypeFlags.Undefined) === 0,
    );
    const object = members.find(isData);
    if (object !== undefined && checker.isArrayType(object)) {
      text += "[";
      const [item] = checker.getTypeArguments(object as ts.TypeReference); // isArrayType() has looked
      if (item !== undefined) write(item, `${path}[]`);
      text += "]";
    } else if (object !== undefined) {
      writeObject(object, path);
    } else {
      text += scalar(members[0]);
    }
  }

  writeObject(type, "");
  return { text, keys };
}

// References are instances of classes.
function isData(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0 && type.isClass() === false;
}

function scalar(type: ts.Type | undefined): string {
  if (type === undefined) return "undefined";
  if (type.isStringLiteral()) return JSON.stringify(type.value);
  if ((type.flags & ts.TypeFlags.String) !== 0) return '"a"';
  return (type.flags & ts.TypeFlags.Number) !== 0 ? "1" : "false";
}
