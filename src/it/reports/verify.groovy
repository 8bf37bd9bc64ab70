def reports = new File(basedir, 'services/web/target/alpine-check')
assert (reports.list() as List).toSorted() ==
        ['checkstyle.xml', 'codeclimate.json', 'junit.xml', 'report.html', 'report.json', 'report.sarif']
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
assert lines.any { it.startsWith('::error file=') && it.contains(path + ',line=5,endLine=5,col=1,endColumn=4,') &&
        it.contains('title=alpine-check dockerfileSyntax::there is no instruction FOO') }
assert lines.any { it.endsWith('error[dockerfileSyntax]: and 2 more of dockerfileSyntax in ' +
        'services/web/Dockerfile:8:1, services/web/Dockerfile:9:1; all are in services/web/target/alpine-check/report.json') }
assert lines.any { it.contains('By rule: dockerfileSyntax 5.') }
assert lines.any { it.contains('nobody knows what is in the base image: registry.acme.com/base:1.') }
assert lines.any { it.contains('= docs: https://') && it.endsWith('/rules/dockerfileSyntax.html') }
