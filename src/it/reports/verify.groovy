def reports = new File(basedir, 'services/web/target/alpine-check')
assert (reports.list() as List).toSorted() ==
        ['checkstyle.xml', 'codeclimate.json', 'junit.xml', 'report.json', 'report.sarif']
reports.eachFile { assert !it.getText('UTF-8').contains(basedir.path) }

// services know files by their path in the repository, which is that of this plugin here
def path = 'services/web/Dockerfile'
def slurp = { new groovy.json.JsonSlurper().parse(new File(reports, it)) }
def json = slurp('report.json')
assert json.findings*.path.unique() == ['Dockerfile']
assert json.suppressed*.reason == ['it is a test']
assert slurp('report.sarif').runs[0].artifacts[0].location.uri.endsWith(path)
assert slurp('codeclimate.json').every { it.location.path.endsWith(path) }
assert new groovy.xml.XmlSlurper().parse(new File(reports, 'checkstyle.xml')).file.@name.text().endsWith(path)
assert new groovy.xml.XmlSlurper().parse(new File(reports, 'junit.xml')).testsuite.@failures == '0'

def lines = new File(basedir, 'build.log').readLines()
assert lines.any { it.startsWith('::error file=') && it.contains(path + ',line=4,endLine=4,col=') &&
        it.contains('title=alpine-check timezoneName::there is no time zone Asia/Beijing') }
assert lines.any { it =~ /error\[timezoneName]: and 2 more of timezoneName in services\/web\/Dockerfile:7:\d+, services\/web\/Dockerfile:8:\d+; all are in services\/web\/target\/alpine-check\/report.json/ }
assert lines.any { it.contains('By rule: apkCache 1, timezoneName 5.') }
assert lines.any { it.contains('nobody knows what is in the base image: registry.acme.com/base:1.') }
assert lines.any { it.contains('= docs: https://') && it.endsWith('/rules/timezoneName.html') }
assert lines.any { it.contains('parameter <formats> is "serif" and must be one of') && it.contains('Did you mean sarif?') }
