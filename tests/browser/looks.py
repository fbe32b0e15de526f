"""What the browser is asked of a page: is all of it drawn, is any word cut off or not readable."""

# All charts drawn and as wide as their place, typefaces there, and nothing of another height or
# place for a while: Streamlit measures its boxes anew, and a chart draws itself more than once.
DRAWN = """() => new Promise((done) => {
    const WHILE = 15
    const main = document.querySelector('[data-testid="stMain"]')
    let before = '', frames = 0
    const look = () => {
        const charts = [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')]
        const pictures = charts.map((chart) => chart.querySelector('svg.marks'))
        const there = pictures.every(Boolean) && document.fonts.status === 'loaded'
        const boxes = pictures.map((picture) => picture?.outerHTML.length)
        const now = [innerWidth, main.scrollHeight, main.clientWidth, ...boxes].join(' ')
        frames = there && now === before ? frames + 1 : 0
        before = now
        if (frames > WHILE) done(); else requestAnimationFrame(look)
    }
    look()
})"""

# All texts as wide as their place: the list of pages has moved to where it stands in this width.
LAID_OUT = """() => new Promise((done) => {
    const main = document.querySelector('[data-testid="stMain"]')
    let before = 0, frames = 0
    const look = () => {
        frames = main.clientWidth === before ? frames + 1 : 0
        before = main.clientWidth
        if (frames > 3) done(); else requestAnimationFrame(look)
    }
    look()
})"""

# Words that do not show to their end: an element or a box round it hides what its text is wider
# than; letters of a chart stand outside its picture or on each other, or end in dots (but for what
# the record quotes, which is in English and may be of any length). The window itself never scrolls
# sideways.
CUT = """(charts) => {
    const found = []
    const said = (element) => element.textContent.trim().slice(0, 60)
    // A grid is a picture with a table for screen readers beside it.
    const OTHER = '[data-testid="stDataFrame"], [role="img"], [data-testid="stIconMaterial"], input'
    const seen = (element) => {
        // The closed list of pages stands beside the window.
        const { width, height, right } = element.getBoundingClientRect()
        const { visibility, opacity } = getComputedStyle(element)
        return width > 1 && height > 1 && right > 0 && visibility !== 'hidden' && opacity !== '0'
    }
    const speaks = (element) => [...element.childNodes]
        .some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue.trim())
    const hides = (element) => /hidden|clip/.test(getComputedStyle(element).overflowX)
    for (const element of document.querySelectorAll('.stApp :not(svg, svg *, style, script)')) {
        if (!speaks(element) || !seen(element) || element.closest(OTHER)) continue
        let box = element
        for (let up = 0; up < 3 && box && !hides(box); up++) box = box.parentElement
        if (box && hides(box) && box.scrollWidth > box.clientWidth + 1)
            found.push(`cut: ${said(element)}`)
    }
    // What is chosen, typed or hinted at does not show to its end in its field.
    const FIELDS = '.stApp :is([type="text"], [type="search"], [role="combobox"])'
    for (const field of document.querySelectorAll(FIELDS)) {
        const typed = field.value
        field.value ||= field.placeholder
        if (field.value && seen(field) && field.scrollWidth > field.clientWidth + 1)
            found.push(`cut: ${field.value}`)
        field.value = typed
    }
    // The corners of letters on the screen. A line is higher than its letters: their half of it
    // counts.
    const corners = (letters) => {
        const { x, y, width, height } = letters.getBBox()
        const place = letters.getScreenCTM()
        const free = Math.min(height / 4, parseFloat(getComputedStyle(letters).fontSize) / 3)
        return [[x, y + free], [x + width, y + free], [x + width, y + height - free],
                [x, y + height - free]]
            .map(([at, down]) => [place.a * at + place.c * down + place.e,
                                  place.b * at + place.d * down + place.f])
    }
    const along = (shape, [x, y]) => shape.map((corner) => corner[0] * x + corner[1] * y)
    const sides = (shape) => [[0, 1], [1, 2]].map(([from, to]) => {
        const side = [shape[to][0] - shape[from][0], shape[to][1] - shape[from][1]]
        const long = Math.hypot(...side) || 1
        return [side[0] / long, side[1] / long]
    })
    // How deep two rectangles, which may lean, lie on each other.
    const depth = (one, other) => Math.min(...[...sides(one), ...sides(other)].map((axis) => {
        const [here, there] = [along(one, axis), along(other, axis)]
        return Math.min(Math.max(...here), Math.max(...there))
            - Math.max(Math.min(...here), Math.min(...there))
    }))
    const shown = (letters) => {
        for (let at = letters; at && at.nodeName !== 'svg'; at = at.parentElement)
            if (getComputedStyle(at).opacity === '0') return false
        return letters.textContent.trim()
    }
    const DRAWN = '[data-testid="stVegaLiteChart"] svg'
    for (const picture of charts ? document.querySelectorAll(DRAWN) : []) {
        const frame = picture.getBoundingClientRect()
        const words = [...picture.querySelectorAll('text')].filter(shown)
            .map((letters) => ({ text: said(letters), shape: corners(letters) }))
        words.forEach(({ text, shape }, at) => {
            const across = along(shape, [1, 0]), down = along(shape, [0, 1])
            if (Math.min(...across) < frame.left - 2 || Math.max(...across) > frame.right + 2
                || Math.min(...down) < frame.top - 2 || Math.max(...down) > frame.bottom + 2)
                found.push(`outside its chart: ${text}`)
            if (/\\S…$/.test(text) && /[^\\x00-\\x7f–’·]/.test(text.slice(0, -1)))
                found.push(`shortened: ${text}`)
            // A halo is the same letters at the same place, drawn below them.
            for (const other of words.slice(at + 1))
                if (depth(shape, other.shape) > 2 && String(shape) !== String(other.shape))
                    found.push(`on each other: ${text} / ${other.text}`)
        })
    }
    const main = document.querySelector('[data-testid="stMain"]')
    const whole = document.documentElement
    if (whole.scrollWidth > innerWidth || main.scrollWidth > main.clientWidth + 1)
        found.push(`wider than the window: ${main.scrollWidth} of ${main.clientWidth}`)
    return [...new Set(found)]
}"""
