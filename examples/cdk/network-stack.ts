import { Fn, Stack, type StackProps } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import type { Construct } from "constructs";

/** A public and a private subnet, written with L1 constructs. */
export class NetworkStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const vpc = new ec2.CfnVPC(this, "Vpc", {
      cidrBlock: "10.0.0.0/16",
      enableDnsSupport: true,
      enableDnsHostnames: true,
    });
    const igw = new ec2.CfnInternetGateway(this, "Igw");
    const attachment = new ec2.CfnVPCGatewayAttachment(this, "IgwAttachment", {
      vpcId: vpc.ref,
      internetGatewayId: igw.ref,
    });

    const publicA = new ec2.CfnSubnet(this, "PublicA", {
      vpcId: vpc.ref,
      availabilityZone: Fn.select(0, Fn.getAzs()),
      cidrBlock: "10.0.0.0/24",
      mapPublicIpOnLaunch: true,
    });
    const publicRoutes = new ec2.CfnRouteTable(this, "PublicRoutes", { vpcId: vpc.ref });
    const publicDefault = new ec2.CfnRoute(this, "PublicDefaultRoute", {
      routeTableId: publicRoutes.ref,
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: igw.ref,
    });
    publicDefault.addDependency(attachment);
    new ec2.CfnSubnetRouteTableAssociation(this, "PublicARoutes", {
      subnetId: publicA.ref,
      routeTableId: publicRoutes.ref,
    });

    // Lies inside the block of PublicA: try the quick fix.
    const appA = new ec2.CfnSubnet(this, "AppA", {
      vpcId: vpc.ref,
      availabilityZone: Fn.select(0, Fn.getAzs()),
      cidrBlock: "10.0.0.128/25",
    });
    const appRoutes = new ec2.CfnRouteTable(this, "AppRoutes", { vpcId: vpc.ref });
    new ec2.CfnSubnetRouteTableAssociation(this, "AppARoutes", {
      subnetId: appA.ref,
      routeTableId: appRoutes.ref,
    });
  }
}
