/**
 * Typst source: text. Everything anybody wrote reaches it as strings in the plan and becomes `text(…)`: no part of it
 * is ever read as markup. Each line is exactly as high as its style's leading, as in a word processor.
 */
export const TYPST_TEXT = `
#let faces = (
  serif: ("Noto Serif SC", "Noto Sans SC"),
  sans: ("Noto Sans SC", "Noto Serif SC"),
)

// The em box in the middle of the line: 0.88 above the base line, 0.12 below it.
#let set-type(style, body) = {
  let size = style.size * 1pt
  let extra = (style.leading - style.size) / 2 * 1pt
  set text(
    font: faces.at(style.font),
    weight: style.weight,
    size: size,
    fill: rgb(style.colour),
    top-edge: 0.88 * size + extra,
    bottom-edge: -0.12 * size - extra,
  )
  body
}

// A ticked box, which no Chinese face has.
#let tick = box(width: 1em, height: 0pt, {
  place(top + left, dx: 0.09em, dy: -0.78em, square(size: 0.82em, stroke: 0.05em))
  place(top + left, dx: 0.1em, dy: -0.86em, text(
    size: 0.85em, weight: 700, top-edge: 0.88em, bottom-edge: -0.12em, "√",
  ))
})

// A word wider than its place is cut where the line ends; the text layer keeps it whole.
#let fitting(word, width, style) = {
  if measure(set-type(style, text(word))).width <= width { text(word) }
  else { word.clusters().map(c => text(c)).join(box()) }
}

#let type-run(run, width, style) = {
  let body = run.p.map(piece => {
    if type(piece) == str { text(piece) }
    else if piece.at(0) == "word" { fitting(piece.at(1), width, style) }
    else if piece.at(0) == "tick" { tick }
    else { linebreak() }
  }).join()
  if run.at("u", default: false) { body = underline(body) }
  if run.at("b", default: false) { text(weight: 700, body) } else { body }
}

#let type-runs(runs, width, style) = runs.map(run => type-run(run, width, style)).join()

#let alignments = (left: left, center: center, right: right, justify: left)
`;
