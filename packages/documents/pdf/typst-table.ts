/**
 * Typst source: tables. A page end never cuts a row; a merged cell that it cuts is closed there and goes on in a cell
 * of its own on the next page, with its text again where it is a label. For that the heights are measured first, the
 * rows given out to pages, and each page's rows set as one table of exactly these heights.
 */
export const TYPST_TABLE = `
#let slack = 0.05pt

#let cell-style = plan.styles.cell
#let head-style = (..plan.styles.cell, font: "sans", weight: 500)

#let cell-width(part, cell) = {
  part.columns.slice(cell.x, cell.x + cell.colspan).sum() * 1pt - 2 * plan.padding.x * 1pt
}

#let cell-text(part, cell) = {
  let style = if cell.heading { head-style } else { cell-style }
  let width = cell-width(part, cell)
  let body = cell.lines.map(runs => {
    if runs.len() == 0 { sym.zws } else { type-runs(runs, width, style) }
  }).join(linebreak())
  if cell.align == "justify" { body = { set par(justify: true); body } }
  if cell.heading { set-type(style, body) } else { body }
}

#let cell-height(part, cell) = {
  let inner = if cell.count >= 0 { cell.count * cell-style.leading * 1pt }
    else { measure(width: cell-width(part, cell), set-type(cell-style, cell-text(part, cell))).height }
  inner + 2 * plan.padding.y * 1pt
}

// Every row's own height, and what each merged cell needs over all its rows, the shortest first.
#let measure-part(part) = {
  let heights = part.rows.map(row => row.least * 1pt)
  let merged = ()
  for (y, row) in part.rows.enumerate() {
    for cell in row.cells {
      let height = cell-height(part, cell)
      if cell.rowspan == 1 { heights.at(y) = calc.max(heights.at(y), height) }
      else { merged.push((from: y, to: y + cell.rowspan, need: height, cell: cell)) }
    }
  }
  (heights: heights, merged: merged.sorted(key: m => m.to - m.from))
}

// Where on a page of these rows (numbers, header first) a merged cell stands: from, to.
#let stretch(m, rows) = {
  let from = rows.position(y => y >= m.from and y < m.to)
  if from == none { return none }
  let to = from
  while to < rows.len() and rows.at(to) >= m.from and rows.at(to) < m.to { to += 1 }
  (from, to)
}

// Whether a merged cell says anything on a page: a label that runs down from the head has nothing to say where none of
// the rows it names stand, nor does a cell that is no label where it goes on.
#let speaks(part, m, rows, at) = {
  let named = m.to <= part.headerRows or rows.at(at.at(1) - 1) >= part.headerRows
  named and (m.cell.repeats or rows.contains(m.from))
}

// The rows' heights on one page, where merged cells need their room on this page alone.
#let page-heights(part, measured, rows) = {
  let heights = rows.map(y => measured.heights.at(y))
  for m in measured.merged {
    let at = stretch(m, rows)
    if at == none or not speaks(part, m, rows, at) { continue }
    let (from, to) = at
    let short = m.need - heights.slice(from, to).sum()
    if short > 0pt {
      for y in range(from, to) { heights.at(y) += short / (to - from) }
    }
  }
  heights
}

// Merged cells of up to so many rows stay whole, where the page is filled well enough without them.
#let small = 4
#let well-filled = 0.75
// A new page of the printed form is kept where it leaves less than half a page empty.
#let half = 0.5

#let cuts-small(measured, b) = measured.merged.any(m => m.to - m.from <= small and m.from < b and b < m.to)

// Gives the rows out to pages: ((break before, rows, heights), …) and the room left on the last page.
#let page-rows(part, measured, room, full) = {
  let n = part.rows.len()
  let head = calc.min(part.headerRows, n)
  let pages = ()
  let a = 0
  let fresh = room >= full - slack
  let break-before = false
  while a < n {
    let header = if a < head { () } else { range(head) }
    let least = if a < head { head + 1 } else { a + 1 }
    if part.rows.at(a).breaks and a >= head and not fresh and room < full * (1 - half) {
      break-before = true
      fresh = true
      room = full
    }
    let b = a
    let used = header.map(y => measured.heights.at(y)).sum(default: 0pt)
    while b < n and used + measured.heights.at(b) <= room + slack and not (b >= least and part.rows.at(b).breaks and full - room + used >= full * half) {
      used += measured.heights.at(b)
      b += 1
    }
    let found = none
    while found == none and b >= calc.min(least, n) {
      let rows = header + range(a, b)
      let heights = page-heights(part, measured, rows)
      if heights.sum() <= room + slack { found = (rows, heights) } else { b -= 1 }
    }
    if found != none and b < n and cuts-small(measured, b) {
      let whole = b - 1
      while whole > least and cuts-small(measured, whole) { whole -= 1 }
      let rows = header + range(a, whole)
      let heights = page-heights(part, measured, rows)
      if whole > least and full - room + heights.sum() >= full * well-filled {
        b = whole
        found = (rows, heights)
      }
    }
    if found == none and not fresh {
      break-before = true
      fresh = true
      room = full
      continue
    }
    let cut = found == none
    if cut {
      // A single row higher than a page: the only one that has to be cut.
      b = calc.min(least, n)
      let rows = header + range(a, b)
      found = (rows, page-heights(part, measured, rows))
    }
    pages.push((break-before: break-before, rows: found.at(0), heights: found.at(1), cut: cut))
    room = if cut { 0pt } else { room - found.at(1).sum() }
    a = b
    if a < n {
      break-before = true
      fresh = true
      room = full
    }
  }
  (pages, room)
}

#let set-cell(part, cell, at, says) = {
  let (from, to) = at
  let body = if says { cell-text(part, cell) }
  table.cell(
    x: cell.x, y: from, colspan: cell.colspan, rowspan: to - from,
    align: alignments.at(cell.align) + (if cell.valign == "top" { top } else { horizon }),
    body,
  )
}

#let set-rows(part, measured, page) = {
  let rows = page.rows
  let header = ()
  let cells = ()
  let head = calc.min(part.headerRows, part.rows.len())
  // A cell from the head down into the rows can't stand in a head of its own.
  let crossed = false
  for m in measured.merged {
    let at = stretch(m, rows)
    if at == none { continue }
    let made = set-cell(part, m.cell, at, speaks(part, m, rows, at))
    if m.from < head { header.push(made) } else { cells.push(made) }
    if m.from < head and m.to > head { crossed = true }
  }
  for (i, y) in rows.enumerate() {
    for cell in part.rows.at(y).cells.filter(cell => cell.rowspan == 1) {
      let made = set-cell(part, cell, (i, i + 1), true)
      if y < head { header.push(made) } else { cells.push(made) }
    }
  }
  table(
    columns: part.columns.map(width => width * 1pt),
    rows: if page.cut { page.heights.map(h => auto) } else { page.heights },
    inset: (x: plan.padding.x * 1pt, y: plan.padding.y * 1pt),
    stroke: plan.lines.table * 1pt,
    ..if header.len() > 0 and not crossed and rows.len() > head { (table.header(repeat: page.cut, ..header),) } else { header },
    ..cells,
  )
}

#let set-part(part, measured, pages) = set-type(cell-style, {
  for page in pages {
    if page.break-before { pagebreak(weak: true) }
    set-rows(part, measured, page)
  }
})
`;
