def log = new File(basedir, 'build.log').text.normalize()
assert log.contains('''[ERROR] error[dockerfileSyntax]: there is no instruction RUNS
 --> src/main/docker/Dockerfile.jvm:2:1
  |
1 | FROM alpine
2 | RUNS echo hello
  | ^^^^
  = help: did you mean RUN?''')
assert log.contains('[WARNING] warning[pinnedBaseImage]: alpine has no tag')
assert log.contains('Dockerfiles have 1 finding that fails the build (failOn is error).')

def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/alpine-check/report.json'))
assert report.findings.collect { [it.rule, it.severity, it.path, it.line, it.column, it.endLine, it.endColumn, it.stage] } == [
    ['pinnedBaseImage', 'warning', 'src/main/docker/Dockerfile.jvm', 1, 6, 1, 12, 0],
    ['dockerfileSyntax', 'error', 'src/main/docker/Dockerfile.jvm', 2, 1, 2, 5, 0],
]
assert report.findings.every { it.message && it.help }
assert report.summary == [error: 1, warning: 1, info: 0, suppressed: 0]

def page = new File(basedir, 'target/alpine-check/report.html').getText('UTF-8')
assert page.contains('<title>1 error, 1 warning – Alpine Check</title>')
assert !page.contains(basedir.path)
