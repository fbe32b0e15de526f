// Lines of text, each with a button that copies it. data: rows ({label, text}), copy, copied (words).
const SHOWN = 2000

// A page without TLS has no clipboard of its own; what is selected can be copied there all the same.
async function taken(field) {
    try {
        await navigator.clipboard.writeText(field.value)
        return true
    } catch {
        field.focus()
        field.select()
        return document.execCommand('copy')
    }
}

function line({ label, text }, { copy, copied }) {
    const row = document.createElement('label')
    const said = document.createElement('span')
    const field = document.createElement('input')
    const button = document.createElement('button')
    said.textContent = label
    field.value = text
    field.readOnly = true
    button.type = 'button'
    button.textContent = copy
    button.setAttribute('aria-label', `${copy}: ${label}`)
    button.setAttribute('aria-live', 'polite')
    field.addEventListener('focus', () => field.select())
    button.addEventListener('click', async () => {
        if (!(await taken(field))) return
        button.textContent = copied
        setTimeout(() => (button.textContent = copy), SHOWN)
    })
    row.append(said, field)
    const box = document.createElement('div')
    box.append(row, button)
    return box
}

export default ({ parentElement, data }) => {
    const box = parentElement.querySelector('.copying')
    const asked = JSON.stringify(data)
    if (box.dataset.asked === asked) return
    box.dataset.asked = asked
    box.replaceChildren(...data.rows.map((row) => line(row, data)))
}
