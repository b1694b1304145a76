import { describe, expect, test } from "vitest";
import { parseCidr } from "../../../server/src/base/cidr.ts";
import {
  admits,
  type Direction,
  implicitEgress,
  isClosed,
  type TrafficPeer,
} from "../../../server/src/network/admission.ts";
import type { Network } from "../../../server/src/network/model.ts";
import { readingsOfGroup, ruleKey } from "../../../server/src/network/security-rules.ts";
import { named, networkOf, showGuard } from "../../support/check-network.ts";

const template = (lists: string, more = "") => `
Parameters:
  Port: { Type: Number, Default: 8443 }
  Unknown: { Type: Number }
  Env: { Type: String }
Conditions:
  Prod: !Equals [!Ref Env, prod]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  App: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: app, VpcId: !Ref Vpc } }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: group
      VpcId: !Ref Vpc
${lists}
${more}`;
const ingress = (...rules: readonly string[]) => `      SecurityGroupIngress: [${rules.join(", ")}]`;
const group = (network: Network, id = "Group") => named(network.securityGroups, id);

const any: TrafficPeer = { kind: "any" };
function block(text: string): TrafficPeer {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(text);
  return { kind: "cidr", cidr: parsed.cidr };
}

function answer(
  lists: string,
  peer: TrafficPeer | "App",
  { protocol = "tcp", port = 443, direction = "ingress" } = {},
) {
  const network = networkOf(lists.includes("Resources:") ? lists : template(lists));
  return admits(network, group(network), {
    direction: direction as Direction,
    protocol,
    ports: { from: port, to: port },
    peer: peer === "App" ? { kind: "group", group: group(network, "App") } : peer,
  });
}

const tcp443 = (source: string) => `{ IpProtocol: tcp, FromPort: 443, ToPort: 443, ${source} }`;

describe("what a group lets in", () => {
  test.each([
    ["a block around it", "CidrIp: 10.0.0.0/8", block("10.0.0.0/16"), "yes whole"],
    ["a part of it", "CidrIp: 10.0.1.0/24", block("10.0.0.0/16"), "yes part"],
    ["another block", "CidrIp: 192.168.0.0/16", block("10.0.0.0/16"), "no"],
    ["the other family", "CidrIpv6: '::/0'", block("10.0.0.0/16"), "no"],
    ["any source", "CidrIp: 192.168.0.0/16", any, "yes whole"],
    ["members of a group", "SourceSecurityGroupId: !Ref App", block("10.0.0.0/16"), "yes part"],
    ["the group itself", "SourceSecurityGroupId: !GetAtt App.GroupId", "App", "yes whole"],
    ["another group", "SourceSecurityGroupId: !Ref Group", "App", "no"],
    ["the VPC's block", "CidrIp: !GetAtt Vpc.CidrBlock", "App", "yes whole"],
    ["a part of the group's VPC", "CidrIp: 10.0.1.0/24", "App", "yes part"],
    ["everybody", "CidrIp: 0.0.0.0/0", "App", "yes whole"],
    ["a prefix list", "SourcePrefixListId: pl-1", block("10.0.0.0/16"), "unknown"],
    ["a parameter", "CidrIp: !Ref Env", block("10.0.0.0/16"), "unknown"],
    ["a parameter, where any source will do", "CidrIp: !Ref Env", any, "yes whole"],
    ["a group from elsewhere", "SourceSecurityGroupId: sg-1", "App", "unknown"],
  ] as const)("%s", (_name, source, peer, expected) => {
    const { answer: found, by } = answer(ingress(tcp443(source)), peer);
    expect([found, ...by.map(({ whole }) => (whole ? "whole" : "part"))].join(" ")).toBe(expected);
  });

  test.each([
    ["tcp, FromPort: 80, ToPort: 443", "tcp", "yes"],
    ["6, FromPort: '443', ToPort: '443'", "tcp", "yes"],
    ["tcp, FromPort: 80, ToPort: 80", "tcp", "no"],
    ["tcp, FromPort: 443, ToPort: 443", "udp", "no"],
    ["'-1'", "tcp", "yes"],
    ["-1, FromPort: 80, ToPort: 80", "tcp", "yes"],
    ["50", "tcp", "no"],
    ["tcp, FromPort: !Ref Unknown, ToPort: !Ref Unknown", "tcp", "unknown"],
    ["udp, FromPort: !Ref Unknown, ToPort: !Ref Unknown", "tcp", "no"],
    ["!Ref Env, FromPort: 80, ToPort: 80", "tcp", "unknown"],
  ])("IpProtocol: %s for %s", (service, protocol, expected) => {
    expect(answer(ingress(`{ IpProtocol: ${service}, CidrIp: 0.0.0.0/0 }`), any, { protocol }).answer).toBe(expected);
  });

  test("a refusal says which defaults it rests on", () => {
    const found = answer(
      ingress("{ IpProtocol: tcp, FromPort: !Ref Port, ToPort: !Ref Port, CidrIp: 0.0.0.0/0 }"),
      any,
    );
    expect(found.answer).toBe("no");
    expect(found.from.map((from) => (from.kind === "default" ? from.parameter : from.kind))).toEqual(["Port", "Port"]);
  });

  test("a rule that is there in some cases only", () => {
    const found = answer(ingress(`!If [Prod, ${tcp443("CidrIp: 0.0.0.0/0")}, !Ref AWS::NoValue]`), any);
    expect(found.answer).toBe("yes");
    expect(found.by.map(({ guard }) => showGuard(guard))).toEqual([" if Prod"]);
    expect(found.refused.map(showGuard)).toEqual([" if !Prod"]);
  });

  test("a standalone rule counts", () => {
    const rule = `  Rule: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !GetAtt Group.GroupId, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 } }`;
    expect(answer(template("", rule), any)).toMatchObject({ answer: "yes", by: [{ rule: { inlineIn: undefined } }] });
  });

  test("no rules, no traffic", () => expect(answer("", any).answer).toBe("no"));
});

describe("no is only said of a group whose rules are all here", () => {
  test.each([
    ["an output", `Outputs: { Id: { Value: !Ref Group } }`, false],
    [
      "a nested stack",
      "  N: { Type: AWS::CloudFormation::Stack, Properties: { Parameters: { G: !Ref Group } } }",
      false,
    ],
    [
      "a rule of an unknown group",
      "  R: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Unheard x, IpProtocol: '-1' } }",
      false,
    ],
    [
      "a rule of a group by its name",
      "  R: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupName: my-group, IpProtocol: '-1' } }",
      false,
    ],
    [
      "a rule of a group from elsewhere",
      "  R: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: sg-1, IpProtocol: '-1', CidrIp: 0.0.0.0/0 } }",
      true,
    ],
    [
      "an outbound rule of an unknown group",
      "  R: { Type: AWS::EC2::SecurityGroupEgress, Properties: { GroupId: !Unheard x, IpProtocol: '-1' } }",
      true,
    ],
  ])("%s: %s", (_name, more, closed) => {
    const network = networkOf(template("", more));
    expect(isClosed(network, group(network), "ingress")).toBe(closed);
    expect(answer(template("", more), any).answer).toBe(closed ? "no" : "unknown");
  });

  test("a list that a transform makes, or one of a parameter", () => {
    expect(answer("      SecurityGroupIngress: !Ref Env", any).answer).toBe("unknown");
    expect(answer(ingress("!Ref Env"), any).answer).toBe("unknown");
  });
});

describe("outbound traffic", () => {
  test("passes where no rule is written", () => {
    expect(answer("", block("0.0.0.0/0"), { direction: "egress" })).toMatchObject({
      answer: "yes",
      by: [{ rule: undefined, whole: true }],
    });
    expect(answer("      SecurityGroupEgress: []", any, { direction: "egress" }).answer).toBe("yes");
  });

  test("needs a rule as soon as there is one, also a standalone one", () => {
    const egress = "      SecurityGroupEgress: [{ IpProtocol: udp, FromPort: 53, ToPort: 53, CidrIp: 0.0.0.0/0 }]";
    const rule = `  Rule: { Type: AWS::EC2::SecurityGroupEgress, Properties: { GroupId: !Ref Group, IpProtocol: udp, FromPort: 53, ToPort: 53, CidrIp: 0.0.0.0/0 } }`;
    for (const text of [template(egress), template("", rule)]) {
      expect(answer(text, any, { direction: "egress" }).answer).toBe("no");
      expect(answer(text, any, { direction: "egress", protocol: "udp", port: 53 }).answer).toBe("yes");
    }
  });

  test("is free in the cases without a rule", () => {
    const egress =
      "      SecurityGroupEgress: !If [Prod, [{ IpProtocol: udp, FromPort: 53, ToPort: 53, CidrIp: 0.0.0.0/0 }], !Ref AWS::NoValue]";
    const network = networkOf(template(egress));
    expect(implicitEgress(network, group(network)).map(showGuard)).toEqual([" if !Prod"]);
  });
});

test("the same rule in other words has the same key", () => {
  const network = networkOf(
    template(
      ingress(
        "{ IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.7/24 }",
        "{ IpProtocol: 6, FromPort: '80', ToPort: '80', CidrIp: 10.0.0.0/24, Description: again }",
        "{ IpProtocol: '-1', FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref App }",
        "{ IpProtocol: all, SourceSecurityGroupId: !GetAtt App.GroupId }",
        "{ IpProtocol: icmpv6, CidrIpv6: '2001:DB8:0::/32' }",
        "{ IpProtocol: tcp, FromPort: !Ref Unknown, ToPort: 80, CidrIp: 10.0.0.0/24 }",
      ),
    ),
  );
  expect(readingsOfGroup(network.evaluator.conditions, group(network), "ingress").map(ruleKey)).toEqual([
    "ingress tcp 80-80 10.0.0.0/24",
    "ingress tcp 80-80 10.0.0.0/24",
    "ingress -1 all entity App",
    "ingress -1 all entity App",
    "ingress icmpv6 -1--1 2001:db8::/32",
    undefined,
  ]);
});
