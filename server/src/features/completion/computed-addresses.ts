/** `!Select [n, !Cidr […]]`: the next block of a subnet where the others are computed, and IPv6 blocks. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { type Cidr, formatCidr, overlaps, parseCidr, usableAddresses } from "../../base/cidr.ts";
import { takenBlocks } from "../../network/addressing.ts";
import type { Subnet, Vpc } from "../../network/model.ts";
import { selectOfCidr } from "../../rules/addressing/select-index.ts";
import { getAtt, type NewValue } from "../../template/edit.ts";
import { type CallExpression, type Expression, propertyOf } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { callFilter, isJson, type Offer, type Spot } from "./item.ts";
import { subnetText, vpcOf } from "./subnet-place.ts";
import { count, say } from "./wording.ts";

/** The next free index of the `Fn::Cidr` that most of the siblings use. */
export function* computedOffers(spot: Spot, vpc: Vpc, siblings: readonly Subnet[]): Generator<Offer> {
  const { document, evaluator } = spot.snapshot;
  const call = siblings
    .map(({ resource }) => selectOfCidr(propertyOf(resource.properties, "CidrBlock")?.value)?.cidr)
    .findLast((found) => found !== undefined);
  const cidr = call && toNewValue(call);
  if (call === undefined || cidr === undefined) return;
  const taken = takenBlocks(vpc);
  const blocks = blocksOf(evaluator, call);
  const index = blocks.findIndex((block) => !taken.some((other) => overlaps(other, block)));
  const block = blocks[index];
  if (block === undefined) return;
  const value: NewValue = { call: "Select", argument: [index, cidr] };
  const text = document.renderValue(value, spot.offset);
  yield {
    label: isJson(spot) ? `Select [${index}, Cidr …]` : text,
    kind: CompletionItemKind.Function,
    rank: 1,
    text,
    filter: callFilter(spot, formatCidr(block)),
    detail: say("computed", spot.context.language, { cidr: formatCidr(block), n: count(usableAddresses(block)) }),
    documentation: subnetText(spot, vpc, block),
  };
}

function blocksOf(evaluator: Evaluator, call: CallExpression): readonly Cidr[] {
  const value = evaluator.resolve(call);
  if (value.kind !== "known" || !Array.isArray(value.data)) return [];
  return value.data.flatMap((item) => {
    const parsed = item.kind === "known" && typeof item.data === "string" ? parseCidr(item.data) : undefined;
    return parsed?.ok ? [parsed.cidr] : [];
  });
}

/** The expression as it would be written anew; undefined where a part of it cannot be read. */
export function toNewValue(expression: Expression): NewValue | undefined {
  switch (expression.kind) {
    case "scalar":
      return expression.value;
    case "list": {
      const items = expression.items.map(toNewValue).filter((item) => item !== undefined);
      return items.length === expression.items.length ? items : undefined;
    }
    case "object": {
      const object: Record<string, NewValue> = {};
      for (const { key, value } of expression.properties) {
        const made = toNewValue(value);
        if (made === undefined) return undefined;
        object[key] = made;
      }
      return { object };
    }
    case "call": {
      const argument = toNewValue(expression.argument);
      return argument === undefined ? undefined : { call: expression.name, argument };
    }
    case "opaque":
      return undefined;
  }
}

/** A subnet's /64 out of the /56 that AWS gives to a VPC: 64 host bits, at most 256 of them. */
export function* ipv6Offers(spot: Spot, resource: Resource): Generator<Offer> {
  const subnetId = subnetOf(resource);
  const found = subnetId === undefined ? undefined : vpcOf(spot, subnetId);
  if (found === undefined) return;
  const { vpc } = found;
  const used = new Set(
    [...spot.snapshot.template.resources.values()]
      .filter((other) => other !== resource)
      .map((other) => selectOfCidr(propertyOf(other.properties, "Ipv6CidrBlock")?.value)?.index)
      .flatMap((index) => (index?.kind === "scalar" ? [Number(index.text)] : [])),
  );
  let index = 0;
  while (used.has(index)) index += 1;
  const block: NewValue = { call: "Select", argument: [0, getAtt(vpc.id, "Ipv6CidrBlocks")] };
  const text = spot.snapshot.document.renderValue(
    { call: "Select", argument: [index, { call: "Cidr", argument: [block, 256, 64] }] },
    spot.offset,
  );
  yield {
    label: isJson(spot) ? `Select [${index}, Cidr …]` : text,
    kind: CompletionItemKind.Function,
    rank: 1,
    text,
    detail: say("computedBlock", spot.context.language, { cidr: `${vpc.id} /64 ${index}` }),
  };
}

function subnetOf(resource: Resource): string | undefined {
  if (resource.type === "AWS::EC2::Subnet") return resource.id;
  const subnet = propertyOf(resource.properties, "SubnetId")?.value;
  return subnet?.kind === "call" && subnet.argument.kind === "scalar" ? subnet.argument.text : undefined;
}
