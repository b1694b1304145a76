/** Names and members: variables, fields, what an import holds, references to constructs. */
import type { CodeExpression, Member } from "../../syntax/code/ast.ts";
import { type CodeValue, type Located, nothing, opaque, scalar } from "./code-value.ts";
import { pseudoParameter, refTo } from "./functions.ts";
import { memberOfLibrary } from "./imports.ts";
import { higherLevelMember } from "./l2/make.ts";
import type { Binding, Frame, Reading } from "./reading.ts";

/** What a name or field stands for. */
export function use(
  reading: Reading,
  name: string,
  binding: Binding | undefined,
  node: CodeExpression,
  frame: Frame,
): Located {
  if (binding) return binding.keepsRange ? binding.located : { value: binding.located.value, range: node };
  if (name === "this") return { value: { kind: "this" }, range: node };
  const lost = reading.lost.get(`${frame.className}.${name}`);
  return { value: lost ? { kind: "construct", construct: lost } : opaque, range: node };
}

/** @param object what stands before the dot, evaluated */
export function memberOf(reading: Reading, node: Member, object: Located, frame: Frame): Located {
  const { name } = node;
  const at = (value: CodeValue): Located => ({ value, range: node });
  const { value } = object;
  switch (value.kind) {
    case "library":
      if (value.module === "" && value.name === "Aws") return at(pseudoParameter(name, node) ?? opaque);
      if (value.name === "") return at(memberOfLibrary(value.module, name));
      return at({ kind: "library", module: value.module, name: `${value.name}.${name}` });
    case "this": {
      const field = frame.fields.get(name);
      if (field) return use(reading, `this.${name}`, field, node, frame);
      const lost = reading.lost.get(`${frame.className}.this.${name}`);
      if (lost) return at({ kind: "construct", construct: lost });
      return at(pseudoParameter(name, node) ?? opaque);
    }
    case "construct": {
      if (name === "ref") return at(refTo(value.construct.id, node.object, node.nameRange));
      if (name === "logicalId" || name === "logical_id") return at(scalar(value.construct.id));
      const attribute = value.construct.names.attribute(name);
      if (attribute !== undefined) {
        const id = { value: scalar(value.construct.id), range: node.object };
        const items = [id, { value: scalar(attribute), range: node.nameRange }];
        const argument: Located = { value: { kind: "list", items }, range: node };
        return at({ kind: "intrinsic", name: "GetAtt", nameRange: node.nameRange, argument });
      }
      const key = value.construct.names.properties?.property(name)?.name;
      const written = value.construct.properties.findLast(
        (item) => key !== undefined && value.construct.names.properties?.property(item.key)?.name === key,
      );
      return at(written && !value.construct.open ? written.value.value : opaque);
    }
    case "other-construct":
      return at(higherLevelMember(reading, value.id, name, node) ?? opaque);
    case "parameter":
      return at(/^value/.test(name) ? refTo(value.id, node.object, node.nameRange) : opaque);
    case "condition":
      return at(/^logical/.test(name) ? scalar(value.id) : opaque);
    case "object": {
      const found = value.entries.findLast(({ key }) => key === name);
      return at(found ? found.value.value : value.open ? opaque : nothing);
    }
    default:
      return at(opaque);
  }
}
