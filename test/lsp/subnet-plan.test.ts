/**
 * The worked example of the study notes (a VPC 10.0.0.0/24 split into halves, and what goes wrong around it), asked of
 * the built server: the verdict on every plan, and what hover says of a block.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../support/lsp.ts";

interface Plan {
  readonly name: string;
  /** The VPC's block, then secondary ones. */
  readonly vpc: readonly string[];
  readonly taken?: readonly string[];
  /** The block in question; the VPC's own where it is left out. */
  readonly block?: string;
  /** Rule ids on that block. */
  readonly verdict: readonly string[];
  /** What hover on the block says. */
  readonly hover?: readonly string[];
}

const small = ["10.0.0.0/24"];
const wide = ["10.0.0.0/16"];
const lower = "10.0.0.0/25";
const upper = "10.0.0.128/25";

const plans: readonly Plan[] = [
  { name: "the VPC itself", vpc: small, verdict: [], hover: ["10.0.0.0 – 10.0.0.255 · 256 addresses"] },
  {
    name: "the lower half",
    vpc: small,
    block: lower,
    verdict: [],
    hover: ["10.0.0.0 – 10.0.0.127 · 128 addresses", "123 usable", "block 1 of 2"],
  },
  {
    name: "the upper half beside the lower one",
    vpc: small,
    taken: [lower],
    block: upper,
    verdict: [],
    hover: ["123 usable", "block 2 of 2", "2 subnets use 100 %"],
  },
  {
    name: "a block far outside",
    vpc: small,
    taken: [lower, upper],
    block: "10.0.54.0/24",
    verdict: ["subnet-outside-vpc"],
    hover: ["Outside *Vpc* `10.0.0.0/24`"],
  },
  {
    name: "a block of another /16",
    vpc: small,
    taken: [lower, upper],
    block: "10.1.0.0/24",
    verdict: ["subnet-outside-vpc"],
  },
  { name: "the far block in a wide VPC", vpc: wide, taken: [lower, upper], block: "10.0.54.0/24", verdict: [] },
  {
    name: "a block that is taken",
    vpc: wide,
    taken: ["10.0.54.0/24"],
    block: "10.0.54.0/24",
    verdict: ["subnet-overlap"],
    hover: ["Overlaps *Taken0*"],
  },
  {
    name: "the other /16, still outside a wide VPC",
    vpc: wide,
    block: "10.1.0.0/24",
    verdict: ["subnet-outside-vpc"],
  },
  { name: "a block of the VPC's second range", vpc: [...small, "10.0.54.0/24"], block: "10.0.54.0/24", verdict: [] },
  { name: "a part of a taken block", vpc: small, taken: [lower], block: "10.0.0.64/26", verdict: ["subnet-overlap"] },
  { name: "the whole VPC as one subnet", vpc: small, block: "10.0.0.0/24", verdict: [], hover: ["251 usable"] },
  {
    name: "the whole VPC beside a subnet",
    vpc: small,
    taken: [lower],
    block: "10.0.0.0/24",
    verdict: ["subnet-overlap"],
  },
  { name: "more than the VPC", vpc: small, block: "10.0.0.0/23", verdict: ["subnet-outside-vpc"] },
  {
    name: "the smallest subnet",
    vpc: small,
    taken: [lower],
    block: "10.0.0.128/28",
    verdict: [],
    hover: ["11 usable"],
  },
  {
    name: "a subnet that is too small",
    vpc: small,
    taken: [lower],
    block: "10.0.0.128/29",
    verdict: ["subnet-cidr-size"],
  },
  {
    name: "bits behind the prefix",
    vpc: small,
    block: "10.0.0.10/25",
    verdict: ["cidr-host-bits"],
    hover: ["AWS takes it as `10.0.0.0/25`"],
  },
  { name: "a prefix above 32", vpc: small, block: "10.0.0.0/33", verdict: ["cidr-syntax"] },
  { name: "an octet above 255", vpc: small, block: "10.0.0.256/25", verdict: ["cidr-syntax"] },
  { name: "a VPC that is too large", vpc: ["10.0.0.0/15"], verdict: ["vpc-cidr-size"] },
  { name: "a VPC that is too small", vpc: ["10.0.0.0/29"], verdict: ["vpc-cidr-size"] },
  { name: "the first block of Fn::Cidr", vpc: small, block: '!Select [0, !Cidr ["10.0.0.0/24", 2, 7]]', verdict: [] },
  {
    name: "the second block of Fn::Cidr beside the first",
    vpc: small,
    taken: [lower],
    block: '!Select [1, !Cidr ["10.0.0.0/24", 2, 7]]',
    verdict: [],
    hover: ["10.0.0.128/25"],
  },
  { name: "a parameter without a default", vpc: small, taken: [lower], block: "!Ref SubnetCidr", verdict: [] },
];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.stop();
});

function subnet(id: string, block: string): string {
  return `  ${id}:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: !Ref Vpc\n      CidrBlock: ${block}\n`;
}

function template({ vpc: [primary = "", ...secondary], taken = [], block }: Plan): string {
  return [
    "Parameters:\n  SubnetCidr:\n    Type: String\nResources:\n",
    `  Vpc:\n    Type: AWS::EC2::VPC\n    Properties:\n      CidrBlock: ${block ? "" : "$0"}${primary}\n`,
    ...secondary.map((range, index) => {
      const head = `  Second${index}:\n    Type: AWS::EC2::VPCCidrBlock\n    Properties:\n      VpcId: !Ref Vpc\n`;
      return `${head}      CidrBlock: ${range}\n`;
    }),
    ...taken.map((range, index) => subnet(`Taken${index}`, range)),
    ...(block ? [subnet("Asked", `$0${block}`)] : []),
  ].join("");
}

test.each(plans.map((plan, index) => [plan.name, plan, index] as const))("%s", async (_, plan, index) => {
  const { uri, at } = await server.open(`plan-${index}.yaml`, template(plan));
  const { items } = await server.request<{
    items: readonly { code: string; range: { start: { line: number } } }[];
  }>("textDocument/diagnostic", { textDocument: { uri } });
  expect(items.filter(({ range }) => range.start.line === at.line).map(({ code }) => code)).toEqual(plan.verdict);
  if (plan.hover) {
    const shown = await server.request<{ contents: { value: string } } | null>("textDocument/hover", {
      textDocument: { uri },
      position: at,
    });
    for (const text of plan.hover) expect(shown?.contents.value).toContain(text);
  }
});
