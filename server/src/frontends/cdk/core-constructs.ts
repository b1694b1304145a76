/** The constructs of the CDK's core that stand for the other sections of a template, and for any resource. */
import type { Call } from "../../syntax/code/ast.ts";
import type { Named } from "../../template/template.ts";
import type { ResourceNames } from "./catalog.ts";
import { type CodeEntry, type CodeValue, type Located, opaque } from "./code-value.ts";
import { identityOf, idText, makeConstruct, propertiesOf } from "./constructs.ts";
import { opaqueAt, toExpression, toObject } from "./expressions.ts";
import { attributeSpelling, upperFirst } from "./names.ts";
import { type Frame, type Reading, spanOf, uniqueId } from "./reading.ts";

export function makeCoreConstruct(reading: Reading, name: string, node: Call, frame: Frame): CodeValue {
  if (name === "CfnResource") return anyResource(reading, node, frame);
  const { id } = identityOf(node);
  const { entries, open } = propertiesOf(reading, node, frame);
  const named: Named = {
    id: uniqueId(reading, idText(reading, id, frame, name), frame.className),
    idSpan: spanOf(reading, id?.kind === "string" ? id.content : (id ?? node.callee)),
    span: spanOf(reading, node),
  };
  const property = (key: string): Located | undefined => entries.findLast((item) => item.key === key)?.value;
  const body = open ? opaqueAt(reading, node) : toObject(reading, entries, node.parentheses, undefined);
  switch (name) {
    case "CfnParameter": {
      const type = property("type")?.value;
      const fallback = property("default");
      const allowed = property("allowedValues") ?? property("allowed_values");
      reading.parameters.set(named.id, {
        ...named,
        type: type?.kind === "scalar" ? type.text : "String",
        ...(fallback && { default: toExpression(reading, fallback) }),
        ...(allowed?.value.kind === "list" && {
          allowedValues: allowed.value.items.map((item) => toExpression(reading, item)),
        }),
        noEcho: property("noEcho") !== undefined || property("no_echo") !== undefined,
        body,
      });
      return { kind: "parameter", id: named.id };
    }
    case "CfnCondition": {
      const expression = property("expression");
      reading.conditions.set(named.id, {
        ...named,
        body: expression ? toExpression(reading, expression) : opaqueAt(reading, node),
      });
      return { kind: "condition", id: named.id };
    }
    case "CfnMapping": {
      const mapping = property("mapping");
      reading.mappings.set(named.id, {
        ...named,
        body: mapping ? toExpression(reading, mapping) : opaqueAt(reading, node),
      });
      return { kind: "mapping", id: named.id };
    }
    default: {
      const value = property("value");
      const exportName = property("exportName") ?? property("export_name");
      reading.outputs.set(named.id, {
        ...named,
        ...(value && { value: toExpression(reading, value) }),
        ...(exportName && { exportName: toExpression(reading, exportName) }),
        body,
      });
      return opaque;
    }
  }
}

/** `new cdk.CfnResource(this, "X", { type: "AWS::EC2::VPC", properties: { CidrBlock: … } })` */
function anyResource(reading: Reading, node: Call, frame: Frame): CodeValue {
  const construct = makeConstruct(reading, unknownResource(""), "", "CfnResource", node, frame);
  const find = (key: string): Located | undefined => construct.properties.findLast((item) => item.key === key)?.value;
  const type = find("type")?.value;
  const properties = find("properties")?.value;
  const entries: readonly CodeEntry[] = properties?.kind === "object" ? properties.entries : [];
  const isKnown =
    type?.kind === "scalar" && (properties === undefined || (properties.kind === "object" && !properties.open));
  const made = {
    ...construct,
    type: type?.kind === "scalar" ? type.text : "",
    names: unknownResource(type?.kind === "scalar" ? type.text : ""),
    properties: [...entries],
    open: !isKnown || node.broken || frame.repeated,
  };
  reading.constructs[reading.constructs.indexOf(construct)] = made;
  return { kind: "construct", construct: made };
}

/** Properties and attributes are called as CloudFormation calls them. */
function unknownResource(type: string): ResourceNames {
  return {
    type,
    properties: undefined,
    attribute: (spelling) => /^attr([A-Z]\w*)$/.exec(spelling)?.[1],
    attributeSpelling: (attribute) => attributeSpelling(upperFirst(attribute)),
  };
}
