import { ok } from "node:assert/strict";
import { completions, labelOf, show } from "./support.ts";

const head = `Parameters:
  Office: { Type: String, Default: 203.0.113.0/24 }
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  A:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
`;

describe("completion", () => {
  it("offers the next free block of the VPC", async () => {
    const text = `${head}  B:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: !Ref Vpc\n      CidrBlock: \n`;
    const { document } = await show("free-block.yaml", text);
    const items = await completions(document, document.positionAt(text.length - 1), /10\.0\.1\.0\/24/);
    ok(!items.some((item) => labelOf(item) === "10.0.0.0/24"), "the taken block is not offered");
  });

  it("offers network types first", async () => {
    const text = `${head}  B:\n    Type: \n`;
    const { document } = await show("types.yaml", text);
    const items = await completions(document, document.positionAt(text.length - 1), /AWS::EC2::Subnet/);
    ok(items.length > 20);
  });

  it("VpcId takes the VPC, not a text parameter", async () => {
    const text = `${head}  B:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: !Ref \n`;
    const { document } = await show("targets.yaml", text);
    const items = await completions(document, document.positionAt(text.length - 1), /^Vpc$/);
    ok(!items.some((item) => labelOf(item) === "Office"), "a String parameter is no VPC");
  });

  it("offers properties, required ones before the others", async () => {
    const text = `${head}  B:\n    Type: AWS::EC2::Route\n    Properties:\n      \n`;
    const { document } = await show("properties.yaml", text);
    const items = await completions(document, document.positionAt(text.length - 1), /^RouteTableId/);
    const order = (name: string) => {
      const item = items.find((each) => labelOf(each).startsWith(name));
      ok(item, `${name} is offered`);
      return item.sortText ?? labelOf(item);
    };
    ok(order("RouteTableId") < order("CoreNetworkArn"));
  });
});
