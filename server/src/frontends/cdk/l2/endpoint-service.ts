/** `ec2.VpcEndpointService`: the producer's side of PrivateLink; and `ec2.PrefixList`. */
import { type CodeEntry, type CodeValue, type Located, opaque, scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import type { Reading } from "../reading.ts";
import { attributesOf, madeOf, refGiven } from "./attributes.ts";
import { enumText } from "./enums.ts";
import { addImplied, type Maker } from "./implied.ts";
import { mapObjects } from "./options.ts";
import { optionsOf } from "./subnet-selection.ts";
import { type Given, itemsOf, listOf, objectOf } from "./values.ts";

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
  if ((itemsOf(given.get("allowedPrincipals")) ?? []).length > 0) {
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
  const items = itemsOf(given);
  if (!given || !items) return opaque;
  const arns = items.map((item) => {
    const made = madeOf(reading, item);
    const isKnown = made?.kind === "connectable" && made.balancer?.type === "network";
    return (isKnown && refGiven(reading, item)) || { value: opaque, range: item.range };
  });
  return { value: listOf(arns, given.range), range: given.range };
}

export function makePrefixList(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  const list = given.get("entries");
  const items = itemsOf(list);
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
      Entries: list ? mapObjects(list, entryOf) : open ? opaque : listOf([], maker.callee),
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

function entryOf(options: ReadonlyMap<string, Located>, range: Located["range"]): CodeValue {
  return objectOf({ Cidr: options.get("cidr"), Description: options.get("description") }, range);
}
