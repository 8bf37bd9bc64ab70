def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/alpine-check/report.json'))
assert report.findings.findAll { it.rule == 'pinnedBaseImage' }.collect { [it.line, it.severity] } == [[2, 'info']]
