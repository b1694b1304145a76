/**
 * Hub and spoke: two VPCs without a way of their own to the internet share the NAT gateways of a third, through a
 * transit gateway. The spokes reach the internet, but not each other.
 *
 *     npx cdk synth --app "npx tsx hub-and-spoke.ts"
 */
import { App, Stack, type StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';

const SPOKES = [
  { name: 'Orders', cidr: '10.1.0.0/16' },
  { name: 'Billing', cidr: '10.2.0.0/16' },
];

export class HubAndSpokeStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const gateway = new ec2.CfnTransitGateway(this, 'TransitGateway', {
      description: 'Spokes to the shared egress',
      amazonSideAsn: 64512,
      defaultRouteTableAssociation: 'disable',
      defaultRouteTablePropagation: 'disable',
    });
    const fromSpokes = new ec2.CfnTransitGatewayRouteTable(this, 'FromSpokes', { transitGatewayId: gateway.ref });
    const fromHub = new ec2.CfnTransitGatewayRouteTable(this, 'FromHub', { transitGatewayId: gateway.ref });

    // The hub: NAT gateways for everybody.
    const hub = new ec2.Vpc(this, 'Hub', {
      ipAddresses: ec2.IpAddresses.cidr('10.0.0.0/16'),
      maxAzs: 2,
      subnetConfiguration: [
        { name: 'public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 },
        { name: 'transit', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 28 },
      ],
    });
    const hubAttachment = new ec2.CfnTransitGatewayVpcAttachment(this, 'HubAttachment', {
      transitGatewayId: gateway.ref,
      vpcId: hub.vpcId,
      subnetIds: hub.selectSubnets({ subnetGroupName: 'transit' }).subnetIds,
    });
    new ec2.CfnTransitGatewayRouteTableAssociation(this, 'HubAssociation', {
      transitGatewayAttachmentId: hubAttachment.ref,
      transitGatewayRouteTableId: fromHub.ref,
    });
    new ec2.CfnTransitGatewayRoute(this, 'InternetThroughHub', {
      destinationCidrBlock: '0.0.0.0/0',
      transitGatewayAttachmentId: hubAttachment.ref,
      transitGatewayRouteTableId: fromSpokes.ref,
    });

    for (const { name, cidr } of SPOKES) {
      const spoke = new ec2.Vpc(this, name, {
        ipAddresses: ec2.IpAddresses.cidr(cidr),
        maxAzs: 2,
        subnetConfiguration: [
          { name: 'application', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 20 },
          { name: 'transit', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 28 },
        ],
      });
      const attachment = new ec2.CfnTransitGatewayVpcAttachment(this, `${name}Attachment`, {
        transitGatewayId: gateway.ref,
        vpcId: spoke.vpcId,
        subnetIds: spoke.selectSubnets({ subnetGroupName: 'transit' }).subnetIds,
      });
      new ec2.CfnTransitGatewayRouteTableAssociation(this, `${name}Association`, {
        transitGatewayAttachmentId: attachment.ref,
        transitGatewayRouteTableId: fromSpokes.ref,
      });
      // Answers find their way back from the hub.
      new ec2.CfnTransitGatewayRouteTablePropagation(this, `${name}Propagation`, {
        transitGatewayAttachmentId: attachment.ref,
        transitGatewayRouteTableId: fromHub.ref,
      });

      spoke.selectSubnets({ subnetGroupName: 'application' }).subnets.forEach((subnet, index) => {
        const route = new ec2.CfnRoute(this, `${name}Out${index}`, {
          routeTableId: subnet.routeTable.routeTableId,
          destinationCidrBlock: '0.0.0.0/0',
          transitGatewayId: gateway.ref,
        });
        route.addResourceDependency(attachment);
      });
      hub.publicSubnets.forEach((subnet, index) => {
        const route = new ec2.CfnRoute(this, `${name}Back${index}`, {
          routeTableId: subnet.routeTable.routeTableId,
          destinationCidrBlock: cidr,
          transitGatewayId: gateway.ref,
        });
        route.addResourceDependency(hubAttachment);
      });
    }

    hub.addFlowLog('Traffic', { trafficType: ec2.FlowLogTrafficType.REJECT });
  }
}

export const app = new App();
new HubAndSpokeStack(app, 'HubAndSpoke');
