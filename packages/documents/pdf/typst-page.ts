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

#let foot-code = 14mm
// From the paper's edge. GB/T 9704: the dashes stand 7 mm below the text.
#let foot-edge = if plan.furniture.number == "dashes" { 25mm } else { 8mm }
#let foot-height = if plan.furniture.at("foot", default: none) == none { furniture-style.leading * 1pt } else { foot-code }

#let page-foot = set-type(furniture-style, {
  let foot = plan.furniture.at("foot", default: none)
  if foot == none { align(center, page-number) } else {
    grid(
      columns: (foot-code, 1fr, auto),
      column-gutter: 2mm,
      align: (left + horizon, left + horizon, right + horizon),
      image(bytes(foot.qr), format: "svg", width: foot-code, alt: ""),
      {
        type-runs(foot.version, plan.text.width * 0.6pt, furniture-style)
        linebreak()
        "校验码 "
        type-runs(foot.digest, plan.text.width * 0.6pt, furniture-style)
      },
      page-number,
    )
  }
})

#let page-head = if plan.furniture.head.len() > 0 {
  set-type(furniture-style, align(center, type-runs(plan.furniture.head, plan.text.width * 1pt, furniture-style)))
}

#set document(title: plan.title, date: none)
#set page(
  width: plan.page.width * 1pt,
  height: plan.page.height * 1pt,
  margin: (
    top: plan.page.margin.top * 1pt,
    right: plan.page.margin.right * 1pt,
    bottom: plan.page.margin.bottom * 1pt,
    left: plan.page.margin.left * 1pt,
  ),
  header: page-head,
  footer: page-foot,
  footer-descent: plan.page.margin.bottom * 1pt - foot-edge - foot-height,
)
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
#context set-flow()
`;
