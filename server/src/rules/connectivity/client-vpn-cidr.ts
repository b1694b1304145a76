import { blockAround, formatCidr, overlaps, parseCidr } from "../../base/cidr.ts";
import type { Network, Subnet, Vpc } from "../../network/model.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Resource } from "../../template/template.ts";
import { textOf } from "../../template/values.ts";
import { primaryBlocks, secondaryBlocks } from "../addressing/vpc-blocks.ts";
import { type Basis, canHold, existence, type Given, linkedEntities, waysOfProperty } from "../basis.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-clientvpnendpoint.html */
const largest = 12;
const smallest = 22;

export const clientVpnCidr = defineRule({
  id: "client-vpn-cidr",
  group: "connectivity",
  severity: "error",
  topic: "client-vpn",
  messages: {
    tooLarge: {
      en: "{id} hands out client addresses from {cidr}, but ClientCidrBlock is at most a /12. CloudFormation will fail. Take a /12 or smaller.",
      ja: "{id} の ClientCidrBlock {cidr} は大きすぎる。最大 /12 で、作成は失敗する。/12 以下の大きさにすること。",
    },
    tooSmall: {
      en: "{id} hands out client addresses from {cidr}, but ClientCidrBlock is at least a /22. CloudFormation will fail. Take a /22 or larger; it can't be changed later.",
      ja: "{id} の ClientCidrBlock {cidr} は小さすぎる。最小 /22 で、作成は失敗する。/22 以上にすること。後からは変更できない。",
    },
    overlap: {
      en: "{id} hands out client addresses from {cidr}, which overlaps {vpcCidr} of {vpc}. Clients and the VPC need different ranges, so the association will fail. Take a range that neither {vpc} nor a route of the endpoint covers.",
      ja: "{id} の ClientCidrBlock {cidr} は {vpc} の {vpcCidr} と重複している。クライアントと VPC のアドレス帯は分ける必要があり、関連付けは失敗する。{vpc} にもエンドポイントのルートにも含まれない範囲にすること。",
    },
  },
  check({ network, template, evaluator }, report) {
    for (const resource of resourcesOfType(template, "AWS::EC2::ClientVpnEndpoint")) {
      const { id } = resource;
      for (const way of waysOfProperty(evaluator, resource, "ClientCidrBlock")) {
        const text = textOf(way.value);
        const parsed = text === undefined ? undefined : parseCidr(text.trim());
        if (text === undefined || !parsed?.ok || parsed.cidr.family !== 4) continue;
        const { cidr } = parsed;
        const isTooLarge = cidr.prefix < largest;
        if (isTooLarge || cidr.prefix > smallest) {
          report({
            at: way.span,
            message: isTooLarge ? "tooLarge" : "tooSmall",
            data: { id, cidr: formatCidr(cidr) },
            because: [way],
            fixes: () => {
              const allowed = formatCidr(blockAround(cidr.base, 4, isTooLarge ? largest : smallest));
              return rewriteValue(template, { ...way, text }, allowed, {
                en: `Make ClientCidrBlock of ${id} ${allowed}`,
                ja: `${id} の ClientCidrBlock を ${allowed} にする`,
              });
            },
          });
        }
        for (const { vpc, because } of vpcsOf(network, resource, way)) {
          for (const block of [...primaryBlocks(vpc), ...secondaryBlocks(vpc)]) {
            if (!overlaps(block.cidr, cidr)) continue;
            report({
              at: way.span,
              message: "overlap",
              data: { id, cidr: formatCidr(cidr), vpc: vpc.id, vpcCidr: formatCidr(block.cidr) },
              related: [
                {
                  at: block.fact.span,
                  message: {
                    en: `${block.owner.id} takes ${formatCidr(block.cidr)}`,
                    ja: `${block.owner.id} は ${formatCidr(block.cidr)}`,
                  },
                },
              ],
              because: [way, ...because, ...block.because],
            });
          }
        }
      }
    }
  },
});

/** The VPCs of the template that the endpoint leads into: its own `VpcId`, and those of the subnets associated with it. */
function vpcsOf(
  network: Network,
  endpoint: Resource,
  under: Given,
): readonly { readonly vpc: Vpc; readonly because: readonly Basis[] }[] {
  const { evaluator } = network;
  const { conditions, template } = evaluator;
  const referred = <T>(resource: Resource, property: string, find: (id: string) => T | undefined) =>
    waysOfProperty(evaluator, resource, property).flatMap((way) => {
      const found = way.value.kind === "reference" ? find(way.value.logicalId) : undefined;
      return found === undefined ? [] : [{ found, way }];
    });
  const direct = referred(endpoint, "VpcId", (id) => network.vpcs.find((vpc) => vpc.id === id)).map(
    ({ found, way }) => ({ vpc: found, because: [way] }),
  );
  const associated = resourcesOfType(template, "AWS::EC2::ClientVpnTargetNetworkAssociation").flatMap((association) => {
    if (!canHold(conditions, existence(conditions, association), under.guard)) return [];
    return referred(association, "ClientVpnEndpointId", (id) => (id === endpoint.id ? endpoint : undefined)).flatMap(
      ({ way: toEndpoint }) =>
        referred<Subnet>(association, "SubnetId", (id) => network.subnets.find((subnet) => subnet.id === id)).flatMap(
          ({ found: subnet, way: toSubnet }) =>
            linkedEntities(subnet.vpc).map(({ entity: vpc, fact }) => ({
              vpc,
              because: [toEndpoint, toSubnet, subnet, fact],
            })),
        ),
    );
  });
  return [...direct, ...associated];
}
