/** How Helm reads YAML. */
import { renderWithHelms } from "../functions/render-with-helm.ts";

const answer = "json: {{ toJson .Values | b64enc }}\n";

/** What each Helm reads from a YAML map, as Go's JSON. */
export async function readWithHelms(text: string): Promise<readonly string[]> {
  const rendered = await renderWithHelms({ "templates/answer.yaml": answer }, text);
  return rendered.map((output) => Buffer.from(/^json: (\S*)$/m.exec(output)?.[1] ?? "", "base64").toString());
}
