/** The types of Direct Connect virtual interfaces. */
export const privateInterface = "AWS::DirectConnect::PrivateVirtualInterface";
export const transitInterface = "AWS::DirectConnect::TransitVirtualInterface";
export const virtualInterfaces: readonly string[] = [
  privateInterface,
  transitInterface,
  "AWS::DirectConnect::PublicVirtualInterface",
];
