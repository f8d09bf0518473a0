/** A country by its name, its code where the pointer rests. */
import { countryName } from './country-names.ts'

export function Country({ code }: { code: string }) {
  return <abbr title={code}>{countryName(code)}</abbr>
}
