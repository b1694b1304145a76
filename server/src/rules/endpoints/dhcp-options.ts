/** The properties of DHCP options that hold servers. */
export const dhcpOptions = "AWS::EC2::DHCPOptions";
export const serverProperties = ["DomainNameServers", "NtpServers", "NetbiosNameServers"] as const;
