from aws_cdk import Fn, Stack
from aws_cdk import aws_ec2 as ec2
from constructs import Construct


class NetworkStack(Stack):
    """Two isolated subnets and an S3 gateway endpoint, written with L1 constructs."""

    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        vpc = ec2.CfnVPC(self, "Vpc", cidr_block="172.20.0.0/20")
        data_a = ec2.CfnSubnet(
            self,
            "DataA",
            vpc_id=vpc.ref,
            availability_zone=Fn.select(0, Fn.get_azs()),
            cidr_block="172.20.0.0/24",
        )
        # Lies outside the VPC: try the quick fix.
        data_c = ec2.CfnSubnet(
            self,
            "DataC",
            vpc_id=vpc.ref,
            availability_zone=Fn.select(1, Fn.get_azs()),
            cidr_block="172.21.1.0/24",
        )
        routes = ec2.CfnRouteTable(self, "DataRoutes", vpc_id=vpc.ref)
        ec2.CfnSubnetRouteTableAssociation(
            self, "DataARoutes", subnet_id=data_a.ref, route_table_id=routes.ref
        )
        ec2.CfnSubnetRouteTableAssociation(
            self, "DataCRoutes", subnet_id=data_c.ref, route_table_id=routes.ref
        )
        ec2.CfnVPCEndpoint(
            self,
            "S3Endpoint",
            vpc_endpoint_type="Gateway",
            vpc_id=vpc.ref,
            service_name=f"com.amazonaws.{self.region}.s3",
            route_table_ids=[routes.ref],
        )
