/// Black on white: nothing is told by colour, and a printer without any loses nothing.
enum PackStyle {
    static let text = """
        @page { size: A4 portrait; margin: 14mm 12mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
        @page wide { size: A4 landscape; margin: 10mm 8mm 14mm; }
        * { box-sizing: border-box; }
        html { color: #000; background: #fff; }
        body { margin: 0 auto; padding: 1rem; max-width: 60rem; font: 10pt/1.35 "Noto Sans", "Liberation Sans", Arial, sans-serif; }
        .sheet { margin: 0 0 3rem; padding: 0 1pt; break-before: page; }
        .sheet:first-child { break-before: auto; }
        .wide { page: wide; overflow-x: auto; }
        h1 { font-size: 14pt; line-height: 1.2; margin: 0 0 2mm; }
        h2 { font-size: 11pt; margin: 4mm 0 1mm; break-after: avoid; }
        p { margin: 1mm 0; }
        .under { border-bottom: 1.5pt solid #000; padding-bottom: 2mm; }
        .note { font-size: 8pt; }
        .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm; }
        table { width: 100%; border-collapse: collapse; margin: 0 0 2mm; }
        thead { display: table-header-group; }
        tfoot { display: table-row-group; }
        tr { break-inside: avoid; }
        th, td { border: 0.5pt solid #000; padding: 0.7mm 1.2mm; text-align: left; vertical-align: top; font-size: 8.5pt; overflow-wrap: anywhere; }
        thead th { border-bottom-width: 1.2pt; overflow-wrap: normal; }
        .n { text-align: right; font-variant-numeric: tabular-nums; }
        td.n, td.k { white-space: nowrap; }
        tfoot th, tfoot td { border-top-width: 1.2pt; font-weight: bold; }
        .facts th { width: 34%; font-weight: normal; }
        .facts td { font-weight: bold; }
        .dense th, .dense td { font-size: 6.5pt; line-height: 1.2; padding: 0.5mm 0.7mm; }
        .group { border-width: 1.2pt 0.5pt; }
        ul, ol { margin: 1mm 0; padding-left: 6mm; }
        .sign td { height: 9mm; }
        .sign th:nth-child(1) { width: 6%; }
        .sign th:nth-child(2) { width: 38%; }
        .sign th:nth-child(3), .sign th:nth-child(4), .sign th:nth-child(5) { width: 18.6%; }
        .blank { border-bottom: 0.5pt dotted #000; height: 7mm; }
        .written { white-space: pre-line; }
        .signatures { break-inside: avoid; margin-top: 6mm; }
        .signatures td { border: 0; text-align: center; width: 33%; }
        @media print { body { padding: 0; max-width: none; } .sheet { margin: 0; } .wide { overflow: visible; } }
        """
}
