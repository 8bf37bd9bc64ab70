def first = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/alpine-check/report.json'))
assert first.findings*.rule.contains('pinnedBaseImage')
def second = new groovy.json.JsonSlurper().parse(new File(basedir, 'reports/report.json'))
assert second.dockerfiles*.path == ['images/base']
assert second.findings == []
