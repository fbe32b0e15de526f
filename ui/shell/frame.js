// What the browser does by itself on every page: stays in one window, begins at the top, prints.
// data: pages (paths of our pages), top (what is shown on it), paper and
// silent (CSS for paper, and for when no server answers), language (its code), numbers (a language
// that writes them so), remembered (the cookie that keeps the choice), base (the path below which we
// stand), view (its codes but the language, as an address has them), shared (those that go along to
// another page), said (page and filters in words).
const EMBEDDED = ['embed', 'embed_options']
const LANGUAGES = '.languages a[href]'
const PAGES = ':is(nav.pages, .foot) a[href]'

// One with the host written out is meant to leave: it leads out of a frame, or is to be passed on.
function within(anchor, pages) {
    const address = new URL(anchor.href, document.baseURI)
    const stays = anchor.getAttribute('href').startsWith('/') && pages.includes(address.pathname)
    return stays ? address : null
}

// The links to pages and languages lead on with the view. It is written into one when somebody comes
// to it: in the text, every choice of a filter would draw all of them anew.
function carry(event, { view, shared }) {
    const anchor = event.target.closest?.(`${LANGUAGES}, ${PAGES}`)
    if (!anchor) return
    const lang = anchor.matches(LANGUAGES) && new URL(anchor.href).searchParams.get('lang')
    const query = lang ? `${view || '?'}${view && '&'}lang=${lang}` : shared
    set(anchor, 'href', anchor.getAttribute('href').split('?')[0] + query)
}

// A link of ours is followed as the back button is: by the address. Streamlit would open each link
// in a text in a new window, with a new session.
function follow(event, pages) {
    const other = event.defaultPrevented || event.button !== 0
    if (other || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const anchor = event.target.closest?.('a[href]')
    const address = anchor && within(anchor, pages)
    if (!address) return
    event.preventDefault()
    for (const [key, value] of new URLSearchParams(location.search))
        if (EMBEDDED.includes(key)) address.searchParams.append(key, value)
    if (section(address.search) !== section(location.search)) begin(anchor)
    history.pushState({}, '', address.pathname + address.search.replaceAll('%2C', ','))
    dispatchEvent(new PopStateEvent('popstate'))
    if (anchor.id && anchor === document.activeElement) stay(anchor, () => likest(anchor))
}

// A link with a name stands in a list that is drawn anew by what it does: the keyboard goes on from
// the link of that name, or from the last of its kind.
function likest(anchor) {
    const [kind] = anchor.id.split('-')
    const last = [...document.querySelectorAll(`[id^="${kind}-"]`)].at(-1)
    return document.getElementById(anchor.id) ?? last
}

// A button may go by what it does, as that of full screen and the one that closes a box: the keyboard
// goes on from the button in its place, or without such a place from the next heading.
function keep({ target }) {
    drawn?.disconnect()
    const button = target.closest?.('button')
    if (!button) return
    const place = button.closest('[data-testid="stElementContainer"]')
    const buttons = () => [...place.querySelectorAll('button')]
    const fromEnd = place ? buttons().length - buttons().indexOf(button) : 0
    // By their words: where a box was above them they are drawn anew.
    const after = headings()
        .filter((heading) => button.compareDocumentPosition(heading) === FOLLOWS)
        .map((heading) => heading.textContent)
    const name = named(place)
    stay(button, () => {
        if (place?.isConnected && named(place) === name) return buttons().at(-fromEnd)
        const next = headings().find((heading) => after.includes(heading.textContent))
        if (next) set(next, 'tabindex', '-1')
        return next
    })
}

const headings = () => [...document.querySelectorAll(':is(h1, h2, h3)')]
const FOLLOWS = Node.DOCUMENT_POSITION_FOLLOWING
// The page may put another thing into a place that is left, under another name.
const named = (place) => place?.className.match(/\bst-key-\S+/)?.[0]

// Once what has the focus is gone, or was grey while a file was made, another has it in its place,
// unless somebody has moved it meanwhile.
let drawn
function stay(control, heir) {
    let grey = false
    drawn?.disconnect()
    drawn = new MutationObserver((_, watching) => {
        grey ||= control.disabled
        if (control.isConnected && (!grey || control.disabled)) return
        const to = control.isConnected ? control : heir()
        if (document.activeElement !== document.body) watching.disconnect()
        else to?.focus({ preventScroll: true })
    })
    const looked = { childList: true, subtree: true, attributeFilter: ['disabled'] }
    drawn.observe(document.body, looked)
}

function section(query) {
    return new URLSearchParams(query).get('section')
}

function begin(within) {
    within.closest('[data-testid="stMain"]')?.scrollTo({ top: 0 })
}

// What is set already is left alone: every change of the page is work for the browser.
function set(element, name, value) {
    if (value === null) element.removeAttribute(name)
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

function style(kept, name, media, rules) {
    if (!kept[name]) {
        kept[name] = document.head.appendChild(document.createElement('style'))
        kept[name].media = media
    }
    if (kept[name].textContent !== rules) kept[name].textContent = rules
}

// The page says which language it is in, and Streamlit, which writes the numbers of its tables in
// the browser's languages, is told to write them as the page does.
function speak({ language, numbers }) {
    document.documentElement.lang = language
    Object.defineProperty(navigator, 'languages', { configurable: true, get: () => [numbers] })
}

function remember(event, { remembered, base }) {
    const chosen = event.target.closest?.(LANGUAGES)
    const code = chosen && new URL(chosen.href).searchParams.get('lang')
    if (!code) return
    const kept = `path=${base}/; max-age=${400 * 24 * 3600}; samesite=lax`
    document.cookie = `${remembered}=${code}; ${kept}`
}

// Those who cannot see that a choice has changed the page are told what it shows now.
function tell(parentElement, kept, said) {
    if (!kept.told) {
        kept.told = parentElement.appendChild(document.createElement('p'))
        set(kept.told, 'role', 'status')
    } else if (kept.said !== said) kept.told.textContent = said
    kept.said = said
}

export default ({ parentElement, data, setTriggerValue }) => {
    const kept = parentElement.kept ??= {}
    // Streamlit goes to the top when the page changes, but not when another thing is shown on it: a
    // commitment opened from far down a list would be seen from its middle.
    if (kept.top !== undefined && kept.top !== data.top) begin(parentElement)
    kept.top = data.top
    style(kept, 'silent', 'all', data.silent)
    speak(data)
    tell(parentElement, kept, data.said)
    kept.listening?.abort()
    const listening = kept.listening = new AbortController()
    const listen = (kind, what) => addEventListener(kind, what, { signal: listening.signal })
    // What paper says changes with every choice, and a new sheet lets the browser look at the whole
    // page again: it is written when somebody prints.
    listen('beforeprint', () => style(kept, 'paper', 'print', data.paper))
    // A system turns dark in the evening, and Streamlit's colours with it; ours come with a run.
    const turned = () => matchMedia('print').matches || setTriggerValue('scheme', true)
    matchMedia('(prefers-color-scheme: dark)')
        .addEventListener('change', turned, { signal: listening.signal })
    for (const kind of ['pointerover', 'focusin', 'click'])
        listen(kind, (event) => carry(event, data))
    listen('focusin', keep)
    listen('click', (event) => {
        remember(event, data)
        follow(event, data.pages)
    })
    return () => {
        listening.abort()
        for (const name of ['paper', 'silent']) {
            kept[name]?.remove()
            kept[name] = null
        }
    }
}
