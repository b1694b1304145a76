import * as cdk from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';

export interface NetworkStackProps extends cdk.StackProps {
  readonly stage: string;
}

/** Two zones with a public and a private subnet each, written resource by resource. */
export class NetworkStack extends cdk.Stack {
  public readonly vpc: ec2.CfnVPC;

  private readonly zones = [cdk.Fn.select(0, cdk.Fn.getAzs()), cdk.Fn.select(1, cdk.Fn.getAzs())];

  constructor(scope: Construct, id: string, props: NetworkStackProps) {
    super(scope, id, props);

    this.vpc = new ec2.CfnVPC(this, 'Vpc', {
      cidrBlock: '10.20.0.0/16',
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: [{ key: 'Name', value: `network-${props.stage}` }],
    });

    const igw = new ec2.CfnInternetGateway(this, 'Igw');
    const attachment = new ec2.CfnVPCGatewayAttachment(this, 'IgwAttachment', {
      vpcId: this.vpc.ref,
      internetGatewayId: igw.ref,
    });

    const publicA = new ec2.CfnSubnet(this, 'PublicA', {
      vpcId: this.vpc.ref,
      cidrBlock: '10.20.0.0/24',
      availabilityZone: this.zones[0],
      mapPublicIpOnLaunch: true,
    });
    const publicB = new ec2.CfnSubnet(this, 'PublicB', {
      vpcId: this.vpc.ref,
      cidrBlock: '10.20.1.0/24',
      availabilityZone: this.zones[1],
      mapPublicIpOnLaunch: true,
    });
    const privateA = new ec2.CfnSubnet(this, 'PrivateA', {
      vpcId: this.vpc.ref,
      cidrBlock: '10.20.16.0/20',
      availabilityZone: this.zones[0],
    });
    const privateB = new ec2.CfnSubnet(this, 'PrivateB', {
      vpcId: this.vpc.ref,
      cidrBlock: '10.20.32.0/20',
      availabilityZone: this.zones[1],
    });

    const publicRoutes = new ec2.CfnRouteTable(this, 'PublicRoutes', { vpcId: this.vpc.ref });
    const toInternet = new ec2.CfnRoute(this, 'ToInternet', {
      routeTableId: publicRoutes.ref,
      destinationCidrBlock: '0.0.0.0/0',
      gatewayId: igw.ref,
    });
    toInternet.addDependency(attachment);

    const natEip = new ec2.CfnEIP(this, 'NatEip', { domain: 'vpc' });
    const nat = new ec2.CfnNatGateway(this, 'Nat', {
      subnetId: publicA.ref,
      allocationId: natEip.attrAllocationId,
    });
    nat.addDependency(toInternet);

    const privateRoutes = new ec2.CfnRouteTable(this, 'PrivateRoutes', { vpcId: this.vpc.ref });
    new ec2.CfnRoute(this, 'ToNat', {
      routeTableId: privateRoutes.ref,
      destinationCidrBlock: '0.0.0.0/0',
      natGatewayId: nat.ref,
    });

    new ec2.CfnSubnetRouteTableAssociation(this, 'PublicARoutes', {
      routeTableId: publicRoutes.ref,
      subnetId: publicA.ref,
    });
    new ec2.CfnSubnetRouteTableAssociation(this, 'PublicBRoutes', {
      routeTableId: publicRoutes.ref,
      subnetId: publicB.ref,
    });
    new ec2.CfnSubnetRouteTableAssociation(this, 'PrivateARoutes', {
      routeTableId: privateRoutes.ref,
      subnetId: privateA.ref,
    });
    new ec2.CfnSubnetRouteTableAssociation(this, 'PrivateBRoutes', {
      routeTableId: privateRoutes.ref,
      subnetId: privateB.ref,
    });

    new ec2.CfnSecurityGroup(this, 'Web', {
      vpcId: this.vpc.ref,
      groupDescription: 'HTTPS from anywhere',
      securityGroupIngress: [
        { ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIp: '0.0.0.0/0', description: 'Visitors' },
      ],
    });

    new cdk.CfnOutput(this, 'VpcId', { value: this.vpc.ref, exportName: `vpc-${props.stage}` });
  }
}
