import {
  type Cidr,
  containsAddress,
  formatAddress,
  formatCidr,
  parseAddress,
  reservedAddresses,
  usableRange,
} from "../../base/cidr.ts";
import type { Localized } from "../../base/localized.ts";
import type { CidrText, Fact, Network, Subnet } from "../../network/model.ts";
import { type Expression, propertyOf } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import { allGuards, type Given, waysOf } from "../basis.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
export const privateIpOutsideSubnet = defineRule({
  id: "private-ip-outside-subnet",
  group: "addressing",
  severity: "error",
  topic: "subnet",
  messages: {
    outside: {
      en: "{address} of {id} lies outside {subnet} {cidr}, so it cannot be assigned there.{range}",
      ja: "{id} の {address} は {subnet} {cidr} の範囲外で、割り当てられない。{range}",
    },
    reserved: {
      en: "{address} of {id} is one of the five addresses that AWS keeps in {subnet} {cidr}: {use}. It cannot be assigned.{range}",
      ja: "{id} の {address} は {subnet} {cidr} で AWS が確保する 5 個のアドレスの 1 つ ({use}) で、割り当てられない。{range}",
    },
  },
  check({ network }, report) {
    const { conditions } = network.evaluator;
    for (const { resource, address, subnet, link, block, cidr } of assignments(network)) {
      const because = [address, link, subnet, block];
      if (
        !allGuards(
          conditions,
          because.map(({ guard }) => guard),
        )
      )
        continue;
      const reserved = reservedAddresses(cidr).indexOf(address.number);
      const inside = containsAddress(cidr, address.number);
      if (inside && reserved < 0) continue;
      const usable = usableRange(cidr);
      const range = usable && [formatAddress(usable.first, 4), formatAddress(usable.last, 4)];
      report({
        at: address.span,
        message: inside ? "reserved" : "outside",
        data: {
          id: resource.id,
          address: formatAddress(address.number, 4),
          subnet: subnet.id,
          cidr: formatCidr(cidr),
          use: reservedFor[reserved] ?? broadcast,
          range: range
            ? { en: ` Take one from ${range[0]} to ${range[1]}.`, ja: `${range[0]}〜${range[1]} から選ぶこと。` }
            : { en: "", ja: "" },
        },
        related: [
          {
            at: block.span,
            message: { en: `${subnet.id} is ${formatCidr(cidr)}`, ja: `${subnet.id} は ${formatCidr(cidr)}` },
          },
        ],
        because,
      });
    }
  },
});

const broadcast: Localized = { en: "the broadcast address", ja: "ブロードキャスト" };
const reservedFor: readonly Localized[] = [
  { en: "the network itself", ja: "ネットワーク自身" },
  { en: "the VPC router", ja: "VPC ルーター" },
  { en: "DNS", ja: "DNS" },
  { en: "future use", ja: "将来用" },
  broadcast,
];

interface Assignment {
  readonly resource: Resource;
  readonly address: Given & { readonly number: bigint };
  readonly link: Given;
  readonly subnet: Subnet;
  readonly block: Fact<CidrText>;
  readonly cidr: Cidr;
}

/** Every private IPv4 address that an instance or interface asks for, with the subnet it is to be in. */
function* assignments(network: Network): Generator<Assignment> {
  const { evaluator } = network;
  for (const resource of evaluator.template.resources.values()) {
    for (const { addresses, subnetId } of interfacesOf(resource)) {
      for (const link of waysOf(evaluator, resource, subnetId)) {
        if (link.value.kind !== "reference" || link.value.attribute !== undefined) continue;
        const { logicalId } = link.value;
        const subnet = network.subnets.find(({ id }) => id === logicalId);
        for (const block of subnet?.cidr.known ?? []) {
          const { cidr } = block.value;
          if (!subnet || cidr?.family !== 4) continue;
          for (const expression of addresses) {
            for (const given of waysOf(evaluator, resource, expression)) {
              const parsed =
                given.value.kind === "known" && typeof given.value.data === "string"
                  ? parseAddress(given.value.data)
                  : undefined;
              if (parsed?.family !== 4) continue;
              yield { resource, address: { ...given, number: parsed.value }, link, subnet, block, cidr };
            }
          }
        }
      }
    }
  }
}

interface InterfaceAddresses {
  readonly addresses: readonly Expression[];
  readonly subnetId: Expression | undefined;
}

function interfacesOf({ type, properties }: Resource): readonly InterfaceAddresses[] {
  if (type === "AWS::EC2::NetworkInterface") return [addressesIn(properties)];
  if (type !== "AWS::EC2::Instance") return [];
  const nested = propertyOf(properties, "NetworkInterfaces")?.value;
  return [addressesIn(properties), ...(nested?.kind === "list" ? nested.items.map(addressesIn) : [])];
}

function addressesIn(object: Expression): InterfaceAddresses {
  const several = propertyOf(object, "PrivateIpAddresses")?.value;
  const items = several?.kind === "list" ? several.items : [];
  const addresses = [object, ...items].flatMap((each) => propertyOf(each, "PrivateIpAddress")?.value ?? []);
  return { addresses, subnetId: propertyOf(object, "SubnetId")?.value };
}
