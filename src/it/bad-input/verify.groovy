def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/alpine-check/report.json'))
assert report.dockerfiles*.path == [
    'Dockerfile', 'Dockerfile.binary', 'Dockerfile.empty', 'Dockerfile.heredoc', 'Dockerfile.unknown', 'docker/Dockerfile'
]
assert report.findings.collect { [it.path, it.line, it.severity, it.rule] } == [
    ['Dockerfile', 1, 'warning', 'pinnedBaseImage'],
    ['Dockerfile.binary', 1, 'warning', 'dockerfileSyntax'],
    ['Dockerfile.empty', 1, 'error', 'dockerfileSyntax'],
    ['Dockerfile.heredoc', 2, 'error', 'dockerfileSyntax'],
    ['Dockerfile.unknown', 2, 'error', 'dockerfileSyntax'],
    ['docker/Dockerfile', 1, 'warning', 'dockerfileSyntax'],
]
