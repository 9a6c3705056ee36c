'use strict';

/* Nothing on a page depends on this file: it asks before acts, folds the menu and lets htmx send the token against forged requests. */

document.documentElement.classList.add('js');

document.addEventListener('htmx:configRequest', event => {
    const csrf = document.querySelector('meta[name=csrf]');
    if (csrf && event.detail.verb !== 'get') {
        event.detail.headers[csrf.dataset.header] = csrf.content;
    }
});

/* A poll that is refused because the session has ended shows the log-in page instead of a dead number. */
document.addEventListener('htmx:responseError', event => {
    if (event.detail.xhr.status === 401) {
        window.location.reload();
    }
});

/* What is answered to a poll is a piece of a page; a whole page means that the session has ended and this is the log-in page. */
document.addEventListener('htmx:beforeSwap', event => {
    if (/^\s*<!doctype/i.test(event.detail.xhr.responseText)) {
        event.detail.shouldSwap = false;
        window.location.reload();
    }
});

/* Asks before a form with data-confirm is sent. The button that sent it is sent along: requestSubmit keeps its name and value. */
document.addEventListener('submit', event => {
    const form = event.target;
    const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
    const dialog = document.getElementById('confirm');
    if (!question || !dialog || form.dataset.confirmed) {
        delete form.dataset.confirmed;
        return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const submitter = event.submitter;
    const yes = dialog.querySelector('[data-yes]');
    dialog.querySelector('#confirm-question').textContent = question;
    if (submitter?.textContent) {
        yes.textContent = submitter.textContent;
    }
    yes.classList.toggle('danger', submitter?.classList.contains('danger') ?? false);
    dialog.returnValue = '';
    dialog.addEventListener('close', () => {
        if (dialog.returnValue === 'yes') {
            form.dataset.confirmed = 'yes';
            form.requestSubmit(submitter);
        } else {
            submitter?.focus();
        }
    }, {once: true});
    dialog.showModal();
}, true);

/* A form that has been sent is not sent a second time while its answer is under way; one that downloads has data-again. */
document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post' || 'again' in form.dataset || form.hasAttribute('hx-post')) {
        return;
    }
    if (form.dataset.sent) {
        event.preventDefault();
        return;
    }
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
});

window.addEventListener('pageshow', event => {
    if (event.persisted) {
        document.querySelectorAll('form[data-sent]').forEach(form => {
            delete form.dataset.sent;
            form.removeAttribute('aria-busy');
        });
    }
});

const menu = document.querySelector('button.menu');
menu?.addEventListener('click', () => {
    const open = menu.getAttribute('aria-expanded') !== 'true';
    menu.setAttribute('aria-expanded', String(open));
});
document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && menu?.getAttribute('aria-expanded') === 'true') {
        menu.setAttribute('aria-expanded', 'false');
        menu.focus();
    }
});

/* Filters with data-at-once are applied when a choice is made; their button stays for those without script. */
document.addEventListener('change', event => {
    if (event.target.matches?.('form[data-at-once] select')) {
        event.target.form.requestSubmit();
    }
});

/* On a narrow screen the tab of the page that is shown is in sight. */
document.querySelector('.cycle-nav [aria-current]')?.scrollIntoView({block: 'nearest', inline: 'center'});
