/**
 * Dual stack: every subnet has IPv4 and IPv6. Private subnets go out through NAT gateways by IPv4, through an
 * egress-only internet gateway by IPv6; whatever filters traffic has rules for both.
 *
 *     npx cdk synth --app "npx tsx dual-stack.ts"
 */
import { App, Stack, type StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as albTargets from 'aws-cdk-lib/aws-elasticloadbalancingv2-targets';
import * as globalaccelerator from 'aws-cdk-lib/aws-globalaccelerator';
import * as endpoints from 'aws-cdk-lib/aws-globalaccelerator-endpoints';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';

export class DualStackStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const vpc = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr('10.60.0.0/16'),
      ipProtocol: ec2.IpProtocol.DUAL_STACK,
      maxAzs: 2,
      natGateways: 2,
      subnetConfiguration: [
        { name: 'public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 },
        { name: 'private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
      ],
    });

    const balancer = new elbv2.ApplicationLoadBalancer(this, 'Balancer', {
      vpc,
      internetFacing: true,
      ipAddressType: elbv2.IpAddressType.DUAL_STACK,
    });
    const server = new ec2.Instance(this, 'Server', {
      vpc,
      vpcSubnets: { subnetGroupName: 'private' },
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.T4G, ec2.InstanceSize.SMALL),
      machineImage: ec2.MachineImage.latestAmazonLinux2023({ cpuType: ec2.AmazonLinuxCpuType.ARM_64 }),
      allowAllIpv6Outbound: true,
      ipv6AddressCount: 1,
    });
    const web = balancer.addListener('Web', { port: 80 });
    web.addTargets('Server', { port: 8080, targets: [new albTargets.InstanceTarget(server)] });
    server.connections.allowFrom(balancer, ec2.Port.tcp(8080), 'Load balancer');

    // Rules of network ACLs are for one family each.
    const acl = new ec2.NetworkAcl(this, 'PublicAcl', { vpc, subnetSelection: { subnetGroupName: 'public' } });
    const everywhere = [
      { name: 'Ipv4', cidr: ec2.AclCidr.anyIpv4(), offset: 0 },
      { name: 'Ipv6', cidr: ec2.AclCidr.anyIpv6(), offset: 1 },
    ];
    for (const { name, cidr, offset } of everywhere) {
      acl.addEntry(`Web${name}`, { cidr, ruleNumber: 100 + offset, traffic: ec2.AclTraffic.tcpPort(80) });
      acl.addEntry(`Answers${name}`, {
        cidr,
        ruleNumber: 200 + offset,
        traffic: ec2.AclTraffic.tcpPortRange(1024, 65535),
      });
      acl.addEntry(`Out${name}`, {
        cidr,
        ruleNumber: 100 + offset,
        traffic: ec2.AclTraffic.allTraffic(),
        direction: ec2.TrafficDirection.EGRESS,
      });
    }

    const accelerator = new globalaccelerator.Accelerator(this, 'Accelerator', {
      ipAddressType: globalaccelerator.IpAddressType.DUAL_STACK,
    });
    accelerator
      .addListener('Web', { portRanges: [{ fromPort: 80 }] })
      .addEndpointGroup('Here', { endpoints: [new endpoints.ApplicationLoadBalancerEndpoint(balancer)] });

    const zone = new route53.PublicHostedZone(this, 'Zone', { zoneName: 'example.com' });
    const alias = route53.RecordTarget.fromAlias(new targets.LoadBalancerTarget(balancer));
    new route53.ARecord(this, 'WwwIpv4', { zone, recordName: 'www', target: alias });
    new route53.AaaaRecord(this, 'WwwIpv6', { zone, recordName: 'www', target: alias });
  }
}

export const app = new App();
new DualStackStack(app, 'DualStack');
