/** Style sheets are imported for their effect, and written beside the script; with `type: "text"`, as their text. */
declare module "*.css" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: it is the bundler that exports it so
  export default text;
}
