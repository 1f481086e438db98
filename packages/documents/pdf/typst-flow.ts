/**
 * Typst source: the blocks one below the other. It keeps count of the room on the page, so that a table knows where the
 * page ends before it is set, and breaks the page itself; only a paragraph longer than the room left is broken by Typst.
 */
export const TYPST_FLOW = `
#let set-paragraph(block-plan, text-width) = {
  let style = plan.styles.at(block-plan.style)
  let body = type-runs(block-plan.runs, text-width - 4 * style.size * 1pt, style)
  if body == none { body = sym.zws }
  set-type(style, {
    set par(
      justify: block-plan.align == "justify",
      first-line-indent: (amount: if block-plan.indent { 2em } else { 0em }, all: true),
      hanging-indent: if style.hanging > 0 { (style.hanging + if block-plan.indent { 2 } else { 0 }) * 1em } else { 0em },
    )
    set align(alignments.at(block-plan.align))
    par(body)
  })
}

#let as-heading(block-plan, body) = {
  if block-plan.outline == 0 { body } else { heading(level: block-plan.outline, body) }
}

#let set-stamp(block-plan, text-width) = {
  let style = plan.styles.at(block-plan.style)
  set-type(style, align(right, pad(right: 4em, box({
    set align(center)
    stack(..block-plan.lines.map(runs => par(type-runs(runs, text-width * 0.6, style))))
  }))))
}

#let set-imprint(block-plan, text-width) = {
  let style = plan.styles.imprint
  let rule = line(length: 100%, stroke: plan.lines.imprint * 1pt)
  let thin = line(length: 100%, stroke: plan.lines.imprint * 0.7pt)
  set-type(style, {
    rule
    if block-plan.copies.len() > 0 {
      pad(x: 1em, par(hanging-indent: 3em, type-runs(block-plan.copies, text-width * 0.8, style)))
      thin
    }
    pad(x: 1em, grid(
      columns: (1fr, auto),
      type-runs(block-plan.by, text-width * 0.5, style),
      type-runs(block-plan.on, text-width * 0.4, style),
    ))
    rule
  })
}

#let red-ink = rgb("#ff0000")
#let rule-room = plan.styles.caption.leading * 1pt

#let set-code(block-plan) = align(
  alignments.at(block-plan.align),
  image(bytes(block-plan.drawing), format: "svg", width: block-plan.side * 1pt, alt: block-plan.says),
)

// Above a stamp place: the stamp is larger than the lines it covers.
#let stamp-room = plan.stampRoom * 1pt
#let table-gap = 6pt

// What has to be known of a block before its page is chosen.
#let prepare(b, width) = {
  if b.kind == "paragraph" {
    let style = plan.styles.at(b.style)
    let body = set-paragraph(b, width)
    let height = measure(width: width, body).height
    (
      body: as-heading(b, body),
      height: height,
      leading: style.leading * 1pt,
      before: style.before * 1pt,
      after: style.after * 1pt,
      start: style.before * 1pt + calc.min(height, 2 * style.leading * 1pt),
    )
  } else if b.kind == "table" {
    let measured = measure-part(b)
    let start = measured.heights.slice(0, calc.min(b.headerRows + 1, b.rows.len())).sum(default: 0pt)
    (measured: measured, start: start)
  } else if b.kind == "stamp-place" {
    let body = set-stamp(b, width)
    let height = measure(width: width, body).height
    (body: body, height: height, before: stamp-room, start: stamp-room + height)
  } else if b.kind == "imprint" {
    let body = set-imprint(b, width)
    let height = measure(width: width, body).height
    (body: body, height: height, start: height)
  } else if b.kind == "qr" {
    (body: set-code(b), height: b.side * 1pt, before: 0pt, start: b.side * 1pt)
  } else if b.kind == "rule" {
    let stroke = if b.colour == "red" { plan.lines.red * 1pt + red-ink } else { plan.lines.imprint * 1pt }
    (body: align(bottom, line(length: 100%, stroke: stroke)), height: rule-room, before: 0pt, start: rule-room)
  } else { (start: 0pt) }
}

#let set-flow(section) = {
  let full = section.text.height * 1pt
  let prepared = section.blocks.map(b => prepare(b, section.text.width * 1pt))
  // What must stand on one page from a block on: with a heading that below it, which may be a heading again.
  let starts = prepared.map(p => p.start)
  for i in range(section.blocks.len() - 1).rev() {
    let b = section.blocks.at(i)
    if b.kind == "paragraph" and b.keep {
      let p = prepared.at(i)
      starts.at(i) = p.before + p.height + p.after + starts.at(i + 1)
    }
  }
  let room = full
  let set-blocks = ()
  let before-last = "none"
  for (i, b) in section.blocks.enumerate() {
    let p = prepared.at(i)
    let fresh = room >= full - slack and i > 0
    if b.kind == "page-break" {
      if not fresh { set-blocks.push(pagebreak(weak: true)) }
      room = full
    } else if b.kind == "paragraph" {
      let keep = if b.keep and i + 1 < prepared.len() { p.after + starts.at(i + 1) } else { 0pt }
      let before = if fresh { 0pt } else { p.before }
      let lines = calc.round(p.height / p.leading)
      let whole = before + p.height + keep <= room + slack
      let fitting = calc.floor((room + slack - before) / p.leading)
      if not whole and not fresh and (fitting < 2 or lines < 4 or keep > 0pt) {
        set-blocks.push(pagebreak(weak: true))
        room = full
        before = 0pt
        fitting = calc.floor((room + slack) / p.leading)
      }
      if before > 0pt { set-blocks.push(v(before)) }
      set-blocks.push(block(width: 100%, p.body))
      room = room - before - p.height
      if room < -slack {
        let rest = lines - fitting
        let page = calc.max(1, calc.floor((full + slack) / p.leading))
        while rest > page { rest -= page }
        room = full - rest * p.leading
      }
      if p.after > 0pt and room > p.after { set-blocks.push(v(p.after)); room -= p.after }
    } else if b.kind == "table" {
      if before-last == "table" and not b.joined and not fresh { set-blocks.push(v(table-gap)); room -= table-gap }
      let (pages, left) = page-rows(b, p.measured, room, full)
      set-blocks.push(set-part(b, p.measured, pages))
      room = left
    } else if b.kind == "imprint" {
      if p.height > room { set-blocks.push(pagebreak(weak: true)) }
      set-blocks.push(v(1fr))
      set-blocks.push(block(width: 100%, p.body))
      room = 0pt
    } else {
      let before = if fresh { 0pt } else { p.before }
      if before + p.height > room + slack and not fresh {
        set-blocks.push(pagebreak(weak: true))
        room = full
        before = 0pt
      }
      if before > 0pt { set-blocks.push(v(before)) }
      set-blocks.push(block(height: p.height, width: 100%, p.body))
      room -= before + p.height
    }
    before-last = b.kind
  }
  set-blocks.join()
}
`;
