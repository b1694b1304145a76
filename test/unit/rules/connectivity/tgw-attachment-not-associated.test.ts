import { expect, test } from "vitest";
import { tgwAttachmentNotAssociated } from "../../../../server/src/rules/connectivity/tgw-attachment-not-associated.ts";
import { checkFix, checkNoFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

interface Options {
  readonly name?: string;
  readonly association?: string;
  readonly propagation?: string;
  readonly before?: string;
}
const network = (
  more = "",
  { name = "  Attachment:", association = "disable", propagation = "disable", before = "" }: Options = {},
): string => `${before}Resources:
  Hub:
    Type: AWS::EC2::TransitGateway
    Properties:
      DefaultRouteTableAssociation: ${association}
      DefaultRouteTablePropagation: ${propagation}
${name}
    Type: AWS::EC2::TransitGatewayAttachment
    Properties:
      TransitGatewayId: !Ref Hub
      VpcId: vpc-0123456789abcdef0
      SubnetIds: [subnet-0123456789abcdef0]
${more}`;
const table = "  Table: { Type: AWS::EC2::TransitGatewayRouteTable, Properties: { TransitGatewayId: !Ref Hub } }\n";
const associated = `  AttachmentAssociation:
    Type: AWS::EC2::TransitGatewayRouteTableAssociation
    Properties:
      TransitGatewayAttachmentId: !Ref Attachment
      TransitGatewayRouteTableId: !Ref Table
`;
const live = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n";

test("no table at all", () => {
  checkRule(
    tgwAttachmentNotAssociated,
    network("", {
      name: `  Attachment:
# ^^^^^^^^^^ warning: Attachment has no route table of Hub, which associates none by itself (DefaultRouteTableAssociation: disable). What comes in from the attachment is dropped. Add a TransitGatewayRouteTableAssociation.`,
    }),
  );
  expect(relatedPlaces(tgwAttachmentNotAssociated, network())).toEqual(['5:37 "disable": No default association']);
  checkNoFix(tgwAttachmentNotAssociated, network());
});

test("an association of another attachment, in Japanese", () =>
  checkRule(
    tgwAttachmentNotAssociated,
    network(table + associated.replace("!Ref Attachment", "tgw-attach-0123456789abcdef0"), {
      name: `  Attachment:
# ^^^^^^^^^^ 💡 warning: Attachment に関連付けられた Hub のルートテーブルがない。自動の関連付けは無効 (DefaultRouteTableAssociation: disable) なので、このアタッチメントから入る通信は破棄される。TransitGatewayRouteTableAssociation を追加すること。`,
    }),
    { messages: "ja" },
  ));

test("an association, or one of the two defaults", () => {
  checkRule(tgwAttachmentNotAssociated, network(table + associated));
  checkRule(tgwAttachmentNotAssociated, network("", { association: "enable" }));
  checkRule(tgwAttachmentNotAssociated, network("", { association: "!Ref AWS::NoValue" }));
  checkRule(tgwAttachmentNotAssociated, network("", { propagation: "enable" }));
});

test("unknown settings, a hub from elsewhere, an id that leaves the template", () => {
  const before = "Parameters: { Setting: { Type: String } }\n";
  checkRule(tgwAttachmentNotAssociated, network("", { association: "!Ref Setting", before }));
  checkRule(tgwAttachmentNotAssociated, network().replace("!Ref Hub", "tgw-0123456789abcdef0"));
  checkRule(tgwAttachmentNotAssociated, network("Outputs: { Id: { Value: !Ref Attachment } }\n"));
});

test("a default setting says so", () =>
  checkRule(
    tgwAttachmentNotAssociated,
    network("", {
      association: "!Ref Setting",
      before: "Parameters: { Setting: { Type: String, Default: disable } }\n",
      name: `  Attachment:
# ^^^^^^^^^^ warning: With the default of Setting (disable), Attachment has no route table of Hub…`,
    }),
  ));

test("an association under a condition", () => {
  const sometimes = table + associated.replace("Association\n", "Association\n    Condition: Live\n");
  checkRule(
    tgwAttachmentNotAssociated,
    network(sometimes, {
      before: live,
      name: `  Attachment:
# ^^^^^^^^^^ 💡 warning: When Live is false: Attachment has no route table of Hub…`,
    }),
  );
  checkRule(
    tgwAttachmentNotAssociated,
    network(sometimes, { before: live, association: "!If [Live, disable, enable]" }),
  );
});

test("associates it with a table of the hub", () => {
  const before = network(table);
  expect(fixTitles(tgwAttachmentNotAssociated, before)).toEqual(["Associate Attachment with Table"]);
  checkFix(tgwAttachmentNotAssociated, before, network(associated + table));
});

test("the same in JSON", () => {
  const json = (more: string): string => `{
  "Resources": {
    "Hub": {
      "Type": "AWS::EC2::TransitGateway",
      "Properties": { "DefaultRouteTableAssociation": "disable", "DefaultRouteTablePropagation": "disable" }
    },
    "Table": { "Type": "AWS::EC2::TransitGatewayRouteTable", "Properties": { "TransitGatewayId": { "Ref": "Hub" } } },
    "Attachment": {
      "Type": "AWS::EC2::TransitGatewayAttachment",
      "Properties": { "VpcId": "vpc-1", "TransitGatewayId": { "Ref": "Hub" }, "SubnetIds": ["subnet-1"] }
    }${more}
  }
}
`;
  checkFix(
    tgwAttachmentNotAssociated,
    json(""),
    json(`,
    "AttachmentAssociation": {
      "Type": "AWS::EC2::TransitGatewayRouteTableAssociation",
      "Properties": {
        "TransitGatewayAttachmentId": { "Ref": "Attachment" },
        "TransitGatewayRouteTableId": { "Ref": "Table" }
      }
    }`),
  );
});

test("a CDK program", () =>
  checkRule(
    tgwAttachmentNotAssociated,
    typescript(`const hub = new ec2.CfnTransitGateway(this, 'Hub', { defaultRouteTableAssociation: 'disable', defaultRouteTablePropagation: 'disable' });
new ec2.CfnTransitGatewayAttachment(this, 'Attachment', { vpcId: 'vpc-1', transitGatewayId: hub.ref, subnetIds: ['subnet-1'] });
//                                         ^^^^^^^^^^ warning: Attachment has no route table of Hub…`),
  ));
