/** The title of the browser's tab, and so of bookmarks and history. */
import { useEffect } from 'react'

/** Sets the tab's title while the page is shown. */
export function useTitle(words: string): void {
  useEffect(() => {
    document.title = `${words} - Hearsay`
  }, [words])
}
