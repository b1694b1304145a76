/** Lets whatever the connection has received by now go first: a timer comes behind it. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
