/** search: words in reports and claims. */
import type { search as operation } from '../contract/search.ts'
import type { Handler } from './handler.ts'

export const search: Handler<typeof operation> = (context, input) => {
  const found = context.ledger().search(input.query, input.limit)
  const wantsReports = input.in !== 'claims'
  const wantsClaims = input.in !== 'reports'
  return {
    reports: wantsReports ? found.reports : [],
    claims: wantsClaims ? found.claims.items : [],
    totals: {
      reports: wantsReports ? found.reportTotal : 0,
      claims: wantsClaims ? found.claims.total : 0,
    },
  }
}
