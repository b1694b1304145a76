/** Hover on constructs of the CDK: what they make. */
import { expect, test } from "vitest";
import { hoverInCode } from "../../../support/check-hover.ts";
import { python, typescript } from "../../../support/programs.ts";

test("a Vpc: its subnets, and how many of what else", async () => {
  const hover = await hoverInCode(typescript("new ec2.$0Vpc(this, 'Net', { maxAzs: 2, natGateways: 1 });"));
  expect(hover?.markdown).toContain("- `Net/PublicSubnet1`");
  expect(hover?.markdown).toContain(
    "Also makes: `InternetGateway` × 1 · `VPCGatewayAttachment` × 1 · `RouteTable` × 4 · `SubnetRouteTableAssociation` × 4 · `Route` × 4 · `EIP` × 1 · `NatGateway` × 1",
  );
});

test("counts that depend on the number of zones", async () => {
  const text = python('ec2.$0Vpc(self, "Net")');
  expect((await hoverInCode(text, { program: "python" }))?.markdown).toContain("`NatGateway` × 2–3");
  expect((await hoverInCode(text, { language: "ja", program: "python" }))?.markdown).toContain(
    "ほかに作成されるもの: ",
  );
});

test("a security group: the rules that methods give it", async () => {
  const text = typescript(`
const vpc = new ec2.Vpc(this, 'Net', { maxAzs: 2 });
const web = new ec2.SecurityGroup(this, 'Web', { vpc });
const app = new ec2.$0SecurityGroup(this, 'App', { vpc });
app.connections.allowFrom(web, ec2.Port.tcp(8080));`);
  expect((await hoverInCode(text))?.markdown).toContain(
    "**App** · security group · in *Net* · 1 inbound, 1 outbound rules",
  );
});
