def first = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/alpine-check/report.json'))
assert first.findings*.rule.contains('pinnedBaseImage')
def second = new groovy.json.JsonSlurper().parse(new File(basedir, 'reports/report.json'))
assert second.dockerfiles*.path == ['images/base']
assert second.findings == []
assert new groovy.json.JsonSlurper().parse(new File(basedir, 'reports/report.sarif')).runs[0].language == 'zh-CN'
assert new groovy.xml.XmlSlurper().parse(new File(basedir, 'reports/junit.xml')).testsuite.@name.text().endsWith('images/base')
assert new File(basedir, 'build.log').getText('UTF-8').contains('Dockerfile：1 个。')
