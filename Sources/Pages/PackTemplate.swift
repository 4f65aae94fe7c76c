/// The page in pieces. A name without a point is looked for in the innermost thing and then outwards, so that no two
/// things within each other have members of the same name.
enum PackTemplate {
    static let page = """
        <!DOCTYPE html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{{policy}}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{pageTitle}}</title>
        <style>{{{style}}}</style>
        </head>
        <body>
        {{#cover}}{{> cover}}{{/cover}}
        {{#offices}}{{> office}}{{/offices}}
        {{#matrix}}{{> matrix}}{{/matrix}}
        {{#wishes}}{{> wishes}}{{/wishes}}
        {{#attendance}}{{> attendance}}{{/attendance}}
        {{#minutes}}{{> minutes}}{{/minutes}}
        </body>
        </html>

        """

    static let cover = """
        <section class="sheet" id="ringkasan">
        <h1>{{words.packTitle}}: {{placeTitle}}</h1>
        <p class="under">{{placeLine}}<br>{{planTitle}} · {{planState}} · {{asOf}}</p>
        <table class="facts"><tbody>
        {{#facts}}<tr><th scope="row">{{factName}}</th><td>{{factText}}</td></tr>
        {{/facts}}
        </tbody></table>
        <div class="pair">
        <div>
        <h2>{{words.dimensions}}</h2>
        {{^hasValues}}<p>{{words.openBaseline}}</p>{{/hasValues}}
        {{#hasValues}}<table><thead><tr><th>{{words.dimension}}</th><th class="n">{{words.value}}</th></tr></thead><tbody>
        {{#dimensionRows}}<tr><td>{{dimensionName}}</td><td class="n">{{dimensionValue}}</td></tr>
        {{/dimensionRows}}
        </tbody></table>{{/hasValues}}
        </div>
        <div>
        <h2>{{words.money}}</h2>
        <table><thead><tr><th>{{words.source}}</th><th class="n">{{words.budgetIDR}}</th><th class="n">{{words.onLinesIDR}}</th></tr></thead><tbody>
        {{#sourceRows}}<tr><td>{{sourceName}}</td><td class="n">{{sourceBudget}}</td><td class="n">{{sourceOnLines}}</td></tr>
        {{/sourceRows}}
        </tbody><tfoot><tr><th scope="row">{{words.total}}</th><td class="n">{{totalBudget}}</td><td class="n">{{totalOnLines}}</td></tr></tfoot></table>
        <p>{{spentLine}}</p>
        </div>
        </div>
        <h2>{{words.weak}} ({{weakCount}})</h2>
        <table><thead><tr><th>{{words.code}}</th><th>{{words.indicator}}</th><th class="n">{{words.value}}</th><th class="n">{{words.needed}}</th><th class="n">{{words.target}}</th><th>{{words.interventions}}</th></tr></thead><tbody>
        {{#weakRows}}<tr><td class="k">{{weakCode}}</td><td>{{weakName}}</td><td class="n">{{weakValue}}</td><td class="n">{{weakNeeded}}</td><td class="n">{{weakTarget}}</td><td>{{weakInterventions}}</td></tr>
        {{/weakRows}}{{^weakRows}}<tr><td colspan="6">{{words.noWeak}}</td></tr>{{/weakRows}}
        </tbody></table>
        <h2>{{words.agencies}}</h2>
        <table><thead><tr><th>{{words.agency}}</th><th class="n">{{words.interventions}}</th><th class="n">{{words.budgetIDR}}</th><th class="n">{{words.spentIDR}}</th></tr></thead><tbody>
        {{#agencyRows}}<tr><td>{{agencyName}}</td><td class="n">{{agencyCount}}</td><td class="n">{{agencyBudget}}</td><td class="n">{{agencySpent}}</td></tr>
        {{/agencyRows}}{{^agencyRows}}<tr><td colspan="4">{{words.noInterventions}}</td></tr>{{/agencyRows}}
        </tbody></table>
        <h2>{{words.findings}}</h2>
        <ul>
        {{#findingLines}}<li>{{.}}</li>
        {{/findingLines}}{{^findingLines}}<li>{{words.noFindings}}</li>{{/findingLines}}
        </ul>
        </section>

        """

    static let office = """
        <section class="sheet">
        <h1>{{officeName}}</h1>
        <p class="under">{{words.packTitle}}: {{placeTitle}}, {{placeLine}}<br>{{planTitle}} · {{planState}} · {{asOf}}</p>
        <h2>{{words.dutyWeak}}</h2>
        <table><thead><tr><th>{{words.code}}</th><th>{{words.indicator}}</th><th class="n">{{words.value}}</th><th class="n">{{words.needed}}</th><th class="n">{{words.target}}</th><th>{{words.interventions}}</th></tr></thead><tbody>
        {{#dutyRows}}<tr><td class="k">{{weakCode}}</td><td>{{weakName}}</td><td class="n">{{weakValue}}</td><td class="n">{{weakNeeded}}</td><td class="n">{{weakTarget}}</td><td>{{weakInterventions}}</td></tr>
        {{/dutyRows}}{{^dutyRows}}<tr><td colspan="6">{{words.noDutyWeak}}</td></tr>{{/dutyRows}}
        </tbody></table>
        <h2>{{words.promised}}</h2>
        {{> work}}
        <h2>{{words.due}}</h2>
        {{#isToldOfReports}}<table><thead><tr><th>{{words.reference}}</th><th>{{words.intervention}}</th><th>{{words.period}}</th><th>{{words.dueOn}}</th><th>{{words.state}}</th></tr></thead><tbody>
        {{#dueRows}}<tr><td>{{dueReference}}</td><td>{{dueTitle}}</td><td>{{duePeriod}}</td><td>{{dueDay}}</td><td>{{dueState}}</td></tr>
        {{/dueRows}}{{^dueRows}}<tr><td colspan="5">{{words.noDue}}</td></tr>{{/dueRows}}
        </tbody></table>{{/isToldOfReports}}{{^isToldOfReports}}<p>{{words.dueNotTold}}</p>{{/isToldOfReports}}
        <h2>{{words.money}}</h2>
        <table><thead><tr><th>{{words.source}}</th><th class="n">{{words.budgetIDR}}</th><th class="n">{{words.onLinesIDR}}</th></tr></thead><tbody>
        {{#officeSources}}<tr><td>{{sourceName}}</td><td class="n">{{sourceBudget}}</td><td class="n">{{sourceOnLines}}</td></tr>
        {{/officeSources}}{{^officeSources}}<tr><td colspan="3">{{words.noMoney}}</td></tr>{{/officeSources}}
        </tbody><tfoot><tr><th scope="row">{{words.total}}</th><td class="n">{{officeBudget}}</td><td class="n">{{officeOnLines}}</td></tr></tfoot></table>
        {{#hasLines}}<table><thead><tr><th>{{words.code}}</th><th>{{words.budgetLine}}</th><th class="n">{{words.budgetYear}}</th><th class="n">{{words.amountIDR}}</th></tr></thead><tbody>
        {{#lineRows}}<tr><td>{{lineCode}}</td><td>{{lineTitle}}</td><td class="n">{{lineYear}}</td><td class="n">{{lineAmount}}</td></tr>
        {{/lineRows}}
        </tbody></table>{{/hasLines}}
        </section>

        """

    /// What an office proposed, promised and did.
    static let work = """
        <table><thead><tr><th>{{words.reference}}</th><th>{{words.intervention}}</th><th>{{words.indicators}}</th><th class="n">{{words.volume}}</th><th>{{words.schedule}}</th><th class="n">{{words.budgetIDR}}</th><th>{{words.state}}</th><th>{{words.realised}}</th></tr></thead><tbody>
        {{#workRows}}<tr><td>{{workReference}}</td><td>{{workTitle}}</td><td>{{workCodes}}</td><td class="n">{{workVolume}}</td><td>{{workSchedule}}</td><td class="n">{{workBudget}}</td><td>{{workState}}</td><td>{{workProgress}}</td></tr>
        {{/workRows}}{{^workRows}}<tr><td colspan="8">{{words.noPromised}}</td></tr>{{/workRows}}
        </tbody></table>

        """

    static let matrix = """
        <section class="sheet wide">
        <h1>{{words.matrix}}: {{placeTitle}}</h1>
        <p class="under">{{placeLine}} · {{planTitle}} · {{planState}} · {{asOf}}{{#baselineLine}}<br>{{.}}{{/baselineLine}}</p>
        <table class="dense"><thead><tr><th class="n">{{words.number}}</th><th>{{words.indicator}}</th><th class="n">{{words.value}}</th><th class="n">{{words.needed}}</th><th class="n">{{words.target}}</th><th>{{words.intervention}}</th><th>{{words.subActivity}}</th><th class="n">{{words.volume}}</th><th>{{words.agency}}</th><th>{{words.schedule}}</th><th class="n">{{words.budgetIDR}}</th><th>{{words.source}}</th><th>{{words.state}}</th><th class="n">{{words.physical}}</th><th class="n">{{words.spentIDR}}</th><th>{{words.obstaclesAndFollowUp}}</th></tr></thead>
        {{#matrixGroups}}<tbody><tr><th colspan="16" class="group">{{groupName}}</th></tr>
        {{#groupRows}}<tr><td class="n">{{rowNumber}}</td><td>{{rowIndicator}}{{#rowIsWeak}} <strong>{{words.weakMark}}</strong>{{/rowIsWeak}}</td><td class="n">{{rowValue}}</td><td class="n">{{rowNeeded}}</td><td class="n">{{rowTarget}}</td>{{#isBare}}<td colspan="11"><strong>{{words.noIntervention}}</strong></td>{{/isBare}}{{^isBare}}<td>{{rowTitle}}</td>{{#isRepeated}}<td colspan="2">{{rowSameAs}}</td>{{/isRepeated}}{{^isRepeated}}<td>{{rowLines}}</td><td class="n">{{rowVolume}}</td>{{/isRepeated}}<td>{{rowAgency}}</td><td>{{rowSchedule}}</td><td class="n">{{rowBudget}}</td><td>{{rowSources}}</td><td>{{rowState}}</td><td class="n">{{rowPhysical}}</td><td class="n">{{rowSpent}}</td><td>{{rowWords}}</td>{{/isBare}}</tr>
        {{/groupRows}}</tbody>
        {{/matrixGroups}}
        <tfoot><tr><th colspan="10" scope="row">{{words.total}}</th><td class="n">{{totalBudget}}</td><td colspan="3"></td><td class="n">{{totalSpent}}</td><td></td></tr></tfoot>
        </table>
        <p class="note">{{words.onceNote}}</p>
        </section>

        """

    static let wishes = """
        <section class="sheet">
        <h1>{{words.wishes}}</h1>
        <p class="under">{{placeTitle}}, {{placeLine}} · {{asOf}}</p>
        <p>{{words.wishesNote}}</p>
        <table><thead><tr><th>{{words.document}}</th><th>{{words.reference}}</th><th>{{words.intervention}}</th><th>{{words.indicators}}</th><th>{{words.agency}}</th><th class="n">{{words.volume}}</th><th>{{words.schedule}}</th><th class="n">{{words.missingIDR}}</th></tr></thead><tbody>
        {{#wishRows}}<tr><td>{{wishDocument}}</td><td>{{workReference}}</td><td>{{workTitle}}</td><td>{{workCodes}}</td><td>{{wishAgency}}</td><td class="n">{{workVolume}}</td><td>{{workSchedule}}</td><td class="n">{{wishMissing}}</td></tr>
        {{/wishRows}}{{^wishRows}}<tr><td colspan="8">{{words.noWishes}}</td></tr>{{/wishRows}}
        </tbody></table>
        </section>

        """

    static let attendance = """
        <section class="sheet">
        <h1>{{words.attendance}}</h1>
        <p class="under">{{words.packTitle}}: {{placeTitle}}, {{placeLine}}<br>{{words.meetingDay}}: {{meetingDay}} · {{words.meetingPlace}}: {{meetingPlace}}</p>
        <table class="sign"><thead><tr><th class="n">{{words.number}}</th><th>{{words.agency}}</th><th>{{words.personName}}</th><th>{{words.position}}</th><th>{{words.signature}}</th></tr></thead><tbody>
        {{#attendanceRows}}<tr><td class="n">{{attendanceNumber}}</td><td>{{attendanceOffice}}</td><td></td><td></td><td></td></tr>
        {{/attendanceRows}}
        </tbody></table>
        </section>

        """

    static let minutes = """
        <section class="sheet">
        <h1>{{words.minutes}}</h1>
        <p class="under">{{words.packTitle}}: {{placeTitle}}, {{placeLine}}<br>{{planTitle}}</p>
        <table class="facts"><tbody>
        <tr><th scope="row">{{words.meetingDay}}</th><td>{{meetingDay}}</td></tr>
        <tr><th scope="row">{{words.meetingPlace}}</th><td>{{meetingPlace}}</td></tr>
        <tr><th scope="row">{{words.agreedOn}}</th><td>{{agreedDay}}</td></tr>
        </tbody></table>
        <h2>{{words.participants}}</h2>
        {{#hasParticipants}}<ol>
        {{#participants}}<li>{{.}}</li>
        {{/participants}}
        </ol>{{/hasParticipants}}{{^hasParticipants}}<p class="blank"></p><p class="blank"></p>{{/hasParticipants}}
        <h2>{{words.minutesText}}</h2>
        {{#minutesText}}<p class="written">{{.}}</p>{{/minutesText}}{{^minutesText}}<p class="blank"></p><p class="blank"></p><p class="blank"></p><p class="blank"></p>{{/minutesText}}
        <h2>{{words.agreed}}</h2>
        <p>{{agreedLine}}</p>
        <p class="blank"></p><p class="blank"></p><p class="blank"></p>
        <table class="signatures"><tbody><tr>
        {{#signers}}<td>{{.}}<br><br><br><br>( ................................................ )</td>
        {{/signers}}
        </tr></tbody></table>
        </section>

        """
}
