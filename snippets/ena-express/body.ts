new ec2.CfnLaunchTemplate(this, "FastNetworkTemplate", {
  launchTemplateData: {
    instanceType: "${1:c6gn.16xlarge}",
    networkInterfaces: [
      {
        deviceIndex: 0,
        subnetId: ${2:vpc}.isolatedSubnets[0].subnetId,
        enaSrdSpecification: {
          enaSrdEnabled: true,
          enaSrdUdpSpecification: { enaSrdUdpEnabled: true },
        },
      },
    ],
  },
});
