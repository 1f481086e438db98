/** Typst source: the plan is read, and the page and what stands outside its text are set. */
export const TYPST_PLAN = `
#let plan = json(bytes(sys.inputs.plan))
`;

export const TYPST_PAGE = `
#let furniture-style = plan.styles.furniture

#let page-number = context {
  let now = counter(page).get().first()
  if plan.furniture.number == "dashes" {
    align(if calc.odd(now) { right } else { left }, pad(x: 1em)[— #now —])
  } else if plan.furniture.number == "of-total" {
    [第#{now}页　共#{counter(page).final().first()}页]
  }
}

#let foot = plan.furniture.at("foot", default: none)
#let foot-paged = foot != none and foot.paged
#let foot-code = if foot-paged { 18mm } else { 14mm }
// From the paper's edge. GB/T 9704: the dashes stand 7 mm below the text.
#let foot-edge = if plan.furniture.number == "dashes" { 25mm } else if foot-paged { 6mm } else { 8mm }
#let foot-height = if foot == none { furniture-style.leading * 1pt } else { foot-code }
#let foot-drawing(code) = image(bytes(code), format: "svg", width: foot-code, alt: "")

#let page-code = if foot == none { none } else if foot-paged {
  context {
    let code = foot.codes.at(here().page() - 1, default: none)
    if code == none { box(width: foot-code, height: foot-code) } else { foot-drawing(code) }
  }
} else { foot-drawing(foot.codes.first()) }

#let page-foot(text-width) = set-type(furniture-style, {
  if foot == none { align(center, page-number) } else {
    grid(
      columns: (foot-code, 1fr, auto),
      column-gutter: 2mm,
      align: (left + horizon, left + horizon, right + horizon),
      page-code,
      {
        type-runs(foot.version, text-width * 0.6, furniture-style)
        linebreak()
        "校验码 "
        type-runs(foot.digest, text-width * 0.6, furniture-style)
      },
      page-number,
    )
  }
})

#let page-head(text-width) = if plan.furniture.head.len() > 0 {
  set-type(furniture-style, align(center, type-runs(plan.furniture.head, text-width, furniture-style)))
}

#set document(title: plan.title, date: none)
#set text(
  lang: plan.language.lang,
  region: plan.language.region,
  fallback: false,
  hyphenate: false,
  costs: (widow: 0%, orphan: 0%),
)
#set par(leading: 0pt, spacing: 0pt)
#set block(spacing: 0pt)
#show heading: it => block(width: 100%, it.body)
#for section in plan.sections {
  let text-width = section.text.width * 1pt
  page(
    width: section.page.width * 1pt,
    height: section.page.height * 1pt,
    margin: (
      top: section.page.margin.top * 1pt,
      right: section.page.margin.right * 1pt,
      bottom: section.page.margin.bottom * 1pt,
      left: section.page.margin.left * 1pt,
    ),
    header: page-head(text-width),
    footer: page-foot(text-width),
    footer-descent: section.page.margin.bottom * 1pt - foot-edge - foot-height,
    context set-flow(section),
  )
}
`;
