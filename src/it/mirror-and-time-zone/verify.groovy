def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/alpine-check/report.json'))
assert report.dockerfiles.collect { [it.path, it.stages*.alpine, it.stages*.libc] } == [
    ['Dockerfile', ['3.22'], ['musl']],
    ['Dockerfile.old', ['3.12'], ['musl']],
]
def findings = { path -> report.findings.findAll { it.path == path }.collect { [it.line, it.rule] } }
// 3.22 has https:// in /etc/apk/repositories, so a sed for http:// changes nothing
assert findings('Dockerfile').containsAll([[2, 'effectiveMirror'], [3, 'apkCache']])
// 3.12 has http://, and has lost its support
assert findings('Dockerfile.old').contains([1, 'supportedRelease'])
assert !findings('Dockerfile.old')*.get(1).contains('effectiveMirror')
assert report.summary.error == 0
