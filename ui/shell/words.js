// Streamlit's own words in the reader's language: on buttons, in menus, for screen readers. They
// come in English and cannot be set, so they are exchanged where they stand, as soon as they are
// there. data: words (Streamlit's, each with ours; {name} is whatever stands there), none in English.
// What the record quotes stays in English and is marked so, for those who listen.
const SPOKEN = ['aria-label', 'title', 'placeholder']
// What pages say themselves, and what comes out of files, is nobody's to exchange.
const OURS = 'svg, canvas, table, h1, h2, h3, [data-testid="stMarkdownContainer"] :is(p, li), .headed-text p, .chips'
const PAGE = '[data-testid="stMain"]'
const ICON = '[role="img"], [data-testid="stIconMaterial"]'
const OTHER = /(?!\p{Script=Latin})\p{L}/u
const ENGLISH = /\b(the|of|and|for|with)\b/i
const UPLOAD = '[data-testid="stFileUploader"]'

function patterns(words) {
    const whole = new Map(Object.entries(words).filter(([theirs]) => !theirs.includes('{name}')))
    const parts = Object.entries(words).filter(([theirs]) => theirs.includes('{name}'))
        .map(([theirs, ours]) => [theirs.split('{name}'), ours])
    return { whole, parts }
}

function said(text, { whole, parts }) {
    const bare = text.trim()
    if (whole.has(bare)) return text.replace(bare, () => whole.get(bare))
    const at = bare.indexOf(': ') // a tool and what it is for
    if (at > 0 && whole.has(bare.slice(0, at))) return whole.get(bare.slice(0, at)) + bare.slice(at)
    for (const [[before, after], ours] of parts)
        if (bare.length > before.length + after.length && bare.startsWith(before) && bare.endsWith(after))
            return ours.replace('{name}', () => bare.slice(before.length, bare.length - after.length))
    return null
}

function exchange(root, known) {
    const elements = root.nodeType === Node.ELEMENT_NODE ? [root, ...root.querySelectorAll('*')] : []
    for (const element of elements) {
        for (const name of SPOKEN) {
            const ours = element.hasAttribute(name) && said(element.getAttribute(name), known)
            if (!ours || ours === element.getAttribute(name)) continue
            element.dataset.theirs = element.getAttribute(name) // frame.css knows a tool by it
            element.setAttribute(name, ours)
        }
        if (element.getAttribute('role') === 'img' && element.getAttribute('aria-label')?.endsWith(' icon'))
            element.setAttribute('aria-hidden', 'true')
        for (const child of element.childNodes) letters(child, known)
    }
    letters(root, known)
}

// By its letters where the page's are others, else by words that only English has.
function english(text, { latin }) {
    if (latin) return ENGLISH.test(text) && !/[^\x00-\x7f–—’“”·…]/.test(text)
    const theirs = text.match(/[a-z]/gi)?.length ?? 0
    return theirs > 8 && theirs * 3 > (text.match(/\p{L}/gu)?.length ?? 0) * 2
}

function letters(node, known) {
    const parent = node.parentElement
    if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue.trim() || !parent) return
    if (parent.closest(ICON)) return
    if (parent.closest(PAGE) && !parent.lang && english(node.nodeValue, known)) parent.lang = 'en'
    else if (parent.lang === 'en' && !parent.hreflang && !english(node.nodeValue, known))
        parent.removeAttribute('lang')
    if (parent.closest(OURS) && !parent.closest(UPLOAD)) return
    const ours = said(node.nodeValue, known)
    if (ours && ours !== node.nodeValue) node.nodeValue = ours
}

export default ({ parentElement, data }) => {
    const kept = parentElement.kept ??= {}
    kept.watch?.disconnect()
    if (!Object.keys(data.words).length) return
    const latin = !Object.values(data.words).some((ours) => OTHER.test(ours))
    const known = { ...patterns(data.words), latin }
    kept.watch = new MutationObserver((changes) => {
        for (const change of changes) {
            if (change.type === 'childList') change.addedNodes.forEach((node) => exchange(node, known))
            else exchange(change.target, known)
        }
    })
    exchange(document.body, known)
    const all = { subtree: true, childList: true, characterData: true, attributeFilter: SPOKEN }
    kept.watch.observe(document.body, all)
    return () => kept.watch?.disconnect()
}
