import { describe, expect, test } from "vitest";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";

const both = (text: string) => ({ en: `${text} (en)`, ja: `${text} (ja)` });

function fact(id: string, topic: string, appliesTo: readonly string[], priority = 5) {
  const sources = [{ title: "A page", url: "https://docs.aws.amazon.com/a.html", checked: "2026-11-22" }];
  return { id, topic, kind: "limit", text: both(id), sources, appliesTo, priority };
}

function topic(id: string, fields: Readonly<Record<string, unknown>>) {
  return {
    id,
    title: both(id),
    tagline: both("tagline"),
    section: both("Section"),
    cfnTypes: [],
    cdkSymbols: [],
    alsoOn: [],
    keywords: { en: [], ja: [] },
    related: [],
    compare: [],
    rules: [],
    hover: [],
    body: both("body"),
    ...fields,
  };
}

const data = {
  facts: [
    fact("nat.one", "nat", ["AWS::EC2::NatGateway", "ec2.CfnNatGateway"], 2),
    fact("nat.addresses", "nat", ["AWS::EC2::NatGateway.AvailabilityZoneAddresses"], 1),
    fact("nat.address-ids", "nat", ["AWS::EC2::NatGateway.AvailabilityZoneAddresses.AllocationIds"], 4),
    fact("route.target", "route", [
      "AWS::EC2::Route",
      "AWS::EC2::Route.NatGatewayId",
      "AWS::EC2::VPCGatewayAttachment",
    ]),
  ],
  topics: [
    topic("route", {
      cfnTypes: ["AWS::EC2::Route"],
      cdkSymbols: ["ec2.CfnRoute"],
      hover: ["route.target"],
      alsoOn: ["AWS::EC2::Route.NatGatewayId", "s3.Bucket"],
    }),
    topic("nat", {
      cfnTypes: ["AWS::EC2::NatGateway", "AWS::EC2::Route.NatGatewayId"],
      cdkSymbols: ["ec2.CfnNatGateway", "ec2.NatProvider.gateway"],
      hover: ["nat.address-ids", "nat.one"],
    }),
  ],
  rulePages: [{ id: "nat-single-az", title: both("One zone"), body: both("Why") }],
};

const knowledge = createKnowledge(data);
const idsOf = (facts: readonly { readonly id: string }[]) => facts.map(({ id }) => id);

describe("topics", () => {
  test("keep the order of the data, and have their facts", () => {
    expect(idsOf(knowledge.topics)).toEqual(["route", "nat"]);
    expect(idsOf(knowledge.topic("nat")?.facts ?? [])).toEqual(["nat.one", "nat.addresses", "nat.address-ids"]);
  });

  test("are found by type", () => {
    expect(knowledge.topicForType("AWS::EC2::NatGateway")?.id).toBe("nat");
    expect(knowledge.topicForType("AWS::EC2::Instance")).toBeUndefined();
  });

  test("a property with a page of its own leads there, any other to the page of its type", () => {
    expect(knowledge.topicForType("AWS::EC2::Route", ["NatGatewayId"])?.id).toBe("nat");
    expect(knowledge.topicForType("AWS::EC2::Route", ["GatewayId"])?.id).toBe("route");
    expect(knowledge.topicForType("AWS::EC2::NatGateway", ["Tags", "0", "Key"])?.id).toBe("nat");
  });

  test("are found by CDK symbol, however deep, in the spelling of either import", () => {
    expect(knowledge.topicForSymbol("ec2.CfnNatGateway")?.id).toBe("nat");
    expect(knowledge.topicForSymbol("ec2.CfnNatGateway.allocationId")?.id).toBe("nat");
    expect(knowledge.topicForSymbol("aws_ec2.CfnRoute")?.id).toBe("route");
    expect(knowledge.topicForSymbol("ec2.NatProvider")).toBeUndefined();
    expect(knowledge.topicForSymbol("")).toBeUndefined();
  });
});

test("a place that belongs to another topic leads to the topics that name it as well, and only exactly", () => {
  expect(idsOf(knowledge.seeAlso("AWS::EC2::Route.NatGatewayId"))).toEqual(["route"]);
  expect(idsOf(knowledge.seeAlso("aws_s3.Bucket"))).toEqual(["route"]);
  expect(knowledge.seeAlso("AWS::EC2::Route")).toEqual([]);
});

describe("facts", () => {
  test("for a type are its topic's hover facts, in their order", () => {
    expect(idsOf(knowledge.factsFor("AWS::EC2::NatGateway"))).toEqual(["nat.address-ids", "nat.one"]);
  });

  test("for a further type of a topic are what concerns that type, then what concerns none of them", () => {
    const several = createKnowledge({
      ...data,
      facts: [
        fact("a", "hub", ["AWS::EC2::TransitGateway"]),
        fact("b", "hub", ["AWS::EC2::TransitGatewayRoute"], 6),
        fact("c", "hub", ["AWS::EC2::TransitGatewayRoute", "AWS::EC2::TransitGateway"], 9),
        fact("d", "hub", ["AWS::EC2::Subnet"]),
      ],
      topics: [
        topic("hub", {
          cfnTypes: [
            "AWS::EC2::TransitGateway",
            "AWS::EC2::TransitGateway.DnsSupport",
            "AWS::EC2::TransitGatewayRoute",
            "AWS::EC2::TransitGatewayConnect",
          ],
          hover: ["a", "c", "d"],
        }),
      ],
    });
    expect(idsOf(several.factsFor("AWS::EC2::TransitGateway"))).toEqual(["a", "c", "d"]);
    expect(idsOf(several.factsFor("AWS::EC2::TransitGatewayRoute"))).toEqual(["c", "b", "d"]);
    expect(idsOf(several.factsFor("AWS::EC2::TransitGatewayConnect"))).toEqual(["d"]);
  });

  test("for a further type of a topic leave out what concerns a property of another one", () => {
    const several = createKnowledge({
      ...data,
      facts: [
        fact("a", "hub", ["AWS::EC2::TransitGateway.DnsSupport"]),
        fact("b", "hub", ["AWS::EC2::TransitGatewayRoute.Blackhole"]),
        fact("c", "hub", ["AWS::EC2::Subnet"]),
      ],
      topics: [
        topic("hub", {
          cfnTypes: ["AWS::EC2::TransitGateway.DnsSupport", "AWS::EC2::TransitGatewayRoute"],
          hover: ["a", "b", "c"],
        }),
      ],
    });
    expect(idsOf(several.factsFor("AWS::EC2::TransitGatewayRoute"))).toEqual(["b", "c"]);
  });

  test("for a type without a page are those that name it", () => {
    expect(idsOf(knowledge.factsFor("AWS::EC2::VPCGatewayAttachment"))).toEqual(["route.target"]);
    expect(knowledge.factsFor("AWS::S3::Bucket")).toEqual([]);
  });

  test("for a property are those on it and on what encloses it, by priority, without those on the type", () => {
    expect(
      idsOf(knowledge.factsFor("AWS::EC2::NatGateway", ["AvailabilityZoneAddresses", "0", "AllocationIds"])),
    ).toEqual(["nat.addresses", "nat.address-ids"]);
    expect(idsOf(knowledge.factsFor("AWS::EC2::NatGateway", ["AvailabilityZoneAddresses"]))).toEqual(["nat.addresses"]);
    expect(knowledge.factsFor("AWS::EC2::NatGateway", ["Tags"])).toEqual([]);
  });

  test("for a CDK symbol are those that name it, else the hover of its topic", () => {
    expect(idsOf(knowledge.factsForSymbol("aws_ec2.CfnNatGateway"))).toEqual(["nat.one"]);
    expect(idsOf(knowledge.factsForSymbol("ec2.NatProvider.gateway"))).toEqual(["nat.address-ids", "nat.one"]);
    expect(knowledge.factsForSymbol("s3.Bucket")).toEqual([]);
  });

  test("and rule pages are found by id", () => {
    expect(knowledge.fact("nat.one")?.text.ja).toBe("nat.one (ja)");
    expect(knowledge.fact("nat.two")).toBeUndefined();
    expect(knowledge.rulePage("nat-single-az")?.title.en).toBe("One zone (en)");
    expect(knowledge.rulePage("nat")).toBeUndefined();
  });
});

describe("data of another shape", () => {
  const withFact = (change: Readonly<Record<string, unknown>>) => ({
    ...data,
    facts: [{ ...fact("nat.one", "nat", []), ...change }],
  });

  test.each([
    ["no object", "nothing", "knowledge is not an object"],
    ["no facts", {}, "knowledge.facts is not a list"],
    ["a missing language", withFact({ text: { en: "Only English" } }), "knowledge.facts[0].text.ja is not a text"],
    ["an unknown kind", withFact({ kind: "opinion" }), "knowledge.facts[0].kind is not one of"],
    [
      "a source without a date",
      withFact({ sources: [{ title: "A", url: "https://a", checked: "today" }] }),
      "is not a date",
    ],
  ])("%s is refused with the place", (_, broken, message) => {
    expect(() => createKnowledge(broken)).toThrow(message);
  });
});
