/*
 * report.js - the core's answers as elements: findings, rates and grades
 *
 * Texts and figures are shown as the core wrote them; nothing is computed.
 */

/* An element with its class, its text or children. */
function make(tag, kind, ...children) {
    const element = document.createElement(tag);
    if (kind)
        element.className = kind;
    element.append(...children.filter(child => child !== null));
    return element;
}

function button(text, act, kind = "") {
    const element = make("button", kind, text);
    element.type = "button";
    element.addEventListener("click", act);
    return element;
}

/* ---- Findings ----------------------------------------------------------- */

function findingGroups(findings) {
    return ["error", "warning", "notice"].map(severity => {
        const some = findings.filter(one => one.severity === severity);
        if (some.length === 0)
            return null;
        const box = make("details", `group ${severity}`,
            make("summary", "", make("h4", "", make("span", "mark"),
                `${word(severity)} ${some.length}`)),
            make("ul", "", ...some.map(findingItem)));
        box.open = severity !== "notice";
        return box;
    }).filter(box => box);
}

function findingItem(finding) {
    const { sheet, cell, range, project, field } = finding;
    const where = make("p", "where");
    if (sheet || cell)
        where.append(make("span", "cell", [sheet, range || cell]
            .filter(text => text).join(" ")));
    const about = [project, field].filter(text => text).join(" / ");
    if (about)
        where.append(make("span", "about", about));
    return make("li", "", where.childElementCount > 0 ? where : null,
        make("p", "message", finding.message),
        finding.hint ? make("p", "hint", make("b", "", word("remedy")), " ",
                            finding.hint) : null,
        make("p", "rule", finding.rule));
}

/* ---- Rates and grades --------------------------------------------------- */

function ratesBox(entry) {
    const box = make("details", "rates",
        make("summary", "", make("h4", "", word("rates"))));
    box.addEventListener("toggle", async () => {
        if (!box.open || box.childElementCount > 1)
            return;
        const body = make("div", "");
        box.append(body);
        const { projects } = JSON.parse(await entry.data.text());
        body.append(...projects.map(projectBlock));
        if (projects.length === 0)
            body.append(make("p", "none", "－"));
    });
    return box;
}

function projectBlock(project) {
    const { assessment, declared } = project;
    const grades = make("p", "grades");
    for (const [key, grade] of [["computed", assessment.grade],
                                ["declared", declared.grade ||
                                             declared.status]])
        if (grade)
            grades.append(make("span", "", `${word(key)} `,
                               make("b", "grade", grade)));
    return make("section", "project",
        make("h5", "", [project.no, project.name].filter(t => t).join(" ")),
        grades.childElementCount > 0 ? grades : null,
        make("p", "explain", assessment.explain || assessment.reason || ""),
        project.kpis.length > 0 ? kpiTable(project) : null);
}

function kpiTable(project) {
    const columns = ["kpi", "target", "actual", "rate", "grade", "derivation"];
    const table = make("table", "");
    const head = make("tr", "", ...columns.map(key => {
        const cell = make("th", "", word(key));
        cell.scope = "col";
        return cell;
    }));
    table.append(make("caption", "unseen", project.name),
                 make("thead", "", head),
                 make("tbody", "", ...project.kpis.map(kpi =>
                     kpiRow(kpi, columns))));
    return make("div", "scroll", table);
}

function kpiRow(kpi, columns) {
    const { assessment, actuals } = kpi;
    const actual = actuals.find(
        one => one.fiscal_year === assessment.fiscal_year) ||
        actuals[actuals.length - 1];
    const texts = [kpi.name, kpi.target.text, actual ? actual.text : "",
                   assessment.shown, assessment.grade,
                   assessment.explain || assessment.reason];
    return make("tr", "", ...texts.map((text, i) => {
        const cell = make(i === 0 ? "th" : "td", columns[i], text || "－");
        if (i === 0)
            cell.scope = "row";
        else
            cell.dataset.label = word(columns[i]);
        return cell;
    }));
}

