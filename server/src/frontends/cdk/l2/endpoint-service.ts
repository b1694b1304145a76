/** `ec2.VpcEndpointService`: the producer's side of PrivateLink; and `ec2.PrefixList`. */
import { type CodeEntry, type Located, opaque, scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import type { Reading } from "../reading.ts";
import { attributesOf, constructId, refGiven } from "./attributes.ts";
import { enumText } from "./enums.ts";
import { addImplied, type Maker } from "./implied.ts";
import { optionsOf } from "./subnet-selection.ts";
import { type Given, listOf, objectOf } from "./values.ts";

export function makeEndpointService(
  reading: Reading,
  maker: Maker,
  entries: readonly CodeEntry[],
  open: boolean,
): void {
  const given = optionsOf(entries);
  const balancers = given.get("vpcEndpointServiceLoadBalancers");
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::EC2::VPCEndpointService",
    properties: {
      NetworkLoadBalancerArns: networkBalancers(reading, balancers),
      AcceptanceRequired: given.get("acceptanceRequired") ?? (open ? opaque : scalar(true)),
    },
    open: true,
  });
  const allowed = given.get("allowedPrincipals")?.value;
  if (allowed?.kind === "list" && !allowed.open && allowed.items.length > 0) {
    addImplied(reading, maker, {
      id: `${maker.id}/Permissions`,
      type: "AWS::EC2::VPCEndpointServicePermissions",
      properties: { ServiceId: refTo(maker.id, maker.callee), AllowedPrincipals: opaque },
      open: true,
    });
  }
  reading.made.set(maker.id, {
    kind: "other",
    id: maker.id,
    attribute: attributesOf(maker.id, { vpcEndpointServiceId: "Ref" }),
  });
}

/** Gateway load balancers have no construct of their own in the library: anything else isn't known. */
function networkBalancers(reading: Reading, given: Located | undefined): Given {
  if (given?.value.kind !== "list" || given.value.open) return opaque;
  const arns = given.value.items.map((item) => {
    const id = constructId(item);
    const made = id === undefined ? undefined : reading.made.get(id);
    const isKnown = made?.kind === "connectable" && made.balancer?.type === "network";
    return (isKnown && refGiven(reading, item)) || { value: opaque, range: item.range };
  });
  return { value: listOf(arns, given.range), range: given.range };
}

export function makePrefixList(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  const list = given.get("entries");
  const items = list?.value.kind === "list" && !list.value.open ? list.value.items : undefined;
  const family = { IP_V4: "IPv4", IP_V6: "IPv6" };
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::EC2::PrefixList",
    properties: {
      AddressFamily:
        open && !given.has("addressFamily")
          ? opaque
          : enumText(given.get("addressFamily"), "AddressFamily", family, "IPv4"),
      MaxEntries: given.get("maxEntries") ?? (items && !open ? scalar(items.length) : opaque),
      Entries: list ? entriesOf(list) : open ? opaque : listOf([], maker.callee),
      PrefixListName: given.get("prefixListName") ?? opaque,
    },
    open,
  });
  reading.made.set(maker.id, {
    kind: "other",
    id: maker.id,
    attribute: attributesOf(maker.id, { prefixListId: "PrefixListId", prefixListArn: "Arn" }),
  });
}

function entriesOf(list: Located): Located {
  if (list.value.kind !== "list" || list.value.open) return { value: opaque, range: list.range };
  const items = list.value.items.map(({ value, range }): Located => {
    if (value.kind !== "object" || value.open) return { value: opaque, range };
    const options = optionsOf(value.entries);
    return { value: objectOf({ Cidr: options.get("cidr"), Description: options.get("description") }, range), range };
  });
  return { value: listOf(items, list.range), range: list.range };
}
