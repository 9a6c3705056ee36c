'use strict';

/* The profile as bars beside the median's, of the figures that stand in the table beside it. Without script, or without the library, the table is all. */

(() => {
    const figure = document.querySelector('[data-chart]');
    const rows = [...document.querySelectorAll('[data-bars] tbody tr')];
    if (!figure || !rows.length || typeof Chart === 'undefined') {
        return;
    }
    const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const number = new Intl.NumberFormat(document.documentElement.lang, {minimumFractionDigits: 2});
    const wrapped = text => {
        const lines = [''];
        const length = window.innerWidth < 640 ? 22 : 38;
        text.split(' ').forEach(word => {
            const last = lines.length - 1;
            if (lines[last] && (lines[last] + ' ' + word).length > length) {
                lines.push(word);
            } else {
                lines[last] = lines[last] ? lines[last] + ' ' + word : word;
            }
        });
        return lines.length > 2 ? [lines[0], lines[1] + '…'] : lines;
    };
    const bars = (label, key, fill, line) => ({
        label,
        data: rows.map(row => Number(row.dataset[key])),
        backgroundColor: fill,
        borderColor: line,
        borderWidth: 1,
        barPercentage: .9,
        categoryPercentage: .72,
    });
    figure.hidden = false;
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.color = token('--ink');
    const chart = new Chart(figure.querySelector('canvas'), {
        type: 'bar',
        data: {
            labels: rows.map(row => wrapped(row.dataset.title)),
            datasets: [
                bars(figure.dataset.own, 'own', token('--accent'), token('--accent')),
                bars(figure.dataset.median, 'median', '#cbd3dc', token('--edge')),
            ],
        },
        options: {
            animation: false,
            indexAxis: 'y',
            maintainAspectRatio: false,
            scales: {
                x: {min: 0, max: 100, grid: {color: token('--line')}, ticks: {callback: value => value + ' %'}},
                y: {grid: {display: false}, ticks: {autoSkip: false}},
            },
            plugins: {
                legend: {position: 'top', align: 'start', labels: {boxWidth: 14}},
                tooltip: {callbacks: {
                    title: items => rows[items[0].dataIndex].dataset.title,
                    label: item => `${item.dataset.label}: ${number.format(item.raw)} %`,
                }},
            },
        },
    });
    window.addEventListener('beforeprint', () => chart.resize(640, 480));
    window.addEventListener('afterprint', () => chart.resize());
})();

/* On paper nothing is folded. */
window.addEventListener('beforeprint', () => {
    document.querySelectorAll('details:not([open])').forEach(each => {
        each.open = true;
        each.dataset.folded = '';
    });
});
window.addEventListener('afterprint', () => {
    document.querySelectorAll('details[data-folded]').forEach(each => {
        each.open = false;
        delete each.dataset.folded;
    });
});
