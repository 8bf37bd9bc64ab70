// findings in a manifest have its path, its lines and its columns
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/alpine-check/report.json'))
assert report.dockerfiles*.path == ['Dockerfile']
assert report.findings.collect { [it.rule, it.severity, it.path, it.line, it.column, it.stage] } == [
    ['resolverOptions', 'warning', 'src/main/k8s/deployment.yml', 18, 19, null],
    ['resolverOptions', 'warning', 'src/main/k8s/deployment.yml', 19, 19, null],
]

def log = new File(basedir, 'build.log').text.readLines()*.trim()
assert log.any { it.endsWith('--> src/main/k8s/deployment.yml:18:19') }
assert log.any { it.endsWith('18 |           - name: single-request-reopen') }
return true
