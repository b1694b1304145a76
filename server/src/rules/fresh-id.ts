/** A logical ID that nothing in the template has yet: the name, else the name with the first free number. */
import type { Template } from "../template/template.ts";

export function freshId({ parameters, resources, conditions }: Template, name: string): string {
  // Resources and parameters share their names; conditions are kept apart for the reader's sake.
  const taken = (id: string): boolean => parameters.has(id) || resources.has(id) || conditions.has(id);
  let id = name;
  for (let number = 2; taken(id); number += 1) id = `${name}${number}`;
  return id;
}
