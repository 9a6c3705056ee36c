/* What is wrong with the page that is shown, for eyes and for those who hear it. Run by ScreenshotsIT in the browser; gives a list of sentences. */
() => {
    const faults = [];
    const name = element => element.tagName.toLowerCase() + (element.className && typeof element.className === 'string' ? '.' + element.className.trim().replace(/\s+/g, '.') : '')
        + ' «' + (element.textContent || element.value || '').trim().slice(0, 40) + '»';
    const isShown = element => element.checkVisibility() && element.getClientRects().length > 0;

    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
        const out = [...document.querySelectorAll('main *, header *')].filter(element => isShown(element) && element.getBoundingClientRect().right > root.clientWidth + 1
            && !element.closest('.cycle-nav ul, .wide, pre, .unseen'));
        faults.push('sticks out by ' + (root.scrollWidth - root.clientWidth) + ' px: ' + out.slice(0, 3).map(name).join(', '));
    }

    const missing = document.body.innerText.match(/\?\?[\w.-]+\?\?/g);
    if (missing) {
        faults.push('words that nobody wrote: ' + [...new Set(missing)].join(', '));
    }

    if (document.querySelectorAll('h1').length !== 1) {
        faults.push(document.querySelectorAll('h1').length + ' main headings');
    }

    for (const field of document.querySelectorAll('input:not([type=hidden], .unseen), select, textarea')) {
        if (isShown(field) && !field.labels?.length && !field.getAttribute('aria-label') && !field.getAttribute('aria-labelledby')) {
            faults.push('no label: ' + name(field) + ' ' + field.name);
        }
    }
    for (const control of document.querySelectorAll('button, a[href], summary')) {
        if (isShown(control) && !control.textContent.trim() && !control.getAttribute('aria-label') && !control.title) {
            faults.push('no name: ' + name(control));
        }
    }
    for (const picture of document.querySelectorAll('img:not([alt]), canvas:not([aria-label]):not([aria-hidden]):not([role])')) {
        faults.push('no words for a picture: ' + name(picture));
    }
    for (const cell of document.querySelectorAll('table.grid:not(.stays) tbody td')) {
        if (cell.textContent.trim() && !cell.dataset.label && cell.colSpan === 1 && !cell.querySelector('button, .button')) {
            faults.push('no data-label: ' + name(cell));
            break;
        }
    }
    const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
    const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
    if (twice.length) {
        faults.push('ids that stand twice: ' + [...new Set(twice)].join(', '));
    }

    const parts = color => (color.match(/[\d.]+/g) || []).map(Number);
    const light = ([r, g, b]) => {
        const linear = [r, g, b].map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    };
    const ground = element => {
        for (let at = element; at; at = at.parentElement) {
            const color = parts(getComputedStyle(at).backgroundColor);
            if (color.length === 3 || color[3] > 0.99) {
                return color;
            }
        }
        return [255, 255, 255];
    };
    const pale = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !isShown(element) || element.closest('.unseen, .skip, [disabled], script, dialog:not([open]), option')) {
            continue;
        }
        const style = getComputedStyle(element);
        const size = parseFloat(style.fontSize);
        const wanted = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
        const [high, low] = [light(parts(style.color)), light(ground(element))].sort((a, b) => b - a);
        const contrast = (high + 0.05) / (low + 0.05);
        if (contrast < wanted) {
            pale.add(contrast.toFixed(2) + ' ' + name(element));
        }
    }
    faults.push(...[...pale].slice(0, 5).map(what => 'too pale: ' + what));
    return faults;
}
