from aws_cdk import CfnOutput, CfnTag, Fn, Stack
from aws_cdk import aws_ec2 as ec2
from constructs import Construct


class NetworkStack(Stack):
    """Two zones with a public and a private subnet each, written resource by resource."""

    def __init__(self, scope: Construct, construct_id: str, *, stage: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        zone_a = Fn.select(0, Fn.get_azs())
        zone_b = Fn.select(1, Fn.get_azs())

        self.vpc = ec2.CfnVPC(
            self,
            "Vpc",
            cidr_block="10.20.0.0/16",
            enable_dns_support=True,
            enable_dns_hostnames=True,
            tags=[CfnTag(key="Name", value=f"network-{stage}")],
        )

        igw = ec2.CfnInternetGateway(self, "Igw")
        attachment = ec2.CfnVPCGatewayAttachment(
            self,
            "IgwAttachment",
            vpc_id=self.vpc.ref,
            internet_gateway_id=igw.ref,
        )

        public_a = ec2.CfnSubnet(
            self,
            "PublicA",
            vpc_id=self.vpc.ref,
            cidr_block="10.20.0.0/24",
            availability_zone=zone_a,
            map_public_ip_on_launch=True,
        )
        public_b = ec2.CfnSubnet(
            self,
            "PublicB",
            vpc_id=self.vpc.ref,
            cidr_block="10.20.1.0/24",
            availability_zone=zone_b,
            map_public_ip_on_launch=True,
        )
        private_a = ec2.CfnSubnet(
            self,
            "PrivateA",
            vpc_id=self.vpc.ref,
            cidr_block="10.20.16.0/20",
            availability_zone=zone_a,
        )
        private_b = ec2.CfnSubnet(
            self,
            "PrivateB",
            vpc_id=self.vpc.ref,
            cidr_block="10.20.32.0/20",
            availability_zone=zone_b,
        )

        public_routes = ec2.CfnRouteTable(self, "PublicRoutes", vpc_id=self.vpc.ref)
        to_internet = ec2.CfnRoute(
            self,
            "ToInternet",
            route_table_id=public_routes.ref,
            destination_cidr_block="0.0.0.0/0",
            gateway_id=igw.ref,
        )
        to_internet.add_dependency(attachment)

        nat_eip = ec2.CfnEIP(self, "NatEip", domain="vpc")
        nat = ec2.CfnNatGateway(
            self,
            "Nat",
            subnet_id=public_a.ref,
            allocation_id=nat_eip.attr_allocation_id,
        )
        nat.add_dependency(to_internet)

        private_routes = ec2.CfnRouteTable(self, "PrivateRoutes", vpc_id=self.vpc.ref)
        ec2.CfnRoute(
            self,
            "ToNat",
            route_table_id=private_routes.ref,
            destination_cidr_block="0.0.0.0/0",
            nat_gateway_id=nat.ref,
        )

        ec2.CfnSubnetRouteTableAssociation(
            self, "PublicARoutes", route_table_id=public_routes.ref, subnet_id=public_a.ref
        )
        ec2.CfnSubnetRouteTableAssociation(
            self, "PublicBRoutes", route_table_id=public_routes.ref, subnet_id=public_b.ref
        )
        ec2.CfnSubnetRouteTableAssociation(
            self, "PrivateARoutes", route_table_id=private_routes.ref, subnet_id=private_a.ref
        )
        ec2.CfnSubnetRouteTableAssociation(
            self, "PrivateBRoutes", route_table_id=private_routes.ref, subnet_id=private_b.ref
        )

        ec2.CfnSecurityGroup(
            self,
            "Web",
            vpc_id=self.vpc.ref,
            group_description="HTTPS from anywhere",
            security_group_ingress=[
                ec2.CfnSecurityGroup.IngressProperty(
                    ip_protocol="tcp", from_port=443, to_port=443, cidr_ip="0.0.0.0/0", description="Visitors"
                ),
            ],
        )

        CfnOutput(self, "VpcId", value=self.vpc.ref, export_name=f"vpc-{stage}")
