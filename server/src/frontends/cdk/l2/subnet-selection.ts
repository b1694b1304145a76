/**
 * `SubnetSelection`: which subnets of a VPC something is put into, by the rules of `VpcBase.selectSubnets`.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.SubnetSelection.html
 */
import type { CodeEntry, CodeValue } from "../code-value.ts";
import { camelCase } from "../names.ts";
import type { PlannedSubnet, SubnetGroup } from "./vpc-layout.ts";

export interface SubnetSelection {
  readonly type?: SubnetGroup["type"];
  readonly groupName?: string;
  readonly onePerZone?: boolean;
}

const types: Readonly<Record<string, SubnetGroup["type"]>> = {
  PUBLIC: "public",
  PRIVATE: "private",
  PRIVATE_WITH_NAT: "private",
  PRIVATE_WITH_EGRESS: "private",
  ISOLATED: "isolated",
  PRIVATE_ISOLATED: "isolated",
};

/** `ec2.SubnetType.PUBLIC`. */
export function subnetType(
  value: CodeValue | undefined,
): { readonly type: SubnetGroup["type"]; readonly name: string } | undefined {
  const name = value?.kind === "library" ? /^SubnetType\.(\w+)$/.exec(value.name)?.[1] : undefined;
  const type = name !== undefined && Object.hasOwn(types, name) ? types[name] : undefined;
  return name === undefined || type === undefined ? undefined : { type, name };
}

/** Undefined where it can't be told, or where the subnets are chosen one by one. */
export function readSelection(value: CodeValue | undefined): SubnetSelection | undefined {
  if (value === undefined || value.kind === "nothing") return {};
  if (value.kind !== "object" || value.open) return undefined;
  let selection: SubnetSelection = {};
  for (const { key, value: given } of value.entries) {
    const next = withEntry(selection, camelCase(key), given.value);
    if (!next) return undefined;
    selection = next;
  }
  // The CDK refuses both.
  return selection.type !== undefined && selection.groupName !== undefined ? undefined : selection;
}

function withEntry(selection: SubnetSelection, key: string, value: CodeValue): SubnetSelection | undefined {
  if (value.kind === "nothing") return selection;
  switch (key) {
    case "subnetType": {
      const type = subnetType(value)?.type;
      return type && { ...selection, type };
    }
    case "subnetGroupName":
    case "subnetName":
      return value.kind === "scalar" ? { ...selection, groupName: value.text } : undefined;
    case "onePerAz":
      return value.kind === "scalar" ? { ...selection, onePerZone: value.value === true } : undefined;
    default:
      return undefined;
  }
}

/** Several selections, one behind the other; undefined where one can't be told. */
export function readSelections(value: CodeValue | undefined): readonly SubnetSelection[] | undefined {
  if (value?.kind !== "list" || value.open) return undefined;
  const selections = value.items.map((item) => readSelection(item.value));
  return selections.every((selection) => selection !== undefined) ? selections : undefined;
}

/** Undefined where the CDK refuses: no subnet is of that kind. */
export function selectSubnets(
  all: readonly PlannedSubnet[],
  { type, groupName, onePerZone = false }: SubnetSelection,
): readonly PlannedSubnet[] | undefined {
  const ofType = (wanted: SubnetGroup["type"]): readonly PlannedSubnet[] =>
    all.filter(({ group }) => group.type === wanted);
  const selected =
    groupName === undefined
      ? ofType(type ?? (["private", "isolated", "public"] as const).find((each) => ofType(each).length > 0) ?? "public")
      : (["public", "private", "isolated"] as const).flatMap(ofType).filter(({ group }) => group.name === groupName);
  if (selected.length === 0) return undefined;
  if (!onePerZone) return selected;
  return selected.filter(({ zone }, index) => selected.findIndex((other) => other.zone === zone) === index);
}

/** The entries of an options object or of Python's arguments, by TypeScript's names. */
export function optionsOf(entries: readonly CodeEntry[]): ReadonlyMap<string, CodeEntry["value"]> {
  return new Map(
    entries.filter(({ value }) => value.value.kind !== "nothing").map(({ key, value }) => [camelCase(key), value]),
  );
}
