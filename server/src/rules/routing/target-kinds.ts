/** Which resource each target property of a route takes. */
import type { RouteTargetProperty } from "../../network/model.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html */
const propertyOfType: Readonly<Record<string, RouteTargetProperty>> = {
  "AWS::EC2::InternetGateway": "GatewayId",
  "AWS::EC2::VPNGateway": "GatewayId",
  "AWS::EC2::NatGateway": "NatGatewayId",
  "AWS::EC2::EgressOnlyInternetGateway": "EgressOnlyInternetGatewayId",
  "AWS::EC2::TransitGateway": "TransitGatewayId",
  "AWS::EC2::VPCPeeringConnection": "VpcPeeringConnectionId",
  "AWS::EC2::CarrierGateway": "CarrierGatewayId",
  "AWS::EC2::Instance": "InstanceId",
  "AWS::EC2::NetworkInterface": "NetworkInterfaceId",
  "AWS::EC2::VPCEndpoint": "VpcEndpointId",
};

/** The property for a resource of the type; undefined where no route leads to such a resource. */
export function targetPropertyFor(type: string): RouteTargetProperty | undefined {
  return propertyOfType[type];
}

export function isTransitGatewayAttachment(type: string): boolean {
  return type === "AWS::EC2::TransitGatewayAttachment" || type === "AWS::EC2::TransitGatewayVpcAttachment";
}

/** `AWS::EC2::NatGateway` as CloudFormation's readers call it. */
export function shortType(type: string): string {
  return type.replace(/^AWS::EC2::/, "");
}
