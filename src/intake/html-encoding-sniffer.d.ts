/** Types of html-encoding-sniffer, which has none of its own. */
declare module 'html-encoding-sniffer' {
  // biome-ignore lint/style/noDefaultExport: the package has no other
  export default function sniff(
    bytes: Uint8Array,
    options?: {
      xml?: boolean
      transportLayerEncodingLabel?: string
      defaultEncoding?: string
    },
  ): string
}
